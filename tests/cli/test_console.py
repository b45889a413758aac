"""What is said on standard error."""

from __future__ import annotations

import logging

import pytest

from summarizer.cli.console import Meter, say_error, start_log, summary
from summarizer.cli.groups import Voice
from summarizer.errors import InputError
from summarizer.types import (
    Entity,
    Kind,
    Match,
    Mention,
    Note,
    NoteCode,
    Origin,
    Sentence,
    Status,
    Translation,
)

MENTION = Mention(0, 1, "х", 0, "x")


def entities(number: int) -> list[Entity]:
    row = Entity(Kind.LOC, "х", "x", ("x",), Origin.GAZETTEER, (MENTION,))
    return [row] * number


def translation(*matches: tuple[int, Status], notes: tuple[Note, ...] = ()) -> Translation:
    found = tuple(Match(entity, MENTION, status) for entity, status in matches)
    return Translation(Sentence(0, 0, 0, 1, "х"), "x", matches=found, notes=notes)


def test_summary_counts_an_entity_by_its_worst_mention() -> None:
    """Kept twice and missing once is flagged; repaired outweighs kept."""
    translations = [
        translation((0, Status.KEPT), (1, Status.KEPT), (2, Status.REPAIRED)),
        translation((0, Status.MISSING), (1, Status.KEPT), (2, Status.KEPT)),
    ]
    assert summary(entities(3), translations) == "3 entities, 1 kept, 1 repaired, 1 flagged"


def test_summary_counts_nothing_of_untranslated_sentences() -> None:
    """An entity that only stands in them is neither kept nor lost."""
    line = summary(entities(3), [translation((0, Status.KEPT))], untranslated=4)
    assert line == "1 entity, 1 kept, 0 repaired, 0 flagged; 4 of 5 not needed for the brief"


def test_summary_names_what_was_not_checked() -> None:
    """An entity with no English form is neither kept nor flagged."""
    line = summary(entities(2), [translation((0, Status.KEPT), (1, Status.UNCHECKED))])
    assert line == "2 entities, 1 kept, 0 repaired, 0 flagged, 1 unchecked"


def test_summary_says_how_many_sentences_are_doubtful() -> None:
    """A repaired sentence is not doubtful, a looping one is."""
    repaired = translation((0, Status.REPAIRED), notes=(Note(NoteCode.REPAIRED, "x", 0),))
    loops = translation(notes=(Note(NoteCode.UNRELIABLE, "loops", 0),))
    line = summary(entities(1), [repaired, loops])
    assert line == "1 entity, 0 kept, 1 repaired, 0 flagged; 1 of 2 sentences flagged"


def test_an_error_is_one_line_and_names_its_file_once(capsys: pytest.CaptureFixture[str]) -> None:
    """The file is put before a message that does not name it, and not before one that does."""
    say_error(InputError("a.txt is empty"), where="a.txt")
    say_error(InputError("not Russian"), where="b.txt")
    assert capsys.readouterr().err == "summarizer: a.txt is empty\nsummarizer: b.txt: not Russian\n"


def test_debug_shows_the_traceback(capsys: pytest.CaptureFixture[str]) -> None:
    """And nothing else does."""
    for voice, shown in ((Voice(verbose=True), False), (Voice(debug=True), True)):
        start_log(voice)
        try:
            raise InputError("a.txt is empty")
        except InputError as error:
            say_error(error)
        assert ("Traceback" in capsys.readouterr().err) is shown


def test_log_levels_follow_the_options(capsys: pytest.CaptureFixture[str]) -> None:
    """Warnings by default, information with -v, errors alone with -q; never twice."""
    log = logging.getLogger("summarizer.some.part")
    said = {}
    for voice in (Voice(), Voice(verbose=True), Voice(quiet=True)):
        start_log(voice)
        log.info("information")
        log.warning("warning")
        said[voice] = capsys.readouterr().err.count("\n")
    assert list(said.values()) == [1, 2, 0]


def test_progress_is_silent_where_there_is_no_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    """A log file or a pipe gets no bars."""
    meter = Meter(Voice())
    meter("translate", 1, 18)
    meter.clear()
    assert capsys.readouterr().err == ""


def test_progress_is_drawn_on_a_terminal_and_taken_away(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two tasks, one of unknown length; nothing of it reaches standard output."""
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    meter = Meter(Voice())
    meter("translate", 1, 18)
    meter("read", 5, 0)
    meter.clear()
    captured = capsys.readouterr()
    assert "translate" in captured.err
    assert captured.out == ""
