"""What `models list` and `doctor` show: every model that is known, and how it stands here."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from summarizer.models.manifest import Manifest, Task, manifests
from summarizer.models.pull import is_at_hand
from summarizer.models.store import Installed, Store


class State(StrEnum):
    INSTALLED = "installed"
    CHANGED = "changed"  # size or time of a file is another than when it was last verified
    AT_HAND = "at hand"  # its packages are installed: the first run assembles it
    ABSENT = "not installed"


@dataclass(frozen=True, slots=True)
class Row:
    manifest: Manifest
    state: State
    installed: Installed | None


def catalogue(store: Store) -> list[Row]:
    """Return every known model: translators before others, the best first."""
    return sorted((_row(each, store) for each in manifests().values()), key=_order)


def _order(row: Row) -> tuple[bool, float, str]:
    manifest = row.manifest
    rank = max(manifest.rank(task) for task in manifest.tasks)
    return Task.TRANSLATION not in manifest.tasks, -rank, manifest.id


def _row(manifest: Manifest, store: Store) -> Row:
    installed = store.find(manifest.id)
    if installed is not None:
        whole = all(stamp.fits(installed.folder / n) for n, stamp in installed.files.items())
        return Row(manifest, State.INSTALLED if whole else State.CHANGED, installed)
    return Row(manifest, State.AT_HAND if is_at_hand(manifest) else State.ABSENT, None)
