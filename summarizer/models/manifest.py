"""Manifests: what a model is for, where its files come from, and what they must be.

A manifest is a TOML file. Those of the project stand in the top-level folder `models/`; a user
puts their own into `models/` in the configuration folder, where `summarizer models add` writes
them too. A user's manifest may not take the id of a bundled one: that name is pinned to sums.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath
from typing import TypeVar

from summarizer.errors import ConfigError, ModelNotFoundError
from summarizer.models.tables import Table, read_toml, suggestion

E = TypeVar("E", bound=StrEnum)

_ID = re.compile(r"[a-z0-9][a-z0-9._-]*", re.IGNORECASE)
_SHA256 = re.compile(r"[0-9a-f]{64}")


class Task(StrEnum):
    TRANSLATION = "translation"
    BRIEF = "brief"


class Engine(StrEnum):
    TRANSFORMERS = "transformers"
    CTRANSLATE2 = "ctranslate2"
    LLM = "llm"


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A file of a model. An empty `sha256` is not known to the manifest: the sum is then recorded
    when the file first arrives (trust on first use)."""

    name: str
    size: int | None = None
    sha256: str = ""
    optional: bool = False  # the model works without it
    instead: str = ""  # the name of a file that does as well: pytorch_model.bin


@dataclass(frozen=True, slots=True)
class HubSource:
    repo: str
    revision: str

    def __str__(self) -> str:
        return f"Hugging Face Hub, {self.repo}@{self.revision[:12]}"


@dataclass(frozen=True, slots=True)
class PackageSource:
    """A file cut into the data members of packages: `{n}` in the names is 1 … `count`."""

    file: str
    package: str
    version: str
    member: str
    count: int

    def parts(self) -> list[tuple[str, str]]:
        """Return (package, member) of every part, in order."""
        numbers = range(1, self.count + 1)
        return [(self.package.format(n=n), self.member.format(n=n)) for n in numbers]

    def __str__(self) -> str:
        return f"package index, {self.package.format(n=1)} … {self.count}, version {self.version}"


@dataclass(frozen=True, slots=True)
class FolderSource:
    path: Path

    def __str__(self) -> str:
        return f"folder {self.path}"


Source = HubSource | PackageSource | FolderSource


@dataclass(frozen=True, slots=True)
class Quality:
    """A measured score, and Google's on the same lines: the ratio makes models comparable."""

    task: Task
    measure: str
    data: str
    value: float
    source: str
    google: float | None = None

    @property
    def share(self) -> float:
        """The score as a part of Google's, or of the best that the measure can give."""
        return self.value / (self.google or 100)

    def __str__(self) -> str:
        beside = f" (Google {self.google:g})" if self.google else ""
        return f"{self.measure} {self.value:g}{beside}, {self.data}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    id: str
    description: str
    tasks: tuple[Task, ...]
    engine: Engine
    languages: tuple[str, ...]  # that it reads; all write English
    files: tuple[ModelFile, ...]
    sources: tuple[Source, ...]  # tried in order
    licence: str
    licence_note: str = ""  # what it allows, in one sentence
    needs_acceptance: bool = False  # not free for every use: never chosen by "auto"
    size: int  # bytes to download, about
    memory: int | None = None  # bytes at run time, about; None: not measured
    adapter: str = ""  # folder under models/adapters that the project trained for it
    quality: tuple[Quality, ...] = ()
    path: Path = Path()  # the file that this was read from

    @property
    def revision(self) -> str:
        """The pinned revision, "" where no source has one."""
        return next((s.revision for s in self.sources if isinstance(s, HubSource)), "")

    @property
    def has_all_sums(self) -> bool:
        return all(file.sha256 for file in self.files)

    def rank(self, task: Task) -> float:
        """Return the order of quality for `task`; a model that nobody has measured comes last."""
        return max((each.share for each in self.quality if each.task is task), default=0.0)


def bundled_folder() -> Path:
    """Return the folder of the project's manifests and adapters, in a checkout or installed."""
    package = Path(__file__).parent
    installed = package / "bundled"
    return installed if installed.is_dir() else package.parent.parent / "models"


def config_folder() -> Path:
    """Return the user's configuration folder: SUMMARIZER_CONFIG, else the platform's."""
    from platformdirs import user_config_path

    chosen = os.environ.get("SUMMARIZER_CONFIG")
    return Path(chosen).expanduser() if chosen else user_config_path("summarizer", appauthor=False)


def user_folder() -> Path:
    """Return the folder of the user's own manifests; it need not exist."""
    return config_folder() / "models"


