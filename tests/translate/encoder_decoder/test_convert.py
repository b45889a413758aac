"""Conversion is exact, all or nothing, and done once."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from summarizer.errors import ConfigError, ModelCorruptError, OutputError
from summarizer.translate.encoder_decoder import transformers_engine
from summarizer.translate.encoder_decoder.convert import (
    QUANTIZATIONS,
    convert,
    converted,
    is_current,
)
from summarizer.translate.encoder_decoder.ctranslate2_package import require_ctranslate2
from summarizer.translate.encoder_decoder.vocabulary import load_tokenizer
from tests.tiny_models import PAIRS, random_marian
from tests.translate.encoder_decoder.engines import best, load


@pytest.mark.parametrize("quantization", QUANTIZATIONS)
def test_every_quantization_gives_the_same_english(
    trained: Path, tmp_path: Path, quantization: str
) -> None:
    """The sentences are sure enough for eight bits."""
    folder = convert(trained, tmp_path / "model", quantization)
    assert best(load("ctranslate2", folder), list(PAIRS)) == list(PAIRS.values())


def test_a_fine_tuned_model_survives_conversion(trained: Path) -> None:
    """Training moves the embedding of the start token, which CTranslate2 takes for zero.

    That model knew 7 of 25 sentences after a plain conversion.
    """
    import torch

    model, _ = transformers_engine.load_model(trained, torch.float32)
    start = model.get_input_embeddings().weight[model.config.decoder_start_token_id]
    assert start.norm() > 0.1


def test_progress_starts_and_ends(trained: Path, tmp_path: Path) -> None:
    """A person waits a minute or two for a big model."""
    calls: list[tuple[str, int, int]] = []
    convert(trained, tmp_path / "model", "int8", lambda *call: calls.append(call))
    task = f"converting {trained.name} to int8"
    assert calls == [(task, 0, 1), (task, 1, 1)]


def test_an_unknown_quantization_is_refused_with_those_that_are_known(
    trained: Path, tmp_path: Path
) -> None:
    """Nothing is written either."""
    with pytest.raises(ConfigError, match=r"int4.*int8"):
        convert(trained, tmp_path / "model", "int4")
    assert not any(tmp_path.iterdir())


def test_a_model_of_another_kind_is_refused(tmp_path: Path) -> None:
    """CTranslate2 knows some families, and says which."""
    folder = tmp_path / "model"
    folder.mkdir()
    (folder / "config.json").write_text('{"model_type": "prophetnet"}', "utf-8")
    with pytest.raises(ConfigError, match="cannot convert"):
        convert(folder, tmp_path / "target")
    assert not (tmp_path / "target").exists()


def test_a_failed_conversion_leaves_the_old_one(trained_copy: Path, tmp_path: Path) -> None:
    """The new folder takes the place of the old one only when it is whole."""
    target = convert(trained_copy, tmp_path / "target", "float32")
    (trained_copy / "model.safetensors").write_bytes(b"broken")
    with pytest.raises(ModelCorruptError):
        convert(trained_copy, target, "float32")
    assert best(load("ctranslate2", target), ["Да."]) == ["Yes."]
    assert not list(tmp_path.glob(".target.*/*"))


def test_a_second_conversion_replaces_the_first(trained: Path, tmp_path: Path) -> None:
    """int8 is a third of float32."""
    target = tmp_path / "model"
    big, small = (
        (convert(trained, target, quantization) / "model.bin").stat().st_size
        for quantization in ("float32", "int8")
    )
    assert small < big / 2


def test_a_model_is_converted_on_first_use_and_only_then(trained_copy: Path) -> None:
    """The conversion is kept in the model's folder, where `remove` removes it."""
    load("ctranslate2", trained_copy)
    made = (trained_copy / "ctranslate2" / "int8" / "model.bin").stat().st_mtime_ns
    load("ctranslate2", trained_copy)
    assert (trained_copy / "ctranslate2" / "int8" / "model.bin").stat().st_mtime_ns == made


def test_a_model_that_was_trained_further_is_converted_again(trained_copy: Path) -> None:
    """A stale conversion would answer for weights that are gone."""
    target = converted(trained_copy, "int8")
    assert is_current(target, trained_copy)
    os.utime(trained_copy / "model.safetensors", ns=(1, 1))
    assert not is_current(target, trained_copy)
    assert is_current(converted(trained_copy, "int8"), trained_copy)


