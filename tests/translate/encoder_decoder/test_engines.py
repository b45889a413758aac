"""What both engines promise, on a real model that has learnt its sentences by heart."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from summarizer.errors import ConfigError, ModelCorruptError
from summarizer.options import Decoding
from summarizer.translate import devices
from summarizer.translate.encoder_decoder.convert import convert
from summarizer.translate.protocol import Summariser, Translator
from summarizer.types import Hypothesis
from tests.tiny_models import PAIRS, SUMMARIES
from tests.translate.encoder_decoder.engines import (
    BEAMS,
    ENGINES,
    GREEDY,
    best,
    load,
    load_summariser,
    request,
    translate,
    use_of,
)

LONG = " ".join(text.rstrip(".") + "," for text in PAIRS) + " сообщил директор."


@pytest.fixture(scope="module", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def translator(engine: str, trained: Path, converted: Path) -> Translator:
    return load(engine, trained if engine == "transformers" else converted, strict=True)


@pytest.mark.parametrize("decoding", [GREEDY, BEAMS], ids=["greedy", "beams"])
def test_english_is_exact_and_in_the_order_of_the_segments(
    translator: Translator, decoding: Decoding
) -> None:
    """Long and short sentences go through in another order than they come back."""
    texts = random.Random(3).sample(list(PAIRS), k=len(PAIRS))
    assert best(translator, texts, decoding) == [PAIRS[text] for text in texts]


def test_small_batches_give_the_same_english(engine: str, trained: Path) -> None:
    """Neighbours in a batch only cost padding."""
    translator = load(engine, trained, batch_tokens=1)
    assert best(translator, list(PAIRS)) == list(PAIRS.values())


def test_an_engine_says_what_it_is(translator: Translator, engine: str) -> None:
    """The signature of a brief names the model; hints are of no use to it."""
    assert isinstance(translator, Translator)
    assert translator.use == use_of(engine)
    assert not translator.takes_hints


def test_hypotheses_are_different_and_best_first(translator: Translator) -> None:
    """The n best are n texts, with log-probabilities a token for scores."""
    for hypotheses in translate(translator, list(PAIRS), BEAMS):
        scores = [hypothesis.score or 0 for hypothesis in hypotheses]
        assert len({hypothesis.text for hypothesis in hypotheses}) == len(hypotheses) > 1
        assert 0 > scores[0] > -0.1 > scores[-1]
        assert scores[0] == max(scores)


def test_more_hypotheses_than_beams_are_refused(translator: Translator) -> None:
    """A search that keeps one path has one result."""
    with pytest.raises(ConfigError, match="3 hypotheses need a beam"):
        translate(translator, ["Да."], Decoding(hypotheses=3))


def test_no_text_gives_no_text(translator: Translator) -> None:
    """A model asked to translate nothing invents something."""
    assert best(translator, ["", "  \n", "Да."]) == ["", "", "Yes."]
    assert translate(translator, []) == []


def test_white_space_around_a_sentence_is_nothing(translator: Translator) -> None:
    """It would be a token at the start of the sentence."""
    assert best(translator, [" Спасибо \n"]) == ["Thank you"]


def test_an_equal_sentence_is_translated_alike(translator: Translator) -> None:
    """Agencies reprint each other."""
    assert best(translator, ["Да.", "Нет.", "Да."]) == ["Yes.", "No.", "Yes."]


def test_a_sentence_over_the_limit_is_translated_whole(translator: Translator) -> None:
    """It is cut at clauses that fit the model's 64 positions, each of them translated."""
    before, (hypotheses, after) = (
        best(translator, ["Да."]),
        translate(translator, [LONG, "Да."], BEAMS),
    )
    assert len(hypotheses[0].text.split()) > 40
    assert len(hypotheses) > 1
    assert [after[0].text] == before


def test_a_loop_is_bounded_by_the_length_of_its_source(engine: str, untrained: Path) -> None:
    """An untrained model never ends a sentence by itself."""
    translator = load(engine, untrained)
    short, bounded = (
        translate(translator, ["Да."], Decoding(max_ratio=ratio))[0][0].text for ratio in (0.0, 9.0)
    )
    assert 0 < len(short) < len(bounded)


def test_a_loop_does_not_depend_on_its_neighbours(engine: str, untrained: Path) -> None:
    """The limit of a batch is that of its longest sentence; the others keep their own."""
    translator = load(engine, untrained)
    alone, together = best(translator, ["Да."]), best(translator, ["Да.", *PAIRS])
    assert together[0] == alone[0]


def test_repeats_are_forbidden_on_request(engine: str, untrained: Path) -> None:
    """The retry of a looping sentence bans n-grams that it has written already."""
    translator = load(engine, untrained)
    looping, free = (
        best(translator, ["Завод закрыт."], Decoding(no_repeat_ngram=n))[0] for n in (0, 2)
    )
    assert len(set(free)) > len(set(looping))


