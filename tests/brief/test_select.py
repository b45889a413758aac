"""Which sentences make the brief."""

import pytest

from summarizer.brief.salience import Weights, worth_of
from summarizer.brief.select import Budget, choose
from summarizer.types import Kind
from summarizer.values import Moment
from tests.brief.build import article, name, value

WIDE = Budget(sentences=3, words=80)
PLANT = ("Завод в Казани построили за год.", "The plant in Kazan was built in a year.")
SNOW = ("Снег идёт в Москве с утра.", "It has been snowing in Moscow since morning.")
MINISTER = ("Министр Иванов открыл завод.", "Minister Ivanov opened the plant.")
HE = ("Он поблагодарил рабочих за труд.", "He thanked the workers for their labour.")
MONEY = ("Деньги на завод дал банк из Уфы.", "A bank from Ufa gave the money for the plant.")


def test_the_order_of_the_article_is_kept() -> None:
    """A brief tells the story in the order in which it was told."""
    chosen = choose(article([MINISTER, PLANT, MONEY, SNOW]), WIDE)
    assert list(chosen) == sorted(chosen)
    assert len(chosen) == 3


def test_no_chosen_sentence_has_lost_its_antecedent() -> None:
    """«Он» is chosen with the sentence that says who, or not at all."""
    translated = article([PLANT, MINISTER, HE, SNOW, MONEY])
    for words in range(5, 60, 5):
        chosen = choose(translated, Budget(3, words))
        assert 2 not in chosen or 1 in chosen, words


def test_a_brief_does_not_open_with_a_pronoun() -> None:
    """A body that begins with «Он» is entered at the first sentence that stands alone."""
    assert choose(article([HE, MINISTER, PLANT]), Budget(1, 80)) == (1,)


def test_a_first_sentence_that_leans_on_the_title_brings_it() -> None:
    """«Об этом сообщает ТАСС» opens no brief."""
    translated = article(
        [("Об этом сообщает ТАСС.", "TASS reports this.")],
        name(Kind.ORG, "TASS", (1, "ТАСС")),
        title=("Завод открыт", "Plant opens"),
    )
    assert choose(translated, WIDE) == (0, 1)


def test_the_title_opens_where_the_lead_names_nobody() -> None:
    """«Деньги дали» does not say who; the title does."""
    translated = article(
        [("Деньги дали.", "The money was given."), ("Их мало.", "They are few.")],
        name(Kind.LOC, "Ufa", (0, "Уфа")),
        title=("Уфа получила деньги", "Ufa received money"),
    )
    assert choose(translated, WIDE)[0] == 0


def test_the_title_stays_out_where_the_lead_names_somebody() -> None:
    """The title stands above the brief already."""
    translated = article(
        [MINISTER, PLANT],
        name(Kind.PER, "Ivanov", (1, "Иванов")),
        title=("Завод открыт", "Plant opens"),
    )
    assert choose(translated, WIDE) == (1, 2)


def test_the_budget_holds_for_sentences_and_english_words() -> None:
    """However many words the Russian has."""
    translated = article([MINISTER, PLANT, MONEY, SNOW])
    assert len(choose(translated, Budget(2, 80))) == 2
    chosen = choose(translated, Budget(4, 16))
    assert sum(len(translated.translations[i].text.split()) for i in chosen) <= 16


def test_a_lead_over_the_budget_gives_way_to_an_opening_that_fits() -> None:
    """Another of the first sentences that can open the brief takes its place."""
    long = ("Министр Иванов открыл завод.", "Minister Ivanov " + "very " * 90 + "happily came.")
    assert choose(article([long, PLANT]), WIDE) == (1,)


def test_a_sentence_is_never_cut_even_if_it_alone_is_over_the_budget() -> None:
    """Better one long sentence than a part of one."""
    long = ("Министр Иванов открыл завод.", "Minister Ivanov " + "very " * 90 + "happily came.")
    assert choose(article([long]), WIDE) == (0,)


def test_a_repeated_sentence_is_not_chosen_twice() -> None:
    """Agencies repeat their lead."""
    chosen = choose(article([MINISTER, MINISTER, PLANT, MONEY]), Budget(2, 80))
    assert chosen != (0, 1)


