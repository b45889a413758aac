"""A model folder of the user's own: what is in it, and which engine can load it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.errors import ConfigError, ModelNotFoundError
from summarizer.models.manifest import Engine, Task

# what a Hugging Face folder of each kind is for; mBART and T5 are trained for either
_TASKS = {
    "marian": Task.TRANSLATION,
    "m2m_100": Task.TRANSLATION,
    "nllb-moe": Task.TRANSLATION,
    "fsmt": Task.TRANSLATION,
    "bart": Task.BRIEF,
    "pegasus": Task.BRIEF,
    "led": Task.BRIEF,
}
_TOKENIZERS = {
    "Marian": Task.TRANSLATION,
    "Nllb": Task.TRANSLATION,
    "M2M100": Task.TRANSLATION,
    "Bart": Task.BRIEF,
    "Pegasus": Task.BRIEF,
}
_WEIGHTS = ("model.safetensors", "model.safetensors.index.json", "pytorch_model.bin")
_WASTE = (".part", ".msgpack", ".h5", ".ot", ".onnx")  # weights for other programs


@dataclass(frozen=True, slots=True)
class Folder:
    path: Path
    engine: Engine
    task: Task | None  # None: the files do not tell


def inspect(path: Path) -> Folder:
    """Tell which engine loads a folder.

    Raises ModelNotFoundError where there is no folder, ConfigError where there is no model in it.
    """
    if not path.is_dir():
        raise ModelNotFoundError(f"{path} is not a folder: give the folder that holds config.json")
    config = _read_json(path / "config.json")
    if config is None:
        raise ConfigError(f"{path} holds no config.json, so it is no model; {_listing(path)}")
    if (path / "model.bin").is_file():
        return Folder(path, Engine.CTRANSLATE2, _task(path, config))
    if any((path / name).is_file() for name in _WEIGHTS):
        _require_seq2seq(path, config)
        return Folder(path, Engine.TRANSFORMERS, _task(path, config))
    raise ConfigError(
        f"{path} holds no weights: {', '.join(_WEIGHTS)} or (CTranslate2) model.bin; "
        f"{_listing(path)}"
    )


def files_of(folder: Folder) -> list[str]:
    """Name the files that belong to a model, relative to its folder: no hidden ones, none for
    other programs, no folders."""
    paths = sorted(path for path in folder.path.iterdir() if path.is_file())
    return [
        path.name for path in paths if not path.name.startswith(".") and path.suffix not in _WASTE
    ]


def fingerprint(path: Path) -> str:
    """Tell one state of a folder from another by names, sizes and times, without reading it."""
    files = sorted(file for file in path.iterdir() if file.is_file())
    seen = [(file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files]
    return hashlib.sha256(repr(seen).encode()).hexdigest()


def _require_seq2seq(path: Path, config: dict[str, Any]) -> None:
    names = config.get("architectures") or []
    reads_and_writes = config.get("is_encoder_decoder") or config.get("model_type") in _TASKS
    if not reads_and_writes:
        raise ConfigError(
            f"{path} holds a {config.get('model_type', 'unknown')} model ({', '.join(names)}), not "
            "one that reads a sequence and writes another (MarianMT, NLLB, BART, T5 …)"
        )


def _task(path: Path, config: dict[str, Any]) -> Task | None:
    """The kind of model tells, or (a converted one does not name it) the kind of its tokenizer."""
    known = _TASKS.get(str(config.get("model_type")))
    tokenizer = _read_json(path / "tokenizer_config.json") or {}
    name = str(tokenizer.get("tokenizer_class", ""))
    return known or next((task for key, task in _TOKENIZERS.items() if name.startswith(key)), None)


def _read_json(path: Path) -> dict[str, Any] | None:
    try:
        values = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as e:
        raise ConfigError(f"{path} cannot be read: {e}") from e
    if not isinstance(values, dict):
        raise ConfigError(f"{path} must hold a JSON object")
    return values


def _listing(path: Path) -> str:
    names = sorted(entry.name for entry in path.iterdir())[:8]
    return f"it holds {', '.join(names)}" if names else "it is empty"
