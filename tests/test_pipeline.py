"""The whole way from text to brief, with a fake model."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from summarizer import Summarizer
from summarizer.errors import InputError
from summarizer.options import Options, Style
from summarizer.testing import FakeSummariser, FakeTranslator
from summarizer.types import Kind, Status

TEXT = """Татарстан и Казахстан расширят сотрудничество
29 Дек 2014
Министр обороны Казахстана Имангали Тасмагамбетов встретился с Рустамом Миннихановым в Астане.
Стороны обсудили поставку 12 вертолетов на 5 млн долларов. Р.Минниханов поблагодарил министра.
"""


def summarizer(**options: object) -> Summarizer:
    return Summarizer(
        Options(**options),  # type: ignore[arg-type]
        translator=FakeTranslator(),
        summariser=FakeSummariser(),
    )


def test_a_text_becomes_a_brief() -> None:
    """Title, date and sentences come out in English letters."""
    brief = summarizer().brief(text=TEXT)
    assert brief.title.startswith("Tatarstan")
    assert brief.article.date is not None
    assert brief.article.date.isoformat() == "2014-12-29"
    assert 1 <= len(brief.sentences) <= 3
    assert not re.search("[А-Яа-я]", brief.text)


def test_every_sentence_has_its_translation_in_order() -> None:
    """As many out as in, each pointing to its place in the untouched text."""
    translated = summarizer().translate(text=TEXT)
    sentences = translated.ledger.sentences
    assert [item.sentence for item in translated.translations] == list(sentences)
    article = translated.ledger.article
    assert all(article.text[s.start : s.stop] == s.text for s in sentences)


def test_entities_are_one_row_each() -> None:
    """Inflected forms and initials are one person."""
    ledger = summarizer().entities(text=TEXT)
    people = {entity.english: entity for entity in ledger.entities if entity.kind is Kind.PER}
    assert set(people) == {"Imangali Tasmagambetov", "Rustam Minnikhanov"}
    assert len(people["Rustam Minnikhanov"].mentions) == 2


def test_mentions_point_into_the_article() -> None:
    """Offsets are those of the article's text, for every kind."""
    ledger = summarizer().entities(text=TEXT)
    text = ledger.article.text
    mentions = [mention for entity in ledger.entities for mention in entity.mentions]
    assert mentions
    assert all(text[m.start : m.stop] == m.text for m in mentions)


def test_a_lost_number_is_flagged_in_the_brief() -> None:
    """The promise, seen from outside."""
    lossy = FakeTranslator(fallback=lambda segment: "The parties discussed a delivery.")
    brief = Summarizer(Options(style=Style.EXTRACTIVE), translator=lossy).brief(text=TEXT)
    assert any("12" in note.text for note in brief.notes)
    statuses = {match.status for item in brief.translations for match in item.matches}
    assert Status.MISSING in statuses


def test_brief_sentences_name_their_sources() -> None:
    """Every sentence of the brief rests on sentences of the article."""
    brief = summarizer().brief(text=TEXT)
    indices = {item.sentence.index for item in brief.translations}
    assert all(
        sentence.sources and set(sentence.sources) <= indices for sentence in brief.sentences
    )


def test_pipe_keeps_the_order_over_windows(tmp_path: Path) -> None:
    """More articles than a window, lazily, in order."""
    paths = []
    for number in range(5):
        path = tmp_path / f"{number}.txt"
        path.write_text(TEXT.replace("29 Дек", f"{number + 1} Дек"), encoding="utf-8")
        paths.append(path)
    days = [
        brief.article.date.day
        for brief in summarizer(window=2).pipe(paths)
        if brief.article.date is not None
    ]
    assert days == [1, 2, 3, 4, 5]


def test_pipe_is_lazy() -> None:
    """The second window is not read before the first is asked for."""
    seen: list[int] = []

    def texts() -> object:
        for number in range(4):
            seen.append(number)
            yield Summarizer().entities(text=TEXT).article

    stream = summarizer(window=1).pipe(texts())  # type: ignore[arg-type]
    next(stream)
    assert seen == [0]


def test_the_signature_names_models_and_options() -> None:
    """One line says what produced this English."""
    line = str(summarizer().brief(text=TEXT).signature)
    assert "translation:fake" in line
    assert "sentences=3" in line


def test_an_extractive_brief_names_no_summariser() -> None:
    """Only what was used is in the signature."""
    brief = summarizer(style=Style.EXTRACTIVE).brief(text=TEXT)
    assert "brief:" not in str(brief.signature)


@pytest.mark.parametrize("arguments", [{}, {"path": "a.txt", "text": "б"}])
def test_a_path_or_a_text_not_both_not_neither(arguments: dict[str, str]) -> None:
    """A mistake in a script gets a clear message."""
    with pytest.raises(InputError, match="either a path or a text"):
        summarizer().brief(**arguments)  # type: ignore[arg-type]


def test_an_english_text_is_refused() -> None:
    """There is nothing to translate, and nobody should think there was."""
    with pytest.raises(InputError):
        summarizer().brief(text="The minister met the president in Astana on Monday.")


def test_a_one_word_article_works() -> None:
    """The smallest article is an article."""
    assert summarizer().brief(text="Москва").sentences


LONG = TEXT + " ".join(f"Цех номер {number} выпускает детали." for number in range(3, 40))


def test_a_brief_translates_only_what_may_come_into_it() -> None:
    """The rest is counted, so that nobody takes the translations for the whole article."""
    brief = summarizer().brief(text=LONG)
    whole = summarizer(whole=True).brief(text=LONG)
    assert len(brief.translations) < 10
    assert len(brief.translations) + brief.untranslated == len(whole.translations)
    assert whole.untranslated == 0
    assert brief.text == whole.text
