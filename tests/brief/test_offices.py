"""Who holds which office."""

import pytest

from summarizer.brief.offices import false_office

PEOPLE = (
    "Imangali Tasmagambetov",
    "Tasmagambetov",
    "Rustam Minnikhanov",
    "Minnikhanov",
    "Sergey Kogogin",
    "Kogogin",
)
SOURCES = (
    "This was stated on December 29 by Kazakhstan's Defense Minister Imangali Tasmagambetov during"
    " a meeting with Tatarstan President Rustam Minnikhanov.",
    "Kogogin, the general director of KAMAZ, and the head of the region Minnikhanov were there.",
)


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan's Defense Minister Imangali Tasmagambetov met Minnikhanov.",
        "Defense Minister Tasmagambetov met President Minnikhanov.",
        "The president of Tatarstan, Rustam Minnikhanov, was there.",
        "KAMAZ General Director Sergey Kogogin was there.",
        "Kogogin was there with Tasmagambetov in Kazakhstan.",
        "On Monday Kogogin came.",
        "Nobody was there.",
    ],
)
def test_a_person_may_have_his_own_office(text: str) -> None:
    """In whatever form and order, and without any."""
    assert false_office(text, SOURCES, PEOPLE) == ""


@pytest.mark.parametrize(
    ("text", "office"),
    [
        (
            "Tatarstan President Imangali Tasmagambetov spoke.",
            "Tatarstan President Imangali Tasmagambetov",
        ),
        ("He met the Defense Minister Minnikhanov.", "the Defense Minister Minnikhanov"),
        (
            "The president of Kazakhstan, Rustam Minnikhanov, spoke.",
            "The president of Kazakhstan, Rustam Minnikhanov",
        ),
        ("KAMAZ President Sergey Kogogin spoke.", "KAMAZ President Sergey Kogogin"),
    ],
)
def test_the_office_of_another_is_found_out(text: str, office: str) -> None:
    """Every word is in the source, and the man is the wrong one."""
    assert false_office(text, SOURCES, PEOPLE) == office


def test_two_persons_joined_have_each_their_own() -> None:
    """The first is no part of the second's office."""
    text = "German Chancellor Angela Merkel and Russian President Vladimir Putin met."
    assert false_office(text, (text,), ("Angela Merkel", "Vladimir Putin")) == ""


def test_a_first_name_known_apart_is_a_part_of_the_name() -> None:
    """The ledger may hold "Brett" and "Kavanaugh" as two persons."""
    text = "They accused Judge Brett Kavanaugh."
    assert false_office(text, (text,), ("Brett", "Kavanaugh")) == ""
