"""Options that are not given in the call: from the environment and from configuration files.

What wins, first to last:

1. what is given in the call or on the command line
2. the environment: SUMMARIZER_TRANSLATOR, SUMMARIZER_WORDS, SUMMARIZER_DECODING_BEAM_SIZE, …
3. the project: the nearest `summarizer.toml`, or `pyproject.toml` with `[tool.summarizer]`, in the
   working folder or above it
4. the user: `summarizer.toml` in the configuration folder
5. the defaults of `Options`

A key that is no option is an error: a misspelt one must not be silently without effect.
"""

from __future__ import annotations

import os
import typing
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import Any

from summarizer.errors import ConfigError
from summarizer.models.manifest import config_folder
from summarizer.models.tables import Table, read_toml, suggestion
from summarizer.options import Decoding, Options

PREFIX = "SUMMARIZER_"
FILE = "summarizer.toml"
# variables that are no options: where models, configuration and caches are
FOLDERS = frozenset({"SUMMARIZER_MODELS", "SUMMARIZER_CONFIG", "SUMMARIZER_CACHE"})
_WORDS = {"1": True, "true": True, "yes": True, "on": True} | {
    "0": False, "false": False, "no": False, "off": False
}  # fmt: skip


TABLE = Decoding | None  # the only option that is a table of options


def load_options(
    given: Mapping[str, object] | None = None,
    *,
    start: Path | None = None,
    environ: Mapping[str, str] | None = None,
) -> Options:
    """Return the options with `given` over the environment over the files over the defaults."""
    found = configured(start=start, environ=environ) | dict(given or {})
    decoding = found.pop("decoding", None)
    if isinstance(decoding, Mapping):
        decoding = Decoding(**decoding)
    return Options(**{**found, "decoding": decoding})  # type: ignore[arg-type]


def configured(
    *, start: Path | None = None, environ: Mapping[str, str] | None = None
) -> dict[str, object]:
    """Return what the files and the environment set, by the names of `Options`.

    `start` is the folder to look in and above, the working folder by default. Decoding options
    are in a dict under "decoding". Raises ConfigError with file and line, or the variable.
    """
    found: dict[str, object] = {}
    for table in _tables(Path.cwd() if start is None else start):
        found = _merge(found, _from_table(table, Options))
    return _merge(found, _from_environment(os.environ if environ is None else environ))


def _tables(start: Path) -> list[Table]:
    """Read the user's file and the project's, in this order."""
    project = next((t for folder in _upwards(start) if (t := _project_table(folder))), None)
    own = config_folder() / FILE
    user = read_toml(own) if own.is_file() else None
    return [table for table in (user, project) if table is not None]


def _upwards(start: Path) -> list[Path]:
    start = start.resolve()
    return [start, *start.parents]


def _project_table(folder: Path) -> Table | None:
    if (folder / FILE).is_file():
        return read_toml(folder / FILE)
    project = folder / "pyproject.toml"
    if not project.is_file():
        return None
    top = read_toml(project)
    tools = top.values.get("tool")
    values = tools.get("summarizer") if isinstance(tools, dict) else None
    if not isinstance(values, dict):
        return None
    return Table(project, top.text, values, "tool.summarizer")


def _from_table(table: Table, kind: type) -> dict[str, object]:
    types_of = typing.get_type_hints(kind)
    found: dict[str, object] = {}
    for key, value in table.values.items():
        if key not in types_of:
            near = suggestion(key, set(types_of))
            raise table.error(key, f"unknown option `{key}`{near}")
        if types_of[key] == TABLE:
            found[key] = _from_table(_inner(table, key, value), Decoding)
            continue
        try:
            found[key] = _convert(value, types_of[key], table.path.parent)
        except ValueError as e:
            raise table.error(key, f"`{key}` must be {e}, not {value!r}") from e
    return found


def _inner(table: Table, key: str, value: object) -> Table:
    if not isinstance(value, dict):
        raise table.error(key, f"`{key}` must be a table, not {value!r}")
    return Table(table.path, table.text, value, f"{table.name}.{key}".lstrip("."))


def _from_environment(environ: Mapping[str, str]) -> dict[str, object]:
    variables = _variables()
    found: dict[str, object] = {}
    for name, text in environ.items():
        if not name.startswith(PREFIX) or name in FOLDERS:
            continue
        if name not in variables:
            near = suggestion(name, set(variables) | FOLDERS)
            raise ConfigError(f"the environment has an unknown variable {name}{near}")
        path, kind = variables[name]
        try:
            value = _convert(_parse(text, kind), kind, Path.cwd())
        except ValueError as e:
            raise ConfigError(f"{name} must be {e}, not {text!r}") from e
        found = _merge(found, {path[0]: value if len(path) == 1 else {path[1]: value}})
    return found


def _variables() -> dict[str, tuple[tuple[str, ...], Any]]:
    """Return every variable with the option that it sets, and its type."""
    found: dict[str, tuple[tuple[str, ...], Any]] = {}
    for name, kind in typing.get_type_hints(Options).items():
        if kind != TABLE:
            found[PREFIX + name.upper()] = ((name,), kind)
    for name, kind in typing.get_type_hints(Decoding).items():
        found[f"{PREFIX}DECODING_{name.upper()}"] = (("decoding", name), kind)
    return found


def _parse(text: str, kind: Any) -> object:
    """Turn a variable's text into what a TOML file would hold."""
    if kind is bool:
        return _WORDS.get(text.lower(), text)
    if kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            return text
    return text


def _convert(value: object, kind: Any, base: Path) -> object:
    """Turn a value of a file into that of an option; raises ValueError with what is expected."""
    if kind == Path | None:
        if not isinstance(value, str):
            raise ValueError("a path")
        return base / Path(value).expanduser()
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        if not isinstance(value, str) or value not in list(kind):
            raise ValueError(f"one of {', '.join(kind)}")
        return kind(value)
    expected = (int, float) if kind is float else kind
    if not isinstance(value, expected) or (isinstance(value, bool) and kind is not bool):
        names = {str: "text", bool: "true or false", int: "a whole number", float: "a number"}
        raise ValueError(names[kind])
    return float(value) if kind is float else value


def _merge(below: Mapping[str, object], above: Mapping[str, object]) -> dict[str, object]:
    """Let `above` win; the decoding options are merged one by one."""
    merged = {**below, **above}
    tables = [each["decoding"] for each in (below, above) if "decoding" in each]
    if len(tables) == 2 and all(isinstance(table, dict) for table in tables):
        merged["decoding"] = {**tables[0], **tables[1]}  # type: ignore[dict-item]
    return merged
