"""Sentences that were translated once serve again: between articles, runs and programs.

News repeats itself: agencies reprint each other, and a run that was stopped begins its window
again. A translation is found by its text, hints, decoding and by the model to the revision, so a
cached one is what the model would say. What cannot be cached is translated: a cache that is
locked, full or damaged never fails an article.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, astuple, dataclass
from pathlib import Path
from typing import Any

from summarizer.errors import OutputError
from summarizer.options import Decoding
from summarizer.translate.protocol import BriefRequest, Segment
from summarizer.types import ModelUse

logger = logging.getLogger(__name__)

LIMIT = 1_000_000_000  # bytes; about two million sentences
PATIENCE = 30.0  # seconds to wait for another process that writes
AT_ONCE = 500  # keys a query; SQLite takes 32,766 values, older ones 999
SCHEMA = """
CREATE TABLE IF NOT EXISTS answers (
    key BLOB PRIMARY KEY, model TEXT NOT NULL, asked TEXT NOT NULL, answer TEXT NOT NULL,
    used INTEGER NOT NULL
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS uses ON answers (used);
CREATE TABLE IF NOT EXISTS facts (key TEXT PRIMARY KEY, value TEXT NOT NULL);
"""


def cache_file() -> Path:
    """Where the cache is: in SUMMARIZER_CACHE, else the platform's folder for caches."""
    from platformdirs import user_cache_path

    chosen = os.environ.get("SUMMARIZER_CACHE")
    folder = Path(chosen).expanduser() if chosen else user_cache_path("summarizer", appauthor=False)
    return folder / "sentences.sqlite"


@dataclass(frozen=True, slots=True)
class Stats:
    path: Path
    answers: int
    bytes: int
    limit: int  # bytes, above which the least recently used are dropped
    models: Mapping[str, int]  # answers of each


class SentenceCache:
    """Answers of models by what was asked. Safe for several processes at once."""

    def __init__(self, path: Path, limit: int = LIMIT) -> None:
        self.path, self.limit = path, limit
        self._db: sqlite3.Connection | None = None
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._db = sqlite3.connect(path, isolation_level=None, timeout=PATIENCE)
            _set_up(self._db)
            self._trim()
        except (OSError, sqlite3.Error) as error:
            self._give_up(error)

    def close(self) -> None:
        if self._db is not None:
            self._db.close()

    def get(self, keys: Sequence[bytes]) -> dict[bytes, Any]:
        """The answers that are known."""
        found: dict[bytes, Any] = {}
        for start in range(0, len(keys), AT_ONCE):
            some = keys[start : start + AT_ONCE]
            marks = ",".join("?" * len(some))
            rows = self._run(f"SELECT key, answer FROM answers WHERE key IN ({marks})", some)
            found |= {key: json.loads(answer) for key, answer in rows}
        self._touch(found)
        return found

    def _touch(self, keys: Iterable[bytes]) -> None:
        """Remember the day of use, so that what nobody uses goes first."""
        now = today()
        query = "UPDATE answers SET used = ? WHERE key = ? AND used < ?"
        self._run_many(query, [(now, key, now) for key in keys])

    def put(self, model: str, answers: Mapping[bytes, tuple[object, object]]) -> None:
        """Keep (what was asked, what was answered) by key."""
        rows = [
            (key, model, dumps(asked), dumps(answer), today())
            for key, (asked, answer) in answers.items()
        ]
        self._run_many("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?, ?)", rows)

    def fact(self, key: str) -> Any:
        """Something about a model that is needed before it is loaded, None if not known."""
        rows = self._run("SELECT value FROM facts WHERE key = ?", (key,))
        return json.loads(rows[0][0]) if rows else None

    def learn(self, key: str, value: object) -> None:
        self._run_many("INSERT OR REPLACE INTO facts VALUES (?, ?)", [(key, dumps(value))])

    def stats(self) -> Stats:
        models = dict(self._run("SELECT model, count(*) FROM answers GROUP BY model", ()))
        return Stats(self.path, sum(models.values()), self._size(), self.limit, models)

    def clear(self) -> int:
        """Forget everything; the number of answers that were forgotten."""
        count = self.stats().answers
        self._run_many("DELETE FROM answers", [()])
        self._run_many("DELETE FROM facts", [()])
        self._run("VACUUM", ())
        return count

    def export(self) -> Iterator[dict[str, object]]:
        """Every answer, as a record for JSON lines."""
        self._require()
        for model, asked, answer in self._run("SELECT model, asked, answer FROM answers", ()):
            yield {"model": model, "asked": json.loads(asked), "answer": json.loads(answer)}

    def _trim(self) -> None:
        """Drop the least recently used tenth as long as the file is above its limit."""
        while self._size() > self.limit:
            count = self._run("SELECT count(*) FROM answers", ())[0][0]
            if not count:
                return
            oldest = "SELECT key FROM answers ORDER BY used LIMIT ?"
            self._run_many(f"DELETE FROM answers WHERE key IN ({oldest})", [(count // 10 + 1,)])
            self._run("PRAGMA wal_checkpoint(TRUNCATE)", ())

    def _size(self) -> int:
        """Bytes in use, without the pages that are free again."""
        rows = self._run(
            "SELECT (page_count - freelist_count) * page_size"
            " FROM pragma_page_count(), pragma_freelist_count(), pragma_page_size()",
            (),
        )
        return int(rows[0][0]) if rows else 0

    def _run(self, query: str, values: Sequence[object]) -> list[Any]:
        if self._db is None:
            return []
        try:
            return self._db.execute(query, values).fetchall()
        except sqlite3.Error as error:
            self._give_up(error)
            return []

    def _run_many(self, query: str, rows: Sequence[Sequence[object]]) -> None:
        if self._db is None or not rows:
            return
        try:
            self._db.execute("BEGIN IMMEDIATE")
            try:
                self._db.executemany(query, rows)
            except BaseException:  # Ctrl-C too: an open transaction would lock out the others
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")
        except sqlite3.Error as error:
            self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        logger.warning("the sentence cache %s is not used: %s", self.path, error)
        if self._db is not None:
            self._db.close()
        self._db = None

    def _require(self) -> None:
        if self._db is None:
            raise OutputError(f"{self.path} cannot be opened; `summarizer cache clear` removes it")


def _set_up(db: sqlite3.Connection) -> None:
    """Tables and write-ahead log.

    SQLite does not wait for the lock that the change of the journal takes: of six processes that
    opened a new file at once, one in twenty was told "database is locked" and went without.
    """
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            db.execute("PRAGMA journal_mode=WAL")
            db.execute("PRAGMA synchronous=NORMAL")
            db.executescript(SCHEMA)
            return
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() > deadline:
                raise
            time.sleep(0.02)


def key_of(model: str, segment: Segment, decoding: Decoding) -> bytes:
    """What tells one translation from another: the model, the sentence, its hints, the search."""
    return digest(model, asdict(segment), astuple(decoding))


def key_of_brief(model: str, request: BriefRequest) -> bytes:
    return digest(model, asdict(request))


def digest(*parts: object) -> bytes:
    return hashlib.sha256(dumps(parts).encode()).digest()


def full_name(use: ModelUse) -> str:
    """Unlike `str(use)`, with the whole revision."""
    return f"{use.task}:{use.id}+{use.adapter}@{use.revision}/{use.engine}"


def dumps(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def today() -> int:
    return int(time.time() // 86400)
