"""Models on a stick: write an installed model to a tar file, and install it from one elsewhere.

    manifest.toml      what the model is; used where the id is not known there
    installed.json     the sums of the files
    files/<name>       the files

An archive may come from anywhere, so nothing in it is taken at its word: members are read one by
one, only plain files whose names the list of sums has, and nothing is installed unless every sum
fits; the manifest that is known here decides over that of the archive.
"""

from __future__ import annotations

import io
import json
import shutil
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from summarizer.errors import (
    ConfigError,
    InputError,
    ModelCorruptError,
    OutputError,
)
from summarizer.models.fetch import Announced
from summarizer.models.manifest import (
    Manifest,
    ModelFile,
    manifest_of,
    manifests,
    read_manifest,
    user_folder,
)
from summarizer.models.pull import require_acceptance, settle
from summarizer.models.sources import Arrival, WrongBytesError, accept
from summarizer.models.store import Installed, Store
from summarizer.progress import Progress, silent

MANIFEST, SUMS, FILES = "manifest.toml", "installed.json", "files/"
_LARGEST_LIST = 1 << 20  # bytes of a manifest or of a list of sums


def export_model(id: str, path: Path, store: Store, progress: Progress = silent) -> Path:
    """Write an installed model to a tar file, after every byte of it has been verified.

    The file is there whole or not at all, and is the same for the same model.
    """
    manifest, installed = manifest_of(id), store.verify(id, progress)
    names = sorted(installed.files.keys() & _by_name(manifest).keys())  # not what a runtime made
    draft = path.with_name(f".{path.name}.partial")
    try:
        with tarfile.open(draft, "w", format=tarfile.PAX_FORMAT) as archive:
            _add(archive, MANIFEST, manifest.path.read_bytes())
            _add(archive, SUMS, _sums(installed, names))
            for number, name in enumerate(names, 1):
                _add_file(archive, FILES + name, installed.folder / name)
                progress(f"Writing {path.name}", number, len(names))
        draft.replace(path)
    except OSError as e:
        raise OutputError(f"cannot write {path}: {e.strerror or e}") from e
    finally:
        draft.unlink(missing_ok=True)
    return path


def import_model(
    path: Path, store: Store, *, accept_licence: bool = False, progress: Progress = silent
) -> Installed:
    """Install a model from a tar file that `export_model` wrote.

    Raises InputError for a file that is no such archive, ModelCorruptError for files that are not
    what the manifest or the list of sums says; then nothing is installed.
    """
    try:
        with tarfile.open(path, "r:") as archive:
            text, listed = _head(archive, path)
            manifest, is_new = _manifest(text, listed.id, path)
            require_acceptance(manifest, accept_licence, f"import {path}")
            _require_same_files(manifest, listed, path)
            installed = _install(archive, manifest, listed, store, progress)
    except (tarfile.TarError, EOFError) as e:
        raise InputError(f"{path} is not a model archive, or is cut off: {e}") from e
    except OSError as e:
        raise InputError(f"{path} cannot be imported: {e.strerror or e}") from e
    if is_new:
        user_folder().mkdir(parents=True, exist_ok=True)
        (user_folder() / f"{listed.id}.toml").write_bytes(text)
    return installed


def _sums(installed: Installed, names: list[str]) -> bytes:
    sums = {name: installed.files[name].sha256 for name in names}
    values = {"id": installed.id, "revision": installed.revision, "files": sums}
    return json.dumps(values, indent=1).encode()


def _add(archive: tarfile.TarFile, name: str, data: bytes) -> None:
    member = tarfile.TarInfo(name)  # no time, no owner: the same model gives the same archive
    member.size = len(data)
    archive.addfile(member, io.BytesIO(data))


def _add_file(archive: tarfile.TarFile, name: str, path: Path) -> None:
    member = tarfile.TarInfo(name)
    member.size = path.stat().st_size
    with path.open("rb") as file:
        archive.addfile(member, file)


@dataclass(frozen=True, slots=True)
class _Listed:
    id: str
    revision: str
    files: dict[str, str]  # sums by name


