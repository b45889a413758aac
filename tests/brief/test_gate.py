"""What a brief sentence may name."""

from datetime import date
from decimal import Decimal

import pytest

from summarizer.brief.gate import unsupported
from summarizer.types import Kind, TranslatedArticle
from summarizer.values import Amount, Moment
from tests.brief.build import article, name, value

MEETING = (
    "Имангали Тасмагамбетов встретился с Рустамом Миннихановым в Астане 29 декабря 2014 г.",
    "Imangali Tasmagambetov met Rustam Minnikhanov in Astana on December 29, 2014.",
)
MONEY = (
    "КАМАЗ получил 12,5 млрд рублей, на 5 % больше, и 14 Ми-17В5.",
    "KAMAZ received 12.5 billion rubles, 5% more, and 14 Mi-17V5 helicopters.",
)
POWDER = ("Порох даст завод в Казани.", "A plant in Kazan will supply the powder.")
RUBLES = Amount(Decimal("12.5e9"), Decimal("12.5e9"), "RUB")


@pytest.fixture
def translated() -> TranslatedArticle:
    return article(
        [MEETING, MONEY, POWDER],
        name(Kind.PER, "Imangali Tasmagambetov", (0, "Тасмагамбетов"), accepted=["Tasmagambetov"]),
        name(Kind.PER, "Rustam Minnikhanov", (0, "Миннихановым"), accepted=["Minnikhanov"]),
        name(Kind.LOC, "Astana", (0, "Астане")),
        name(Kind.LOC, "Kazan", (2, "Казани")),
        name(Kind.ORG, "KAMAZ", (1, "КАМАЗ"), accepted=["KamAZ"]),
        name(Kind.LATIN, "Mi-17V5", (1, "Ми-17В5")),
        value(Kind.MONEY, "12.5 billion rubles", RUBLES, (1, "12,5 млрд рублей")),
        value(Kind.DATE, "December 29, 2014", Moment(2014, 12, 29), (0, "29 декабря 2014 г.")),
        day=date(2014, 12, 30),
    )


def gate(translated: TranslatedArticle, text: str, *positions: int) -> tuple[str, ...]:
    support = [translated.translations[p] for p in positions]
    return unsupported(text, support, translated.ledger)


@pytest.mark.parametrize(
    ("text", "position"),
    [
        ("Tasmagambetov met Minnikhanov.", 0),
        ("President Rustam Minnikhanov was in Astana.", 0),
        ("They met in December 2014.", 0),
        ("They met on Dec. 29.", 0),
        ("KamAZ received 12.5bn rubles, 5 percent more.", 1),
        ("KAMAZ's fourteen Mi-17V5 were bought.", 1),
        ("The article appeared on December 30, 2014.", 2),
        ("One plant in Kazan will supply the powder.", 2),
        ("Nothing is named here.", 2),
    ],
)
def test_what_the_support_names_stands(
    translated: TranslatedArticle, text: str, position: int
) -> None:
    """In the words of the translation, in an accepted form, or as the article's date."""
    assert gate(translated, text, position) == ()


@pytest.mark.parametrize(
    ("text", "position", "strange"),
    [
        ("Rustam Tasmagambetov was in Astana.", 0, "Rustam Tasmagambetov"),
        ("Imangali Minnikhanov was in Astana.", 0, "Imangali Minnikhanov"),
        ("Minnikhanov was in Almaty.", 0, "Almaty"),
        ("Tasmagambetov received it.", 1, "Tasmagambetov"),
        ("They met on December 28.", 0, "December 28"),
        ("They met in 2015.", 0, "2015"),
        ("KAMAZ received 12.5 million rubles.", 1, "12.5 million rubles"),
        ("KAMAZ received 12.5 billion dollars.", 1, "12.5 billion dollars"),
        ("KAMAZ received 6% more.", 1, "6%"),
        ("KAMAZ received 29 Mi-17V5.", 1, "29"),
        ("KAMAZ received Mi-17V6 helicopters.", 1, "Mi-17V6"),
        ("The Kazan Horse Plant will supply it.", 2, "Kazan Horse Plant"),
        ("A завод in Kazan will supply it.", 2, "завод"),
    ],
)
def test_what_the_support_does_not_name_is_found(
    translated: TranslatedArticle, text: str, position: int, strange: str
) -> None:
    """Two men mixed, a neighbour's fact, a wrong scale, unit, day or model, Russian left over."""
    assert gate(translated, text, position) == (strange,)


def test_each_is_named_once_in_the_order_of_the_text(translated: TranslatedArticle) -> None:
    """A reader of the note finds them one after the other."""
    text = "Almaty, 7% and Almaty again, Omsk."
    assert gate(translated, text, 0) == ("Almaty", "7%", "Omsk")


def test_the_form_of_the_ledger_stands_even_where_the_translation_has_another() -> None:
    """A name missing from the translation but known from the Russian is no invention."""
    translated = article(
        [("Тасмагамбетов рад.", "The minister is glad.")],
        name(Kind.PER, "Imangali Tasmagambetov", (0, "Тасмагамбетов")),
    )
    assert gate(translated, "Imangali Tasmagambetov is glad.", 0) == ()
    assert gate(translated, "Ivan Tasmagambetov is glad.", 0) == ("Ivan Tasmagambetov",)


def test_a_year_that_the_source_does_not_give_is_found() -> None:
    """«29 декабря» is not "December 29, 1999"."""
    translated = article([("Это было 29 декабря.", "It was on December 29.")])
    assert gate(translated, "It was on December 29, 1999.", 0) == ("December 29, 1999",)


def test_a_date_of_the_title_counts() -> None:
    """What the title says is said of every sentence."""
    translated = article(
        [("Снег идёт.", "It is snowing.")],
        value(Kind.DATE, "March 5", Moment(month=3, day=5), (0, "5 марта")),
        title=("Снег 5 марта", "Snow on March 5"),
    )
    assert gate(translated, "It was snowing on March 5.", 1) == ()
