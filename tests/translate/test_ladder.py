"""The retry ladder: what fails is tried again, mended, and flagged if nothing helps."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from summarizer.entities.checking.check import Checker
from summarizer.errors import ConfigError, TranslationError
from summarizer.options import GREEDY, Decoding, Ladder, Options
from summarizer.testing import FakeTranslator, ledger_of
from summarizer.translate.assess import Assessment, assess
from summarizer.translate.ladder import translate_all
from summarizer.translate.protocol import Segment
from summarizer.types import Hypothesis, NoteCode, Sentence, Status

MARKED = "Министр [PER Рустам Минниханов = Rustam Minnikhanov | Minnikhanov] сказал об этом."
GOOD = "Minister Rustam Minnikhanov said so."
LOST = "The minister said so."


class Scripted(FakeTranslator):
    """Answers each call by a function of the segment and the decoding."""

    def __init__(self, answer: Callable[[Segment, Decoding], Sequence[str]]) -> None:
        super().__init__()
        self.answer = answer

    def translate(
        self, segments: Sequence[Segment], decoding: Decoding = GREEDY
    ) -> list[tuple[Hypothesis, ...]]:
        self.calls.append((tuple(segments), decoding))
        return [
            tuple(Hypothesis(text) for text in self.answer(segment, decoding))
            for segment in segments
        ]


def test_a_good_translation_is_taken_at_once() -> None:
    """One call, no notes."""
    translator = Scripted(lambda segment, decoding: [GOOD])
    ((_, (translation,)),) = translate_all([ledger_of(MARKED)], translator, Options())
    assert (translation.text, translation.notes, len(translator.calls)) == (GOOD, (), 1)


def test_names_go_to_the_engine_as_hints() -> None:
    """The hint has the Russian form as it stands and the English that it must become."""
    translator = Scripted(lambda segment, decoding: [GOOD])
    translate_all([ledger_of(MARKED)], translator, Options())
    (segments, _) = translator.calls[0]
    assert [(hint.source, hint.target) for hint in segments[0].hints] == [
        ("Рустам Минниханов", "Rustam Minnikhanov")
    ]


def test_hints_can_be_switched_off() -> None:
    """The option reaches the engine."""
    translator = Scripted(lambda segment, decoding: [GOOD])
    translate_all([ledger_of(MARKED)], translator, Options(hints=False))
    assert translator.calls[0][0][0].hints == ()


def test_the_alternative_that_keeps_the_name_wins() -> None:
    """Reranking by the check comes before the engine's own order."""
    translator = Scripted(lambda segment, decoding: [LOST, GOOD])
    ((_, (translation,)),) = translate_all([ledger_of(MARKED)], translator, Options())
    assert translation.text == GOOD
    assert [other.text for other in translation.alternatives] == [LOST]


def test_a_failing_sentence_is_decoded_again_with_beams() -> None:
    """Only the failing sentence is sent again."""
    translator = Scripted(lambda segment, decoding: [GOOD if decoding.beam_size > 1 else LOST])
    ((_, (translation,)),) = translate_all([ledger_of(MARKED)], translator, Options())
    assert translation.text == GOOD
    assert [decoding.beam_size for _, decoding in translator.calls] == [1, 2]


def test_an_engine_without_hints_searches_with_beams_from_the_start() -> None:
    """All its candidates are reranked; a failing sentence gets a wider search."""
    translator = Scripted(lambda segment, decoding: [LOST])
    translator.takes_hints = False
    translate_all([ledger_of(MARKED)], translator, Options())
    assert [decoding.beam_size for _, decoding in translator.calls] == [4, 6]


def test_the_search_that_the_user_asks_for_is_taken() -> None:
    """An option beats what suits the engine."""
    translator = Scripted(lambda segment, decoding: [GOOD])
    translate_all([ledger_of(MARKED)], translator, Options(decoding=Decoding(beam_size=2)))
    assert translator.calls[0][1].beam_size == 2


def test_an_engine_that_refuses_a_rung_is_asked_for_the_next() -> None:
    """Not every engine has beams."""

    def answer(segment: Segment, decoding: Decoding) -> Sequence[str]:
        if decoding.beam_size > 1:
            raise ConfigError("no beams")
        return [LOST]

    translator = Scripted(answer)
    ((_, (translation,)),) = translate_all([ledger_of(MARKED)], translator, Options())
    assert translation.text == LOST
    assert [note.code for note in translation.notes] == [NoteCode.MISSING]


def test_a_long_sentence_is_split_at_its_clauses() -> None:
    """What the model drops in one go it keeps in parts."""
    marked = (
        "Министр приехал в город утром и сразу встретился с жителями нескольких районов, "
        "а вечером [PER Рустам Минниханов = Rustam Minnikhanov] рассказал об этом журналистам."
    )

    def answer(segment: Segment, decoding: Decoding) -> Sequence[str]:
        if "утром" in segment.text and "вечером" in segment.text:
            return ["The minister arrived in the morning and met residents of some districts."]
        if "вечером" in segment.text:
            return ["and in the evening Rustam Minnikhanov told journalists about it."]
        return ["The minister arrived in the morning and met residents of several districts,"]

    ((_, (translation,)),) = translate_all([ledger_of(marked)], Scripted(answer), Options())
    assert "Rustam Minnikhanov" in translation.text
    assert translation.text.startswith("The minister arrived")


