"""`Article`s from files. A format is a function from bytes to records, found by its suffix."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from summarizer.errors import InputError
from summarizer.reading.encodings import decode
from summarizer.reading.files import STDIN, read_bytes
from summarizer.reading.layout import INVISIBLE, dateline_below, lay_out, normalise
from summarizer.reading.markup import from_html, from_markdown
from summarizer.reading.records import Record, csv_records, jsonl_records
from summarizer.types import Article, Span

DOCUMENTS: dict[str, Callable[[bytes, Path], Record]] = {
    ".html": from_html,
    ".htm": from_html,
    ".xhtml": from_html,
    ".md": from_markdown,
    ".markdown": from_markdown,
}
TABLES: dict[str, Callable[[Path], Iterator[Record]]] = {
    ".jsonl": jsonl_records,
    ".ndjson": jsonl_records,
    ".csv": csv_records,
    ".tsv": csv_records,
}


def suffixes() -> tuple[str, ...]:
    """The file suffixes that are read by their format; every other file is read as plain text."""
    return (".txt", *DOCUMENTS, *TABLES)


def read(path: Path | str) -> Article:
    """The one article of a file, or of standard input for "-". Raises InputError."""
    rows = records(Path(path))
    if rows is None:
        return read_document(path)
    first, second = next(rows, None), next(rows, None)
    if first is None:
        raise InputError(f"{path} holds no articles")
    if second is not None:
        raise InputError(
            f"{path} holds more than one article; give it to `summarizer batch` or `read_many`"
        )
    return from_record(first)


def read_many(paths: Iterable[Path | str]) -> Iterator[Article]:
    """Every article of every file, in order; a .jsonl or .csv file may hold many.

    Lazy: a file is opened when its turn comes. Raises InputError at the first bad article.
    """
    for path in paths:
        rows = records(Path(path))
        if rows is None:
            yield read_document(path)
        else:
            yield from map(from_record, rows)


def read_document(path: Path | str) -> Article:
    data = read_bytes(path)
    if str(path) == STDIN:
        return read_text(decode(data, "standard input"), source=STDIN)
    return from_bytes(data, Path(path))


def from_bytes(data: bytes, path: Path) -> Article:
    """The article of a file that holds one, given its bytes; `path` says the format."""
    path = Path(printable(path))
    from_document = DOCUMENTS.get(path.suffix.lower())
    if from_document is None:
        return read_text(decode(data, str(path)), id=path.stem, source=str(path))
    return from_record(from_document(data, path))


def records(path: Path) -> Iterator[Record] | None:
    """The rows of a file that holds many articles, None for any other file.

    A row that is no article is a record with an error. Raises InputError for the file itself.
    """
    table = TABLES.get(path.suffix.lower())
    return table(path) if table else None


def read_text(text: str, *, id: str = "", source: str = "") -> Article:
    """An article of plain text: title in the first line, dateline below or above it, paragraphs.

    A title is a short first line without a full stop; an article of one line has none.
    Raises InputError if there is no text.
    """
    require_words(text, source or id or "the text")
    text = normalise(text)
    layout = lay_out(text)
    return Article(id, text, layout.title, layout.dateline, layout.date, source)


def from_record(record: Record) -> Article:
    """An article of which title, date or own fields are known apart from its text."""
    if record.error:
        raise InputError(f"{record.place}: {record.error}")
    require_words(record.title + record.text, record.place)
    require_words(record.text, record.place)
    source = record.url or record.place
    title = normalise(" ".join(record.title.split()))
    if not title:
        article = read_text(record.text, id=record.id, source=source)
        return replace(article, date=record.date or article.date, meta=record.meta)
    text = normalise(record.text).strip()
    first_line = text.split("\n", 1)[0]
    text = text if first_line.rstrip() == title else f"{title}\n\n{text}"
    below = dateline_below(text, len(title))
    day = record.date or (below[1] if below else None)
    dateline = below[0] if below else None
    return Article(record.id, text, Span(0, len(title)), dateline, day, source, record.meta)


def require_words(text: str, name: str) -> None:
    """Raise InputError for a text that is empty, blank, cannot be seen, or is no text at all."""
    if not INVISIBLE.sub("", text).strip():
        what = "holds nothing but white space" if text else "is empty"
        raise InputError(f"{name} {what}; an article needs at least one word")
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise InputError(
            f"{name} has half a character at {error.start} ({text[error.start]!a}), as broken"
            " programs write to JSON; it cannot be stored or shown"
        ) from error


def printable(path: Path) -> str:
    """A path as text on one line: file names may hold bytes that are none, and line breaks."""
    return visible(str(path))


def visible(text: str) -> str:
    r"""What would break a line, move a cursor or turn the writing around, as \n, \x1b, \u202e."""
    if text.isprintable():
        return text
    text = text.encode("utf-8", "backslashreplace").decode()
    return "".join(
        sign if sign.isprintable() or sign == "\xa0" else sign.encode("unicode_escape").decode()
        for sign in text
    )
