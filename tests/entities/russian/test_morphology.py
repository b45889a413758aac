"""What Russian words can be, and their nominatives."""

from __future__ import annotations

import pytest

from summarizer.entities.russian import morphology
from summarizer.entities.russian.morphology import forms, like, plain, readings


@pytest.mark.parametrize(
    ("word", "nominative"),
    [
        ("Казани", "казань"),
        ("министерства", "министерство"),
        ("Соединённых", "соединенные"),
        ("казахстанскими", "казахстанский"),
        ("Захаровой", "захарова"),
        ("Касым-Жомарта", "касым-жомарт"),
        ("Формулы-1", "формула-1"),
        ("лечащим", "лечащий"),  # a participle, whose lemma is its verb
    ],
)
def test_forms_hold_the_nominative(word: str, nominative: str) -> None:
    """A text form is looked up by what it may stand for."""
    assert nominative in forms(word)


def test_forms_begin_with_the_word_itself() -> None:
    """An exact match is tried before any other."""
    assert forms("Мали")[0] == "мали"


def test_superlatives_keep_their_stem() -> None:
    """«Высшего» is «высший», not «высочайший»: the dictionary's own inflection says the latter."""
    assert {reading.nominative for reading in readings("Высшего")} >= {"высший", "высшее"}


@pytest.mark.parametrize("word", ["Казани", "Ивановичем", "Толстой", "людей", "отца", "Европы"])
def test_cheap_nominatives_equal_the_inflected_ones(word: str) -> None:
    """The short cut for words whose lemma is their nominative changes no result."""
    for parse in morphology._analyzer().parse(word):
        inflected = parse.inflect({"nomn"})
        if inflected:
            assert morphology.from_pymorphy(parse).nominative == inflected.word


@pytest.mark.parametrize(
    ("original", "word", "expected"),
    [
        ("Ростехом", "ростех", "Ростех"),
        ("КАМАЗОМ", "камаз", "КАМАЗ"),
        ("ФедералПресса", "федералпресс", "ФедералПресс"),
        ("Йошкар-Олы", "йошкар-ола", "Йошкар-Ола"),
        ("фон дер Ляйен", "фон дер ляйен", "фон дер Ляйен"),
        ("О’Лири", "о’лири", "О’Лири"),
        ("аль-Асада", "аль-асад", "аль-Асад"),
    ],
)
def test_capitals_are_carried_over(original: str, word: str, expected: str) -> None:
    """Every part gets the capital that it had."""
    assert like(original, word) == expected


def test_yo_is_ye_when_compared() -> None:
    """Papers write «Королев» and «Королёв»."""
    assert plain("Королёв") == plain("Королев") == "королев"


def test_common_nouns_are_told_from_names() -> None:
    """«Император» is a title, «Мороз» may be a surname."""
    assert morphology.is_common_noun("Император")
    assert not morphology.is_common_noun("Мороз")
