"""Dates under headlines."""

from __future__ import annotations

from datetime import date

import pytest

from summarizer.reading.datelines import dateline_date, parse_date


@pytest.mark.parametrize(
    "line",
    [
        "29 Дек 2014",
        "29 дек. 2014",
        "29.12.2014",
        "29.12.14",
        "29/12/2014 10:35",
        "2014-12-29",
        "2014-12-29T15:30:00+03:00",
        "2014-12-29T15:30:00Z",
        "29 декабря 2014",
        "29 декабря 2014 г.",
        "29 декабря 2014 года",
        "29 декабря 2014 года, 15:30",
        "29 декабря 2014 года в 15:30",
        "15:30, 29 декабря 2014",
        "15:30 (МСК) 29.12.2014",
        "Понедельник, 29 декабря 2014, 15:30",
        "Опубликовано: 29.12.2014 15:30:05",
        "[29 декабря 2014]",
    ],
)
def test_usual_datelines_are_read(line: str) -> None:
    """They hold a date and nothing else."""
    assert dateline_date(line, alone=True) == date(2014, 12, 29)


@pytest.mark.parametrize("line", ["29 декабря 2014, РИА Новости", "29.12.2014 | Политика"])
def test_an_agency_may_stand_beside_the_date(line: str) -> None:
    """Below a title, not above it, where it may be the title."""
    assert dateline_date(line, alone=False) == date(2014, 12, 29)
    assert dateline_date(line, alone=True) is None


@pytest.mark.parametrize(
    "line",
    [
        "29 декабря",
        "В 2014 году",
        "31.02.2014",
        "45 декабря 2014",
        "29 декабря 2014 года в Казани прошла встреча",
        "29 декабря 2014 года. Казань. Встреча. Итоги. Планы. Выводы",
        "Версия 2.12.2014.7",
        "Итоги",
        "",
    ],
)
def test_what_a_reader_would_miss_is_no_dateline(line: str) -> None:
    """It stays in the body: no date or word may vanish."""
    assert dateline_date(line, alone=False) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1 мая 2020", date(2020, 5, 1)),
        ("3 сент. 2020", date(2020, 9, 3)),
        ("30 июня 2021 г.", date(2021, 6, 30)),
        ("12 нояб. 2019", date(2019, 11, 12)),
        ("4 фев 2018", date(2018, 2, 4)),
        ("2018.03.05", date(2018, 3, 5)),
        ("вчера", None),
        ("", None),
    ],
)
def test_every_month_is_known(text: str, expected: date | None) -> None:
    """Whole and abbreviated; what is no date is None."""
    assert parse_date(text) == expected
