"""Values in English text: add a line to a table to add a case."""

from __future__ import annotations

import pytest

from summarizer.entities.values import english_form, find_english
from summarizer.types import Kind

from .marked import cases, check

NUMBERS = """
[1,234,567.89] => 1,234,567.89
[1 200 000] left as in Russian => 1.2 million
[3,5 million] with a decimal comma => 3.5 million
[twenty-five] soldiers => 25
[twelve and a half billion] => 12.5 billion
[two hundred and fifty-three thousand] => 253,000
[fifteen hundred] => 1,500
[one hundred and twenty-five thousand three hundred] => 125,300
[1 million 200 thousand] => 1.2 million
[2½ years] => 2.5 years
[a year and a half] => 1.5 years
[half a million] => 500,000
[half-a-billion] => 500 million
[a quarter of a million] => 250,000
[a million] signatures => 1 million
[5 bln. tons] => 5 billion tons
[two-thirds] of them => two-thirds
[three-quarters] => three-quarters
[42nd] => 42nd
[forty-second] => 42nd
a [30-year]-old => 30 years
a [200-kilometer] road => 200 kilometers
[100 m2] and [5 km²] => 100 square meters | 5 square kilometers
[77°F] and [25°C] => 77 degrees Fahrenheit | 25 degrees
[100 km/h] => 100 kilometers per hour
[60 mph] => 60 miles per hour
[20 sq. km] => 20 square kilometers
[16sq m] => 16 square meters
won [3-1] => 3–1
won [3:1] => 3-1
call [+7 (495) 123-45-67] => +74951234567
[5 to 7] people => 5–7
[5 to 7 million] => 5–7 million
between [5 and 7 million] => 5–7 million
from [5] to [7] => five | seven
"""

MONEY = """
[12.5 billion rubles] => 12.5 billion rubles
[RUB 12.5bn] => 12.5 billion rubles
[12.5-billion-rouble] => 12.5 billion rubles
[$1.2m] => $1.2 million
[$5B] => $5 billion
US[$5] => $5
[1.2 million dollars] => $1.2 million
[5 U.S. dollars] => $5
[20 Canadian dollars] => 20 Canadian dollars
[€3.5 billion] => €3.5 billion
[400 CZK] => 400 korunas
[15 yuan] => 15 yuan
a [20-million-dollar] deal => $20 million
[$5–$7 million] => $5–7 million
[$5 to $7 million] => $5–7 million
"""

PERCENT = """
the estimate for the quarter to [0.4%] => 0.4%
[5%] => 5%
[5 per cent] => 5%
[5 percentage points] => 5 percentage points
[twenty percent] => 20%
[5–7%] => 5–7%
[5 to 7 percent] => 5–7%
between [5 and 7 percent] => 5–7%
fell [0.4%] to [1.11 euros] => 0.4% | €1.11
"""

DATES = """
[Dec. 29, 2014] => December 29, 2014
[29 December 2014] => December 29, 2014
the [29th of December] => December 29
[December 29th], => December 29
[December twenty-ninth] => December 29
[2014-12-29] => December 29, 2014
[12/29/2014] => December 29, 2014
[29.12.2014] => December 29, 2014
[March 1–5] => March 1–5
[March 1 to 5, 2014] => March 1–5, 2014
[1–5 March] => March 1–5
[December 29] and [30] => December 29 | December 30
in [January 2015] => January 2015
[January–March 2015] => January–March 2015
in [May] => May
on [Tuesday] => Tuesday
in [2014] => 2014
[2014–2015] => 2014–2015
the [2014-15] season => 2014–2015
the [1990s] => the 1990s
the '[90s] => the 1990s
the [nineties] => the 1990s
the [19th century] => 19th century
the [twenty-first century] => 21st century
the [third quarter of 2015] => the third quarter of 2015
[Q3] => the third quarter
after [9/11] => September 11
[18:30] => 18:30
[6:30 p.m.] => 18:30
[6pm] => 18:00
[6.30 in the evening] => 18:30
[12 a.m.] => 0:00
[six o'clock] in line => 6:00
[half past seven] => 7:30
[quarter to five] => 4:45
"""

SILENT = """
one of them, once, twice, both, the two, a pair
dozens of people, hundreds of thousands, several million, millions
the second wave, a third party, first of all
he may march on
Tu-154, A320, 5G, stage 4B, model S1000, 6000K, 214-FZ, COVID-19, Channel One
World War II, Part IV
half of them, a quarter
the estimate for the current quarter
"""


@pytest.mark.parametrize("case", cases(NUMBERS))
def test_reads_numbers(case: str) -> None:
    """Digits, words, scales, fractions, ordinals and ranges have their value."""
    check(case, find_english)


@pytest.mark.parametrize("case", cases(MONEY))
def test_reads_money(case: str) -> None:
    """Money has its currency, before or after the number."""
    assert {item.kind for item in check(case, find_english)} == {Kind.MONEY}


@pytest.mark.parametrize("case", cases(PERCENT))
def test_reads_percentages(case: str) -> None:
    """Percent signs and words are one unit."""
    check(case, find_english)


@pytest.mark.parametrize("case", cases(DATES))
def test_reads_dates(case: str) -> None:
    """American and British order, words, periods and both clocks."""
    assert {item.kind for item in check(case, find_english)} == {Kind.DATE}


@pytest.mark.parametrize("case", cases(SILENT))
def test_words_with_other_meanings_are_soft(case: str) -> None:
    """They may support a Russian number, and are never an invention of their own."""
    check(f"{case} => ", find_english)


def test_capitalised_number_words_inside_a_sentence_are_names() -> None:
    """ "Four Seasons" is a hotel."""
    assert all(item.soft for item in find_english("He stayed at the Four Seasons"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [("a dozen", "12"), ("the two", "two"), ("twice", "two"), ("World War II", "second")],
)
def test_soft_words_have_their_value(text: str, expected: str) -> None:
    """So that «двенадцать» is kept as "a dozen"."""
    assert english_form(find_english(text)[-1]) == expected


@pytest.mark.parametrize(
    "text", ["", " ", "%", "$", "a", "q", "1:", "5-", "½", "half", "may", "-1"]
)
def test_odd_texts_are_read_without_error(text: str) -> None:
    """Nothing at all, signs alone and broken numbers."""
    assert all(0 <= item.start < item.stop <= len(text) for item in find_english(text))
