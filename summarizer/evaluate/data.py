"""Reading what is measured against: aligned lines of text, and JSON lines."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from summarizer.errors import InputError


def read_lines(path: Path) -> list[str]:
    """The lines of a file as line-aligned corpora count them: "\\n" alone ends one."""
    lines = _text(path).split("\n")
    if lines[-1] == "":
        lines.pop()
    return [line.rstrip("\r") for line in lines]


def read_records(path: Path, *needed: str) -> list[dict[str, Any]]:
    """The objects of a JSON-lines file; each must have the fields `needed`."""
    records = []
    for number, line in enumerate(read_lines(path), 1):
        if line.strip():
            records.append(_record(line, f"{path}, line {number}", needed))
    if not records:
        raise InputError(f"{path} has no records: one JSON object a line is expected")
    return records


def require_aligned(**columns: Sequence[str]) -> None:
    """Raise InputError unless all columns are as long as the first."""
    lengths = {name: len(lines) for name, lines in columns.items()}
    if len(set(lengths.values())) > 1:
        found = ", ".join(f"{name} {length}" for name, length in lengths.items())
        raise InputError(f"line-aligned files must have as many lines each, not {found}")


def _record(line: str, where: str, needed: Sequence[str]) -> dict[str, Any]:
    try:
        record = json.loads(line)
    except json.JSONDecodeError as error:
        raise InputError(f"{where}: not JSON ({error.msg})") from error
    if not isinstance(record, dict):
        raise InputError(f"{where}: a JSON object is expected, not {type(record).__name__}")
    missing = [name for name in needed if name not in record]
    if missing:
        raise InputError(f"{where}: no field {' or '.join(missing)}; there are {', '.join(record)}")
    return record


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8")
    except OSError as error:
        raise InputError(f"cannot read {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path} is not UTF-8 text") from error
