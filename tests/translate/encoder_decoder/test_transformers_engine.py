"""What only the engine on torch has to care about."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from summarizer.errors import ConfigError, ModelCorruptError, TranslationError
from summarizer.options import Decoding, Options
from summarizer.translate import devices
from summarizer.translate.encoder_decoder import transformers_engine
from summarizer.translate.encoder_decoder.batching import OutOfMemoryError
from summarizer.translate.encoder_decoder.transformers_engine import TorchGenerator, load_generator
from summarizer.translate.encoder_decoder.vocabulary import TransformersVocabulary, load_tokenizer
from tests.tiny_models import PAIRS
from tests.translate.encoder_decoder.engines import best, load

SOURCES = list(PAIRS)[:3]


@pytest.fixture
def generator(trained: Path) -> TorchGenerator:
    return load_generator(trained, load_tokenizer(trained), Options(threads=1))


def generate(generator: TorchGenerator, folder: Path, decoding: Decoding | None = None) -> Any:
    vocabulary = TransformersVocabulary(load_tokenizer(folder))
    batch = [vocabulary.encode(text) for text in SOURCES]
    return generator.generate(batch, decoding or Decoding(), 40)


def failing(error: Exception) -> Callable[..., Any]:
    def fail(*_: object, **__: object) -> Any:
        raise error

    return fail


@pytest.mark.parametrize(
    "error",
    [
        RuntimeError("CUDA out of memory. Tried to allocate 2.00 GiB"),
        RuntimeError("MPS backend out of memory (MPS allocated: 9.0 GB)"),
        RuntimeError(
            "[enforce fail at alloc_cpu.cpp:121] DefaultCPUAllocator: can't allocate memory"
        ),
        RuntimeError("DefaultCPUAllocator: not enough memory: you tried to allocate 9 bytes."),
        MemoryError(),
    ],
)
def test_every_way_to_run_out_of_memory_is_known(
    generator: TorchGenerator, trained: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    """CUDA, MPS, both allocators of the CPU, and Python itself: each lets the batch be halved."""
    monkeypatch.setattr(generator._model, "generate", failing(error))
    with pytest.raises(OutOfMemoryError) as caught:
        generate(generator, trained)
    assert caught.value.__cause__ is error


@pytest.mark.parametrize("error", [RuntimeError("bad kernel"), IndexError("x"), ValueError("y")])
def test_other_failures_of_the_backend_are_translation_errors(
    generator: TorchGenerator, trained: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    """With the backend's own words, and its exception as the cause."""
    monkeypatch.setattr(generator._model, "generate", failing(error))
    with pytest.raises(TranslationError, match=str(error)) as caught:
        generate(generator, trained)
    assert caught.value.__cause__ is error


