"""What all encoder-decoder engines share: text to ids, batches, hypotheses back to text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from summarizer.errors import ConfigError
from summarizer.options import Decoding
from summarizer.translate.batching import Batcher
from summarizer.translate.lengths import fit
from summarizer.translate.protocol import Segment
from summarizer.translate.vocabulary import Vocabulary
from summarizer.types import Hypothesis, ModelUse

SLACK = 20  # target tokens granted to any sentence on top of `Decoding.max_ratio`


@dataclass(frozen=True, slots=True)
class Output:
    """Ids of one hypothesis, without those that start and end it.

    `score` is the mean log-probability a token, the end token included.
    """

    ids: tuple[int, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Limits:
    """How many tokens a model can read and write, special ones included."""

    source: int
    target: int


class Generator(Protocol):
    """A model that decodes one batch of ids: the part in which the engines differ."""

    @property
    def limits(self) -> Limits: ...

    def generate(
        self, batch: Sequence[Sequence[int]], decoding: Decoding, max_tokens: int
    ) -> list[tuple[Output, ...]]:
        """The n best outputs of each row, best first; raises batching.OutOfMemoryError."""
        ...


class Seq2SeqTranslator:
    """Satisfies `Translator` with any generator; made by the `load` of an engine."""

    takes_hints = False

    def __init__(
        self, use: ModelUse, vocabulary: Vocabulary, generator: Generator, batch_tokens: int
    ) -> None:
        self.use = use
        self.vocabulary = vocabulary
        self.generator = generator
        self._batcher = Batcher(batch_tokens)

    def translate(
        self,
        segments: Sequence[Segment],
        decoding: Decoding = Decoding(),  # noqa: B008 (frozen)
    ) -> list[tuple[Hypothesis, ...]]:
        """Translate each segment alone; an equal text is decoded only once a call."""
        require_beams(decoding)
        texts = [segment.text.strip() for segment in segments]
        found = self._translate_all([text for text in dict.fromkeys(texts) if text], decoding)
        return [found[text] if text else (Hypothesis(""),) for text in texts]

    def _translate_all(
        self, texts: Sequence[str], decoding: Decoding
    ) -> dict[str, tuple[Hypothesis, ...]]:
        parts = [fit(text, self._count, self.generator.limits.source) for text in texts]
        sources = [self.vocabulary.encode(part) for each in parts for part in each]
        outputs = iter(self.decode(sources, decoding))
        return {
            text: self._hypotheses([next(outputs) for _ in each])
            for text, each in zip(texts, parts, strict=True)
        }

    def _count(self, text: str) -> int:
        return len(self.vocabulary.encode(text))

    def decode(
        self, sources: Sequence[Sequence[int]], decoding: Decoding
    ) -> list[tuple[Output, ...]]:
        """Decode ids, in batches of like length, each no longer than its own source allows."""
        longest = [self._max_tokens(source, decoding) for source in sources]

        def compute(batch: list[int]) -> list[tuple[Output, ...]]:
            max_tokens = max(longest[index] for index in batch)
            rows = self.generator.generate([sources[i] for i in batch], decoding, max_tokens)
            return [_cut(row, longest[i]) for i, row in zip(batch, rows, strict=True)]

        lengths = [len(source) for source in sources]
        return self._batcher.run(lengths, compute, width=decoding.beam_size)

    def _max_tokens(self, source: Sequence[int], decoding: Decoding) -> int:
        return min(int(decoding.max_ratio * len(source)) + SLACK, self.generator.limits.target)

    def _hypotheses(self, parts: Sequence[tuple[Output, ...]]) -> tuple[Hypothesis, ...]:
        """The n best of a sentence; where it was cut, the k-th is made of the k-th of each part."""
        best: dict[str, float] = {}
        for outputs in zip(*parts, strict=False):
            texts = (self.vocabulary.decode(output.ids) for output in outputs)
            best.setdefault(" ".join(filter(None, texts)), _mean(outputs))
        return tuple(Hypothesis(text, score) for text, score in best.items())


def _cut(outputs: tuple[Output, ...], longest: int) -> tuple[Output, ...]:
    """Only a looping hypothesis is longer; it must not depend on its neighbours in the batch."""
    return tuple(Output(output.ids[:longest], output.score) for output in outputs)


def _mean(outputs: Sequence[Output]) -> float:
    weights = [len(output.ids) + 1 for output in outputs]
    total = sum(output.score * weight for output, weight in zip(outputs, weights, strict=True))
    return total / sum(weights)


def require_beams(decoding: Decoding) -> None:
    """Refuse what beam search cannot give."""
    if decoding.hypotheses > decoding.beam_size:
        raise ConfigError(
            f"{decoding.hypotheses} hypotheses need a beam of at least that size,"
            f" not {decoding.beam_size}"
        )
