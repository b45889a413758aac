"""Killed at any moment, a batch loses nothing and shows nothing half done."""

from __future__ import annotations

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

from summarizer.batch.outputs import Target
from tests.batch.conftest import tree, write_articles

ARTICLES = 300
KILLS = int(os.environ.get("SUMMARIZER_TEST_KILLS", "2"))  # CI sets 20
LONGEST = 120  # seconds


def start(source: Path, out: Path, workers: int = 1) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "tests.batch.killed", str(source), str(out), str(workers)]
    return subprocess.Popen(command, start_new_session=True)


def wait_for(out: Path, count: int) -> None:
    """Until so many results are there."""
    deadline = time.monotonic() + LONGEST
    while len(list(out.rglob("*.json"))) < count:
        assert time.monotonic() < deadline
        time.sleep(0.005)


def are_whole(out: Path) -> bool:
    """What has its final name is JSON, not hidden, not empty."""
    return all(
        json.loads(data)["kind"] == "brief"
        for name, data in tree(out).items()
        if not Path(name).name.startswith(".")
    )


def test_killed_again_and_again_the_result_is_the_same(tmp_path: Path) -> None:
    """SIGKILL at random moments, resumed each time: byte-equal to an uninterrupted run."""
    write_articles(tmp_path / "in", ARTICLES)
    moments = random.Random(7)
    assert start(tmp_path / "in", tmp_path / "whole").wait(LONGEST) == 0
    for kill in range(KILLS):
        running = start(tmp_path / "in", tmp_path / "out")
        wait_for(tmp_path / "out", (kill + 1) * ARTICLES // (KILLS + 2))
        time.sleep(moments.uniform(0, 0.05))
        os.killpg(running.pid, signal.SIGKILL)
        assert running.wait(LONGEST) == -signal.SIGKILL
        assert are_whole(tmp_path / "out")
    assert start(tmp_path / "in", tmp_path / "out").wait(LONGEST) == 0
    assert tree(tmp_path / "out") == tree(tmp_path / "whole")


def test_one_file_of_results_appears_only_when_all_are_in_it(tmp_path: Path) -> None:
    """Killed before the end there is none; after the next run it has every article."""
    write_articles(tmp_path / "in", 100)
    running = start(tmp_path / "in", tmp_path / "out.jsonl")
    journal = tmp_path / "out.jsonl.batch/manifest.sqlite-wal"
    deadline = time.monotonic() + LONGEST
    while not journal.exists() or journal.stat().st_size < 300_000:
        assert time.monotonic() < deadline
        time.sleep(0.005)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait(LONGEST)
    assert not (tmp_path / "out.jsonl").exists()
    assert start(tmp_path / "in", tmp_path / "out.jsonl").wait(LONGEST) == 0
    assert len((tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()) == 100


def test_stopped_in_the_middle_the_manifest_counts_every_article_once(tmp_path: Path) -> None:
    """What is done, failed and left add up to what there is."""
    from summarizer.batch.manifest import Manifest

    write_articles(tmp_path / "in", 60)
    running = start(tmp_path / "in", tmp_path / "out")
    wait_for(tmp_path / "out", 20)
    os.killpg(running.pid, signal.SIGKILL)
    running.wait(LONGEST)
    manifest = Manifest(Target(tmp_path / "out", "json").manifest)
    counts = manifest.counts()
    manifest.close()
    assert sum(counts.values()) == 60
    assert 16 <= counts["done"] < 60
    assert counts["failed"] == 0
