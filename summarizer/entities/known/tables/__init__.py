"""Hand-written tables of names and words, one a line, and their reader.

A folder holds one table in files by theme: a new file in it is read without more ado. Names go to
`people`, `places`, `bodies` and `names`; words whose loss a reader must hear of to `terms`: all of
these are told to the model and checked. Words of one meaning that a model mistakes go to `glosses`:
told, not checked. `contrasts` and `capitalised` are read by guards. Set phrases that need a pattern
(«приняла отставку») stand in `translate/phrases.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

Row = tuple[tuple[str, ...], ...]


def rows(table: str) -> Iterator[Row]:
    """The lines of `<table>.txt`, or of each file of the folder `<table>`, in the order of their
    names: columns between bars, names between semicolons."""
    for text in _texts(table):
        for line in text.splitlines():
            if line.strip() and not line.startswith("#"):
                yield tuple(map(_names, line.split("|")))


def _texts(table: str) -> Iterator[str]:
    folder = resources.files(__name__).joinpath(table)
    if folder.is_dir():
        files = sorted(folder.iterdir(), key=lambda file: file.name)
    else:
        files = [resources.files(__name__).joinpath(f"{table}.txt")]
    yield from (file.read_text(encoding="utf-8") for file in files if file.name.endswith(".txt"))


def _names(column: str) -> tuple[str, ...]:
    return tuple([name for each in column.split(";") if (name := each.strip())])
