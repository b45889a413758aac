"""The batch and cache commands end to end, with stand-ins where models are loaded."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from summarizer.batch.run import Tally
from summarizer.cli import batch_progress
from summarizer.cli.batch_progress import Reporter, duration, line
from summarizer.testing import FakeTranslator
from tests.batch.conftest import tree, write_articles
from tests.cli.conftest import Command

OUT = ("-o", "out", "--no-cache", "--style", "extractive")


@pytest.fixture(autouse=True)
def here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fake_models: FakeTranslator
) -> FakeTranslator:
    """In an empty folder with its own cache, with four articles."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SUMMARIZER_CACHE", str(tmp_path / "cache"))
    write_articles(tmp_path / "in", 4)
    return fake_models


def test_a_batch_says_what_it_did(command: Command, tmp_path: Path) -> None:
    """Nothing on standard output, one line on standard error; the second run has nothing to do."""
    ended = command("batch", "in", *OUT)
    assert (ended.code, ended.out) == (0, "")
    assert ended.err.startswith("summarizer: 4 of 4 articles, 12 sentences, ")
    assert len(tree(tmp_path / "out")) == 4
    assert "4 of 4 articles (4 done before)" in command("batch", "in", *OUT).err


def test_failures_are_named_and_can_be_tried_again(command: Command, tmp_path: Path) -> None:
    """Exit code 3; status says why; retry does only those."""
    (tmp_path / "in/bad.txt").write_text("Good morning to you.", encoding="utf-8")
    ended = command("batch", "in", *OUT)
    assert ended.code == 3
    assert "summarizer: bad: " in ended.err
    assert "looks English" in ended.err
    assert "batch status out" in ended.err
    status = command("batch", "status", "out")
    assert (status.code, status.out.splitlines()[0]) == (0, "out: 4 done, 1 failed, 0 left")
    told = json.loads(command("batch", "status", "out", "--json").out)
    assert (told["done"], told["failed"], told["failures"][0]["name"]) == (4, 1, "bad")
    (tmp_path / "in/bad.txt").write_text("Доброе утро.", encoding="utf-8")
    ended = command("batch", "retry", "out", "--no-cache")
    assert ended.code == 0
    assert "1 of 1 articles" in ended.err
    assert command("batch", "status", "out").out == "out: 5 done, 0 failed, 0 left\n"