def test_a_random_model_is_loaded_with_a_warning(
    engine: str, untrained: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """A model of the user's own is theirs to judge; each of its sentences is checked anyway."""
    load(engine, untrained)
    assert "fails its self-test" in caplog.text


def test_a_random_model_is_refused_where_quality_was_promised(engine: str, untrained: Path) -> None:
    """The error names what runs the model, and its version: that may be the fault."""
    with pytest.raises(ModelCorruptError, match=rf"self-test.*{engine} \d"):
        load(engine, untrained, strict=True)


@pytest.mark.parametrize("name", ["gpu", "cuda:99"])
def test_a_device_that_is_not_there_is_refused(engine: str, trained: Path, name: str) -> None:
    """No engine falls back to the CPU in silence."""
    with pytest.raises(ConfigError, match=name):
        load(engine, trained, device=name)


def test_a_folder_without_a_model_is_refused(engine: str, tmp_path: Path) -> None:
    """The message names the folder."""
    with pytest.raises(ModelCorruptError, match=str(tmp_path)):
        load(engine, tmp_path)


def test_a_model_of_many_languages_writes_english(engine: str, nllb: Path) -> None:
    """Its weights are random: what counts is that it runs and keeps order and count."""
    translator = load(engine, nllb)
    texts = list(PAIRS)[:6]
    assert best(translator, [*texts, "Да."])[:6] == best(translator, texts)


@pytest.fixture(scope="module")
def briefs(engine: str, summariser: Path) -> Summariser:
    return load_summariser(engine, summariser)


def test_briefs_are_exact_and_in_the_order_of_the_requests(briefs: Summariser) -> None:
    """What the summariser has learnt comes back."""
    texts = list(SUMMARIES)
    assert briefs.summarise([request(text) for text in texts]) == list(SUMMARIES.values())


def test_a_summariser_says_what_it_is(briefs: Summariser, engine: str) -> None:
    """The signature of a brief names it."""
    assert isinstance(briefs, Summariser)
    assert briefs.use == use_of(engine, "brief")


def test_sentences_over_the_window_are_left_out_and_logged(
    briefs: Summariser, caplog: pytest.LogCaptureFixture
) -> None:
    """BART reads so many tokens: whole sentences are chosen in order, none is cut."""
    known = next(iter(SUMMARIES))
    too_long = "The workers received money in January. " * 8
    assert briefs.summarise([request(known, too_long)]) == [SUMMARIES[known]]
    assert "1 of 2 sentences are left out" in caplog.text


def test_a_request_without_sentences_gets_no_text(briefs: Summariser) -> None:
    """There is nothing to condense, and nothing may be invented."""
    assert briefs.summarise([request(), request("Russia bought helicopters. ")])[0] == ""
    assert briefs.summarise([]) == []


def test_t5_runs_as_a_summariser(engine: str, t5: Path) -> None:
    """Its weights are random: one text a request is what can be asked of it."""
    texts = load_summariser(engine, t5).summarise([request("Thank you."), request("Weather.")])
    assert len(texts) == 2


def agree(left: Sequence[Hypothesis], right: Sequence[Hypothesis]) -> bool:
    """Whether what both found stands in the same order, with the same scores."""
    scores = {hypothesis.text: hypothesis.score or 0 for hypothesis in right}
    both = [hypothesis for hypothesis in left if hypothesis.text in scores]
    order = [hypothesis.text for hypothesis in both]
    return (
        len(both) > 1
        and order == [text for text in scores if text in order]
        and all(abs((h.score or 0) - scores[h.text]) < 0.01 for h in both)
    )


@pytest.mark.parametrize("penalty", [0.2, 1.0])
def test_both_engines_rank_hypotheses_alike(
    trained: Path, converted: Path, monkeypatch: pytest.MonkeyPatch, penalty: float
) -> None:
    """The score is the mean log-probability a token, whoever computes it.

    They stop searching by other rules, so each may find a last hypothesis that the other has not.
    """
    monkeypatch.setattr(devices, "_cpu_has_bfloat16", lambda: False)  # compare like with like
    reference, fast = load("transformers", trained), load("ctranslate2", converted)
    decoding = replace(BEAMS, length_penalty=penalty)
    pairs = zip(
        translate(reference, list(PAIRS), decoding),
        translate(fast, list(PAIRS), decoding),
        strict=True,
    )
    assert all(agree(left, right) and left[0].text == right[0].text for left, right in pairs)


def test_both_engines_give_a_model_of_many_languages_the_same_words(
    nllb: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The forced first token, and the score without it, are the same in both."""
    monkeypatch.setattr(devices, "_cpu_has_bfloat16", lambda: False)
    reference = load("transformers", nllb)
    fast = load("ctranslate2", convert(nllb, tmp_path / "nllb", "float32"))
    for left, right in zip(
        translate(reference, list(PAIRS)), translate(fast, list(PAIRS)), strict=True
    ):
        assert left[0].text == right[0].text
        assert left[0].score == pytest.approx(right[0].score, abs=0.02)
