"""Make a folder of the user's own a model with an id: a fine-tuned MarianMT, a converted one."""

from __future__ import annotations

import importlib.util
import json
import re
from dataclasses import dataclass
from pathlib import Path

from summarizer.errors import ConfigError, MissingDependencyError, OutputError, SummarizerError
from summarizer.models import local
from summarizer.models.manifest import (
    Engine,
    Manifest,
    Task,
    manifest_of,
    manifests,
    read_manifest,
    user_folder,
)
from summarizer.models.pull import pull
from summarizer.models.sources import Terms
from summarizer.models.store import Installed, Stamp, Store, content_revision, take_stamp
from summarizer.progress import Progress, silent

MARK = "# Written by `summarizer models add`; `summarizer models remove` deletes it."


@dataclass(frozen=True, slots=True, kw_only=True)
class Naming:
    """What the files do not tell."""

    id: str = ""  # "": the folder's name
    task: Task | None = None
    like: Manifest | None = None  # the original of a converted model: licence, scores, languages


def add_folder(
    path: Path,
    store: Store,
    naming: Naming | None = None,
    *,
    copy: bool = False,
    progress: Progress = silent,
) -> Installed:
    """Give a folder an id and record the sum of each file; `copy` puts them into the store.

    Without `copy` the files stay where they are, and a run refuses them once they have changed.
    Raises ConfigError where the folder holds no model, or the id or task must be given.
    """
    naming = naming or Naming()
    found = local.inspect(path.expanduser().resolve())
    id, task = _free_id(naming, found), _task(naming, found)
    stamps = {name: take_stamp(found.path / name, progress) for name in local.files_of(found)}
    text = _manifest_text(id, task, found, stamps, naming.like)
    manifest = _write(user_folder() / f"{id}.toml", text)
    try:
        if copy:
            return pull(id, store, terms=Terms(network=False, progress=progress))
        installed = Installed(
            id, found.path, f"folder {found.path}", content_revision(stamps), stamps
        )
        store.save(installed)
    except (SummarizerError, OSError):
        manifest.unlink()
        raise
    return installed


def remove_model(id: str, store: Store) -> bool:
    """Delete an installed model, and its manifest if `add_folder` wrote it.

    A folder that was added where it stands is kept. Returns whether anything was there.
    """
    was_there = store.remove(id)
    manifest = user_folder() / f"{id}.toml"
    if manifest.is_file() and manifest.read_text("utf-8").startswith(MARK):
        manifest.unlink()
    return was_there


def _free_id(naming: Naming, found: local.Folder) -> str:
    id = naming.id or re.sub(r"[^A-Za-z0-9._-]+", "-", found.path.name).strip("-._")
    taken = manifests()
    if id in taken:
        raise ConfigError(f"the id {id!r} is taken by {taken[id].path}: give another with --id")
    return id


def _task(naming: Naming, found: local.Folder) -> Task:
    task = naming.task or found.task
    if task is None:
        raise ConfigError(
            f"{found.path}: its files do not tell what the model is for: give --task translation "
            "or --task brief"
        )
    return task


def _write(path: Path, text: str) -> Path:
    """Write a manifest and read it back, so that none is left that cannot be read."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    except OSError as e:
        raise OutputError(f"cannot write {path}: {e.strerror}") from e
    try:
        read_manifest(path)
    except ConfigError:
        path.unlink()
        raise
    return path


def _manifest_text(
    id: str, task: Task, found: local.Folder, stamps: dict[str, Stamp], like: Manifest | None
) -> str:
    values: dict[str, object] = {
        "id": id,
        "description": f"{like.description}, converted" if like else f"From {found.path}",
        "tasks": [task],
        "engine": found.engine,
        "languages": list(like.languages) if like else ["ru" if task is Task.TRANSLATION else "en"],
        "licence": like.licence if like else "your own",
        "licence_note": like.licence_note if like else "",
        "needs_acceptance": bool(like and like.needs_acceptance),
        "size": sum(stamp.size for stamp in stamps.values()),
    }
    blocks = [_lines(values)]
    for name, stamp in stamps.items():
        file = {"name": name, "size": stamp.size, "sha256": stamp.sha256}
        blocks.append("[[files]]\n" + _lines(file))
    blocks.append("[[sources]]\n" + _lines({"kind": "folder", "path": str(found.path)}))
    for each in like.quality if like else ():
        score: dict[str, object] = {"task": each.task, "measure": each.measure, "data": each.data}
        score |= {"value": each.value, "source": f"{each.source}; of the original"}
        score |= {"google": each.google} if each.google else {}
        blocks.append("[[quality]]\n" + _lines(score))
    return MARK + "\n" + "\n".join(blocks)


def _lines(values: dict[str, object]) -> str:
    """Write keys as TOML; JSON's strings, numbers, booleans and lists are TOML's too."""
    return "".join(
        f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items()
    )


def convert_model(
    id: str, store: Store, quantization: str = "int8", progress: Progress = silent
) -> Installed:
    """Install the CTranslate2 form of an installed model as <id>-ct2-<quantization>.

    It keeps the licence and the scores of its original; an earlier conversion is replaced.
    """
    from summarizer.translate.encoder_decoder.convert import convert

    if importlib.util.find_spec("ctranslate2") is None:
        raise MissingDependencyError(
            "converting a model needs ctranslate2: pip install 'ru-en-summarizer[ct2]'"
        )
    original = manifest_of(id)
    if original.engine is not Engine.TRANSFORMERS:
        raise ConfigError(
            f"{id} is of the engine {original.engine}: only a model of the engine transformers "
            "can be converted"
        )
    source, converted = store.check(id).folder, f"{id}-ct2-{quantization}"
    remove_model(converted, store)
    with store.lock(converted):
        folder = convert(source, store.folder(converted), quantization, progress)
        naming = Naming(id=converted, task=original.tasks[0], like=original)
        return add_folder(folder, store, naming, progress=progress)