def manifests(folders: Iterable[Path] | None = None) -> dict[str, Manifest]:
    """Read all manifests, by id: the project's and then the user's, or those of `folders`.

    Raises ConfigError with file and line for the first that is not valid, or whose id is taken.
    """
    found: dict[str, Manifest] = {}
    for folder in (bundled_folder(), user_folder()) if folders is None else folders:
        for path in sorted(folder.glob("*.toml")):
            manifest = read_manifest(path)
            if manifest.id in found:
                other = found[manifest.id].path
                raise ConfigError(f"{path}: the id {manifest.id!r} is taken by {other}; rename it")
            found[manifest.id] = manifest
    return found


def manifest_of(id: str) -> Manifest:
    """Return the manifest of a known id; raises ModelNotFoundError with the nearest one."""
    known = manifests()
    if id not in known:
        raise ModelNotFoundError(f"no model is called {id!r}{suggestion(id, set(known))}")
    return known[id]


def read_manifest(path: Path) -> Manifest:
    """Read one manifest; raises ConfigError with file and line."""
    table = read_toml(path)
    manifest = Manifest(
        id=_id(table),
        description=table.string("description"),
        tasks=tuple(_member(table, "tasks", Task, task) for task in table.strings("tasks")),
        engine=_member(table, "engine", Engine, table.string("engine")),
        languages=table.strings("languages"),
        files=tuple(_file(each) for each in table.tables("files")),
        sources=tuple(_source(each) for each in table.tables("sources")),
        licence=table.string("licence"),
        licence_note=table.string("licence_note", ""),
        needs_acceptance=table.flag("needs_acceptance"),
        size=table.integer("size", 0) or 0,
        memory=table.integer("memory"),
        adapter=_relative(table, "adapter", table.string("adapter", "")),
        quality=tuple(_quality(each) for each in table.tables("quality")),
        path=path,
    )
    table.finish()
    _require(table, manifest)
    return manifest


def _require(table: Table, manifest: Manifest) -> None:
    for key in ("tasks", "files"):
        if not getattr(manifest, key):
            raise table.error(key, f"`{key}` must not be empty")
    names = [file.name for file in manifest.files]
    for name in names:
        if names.count(name) > 1:
            raise table.error("files", f"the file {name!r} is listed twice")
    for source in manifest.sources:
        if isinstance(source, PackageSource) and source.file not in names:
            raise table.error("sources", f"packages make {source.file!r}, which no [[files]] names")


def is_id(text: str) -> bool:
    """Whether a model may be called so; an id is also the name of a folder and of a file."""
    return _ID.fullmatch(text) is not None


def _id(table: Table) -> str:
    id = table.string("id")
    if not is_id(id):
        raise table.error("id", f"{id!r} is not an id: letters, digits, dots, dashes")
    return id


def _file(table: Table) -> ModelFile:
    file = ModelFile(
        _relative(table, "name", table.string("name")),
        table.integer("size"),
        table.string("sha256", ""),
        table.flag("optional"),
        _relative(table, "instead", table.string("instead", "")),
    )
    if file.sha256 and not _SHA256.fullmatch(file.sha256):
        raise table.error("sha256", "`sha256` must be 64 hexadecimal digits in lower case")
    table.finish()
    return file


def _relative(table: Table, key: str, name: str) -> str:
    """Refuse names that would leave the model's folder."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name:
        raise table.error(key, f"{name!r} must be a path inside the model's folder")
    return name


def _source(table: Table) -> Source:
    kind = table.string("kind")
    if kind == "hub":
        source: Source = HubSource(table.string("repo"), table.string("revision"))
    elif kind == "packages":
        source = _packages(table)
    elif kind == "folder":
        source = FolderSource(table.path.parent / Path(table.string("path")).expanduser())
    else:
        raise table.error("kind", f"`kind` must be hub, packages or folder, not {kind!r}")
    table.finish()
    return source


def _packages(table: Table) -> PackageSource:
    source = PackageSource(
        file=table.string("file"),
        package=table.string("package"),
        version=table.string("version"),
        member=table.string("member"),
        count=table.integer("count") or 0,
    )
    if source.count < 1:
        raise table.error("count", "`count` must be at least 1: the number of packages")
    for key in ("package", "member"):
        try:
            getattr(source, key).format(n=1)
        except (KeyError, IndexError, ValueError) as e:
            raise table.error(key, f"`{key}` may hold no field but {{n}}") from e
    return source


def _quality(table: Table) -> Quality:
    value = table.number("value")
    if value is None:
        raise table.error("value", "`value` is missing")
    quality = Quality(
        task=_member(table, "task", Task, table.string("task", "translation")),
        measure=table.string("measure"),
        data=table.string("data"),
        value=value,
        source=table.string("source"),
        google=table.number("google"),
    )
    table.finish()
    return quality


def _member(table: Table, key: str, kind: type[E], value: str) -> E:
    try:
        return kind(value)
    except ValueError as e:
        raise table.error(key, f"unknown {key} {value!r}; known are: {', '.join(kind)}") from e
