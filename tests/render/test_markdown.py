"""Markdown."""

import pytest

from summarizer import render
from summarizer.render.markdown import escape
from summarizer.types import Brief, TranslatedArticle


def test_a_brief_has_a_heading_sources_and_notes(brief: Brief) -> None:
    """The numbers lead to the sentences of the article."""
    output = render.brief(brief, "md")
    assert output.startswith("# Visit \\<to\\> Astana\n\n*December 30, 2014 · a1.txt*\n\n")
    assert "Minnikhanov came to Astana on Dec. 29. (1)" in output
    assert "\\*sings\\*. (2) **[?]**" in output
    assert "## Notes\n\n- sentence 1: Minin" in output


def test_a_table_keeps_its_columns_whatever_the_text(translated: TranslatedArticle) -> None:
    """A bar or a line break in the text is no border."""
    for output in (
        render.translation(translated, "md"),
        render.ledger(translated.ledger, translated.translations, "md"),
    ):
        rows = [line for line in output.splitlines() if line.startswith("|")]
        assert len(rows) > 4
        assert len({line.replace("\\|", "").count("|") for line in rows}) == 1


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("a|b", "a\\|b"),
        ("[x](y) <b>", "\\[x\\](y) \\<b\\>"),
        ("# no heading", "\\# no heading"),
        ("- no item", "\\- no item"),
        ("1. no item", "1\\. no item"),
        ("2014 was good", "2014 was good"),
        ("two\nlines", "two lines"),
        ("Mi-17V5", "Mi-17V5"),
    ],
)
def test_nothing_in_a_text_is_markup(text: str, escaped: str) -> None:
    """An article cannot draw its own table."""
    assert escape(text) == escaped
