"""Hand-written tables of names, one name a line, and their reader."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

Row = tuple[tuple[str, ...], ...]


def rows(name: str) -> Iterator[Row]:
    """The lines of `tables/<name>.txt`: columns between bars, names between semicolons."""
    text = resources.files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            yield tuple(_names(column) for column in line.split("|"))


def _names(column: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in column.split(";") if name.strip())
