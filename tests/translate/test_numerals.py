"""Copied Russian numerals come out as English ones."""

from __future__ import annotations

import pytest

from summarizer.translate.numerals import in_english

CASES = [
    # from the embedded model, read against the Russian
    ("5,7 тыс. человек", "5,7 thousand people", "5.7 thousand people"),
    ("порядка 75,9 тыс. машин", "about 75,9 thousand cars", "about 75.9 thousand cars"),
    ("выросла на 0,35%.", "grew by 0,35%.", "grew by 0.35%."),
    ("до 1,3327 доллара", "to 1,3327 dollars", "to 1.3327 dollars"),
    ("погибли 12 500 человек", "12 500 people died", "12,500 people died"),
    ("погибли 1 012 500 человек", "1 012 500 people died", "1,012,500 people died"),
    # what is English already, or none of the Russian's
    ("погибли 12 500 человек", "12,500 people died", "12,500 people died"),
    ("дома 5, 7 и 9", "houses 5,7 and 9", "houses 5,7 and 9"),
    ("в 2014 году", "in 2014, 300 people", "in 2014, 300 people"),
    ("в 2014 году 300 человек", "in 2014 300 people", "in 2014 300 people"),
]


@pytest.mark.parametrize(("source", "target", "expected"), CASES)
def test_numerals_are_english(source: str, target: str, expected: str) -> None:
    """Only digits that stand in the Russian just so are touched."""
    assert in_english(source, target) == expected
