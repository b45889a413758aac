"""What openvino-genai is asked, and what is made of its answers, on a module in its place."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from summarizer.errors import MissingDependencyError, ModelCorruptError, TranslationError
from summarizer.options import Decoding
from summarizer.translate.embedded.openvino_runtime import OpenvinoRuntime
from summarizer.translate.embedded.runtime import Output, Request

END, PAD = 0, 1
GREEDY = Decoding()


class Tokenizer:
    """A token a character; 0 ends a turn and 1 a text."""

    def get_eos_token_id(self) -> int:
        return END

    def get_pad_token_id(self) -> int:
        return PAD

    def encode(self, text: str) -> Any:
        return SimpleNamespace(input_ids=Tensor(text))

    def decode(self, ids: Sequence[int]) -> str:
        return "".join(chr(id) for id in ids if id > PAD)


class Tensor:
    def __init__(self, text: str) -> None:
        self.text, self.shape = text, (1, len(text))


class Pipeline:
    """Says each prompt backwards, every token with log-probability -0.5."""

    def __init__(self, folder: Path, scheduler: Any, device: str, properties: Any) -> None:
        if folder.name == "broken":
            raise RuntimeError("Exception from /build/src/core.cpp:1:\nweights are cut\n")
        self.properties = properties
        self.asked: list[str] = []
        self.configs: list[Any] = []

    def get_tokenizer(self) -> Tokenizer:
        return Tokenizer()

    def generate(self, prompts: list[Tensor], configs: list[Any]) -> list[Any]:
        if any(prompt.text == "crash" for prompt in prompts):
            raise RuntimeError("Check 'x' failed at /build/sampler.cpp:2:\nout of blocks\n")
        self.asked += [prompt.text for prompt in prompts]
        self.configs += configs
        return [
            self.answer(prompt.text, config)
            for prompt, config in zip(prompts, configs, strict=True)
        ]

    def answer(self, text: str, config: Any) -> Any:
        ids = [*map(ord, reversed(text)), PAD if text == "text" else END][: config.max_new_tokens]
        beams = getattr(config, "num_return_sequences", 1)
        sum = -0.5 * len(ids)
        score = sum / len(ids) ** config.length_penalty if beams > 1 else sum
        return SimpleNamespace(m_generation_ids=[ids] * beams, m_scores=[score] * beams)


@pytest.fixture(autouse=True)
def genai(monkeypatch: pytest.MonkeyPatch) -> None:
    module = SimpleNamespace(
        ContinuousBatchingPipeline=Pipeline,
        SchedulerConfig=SimpleNamespace,
        GenerationConfig=SimpleNamespace,
        Adapter=lambda path: path,
        AdapterConfig=lambda *adapters: adapters,
    )
    monkeypatch.setitem(sys.modules, "openvino_genai", module)


def runtime(adapter: Path | None = None, threads: int = 3) -> OpenvinoRuntime:
    return OpenvinoRuntime(Path("model"), adapter, threads)


def test_the_adapter_is_loaded_at_its_scale() -> None:
    """lora_alpha / r is for us to give: the runtime takes 1."""
    model = OpenvinoRuntime(Path("model"), Path("a.safetensors"), 3, scale=2.0)
    assert pipeline(model).properties["adapters"] == (Path("a.safetensors"), 2.0)


def pipeline(runtime: OpenvinoRuntime) -> Pipeline:
    inner: Pipeline = runtime._pipeline
    return inner


def test_answers_come_in_the_order_of_the_requests() -> None:
    """The runtime gets the longest first, and does not know of it."""
    model = runtime()
    outputs = model.generate([Request(t, 9) for t in ("ab", "abcd", "abc")], GREEDY, adapted=True)
    assert [output.text for (output,) in outputs] == ["ba", "dcba", "cba"]
    assert pipeline(model).asked == ["abcd", "abc", "ab"]


def test_no_requests_are_no_call() -> None:
    """The runtime would refuse an empty batch."""
    model = runtime()
    assert model.generate([], GREEDY, adapted=True) == []
    assert pipeline(model).asked == []


@pytest.mark.parametrize(
    ("prompt", "limit", "expected"),
    [
        ("abc", 9, Output("cba", -0.5, is_cut=False, tokens=4)),
        ("abc", 4, Output("cba", -0.5, is_cut=False, tokens=4)),
        ("abc", 3, Output("cba", -0.5, is_cut=True, tokens=3)),
        ("abc", 2, Output("cb", -0.5, is_cut=True, tokens=2)),
        ("text", 5, Output("txet", -0.5, is_cut=False, tokens=5)),
    ],
)
def test_an_answer_without_its_end_is_cut(prompt: str, limit: int, expected: Output) -> None:
    """Either end counts, also as the very last token; a score is the mean a token."""
    assert runtime().generate([Request(prompt, limit)], GREEDY, adapted=True) == [(expected,)]


@pytest.mark.parametrize("penalty", [0.5, 1.0, 2.0])
def test_scores_of_beams_are_means_too(penalty: float) -> None:
    """The runtime divides by length ** penalty; scores of all searches must be comparable."""
    search = Decoding(beam_size=2, hypotheses=2, length_penalty=penalty)
    ((first, second),) = runtime().generate([Request("abc", 9)], search, adapted=True)
    assert first.score == pytest.approx(-0.5)
    assert second.score == pytest.approx(-0.5)


def test_every_request_names_its_adapters() -> None:
    """One that named none would get those of the request before: a brief's English, literally."""
    model = runtime(Path("adapter"))
    model.generate([Request("a", 9)], GREEDY, adapted=True)
    model.generate([Request("a", 9)], GREEDY, adapted=False)
    assert [config.adapters for config in pipeline(model).configs] == [(Path("adapter"), 1.0), ()]
    assert pipeline(model).properties["adapters"] == (Path("adapter"), 1.0)


def test_without_adapter_none_is_named() -> None:
    """The runtime refuses them for a pipeline that was made without."""
    model = runtime()
    model.generate([Request("a", 9)], GREEDY, adapted=True)
    assert not hasattr(pipeline(model).configs[0], "adapters")
    assert "adapters" not in pipeline(model).properties


def test_threads_are_those_asked_for() -> None:
    """0 means as many as the process may use, never "all of the host's"."""
    assert pipeline(runtime(threads=3)).properties["INFERENCE_NUM_THREADS"] == 3
    assert pipeline(runtime(threads=0)).properties["INFERENCE_NUM_THREADS"] >= 1


def test_failures_are_ours_and_without_the_paths_of_the_build() -> None:
    """A model that cannot be loaded, and a call that fails."""
    with pytest.raises(ModelCorruptError, match=r"model in broken: weights are cut\. Delete"):
        OpenvinoRuntime(Path("broken"), None, 1)
    with pytest.raises(TranslationError, match="failed: out of blocks"):
        runtime().generate([Request("crash", 9)], GREEDY, adapted=True)


def test_a_missing_runtime_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """The base install does not bring it."""
    monkeypatch.setitem(sys.modules, "openvino_genai", None)
    with pytest.raises(MissingDependencyError, match=r"pip install 'ru-en-summarizer\[offline\]'"):
        runtime()
