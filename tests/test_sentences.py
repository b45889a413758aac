"""Sentences of news, as marked text: `| |` is a border (`||` without a space)."""

from __future__ import annotations

import itertools
import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.reading import read_text
from summarizer.sentences import borders, clauses, split, split_text
from summarizer.types import Article

CASES = """
# abbreviations
Он родился в 1990-е.| |Славное было время.
Об этом заявил 29 декабря 2014 г. министр обороны.
Выборы прошли в мае 2013 г.| |Этот шаг поможет разрешить спор.
Летом 2008 г. В.Кулишов занял два поста.
В 2016 г. Григорий Родченков уехал.
Завод в Казани построили в 2013 г.| |Рабочие уехали.
В самом конце лета 2008 г. Кулишов занял пост.
Это было в 2013 г...| |Потом он уехал.
По закону от 6 июля 2016 г. № 374-ФЗ хранят всё.
Окончил Куйбышевское училище, в 1980г. - Военную академию, в 1990г. - Академию генштаба.
Прокурор и советник юстиции из Казани с 2006г. "безупречно служит" там.
Из пистолета калибром 9 мм.| |47-летний боец скончался.
Завод им.Горького строит корабли.
Завод им. Горького строит корабли.| |Он большой.
Дом стоит на ул. Ленина, д. 5, корп. 2.| |Рядом школа.
Об этом сообщил проф. Иванов.| |Его поддержал акад. Петров.
Налог вырос на 5 млн руб.| |Об этом сообщил Минфин.
Налог вырос на 5 млн руб.| |«Газпром» заплатит больше.
Выделили 37 млрд. долл. США на проект.| |Это много.
Завод выпускает 10 тыс. машин, т.е. больше всех.
И.о. министра Петров и и. о. главы Сидоров встретились.
Закупили столы, стулья и т.д.| |Всего потратили 3 млрд.| |Больше денег нет.
Он приедет 18 мая с.г.| |Программа известна.
Смотрите стр. 5, рис. 2 и табл. Иванова.
Создан в 1995 г. в г. Казани.| |Работает до сих пор.
Компания CRRC Zhuzhou Locomotive Co. Ltd. представила поезд.
# initials
Стихи А.С. Пушкина и А. С. Пушкина читали вслух.
В. Ленин и Дж. Байден — разные люди.| |Это ясно.
Перед залом выступил Путин В.В.| |Он говорил час.
Нужен витамин С.| |Он есть в лимонах.
# speech and quotations
«Мы хотим в первую очередь расширить сотрудничество с «КАМАЗом», - заявил министр.| |Он уехал.
«Мы хотим!» - заявил министр.
— Как дела? — спросил Иван.| |— Хорошо.
«Мы рады. Это важно», — сказал министр.| |Потом он ушёл.
"Мы рады. Это важно", - сказал министр.| |Потом он ушёл.
Министр сказал: «Мы рады».| |Потом он ушёл.
Министр сказал: «Мы рады.| |Люди получат работу».| |Потом он ушёл.
«Мы рады.| |Приезжайте ещё».| |Потом он ушёл.
Совет принял обращение «Мы требуем прекратить огонь и начать переговоры.| |Ждём ответа».| |Все ушли.
В программе «Что? Где? Когда?» он играл давно.
Мультфильм «Ну, погоди!» Котёночкина показали снова.
Прошли партии ODS, "Традиция. Ответственность. Процветание 09" и левые.
Все кричали «Ура!»| |Потом разошлись.
«Мы победили!»| |Это услышали все.
# questions, ellipses, brackets
Кто это сделал?!| |Никто не знает.
Он думал...| |Потом ушёл.
Он думал… и ушёл.
Это важно (см. рис. 2. Там же есть карта) для всех.
Он уехал в Казань (так говорят.)| |Потом вернулся.
(Его имя изменено.| |Он живёт в Казани.)
Компания показала новинки.| |iPhone подорожал.
Со всем справимся.||Я всегда говорила это.
Сервис Яндекс.Новости и Газета.Ру закрыты.
# datelines
МОСКВА, 5 марта — РИА Новости.| |Президент подписал закон.
МОСКВА, 5 мар. — РИА Новости.| |Президент подписал закон.
Москва. 29 декабря. INTERFAX.RU - Россия ответила.| |Подробностей нет.
МОСКВА, 29 декабря. /ТАСС/.| |Президент подписал закон.
БИШКЕК, 5 августа /Новости-Грузия/.| |Правоохранительные органы нашли оружие.
# lists
1. Первый пункт.| |2. Второй пункт.
а) первое; б) второе.
"""