def test_a_folder_that_cannot_be_written_is_an_error_with_advice(trained_copy: Path) -> None:
    """A model may be installed for all users of a machine."""
    (trained_copy / "ctranslate2").write_text("in the way", "utf-8")
    with pytest.raises(OutputError, match="summarizer models convert"):
        converted(trained_copy, "int8")


def test_the_tokenizer_goes_with_the_model(nllb: Path, tmp_path: Path) -> None:
    """A converted folder is complete: it can be moved to another machine."""
    folder = convert(nllb, tmp_path / "target", "float32")
    assert load_tokenizer(folder).get_vocab() == load_tokenizer(nllb).get_vocab()
    assert json.loads((folder / "config.json").read_text("utf-8"))["max_position_embeddings"] == 64


def test_a_folder_converted_by_ctranslate2_itself_is_loaded(trained: Path, tmp_path: Path) -> None:
    """Its own tool leaves out the limits, and the tokenizer unless told to copy it."""
    from ctranslate2.converters import TransformersConverter

    copied = ["source.spm", "target.spm", "vocab.json", "tokenizer_config.json"]
    folder = tmp_path / "plain"
    zeroed = random_marian(_made(tmp_path / "source"))
    TransformersConverter(str(zeroed), copy_files=copied).convert(str(folder))
    assert len(best(load("ctranslate2", folder), ["Да.", "Нет."])) == 2


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def test_a_converted_folder_with_a_piece_missing_is_refused(
    converted: Path, tmp_path: Path
) -> None:
    """The message names what could not be read."""
    folder = Path(shutil.copytree(converted, tmp_path / "model"))
    (folder / "model.bin").write_bytes(b"broken")
    with pytest.raises(ModelCorruptError, match="cannot be loaded"):
        load("ctranslate2", folder)


def test_translating_with_ctranslate2_loads_neither_torch_nor_transformers(
    converted: Path,
) -> None:
    """200 MB and seconds that a MarianMT in eight bits does not need."""
    program = f"""
import sys
from pathlib import Path
from tests.translate.encoder_decoder.engines import best, load
assert best(load("ctranslate2", Path({str(converted)!r})), ["Да."]) == ["Yes."]
print(sorted({{"torch", "transformers"}} & set(sys.modules)))
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert (done.stdout, done.stderr) == ("[]\n", "")


def test_a_missing_package_is_an_error_with_the_line_to_type(
    converted: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """CTranslate2 is an extra."""
    from summarizer.errors import MissingDependencyError

    monkeypatch.setitem(sys.modules, "ctranslate2", None)
    with pytest.raises(MissingDependencyError, match=r"ru-en-summarizer\[ct2\]"):
        load("ctranslate2", converted)


def test_a_device_that_ctranslate2_lacks_is_refused(converted: Path) -> None:
    """It runs on CUDA and on the CPU, not on MPS."""
    with pytest.raises(ConfigError, match="mps"):
        load("ctranslate2", converted, device="mps")
    assert require_ctranslate2().get_supported_compute_types("cpu")


@pytest.mark.parametrize(("chosen", "used"), [(None, "true"), ("0", "false")])
def test_it_multiplies_by_mkl_on_every_cpu_of_that_family(
    converted: Path, chosen: str | None, used: str
) -> None:
    """Its own choice gives wrong English in 8 bits on CPUs of AMD without VNNI; a user's counts."""
    if platform.machine() not in ("x86_64", "AMD64"):
        pytest.skip("MKL is for x86")
    code = (
        "from summarizer.translate.encoder_decoder.ctranslate2_package import require_ctranslate2\n"
        f"require_ctranslate2().Translator({str(converted)!r})"
    )
    own = {key: value for key, value in os.environ.items() if key != "CT2_USE_MKL"}
    choice = {"CT2_USE_MKL": chosen} if chosen else {}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=own | choice | {"CT2_VERBOSE": "1"},
        capture_output=True,
        text=True,
        check=True,
    )
    assert f"Use Intel MKL: {used}" in done.stderr
