"""Bytes from a path or standard input, with an error that a newcomer understands."""

from __future__ import annotations

import sys
from pathlib import Path

from summarizer.errors import InputError

STDIN = "-"
LIMIT = 10_000_000  # bytes; a long read of 1 MB is an article, 10 MB is a book or a mistake

# What people rename or pass by accident; the first bytes say what it really is.
MAGIC = {
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"RIFF": "an audio, video or WebP file",
    b"%PDF": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or an Office document (docx, odt, xlsx)",
    b"\xd0\xcf\x11\xe0": "an old Office document (doc, xls)",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"Rar!": "a RAR archive",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
    b"SQLite format 3": "an SQLite database",
    b"{\\rtf": "an RTF document",
}


def read_bytes(path: Path | str) -> bytes:
    """Read a whole file, or standard input for "-". Raises InputError."""
    if str(path) == STDIN:
        return within_limit(sys.stdin.buffer.read(LIMIT + 1), "standard input")
    path = Path(path)
    check_is_file(path)
    size = path.stat().st_size
    if size > LIMIT:
        raise too_large(str(path), size)
    try:
        return path.read_bytes()
    except OSError as error:
        raise unreadable(path, error) from error


def check_is_file(path: Path) -> None:
    try:
        if path.is_dir():
            raise InputError(
                f"{path} is a directory, not an article; `summarizer batch` takes directories"
            )
        if not path.exists():
            raise InputError(f"{path} does not exist (looked in {path.absolute().parent})")
        if not path.is_file():
            raise InputError(f"{path} is not a regular file, so it cannot be an article")
    except (OSError, ValueError) as error:  # a name too long, or with a zero byte
        raise unreadable(path, error) from error


def within_limit(data: bytes, name: str) -> bytes:
    if len(data) > LIMIT:
        raise too_large(name, len(data))
    return data


def too_large(name: str, size: int) -> InputError:
    return InputError(
        f"{name} is too large to be one article: {size / 1e6:.1f} MB, and the limit is"
        f" {LIMIT / 1e6:.0f} MB; give one article a file, or a .jsonl or .csv with one a row"
    )


def unreadable(path: Path, error: OSError | ValueError) -> InputError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return InputError(f"{path} cannot be read: {reason.lower()}")


def kind_of(data: bytes) -> str:
    """Name the kind of binary file that `data` starts, "" if it is none of the usual ones."""
    return next((name for magic, name in MAGIC.items() if data.startswith(magic)), "")
