"""Hugging Face models into the form that CTranslate2 reads: all or nothing, with its tokenizer."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from summarizer.errors import ConfigError, OutputError
from summarizer.progress import Progress, silent
from summarizer.translate.encoder_decoder import selftest
from summarizer.translate.encoder_decoder.ctranslate2_package import require_ctranslate2
from summarizer.translate.encoder_decoder.vocabulary import load_tokenizer, read_settings

QUANTIZATIONS = ("int8", "int8_float16", "int8_bfloat16", "int16", "float16", "bfloat16", "float32")

_STAMP = "conversion.json"

# what tells a converted model's tokenizer, language and limits, as far as a model has it
_TOKENIZER_FILES = (
    "source.spm", "target.spm", "vocab.json", "merges.txt", "spiece.model",
    "sentencepiece.bpe.model", "tokenizer.json", "tokenizer_config.json",
    "special_tokens_map.json", "added_tokens.json",
)  # fmt: skip
_KEPT_SETTINGS = (
    "max_position_embeddings", "n_positions", "forced_bos_token_id", "task_specific_params",
)  # fmt: skip


def convert(
    folder: Path, target: Path, quantization: str = "int8", progress: Progress = silent
) -> Path:
    """Convert the model in `folder` and put it, with its tokenizer, at `target`.

    What stood at `target` is replaced only when all is done. Raises ConfigError for a kind of
    model or a quantization that CTranslate2 does not know, ModelCorruptError for damaged files.
    """
    if quantization not in QUANTIZATIONS:
        known = ", ".join(QUANTIZATIONS)
        raise ConfigError(f"unknown quantization {quantization!r}; known are: {known}")
    with _lock(target):
        return _convert(folder, target, quantization, progress)


def converted(folder: Path, quantization: str, progress: Progress = silent) -> Path:
    """The conversion that is kept in the model's own folder; made now if there is none.

    Raises as `convert` does, and OutputError where the folder may not be written.
    """
    target = folder / "ctranslate2" / quantization
    if is_current(target, folder):
        return target
    with _lock(target):
        if is_current(target, folder):  # another process made it while this one waited
            return target
        return _convert(folder, target, quantization, progress)


@contextmanager
def _lock(target: Path) -> Iterator[None]:
    from filelock import FileLock

    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        lock = FileLock(target.with_name(f".{target.name}.lock"))
        lock.acquire()
    except OSError as error:
        raise OutputError(_unwritable(target, error)) from error
    try:
        yield
    finally:
        lock.release()


def _unwritable(target: Path, error: OSError) -> str:
    return (
        f"the converted model cannot be written to {target}: {error};"
        " `summarizer models convert` can put it elsewhere"
    )


def _convert(folder: Path, target: Path, quantization: str, progress: Progress) -> Path:
    task = f"converting {folder.name} to {quantization}"
    progress(task, 0, 1)
    draft = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        _write(folder, draft, quantization)
        shutil.rmtree(target, ignore_errors=True)
        draft.rename(target)
    except OSError as error:
        raise OutputError(_unwritable(target, error)) from error
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    progress(task, 1, 1)
    return target


def _write(folder: Path, draft: Path, quantization: str) -> None:
    read_settings(folder / "config.json")
    try:
        _converter(folder).convert(str(draft), quantization=quantization, force=True)
    except (ValueError, KeyError, AttributeError, NotImplementedError) as error:
        raise ConfigError(
            f"CTranslate2 cannot convert the model in {folder}: {error};"
            " the transformers engine may run it"
        ) from error
    for name in _TOKENIZER_FILES:
        if (folder / name).is_file():
            shutil.copy(folder / name, draft / name)
    _keep_settings(folder / "config.json", draft / "config.json")
    (draft / _STAMP).write_text(_stamp(folder), "utf-8")


def _converter(folder: Path) -> Any:
    """A converter that loads the model as the transformers engine does, self-test included."""
    require_ctranslate2()
    from ctranslate2.converters import TransformersConverter

    from summarizer.translate.encoder_decoder.transformers_engine import load_model

    class Converter(TransformersConverter):  # type: ignore[misc]
        def load_model(self, *_: object, **__: object) -> Any:
            import torch

            model, report = load_model(folder, torch.float32)
            selftest.check_weights(model, load_tokenizer(folder), report, folder)
            _prepare(model)
            return model

        def load_tokenizer(self, *_: object, **__: object) -> Any:
            return load_tokenizer(folder)

    return Converter(str(folder))


def _prepare(model: Any) -> None:
    """Work around what the converter of CTranslate2 4.8 takes for granted."""
    if model.config.model_type == "marian":
        _fold_start(model)
    if model.config.model_type == "bart":  # saved by transformers 5, it does not say so any more
        for name, value in (("normalize_before", False), ("normalize_embedding", True)):
            if not hasattr(model.config, name):
                setattr(model.config, name, value)


def _fold_start(model: Any) -> None:
    """Add what the start token is embedded as to the first position of MarianMT's decoder.

    CTranslate2 starts Marian's decoder from zero, for <pad> is zero in the models of the Hub. Fine
    tuning moves it, through the output layer that shares it: a model that knew 25 sentences by
    heart knew 7 of them after conversion. Only the start token ever stands at position 0.
    """
    import torch

    decoder = model.get_decoder()
    start = decoder.embed_tokens.weight[model.config.decoder_start_token_id]
    scale = model.config.d_model**0.5 if model.config.scale_embedding else 1.0
    with torch.no_grad():
        decoder.embed_positions.weight[0] += start * scale


def _keep_settings(source: Path, target: Path) -> None:
    """CTranslate2's own config.json says nothing of a model's limits and of how it is asked."""
    ours, theirs = read_settings(target), read_settings(source)
    generation = source.with_name("generation_config.json")
    if generation.is_file():
        theirs |= read_settings(generation)
    kept = {key: theirs[key] for key in _KEPT_SETTINGS if key in theirs}
    target.write_text(json.dumps(kept | ours, indent=2) + "\n", "utf-8")


def is_current(target: Path, folder: Path) -> bool:
    """Whether `target` was converted from `folder` as it is now: a model may be tuned further."""
    made = target / _STAMP
    return made.is_file() and made.read_text("utf-8") == _stamp(folder)


def _stamp(folder: Path) -> str:
    """The files of a model with sizes and times, and by what they were converted."""
    version = require_ctranslate2().__version__
    files = sorted(file for file in folder.iterdir() if file.is_file())
    seen = [(file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in files]
    return json.dumps({"ctranslate2": version, "files": seen}, indent=1)
