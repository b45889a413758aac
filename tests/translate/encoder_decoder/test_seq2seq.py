"""What happens around the decoding, with a generator that needs no model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import pytest

from summarizer.errors import TranslationError
from summarizer.options import Decoding
from summarizer.translate.encoder_decoder.batching import OutOfMemoryError
from summarizer.translate.encoder_decoder.decoder import Decoder, Limits, Output, limits_of
from summarizer.translate.encoder_decoder.seq2seq import Seq2SeqSummariser, Seq2SeqTranslator
from summarizer.translate.protocol import Segment
from summarizer.types import Hypothesis, ModelUse
from tests.translate.encoder_decoder.engines import request

USE = ModelUse("translation", "echo", "0", "fake")


WIDE = Limits(source=1000, target=1000)


class Letters:
    """A vocabulary of code points, with 0 to end."""

    end = 0

    def encode(self, text: str) -> list[int]:
        return [*map(ord, text), self.end]

    def decode(self, ids: Sequence[int]) -> str:
        return "".join(chr(id) for id in ids if id).strip()

    def tokens(self, ids: Sequence[int]) -> list[str]:
        return [chr(id) for id in ids]

    def ids(self, tokens: Sequence[str]) -> list[int]:
        return [ord(token) for token in tokens]


@dataclass
class Echo:
    """Writes its source down again, its n-th hypothesis with n full stops more."""

    limits: Limits = WIDE
    rows_in_memory: int = 1000
    batches: list[int] = field(default_factory=list)

    def generate(
        self, batch: Sequence[Sequence[int]], decoding: Decoding, max_tokens: int
    ) -> list[tuple[Output, ...]]:
        self.batches.append(len(batch))
        if len(batch) > self.rows_in_memory:
            raise OutOfMemoryError("CUDA out of memory")
        return [
            tuple(
                Output((*ids[:-1], *[ord(".")] * n)[:max_tokens], -float(n + 1))
                for n in range(decoding.hypotheses)
            )
            for ids in batch
        ]


def translate(echo: Echo, *texts: str, **decoding: float) -> list[tuple[Hypothesis, ...]]:
    translator = Seq2SeqTranslator(USE, Letters(), Decoder(echo, batch_tokens=200))
    segments = [Segment(text) for text in texts]
    return translator.translate(segments, Decoding(**decoding))  # type: ignore[arg-type]


def test_out_of_memory_costs_time_and_nothing_else() -> None:
    """The engine says what it could not hold, and gets less until it can."""
    echo, texts = Echo(rows_in_memory=2), [f"text number {n:02}" for n in range(12)]
    assert [h[0].text for h in translate(echo, *texts)] == texts
    assert max(echo.batches) > 2
    assert sum(size for size in echo.batches if size <= 2) == 12


def test_one_sentence_over_memory_is_an_error() -> None:
    """Never an empty translation."""
    with pytest.raises(TranslationError, match="out of memory on one sentence"):
        translate(Echo(rows_in_memory=0), "text")


def test_an_equal_text_is_decoded_once() -> None:
    """News repeats itself."""
    echo = Echo()
    translate(echo, "same", "same", "other", "same")
    assert echo.batches == [2]


def test_nothing_is_decoded_for_empty_text() -> None:
    """A model makes something up for it."""
    echo = Echo()
    assert translate(echo, "", "  ") == [(Hypothesis(""),), (Hypothesis(""),)]
    assert echo.batches == []


def test_parts_of_a_long_sentence_are_joined_hypothesis_by_hypothesis() -> None:
    """The second best of the whole is that of its parts; its score weighs them by length."""
    echo = Echo(Limits(source=20, target=40))
    (hypotheses,) = translate(echo, "one two three four five six", beam_size=2, hypotheses=2)
    assert [h.text for h in hypotheses] == [
        "one two three four five six",
        "one two three. four five six.",
    ]
    assert [h.score for h in hypotheses] == [-1.0, -2.0]


def test_hypotheses_that_read_the_same_are_one() -> None:
    """Different tokens can spell the same text."""

    class Spaces(Echo):
        def generate(
            self, batch: Sequence[Sequence[int]], decoding: Decoding, max_tokens: int
        ) -> list[tuple[Output, ...]]:
            return [(Output((65,), -1.0), Output((65, 32), -2.0), Output((66,), -3.0))] * len(batch)

    (hypotheses,) = translate(Spaces(), "text", beam_size=3, hypotheses=3)
    assert hypotheses == (Hypothesis("A", -1.0, 1), Hypothesis("B", -3.0, 1))


@pytest.mark.parametrize(("ratio", "length"), [(0.0, 20), (0.5, 20 + 25), (3.0, 49)])
def test_the_longest_output_follows_the_source(ratio: float, length: int) -> None:
    """`max_ratio` target tokens a source token, and twenty."""
    ((hypothesis,),) = translate(Echo(), "x" * 49, max_ratio=ratio)
    assert len(hypothesis.text) == length


@pytest.mark.parametrize(
    ("config", "tokenizer", "source"),
    [
        ({"max_position_embeddings": 1024}, 512, 512),
        ({"max_position_embeddings": 512}, 10**30, 512),
        ({"n_positions": 256}, None, 256),
        ({}, None, 512),
    ],
)
def test_limits_are_the_narrowest_that_a_model_names(
    config: dict[str, int], tokenizer: int | None, source: int
) -> None:
    """Tokenizers without a limit say 10^30."""
    assert limits_of(config, tokenizer) == Limits(source, source - 2)


def summarise(echo: Echo, *sentences: str, max_words: int) -> str:
    summariser = Seq2SeqSummariser(USE, Letters(), Decoder(echo, batch_tokens=200))
    return summariser.summarise([request(*sentences, max_words=max_words)])[0]


def test_a_brief_that_was_cut_ends_with_a_whole_sentence() -> None:
    """Half a sentence cannot be checked, and reads badly."""
    text = summarise(Echo(), "The plant is closed. The workers went home on Monday.", max_words=5)
    assert text == "The plant is closed."


def test_a_brief_of_one_long_sentence_is_given_as_far_as_it_goes() -> None:
    """The caller judges it: an empty brief would hide that there was one."""
    assert summarise(Echo(), "x" * 80, max_words=5) == "x" * 30
