"""A year that ends something does not begin it."""

from __future__ import annotations

import pytest

from summarizer.translate.guards.since_until import since_until_suspicion


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Группа просуществовала до 1991 года.", "This group has existed since 1991."),
        ("С мая 2014 года он работает здесь.", "He works here until May 2014."),
        ("Он работал здесь до 29 декабря 2014 года.", "He works here since late 2014."),
        ("Он работает здесь с 2014 года.", "He worked here till 2014."),
    ],
)
def test_turned_round(source: str, target: str) -> None:
    assert "opposite" in since_until_suspicion(source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Группа просуществовала до 1991 года.", "The group existed until 1991."),
        ("Он работает здесь с 2014 года.", "He has worked here since 2014."),
        ("С 1947 по 1975 год он был самым большим.", "From 1947 until 1975 it was the largest."),
        ("В 2014 году всё изменилось.", "Everything has changed since 2014."),
        ("Он был там до 2014 года и с 2014 года не был.", "He has not been there since 2014."),
    ],
)
def test_as_it_was(source: str, target: str) -> None:
    assert since_until_suspicion(source, target) == ""
