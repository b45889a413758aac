"""Answers are kept by what was asked, and a broken cache never breaks a translation."""

from __future__ import annotations

import multiprocessing
import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from summarizer.errors import OutputError
from summarizer.options import GREEDY, Decoding
from summarizer.translate import cache as caches
from summarizer.translate.cache import SentenceCache, cache_file, digest, full_name, key_of
from summarizer.translate.protocol import Hint, Segment
from summarizer.types import ModelUse

MODEL = "translation:a+@1/fake"


def fill(cache: SentenceCache, count: int, size: int = 10) -> list[bytes]:
    keys = [digest(number) for number in range(count)]
    cache.put(MODEL, {key: ({"text": "x" * size}, ["y"]) for key in keys})
    return keys


@pytest.mark.parametrize(
    "other",
    [
        key_of("other", Segment("Текст"), GREEDY),
        key_of(MODEL, Segment("Текст."), GREEDY),
        key_of(MODEL, Segment("Текст", (Hint("Текст", "Text"),)), GREEDY),
        key_of(MODEL, Segment("Текст"), Decoding(beam_size=4)),
    ],
)
def test_the_key_is_everything_that_was_asked(other: bytes) -> None:
    """Model to the revision, text, hints and decoding."""
    assert key_of(MODEL, Segment("Текст"), GREEDY) == key_of(MODEL, Segment("Текст"), Decoding())
    assert key_of(MODEL, Segment("Текст"), GREEDY) != other


def test_models_differ_by_their_whole_revision() -> None:
    """`str(use)` shortens it."""
    one, two = (ModelUse("translation", "a", "1" * 12 + end, "e") for end in "xy")
    assert str(one) == str(two)
    assert full_name(one) != full_name(two)


def test_what_was_put_is_found_by_every_process(tmp_path: Path) -> None:
    """Also by those that come later, and in pieces of any size."""
    path = tmp_path / "deep/sentences.sqlite"
    keys = fill(SentenceCache(path), 1200)
    again = SentenceCache(path)
    assert again.get([*keys, b"unknown"]) == {key: ["y"] for key in keys}
    assert again.get([]) == {}


def test_stats_clear_and_export(tmp_path: Path) -> None:
    """What the command line shows."""
    cache = SentenceCache(tmp_path / "sentences.sqlite")
    fill(cache, 5)
    stats = cache.stats()
    assert (stats.answers, dict(stats.models)) == (5, {MODEL: 5})
    assert stats.bytes > 0
    assert next(iter(cache.export())) == {
        "model": MODEL,
        "asked": {"text": "x" * 10},
        "answer": ["y"],
    }
    cache.learn("fact", {"a": 1})
    assert cache.fact("fact") == {"a": 1}
    assert cache.clear() == 5
    assert cache.stats().answers == 0
    assert cache.fact("fact") is None


def test_above_its_limit_it_drops_what_nobody_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The least recently used first, when it is opened."""
    path = tmp_path / "sentences.sqlite"
    monkeypatch.setattr(caches, "today", lambda: 100)
    cache = SentenceCache(path)
    keys = fill(cache, 500, size=1000)
    monkeypatch.setattr(caches, "today", lambda: 200)
    assert len(cache.get(keys[:50])) == 50
    cache.close()
    small = SentenceCache(path, limit=300_000)
    assert small.stats().bytes <= 300_000
    left = small.get(keys)
    assert set(keys[:50]) <= set(left)
    assert len(left) < 300


@pytest.mark.parametrize("harm", ["damaged", "directory", "readonly"])
def test_a_cache_that_cannot_be_used_is_left_alone(
    tmp_path: Path, harm: str, caplog: pytest.LogCaptureFixture
) -> None:
    """Translation goes on without it, and the log says so."""
    path = tmp_path / "sentences.sqlite"
    if harm == "damaged":
        path.write_bytes(b"no database" * 1000)
    elif harm == "directory":
        path.mkdir()
    else:
        (tmp_path / "file").write_text("")
        path = tmp_path / "file" / "sentences.sqlite"
    cache = SentenceCache(path)
    keys = fill(cache, 3)
    assert cache.get(keys) == {}
    assert cache.stats().answers == 0
    assert "is not used" in caplog.text
    with pytest.raises(OutputError, match="cannot be opened"):
        list(cache.export())


def test_a_cache_that_fails_in_the_middle_is_given_up(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A full disk while it is written to costs the cache, not the translation."""
    cache = SentenceCache(tmp_path / "sentences.sqlite")
    assert cache._db is not None
    cache._db.execute("DROP TABLE answers")
    fill(cache, 3)
    assert "no such table" in caplog.text
    assert cache.get([b"x"]) == {}


def write_some(path: Path, number: int) -> None:
    cache = SentenceCache(path)
    for turn in range(20):
        cache.put(MODEL, {digest(number, turn): ("asked", "answer")})


def test_processes_share_it(tmp_path: Path) -> None:
    """Workers write at the same time and nothing is lost."""
    path = tmp_path / "sentences.sqlite"
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=write_some, args=(path, number)) for number in range(3)]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    assert SentenceCache(path).stats().answers == 60


def test_the_process_that_comes_while_another_creates_it_waits(tmp_path: Path) -> None:
    """SQLite itself does not wait with the change to a write-ahead log: it says "locked"."""
    path = tmp_path / "sentences.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("CREATE TABLE first (x)")
        release = threading.Timer(0.3, other.execute, ["COMMIT"])
        release.start()
        cache = SentenceCache(path)
        release.join()
    keys = fill(cache, 3)
    assert len(cache.get(keys)) == 3


def test_a_lock_that_stays_costs_the_cache_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(caches, "PATIENCE", 0.1)
    path = tmp_path / "sentences.sqlite"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        assert SentenceCache(path).get([b"x"]) == {}
    assert "is not used: database is locked" in caplog.text


def test_the_file_is_where_the_user_wants_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """SUMMARIZER_CACHE, else the platform's folder."""
    monkeypatch.setenv("SUMMARIZER_CACHE", str(tmp_path))
    assert cache_file() == tmp_path / "sentences.sqlite"
    monkeypatch.delenv("SUMMARIZER_CACHE")
    assert cache_file().parent.name == "summarizer"


def test_an_interrupted_write_leaves_the_cache_open_to_others(tmp_path: Path) -> None:
    """Ctrl-C in a transaction must not lock it."""
    path = tmp_path / "sentences.sqlite"
    cache = SentenceCache(path)

    class Interrupting(list[tuple[str, str]]):
        def __iter__(self):  # type: ignore[no-untyped-def]
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cache._run_many("INSERT INTO facts VALUES (?, ?)", Interrupting([("a", "b")]))
    other = sqlite3.connect(path, timeout=0)
    other.execute("INSERT INTO facts VALUES ('a', '1')")
    other.commit()
    other.close()
    assert cache.fact("a") == 1
