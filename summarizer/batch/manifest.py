"""The record of a batch: which articles are done, which failed and why. A SQLite file in OUT.

It survives `kill -9` and power loss: every change is a transaction in WAL mode with full
synchronisation, and a result is under its final name before its row says "done".
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.batch.inputs import Item
from summarizer.errors import OutputError

SCHEMA = """
CREATE TABLE IF NOT EXISTS settings (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS articles (
    name TEXT PRIMARY KEY,      -- the result's path without its suffix
    place TEXT NOT NULL,        -- where the article was read
    run INTEGER NOT NULL,       -- the last run that was given it
    position INTEGER NOT NULL,  -- its place in the order of that run
    status TEXT NOT NULL,       -- waiting, done, failed
    content TEXT,               -- sha256 of what was read
    config TEXT,                -- sha256 of what it was translated with
    reason TEXT,                -- why it failed
    result TEXT,                -- the result, where all go into one file
    sentences INTEGER, flagged INTEGER, finished TEXT
);
CREATE INDEX IF NOT EXISTS places ON articles (run, place);
CREATE INDEX IF NOT EXISTS positions ON articles (run, position);
-- of this process only: what it has had, in which run, and when the file had been written
CREATE TEMP TABLE IF NOT EXISTS seen (place TEXT PRIMARY KEY, run INTEGER, stamp TEXT);
-- the names of this run as a disk sees them that does not tell "A" from "a"
CREATE TEMP TABLE IF NOT EXISTS taken (run INTEGER, name TEXT, PRIMARY KEY (run, name));
"""
VERSION = 1
SETTINGS = ("inputs", "options", "product", "format", "workers", "engine", "address")


@dataclass(frozen=True, slots=True)
class Row:
    name: str
    place: str
    status: str
    content: str | None
    config: str | None
    reason: str | None


@dataclass(frozen=True, slots=True)
class Finished:
    """What became of an article; `reason` "" where it is done."""

    name: str
    content: str = ""
    reason: str = ""
    result: str = ""
    sentences: int = 0
    flagged: int = 0


class Manifest:
    """Used by one process at a time, `lock.hold` sees to that; `copy` is for who only looks: it
    works on a copy in memory, while a batch runs and where nothing may be written."""

    def __init__(self, path: Path, *, copy: bool = False) -> None:
        self.path = path
        with writing(path):
            self._db = _copied(path) if copy else sqlite3.connect(path, isolation_level=None)
            self._db.execute("PRAGMA journal_mode=WAL")
            self._db.execute("PRAGMA synchronous=FULL")
            self._require_version()
            self._db.executescript(SCHEMA)
        self.run = int(self.setting("run") or 0)

    def _require_version(self) -> None:
        version = self._db.execute("PRAGMA user_version").fetchone()[0]
        if version not in (0, VERSION):
            raise OutputError(
                f"{self.path} was written by another version of this program (format {version},"
                f" this one knows {VERSION}): choose another output, or --fresh"
            )
        self._db.execute(f"PRAGMA user_version={VERSION}")

    def close(self) -> None:
        self._db.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All or nothing, even when the program is killed in the middle."""
        with writing(self.path):
            self._db.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._db.execute("ROLLBACK")
                raise
            self._db.execute("COMMIT")

    def setting(self, key: str) -> Any:
        row = self._db.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
        return None if row is None else json.loads(row[0])

    def begin(self, settings: Mapping[str, object]) -> None:
        """Start the next run and remember how it was called."""
        self.run += 1
        with self.transaction():
            self._db.executemany(
                "INSERT OR REPLACE INTO settings VALUES (?, ?)",
                [(key, json.dumps(value)) for key, value in (*settings.items(), ("run", self.run))],
            )

    def plan(self, items: Iterable[Item]) -> None:
        """Enter the articles of this run; what is known of them from earlier runs stays."""
        with self.transaction():
            for position, item in enumerate(items):
                if self.find(item) is None:
                    self._enter(item, position)

    def take(self, item: Item) -> tuple[str, int] | None:
        """Name and position of an article whose turn has come; None if this run has had it.

        One that was not there when the run was planned is entered now.
        """
        seen = self._db.execute("SELECT run FROM seen WHERE place = ?", (item.place,)).fetchone()
        if seen == (self.run,):
            return None
        self._db.execute(
            "INSERT INTO seen (place, run) VALUES (?, ?)"
            " ON CONFLICT (place) DO UPDATE SET run=excluded.run",
            (item.place, self.run),
        )
        found = self.find(item)
        if found is not None:
            return found
        with self.transaction():
            last = "SELECT coalesce(max(position), 0) FROM articles WHERE run = ?"
            self._enter(item, self._db.execute(last, (self.run,)).fetchone()[0] + 1)
        return self.find(item)

    def _enter(self, item: Item, position: int) -> None:
        name, number = item.name, 1
        while self._is_taken(name):
            number += 1
            name = f"{item.name}-{number}"
        self._db.execute(
            "INSERT INTO articles (name, place, run, position, status)"
            " VALUES (?, ?, ?, ?, 'waiting') ON CONFLICT (name) DO UPDATE SET"
            " place=excluded.place, run=excluded.run, position=excluded.position",
            (name, item.place, self.run, position),
        )
        self._db.execute("INSERT INTO taken VALUES (?, ?)", (self.run, name.casefold()))

    def _is_taken(self, name: str) -> bool:
        """True where another article of this run has the name, be it in other letter case."""
        query = (
            "SELECT 1 FROM articles WHERE run = ? AND name = ?"
            " UNION ALL SELECT 1 FROM taken WHERE run = ? AND name = ?"
        )
        values = (self.run, name, self.run, name.casefold())
        return self._db.execute(query, values).fetchone() is not None

    def find(self, item: Item) -> tuple[str, int] | None:
        """Name and position of an article in this run, None if it is not in the plan."""
        query = "SELECT name, position FROM articles WHERE run = ? AND place = ?"
        row = self._db.execute(query, (self.run, item.place)).fetchone()
        return None if row is None else (str(row[0]), int(row[1]))

    def has_changed(self, item: Item) -> bool:
        """True if the file was written to since this process last asked, or it never asked."""
        stamp = item.stamp
        row = self._db.execute("SELECT stamp FROM seen WHERE place = ?", (item.place,)).fetchone()
        self._db.execute("UPDATE seen SET stamp = ? WHERE place = ?", (stamp, item.place))
        return row is None or row[0] != stamp

    def is_done(self, name: str, content: str, config: str) -> bool:
        query = (
            "SELECT 1 FROM articles WHERE name = ? AND status = 'done' AND content = ?"
            " AND config = ?"
        )
        return self._db.execute(query, (name, content, config)).fetchone() is not None

    def status_of(self, name: str) -> str:
        query = "SELECT status FROM articles WHERE name = ?"
        return str(self._db.execute(query, (name,)).fetchone()[0])

    def finish(self, outcomes: Iterable[Finished], config: str) -> None:
        with self.transaction():
            self._db.executemany(
                "UPDATE articles SET status=?, content=?, config=?, reason=?, result=?,"
                " sentences=?, flagged=?, finished=datetime('now') WHERE name=?",
                [
                    (
                        "failed" if each.reason else "done",
                        each.content,
                        config,
                        each.reason or None,
                        each.result or None,
                        each.sentences,
                        each.flagged,
                        each.name,
                    )
                    for each in outcomes
                ],
            )

    def missed(self) -> list[tuple[str, str]]:
        """Name and place of what is in this run's plan and whose turn never came: it is gone."""
        query = (
            "SELECT name, place FROM articles WHERE run = ? AND status = 'waiting'"
            " AND place NOT IN (SELECT place FROM seen WHERE run = ?) ORDER BY position"
        )
        return [(str(name), str(place)) for name, place in self._db.execute(query, (self.run,) * 2)]

    def counts(self) -> dict[str, int]:
        """How many articles of the last run are done, failed and waiting."""
        query = "SELECT status, count(*) FROM articles WHERE run = ? GROUP BY status"
        found = dict(self._db.execute(query, (self.run,)).fetchall())
        return {status: found.get(status, 0) for status in ("done", "failed", "waiting")}

    def failed(self) -> list[Row]:
        query = (
            "SELECT name, place, status, content, config, reason FROM articles"
            " WHERE run = ? AND status = 'failed' ORDER BY position"
        )
        return [Row(*row) for row in self._db.execute(query, (self.run,))]

    def results(self) -> Iterator[str]:
        """The results of this run in the order of its input, one by one."""
        query = "SELECT result FROM articles WHERE run = ? AND status = 'done' ORDER BY position"
        for (result,) in self._db.execute(query, (self.run,)):
            yield str(result)


def forget(path: Path) -> None:
    """Remove a manifest with its journal: a journal left alone would bring it back."""
    for suffix in ("", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def last_settings(path: Path) -> dict[str, Any]:
    """How the last run on a manifest was called. Raises OutputError if there was none."""
    manifest = Manifest(path)
    try:
        found = {key: manifest.setting(key) for key in SETTINGS}
    finally:
        manifest.close()
    if found["inputs"] is None:
        raise OutputError(f"{path} records no run yet: start one with `summarizer batch`")
    return found


def _copied(path: Path) -> sqlite3.Connection:
    """The file as it stands, in memory. On a read-only medium SQLite cannot look into its journal,
    so the file is then read as one that nobody writes."""
    try:
        return _backup(f"{path.absolute().as_uri()}?mode=ro")
    except sqlite3.OperationalError:
        return _backup(f"{path.absolute().as_uri()}?mode=ro&immutable=1")


def _backup(uri: str) -> sqlite3.Connection:
    copy = sqlite3.connect(":memory:", isolation_level=None)
    with closing(sqlite3.connect(uri, uri=True)) as db:
        db.backup(copy)
    return copy


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """Turn what SQLite says of a full disk and the like into an error with advice."""
    try:
        yield
    except sqlite3.Error as error:
        raise OutputError(
            f"{path} cannot be written: {error}. What is done is safe: free space or mend the"
            " folder, then run the same command again"
        ) from error
