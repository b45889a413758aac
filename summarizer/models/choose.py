"""From what the user asked for — "auto", an id or a folder — to a loaded model.

Nothing here uses the network: a model is installed, or made from packages that are installed, or
the error says what to type.
"""

from __future__ import annotations

import difflib
import logging
from dataclasses import dataclass
from pathlib import Path

from summarizer.errors import ConfigError, ModelNotFoundError
from summarizer.models import local
from summarizer.models.manifest import Engine, Manifest, Task, manifests
from summarizer.models.pull import is_at_hand
from summarizer.models.store import Store

logger = logging.getLogger(__name__)

AUTO = "auto"


@dataclass(frozen=True, slots=True)
class Choice:
    """A model that can be loaded without the network."""

    id: str
    engine: Engine
    folder: Path | None  # None: not assembled yet from the parts that are installed
    revision: str
    manifest: Manifest | None = None  # None: a folder that the store does not know


def choose(task: Task, wanted: str, store: Store) -> Choice:
    """Resolve an id, a folder or "auto"; the files of an installed model are checked.

    Raises ModelNotFoundError, ConfigError for a model that does something else, and
    ModelCorruptError for one whose files have changed.
    """
    if wanted == AUTO:
        return _checked(_best(task, store), store)
    known = manifests()
    if wanted in known:
        return _checked(_require_task(known[wanted], task), store)
    if _looks_like_a_path(wanted):
        return _choose_folder(Path(wanted).expanduser())
    raise ModelNotFoundError(_unknown(wanted, task))


def candidates(task: Task, store: Store) -> list[Manifest]:
    """Return the models for `task` that need no network, best first.

    The order is that of the measured quality. One whose licence needs acceptance is left out: it
    serves only who asks for it by name.
    """
    able = [
        manifest
        for manifest in manifests().values()
        if task in manifest.tasks
        and not manifest.needs_acceptance
        and (store.is_installed(manifest.id) or is_at_hand(manifest))
    ]
    return sorted(able, key=lambda manifest: _order(manifest, task))


def _order(manifest: Manifest, task: Task) -> tuple[float, bool, str]:
    """A converted model has the score of its original: who converted one wants its speed."""
    return -manifest.rank(task), manifest.engine is not Engine.CTRANSLATE2, manifest.id


def _best(task: Task, store: Store) -> Manifest:
    found = candidates(task, store)
    if not found:
        raise ModelNotFoundError(_nothing(task, store))
    logger.info("auto: %s for %s", found[0].id, task)
    return found[0]


def _nothing(task: Task, store: Store) -> str:
    free = (m for m in manifests().values() if task in m.tasks and not m.needs_acceptance)
    best = max(free, key=lambda manifest: manifest.rank(task))
    return (
        f"no model for {task} is installed (looked in {store.root}): run `summarizer models pull "
        f"{best.id}` ({best.size / 1e6:,.0f} MB), or where the Hub cannot be reached "
        "`pip install 'ru-en-summarizer[offline]'`"
    )


def _require_task(manifest: Manifest, task: Task) -> Manifest:
    if task not in manifest.tasks:
        able = [other.id for other in manifests().values() if task in other.tasks]
        raise ConfigError(
            f"{manifest.id} is for {' and '.join(manifest.tasks)}, not {task}; "
            f"models for {task}: {', '.join(able)}"
        )
    return manifest


def _checked(manifest: Manifest, store: Store) -> Choice:
    if not store.is_installed(manifest.id) and is_at_hand(manifest):
        return Choice(manifest.id, manifest.engine, None, manifest.revision, manifest)
    installed = store.check(manifest.id)
    return Choice(manifest.id, manifest.engine, installed.folder, installed.revision, manifest)


def _looks_like_a_path(wanted: str) -> bool:
    return "/" in wanted or "\\" in wanted or wanted.startswith("~") or Path(wanted).is_dir()


def _choose_folder(path: Path) -> Choice:
    found = local.inspect(path)
    return Choice(path.resolve().name, found.engine, path, local.fingerprint(path))


def _unknown(wanted: str, task: Task) -> str:
    able = [manifest.id for manifest in manifests().values() if task in manifest.tasks]
    near = difflib.get_close_matches(wanted, able, n=1)
    advice = f"did you mean {near[0]!r}?" if near else f"known for {task}: {', '.join(able)}"
    return f"no model is called {wanted!r}, and no folder either; {advice}"
