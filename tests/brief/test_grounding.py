"""When a written sentence says what its sources say."""

import pytest

from summarizer.brief.grounding import clauses, ground, overlap

SOURCES = (
    "Kazakhstan's Defense Minister Imangali Tasmagambetov met Tatarstan's President"
    " Rustam Minnikhanov in Astana on December 29, 2014.",
    "Tasmagambetov said that Kazakhstan wanted to expand cooperation with KAMAZ.",
    "The Kazan gunpowder plant will supply powder to a cartridge factory in Kazakhstan.",
    "Moscow did not approve the sale of helicopters.",
    "Spartak defeated Zenit in the final of the cup.",
    "Wagner allegedly operates in nine countries of Africa.",
)


@pytest.mark.parametrize(
    ("written", "sources"),
    [
        ("Imangali Tasmagambetov met Rustam Minnikhanov in Astana on December 29.", (0,)),
        ("Tasmagambetov said Kazakhstan wanted to expand cooperation with KAMAZ.", (1,)),
        ("The Kazan gunpowder plant will supply powder to a factory in Kazakhstan.", (2,)),
        ("Moscow did not approve the sale.", (3,)),
        (
            "The Kazan gunpowder plant will supply powder to Kazakhstan, while Moscow did not"
            " approve the sale of helicopters.",
            (2, 3),
        ),
    ],
)
def test_a_faithful_sentence_stands_on_what_it_was_made_of(
    written: str, sources: tuple[int, ...]
) -> None:
    """A shortened sentence, or two joined, name their sources and have no fault."""
    found = ground(written, SOURCES)
    assert (found.sources, found.fault) == (sources, "")


@pytest.mark.parametrize(
    ("written", "fault"),
    [
        ("The two presidents signed a treaty on nuclear energy.", "says what its sources do not"),
        ("Moscow approved the sale of helicopters.", "turns a negation"),
        ("Spartak did not defeat Zenit in the final.", "turns a negation"),
        ("The Kazan gunpowder plant supplied powder to a cartridge factory.", "takes a plan"),
        ("Wagner operates in nine countries of Africa.", "takes a plan"),
        ("Kazakhstan expanded cooperation with KAMAZ.", "plan"),
        ("Kazakhstan wanted to expand cooperation with KAMAZ.", "changes who says"),
        ("Minnikhanov said that Kazakhstan wanted to expand cooperation.", "changes who says"),
        ("The Zenit plant will supply powder to a cartridge factory.", "says of Zenit"),
        ("Zenit defeated Spartak in the final of the cup.", "puts Zenit before Spartak"),
        ("Moscow said the Kazan gunpowder plant will supply powder.", "changes who says"),
    ],
)
def test_a_sentence_of_true_words_that_is_false_is_found_out(written: str, fault: str) -> None:
    """Every name below is in the sources, and yet nobody said this."""
    assert fault in ground(written, SOURCES).fault


def test_a_copied_sentence_stands_whatever_it_says() -> None:
    """Names come back and clauses are negated: what the source says, the source says."""
    source = "Trump says Russia, not the Trump campaign, lied, but he will not say it to Russia."
    assert ground(source, (*SOURCES, source)).fault == ""


def test_a_name_said_twice_may_come_in_either_order() -> None:
    """ "Kim met Trump after Trump wrote to Kim" supports both."""
    sources = ("Kim met Trump in Singapore after Trump wrote to Kim.",)
    assert ground("Trump wrote to Kim.", sources).fault == ""
    assert ground("Kim met Trump in Singapore.", sources).fault == ""


def test_a_noun_that_looks_like_a_verb_of_speech_says_nothing() -> None:
    """ "The United States" states nothing, "the report's authors" report nothing."""
    sources = ("The report's authors examined fat tissue in the United States.",)
    assert ground("The authors examined fat tissue in the United States.", sources).fault == ""


def test_a_bank_may_come_back_by_its_name() -> None:
    """The same name twice is no order of two."""
    sources = ("The bank checks devices in meetings that are not approved by Credit Suisse.",)
    written = "Credit Suisse checks devices in meetings that are not approved by Credit Suisse."
    assert ground(written, sources).fault == ""


def test_overlap_counts_meaning_and_not_endings() -> None:
    """ "met" and "meeting" are one stem, articles and prepositions none."""
    assert overlap("He met the ministers.", "a meeting of the minister") == 1.0
    assert overlap("He met the ministers.", "a wedding of a minister") == 0.5
    assert overlap("", "anything") == 1.0


def test_clauses_part_where_another_statement_begins() -> None:
    """A list is one clause, a subordinate clause another."""
    assert clauses("Ivanov, Petrov and Sidorov came, while the plant burned.") == [
        "Ivanov, Petrov and Sidorov came",
        "while the plant burned.",
    ]


def test_without_sources_nothing_stands() -> None:
    """No source, no support."""
    found = ground("Moscow approved the sale.", ())
    assert found.sources == ()
    assert found.fault == "has no source"
