"""Signs of a translation that is none."""

from __future__ import annotations

import pytest

from summarizer.translate.guards.suspicions import suspicions

SOURCE = "Министр обороны Казахстана заявил об этом на встрече в Астане."
GOOD = "Kazakhstan's defence minister said this at a meeting in Astana."


def test_a_good_translation_raises_no_suspicion() -> None:
    """The guard is silent where there is nothing to say."""
    assert suspicions(SOURCE, GOOD, -0.3) == ()


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("", "no translation"),
        ("  \n", "no translation"),
        ("Kazakhstan's министр said this at a meeting.", "Russian is left"),
        ("Yes.", "shorter"),
        (GOOD * 4, "longer"),
        ("I'm sorry, but " * 6, "repeats itself"),
        ("pre pre pre pre pre the minister said in Astana", "repeats itself"),
    ],
)
def test_each_sign_is_named(target: str, reason: str) -> None:
    """The reason is in words that a reader understands."""
    assert any(reason in found for found in suspicions(SOURCE, target))


def test_a_low_score_is_a_sign() -> None:
    """The model's own doubt counts where the engine gives it."""
    assert "unsure" in suspicions(SOURCE, GOOD, -3.0)[0]


def test_repetition_of_the_source_is_no_loop() -> None:
    """An article may repeat itself: then so may its translation."""
    source = "он сказал нам, что нет. " * 3
    assert suspicions(source, "he told us that no. " * 3) == ()


def test_a_word_said_four_times_in_russian_is_said_four_times_in_english() -> None:
    """Who stammers in the article may stammer in its translation."""
    assert suspicions("«Да, да, да, да», — сказал он.", "“Yes, yes, yes, yes,” he said.") == ()


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Прибыль выросла на 40%.", "Profits fell by 40%."),
        ("Завод работал до 1991 года.", "The plant has worked since 1991."),
        ("Учился на психолога, но бросил.", "I studied as a psychologist, but dropped out."),
        ("Министр не поддержал законопроект.", "The minister supported the bill."),
        ("Погибло более 550 человек.", "550 people died."),
    ],
)
def test_every_guard_of_meaning_is_asked(source: str, target: str) -> None:
    """Each has cases of its own; here it only must be heard."""
    assert len(suspicions(source, target)) == 1


def test_a_list_of_offices_is_no_loop() -> None:
    """Four general directors in Russian are four in English."""
    source = ", ".join(f"генеральный директор «{name}»" for name in ("А", "Б", "В", "Г"))
    target = ", ".join(f"the general director of {name}" for name in ("A", "B", "V", "G"))
    assert suspicions(source, target) == ()


def test_percentages_in_a_row_are_no_loop() -> None:
    """News lists "3.8 per cent in ..., 3.1 per cent in ..." (WMT 2015)."""
    source = "Упали на 3,8 процента в Сиднее, 3,1 процента в Перте и 2 процента в Хобарте."
    target = "Fell 3.8 per cent in Sydney, 3.1 per cent in Perth and 2 per cent in Hobart."
    assert suspicions(source, target) == ()


@pytest.mark.parametrize(
    ("source", "target"), [("Да", "Yes"), ("ЦБ", "The Central Bank of Russia")]
)
def test_very_short_text_has_slack(source: str, target: str) -> None:
    """Ratios mean nothing for a word or two."""
    assert suspicions(source, target) == ()
