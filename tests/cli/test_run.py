"""One run over several files: what comes out, what is named, how it ends."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
import typer

from summarizer.cli.groups import Format, Output, Voice
from summarizer.cli.run import Run
from summarizer.errors import InputError, ModelNotFoundError, OutputError, TranslationError

FAILURES = {"bad.txt": InputError("bad.txt is empty"), "worse.txt": TranslationError("no text")}


def work(file: str) -> str:
    """Stand in for the library: some files fail."""
    if file in FAILURES:
        raise FAILURES[file]
    return f"brief of {file}"


def finish(files: list[str], output: Output) -> None:
    with Run(files, output, Voice()) as run:
        for result in run.each(work):
            run.write(result)


def test_results_go_to_standard_output_apart_and_in_order(
    capsys: pytest.CaptureFixture[str],
) -> None:
    """An empty line between two texts; each ends in one newline."""
    finish(["a.txt", "b.txt"], Output())
    assert capsys.readouterr().out == "brief of a.txt\n\nbrief of b.txt\n"


def test_json_is_one_object_a_line(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing stands between the lines."""
    finish(["a.txt", "b.txt"], Output(format=Format.JSON))
    assert capsys.readouterr().out == "brief of a.txt\nbrief of b.txt\n"


@pytest.mark.parametrize(
    ("files", "code"),
    [
        (["a.txt", "bad.txt", "b.txt"], 3),
        (["worse.txt", "a.txt"], 3),
        (["bad.txt", "worse.txt"], 1),
    ],
)
def test_a_file_that_fails_is_named_and_the_others_come_through(
    files: list[str], code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 3 where some failed, 1 where all did."""
    with pytest.raises(typer.Exit) as ended:
        finish(files, Output())
    captured = capsys.readouterr()
    assert ended.value.exit_code == code
    assert [f"brief of {file}" in captured.out for file in files] == [
        file not in FAILURES for file in files
    ]
    assert all(file in captured.err for file in files if file in FAILURES)


def test_the_only_file_s_failure_is_the_program_s() -> None:
    """There is nothing to pass over to."""
    with pytest.raises(InputError, match=r"bad\.txt is empty"):
        finish(["bad.txt"], Output())


def test_a_missing_model_ends_the_run_at_once() -> None:
    """It would be missing for the next file too."""

    def find_no_model(file: str) -> str:
        raise ModelNotFoundError("summarizer models pull x")

    with (
        pytest.raises(ModelNotFoundError),
        Run(["a.txt", "b.txt"], Output(), Voice()) as run,
    ):
        list(run.each(find_no_model))


def test_an_output_file_is_whole_or_not_there(tmp_path: Path) -> None:
    """A run that breaks leaves the old file as it was, and no other file beside it."""
    path = tmp_path / "out.txt"
    path.write_text("old")

    def break_off() -> None:
        with Run(["a.txt"], Output(path=path), Voice()) as run:
            run.write("new")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()
    assert [file.name for file in tmp_path.iterdir()] == ["out.txt"]
    assert path.read_text() == "old"


def test_an_output_file_holds_all_results(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In UTF-8, readable as any other file of the user, and standard output stays empty."""
    path = tmp_path / "out.txt"
    finish(["«а».txt", "b.txt"], Output(path=path))
    assert path.read_text(encoding="utf-8") == "brief of «а».txt\n\nbrief of b.txt\n"
    assert path.stat().st_mode & 0o400
    assert [file.name for file in tmp_path.iterdir()] == ["out.txt"]
    assert capsys.readouterr().out == ""


def test_what_came_through_is_kept_when_others_fail(tmp_path: Path) -> None:
    """And no file is made where nothing came through."""
    with pytest.raises(typer.Exit):
        finish(["a.txt", "bad.txt"], Output(path=tmp_path / "some.txt"))
    with pytest.raises(typer.Exit):
        finish(["bad.txt", "worse.txt"], Output(path=tmp_path / "none.txt"))
    assert (tmp_path / "some.txt").read_text() == "brief of a.txt\n"
    assert not (tmp_path / "none.txt").exists()


def test_an_output_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    """A folder that does not exist, and a folder where a file should be."""
    for path in (tmp_path / "no" / "out.txt", tmp_path):
        with pytest.raises(OutputError, match="cannot write"):
            finish(["a.txt"], Output(path=path))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux")
def test_a_full_disk_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Standard output on a full disk was once called a defect."""
    with Path("/dev/full").open("w") as full:
        monkeypatch.setattr("sys.stdout", full)
        with pytest.raises(OutputError, match="cannot write standard output: No space left"):
            finish(["a.txt"], Output())
        monkeypatch.undo()
        with suppress(OSError):
            full.close()


def test_a_page_holds_one_article() -> None:
    """Two HTML documents in a row are not one."""
    with pytest.raises(typer.BadParameter, match="one FILE"):
        finish(["a.txt", "b.txt"], Output(format=Format.HTML))
