"""The main job on the user's own article: what a reader of the Russian would check by hand."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from summarizer import Summarizer
from summarizer.errors import MissingDependencyError, ModelNotFoundError
from summarizer.evaluate.articles import capitalised
from summarizer.options import Options
from summarizer.types import Brief, Kind, Ledger, Translation

CYRILLIC = re.compile(r"[Ѐ-ӿ]")

# Russian as it stands in the article, and what its English sentence must say of it
PEOPLE = {
    "Имангали Тасмагамбетов в ходе": ["Imangali Tasmagambetov"],
    "Рустамом Миннихановым": ["Rustam Minnikhanov"],
    "Михаил Бочарников": ["Mikhail Bocharnikov"],
    "Равиль Зарипов, генеральный": ["Ravil Zaripov"],
    "Сергей Когогин": ["Serge[iy] Kogogin", "KAMAZ"],
    "Ренат Мистахов": ["Renat Mistakhov", "Gorky"],
    "Радик Хасанов": ["Radik Khasanov", "POZIS"],
    "Борис Тихомиров": ["Boris Tikhomirov"],
    "Валерий Пашко": ["Valery Pashko"],
}
THINGS = {
    "Казанский пороховой завод": ["[Gg]unpowder"],
    "с заводом им.Горького": ["Gorky"],
    "Ми-17В5": ["Mi-17V5"],
    "в январе 2015 года": ["January", "2015"],
    "«КАМАЗом»": ["KAMAZ"],
}
# every name that a brief of the article may have, in words
NAMES = frozenset(
    "Imangali Tasmagambetov Rustam Minnikhanov Mikhail Bocharnikov Ravil Zaripov Sergei Sergey"
    " Kogogin Renat Mistakhov Radik Khasanov Boris Tikhomirov Valery Pashko Tatarstan Tatar"
    " Kazakhstan Kazakhstani Kazakh Kazakhs Astana Kazan Russia Russian Republic KAMAZ Gorky POZIS"
    " Giproniiaviaprom Gipronniiaviaprom Helicopter Helicopters Gunpowder Powder Plant Factory IT"
    " Mi-17V5 Aviation Technical Center Centre Minister Ministry Defence Defense President Deputy"
    " Prime Vice Premier Vice-Premier Industry Trade Ambassador Extraordinary Plenipotentiary"
    " General Director Military CEO".split()
)
NUMBERS = {"29", "2014", "2015", "17"}


@pytest.fixture(scope="module")
def summarizer() -> Summarizer:
    """The product as it comes; the embedded model must be at hand."""
    made = Summarizer(Options(whole=True))  # every sentence, for the tests of the translation
    try:
        _ = made.translator
    except (ModelNotFoundError, MissingDependencyError) as error:
        pytest.skip(str(error))
    return made


@pytest.fixture(scope="module")
def brief(summarizer: Summarizer, seed_article: Path) -> Brief:
    return summarizer.brief(seed_article)


@pytest.fixture(scope="module")
def translations(brief: Brief) -> tuple[Translation, ...]:
    """The brief rests on them; translating twice would only take twice as long."""
    return brief.translations


@pytest.fixture(scope="module")
def ledger(seed_article: Path) -> Ledger:
    return Summarizer().entities(seed_article)


@pytest.mark.model
def test_the_brief_names_who_met_where_and_when(brief: Brief) -> None:
    """Both countries, both principals in full, the date; in English letters."""
    for name in ("Tatarstan", "Kazakhstan", "Imangali Tasmagambetov", "Rustam Minnikhanov"):
        assert name in brief.text
    assert re.search(r"December 29|29 December", brief.text)
    assert not CYRILLIC.search(brief.title + brief.text)


@pytest.mark.model
def test_the_brief_is_brief(brief: Brief) -> None:
    """Three sentences and eighty words at most, each resting on sentences of the article."""
    assert 1 <= len(brief.sentences) <= 3
    assert len(brief.text.split()) <= 80
    assert all(sentence.sources for sentence in brief.sentences)


@pytest.mark.model
def test_nothing_in_the_brief_is_invented(brief: Brief) -> None:
    """No person, body or number that the article does not have."""
    strange = {word for word in capitalised(brief.text) if not set(re.split("-", word)) <= NAMES}
    assert strange - NAMES == set()
    assert set(re.findall(r"\d+", brief.text)) <= NUMBERS


@pytest.mark.model
def test_every_sentence_comes_out_once_and_in_order(
    translations: tuple[Translation, ...], ledger: Ledger
) -> None:
    """As many out as in, none empty."""
    sentences = tuple(translation.sentence for translation in translations)
    assert sentences == ledger.sentences
    assert [sentence.index for sentence in sentences] == list(range(len(sentences)))
    assert all(translation.text.strip() for translation in translations)


@pytest.mark.model
@pytest.mark.parametrize("russian", PEOPLE)
def test_a_person_keeps_name_and_company(
    translations: tuple[Translation, ...], russian: str
) -> None:
    """All nine of the delegations, the principals among them."""
    english = english_of(translations, russian).text
    assert [form for form in PEOPLE[russian] if not re.search(form, english)] == []


@pytest.mark.model
@pytest.mark.parametrize("russian", THINGS)
def test_what_was_said_is_said_or_flagged(
    translations: tuple[Translation, ...], russian: str
) -> None:
    """Plants, a helicopter's designation, a month: right in the English, or marked as not."""
    translation = english_of(translations, russian)
    wrong = [form for form in THINGS[russian] if not re.search(form, translation.text)]
    assert not wrong or translation.is_flagged, translation.text


@pytest.mark.model
def test_no_russian_is_left_unflagged(translations: tuple[Translation, ...]) -> None:
    """A sentence with Cyrillic letters in its English says that it is not reliable."""
    left = [item for item in translations if CYRILLIC.search(item.text)]
    assert all(item.is_flagged for item in left)


def test_one_company_is_one_entity(ledger: Ledger) -> None:
    """«ОАО «КАМАЗ»», «КАМАЗом» and «КАМАЗа»."""
    kamaz = [entity for entity in ledger.entities if "камаз" in entity.name.lower()]
    assert [entity.english for entity in kamaz] == ["KAMAZ"]
    assert len(kamaz[0].mentions) == 3


def test_initials_and_acronyms_find_their_entity(ledger: Ledger) -> None:
    """«Р.Минниханов» is Rustam Minnikhanov, «РТ» is Tatarstan."""
    assert english_of_mention(ledger, "Р.Минниханов") == {"Rustam Minnikhanov"}
    assert english_of_mention(ledger, "РТ") == {"Tatarstan"}


def test_an_office_is_not_a_person(ledger: Ledger) -> None:
    """«Чрезвычайный и Полномочный посол» holds nobody's name."""
    people = [entity for entity in ledger.entities if entity.kind is Kind.PER]
    assert [entity.name for entity in people if "Чрезвычайн" in entity.name] == []
    assert len(people) == 9


def english_of(translations: tuple[Translation, ...], russian: str) -> Translation:
    """The translation of the one sentence that has this piece of Russian."""
    (found,) = [item for item in translations if russian in item.sentence.text]
    return found


def english_of_mention(ledger: Ledger, russian: str) -> set[str]:
    """English names of the entities that a piece of Russian is a mention of."""
    return {
        entity.english
        for entity in ledger.entities
        for mention in entity.mentions
        if mention.text == russian
    }
