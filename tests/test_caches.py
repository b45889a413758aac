"""What is remembered between articles is bounded: a batch of a million must not grow with them."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from typing import Any

import pytest

import summarizer
from summarizer.brief.words import content_stems
from summarizer.entities.values import find_english, find_russian
from summarizer.entities.values import russian as russian_values

MOST = 65_536
BY_LANGUAGE = {"_stemmer"}  # keeps one thing a language, and there are two


def remembering() -> Iterator[Any]:
    """Every function of the package with a cache of its own."""
    for module in pkgutil.walk_packages(summarizer.__path__, "summarizer."):
        if module.name != "summarizer.__main__":
            for value in vars(importlib.import_module(module.name)).values():
                if hasattr(value, "cache_parameters") and value.__module__ == module.name:
                    yield value


def test_every_cache_is_bounded() -> None:
    """A function without arguments has one result, any other a limit."""
    unbounded = [
        f"{function.__module__}.{function.__name__}"
        for function in remembering()
        if inspect.signature(function).parameters and function.__name__ not in BY_LANGUAGE
        if not 0 < (function.cache_parameters()["maxsize"] or 0) <= MOST
    ]
    assert not unbounded


@pytest.mark.parametrize("read", [find_russian, find_english, content_stems])
def test_numbers_are_not_remembered(read: Callable[[str], Any]) -> None:
    """Words come again in the next article, numbers hardly ever."""
    read("1 2")
    before = sum(function.cache_info().currsize for function in remembering())
    read(" ".join(str(number) for number in range(1001, 1101)))
    after = sum(function.cache_info().currsize for function in remembering())
    assert after - before <= 10


def test_a_word_is_remembered() -> None:
    """The other way round: without it the test above would show nothing."""
    russian_values._may_be_value.cache_clear()
    find_russian("тысяча раз")
    assert russian_values._may_be_value.cache_info().currsize > 0
