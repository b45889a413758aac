"""Options check themselves."""

from __future__ import annotations

import pytest

from summarizer.errors import ConfigError
from summarizer.options import Ladder, Options, Style


def test_plain_strings_are_taken_for_choices() -> None:
    """A script need not import the enumerations."""
    options = Options(style="abstractive", ladder="off")  # type: ignore[arg-type]
    assert (options.style, options.ladder) == (Style.ABSTRACTIVE, Ladder.OFF)


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"style": "poem"}, "style must be one of extractive, abstractive, auto, not 'poem'"),
        ({"ladder": "up"}, "ladder must be one of off, repair, full"),
        ({"sentences": 0}, "sentences must be at least 1, not 0"),
        ({"threads": -1}, "threads must be 0"),
    ],
)
def test_a_wrong_value_is_named(given: dict[str, object], message: str) -> None:
    """What was given, what is possible."""
    with pytest.raises(ConfigError, match=message):
        Options(**given)  # type: ignore[arg-type]
