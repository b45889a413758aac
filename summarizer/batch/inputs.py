"""What a batch is given — files, folders, patterns, tables, a list — as a stream of items."""

from __future__ import annotations

import glob
import hashlib
import json
import os
import re
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from summarizer.errors import InputError
from summarizer.reading import articles
from summarizer.reading.files import STDIN, read_bytes
from summarizer.reading.records import Record
from summarizer.types import Article

# File systems allow 255 bytes; "-2", ".json" and ".part" come on top. Cyrillic takes two each.
LONGEST_NAME = 200
RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)  # by Windows


@dataclass(frozen=True, slots=True)
class Item:
    """One article that is still to be read. `place` tells it from all others of a run."""

    name: str  # where its result goes: a relative path without suffix
    place: str  # "/news/a.txt" or "/news/all.jsonl:17"
    source: Path | Record
    file: Path  # the article's, or the table's

    @property
    def stamp(self) -> str:
        """When and how long the file was written; "" if it is gone."""
        try:
            found = self.file.stat()
        except OSError:
            return ""
        return f"{found.st_mtime_ns}:{found.st_size}"

    def is_settled(self, seconds: float) -> bool:
        """False while a crawler may still be writing the file."""
        if seconds <= 0:
            return True
        try:
            return time.time() - self.file.stat().st_mtime >= seconds
        except OSError:
            return False

    def read(self) -> tuple[Article, str]:
        """The article and the sha256 of what it was made from. Raises InputError.

        The bytes are read once: a file that changes afterwards has another sha256 next time.
        """
        if isinstance(self.source, Record):
            return articles.from_record(self.source), sha256_of(self.source)
        data = read_bytes(self.source)
        return articles.from_bytes(data, self.source), hashlib.sha256(data).hexdigest()


def sha256_of(record: Record) -> str:
    fields = [record.id, record.title, record.text, record.url, dict(record.meta)]
    day = record.date.isoformat() if isinstance(record.date, date) else ""
    return hashlib.sha256(json.dumps([*fields, day], default=str).encode()).hexdigest()


def items(inputs: Sequence[str], *, leave_out: Path) -> Iterator[Item]:
    """Every article of `inputs`, in a fixed order; `leave_out` is the folder of the results.

    A folder is searched for the suffixes that can be read, hidden files left out. A table that
    cannot be read is one item, whose `read` says why. Raises InputError for an input that is
    nothing at all.
    """
    for each in inputs:
        for root, path in files_of(each):
            if not path.is_relative_to(leave_out):
                yield from items_of(path, root)


def check(inputs: Sequence[str]) -> None:
    """Raise InputError for an input that does not exist, before any work is done."""
    if not inputs:
        raise InputError("no input: give files, folders, patterns, .jsonl, .csv, or - for a list")
    for each in inputs:
        if not Path(each).exists() and next(matches(each), None) is None:
            kind = "matches no file" if is_pattern(each) else "does not exist"
            raise InputError(f"{each} {kind} (looked in {Path.cwd()})")


def expand_stdin(inputs: Sequence[str]) -> list[str]:
    """Replace "-" by the paths on standard input, one a line."""
    expanded: list[str] = []
    for each in inputs:
        lines = sys.stdin.read().splitlines() if each == STDIN else [each]
        expanded += [line.strip() for line in lines if line.strip()]
    return expanded


def files_of(given: str) -> Iterator[tuple[Path, Path]]:
    """Each file of an input with the folder that its result's path is relative to."""
    path = Path(given).absolute()
    if path.is_dir():
        yield from ((path, file) for file in walk(path))
    elif is_pattern(given) and not path.exists():
        root = Path(given[: re.search(r"[*?\[]", given).start()]).absolute()  # type: ignore[union-attr]
        root = root if root.is_dir() else root.parent
        yield from ((root, file) for file in matches(given))
    else:
        yield path.parent, path


def matches(pattern: str) -> Iterator[Path]:
    if is_pattern(pattern):
        found = sorted(glob.glob(pattern, recursive=True))  # noqa: PTH207 - absolute patterns too
        yield from (Path(each).absolute() for each in found if Path(each).is_file())


def is_pattern(given: str) -> bool:
    return any(sign in given for sign in "*?[")


def walk(folder: Path) -> Iterator[Path]:
    """Files that can be read, in the order of their names, whatever the file system's order is.

    A folder that cannot be searched is given itself: it fails as a file does that cannot be read.
    """
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder
        return
    for entry in entries:
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from walk(Path(entry.path))
        elif Path(entry.name).suffix.lower() in articles.suffixes():
            yield Path(entry.path)


def items_of(path: Path, root: Path) -> Iterator[Item]:
    relative = path.relative_to(root).with_suffix("")
    if path.is_dir():
        closed = Record("", "", str(path), error="this folder cannot be searched")
        yield Item(clean(relative.parts), articles.printable(path), closed, path)
        return
    rows = articles.records(path)
    if rows is None:
        yield Item(clean(relative.parts), articles.printable(path), path, path)
        return
    try:
        for number, record in enumerate(rows, start=1):
            row = f"{articles.printable(path)}:{record.place.rpartition(':')[2]}"
            name = record.id or f"{number}"
            yield Item(clean((*relative.parts, name)), row, record, path)
    except InputError as error:
        failed = Record("", "", str(path), error=str(error).removeprefix(f"{path}").lstrip(": "))
        yield Item(clean(relative.parts), articles.printable(path), failed, path)


def clean(parts: Iterable[str]) -> str:
    """A path that is safe on every file system, whatever an id holds: "../etc", "a/b", NUL."""
    return "/".join(clean_part(part) for part in parts)


def clean_part(part: str) -> str:
    safe = re.sub(r"[^\w.()+,=@ -]", "_", part).strip(". ") or "_"
    safe = f"_{safe}" if RESERVED.match(safe) else safe
    if len(safe.encode()) <= LONGEST_NAME:
        return safe
    begin = safe.encode()[: LONGEST_NAME - 9].decode(errors="ignore")
    return f"{begin}-{hashlib.sha256(part.encode(errors='replace')).hexdigest()[:8]}"
