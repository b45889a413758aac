"""How values are written, and that they are read back as they were."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from summarizer.entities.values import english_form, find_english, same
from summarizer.entities.values.units import UNITS
from summarizer.values import Amount, Moment, Value


def amount(low: str, high: str = "", unit: str = "") -> Amount:
    return Amount(Decimal(low), Decimal(high or low), unit)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (amount("12500000000", unit="RUB"), "12.5 billion rubles"),
        (amount("1200000", unit="USD"), "$1.2 million"),
        (amount("1", unit="RUB"), "1 ruble"),
        (amount("244890"), "244,890"),
        (amount("1234567"), "1,234,567"),
        (amount("5"), "five"),
        (amount("3", unit="ordinal"), "third"),
        (amount("112", unit="ordinal"), "112th"),
        (amount("21", unit="ordinal"), "21st"),
        (amount("5", "7", "%"), "5–7%"),
        (amount("5000000", "7000000", "EUR"), "€5–7 million"),
        (amount("900000", "1200000", "RUB"), "900,000 to 1.2 million rubles"),
        (amount("20000", "30000", "USD"), "$20,000–$30,000"),
        (amount("0.5"), "half"),
        (amount("0.2"), "0.2"),
        (Amount(Decimal(2) / 3, Decimal(2) / 3), "two-thirds"),
        (amount("10", unit="foot"), "10 feet"),
        (amount("100", unit="kilometer per hour"), "100 kilometers per hour"),
        (amount("20", unit="square kilometer"), "20 square kilometers"),
        (amount("3", "1", "score"), "3-1"),
        (amount("231.943", unit="timing"), "3:51.943"),
        (Moment(2014, 12, 29), "December 29, 2014"),
        (Moment(2015, 1), "January 2015"),
        (Moment(month=3, day=1, stop=Moment(month=3, day=5)), "March 1–5"),
        (Moment(2014, 2, 28, stop=Moment(2014, 3, 5)), "February 28 to March 5, 2014"),
        (Moment(2014, stop=Moment(2015)), "2014–2015"),
        (Moment(2013, 12, 30, stop=Moment(2014, 1, 2)), "December 30, 2013 to January 2, 2014"),
        (Moment(hour=18, minute=30), "18:30"),
        (Moment(decade=1990), "the 1990s"),
        (Moment(century=21), "21st century"),
        (Moment(2015, quarter=3), "the third quarter of 2015"),
        (Moment(weekday=2), "Tuesday"),
    ],
)
def test_news_style(value: Value, expected: str) -> None:
    """American news: large scales in words, days after months, no year where none is known."""
    assert english_form(value) == expected


_SCALES = st.sampled_from([1, 1000, 10**6, 10**9, 10**12])
_NUMBERS = st.builds(
    lambda digits, scale, tenths: (
        Decimal(digits) * scale + (Decimal(tenths) / 10 if scale > 1 else 0) * scale
    ),
    st.integers(2, 999),
    _SCALES,
    st.integers(0, 9),
)
_CODES = ["RUB", "USD", "EUR", "GBP", "UAH", "KZT", "CNY", "JPY", "CAD"]
_PHYSICAL = [name for name in UNITS if name not in ("fahrenheit", "lb", "time", "centner")]
_UNITS = st.sampled_from(["", "%", *_CODES, *_PHYSICAL])
_YEARS = st.integers(1900, 2099)


@given(_NUMBERS, _UNITS)
def test_amounts_are_read_back(number: Decimal, unit: str) -> None:
    """Every number with every unit."""
    value = Amount(number, number, unit)
    (found,) = find_english(f"It was {english_form(value)}, he said.")
    assert replace(found.value, soft=False) == value  # "two" is soft


@given(st.integers(1, 99), st.integers(1, 99), _SCALES, _UNITS)
def test_ranges_are_read_back(low: int, more: int, scale: int, unit: str) -> None:
    """Both ends, scaled and with their unit."""
    value = Amount(Decimal(low * scale), Decimal((low + more) * scale), unit)
    found = find_english(f"It was {english_form(value)}, he said.")
    assert same(value, found[0].value)


@given(st.none() | _YEARS, st.integers(1, 12), st.integers(1, 28))
def test_dates_are_read_back(year: int | None, month: int, day: int) -> None:
    """With and without a year."""
    value = Moment(year, month, day)
    (found,) = find_english(f"On {english_form(value)}, it rained.")
    assert found.value == value


@given(st.integers(1, 999))
def test_ordinals_are_read_back(number: int) -> None:
    """1st to 999th, the small ones in words."""
    value = Amount(Decimal(number), Decimal(number), "ordinal")
    (found,) = find_english(f"the {english_form(value)} time")
    assert same(value, found.value)
    assert same(found.value, value)


@given(st.integers(0, 23), st.integers(0, 59))
def test_times_are_read_back(hour: int, minute: int) -> None:
    """On the 24-hour clock."""
    value = Moment(hour=hour, minute=minute)
    (found,) = find_english(f"at {english_form(value)} sharp")
    assert found.value == value