def test_a_flagged_translation_gives_way_to_one_that_is_not() -> None:
    """All else equal, what is known to be right is told."""
    rows = [MINISTER, ("Завод дал рабочим хлеб.", "The plant gave the workers bread."), PLANT]
    assert choose(article(rows, flagged=[1]), Budget(2, 80)) == (0, 2)
    assert choose(article(rows), Budget(2, 80)) == (0, 1)


def test_an_unreliable_lead_gives_way_to_another_opening() -> None:
    """What loops or was left in Russian does not open a brief."""
    rows = [MINISTER, PLANT, MONEY]
    assert choose(article(rows, unreliable=[0]), Budget(1, 80)) == (1,)
    assert choose(article(rows, unreliable=[0, 1, 2]), Budget(1, 80)) == (0,)


def test_one_word_and_nothing_at_all_are_articles_too() -> None:
    """A one-word article is its own brief; no sentence, no brief."""
    assert choose(article([("Да", "Yes")]), WIDE) == (0,)
    assert choose(article([], title=("Да", "Yes")), WIDE) == (0,)
    assert choose(article([]), WIDE) == ()


def test_a_new_name_is_worth_more_than_one_already_told() -> None:
    """Place aside, the brief covers the people of the article."""
    rows = [
        MINISTER,
        ("Завод в Уфе строил Иванов.", "Ivanov built the plant in Ufa."),
        ("Завод в Уфе строил Петров.", "Petrov built the plant in Ufa."),
    ]
    translated = article(
        rows,
        name(Kind.PER, "Ivanov", (0, "Иванов"), (1, "Иванов")),
        name(Kind.PER, "Petrov", (2, "Петров")),
    )
    assert choose(translated, Budget(2, 80), Weights(position=0)) == (0, 2)


def test_the_first_date_is_worth_a_place() -> None:
    """A brief says when."""
    rows = [
        MINISTER,
        ("Завод в Уфе строил Петров.", "Petrov built the plant in Ufa."),
        ("Завод в Уфе строили в марте.", "The plant in Ufa was built in March."),
    ]
    translated = article(
        rows,
        name(Kind.PER, "Petrov", (1, "Петров")),
        value(Kind.DATE, "March", Moment(month=3), (2, "в марте")),
    )
    assert choose(translated, Budget(2, 80), Weights(position=0)) == (0, 2)


def test_a_list_of_guests_is_worth_no_more_than_three_of_them() -> None:
    """Who sat at the table is not the news."""
    assert worth_of(range(8), [0.3] * 8) == worth_of(range(3), [0.3] * 3)


def test_no_names_are_worth_nothing() -> None:
    """As where all that a sentence names was told before."""
    assert worth_of(frozenset(), [0.3]) == 0


def test_which_crisis_is_not_left_to_be_guessed() -> None:
    """Of two like sentences the one that explains itself is chosen."""
    rows = [
        MINISTER,
        ("Кризис длится.", "The crisis goes on and on."),
        ("Завод спасли от этого кризиса.", "The plant was saved from this crisis."),
        ("Завод спасли от большого кризиса.", "The plant was saved from a big crisis."),
    ]
    weights = Weights(position=0, redundancy=0)
    assert choose(article(rows), Budget(2, 80), weights) == (0, 3)


@pytest.mark.parametrize(
    "scrap",
    [
        ("МОСКВА, 9 июл ПРАЙМ.", "Moscow, 9 July PRIME."),
        ("КИЕВ. 9 июля. УНН.", "Kyiv. 9 July. UNN."),
        ("Борис Джонсон.", "Boris Johnson."),
        ("Фото: GLOBAL LOOK press/Dinendra Haria", "Photo: GLOBAL LOOK press/Dinendra Haria"),
    ],
)
def test_a_dateline_or_a_caption_is_no_sentence_of_a_brief(scrap: tuple[str, str]) -> None:
    """All were, in briefs of the embedded model."""
    assert 0 not in choose(article([scrap, MINISTER, PLANT, MONEY]), WIDE)
