"""Plain text."""

from dataclasses import replace

from summarizer import render
from summarizer.types import Brief, BriefSentence, Note, NoteCode, TranslatedArticle


def test_a_brief_reads_from_title_to_signature(brief: Brief) -> None:
    """Doubt stands after the sentence, its reason under the notes."""
    assert render.brief(brief, "text") == (
        "Visit <to> Astana\n"
        "December 30, 2014 · a1.txt\n"
        "\n"
        "Minnikhanov came to Astana on Dec. 29. The director is <glad> & *sings*. [?]\n"
        "\n"
        "Notes\n"
        "- sentence 1: Minin became Minnikhanov\n"
        "- sentence 2: «Тихомиров» is not in the English\n"
        "\n"
        "-- summarizer/1.0 translation:m@abcdef123456/fake beam=1\n"
    )


def test_notes_on_other_sentences_are_counted(brief: Brief) -> None:
    """The text stays short; JSON has them all."""
    other = Note(NoteCode.CHANGED, "12 became 13", 3)
    output = render.brief(replace(brief, notes=(*brief.notes, other)), "text")
    assert "12 became 13" not in output
    assert "- 1 more on sentences that are not in the brief" in output


def test_a_refused_sentence_is_told_even_if_its_source_is_not_in_the_brief(brief: Brief) -> None:
    """What the gate did is always news."""
    note = Note(NoteCode.REPLACED, "the written sentence was refused", 3)
    output = render.brief(replace(brief, notes=(note,)), "text")
    assert "the written sentence was refused" in output


def test_without_notes_there_is_no_heading_for_them(brief: Brief) -> None:
    """A clean brief is title, text and signature."""
    clean = [replace(t, notes=(), matches=()) for t in brief.translations]
    output = render.brief(replace(brief, notes=(), translations=tuple(clean)), "text")
    assert "Notes" not in output
    assert "[?]" not in output


def test_long_briefs_are_wrapped_between_words_and_hyphens_stay(brief: Brief) -> None:
    """A "Mi-17V5" is not torn apart."""
    long = BriefSentence("The Mi-17V5 came. " * 20 + "End.", (1,))
    lines = render.brief(replace(brief, sentences=(long,)), "text").splitlines()
    assert max(map(len, lines)) <= 88
    assert not any(line.endswith("Mi-") for line in lines)


def test_a_translation_shows_russian_above_english(translated: TranslatedArticle) -> None:
    """Under the number that the notes and the brief's sources use."""
    output = render.translation(translated, "text")
    assert "0.  Визит <в> Астану\n    Visit <to> Astana\n" in output
    assert "    The director is <glad> & *sings*. [?]\n    note: sentence 2: «Тихомиров»" in output


def test_the_ledger_is_a_table_that_points_at_what_is_lost(translated: TranslatedArticle) -> None:
    """The exclamation mark finds the eye."""
    lines = render.ledger(translated.ledger, translated.translations, "text").splitlines()
    assert lines[0].split() == ["Kind", "Russian", "English", "Origin", "Count", "Status"]
    assert [line[0] for line in lines] == [" ", " ", " ", " ", "!"]
    assert lines[4].split() == ["!", "PER", "Тихомиров", "Tikhomirov", "gazetteer", "1", "missing"]
