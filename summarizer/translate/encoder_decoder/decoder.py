"""What encoder-decoder engines are to translators and summarisers: ids in, n-best ids out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from summarizer.errors import ConfigError
from summarizer.options import Decoding
from summarizer.translate.encoder_decoder.batching import Batcher


@dataclass(frozen=True, slots=True)
class Output:
    """Ids of one hypothesis, without those that start and end it.

    `score` is the mean log-probability a token, the end token included.
    """

    ids: tuple[int, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Limits:
    """How many tokens a model can read, special ones included, and write, without them."""

    source: int
    target: int


def limits_of(config: Mapping[str, Any], tokenizer_limit: int | None) -> Limits:
    """How much fits into the positions that a model was built with, and was trained on.

    T5 has no positions to run out of; it was trained on 512 tokens.
    """
    positions = config.get("max_position_embeddings") or config.get("n_positions") or 512
    most = min(positions, tokenizer_limit or positions)
    return Limits(source=most, target=most - 2)  # an output has a start and an end as well


class Generator(Protocol):
    """A model that decodes one batch of ids: the part in which the engines differ."""

    @property
    def limits(self) -> Limits: ...

    def generate(
        self, batch: Sequence[Sequence[int]], decoding: Decoding, max_tokens: int
    ) -> list[tuple[Output, ...]]:
        """The n best outputs of each row, best first; raises batching.OutOfMemoryError."""
        ...


class Decoder:
    """Decodes any number of rows with a generator, in batches of like length."""

    def __init__(self, generator: Generator, batch_tokens: int) -> None:
        self.limits = generator.limits
        self._generator = generator
        self._batcher = Batcher(batch_tokens)

    def decode(
        self, sources: Sequence[Sequence[int]], longest: Sequence[int], decoding: Decoding
    ) -> list[tuple[Output, ...]]:
        """Decode `sources` in their order; `longest`: how many tokens each may become at most.

        Raises ConfigError for more hypotheses than beams.
        """
        _require_beams(decoding)
        longest = [min(tokens, self.limits.target) for tokens in longest]

        def compute(batch: list[int]) -> list[tuple[Output, ...]]:
            max_tokens = max(longest[index] for index in batch)
            rows = self._generator.generate([sources[i] for i in batch], decoding, max_tokens)
            return [_cut(row, longest[i]) for i, row in zip(batch, rows, strict=True)]

        lengths = [len(source) for source in sources]
        return self._batcher.run(lengths, compute, width=decoding.beam_size)


def _cut(outputs: tuple[Output, ...], longest: int) -> tuple[Output, ...]:
    """Only a looping hypothesis is longer; it must not depend on its neighbours in the batch."""
    return tuple(Output(output.ids[:longest], output.score) for output in outputs)


def _require_beams(decoding: Decoding) -> None:
    if decoding.hypotheses > decoding.beam_size:
        raise ConfigError(
            f"{decoding.hypotheses} hypotheses need a beam of at least that size,"
            f" not {decoding.beam_size}"
        )
