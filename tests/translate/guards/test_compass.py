"""The points of the compass stay where they are."""

from __future__ import annotations

import pytest

from summarizer.translate.guards.compass import compass_suspicion


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("На юго-западе США прошли ливни.", "It rained in the southeastern United States."),
        ("В 360 км к юго-западу от города.", "360 km northwest of the city."),
        ("В 360 км к юго-западу от города.", "360 km to the east of the city."),
        ("Бои идут к югу от реки.", "Fighting goes on north of the river."),
        ("На востоке страны.", "In the west of the country."),
        ("Северо-восточный район Москвы.", "The north-western district of Moscow."),
    ],
)
def test_another_side(source: str, target: str) -> None:
    assert "side" in compass_suspicion(source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("На юго-западе США прошли ливни.", "It rained in the American Southwest."),
        ("На юго-западе США прошли ливни.", "It rained in the south-western states."),
        ("На юго-западе США прошли ливни.", "It rained in the southern states."),
        ("На юге и севере страны.", "In the country's north and south."),
        ("Югославия и Северная Корея.", "Yugoslavia and North Korea."),
        ("Страны Запада.", "Western countries."),
        ("С востока на запад.", "Westwards."),
        ("Он живёт в Кемерово.", "He lives in western Siberia."),  # nothing is turned
    ],
)
def test_the_same_side(source: str, target: str) -> None:
    assert compass_suspicion(source, target) == ""
