"""Install a model from the first of its sources that can serve it: whole and checked, or not."""

from __future__ import annotations

import contextlib
import logging
import os
import re
import shutil
from dataclasses import replace
from pathlib import Path

from summarizer.errors import ConfigError, DownloadError, ModelCorruptError, OutputError
from summarizer.models import packages
from summarizer.models.manifest import (
    FolderSource,
    HubSource,
    Manifest,
    ModelFile,
    PackageSource,
    manifest_of,
)
from summarizer.models.sources import Arrival, Terms, bring
from summarizer.models.store import Installed, Store, content_revision

logger = logging.getLogger(__name__)

_COMMIT = re.compile("[0-9a-f]{40}")


def pull(
    id: str, store: Store, *, accept_licence: bool = False, terms: Terms | None = None
) -> Installed:
    """Install a model, or repair it; one that is whole already is left as it is.

    An interrupted call leaves what it has for the next to go on from. Raises DownloadError with
    the reason of every source that failed, ConfigError where the licence must be accepted first,
    OutputError where the store cannot be written to.
    """
    manifest = manifest_of(id)
    require_acceptance(manifest, accept_licence, f"pull {id}")
    try:
        with store.lock(id):
            return _whole(store, id) or _install(_sharpen(manifest, store), store, terms or Terms())
    except OSError as e:
        raise OutputError(
            f"{id} cannot be written to {store.root}: {e.strerror or e}; "
            "SUMMARIZER_MODELS can name another folder"
        ) from e


def is_at_hand(manifest: Manifest) -> bool:
    """Whether a source can serve the whole model without the network."""
    return any(_is_local(source) for source in manifest.sources)


def _is_local(source: object) -> bool:
    if isinstance(source, PackageSource):
        return packages.are_installed(source)
    return isinstance(source, FolderSource) and source.path.is_dir()


def require_acceptance(manifest: Manifest, accepted: bool, command: str) -> None:
    """Refuse a model whose licence restricts its use, until the user says that it suits them."""
    if manifest.needs_acceptance and not accepted:
        raise ConfigError(
            f"{manifest.id} is under {manifest.licence}: {manifest.licence_note} If that suits "
            f"you, run `summarizer models {command} --accept-licence`"
        )


def _whole(store: Store, id: str) -> Installed | None:
    """Return the record of a model that needs nothing; its good files are kept for a repair."""
    installed = store.find(id)
    if installed is None:
        return None
    try:
        return store.verify(id)
    except ModelCorruptError as e:
        logger.warning("%s", e)
        staging = store.partial(id)
        for name in installed.files:
            _link(installed.folder / name, staging / name)
        return None


def _sharpen(manifest: Manifest, store: Store) -> Manifest:
    """Expect what was installed before, where the manifest itself has no sum or no pinned commit:
    what was trusted on first use is not trusted anew."""
    installed = store.find(manifest.id)
    if installed is None:
        return manifest
    files = tuple(_expected(file, installed) for file in manifest.files)
    sources = manifest.sources
    if _COMMIT.fullmatch(installed.revision):
        sources = tuple(
            replace(source, revision=installed.revision)
            if isinstance(source, HubSource)
            else source
            for source in sources
        )
    return replace(manifest, files=files, sources=sources)


def _expected(file: ModelFile, installed: Installed) -> ModelFile:
    name = next((n for n in (file.name, file.instead) if n in installed.files), "")
    if file.sha256 or not name:
        return file
    stamp = installed.files[name]
    return replace(file, name=name, instead="", size=stamp.size, sha256=stamp.sha256)


def _link(source: Path, target: Path) -> None:
    """Let a second name stand for a file, or copy it where the file system has no links."""
    if not source.is_file() or target.exists():
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def _install(manifest: Manifest, store: Store, terms: Terms) -> Installed:
    staging = store.partial(manifest.id)
    staging.mkdir(parents=True, exist_ok=True)
    _require_space(manifest, staging)
    failures = []
    for source in sorted(manifest.sources, key=lambda source: not _is_local(source)):
        try:
            arrivals = bring(source, manifest, staging, terms)
        except DownloadError as e:
            logger.info("%s: %s", source, e)
            failures.append(f"{source}: {e}")
        else:
            revision = source.revision if isinstance(source, HubSource) else manifest.revision
            return settle(manifest, store, arrivals, str(source), revision)
    raise DownloadError(
        f"{manifest.id} could not be had from any source:\n  - " + "\n  - ".join(failures)
    )


def settle(
    manifest: Manifest, store: Store, arrivals: list[Arrival], source: str, revision: str
) -> Installed:
    """Move the files that have arrived in the staging folder to their place, and record them."""
    staging, folder = store.partial(manifest.id), store.folder(manifest.id)
    _leave_only(staging, {staging / arrival.name for arrival in arrivals})
    if folder.exists():
        shutil.rmtree(folder)
    staging.replace(folder)
    announced = next((arrival.revision for arrival in arrivals if arrival.revision), "")
    stamps = {arrival.name: arrival.stamp for arrival in arrivals}
    commit = revision if _COMMIT.fullmatch(revision) else ""  # not "main"
    installed = Installed(
        manifest.id,
        folder,
        source,
        announced or commit or content_revision(stamps),
        stamps,
        tuple(arrival.name for arrival in arrivals if not arrival.known),
    )
    store.save(installed)
    return installed


def _leave_only(folder: Path, files: set[Path]) -> None:
    """Delete what another source has left half done, and the folders that held nothing else."""
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_dir():
            with contextlib.suppress(OSError):
                path.rmdir()  # refused unless it is empty
        elif path not in files:
            path.unlink()


def _require_space(manifest: Manifest, staging: Path) -> None:
    have = sum(path.stat().st_size for path in staging.rglob("*") if path.is_file())
    free, needed = shutil.disk_usage(staging).free, manifest.size - have
    if free < needed:
        raise DownloadError(
            f"{manifest.id} needs {needed / 1e9:.1f} GB more in {staging.parent}, where "
            f"{free / 1e9:.1f} GB are free: make room, or set SUMMARIZER_MODELS to another folder"
        )
