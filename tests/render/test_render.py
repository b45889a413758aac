"""What holds in every format."""

import unicodedata
from dataclasses import replace

import pytest

from summarizer import render
from summarizer.errors import ConfigError
from summarizer.types import (
    Article,
    Brief,
    Ledger,
    Note,
    NoteCode,
    Signature,
    TranslatedArticle,
)

ALL = pytest.mark.parametrize("format", list(render.FORMATS))


def every_output(brief: Brief, translated: TranslatedArticle, format: str) -> list[str]:
    return [
        render.brief(brief, format),
        render.translation(translated, format),
        render.ledger(translated.ledger, translated.translations, format),
        render.ledger(translated.ledger, (), format),
    ]


@ALL
def test_the_same_value_gives_the_same_characters(
    brief: Brief, translated: TranslatedArticle, format: str
) -> None:
    """Nothing depends on the time, the machine or the order of a set."""
    assert every_output(brief, translated, format) == every_output(brief, translated, format)


@ALL
def test_no_hidden_character_is_written(
    brief: Brief, translated: TranslatedArticle, format: str
) -> None:
    """No zero-width mark, no control character but the line end."""
    for output in every_output(brief, translated, format):
        hidden = {c for c in output if unicodedata.category(c) in ("Cf", "Cc", "Co") and c != "\n"}
        assert hidden == set()


@ALL
def test_every_output_ends_with_one_newline(
    brief: Brief, translated: TranslatedArticle, format: str
) -> None:
    """Files can be joined."""
    for output in every_output(brief, translated, format):
        assert output.endswith("\n")
        assert not output.endswith("\n\n")


@ALL
def test_a_doubtful_sentence_shows_in_the_brief_and_the_translation(
    brief: Brief, translated: TranslatedArticle, format: str
) -> None:
    """The mark and the reason are in the visible text."""
    mark = '"flagged": true' if format == "json" else "[?]"
    for output in every_output(brief, translated, format)[:2]:
        assert mark in output
        assert "«Тихомиров» is not in the English" in output


@pytest.mark.parametrize("format", ["text", "md", "html"])
def test_a_doubtful_title_shows(brief: Brief, format: str) -> None:
    """It is a translation like the others."""
    title, *rest = brief.translations
    doubtful = replace(title, notes=(Note(NoteCode.UNRELIABLE, "not reliable", 0),))
    count = render.brief(brief, format).count("[?]")
    made = replace(brief, translations=(doubtful, *rest))
    assert render.brief(made, format).count("[?]") > count


@ALL
def test_a_missing_entity_shows_in_the_table(
    brief: Brief, translated: TranslatedArticle, format: str
) -> None:
    """With its status, which is left out where nothing was translated."""
    checked, unchecked = every_output(brief, translated, format)[2:]
    assert "missing" in checked
    assert "missing" not in unchecked.partition("<body>")[2 if format == "html" else 0]


@ALL
def test_the_signature_stands_in_the_output(brief: Brief, format: str) -> None:
    """One line says what produced this English."""
    assert "summarizer/1.0 translation:m@abcdef123456/fake beam=1" in render.brief(brief, format)


@ALL
def test_an_article_without_anything_renders(format: str) -> None:
    """No title, no date, no sentence, no entity."""
    nothing = Article("", "")
    ledger = Ledger(nothing, (), ())
    signature = Signature("1", ())
    outputs = every_output(
        Brief(nothing, "", (), (), (), (), signature),
        TranslatedArticle(ledger, (), (), signature),
        format,
    )
    assert all(output.strip() for output in outputs)


def test_an_unknown_format_is_refused_with_those_that_exist(brief: Brief) -> None:
    """The message says what to type."""
    with pytest.raises(ConfigError, match="'pdf': choose one of text, md, json, html"):
        render.brief(brief, "pdf")