def marked(block: str) -> list[str]:
    return [line for line in block.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize("line", marked(CASES))
def test_sentences_end_where_a_reader_sees_the_end(line: str) -> None:
    """The borders found are exactly the marked ones."""
    text = line.replace("| |", " ").replace("||", "")
    found = [text[start:stop] for start, stop in split_text(text)]
    assert found == re.split(r"\| ?\|", line)


def test_a_long_quotation_is_read_sentence_by_sentence() -> None:
    """Its speaker is named too late for most of it."""
    sentences = [
        "«Мы построим новый большой завод в срок и наймём на него людей из соседних районов.",
        "Люди получат работу.",
        "А бюджет республики получит новые налоги уже в следующем году», - сказал министр.",
    ]
    text = " ".join(sentences)
    assert [text[start:stop] for start, stop in split_text(text)] == sentences


PIECES = st.sampled_from(
    ["Слово", "г", "им", "В", "2014", ".", "!", "…", " ", " ", " ", "\n", "«", "»", '"', "(", ")",
     "-", "—", ",", ";", "Он", "т.д", "\xa0", "iPhone"]
)  # fmt: skip


@given(st.lists(PIECES, min_size=1, max_size=60).map("".join))
def test_nothing_but_white_space_lies_between_sentences(text: str) -> None:
    """Any text at all: offsets are exact, in order, and lose no character."""
    article = Article("", text)
    sentences = split(article)
    position = 0
    for index, sentence in enumerate(sentences):
        assert sentence.index == index
        assert text[sentence.start : sentence.stop] == sentence.text == sentence.text.strip()
        assert not text[position : sentence.start].strip()
        position = sentence.stop
    assert not text[position:].strip()


LONG = (
    "По итогам встречи стороны договорились о создании рабочих групп, которые изучат возможности"
    " предприятий; в январе 2015 года министерство определит, что купить за 1 000 000 рублей,"
    " а завод (он в Казани, на берегу Волги) начнёт «работу, которой ждали» и наймёт людей"
)


@pytest.mark.parametrize("limit", [40, 60, 100, 150, 1000])
def test_clauses_are_short_and_lose_nothing(limit: int) -> None:
    """The pieces touch, are the text, and keep the limit."""
    spans = clauses(LONG, limit)
    assert "".join(LONG[start:stop] for start, stop in spans) == LONG
    assert all(stop - start <= limit for start, stop in spans)


def test_clauses_are_cut_where_a_reader_pauses() -> None:
    """A semicolon is better than a comma, a comma better than a space."""
    pieces = [LONG[start:stop] for start, stop in clauses(LONG, 150)]
    assert pieces[0].endswith("возможности предприятий; ")
    assert pieces[1].endswith("1 000 000 рублей, ")


def test_clauses_leave_numbers_quotations_and_brackets_whole() -> None:
    """They are cut only where nothing else can be."""
    pieces = [LONG[start:stop] for start, stop in clauses(LONG, 70)]
    for whole in ("1 000 000", "«работу, которой ждали»", "(он в Казани, на берегу Волги)"):
        assert any(whole in piece for piece in pieces), whole


def test_a_word_longer_than_the_limit_stays_whole() -> None:
    """There is no place to cut it."""
    text = "Адрес: " + "х" * 50 + " конец"
    assert [text[a:b] for a, b in clauses(text, 10)] == ["Адрес: ", "х" * 50 + " ", "конец"]


@given(st.lists(PIECES, max_size=80).map("".join), st.integers(1, 60))
def test_clauses_of_any_text_are_the_text(text: str, limit: int) -> None:
    """Any text at all: nothing is lost, nothing comes twice."""
    spans = clauses(text, limit)
    assert "".join(text[start:stop] for start, stop in spans) == text
    assert spans[0].start == 0
    assert all(start < stop for start, stop in spans) or not text


def test_a_limit_must_be_positive() -> None:
    """Zero would never end."""
    with pytest.raises(ValueError, match="at least 1"):
        clauses("текст", 0)


def test_the_title_is_sentence_zero_and_the_dateline_is_none() -> None:
    """A title is one sentence whatever stands in it; the date is not translated."""
    article = read_text("Путин: «Мы готовы. Ждём»\n29.12.2014\nПервое дело. Второе дело.\nТретье.")
    sentences = split(article)
    assert [each.text for each in sentences] == [
        "Путин: «Мы готовы. Ждём»", "Первое дело.", "Второе дело.", "Третье.",
    ]  # fmt: skip
    assert [each.is_title for each in sentences] == [True, False, False, False]
    assert [each.paragraph for each in sentences] == [0, 1, 1, 2]


def test_a_paragraph_always_ends_a_sentence() -> None:
    """List items and headings have no full stop."""
    article = Article("", "• первое\n• второе\nКонец")
    assert [each.text for each in split(article)] == ["• первое", "• второе", "Конец"]


def test_hostile_text_takes_linear_time() -> None:
    """160 KB of quotation marks and full stops in one line take ours a second."""
    text = '«Мы, и» (да). "Нет". ' * 8_000
    started = time.perf_counter()
    assert len(split_text(text)) > 1000
    clauses(text, 600)
    assert time.perf_counter() - started < 20


WORDS = (
    *sorted(borders.abbreviations() | borders.FOREIGN | borders.OPENERS),
    *"дом города Иванов какой-то словосочетание г гг XX Vгг 9мм Co Ёлка мА ъъъ т.д «ген»".split(),
)
BEGINNINGS = ("Он видел и ", "В 1990 ", "5", "(Там ", "«Мы знаем ", "МОСКВА, 5 мар. — РИА ", "")
CONTINUATIONS = (". Он ушёл.", ". И. Петров", ".\xa0А он", ". Ёж", ". Ж-д", ". XX век", ".Он ушёл")


def test_a_plain_end_is_what_all_rules_say(monkeypatch: pytest.MonkeyPatch) -> None:
    """Passing the rules over changes nothing, whatever word stands at the end."""
    ways = itertools.product(BEGINNINGS, WORDS, CONTINUATIONS)
    texts = [f"{begin}{word}{goes_on}" for begin, word, goes_on in ways]
    quick = [split_text(text) for text in texts]
    monkeypatch.setattr(borders, "is_plain", lambda each: False)
    slow = [split_text(text) for text in texts]
    assert [text for text, *two in zip(texts, quick, slow, strict=True) if two[0] != two[1]] == []
