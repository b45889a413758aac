"""A TOML table read key by key, so that every error names its file and line."""

from __future__ import annotations

import difflib
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from summarizer.errors import ConfigError

_HEADER = re.compile(r"\s*\[\[?\s*([^\[\]]+?)\s*\]\]?\s*(#.*)?$")


@dataclass(slots=True)
class Table:
    """One table of a file. Keys that nobody asked for are refused by `finish`."""

    path: Path
    text: str
    values: dict[str, Any]
    name: str = ""  # "" is the top of the file
    index: int = 0  # which one, where the table stands in an array
    known: set[str] = field(default_factory=set)

    def string(self, key: str, default: str | None = None) -> str:
        value = self._take(key, str, default)
        if not value and default is None:
            raise self.error(key, f"`{key}` must not be empty")
        return str(value)

    def strings(self, key: str) -> tuple[str, ...]:
        values = self._take(key, list, [])
        if not all(isinstance(value, str) for value in values):
            raise self.error(key, f"`{key}` must be a list of strings")
        return tuple(values)

    def integer(self, key: str, default: int | None = None) -> int | None:
        value = self._take(key, int, default if default is not None else ...)
        return None if value is ... else int(value)

    def number(self, key: str, default: float | None = None) -> float | None:
        value = self._take(key, (int, float), default if default is not None else ...)
        return None if value is ... else float(value)

    def flag(self, key: str, default: bool = False) -> bool:
        return bool(self._take(key, bool, default))

    def tables(self, key: str) -> list[Table]:
        """Return the tables of the array `[[key]]`."""
        values = self._take(key, list, [])
        if not all(isinstance(value, dict) for value in values):
            raise self.error(key, f"`{key}` must be written as [[{key}]] tables")
        return [Table(self.path, self.text, value, key, i) for i, value in enumerate(values)]

    def finish(self) -> None:
        """Refuse keys that were never read: a misspelt key must not be silently ignored."""
        for key in self.values:
            if key not in self.known:
                raise self.error(key, f"unknown key `{key}`{suggestion(key, self.known)}")

    def error(self, key: str, message: str) -> ConfigError:
        line = _line(self.text, self.name, self.index, key)
        return ConfigError(f"{self.path}, line {line}: {message}")

    def _take(self, key: str, kind: type | tuple[type, ...], default: Any) -> Any:
        self.known.add(key)
        if key not in self.values:
            if default is None:
                raise self.error(key, f"`{key}` is missing")
            return default
        value = self.values[key]
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise self.error(key, f"`{key}` must be {_kind_name(kind)}, not {value!r}")
        return value


def read_toml(path: Path) -> Table:
    """Read a file as its top table; the parser's own errors have the line already."""
    try:
        text = path.read_text("utf-8")
        return Table(path, text, tomllib.loads(text))
    except tomllib.TOMLDecodeError as e:
        raise ConfigError(f"{path}: {e}") from e
    except UnicodeDecodeError as e:
        raise ConfigError(f"{path}: not UTF-8 text (byte {e.start}): save it as UTF-8") from e
    except OSError as e:
        raise ConfigError(f"{path}: cannot be read: {e.strerror}") from e


def suggestion(word: str, known: set[str]) -> str:
    """Word the end of an "unknown …" message: the nearest known name, else all of them."""
    near = difflib.get_close_matches(word, known, n=1)
    if near:
        return f": did you mean `{near[0]}`?"
    return f"; known are: {', '.join(sorted(known))}" if known else ""


def _kind_name(kind: type | tuple[type, ...]) -> str:
    names = {str: "a string", int: "a whole number", bool: "true or false", list: "a list"}
    return "a number" if isinstance(kind, tuple) else names[kind]


def _line(text: str, name: str, index: int, key: str) -> int:
    """Find the line of `key` in the index-th table `name`, or of the table where it has no key."""
    assignment = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=|\s*\[\[?\s*{re.escape(key)}\b")
    current, seen, header = "", -1, 1
    for number, line in enumerate(text.splitlines(), 1):
        found = _HEADER.match(line)
        if found:
            current = found[1]
            seen += current == name
            header = number if current == name and seen == index else header
        here = current == name and (not name or seen == index)
        if (here or (found and not name)) and assignment.match(line):
            return number
    return header