def test_scoring_in_small_parts_gives_the_same_scores(
    generator: TorchGenerator, trained: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A large vocabulary is scored a row at a time."""
    beams = Decoding(beam_size=3, hypotheses=3)
    whole = [o.score for row in generate(generator, trained, beams) for o in row]
    monkeypatch.setattr(transformers_engine, "_LOGITS", 1)
    parts = [o.score for row in generate(generator, trained, beams) for o in row]
    assert parts == pytest.approx(whole, abs=0.01)


def test_settings_of_the_folder_do_not_change_the_search(trained_copy: Path) -> None:
    """Models of the Hub come with beam sizes and shortest lengths of their own."""
    from transformers import GenerationConfig

    GenerationConfig(
        min_length=30, num_beams=3, max_length=50, decoder_start_token_id=_pad(trained_copy)
    ).save_pretrained(trained_copy)
    assert best(load("transformers", trained_copy), list(PAIRS)) == list(PAIRS.values())


def _pad(folder: Path) -> int:
    return int(load_tokenizer(folder).pad_token_id)


@pytest.mark.parametrize(
    ("flags", "bits"), [("fpu avx512f avx512_bf16", 16), ("amx_bf16", 16), ("fpu avx2", 32)]
)
def test_the_cpu_computes_in_bfloat16_where_it_can(
    trained: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, flags: str, bits: int
) -> None:
    """It is nearly twice as fast, and the English is the same."""
    (tmp_path / "cpuinfo").write_text(f"flags : {flags}\n", "ascii")
    monkeypatch.setattr(devices, "_CPU_INFO", tmp_path / "cpuinfo")
    translator = load("transformers", trained, device="cpu")
    assert best(translator, list(PAIRS)) == list(PAIRS.values())
    model = translator._decoder._generator._model  # type: ignore[attr-defined]
    assert model.dtype.itemsize * 8 == bits


def test_loading_prints_nothing(trained: Path, capfd: pytest.CaptureFixture[str]) -> None:
    """transformers draws a progress bar; the library never prints."""
    load("transformers", trained)
    assert capfd.readouterr() == ("", "")


def test_a_model_that_only_writes_on_is_refused(trained: Path, tmp_path: Path) -> None:
    """GPT-2 does not read one text and write another."""
    from transformers import GPT2Config, GPT2LMHeadModel

    folder = Path(shutil.copytree(trained, tmp_path / "model"))
    for name in ("model.safetensors", "config.json", "generation_config.json"):
        (folder / name).unlink()
    config = GPT2Config(vocab_size=8, n_positions=8, n_embd=4, n_layer=1, n_head=1)
    GPT2LMHeadModel(config).save_pretrained(folder)
    with pytest.raises(ConfigError, match="encoder-decoder"):
        load("transformers", folder)


@pytest.mark.parametrize("content", [b"", b"broken", b"\x08\x00\x00\x00\x00\x00\x00\x00{}      "])
def test_damaged_weights_are_refused(trained_copy: Path, content: bytes) -> None:
    """A file that broke off while it was copied."""
    (trained_copy / "model.safetensors").write_bytes(content)
    with pytest.raises(ModelCorruptError, match=r"cannot be loaded|missing"):
        load("transformers", trained_copy)


def test_missing_weights_are_refused_without_the_network(trained_copy: Path) -> None:
    """A folder is a folder: nothing is looked up on the Hub."""
    (trained_copy / "model.safetensors").unlink()
    with pytest.raises(ModelCorruptError, match="cannot be loaded"):
        load("transformers", trained_copy)


def test_a_model_of_the_kind_that_won_wmt19_runs(tmp_path: Path) -> None:
    """FSMT has two vocabularies, no end token by that name, and attributes for its languages."""
    from transformers import FSMTConfig, FSMTForConditionalGeneration, FSMTTokenizer

    letters = sorted(set("".join([*PAIRS, *PAIRS.values()]).replace(" ", "")))
    tokens = ["<s>", "<pad>", "</s>", "<unk>", *letters, *(f"{char}</w>" for char in letters)]
    for side in ("src", "tgt"):
        vocabulary = {token: id for id, token in enumerate(tokens)}
        (tmp_path / f"vocab-{side}.json").write_text(json.dumps(vocabulary), "utf-8")
    (tmp_path / "merges.txt").write_text("а н</w> 1\n", "utf-8")
    FSMTTokenizer(
        langs=["ru", "en"],
        src_vocab_file=str(tmp_path / "vocab-src.json"),
        tgt_vocab_file=str(tmp_path / "vocab-tgt.json"),
        merges_file=str(tmp_path / "merges.txt"),
    ).save_pretrained(tmp_path)
    sides = {"layers": 1, "attention_heads": 2, "ffn_dim": 16}
    shape = {f"{side}_{key}": n for side in ("encoder", "decoder") for key, n in sides.items()}
    sizes = {"src_vocab_size": len(tokens), "tgt_vocab_size": len(tokens), "d_model": 16}
    config = FSMTConfig(langs=["ru", "en"], max_position_embeddings=64, **shape, **sizes)
    FSMTForConditionalGeneration(config).save_pretrained(tmp_path)
    assert len(best(load("transformers", tmp_path), ["Да.", "Нет, спасибо."])) == 2
