"""Thousands of generated Russian expressions: read, written in English, and read again."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.entities.values import (
    compare,
    english_form,
    find_english,
    find_russian,
)
from summarizer.types import Status
from summarizer.values import Amount, Moment, Value

from .speak import speak

_MONTHS = (
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря".split()
)
_SCALES = {"": 1, " тыс.": 1000, " млн": 10**6, " млрд": 10**9, " трлн": 10**12}
_UNITS = {
    " рублей": "RUB", " долларов": "USD", " евро": "EUR", " гривен": "UAH", " тенге": "KZT",
    "%": "%", " процентов": "%", " тонн": "ton", " километров": "kilometer",
    " гектаров": "hectare", " баррелей": "barrel", " часов": "hour", " лет": "year",
}  # fmt: skip
_NUMBERS = st.tuples(st.integers(11, 999), st.integers(0, 9), st.sampled_from(list(_SCALES)))


def assert_survives(russian: str, value: Value) -> None:
    """Russian → value → English → the same value, and the comparison finds nothing wrong."""
    text = f"По его словам, это {russian} – не больше."
    (found,) = find_russian(text)
    assert found.value == value
    target = find_english(f"According to him, it is {english_form(found)} and no more.")
    result = compare([found], target)
    assert result.statuses == (Status.KEPT,)
    assert result.extra == ()


@settings(max_examples=300)
@given(st.integers(11, 10**12 - 1), st.integers(0, 2))
def test_numbers_in_words(number: int, case: int) -> None:
    """In the nominative, genitive and instrumental."""
    assert_survives(speak(number, case), Amount(Decimal(number), Decimal(number)))


@settings(max_examples=300)
@given(_NUMBERS, st.sampled_from(list(_UNITS)))
def test_numbers_with_scale_and_unit(number: tuple[int, int, str], unit: str) -> None:
    """«12,5 млрд рублей» and the like."""
    whole, tenths, scale = number
    decimals = f",{tenths}" if tenths else ""
    value = Decimal(f"{whole}.{tenths}") * _SCALES[scale]
    assert_survives(f"{whole}{decimals}{scale}{unit}", Amount(value, value, _UNITS[unit]))


@given(st.integers(1000, 10**9), st.sampled_from([" ", "\u00a0", "\u2009", "\u202f"]))
def test_thousands_are_parted_by_any_space(number: int, space: str) -> None:
    """A space, a no-break space and the thin ones."""
    russian = f"{number:,}".replace(",", space)
    assert_survives(russian, Amount(Decimal(number), Decimal(number)))


@given(st.integers(11, 500), st.integers(1, 400), st.sampled_from(list(_SCALES)), st.booleans())
def test_ranges(low: int, more: int, scale: str, worded: bool) -> None:
    """«от 15 до 20 млн рублей», «15–20 млн рублей»: the scale is of both."""
    high = low + more
    russian = f"от {low} до {high}{scale} рублей" if worded else f"{low}–{high}{scale} рублей"
    factor = _SCALES[scale]
    assert_survives(russian, Amount(Decimal(low * factor), Decimal(high * factor), "RUB"))


@settings(max_examples=200)
@given(
    st.integers(1, 28),
    st.integers(1, 12),
    st.none() | st.integers(1900, 2030),
    st.sampled_from([" года", " г.", ""]),
)
def test_dates(day: int, month: int, year: int | None, word: str) -> None:
    """«29 декабря 2014 г.», with and without the year and its word."""
    tail = f" {year}{word}" if year else ""
    assert_survives(f"{day} {_MONTHS[month - 1]}{tail}", Moment(year, month, day))


@given(st.integers(1, 28), st.integers(1, 12), st.integers(1900, 2030))
def test_numeric_dates(day: int, month: int, year: int) -> None:
    """«29.12.2014»."""
    assert_survives(f"{day:02}.{month:02}.{year}", Moment(year, month, day))


@given(st.integers(0, 23), st.integers(0, 59))
def test_times(hour: int, minute: int) -> None:
    """«18:30» on the 24-hour clock."""
    assert_survives(f"{hour}:{minute:02}", Moment(hour=hour, minute=minute))


@given(st.integers(1900, 2030), st.integers(1, 20))
def test_periods_of_years(first: int, length: int) -> None:
    """«в 2014–2016 годах»."""
    value = Moment(first, stop=Moment(first + length))
    assert_survives(f"{first}–{first + length} годах", value)


@given(st.integers(100, 10**7), st.integers(1, 9), st.data())
def test_any_changed_digit_is_seen(number: int, shift: int, data: st.DataObject) -> None:
    """244890 is not 24,490 and not 244,891."""
    digits = str(number)
    place = data.draw(st.integers(0, len(digits) - 1))
    wrong = digits[:place] + str((int(digits[place]) + shift) % 10) + digits[place + 1 :]
    source = find_russian(f"Там было {number} человек.")
    result = compare(source, find_english(f"There were {int(wrong):,} people."))
    assert result.statuses[0].is_flagged


@settings(max_examples=300)
@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_can_be_compared(source: str, target: str) -> None:
    """Whatever the characters: offsets are inside the text and do not overlap."""
    for text, found in ((source, find_russian(source)), (target, find_english(target))):
        ends = [0, *(end for item in found for end in (item.start, item.stop)), len(text)]
        assert ends == sorted(ends)
    assert len(compare(find_russian(source), find_english(target)).statuses) == len(
        find_russian(source)
    )
