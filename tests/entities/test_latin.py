"""Latin names and designations: a line a case, the span in brackets, its English after "=>"."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.entities.latin import find, spell

CASES = """
лайнер [Airbus A320] сел => Airbus A320
новый [iPhone 15 Pro] дорог => iPhone 15 Pro
[Boeing 737] разбился => Boeing 737
телеканал [CNN] 15 марта сообщил => CNN
[IT]-компания и [SMS]-сообщение => IT | SMS
газета «[The New York Times]» => The New York Times
индекс [S&P 500] вырос => S&P 500
компания [Procter & Gamble] => Procter & Gamble
вирус [COVID-19] и сеть [5G] => COVID-19 | 5G
сайт [https://www.kremlin.ru/news/1]. Там => https://www.kremlin.ru/news/1
на сайте [lenta.ru] и в почте [info@tass.ru] => lenta.ru | info@tass.ru
канал [@durov], тег [#news] => @durov | #news
купил [iPhone]'ы => iPhone
# designations
вертолёт [Ми-17В5] => Mi-17V5
истребитель [Су-35С] и танк [Т-90М] => Su-35S | T-90M
комплекс [С-400] и [С-300ПМУ-2] => S-400 | S-300PMU-2
[МиГ-29], [Ту-154М], [Як-130], [АК-74] => MiG-29 | Tu-154M | Yak-130 | AK-74
[ТУ-204] большими буквами => Tu-204
[Ил-76МД-90А] => Il-76MD-90A
лайнер [А320] кириллицей => A320
[Ту 154] с пробелом => Tu-154
ракета [Х-101] и комплекс [9К720] => Kh-101 | 9K720
американский [С-130] и [В-52] => C-130 | B-52
[БТР-82А] и [БМП-2] => BTR-82A | BMP-2
ракета-носитель «[Ангара-А5]» => Angara-A5
ракета «[Союз-2.1б]» => Soyuz-2.1b
распоряжение N 244 и $5 million =>
ракеты «[Искандер-М]» => Iskander-M
закон [214-ФЗ] => 214-FZ
уровень [А1с] => A1s
закон [№ 44-ФЗ] => No. 44-FZ
# what is neither
XIX век и Людовик XIV =>
5 USD, 100 km =>
30-летний, 5-й, 42-го, 25-ти =>
ЧМ-2018 и Олимпиада-2014 =>
СИЗО-1, ТЭЦ-2, МКС-55 =>
тег #деньпобеды =>
план B, витамин C =>
дом 5А, квартира 12 =>
"""

_MARKED = re.compile(r"\[([^\]]+)\]")


@pytest.mark.parametrize(
    "case", [line for line in CASES.strip().splitlines() if not line.startswith("#")]
)
def test_finds_what_must_stay_as_it_is(case: str) -> None:
    """Latin letters are copied, designations spelt, words and values left to others."""
    marked, _, english = case.partition(" =>")
    text = _MARKED.sub(r"\1", marked)
    found = find(text)
    assert [item.text for item in found] == _MARKED.findall(marked)
    assert [item.english for item in found] == [
        part.strip() for part in english.split("|") if part.strip()
    ]
    assert all(text[item.start : item.stop] == item.text for item in found)


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("Ми-17В5", ("Mi 17V5", "Mi-17 V5", "Mi17V5")),
        ("214-ФЗ", ("No. 214-FZ", "FZ-214", "Law No. 214")),
        ("А320", ("A-320",)),
        ("COVID-19", ("COVID 19",)),
        ("https://www.kremlin.ru/", ("kremlin.ru",)),
    ],
)
def test_other_spellings_of_the_same_thing_are_accepted(
    text: str, accepted: tuple[str, ...]
) -> None:
    """A hyphen more or less is no mistake."""
    (item,) = find(text)
    assert set(accepted) <= set(item.accepted)
    assert item.english not in item.accepted


@pytest.mark.parametrize("text", ["Cовет Федерации", "Mосква", "c другом", "Рoссия", "a и b"])
def test_latin_letters_inside_russian_words_are_no_names(text: str) -> None:
    """Homoglyphs: a Latin C in «Совет»."""
    assert find(text) == []


def test_spelling_keeps_the_case_of_a_letter() -> None:
    """«Щ» is one letter, so its second Latin letter is small."""
    assert spell("ПМУ-Щ Як") == "PMU-Shch Yak"


@given(st.text(max_size=80))
def test_any_text_can_be_read(text: str) -> None:
    """Spans are inside the text, in order, without overlaps, and the English has no Cyrillic."""
    found = find(text)
    ends = [0, *(end for item in found for end in (item.start, item.stop)), len(text)]
    assert ends == sorted(ends)
    assert not any(re.search("[А-Яа-яЁё]", item.english) for item in found)


@pytest.mark.parametrize("form", ["A1c", "A-1s"])
def test_a_letter_may_be_of_the_other_keyboard(form: str) -> None:
    """«А1с» typed in Cyrillic is the A1c of a blood test."""
    (found,) = find("гемоглобин А1с")
    assert form in found.accepted
