"""The models on this machine: where they are, and whether they are still what they should be.

<root>/<id>/                  the files of a model, or none where it stands in the user's folder
<root>/.installed/<id>.json   what was installed, from where, with size, time and sum a file
<root>/.partial/<id>/         what an interrupted download left, to go on from
<root>/.locks/<id>.lock       held while a model is changed
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from summarizer.errors import ModelCorruptError, ModelNotFoundError
from summarizer.models.checksums import sha256_of
from summarizer.models.manifest import is_id, manifest_of
from summarizer.progress import Progress, silent

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a file was when its sum was last computed. While size and time have not changed, a run
    takes the file for unchanged; only `verify` reads every byte again."""

    size: int
    modified: int  # nanoseconds
    sha256: str

    def fits(self, path: Path) -> bool:
        try:
            found = path.stat()
        except OSError:
            return False
        return found.st_size == self.size and found.st_mtime_ns == self.modified


@dataclass(frozen=True, slots=True)
class Installed:
    id: str
    folder: Path
    source: str  # what served it
    revision: str
    files: dict[str, Stamp]
    first_use: tuple[str, ...] = ()  # files whose sum nobody had announced before they came


def default_root() -> Path:
    """Return SUMMARIZER_MODELS, else the platform's cache folder."""
    from platformdirs import user_cache_path

    chosen = os.environ.get("SUMMARIZER_MODELS")
    if chosen:
        return Path(chosen).expanduser()
    return user_cache_path("summarizer", appauthor=False) / "models"


