"""The embedded model's two engines, on a runtime that answers from a table."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

import pytest

from summarizer.errors import ConfigError, TranslationError
from summarizer.options import Decoding
from summarizer.translate.embedded import llm
from summarizer.translate.embedded.llm import EmbeddedSummariser, EmbeddedTranslator
from summarizer.translate.embedded.runtime import Output, Request
from summarizer.translate.protocol import BriefRequest, Hint, Segment, Summariser, Translator
from summarizer.types import ModelUse

USE = ModelUse("translation", "tiny", "abc", "llm", "adapter")


class FakeRuntime:
    """Answers each request by `answer`, and remembers what it was asked; a token is a word."""

    def __init__(self, answer: Callable[[Request], tuple[Output, ...]]) -> None:
        self.answer = answer
        self.batches: list[list[Request]] = []
        self.adapted: list[bool] = []

    def count_tokens(self, text: str) -> int:
        return len(text.split())

    def generate(
        self, requests: Sequence[Request], decoding: Decoding, *, adapted: bool
    ) -> list[tuple[Output, ...]]:
        self.batches.append(list(requests))
        self.adapted.append(adapted)
        return [self.answer(request) for request in requests]


def sentence_of(request: Request) -> str:
    return request.prompt.rsplit("<|im_end|>", 1)[0].rsplit("\n", 1)[-1]


def echo(request: Request) -> tuple[Output, ...]:
    return (Output(f" {sentence_of(request).upper()} ", -0.5, is_cut=False),)


def translator(runtime: FakeRuntime, system: str | None = "Translate.") -> EmbeddedTranslator:
    return EmbeddedTranslator(runtime, USE, system)


def test_both_engines_are_what_the_protocols_ask_for() -> None:
    """The pipeline knows them by these protocols only."""
    runtime = FakeRuntime(echo)
    assert isinstance(translator(runtime), Translator)
    assert isinstance(EmbeddedSummariser(runtime, USE), Summariser)


def test_all_segments_go_as_one_batch_and_come_back_in_order() -> None:
    """One call of the runtime, with the adapter; texts stripped, scores kept."""
    runtime = FakeRuntime(echo)
    outputs = translator(runtime).translate([Segment("да"), Segment("нет"), Segment("да")])
    assert [[(h.text, h.score) for h in each] for each in outputs] == [
        [("ДА", -0.5)],
        [("НЕТ", -0.5)],
        [("ДА", -0.5)],
    ]
    assert [len(batch) for batch in runtime.batches] == [3]
    assert runtime.adapted == [True]


def test_no_segments_give_no_translations() -> None:
    """An article may be empty of sentences that need an engine."""
    assert translator(FakeRuntime(echo)).translate([]) == []


def test_the_length_of_an_answer_is_bounded_by_its_source() -> None:
    """A runaway generation stops at `max_ratio` tokens a source token, plus 20."""
    runtime = FakeRuntime(echo)
    translator(runtime).translate([Segment("один два три четыре")], Decoding(max_ratio=2.5))
    assert runtime.batches[0][0].max_tokens == 30


def test_a_runaway_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    """What was cut shows in the log; by its length the guard knows it, too."""
    runtime = FakeRuntime(lambda request: (Output("la la la", -0.1, is_cut=True),))
    with caplog.at_level(logging.WARNING):
        translator(runtime).translate([Segment("да")])
    assert "did not end: la la la" in caplog.text


def test_a_sentence_too_long_is_translated_in_parts_with_their_own_hints(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing is truncated; a part gets the hints for its names, the whole the worst score."""
    monkeypatch.setattr(llm, "LONGEST", 8)
    scores = iter([-0.2, -0.9, -0.3, -0.3])
    runtime = FakeRuntime(lambda request: (Output(sentence_of(request), next(scores), False, 7),))
    text = "Иван уехал из города в субботу утром, а Пётр остался дома до самого вечера."
    hints = (Hint("Иван", "Ivan"), Hint("Пётр", "Pyotr"))
    (long,), (short,) = translator(runtime).translate([Segment(text, hints), Segment("Да.")])
    assert long.text == text
    assert (long.score, long.tokens) == (-0.9, 14)
    assert short.text == "Да."
    names = [
        ("Ivan" in request.prompt, "Pyotr" in request.prompt) for request in runtime.batches[0]
    ]
    assert names == [(True, False), (False, True), (False, False)]


def test_every_beam_comes_back_as_a_hypothesis() -> None:
    """Best first, as the runtime orders them."""
    runtime = FakeRuntime(
        lambda request: (Output("one", -0.1, is_cut=False), Output("two", -0.2, is_cut=False))
    )
    ((first, second),) = translator(runtime).translate(
        [Segment("да")], Decoding(beam_size=2, hypotheses=2)
    )
    assert (first.text, second.text) == ("one", "two")


@pytest.mark.parametrize(
    ("decoding", "reason"),
    [
        (Decoding(hypotheses=3), "one hypothesis a beam: 3 were"),
        (Decoding(no_repeat_ngram=4), "beam search only"),
    ],
)
def test_a_search_that_the_runtime_cannot_do_is_refused(decoding: Decoding, reason: str) -> None:
    """openvino-genai would leave it out without a word (greedy ignores no_repeat_ngram_size)."""
    with pytest.raises(ConfigError, match=reason):
        translator(FakeRuntime(echo)).translate([Segment("да")], decoding)


def test_only_the_prompt_without_adapter_holds_names_of_its_own() -> None:
    """The check looks for them in the English."""
    assert translator(FakeRuntime(echo)).example_names == ()
    assert "Savely Ukhtomtsev" in translator(FakeRuntime(echo), system=None).example_names


def request(*sentences: str) -> BriefRequest:
    return BriefRequest("Title", sentences, (), 3, 20)


def test_briefs_are_written_without_the_adapter() -> None:
    """One batch; the answer has room for two tokens a word."""
    runtime = FakeRuntime(lambda _: (Output(" A brief. ", -0.1, is_cut=False),))
    briefs = EmbeddedSummariser(runtime, USE).summarise([request("One."), request("Two.")])
    assert briefs == ["A brief.", "A brief."]
    assert runtime.adapted == [False]
    assert [asked.max_tokens for asked in runtime.batches[0]] == [40, 40]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("He came. He saw. He conq", "He came. He saw."),
        ("He said “No.” Then he", "He said “No.”"),
        ("Sales rose 3.5 percent and", ""),
    ],
)
def test_a_brief_that_is_cut_loses_its_last_sentence(text: str, kept: str) -> None:
    """Half a sentence can say the opposite of the whole."""
    runtime = FakeRuntime(lambda _: (Output(text, -0.1, is_cut=True),))
    assert EmbeddedSummariser(runtime, USE).summarise([request("One.")]) == [kept]


def test_a_brief_from_too_much_is_refused() -> None:
    """Cutting the sentences would lose facts without a word."""
    with pytest.raises(TranslationError, match="8192 tokens at most, not 9"):
        EmbeddedSummariser(FakeRuntime(echo), USE).summarise([request("word " * 9000)])
