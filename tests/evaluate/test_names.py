"""Names by capital letters: `|`-separated, folded, as the line on the left should give them."""

from __future__ import annotations

import pytest

from summarizer.evaluate.names import fold, names_of, words_of

LINES = [
    ("Officials met with Rustam Minnikhanov in Kazan yesterday.", "rustam|minnikhanov|kazan"),
    ("Minnikhanov met officials.", ""),  # opens the sentence: could be any word
    ('He said: "Kazan is growing", and KAMAZ’s plant too.', "kamaz"),
    ("They met on Monday in May with Erdoğan's envoy.", "erdogan"),
    ("Tatarstan And Kazakhstan To Expand Ties", ""),  # title case says nothing
    ("He went. Then home to St. Petersburg.", ""),  # a full stop could end a sentence
    ("", ""),
]


@pytest.mark.parametrize(("line", "names"), LINES)
def test_names_of_a_line(line: str, names: str) -> None:
    """See LINES."""
    assert names_of(line) == set(filter(None, names.split("|")))


def test_folding_meets_other_spellings() -> None:
    """Accents, possessives of both kinds, case."""
    assert {fold(word) for word in ("Erdoğan", "ERDOGAN's", "Erdogan’s")} == {"erdogan"}
    assert words_of("Erdoğan's plan") == {"erdogan", "plan"}