def test_a_sentence_is_not_split_for_one_missing_name() -> None:
    """Joined clauses read badly, and the name is flagged: the whole translation stays."""
    marked = (
        "Министр приехал в город утром и сразу встретился с жителями нескольких районов, "
        "а вечером [PER Рустам Минниханов = Rustam Minnikhanov] выступил перед журналистами."
    )
    whole = "The minister came in the morning, met residents and spoke to journalists at night."

    def answer(segment: Segment, decoding: Decoding) -> Sequence[str]:
        if "утром" in segment.text and "вечером" in segment.text:
            return [whole]
        if "вечером" in segment.text:
            return ["and in the evening Rustam Minnikhanov spoke to journalists."]
        return ["The minister came in the morning and met residents of several districts,"]

    ((_, (translation,)),) = translate_all([ledger_of(marked)], Scripted(answer), Options())
    assert translation.text == whole
    assert [note.code for note in translation.notes] == [NoteCode.MISSING]


def test_a_second_model_is_the_last_to_be_asked() -> None:
    """A different model cures what the first cannot."""
    first = Scripted(lambda segment, decoding: [LOST])
    second = Scripted(lambda segment, decoding: [GOOD])
    ((_, (translation,)),) = translate_all([ledger_of(MARKED)], first, Options(), second)
    assert (translation.text, len(second.calls)) == (GOOD, 1)


def test_a_wrong_name_is_repaired_and_said_so() -> None:
    """The reader sees what was corrected."""
    translator = Scripted(lambda segment, decoding: ["Minister Rustam Minin said so."])
    ((_, (translation,)),) = translate_all([ledger_of(MARKED)], translator, Options())
    assert translation.text == GOOD
    assert [match.status for match in translation.matches] == [Status.REPAIRED]
    assert "Rustam Minin" in translation.notes[0].text


def test_what_nothing_helps_is_flagged_not_hidden() -> None:
    """The sentence stays, with a note."""
    translator = Scripted(lambda segment, decoding: [LOST])
    ((_, (translation,)),) = translate_all([ledger_of(MARKED)], translator, Options())
    assert translation.is_flagged
    assert "Rustam Minnikhanov" in translation.notes[0].text


@pytest.mark.parametrize("ladder", [Ladder.OFF, Ladder.REPAIR])
def test_the_ladder_can_be_shortened(ladder: Ladder) -> None:
    """Without the full ladder each sentence is decoded once."""
    translator = Scripted(lambda segment, decoding: ["Minister Rustam Minin said so."])
    ((_, (translation,)),) = translate_all([ledger_of(MARKED)], translator, Options(ladder=ladder))
    assert len(translator.calls) == 1
    assert ("Minnikhanov" in translation.text) is (ladder is Ladder.REPAIR)


def test_rubbish_is_flagged_as_unreliable() -> None:
    """Loops are never passed off as a translation."""
    translator = Scripted(lambda segment, decoding: ["Minnikhanov, Minnikhanov, " * 20])
    ((_, (translation,)),) = translate_all([ledger_of(MARKED)], translator, Options())
    assert NoteCode.UNRELIABLE in [note.code for note in translation.notes]


def test_a_loop_is_decoded_again_without_repeats() -> None:
    """`no_repeat_ngram` is for the retry of a loop, and for nothing else."""
    translator = Scripted(
        lambda segment, decoding: [GOOD if decoding.no_repeat_ngram else "he said so, " * 30]
    )
    ((_, (translation,)),) = translate_all([ledger_of(MARKED)], translator, Options())
    assert translation.text == GOOD
    lost = Scripted(lambda segment, decoding: [LOST])
    translate_all([ledger_of(MARKED)], lost, Options())
    assert [segments for segments, decoding in lost.calls if decoding.no_repeat_ngram] == []


def test_as_many_come_out_as_went_in() -> None:
    """An engine that loses a sentence is an error, never a shift by one."""
    translator = Scripted(lambda segment, decoding: [])
    with pytest.raises(TranslationError, match="returned"):
        translate_all([ledger_of(MARKED)], translator, Options())


def test_several_articles_keep_their_sentences() -> None:
    """One batch for all, and each gets its own back."""
    translator = Scripted(lambda segment, decoding: [segment.text])
    ledgers = [ledger_of("Раз."), ledger_of("Два."), ledger_of("Три.")]
    options = Options(ladder=Ladder.OFF)
    out = translate_all(ledgers, translator, options)
    assert [[item.text for item in article] for _, article in out] == [["Раз."], ["Два."], ["Три."]]
    assert len(translator.calls) == 1


def test_sentences_that_nobody_wants_cost_nothing() -> None:
    """They come out in their place, with an empty text, and the engine never sees them."""
    translator = Scripted(lambda segment, decoding: [segment.text])
    ledgers = [ledger_of("Раз."), ledger_of("Два.")]
    out = translate_all(ledgers, translator, Options(ladder=Ladder.OFF), wanted=[set(), {0}])
    assert [[item.text for item in article] for _, article in out] == [[""], ["Два."]]
    assert [segment.text for segments, _ in translator.calls for segment in segments] == ["Два."]


def test_an_answer_that_comes_again_is_not_assessed_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another search that ends in the same words leaves the sentence as it is, alternatives too."""
    assessed: list[str] = []

    def watched(checker: Checker, sentence: Sentence, hypothesis: Hypothesis) -> Assessment:
        assessed.append(hypothesis.text)
        return assess(checker, sentence, hypothesis)

    monkeypatch.setattr("summarizer.translate.assess.assess", watched)
    translator = Scripted(lambda segment, decoding: [LOST])
    ((_, (translation,)),) = translate_all([ledger_of(MARKED)], translator, Options())
    assert len(translator.calls) > 1
    assert assessed == [LOST]
    assert (translation.text, translation.alternatives) == (LOST, ())
