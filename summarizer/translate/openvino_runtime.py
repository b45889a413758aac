"""The border to openvino-genai: prompts in, texts with scores out. Nothing of it passes here."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from summarizer.errors import MissingDependencyError, ModelCorruptError, TranslationError
from summarizer.options import Decoding
from summarizer.translate.devices import usable_threads

# 256 prompt tokens a step: with 1,024 the logits and buffers of a step take 1.7 GB more, and it is
# not faster. 64 sequences at a time keep the attention cache of any batch under 0.3 GB.
TOKENS_A_STEP, SEQUENCES = 256, 64

# bf16, the default where the CPU has it, rounds so coarsely that a sentence came out differently
# alone than in a batch (2 of 4); with f32 none did, and it is as fast: the weights are int4.
PRECISION = "f32"


@dataclass(frozen=True, slots=True)
class Request:
    prompt: str
    max_tokens: int


@dataclass(frozen=True, slots=True)
class Output:
    text: str
    score: float | None  # mean log-probability a token
    is_cut: bool  # it had not come to its end at `max_tokens`


class OpenvinoRuntime:
    """A prepared model in memory, once, for requests with its adapter and without.

    Without prefix caching: it would have to share the 15 tokens that all prompts begin with (less
    than one block of its cache), it never frees memory, and it knows nothing of adapters: a prompt
    that had been read with the adapter was answered from those very states without it.
    """

    def __init__(self, folder: Path, adapter: Path | None, threads: int) -> None:
        try:
            import openvino_genai
        except ImportError as e:
            raise MissingDependencyError(
                "the embedded model needs openvino-genai: pip install 'ru-en-summarizer[offline]' "
                "(in a checkout: pip install '.[offline]')"
            ) from e
        self._genai = openvino_genai
        self._lock = threading.Lock()  # the runtime's adapter is a state of the whole pipeline
        properties: dict[str, object] = {
            "INFERENCE_NUM_THREADS": threads or usable_threads(),
            "INFERENCE_PRECISION_HINT": PRECISION,
        }
        try:
            # said for each request, too: one that names no adapters gets those of the last
            self._without = openvino_genai.AdapterConfig()
            self._with = self._without
            if adapter is not None:
                self._with = openvino_genai.AdapterConfig(openvino_genai.Adapter(adapter))
                properties["adapters"] = self._with
            self._pipeline = openvino_genai.ContinuousBatchingPipeline(
                folder, self._scheduler(), "CPU", properties
            )
        except RuntimeError as e:
            raise ModelCorruptError(
                f"openvino-genai cannot load the model in {folder}"
                f"{f' with the adapter {adapter}' if adapter else ''}: {_first_line(e)}. "
                f"Delete that folder; the next run makes it again"
            ) from e
        self._tokenizer = self._pipeline.get_tokenizer()
        self._has_adapter = adapter is not None
        self._end = self._tokenizer.get_eos_token_id()

    def count_tokens(self, text: str) -> int:
        return int(self._tokenizer.encode(text).input_ids.shape[1])

    def generate(
        self, requests: Sequence[Request], decoding: Decoding, *, adapted: bool
    ) -> list[tuple[Output, ...]]:
        """Answer all requests as one batch, in order; best first where there are more hypotheses.

        Raises TranslationError where the runtime fails.
        """
        if not requests:
            return []
        prompts = [self._tokenizer.encode(request.prompt).input_ids for request in requests]
        configs = [self._config(request, decoding, adapted=adapted) for request in requests]
        try:
            with self._lock:
                results = self._pipeline.generate(prompts, configs)
        except RuntimeError as e:
            raise TranslationError(f"openvino-genai failed: {_first_line(e)}") from e
        # the power of the length by which a score has been divided: greedy search gives plain sums
        penalty = decoding.length_penalty if decoding.beam_size > 1 else 0.0
        return [
            tuple(self._outputs(result, request.max_tokens, penalty))
            for result, request in zip(results, requests, strict=True)
        ]

    def _scheduler(self) -> Any:
        scheduler = self._genai.SchedulerConfig()
        scheduler.max_num_batched_tokens = TOKENS_A_STEP
        scheduler.max_num_seqs = SEQUENCES
        return scheduler

    def _config(self, request: Request, decoding: Decoding, *, adapted: bool) -> Any:
        config = self._genai.GenerationConfig()
        config.max_new_tokens = request.max_tokens
        config.set_eos_token_id(self._end)
        if self._has_adapter:
            config.adapters = self._with if adapted else self._without
        if decoding.beam_size > 1:
            config.num_beams = decoding.beam_size
            config.num_return_sequences = decoding.hypotheses
            config.length_penalty = decoding.length_penalty
            config.no_repeat_ngram_size = decoding.no_repeat_ngram or _NEVER
        else:
            config.logprobs = 1
        return config

    def _outputs(self, result: Any, limit: int, penalty: float) -> list[Output]:
        return [
            Output(
                text=self._tokenizer.decode(ids),
                score=_mean(score, len(ids), penalty),
                is_cut=len(ids) >= limit and ids[-1] != self._end,
            )
            for ids, score in zip(result.m_generation_ids, result.m_scores, strict=True)
        ]


_NEVER = (1 << 63) - 1  # the runtime's own default for "no n-gram is too many"


def _mean(score: float, length: int, penalty: float) -> float:
    """From a sum of log-probabilities over length ** penalty to the mean."""
    return float(score * max(1, length) ** (penalty - 1))


def _first_line(error: RuntimeError) -> str:
    """The runtime's messages go on with the path of its source file on the build machine."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[-1] if lines else type(error).__name__
