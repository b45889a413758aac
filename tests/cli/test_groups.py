"""Groups of options become options of the command line, and the library's own."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path
from typing import Annotated

import pytest
import typer
from typer.testing import CliRunner

from summarizer.cli.groups import Checks, Files, Format, Models, Names, Writing, options, spread
from summarizer.options import Ladder, Options, Style
from summarizer.render import FORMATS


def test_defaults_are_the_library_s() -> None:
    """Nothing is said twice: a group that nobody filled in changes nothing."""
    assert options(Models(), Names(), Checks(), Writing()) == Options()


def test_formats_are_the_renderers() -> None:
    """One that is offered and not there would fail after all the work."""
    assert [form.value for form in Format] == list(FORMATS)


def test_what_is_typed_wins_over_what_is_set(monkeypatch: pytest.MonkeyPatch) -> None:
    """And what is set over the defaults."""
    monkeypatch.setenv("SUMMARIZER_WORDS", "60")
    monkeypatch.setenv("SUMMARIZER_HINTS", "false")
    found = options(Writing(words=50), Checks())
    assert (found.words, found.hints, found.sentences) == (50, False, Options().sentences)


def test_every_field_is_an_option_of_the_library() -> None:
    """A group's field that `Options` does not have would be an option that does nothing."""
    known = {field.name for field in fields(Options)}
    for group in (Models, Names, Checks, Writing):
        assert {field.name for field in fields(group)} <= known


def test_a_command_gets_its_groups_filled_from_the_command_line() -> None:
    """Each field is an option; the command sees whole values."""
    seen: list[Options] = []

    @spread
    def command(files: Files, writing: Writing, names: Names, checks: Checks) -> None:
        seen.append(options(writing, names, checks))

    app = typer.Typer()
    app.command()(command)
    line = "a.txt --sentences 5 --style extractive --glossary g.csv --no-hints --ladder off"
    ended = CliRunner().invoke(app, line.split())
    assert ended.exit_code == 0, ended.output
    assert seen == [
        Options(
            sentences=5,
            style=Style.EXTRACTIVE,
            glossary=Path("g.csv"),
            hints=False,
            ladder=Ladder.OFF,
        )
    ]


def test_an_option_outside_a_group_keeps_its_default() -> None:
    """A command's own option was once asked for as if it had none."""
    seen: list[bool] = []

    @spread
    def command(
        files: Files, writing: Writing, check: Annotated[bool, typer.Option("--check")] = False
    ) -> None:
        seen.append(check)

    app = typer.Typer()
    app.command()(command)
    for line in ("a.txt", "a.txt --check"):
        assert CliRunner().invoke(app, line.split()).exit_code == 0
    assert seen == [False, True]


@pytest.mark.parametrize("line", ["", "a.txt --sentences 0", "a.txt --style poem", "a.txt --what"])
def test_wrong_usage_is_exit_code_2(line: str) -> None:
    """No file, a number out of range, a word that is no choice, an option that is not there."""

    @spread
    def command(files: Files, writing: Writing) -> None:
        raise AssertionError

    app = typer.Typer()
    app.command()(command)
    assert CliRunner().invoke(app, line.split()).exit_code == 2
