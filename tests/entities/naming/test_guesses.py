"""A name that is spelt by ear is named to the reader."""

from __future__ import annotations

import pytest

from summarizer import Summarizer
from summarizer.entities.naming import english
from summarizer.entities.naming.guesses import note_on_guesses
from summarizer.entities.russian.persons import parse
from summarizer.testing import FakeTranslator
from summarizer.types import NoteCode, Origin

ARTICLE = (
    "Стрельба в Канаде\n\n"
    "Стрелял Габриэл Уортман, сообщил премьер Джастин Трюдо. Погода была хорошая."
)


@pytest.mark.parametrize(
    ("russian", "origin"),
    [
        ("Габриэл Уортман", Origin.GUESSED),
        ("Уортмана", Origin.GUESSED),
        ("Стивен Смит", Origin.ROMANISED),  # tables have both parts
        ("Сергей Когогин", Origin.ROMANISED),  # one letter after the other
        ("Бориса Джонсона", Origin.GAZETTEER),
    ],
)
def test_only_unlisted_foreigners_are_guessed(russian: str, origin: Origin) -> None:
    assert english.person(parse(russian)).origin is origin


@pytest.mark.parametrize(
    ("russian", "origin"),
    [("Портапике", Origin.GUESSED), ("Переделкине", Origin.ROMANISED)],
)
def test_places_too(russian: str, origin: Origin) -> None:
    """A Canadian village; what looks Russian is spelt letter by letter."""
    assert english.place(russian).origin is origin


def test_the_brief_says_which_names_are_guessed() -> None:
    """Trudeau is known. The note stands for the whole, and makes no sentence doubtful."""
    brief = Summarizer(translator=FakeTranslator()).brief(text=ARTICLE)
    (note,) = (note for note in brief.notes if note.code is NoteCode.SPELLING)
    assert note.sentence is None
    assert "Gabriel Wartman («Габриэл Уортман»)" in note.text
    assert "Trudeau" not in note.text


def test_only_the_names_of_the_given_sentences() -> None:
    ledger = Summarizer().entities(text=ARTICLE)
    told = next(s.index for s in ledger.sentences if "Уортман" in s.text)
    assert note_on_guesses(ledger.entities, {told}) == note_on_guesses(ledger.entities)
    assert note_on_guesses(ledger.entities, set()) == ()
