"""Set phrases are told to the model, and missed where their English is gone."""

from __future__ import annotations

import pytest

from summarizer.translate.phrases import find_phrases, lost_phrases

FOUND = [
    ("Тереза Мэй приняла отставку Джонсона.", "приняла отставку", "accepted the resignation of"),
    ("Указом президента РФ он уволен.", "Указом президента РФ", "by presidential decree"),
    ("Полковник в отставке рассказал.", "в отставке", "retired"),
    ("Осуждённый в 2013 году полковник.", "Осуждённый в 2013 году", "convicted in 2013"),
    ("Суд дал ему пять лет условно.", "условно", "suspended"),
    ("Его объявили в международный розыск.", "в международный розыск",
     "on the international wanted list"),
    ("Поезд сошёл с рельсов.", "сошёл с рельсов", "derailed"),
    ("Ввод моста перенесён на 2025 год.", "перенесён на 2025 год", "postponed to 2025"),
    ("Погиб мирный житель.", "мирный житель", "civilian"),
    ("Погибли семь мирных жителей.", "мирных жителей", "civilians"),
    ("Актёр скончался на 85-м году жизни.", "на 85-м году жизни", "in the 85th year of life"),
    ("Она умерла на 92-м году жизни.", "на 92-м году жизни", "in the 92nd year of life"),
    ("Он умер на 12-м году жизни.", "на 12-м году жизни", "in the 12th year of life"),
]  # fmt: skip
LOST = [
    ("Поезд сошёл с рельсов.", "The train came to a stop on the tracks."),
    ("Он осуждён на пять лет условно.", "He got five years on terms."),
    ("Осуждённый вышел на свободу условно-досрочно.", "The convict was released on bail."),
    ("Суд признал его невменяемым.", "The court found him inescapable."),
    ("Президент наложил вето на закон.", "The president has signed the law."),
    ("Корабль сел на мель у берегов Норвегии.", "The ship was anchored off the coast."),
    ("Судно терпит бедствие.", "The ship is able to withstand the hardship."),
]
KEPT = [
    ("Поезд сошёл с рельсов.", "A train went off the rails."),
    ("Осуждённый вышел на свободу условно-досрочно.", "The convict was released early."),
    ("Полковник в отставке рассказал.", "The former colonel said so."),
    ("Премьер приняла отставку министра.", "The prime minister let him go."),  # another guard's
]


@pytest.mark.parametrize(("text", "russian", "english"), FOUND)
def test_found_with_their_english(text: str, russian: str, english: str) -> None:
    (phrase,) = find_phrases(text)
    assert (text[phrase.start : phrase.stop], phrase.english) == (russian, english)


@pytest.mark.parametrize(
    "text",
    ["Она условно делит их на два лагеря.", "Министр объявил об отставке.", "Он прожил 85 лет."],
)
def test_other_uses_of_the_words(text: str) -> None:
    assert not list(find_phrases(text))


@pytest.mark.parametrize(("source", "target"), LOST)
def test_lost(source: str, target: str) -> None:
    (reason,) = lost_phrases(source, target)
    assert reason.endswith("is not in it")


@pytest.mark.parametrize(("source", "target"), KEPT)
def test_kept(source: str, target: str) -> None:
    assert not list(lost_phrases(source, target))
