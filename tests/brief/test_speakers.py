"""Who says it."""

import pytest

from summarizer.brief.speakers import keeps_speakers

PEOPLE = ("Imangali Tasmagambetov", "Tasmagambetov", "Rustam Minnikhanov", "Minnikhanov")
SOURCE = (
    "This was announced by the Minister of Defence of Kazakhstan, Imangali Tasmagambetov, during a"
    " meeting with the President of Tatarstan, Rustam Minnikhanov."
)


@pytest.mark.parametrize(
    "clause",
    [
        "Imangali Tasmagambetov announced this",
        "Kazakhstan's Minister of Defence, Imangali Tasmagambetov, said this",
        "the Minister of Defence said this",
        "this was stated by Tasmagambetov",
        "nobody is named",
    ],
)
def test_the_speaker_of_the_source_may_speak(clause: str) -> None:
    """By name or office, before or behind the verb."""
    assert keeps_speakers(clause, SOURCE, PEOPLE)


@pytest.mark.parametrize(
    "clause",
    [
        "Rustam Minnikhanov announced this",
        "the President of Tatarstan said this",
        "this was stated by Minnikhanov",
        "Moscow announced this",
    ],
)
def test_another_may_not(clause: str) -> None:
    """He is in the sentence, and said nothing."""
    assert not keeps_speakers(clause, SOURCE, PEOPLE)


def test_a_surname_may_come_back_as_the_full_name() -> None:
    """The source says "Tasmagambetov noted"."""
    assert keeps_speakers("Imangali Tasmagambetov said it", "Tasmagambetov also noted it", PEOPLE)
    assert not keeps_speakers("Rustam Tasmagambetov said it", "Tasmagambetov noted it", PEOPLE)


def test_what_is_quoted_before_the_verb_does_not_speak() -> None:
    """ "… with KAMAZ," said the minister."""
    source = "“We want to work with KAMAZ,” said the Minister of Defence."
    assert keeps_speakers("The Minister of Defence said it", source, PEOPLE)
    assert not keeps_speakers("KAMAZ said it", source, PEOPLE)
