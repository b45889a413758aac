"""A subject that the Russian leaves out is nobody's "I"."""

from __future__ import annotations

import pytest

from summarizer.translate.guards.first_person import first_person_suspicion


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Учился на психолога, но бросил.", "I studied as a psychologist, but dropped out."),
        ("«Родился в Казани».", "“I’ve been born in Kazan.”"),
    ],
)
def test_a_speaker_from_nowhere(source: str, target: str) -> None:
    assert "I" in first_person_suspicion(source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Я учился на психолога.", "I studied as a psychologist."),
        ("Думаю, он прав.", "I think he is right."),  # the verb says who
        ("Мне кажется, он прав.", "I believe he is right."),
        ("Николай I родился в 1796 году.", "Nicholas I was born in 1796."),
        ("Мой брат — врач.", "I have a brother who is a doctor."),
        ("«I am Legend» вышел в прокат.", "I am Legend was released."),
        ("Альбом «I Robot» вышел.", "I Robot came out."),
        ("Он сказал: «Не видел смысла».", "He said that I did not see any sense."),
    ],
)
def test_a_speaker_in_the_russian(source: str, target: str) -> None:
    """Only the beginning is looked at: in reported speech who "I" is cannot be told."""
    assert first_person_suspicion(source, target) == ""