class Store:
    """Installed models under one folder; several processes may use it at the same time."""

    def __init__(self, root: Path | None = None) -> None:
        self.root = default_root() if root is None else root

    def folder(self, id: str) -> Path:
        """Return where the store keeps the files of a model; it need not exist."""
        return self.root / _checked(id)

    def partial(self, id: str) -> Path:
        return self.root / ".partial" / _checked(id)

    def is_installed(self, id: str) -> bool:
        return self.find(id) is not None

    def find(self, id: str) -> Installed | None:
        """Return the record of a model, None where it is not installed."""
        try:
            values = json.loads(self._record(id).read_text("utf-8"))
            files = {name: Stamp(**stamp) for name, stamp in values.pop("files").items()}
            folder, first_use = Path(values.pop("folder")), tuple(values.pop("first_use"))
            installed = Installed(folder=folder, files=files, first_use=first_use, **values)
        except FileNotFoundError:
            return None
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as e:
            logger.warning("%s cannot be read (%s): taken as not installed", self._record(id), e)
            return None
        return installed if installed.folder.is_dir() else None

    def get(self, id: str) -> Installed:
        """Return the record of a model; raises ModelNotFoundError with the command to type."""
        installed = self.find(id)
        if installed is None:
            manifest_of(id)  # an unknown id has another cure
            raise ModelNotFoundError(
                f"the model {id!r} is not installed (looked in {self.root}): "
                f"run `summarizer models pull {id}`, or on a machine without network "
                "`summarizer models import FILE.tar`"
            )
        return installed

    def path(self, id: str) -> Path:
        """Return the folder of an installed model; raises ModelNotFoundError."""
        return self.get(id).folder

    def installed(self) -> dict[str, Installed]:
        """Return all records by id."""
        ids = sorted(path.stem for path in self.root.glob(".installed/*.json"))
        return {id: found for id in ids if (found := self.find(id)) is not None}

    def check(self, id: str) -> Installed:
        """Refuse a model that has changed: the quick check of every run.

        A file whose size or time is not the recorded one is read in full; if its sum is still
        right (a copied or touched file) the new time is recorded. Raises ModelCorruptError.
        """
        installed = self.get(id)
        stale = [n for n, stamp in installed.files.items() if not stamp.fits(installed.folder / n)]
        return self._renew(installed, stale, silent) if stale else installed

    def verify(self, id: str, progress: Progress = silent) -> Installed:
        """Read every byte of a model again; raises ModelCorruptError that names the bad files."""
        installed = self.get(id)
        return self._renew(installed, list(installed.files), progress)

    def cover(self, id: str, folder: Path, progress: Progress = silent) -> Installed:
        """Let the checks cover the files of `folder` too, inside that of the model: what a runtime
        has made of the weights is what a run reads, and can be damaged as well."""
        installed = self.get(id)
        names = [p.relative_to(installed.folder).as_posix() for p in _files_in(folder)]
        new = {name for name in names if name not in installed.files}
        if not new:
            return installed
        stamps = {name: take_stamp(installed.folder / name, progress) for name in sorted(new)}
        covered = replace(installed, files=installed.files | stamps)
        self._save_if_possible(covered)
        return covered

    def remove(self, id: str) -> bool:
        """Delete a model and what is left of its downloads; a folder of the user's own is kept.

        Returns whether anything was there.
        """
        with self.lock(id):
            places = (self.folder(id), self.partial(id), self._record(id))
            was_there = any(place.exists() for place in places)
            self._record(id).unlink(missing_ok=True)
            for place in places[:2]:
                shutil.rmtree(place, ignore_errors=True)
        return was_there

    def save(self, installed: Installed) -> None:
        """Record a model, atomically."""
        record = self._record(installed.id)
        record.parent.mkdir(parents=True, exist_ok=True)
        values = asdict(installed) | {"folder": str(installed.folder)}
        draft = record.with_suffix(f".{os.getpid()}")
        draft.write_text(json.dumps(values, indent=1), "utf-8")
        draft.replace(record)

    @contextmanager
    def lock(self, id: str) -> Iterator[None]:
        """Keep other processes from changing the same model; waits for them.

        In a store that cannot be written to there is nothing to keep them from.
        """
        from filelock import FileLock, Timeout

        path = self.root / ".locks" / f"{_checked(id)}.lock"
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            lock = FileLock(path)
            lock.acquire(blocking=False)
        except Timeout:
            logger.warning("another process is at work on %s: waiting for it", id)
            lock.acquire()
        except OSError as e:
            logger.info("%s cannot be locked: %s", id, e)
            yield
            return
        try:
            yield
        finally:
            lock.release()

    def _record(self, id: str) -> Path:
        return self.root / ".installed" / f"{_checked(id)}.json"

    def _renew(self, installed: Installed, names: list[str], progress: Progress) -> Installed:
        stamps = dict(installed.files)
        bad = []
        for name in names:
            fault, stamp = _examine(installed, name, progress)
            stamps[name] = stamp
            bad += [fault] if fault else []
        if bad:
            raise ModelCorruptError(
                f"the model {installed.id!r} in {installed.folder} is damaged: {'; '.join(bad)}. "
                f"Run `summarizer models pull {installed.id}` to replace it"
            )
        renewed = replace(installed, files=stamps)
        self._save_if_possible(renewed)
        return renewed

    def _save_if_possible(self, installed: Installed) -> None:
        try:
            self.save(installed)
        except OSError as e:  # a store that others maintain may be read-only
            logger.info("the stamps of %s were not renewed: %s", installed.id, e)


def _checked(id: str) -> str:
    """Let no id lead out of the store: `remove` deletes folders."""
    if not is_id(id):
        raise ModelNotFoundError(f"{id!r} is not the id of a model; `summarizer models list`")
    return id


def _files_in(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file())


def content_revision(files: Mapping[str, Stamp]) -> str:
    """Tell one content from another, where no commit does: 64 digits, a commit has 40."""
    sums = {name: stamp.sha256 for name, stamp in sorted(files.items())}
    return hashlib.sha256(json.dumps(sums).encode()).hexdigest()


def take_stamp(path: Path, progress: Progress = silent) -> Stamp:
    found = path.stat()  # before reading: what is written later must not fit the stamp
    return Stamp(found.st_size, found.st_mtime_ns, sha256_of(path, progress))


def _examine(installed: Installed, name: str, progress: Progress) -> tuple[str, Stamp]:
    """Return what is wrong with a file ("" for nothing) and its stamp as of now."""
    path, expected = installed.folder / name, installed.files[name]
    if not path.is_file():
        return f"{name} is missing", expected
    if path.stat().st_size != expected.size:
        return f"{name} has {path.stat().st_size:,} bytes instead of {expected.size:,}", expected
    stamp = take_stamp(path, progress)
    if stamp.sha256 != expected.sha256:
        return (
            f"{name} has sha256 {stamp.sha256[:12]}… instead of {expected.sha256[:12]}…",
            expected,
        )
    return "", stamp
