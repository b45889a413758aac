"""Courts that no table lists: a district keeps its adjective, a town gives its name."""

from __future__ import annotations

import pytest

from summarizer.entities.naming import courts, english
from summarizer.types import Kind

FOUND = [
    ("Ленинский районный суд", "Leninsky District Court"),
    ("Ленинского районного суда", "Leninsky District Court"),
    ("Октябрьский районный суд", "Oktyabrsky District Court"),
    ("Сызранский городской суд", "Syzran City Court"),
    ("Ангарским городским судом", "Angarsk City Court"),
    ("Кировский областной суд", "Kirov Regional Court"),
    ("Алтайский краевой суд", "Altai Territorial Court"),
    ("Ростовский гарнизонный военный суд", "Rostov-on-Don Garrison Military Court"),
    ("Ленинской районной прокуратурой", "Leninsky District Prosecutor's Office"),
    ("Лефортовский суд", "Lefortovsky Court"),
]
NO_DISTRICT = [
    "Верховный суд",
    "Лондонский суд",  # any court of London
    "Международный уголовный суд",
    "Ленинский районный комитет",
    "районный суд",
    "суд",
    "Суд №",
    "- —",
    "",
]


@pytest.mark.parametrize(("russian", "expected"), FOUND)
def test_named_after_a_district_town_or_region(russian: str, expected: str) -> None:
    """«Ленинский районный суд Кирова» came out as "the Kirov District Court in Lenin"."""
    assert courts.spellings(russian)[0] == expected


@pytest.mark.parametrize("russian", NO_DISTRICT)
def test_what_is_no_such_body(russian: str) -> None:
    assert courts.spellings(russian) == ()


def test_the_level_may_be_left_out() -> None:
    """News write "the Leninsky Court" as often; a table's own name comes before the rule."""
    form = english.form(Kind.ORG, "Ленинский районный суд")
    assert (form.text, form.accepted) == ("Leninsky District Court", ("Leninsky Court",))
    assert english.form(Kind.ORG, "Мосгорсуд").text == "Moscow City Court"
