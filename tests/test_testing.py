"""The stand-ins that users' tests rely on."""

from __future__ import annotations

from summarizer.options import Decoding
from summarizer.testing import FakeSummariser, FakeTranslator, ledger_of, spell_out
from summarizer.translate.protocol import BriefRequest, Hint, Segment, Summariser, Translator
from summarizer.types import Kind


def test_the_fakes_satisfy_the_protocols() -> None:
    """A fake is as good as an engine to the pipeline."""
    assert isinstance(FakeTranslator(), Translator)
    assert isinstance(FakeSummariser(), Summariser)


def test_the_table_comes_first_and_the_rest_is_spelt_out() -> None:
    """Known sentences are translated, others written in Latin letters with their hints."""
    fake = FakeTranslator({"Да.": "Yes."})
    out = fake.translate([Segment("Да."), Segment("Нет, Казань", (Hint("Казань", "Kazan"),))])
    assert [hypotheses[0].text for hypotheses in out] == ["Yes.", "Net, Kazan"]
    assert fake.calls[0][1] == Decoding()


def test_long_hints_go_before_short_ones() -> None:
    """A name inside a longer name must not break it."""
    hints = (Hint("Казань", "Kazan"), Hint("Казань-Арена", "Kazan Arena"))
    assert spell_out(Segment("Казань-Арена", hints)) == "Kazan Arena"


def test_the_fake_summariser_is_faithful() -> None:
    """It gives the first sentences back."""
    request = BriefRequest("T", ("One.", "Two.", "Three."), (), 2, 80)
    assert FakeSummariser().summarise([request]) == ["One. Two."]


def test_marked_text_becomes_a_ledger() -> None:
    """Offsets, forms and values are read from the marks."""
    ledger = ledger_of("В [LOC Казани = Kazan] [NUM 120] домов")
    assert ledger.article.text == "В Казани 120 домов"
    place, number = ledger.entities
    assert (place.english, place.mentions[0].start, number.kind) == ("Kazan", 2, Kind.NUM)
    assert number.value is not None