def _install(
    archive: tarfile.TarFile, manifest: Manifest, listed: _Listed, store: Store, progress: Progress
) -> Installed:
    with store.lock(listed.id), _empty_folder(store.partial(listed.id)) as folder:
        arrivals = _unpack(archive, manifest, listed, folder, progress)
        name = Path(str(archive.name)).name
        return settle(manifest, store, arrivals, f"archive {name}", listed.revision)


@contextmanager
def _empty_folder(folder: Path) -> Iterator[Path]:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)  # moved away already where all went well


def _head(archive: tarfile.TarFile, path: Path) -> tuple[bytes, _Listed]:
    """Read the two members that every archive begins with."""
    text = _read_small(archive, MANIFEST, path)
    try:
        values = json.loads(_read_small(archive, SUMS, path))
        files = {str(name): str(sum) for name, sum in values["files"].items()}
        return text, _Listed(str(values["id"]), str(values["revision"]), files)
    except (ValueError, KeyError, TypeError, AttributeError) as e:
        raise InputError(f"{path} is not a model archive: its {SUMS} cannot be read ({e})") from e


def _read_small(archive: tarfile.TarFile, name: str, path: Path) -> bytes:
    member = archive.next()
    if member is None or member.name != name or not member.isreg() or member.size > _LARGEST_LIST:
        raise InputError(
            f"{path} is not a model archive: it must begin with {name}; "
            "`summarizer models export` writes one"
        )
    file = archive.extractfile(member)
    return file.read() if file else b""


def _manifest(text: bytes, id: str, path: Path) -> tuple[Manifest, bool]:
    """Return the manifest that is known here, else that of the archive, and whether it is new."""
    known = manifests()
    if id in known:
        return known[id], False
    with tempfile.TemporaryDirectory(prefix="summarizer-") as folder:
        draft = Path(folder) / MANIFEST
        draft.write_bytes(text)
        try:
            manifest = read_manifest(draft)
        except ConfigError as e:
            raise ModelCorruptError(f"{path}: its manifest is not valid: {e}") from e
    if manifest.id != id:
        raise ModelCorruptError(f"{path}: its manifest is for {manifest.id!r}, not for {id!r}")
    return manifest, True


def _require_same_files(manifest: Manifest, listed: _Listed, path: Path) -> None:
    """Refuse a list with files that the manifest does not name, or without one that it needs."""
    expected = _by_name(manifest)
    for name in listed.files:
        if name not in expected:
            raise ModelCorruptError(f"{path}: {name!r} is no file of {manifest.id}")
    for file in manifest.files:
        if not file.optional and not {file.name, file.instead} & listed.files.keys():
            raise ModelCorruptError(f"{path}: {file.name} of {manifest.id} is missing")


def _by_name(manifest: Manifest) -> dict[str, ModelFile]:
    instead = {file.instead: ModelFile(file.instead) for file in manifest.files if file.instead}
    return instead | {file.name: file for file in manifest.files}


def _unpack(
    archive: tarfile.TarFile, manifest: Manifest, listed: _Listed, folder: Path, progress: Progress
) -> list[Arrival]:
    expected = _by_name(manifest)
    arrivals: dict[str, Arrival] = {}
    while (member := archive.next()) is not None:
        name = member.name.removeprefix(FILES)
        if not member.isreg() or member.issparse():
            raise ModelCorruptError(f"the archive holds {member.name!r}, which is no plain file")
        if FILES + name != member.name or name not in listed.files or name in arrivals:
            raise ModelCorruptError(f"the archive holds {member.name!r}, which its list has not")
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        source = archive.extractfile(member)
        with target.open("wb") as out:
            if source is not None:
                shutil.copyfileobj(source, out, 1 << 20)
        arrivals[name] = _accept(target, expected[name], listed.files[name], progress)
    if missing := listed.files.keys() - arrivals.keys():
        raise ModelCorruptError(f"the archive is cut off: {', '.join(sorted(missing))} is missing")
    return list(arrivals.values())


def _accept(path: Path, file: ModelFile, listed: str, progress: Progress) -> Arrival:
    """Check one file. The archive's own sum shows damage, but it vouches for nothing: a file that
    the manifest has no sum of is trusted on first use."""
    try:
        arrival = accept(path, file, Announced(sha256=listed), progress)
    except WrongBytesError as e:
        raise ModelCorruptError(f"the archive is damaged: {e}") from e
    return replace(arrival, known=bool(file.sha256))
