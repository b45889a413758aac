"""Files that hold an article a row: JSON lines and CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import BinaryIO

from summarizer.errors import InputError
from summarizer.reading.datelines import parse_date
from summarizer.reading.encodings import detect
from summarizer.reading.files import LIMIT, check_is_file, unreadable

# What exports call the columns that we know; everything else passes through as meta.
NAMES = {
    "text": ("text", "body", "content", "текст"),
    "title": ("title", "headline", "заголовок"),
    "date": ("date", "published", "дата"),
    "id": ("id", "docid", "ид"),
    "url": ("url", "link", "ссылка"),
}
CSV_SAMPLE = 200_000  # bytes


@dataclass(frozen=True, slots=True)
class Record:
    """One article of a file before it is laid out; `error` says why a row is none."""

    id: str
    text: str
    place: str  # "news.jsonl:17", for messages
    title: str = ""
    url: str = ""
    date: date | None = None
    meta: Mapping[str, object] = field(default_factory=dict)
    error: str = ""


def jsonl_records(path: Path) -> Iterator[Record]:
    """One record a line, read as it goes: the file may be larger than memory."""
    check_is_file(path)
    try:
        with path.open("rb") as lines:
            for number, line in enumerate(lines_within(lines, LIMIT + 1), start=1):
                if line.strip():
                    yield jsonl_record(line, path, number)
    except OSError as error:
        raise unreadable(path, error) from error


def lines_within(file: BinaryIO, limit: int) -> Iterator[bytes]:
    """The lines of a file, of each no more than its first `limit` bytes: one may be endless."""
    while line := file.readline(limit):
        rest = line
        while len(rest) == limit and not rest.endswith(b"\n"):
            rest = file.readline(limit)
        yield line


def jsonl_record(line: bytes, path: Path, number: int) -> Record:
    if len(line) > LIMIT:
        return failed(path, number, f"too large to be one article: above {LIMIT / 1e6:.0f} MB")
    try:
        fields = json.loads(line.removeprefix(b"\xef\xbb\xbf"))
    except (ValueError, RecursionError) as error:
        return failed(path, number, f"not JSON: {error}")
    if not isinstance(fields, dict):
        return failed(path, number, f"not a JSON object but {type(fields).__name__}")
    return from_fields(fields, path, number)


def csv_records(path: Path) -> Iterator[Record]:
    """One record a row; the first row names the columns, of which `text` must be one."""
    check_is_file(path)
    csv.field_size_limit(LIMIT)  # the default refuses articles above 128 KB
    try:
        encoding, dialect = csv_kind(path)
        with path.open(encoding=encoding, newline="") as file:
            # strict: a quote that is not closed would make one article of all rows below it
            reader = csv.DictReader(file, dialect=dialect, strict=True)
            require_text_column(path, reader.fieldnames or ())
            for row in reader:
                yield csv_record(row, path, reader.line_num)
    except OSError as error:
        raise unreadable(path, error) from error
    except (UnicodeDecodeError, csv.Error) as error:
        never_closed = "a quotation mark in it is never closed"
        why = never_closed if str(error) == "unexpected end of data" else error
        raise InputError(f"{path} cannot be read as CSV: {why}") from error


def csv_kind(path: Path) -> tuple[str, type[csv.Dialect]]:
    """Encoding and delimiter, from the first lines; Excel in Russian writes cp1251 and ";"."""
    with path.open("rb") as file:
        sample = file.read(CSV_SAMPLE)
    complete = sample if len(sample) < CSV_SAMPLE else sample[: sample.rfind(b"\n") + 1] or sample
    encoding = detect(complete, str(path))
    header = complete.decode(encoding, "replace").split("\n", 1)[0]
    delimiter = max(",;\t", key=header.count)

    class Kind(csv.excel):
        pass

    Kind.delimiter = delimiter
    return "utf-8-sig" if encoding == "utf-8" else encoding, Kind


def require_text_column(path: Path, columns: Sequence[str]) -> None:
    if not any(column.strip().lower() in NAMES["text"] for column in columns):
        raise InputError(
            f"{path} has no column named {' or '.join(NAMES['text'])} in its first row;"
            f" found: {', '.join(columns) or 'nothing'}"
        )


def csv_record(row: Mapping[str | None, object], path: Path, number: int) -> Record:
    if None in row:
        return failed(path, number, "more fields than the first row has columns")
    filled = {key.strip(): value for key, value in row.items() if key and value is not None}
    return from_fields(filled, path, number)


def from_fields(fields: Mapping[str, object], path: Path, number: int) -> Record:
    """Known names become the article, the others `meta`; so does a date that is not one."""
    known = {name: first_named(fields, names) for name, names in NAMES.items()}
    text = fields[known["text"]] if known["text"] else None
    if not isinstance(text, str):
        found = ", ".join(map(str, fields)) or "nothing"
        return failed(path, number, f'no "text" that is a string; found the fields: {found}')

    def value(name: str) -> str:
        key = known[name]
        return str(fields[key]).strip() if key and fields[key] is not None else ""

    day = parse_date(value("date"))
    used = {key for name, key in known.items() if name != "date" or day or not value("date")}
    return Record(
        id=value("id") or f"{path.stem}-{number}",
        text=text,
        place=f"{path}:{number}",
        title=value("title"),
        url=value("url"),
        date=day,
        meta={key: content for key, content in fields.items() if key not in used},
    )


def first_named(fields: Mapping[str, object], names: Sequence[str]) -> str | None:
    return next((key for key in fields if key.lower() in names), None)


def failed(path: Path, number: int, error: str) -> Record:
    return Record(f"{path.stem}-{number}", "", f"{path}:{number}", error=error)