def test_a_list_of_files_comes_from_standard_input(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One path a line, empty lines passed over."""
    monkeypatch.setattr(sys, "stdin", io.StringIO("in/day0/00000.txt\n\nin/day1/00001.txt\n"))
    assert command("batch", "-", *OUT, "-f", "md").code == 0
    assert sorted(tree(tmp_path / "out")) == ["00000.md", "00001.md"]


def test_translations_can_be_asked_for(command: Command, tmp_path: Path) -> None:
    """Instead of briefs."""
    assert command("batch", "in", *OUT, "--translate").code == 0
    (first, *_) = tree(tmp_path / "out").values()
    assert json.loads(first)["kind"] == "translation"


def test_progress_can_be_read_by_programs(command: Command, tmp_path: Path) -> None:
    """Every line is an object with its event."""
    (tmp_path / "in/bad.txt").write_bytes(b"")
    ended = command("batch", "in", *OUT, "--log-json")
    events = [json.loads(each) for each in ended.err.splitlines()]
    assert [each["event"] for each in events] == ["failed", "finished"]
    assert events[0]["name"] == "bad"
    assert (events[1]["done"], events[1]["failed"], events[1]["left"]) == (4, 1, 0)


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("batch", "nowhere", *OUT), 1, "nowhere does not exist"),
        (("batch", "in"), 2, "-o"),
        (("batch", *OUT), 1, "no input"),
        (("batch", "status", "in"), 1, "in is not the output of a batch"),
        (("batch", "in", *OUT, "--engine", "spark"), 2, "choose local or ray"),
        (("batch", "in", "-o", "a.jsonl", "-f", "md"), 2, "JSON lines"),
        (("batch", "in", *OUT, "--workers", "0"), 2, "workers"),
    ],
)
def test_what_makes_no_sense_is_refused(
    command: Command, arguments: tuple[str, ...], code: int, message: str
) -> None:
    """With a message that says what to do, and no traceback."""
    ended = command(*arguments)
    assert ended.code == code
    assert message in ended.err
    assert "Traceback" not in ended.err


def test_fail_fast_ends_with_the_failure(command: Command, tmp_path: Path) -> None:
    """An error of the run, not a row."""
    (tmp_path / "in/a.txt").write_bytes(b"")
    ended = command("batch", "in", *OUT, "--fail-fast")
    assert ended.code == 1
    assert "stopped at the first failure, a: " in ended.err


# A shell without job control starts what runs in the background with SIGINT ignored, and that is
# inherited: `pytest &` would test that Ctrl-C does nothing.
STOPPED = """
import signal
import sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from summarizer.batch import make
from tests.batch.conftest import slow
make.without_cache = slow
from summarizer.cli import main
main()
"""


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_ctrl_c_and_sigterm_end_a_batch_cleanly(
    tmp_path: Path, number: signal.Signals, code: int
) -> None:
    """It says how to go on, and the next run does."""
    write_articles(tmp_path / "in", 400)
    arguments = [sys.executable, "-c", STOPPED, "batch", "in", *OUT]
    root = str(Path(__file__).parents[2])
    environment = {**os.environ, "PYTHONPATH": root}
    running = subprocess.Popen(
        arguments, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True
    )
    while len(list((tmp_path / "out").rglob("*.json"))) < 16:
        assert running.poll() is None
        time.sleep(0.01)
    running.send_signal(number)
    _, told = running.communicate(timeout=60)
    assert running.returncode == code
    assert "run the same command again to go on" in told
    assert "Traceback" not in told
    assert all(json.loads(data) for data in tree(tmp_path / "out").values())


def test_a_watched_folder_is_left_by_ctrl_c(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is old enough is done, what comes is waited for."""
    for path in (tmp_path / "in").rglob("*.txt"):
        os.utime(path, (1, 1))

    def interrupt(seconds: float) -> None:
        assert seconds == 0.5
        raise KeyboardInterrupt

    monkeypatch.setattr(time, "sleep", interrupt)
    ended = command("batch", "--watch", "in", "--every", "0.5", *OUT)
    assert ended.code == 130
    assert len(tree(tmp_path / "out")) == 4


def test_the_cache_can_be_looked_at_exported_and_emptied(command: Command) -> None:
    """Where it is, what it holds, and that it is empty afterwards."""
    from summarizer.translate.cache import SentenceCache, cache_file

    SentenceCache(cache_file()).put("fake", {b"key": ({"text": "Раз."}, [["One.", None]])})
    assert "1 answers" in command("cache", "stats").out
    assert json.loads(command("cache", "stats", "--json").out)["models"] == {"fake": 1}
    exported = json.loads(command("cache", "export").out)
    assert exported == {"model": "fake", "asked": {"text": "Раз."}, "answer": [["One.", None]]}
    assert command("cache", "clear").out == "1 answers forgotten\n"
    assert "0 answers" in command("cache", "stats").out


def test_the_progress_line_is_short_and_complete() -> None:
    """Articles, sentences, pace and time left."""
    tally = Tally(total=300, done=40, skipped=80, failed=2, sentences=1204, tokens=30_500)
    tally.started -= 100
    assert line(tally).startswith("122 of 300 articles (80 done before, 2 failed), 1,204 sentences")
    assert "12.0/s, 305 tokens/s, 7 min left" in line(tally)
    assert (duration(5), duration(600), duration(7200)) == ("5 s", "10 min", "2.0 h")


def test_on_a_terminal_one_line_is_rewritten(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """And elsewhere there is one line a minute."""
    reporter = Reporter(as_json=False, quiet=False)
    reporter(Tally(total=2, done=1))
    assert capsys.readouterr().err == ""
    reporter._last -= 61
    reporter(Tally(total=2, done=1))
    assert capsys.readouterr().err.startswith("summarizer: 1 of 2 articles")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    live = Reporter(as_json=False, quiet=False)
    live(Tally(total=2, done=1))
    assert capsys.readouterr().err.startswith("\r\x1b[2K1 of 2 articles")


def test_a_line_a_minute_comes_while_nothing_is_finished(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A window of long articles may take many minutes."""
    monkeypatch.setattr(batch_progress, "EVERY", 0.06)
    told = ""
    with Reporter(as_json=True, quiet=False) as reporter:
        reporter(Tally(total=2, done=1))
        deadline = time.monotonic() + 30
        while told.count("progress") < 3:
            assert time.monotonic() < deadline
            time.sleep(0.01)
            told += capsys.readouterr().err
    assert {json.loads(each)["event"] for each in told.splitlines()} == {"progress"}


def test_a_stopped_run_says_so_to_programs_too(capsys: pytest.CaptureFixture[str]) -> None:
    """As one more object, and no line that is none."""
    with Reporter(as_json=True, quiet=False) as reporter:
        reporter(Tally(total=2, done=1))
        reporter.stop()
    last = json.loads(capsys.readouterr().err.splitlines()[-1])
    assert (last["event"], last["done"], last["left"]) == ("stopped", 1, 1)
