"""Training pairs: hints that the reference really follows."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from summarizer.types import Kind
from training.pairs import is_usable, make_pairs, mine_hints, pairs_to_measure, read_lines, respell

SOURCE = "Об этом рассказал президент Татарстана Рустам Минниханов на встрече в Казани."
TARGET = "Tatarstan President Rustam Minnikhanov spoke about it at a meeting in Kazan."


def test_hints_are_what_the_reference_says() -> None:
    """The Russian form as it stands, the English as the human wrote it."""
    hints = [(russian, english) for russian, english, _ in mine_hints(SOURCE, TARGET)]
    assert ("Рустам Минниханов", "Rustam Minnikhanov") in hints
    assert ("Казани", "Kazan") in hints


def test_a_name_that_the_reference_leaves_out_is_no_hint() -> None:
    """The model must not be taught to ignore hints."""
    hints = mine_hints(SOURCE, "He spoke about it at a meeting in Kazan.")
    assert [russian for russian, _, _ in hints] == ["Казани"]


def test_a_respelt_name_is_the_same_in_hint_and_reference() -> None:
    """A valid other spelling teaches the model to copy the hint."""
    always = random.Random(0)
    always.random = lambda: 0.0  # type: ignore[method-assign]
    hints, target = respell([("Хасанов", "Khasanov", Kind.PER)], "Khasanov said", always)
    assert (hints[0][1], target) == ("Hasanov", "Hasanov said")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Коротко.", "A short one."),
        ("Длинное русское предложение о том, что произошло вчера вечером.", "Yes."),
        ("Длинное русское предложение о том, что произошло вчера вечером.", "Русский текст там"),
    ],
)
def test_what_is_no_translation_is_left_out(source: str, target: str) -> None:
    """Headings, cuts and untranslated lines teach nothing good."""
    assert not is_usable(source, target)


def folder(tmp_path: Path) -> Path:
    path = tmp_path / "set"
    path.mkdir()
    (path / "src.ru").write_text(f"{SOURCE}\nКоротко.\n{SOURCE} Да.\n", encoding="utf-8")
    (path / "ref.A.en").write_text(f"{TARGET}\nShort.\n{TARGET} Yes.\n", encoding="utf-8")
    (path / "origin.txt").write_text("en\nru\nru\n", encoding="utf-8")
    return path


def test_lines_keep_their_origin(tmp_path: Path) -> None:
    """A pair can be traced to its set and line."""
    assert [row[3] for row in read_lines(folder(tmp_path))] == ["set:1", "set:2", "set:3"]


def test_lines_written_in_russian_come_first(tmp_path: Path) -> None:
    """They are what the program will read; the others only on demand."""
    path = folder(tmp_path)
    origins = [pair.origin for pair in make_pairs([path], russian=2, other=1)]
    assert origins == ["set:3", "set:3", "set:1"]
    assert [pair.origin for pair in make_pairs([path], russian=1, other=0)] == ["set:3"]


def test_hints_are_those_of_a_run_where_the_reference_follows_them() -> None:
    """An office and its place are one hint, as the program joins them."""
    target = "The president of Tatarstan, Rustam Minnikhanov, spoke about it in Kazan."
    hints = [(russian, english) for russian, english, _ in mine_hints(SOURCE, target)]
    assert ("президент Татарстана", "president of Tatarstan") in hints


def test_somebody_else_s_surname_stands_in_hint_and_reference() -> None:
    """The hint decides, whatever the Russian looks like."""
    drawn = random.Random(0)
    drawn.random = lambda: 0.25  # type: ignore[method-assign]
    hints, target = respell(
        [("Рустам Хасанов", "Rustam Khasanov", Kind.PER)], "Rustam Khasanov said", drawn, ["Lang"]
    )
    assert (hints[0][1], target) == ("Rustam Lang", "Rustam Lang said")


def test_pairs_to_measure_on_are_every_line_with_a_run_s_hints(tmp_path: Path) -> None:
    """Nothing is left out, and no hint is taken from the reference."""
    pairs = list(pairs_to_measure([folder(tmp_path)], 2))
    assert [pair.origin for pair in pairs] == ["set:1", "set:2"]
    assert ("президент Татарстана", "the president of Tatarstan") in pairs[0].hints
