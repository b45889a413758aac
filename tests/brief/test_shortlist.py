"""Which sentences are translated for a brief."""

from dataclasses import replace

import pytest

from summarizer.brief import shortlist
from summarizer.brief.select import Budget, choose
from summarizer.options import Options, Style
from summarizer.types import Ledger, TranslatedArticle
from tests.brief.build import article

TITLE = ("Завод открыт", "A plant is opened")
LEAD = ("Министр Иванов открыл завод в Казани.", "Minister Ivanov opened a plant in Kazan.")
TALK = ("Об этом сообщает агентство новостей.", "The news agency reports this.")
MORE = [
    (f"Цех номер {number} выпускает детали для тракторов.", f"Shop number {number} makes parts.")
    for number in range(2, 30)
]


def story() -> TranslatedArticle:
    return article([LEAD, TALK, *MORE], title=TITLE)


def ledger() -> Ledger:
    return story().ledger


def test_a_brief_needs_few_sentences() -> None:
    """The title and the lead always; not the thirty that repeat each other."""
    chosen = shortlist(ledger(), Options(sentences=3))
    assert {0, 1} <= chosen
    assert len(chosen) <= 7


def test_the_whole_article_where_that_is_asked_for() -> None:
    """`whole` is for those who want translation and brief at once."""
    assert len(shortlist(ledger(), Options(whole=True))) == len(ledger().sentences)


def test_a_model_that_writes_gets_more_to_read() -> None:
    """An abstractive brief condenses several sentences."""
    sentences = [
        (f"Город {'аб' * n} вырос.", f"The city of {'Ab' * n} has grown.") for n in range(40)
    ]
    found = article([LEAD, *sentences], title=TITLE).ledger
    sizes = [len(shortlist(found, Options(style=style))) for style in Style]
    assert sizes[0] < sizes[1] == sizes[2]


@pytest.mark.parametrize("sentences", [1, 2, 3, 5])
def test_a_brief_can_be_chosen_from_the_shortlist(sentences: int) -> None:
    """With the others left untranslated, the choice is as if all were there."""
    whole, budget = story(), Budget(sentences, 80)
    listed = shortlist(whole.ledger, Options(sentences=sentences))
    part = replace(
        whole,
        translations=tuple(
            t if t.sentence.index in listed else replace(t, text="") for t in whole.translations
        ),
    )
    assert choose(part, budget) == choose(whole, budget)


def test_what_was_not_translated_is_never_chosen() -> None:
    """Neither for itself nor as what another sentence leans on."""
    whole = story()
    part = replace(
        whole,
        translations=tuple(
            replace(t, text="") if t.sentence.index == 1 else t for t in whole.translations
        ),
    )
    assert not {1, 2} & set(choose(part, Budget(5, 200)))


def test_an_article_without_sentences_has_an_empty_one() -> None:
    """Nothing in, nothing out."""
    assert shortlist(replace(ledger(), sentences=(), entities=()), Options()) == frozenset()


def test_a_sentence_too_long_to_stand_beside_the_opening_is_left_out() -> None:
    """A list of guests would be translated for nothing."""
    guests = (
        "Во встрече участвовали " + ", ".join(f"Иван Петров {'а' * n}" for n in range(25)) + "."
    )
    whole = article([LEAD, (guests, "Guests."), *MORE[:3]], title=TITLE)
    assert 2 not in shortlist(whole.ledger, Options(sentences=3, words=80))
    assert 2 in shortlist(whole.ledger, Options(sentences=3, words=200))
