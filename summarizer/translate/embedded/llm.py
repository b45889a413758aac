"""The embedded model: a small instruct model that translates with its adapter, taking the names
of a sentence as hints, and writes briefs without it. One copy in memory serves both."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from summarizer.errors import ConfigError, TranslationError
from summarizer.models.embedded import read_record
from summarizer.options import Decoding
from summarizer.progress import Progress, silent
from summarizer.translate.embedded import prompts
from summarizer.translate.embedded.adapters import (
    Adapter,
    read_adapter,
    require_base,
    require_effect,
)
from summarizer.translate.embedded.openvino_runtime import OpenvinoRuntime
from summarizer.translate.embedded.runtime import Output, Request, Runtime
from summarizer.translate.lengths import fit
from summarizer.translate.protocol import BriefRequest, Segment
from summarizer.types import Hypothesis, ModelUse

logger = logging.getLogger(__name__)

ENGINE = "llm"
GREEDY = Decoding()

# The adapter saw single sentences of news; the longest of the seed article, a list of eight people
# with their offices, has 290. Longer ones are cut at a clause and translated in parts.
LONGEST = 512
LONGEST_BRIEF = 8192  # of a model that reads 32,768: a brief comes from a few chosen sentences
TOKENS_A_WORD = 2  # English news has 1.3, more with Russian names; a longer brief is no brief

_END_OF_SENTENCE = re.compile(r"[.!?][\"'”’)]*(?=\s|$)")


@dataclass(frozen=True, slots=True)
class EmbeddedTranslator:
    """A `Translator`. `system` is what the runtime's adapter was trained with, None: no adapter."""

    runtime: Runtime
    use: ModelUse
    system: str | None

    @property
    def takes_hints(self) -> bool:
        return True

    @property
    def example_names(self) -> tuple[str, ...]:
        """English names that every prompt contains, and that may leak into a translation."""
        return prompts.EXAMPLE_NAMES if self.system is None else ()

    def translate(
        self, segments: Sequence[Segment], decoding: Decoding = GREEDY
    ) -> list[tuple[Hypothesis, ...]]:
        """Translate all segments as one batch; one too long for the model in parts.

        A segment in parts has one hypothesis, however many were asked for. Raises ConfigError for
        a search that the runtime cannot do.
        """
        _require_possible(decoding)
        parts = [self._parts(segment) for segment in segments]
        requests = [self._request(part, decoding) for each in parts for part in each]
        outputs = iter(self.runtime.generate(requests, decoding, adapted=True))
        return [_joined([next(outputs) for _ in each]) for each in parts]

    def _request(self, segment: Segment, decoding: Decoding) -> Request:
        tokens = self.runtime.count_tokens(segment.text)
        limit = int(decoding.max_ratio * tokens) + 20
        return Request(prompts.translation(segment, system=self.system), limit)

    def _parts(self, segment: Segment) -> list[Segment]:
        """The segment, or its clauses, each with the hints for the names in it."""
        texts = fit(segment.text, self.runtime.count_tokens, LONGEST)
        if len(texts) == 1:
            return [segment]
        return [
            Segment(text, tuple(hint for hint in segment.hints if hint.source in text))
            for text in texts
        ]


@dataclass(frozen=True, slots=True)
class EmbeddedSummariser:
    """A `Summariser`, on the model without its adapter."""

    runtime: Runtime
    use: ModelUse

    def summarise(self, requests: Sequence[BriefRequest]) -> list[str]:
        """Write all briefs as one batch. A brief that does not come to its end within its words
        loses the sentence that is cut; raises TranslationError for a request too long to read."""
        outputs = self.runtime.generate([*map(self._request, requests)], GREEDY, adapted=False)
        return [_whole_sentences(output) for output, *_ in outputs]

    def _request(self, request: BriefRequest) -> Request:
        prompt = prompts.brief(request)
        tokens = self.runtime.count_tokens(prompt)
        if tokens > LONGEST_BRIEF:
            raise TranslationError(
                f"a brief can be written from {LONGEST_BRIEF} tokens at most, not {tokens}: "
                f"choose fewer than these {len(request.sentences)} sentences"
            )
        return Request(prompt, TOKENS_A_WORD * request.max_words)


@dataclass(frozen=True, slots=True)
class EmbeddedModel:
    """Both engines, on one loaded copy."""

    translator: EmbeddedTranslator
    summariser: EmbeddedSummariser


def load(
    folder: Path, *, adapter: Path | None, threads: int = 0, progress: Progress = silent
) -> EmbeddedModel:
    """Load a prepared folder (`models.embedded.ensure`) and prove that the adapter works in it.

    `adapter` is its folder, None: the base model with an example in its prompt. Takes some 13 s of
    CPU time, 8 of them for the first computation, and 3.2 GB; 4.3 GB while a batch is translated.
    Raises ModelCorruptError, MissingDependencyError, ConfigError for another model's adapter.
    """
    progress("Loading the model", 0, 0)
    prepared = read_record(folder)
    use = ModelUse("brief", prepared.id, prepared.revision, ENGINE)
    trained = _adapter_for(prepared.id, adapter)
    weights, scale = (trained.weights, trained.scale) if trained else (None, 1.0)
    runtime = OpenvinoRuntime(folder, weights, threads, scale=scale)
    if trained:
        require_effect(runtime, trained)
    progress("Loading the model", 1, 1)
    translation = replace(use, task="translation", adapter=trained.id if trained else "")
    return EmbeddedModel(
        EmbeddedTranslator(runtime, translation, trained.system if trained else None),
        EmbeddedSummariser(runtime, use),
    )


def _adapter_for(model: str, folder: Path | None) -> Adapter | None:
    if folder is None:
        return None
    adapter = read_adapter(folder)
    require_base(adapter, model)
    return adapter


def _require_possible(decoding: Decoding) -> None:
    """Refuse what openvino-genai would silently leave out."""
    if decoding.hypotheses > decoding.beam_size:
        raise ConfigError(
            f"the embedded model gives at most one hypothesis a beam: {decoding.hypotheses} were "
            f"asked for with a beam_size of {decoding.beam_size}"
        )
    if decoding.no_repeat_ngram and decoding.beam_size < 2:
        raise ConfigError(
            "the embedded model forbids repeated n-grams in beam search only: "
            f"no_repeat_ngram={decoding.no_repeat_ngram} needs a beam_size of 2 or more"
        )


def _joined(outputs: Sequence[tuple[Output, ...]]) -> tuple[Hypothesis, ...]:
    """Hypotheses of a segment; of one in parts, the best of each part in a row, and the score of
    the worst."""
    for hypotheses in outputs:
        if hypotheses[0].is_cut:
            logger.warning("a translation did not end: %.60s…", hypotheses[0].text)
    if len(outputs) == 1:
        return tuple(
            Hypothesis(output.text.strip(), output.score, output.tokens) for output in outputs[0]
        )
    best = [hypotheses[0] for hypotheses in outputs]
    scores = [output.score for output in best if output.score is not None]
    text = " ".join(output.text.strip() for output in best)
    return (Hypothesis(text, min(scores, default=None), sum(output.tokens for output in best)),)


def _whole_sentences(output: Output) -> str:
    text = output.text.strip()
    if not output.is_cut:
        return text
    ends = [end.end() for end in _END_OF_SENTENCE.finditer(text)]
    return text[: ends[-1]] if ends else ""
