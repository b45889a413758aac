"""The border to openvino-genai: prompts in, texts with scores out. Nothing of it passes here."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from summarizer.errors import MissingDependencyError, ModelCorruptError, TranslationError
from summarizer.options import Decoding
from summarizer.translate.devices import usable_threads
from summarizer.translate.embedded.runtime import Output, Request

# 256 prompt tokens a step: with 1,024 the logits and buffers of a step take 3 GB more, and it is
# no faster. 64 sequences at a time keep the attention cache of any batch under 0.3 GB.
TOKENS_A_STEP, SEQUENCES = 256, 64

# bf16, the default where the CPU has it, rounds so coarsely that more sentences come out otherwise
# alone than in a batch (2 of 4, against 1 of 18); and it is no faster: the weights are int4.
PRECISION = "f32"

_NEVER = (1 << 63) - 1  # the runtime's own default for "no n-gram is repeated too often"


class OpenvinoRuntime:
    """A prepared model in memory, once, for requests with its adapter and without.

    Without prefix caching: it would have to share the 15 tokens that all prompts begin with (less
    than one block of its cache) and never frees memory; with it on, a second call changed 2 of 19
    sentences, with it off none.
    """

    def __init__(
        self, folder: Path, adapter: Path | None, threads: int, *, scale: float = 1.0
    ) -> None:
        self._genai = _import_genai()
        self._lock = threading.Lock()  # the adapter in use is a state of the whole pipeline
        properties: dict[str, object] = {
            "INFERENCE_NUM_THREADS": threads or usable_threads(),
            "INFERENCE_PRECISION_HINT": PRECISION,
        }
        try:
            # each request names its adapters: one that does not gets those of the request before
            self._adapters = {False: self._genai.AdapterConfig()} if adapter else {}
            if adapter:
                self._adapters[True] = self._genai.AdapterConfig(
                    self._genai.Adapter(adapter), scale
                )
                properties["adapters"] = self._adapters[True]
            self._pipeline = self._genai.ContinuousBatchingPipeline(
                folder, self._scheduler(), "CPU", properties
            )
        except RuntimeError as e:
            raise ModelCorruptError(
                f"openvino-genai cannot load the model in {folder}"
                f"{f' with the adapter {adapter}' if adapter else ''}: {_reason(e)}. "
                "Delete that folder; the next run makes it again"
            ) from e
        self._tokenizer = self._pipeline.get_tokenizer()
        # Qwen ends a turn with <|im_end|>, and a text, seldom, with <|endoftext|>
        self._ends = {self._tokenizer.get_eos_token_id(), self._tokenizer.get_pad_token_id()}

    def count_tokens(self, text: str) -> int:
        return int(self._tokenizer.encode(text).input_ids.shape[1])

    def generate(
        self, requests: Sequence[Request], decoding: Decoding, *, adapted: bool
    ) -> list[tuple[Output, ...]]:
        """Answer all requests as one batch, in order; best first where there are more hypotheses.

        Raises TranslationError where the runtime fails.
        """
        prompts = [self._tokenizer.encode(request.prompt).input_ids for request in requests]
        configs = [self._config(request, decoding, adapted=adapted) for request in requests]
        # longest first: the last of a batch are decoded nearly alone, so they should be short
        order = sorted(range(len(prompts)), key=lambda i: -prompts[i].shape[1])
        found = self._run([prompts[i] for i in order], [configs[i] for i in order])
        # greedy search gives a sum of log-probabilities, beams one over length ** penalty
        penalty = decoding.length_penalty if decoding.beam_size > 1 else 0.0
        results = dict(zip(order, found, strict=True))
        return [
            tuple(self._outputs(results[i], request.max_tokens, penalty))
            for i, request in enumerate(requests)
        ]

    def _run(self, prompts: list[Any], configs: list[Any]) -> list[Any]:
        if not prompts:
            return []
        try:
            with self._lock:
                return list(self._pipeline.generate(prompts, configs))
        except RuntimeError as e:
            raise TranslationError(f"openvino-genai failed: {_reason(e)}") from e

    def _scheduler(self) -> Any:
        scheduler = self._genai.SchedulerConfig()
        scheduler.max_num_batched_tokens = TOKENS_A_STEP
        scheduler.max_num_seqs = SEQUENCES
        return scheduler

    def _config(self, request: Request, decoding: Decoding, *, adapted: bool) -> Any:
        config = self._genai.GenerationConfig()
        config.max_new_tokens = request.max_tokens
        config.stop_token_ids = self._ends
        if self._adapters:
            config.adapters = self._adapters[adapted]
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
                score=float(score * max(1, len(ids)) ** (penalty - 1)),
                is_cut=len(ids) >= limit and ids[-1] not in self._ends,
                tokens=len(ids),
            )
            for ids, score in zip(result.m_generation_ids, result.m_scores, strict=True)
        ]


def _import_genai() -> ModuleType:
    try:
        import openvino_genai
    except ImportError as e:
        raise MissingDependencyError(
            "the embedded model needs openvino-genai: pip install 'ru-en-summarizer[offline]' "
            f"(in a checkout: pip install '.[offline]'); its import says: {e}"
        ) from e
    module: ModuleType = openvino_genai
    return module


def _reason(error: RuntimeError) -> str:
    """The runtime's messages begin with the path of its source file on the build machine."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    return lines[-1] if lines else type(error).__name__
