"""What a candidate costs, and what the reader is told of it."""

from __future__ import annotations

from dataclasses import replace

from summarizer.entities.checking.check import Checker
from summarizer.testing import ledger_of
from summarizer.translate.assess import Assessment, assess, best, notes_of
from summarizer.translate.hints import segment_of
from summarizer.translate.protocol import Hint
from summarizer.types import Hypothesis, NoteCode, Origin, Span, Status

MARKED = "В [LOC Казани = Kazan] построено [NUM 120] домов."


def judged(target: str) -> Assessment:
    ledger = ledger_of(MARKED)
    return assess(Checker(ledger), ledger.sentences[0], Hypothesis(target))


def test_a_right_translation_costs_nothing() -> None:
    """Nothing lost, nothing invented, nothing suspicious."""
    assert judged("120 houses were built in Kazan.").cost == 0


def test_a_changed_number_costs_more_than_a_lost_name() -> None:
    """A wrong number is believed."""
    changed = judged("180 houses were built in Kazan.")
    lost = judged("120 houses were built in the city.")
    assert changed.cost > lost.cost > 0


def test_an_invented_name_costs() -> None:
    """A name from nowhere is worse than none."""
    judgement = judged("120 houses were built in Kazan by Boris Johnson.")
    assert judgement.invented == ("Boris Johnson",)
    assert judgement.cost > 0


def test_a_body_under_another_name_is_unchecked_not_lost() -> None:
    """«ВФЛА» is ARAF in English, which no letters tell; a person is never paired so."""
    for kind, status in (("ORG", Status.UNCHECKED), ("PER", Status.MISSING)):
        ledger = ledger_of(f"[{kind} Вфлакин = VFLA] отстранили")
        entity = replace(ledger.entities[0], origin=Origin.ROMANISED)
        checker = Checker(replace(ledger, entities=(entity,)))
        judgement = assess(checker, ledger.sentences[0], Hypothesis("They suspended the Arafkom"))
        assert [match.status for match in judgement.matches] == [status]
        assert bool(judgement.invented) is (kind == "PER")


def test_an_acronym_may_stand_for_a_body_that_is_described() -> None:
    """The long name has no English to look for; a person that nobody named is still invented."""
    ledger = ledger_of("Это заявила [ORG Ассоциация друзей моря] вчера.")
    entity = replace(ledger.entities[0], origin=Origin.UNKNOWN, english="")
    checker = Checker(replace(ledger, entities=(entity,)))
    for target, invented in (("The AFS said it", ()), ("Merkel said it", ("Merkel",))):
        assert assess(checker, ledger.sentences[0], Hypothesis(target)).invented == invented


def test_a_name_of_ordinary_words_may_be_translated() -> None:
    """«Будущее» is Future to one and Budushcheye to another; «Сафмар» has one English."""
    for name, status in (("Будущее", Status.UNCHECKED), ("Сафмар", Status.MISSING)):
        ledger = ledger_of(f"Фонд [ORG НПФ «{name}» = {name.upper()}X] растёт")
        entity = replace(ledger.entities[0], origin=Origin.ROMANISED)
        checker = Checker(replace(ledger, entities=(entity,)))
        judgement = assess(checker, ledger.sentences[0], Hypothesis("The fund of NPF Future grows"))
        assert judgement.matches[0].status is status


def test_the_cheapest_candidate_is_chosen_and_the_rest_kept() -> None:
    """The engine's order decides only between equals."""
    ledger = ledger_of(MARKED)
    texts = ["Houses were built.", "120 houses were built in Kazan.", "In Kazan, 120 houses."]
    chosen, rest = best(Checker(ledger), ledger.sentences[0], [Hypothesis(text) for text in texts])
    assert chosen.hypothesis.text == texts[1]
    assert [hypothesis.text for hypothesis in rest] == [texts[0], texts[2]]


def test_notes_name_the_russian_and_the_english() -> None:
    """A reader without Russian can act on a note."""
    ledger = ledger_of(MARKED)
    checker, sentence = Checker(ledger), ledger.sentences[0]
    notes = notes_of(checker, sentence, assess(checker, sentence, Hypothesis("180 houses.")))
    by_code = {note.code: note.text for note in notes}
    assert "«Казани» (Kazan)" in by_code[NoteCode.MISSING]
    assert "«120»" in by_code[NoteCode.CHANGED]
    assert {note.sentence for note in notes} == {0}


def test_hints_are_the_names_of_the_sentence() -> None:
    """Numbers are not hinted, nor is what is the same in both languages."""
    ledger = ledger_of("В [LOC Казани = Kazan] [NUM 120] [LATIN iPhone = iPhone]")
    segment = segment_of(Checker(ledger), ledger.sentences[0], hints=True)
    assert segment.hints == (Hint("Казани", "Kazan"),)


def test_a_foreigner_whom_no_table_knows_is_hinted_too() -> None:
    """Without a hint the small model made Max Fertig of Max Verstappen."""
    ledger = ledger_of("[PER Макс Ферстаппен = Max Ferstappen] победил")
    heard = replace(ledger.entities[0], origin=Origin.ROMANISED)
    checker = Checker(replace(ledger, entities=(heard,)), hinted=True)
    assert segment_of(checker, ledger.sentences[0], hints=True).hints
    assert assess(checker, ledger.sentences[0], Hypothesis("Max Fertig won")).cost > 0


def test_an_office_and_its_place_are_one_hint() -> None:
    """«Президент РТ» came out as "President Tatarstan" when the two were hinted apart."""
    ledger = ledger_of("[TERM Президент = president] [LOC РТ = Tatarstan] и [TERM посол = envoy]")
    segment = segment_of(Checker(ledger), ledger.sentences[0], hints=True)
    assert segment.hints == (
        Hint("Президент РТ", "the president of Tatarstan"),
        Hint("посол", "envoy"),
    )


def test_a_clause_gets_its_own_hints_only() -> None:
    """A name of the other half would be copied into this one."""
    ledger = ledger_of("[LOC Казань = Kazan] растёт, [LOC Уфа = Ufa] тоже")
    checker, sentence = Checker(ledger), ledger.sentences[0]
    segment = segment_of(checker, sentence, hints=True, clause=Span(0, 14))
    assert (segment.text, segment.hints) == ("Казань растёт,", (Hint("Казань", "Kazan"),))
