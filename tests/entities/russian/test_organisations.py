"""Names of organisations: legal forms, quotes, acronyms, the nominative."""

from __future__ import annotations

import pytest

from summarizer.entities.russian import organisations
from summarizer.entities.russian.organisations import nominative, without_legal_form


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Министерства обороны Казахстана", "Министерство обороны Казахстана"),
        ("КАМАЗом", "КАМАЗ"),
        ("«Роснефтью»", "Роснефть"),
        ("ОАО «КАМАЗ»", "КАМАЗ"),
        ("Ассоциации врачей общей практики", "Ассоциация врачей общей практики"),
        ("Немецкого общества инфекционных болезней", "Немецкое общество инфекционных болезней"),
        ("Федерального верховного суда", "Федеральный верховный суд"),
        ("Высшего государственного совета", "Высший государственный совет"),
        ("Союзу писателей", "Союз писателей"),
        ("Казанского вертолетного завода", "Казанский вертолетный завод"),
        ("МИДа", "МИД"),
        ("ЕС", "ЕС"),
        # unknown names in a consonant stand as they are; in a case ending they do not
        ("«Хиберниан»", "Хиберниан"),
        ("Мерсисайд", "Мерсисайд"),
        ("«Кейпвеллом»", "Кейпвелл"),
        # of Dillon; Kufra and Sepulveda have an -a of their own
        ("Диллона", "Диллон"),
        ("Куфра", "Куфра"),
        ("Сепульведа", "Сепульведа"),
        ("УралМетКом", "УралМетКом"),  # no ablative of «Уралметок»
        ("Медиазона", "Медиазона"),
    ],
)
def test_nominative(text: str, name: str) -> None:
    """The head and its adjectives decline; what depends on them stays."""
    assert nominative(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("ОАО «КАМАЗ»", "КАМАЗ"),
        ("ОАО «Завод им.Горького", "Завод им.Горького"),  # as the seed article leaves it open
        ('ООО "Ромашка"', "Ромашка"),
        ("ФГУП НАМИ", "НАМИ"),
        ("АОЗТ", "АОЗТ"),
        ("Спартак", "Спартак"),
    ],
)
def test_legal_forms_and_quotes_are_stripped(text: str, name: str) -> None:
    """What is left is what English calls the company."""
    assert without_legal_form(text) == name


def test_initials_make_the_acronym() -> None:
    """Small words do not count."""
    assert organisations.initials("Казанский вертолетный завод") == "КВЗ"
    assert organisations.initials("Организация по запрещению химического оружия") == "ОЗХО"


@pytest.mark.parametrize("text", ["ОАО", "ФГАОУ ВО"])
def test_a_legal_form_alone_is_no_name(text: str) -> None:
    """The recogniser takes «ФГАОУ ВО» for a name."""
    assert organisations.is_legal_form(text)


@pytest.mark.parametrize(
    ("text", "answer"),
    [("КАМАЗом", True), ("МВД", True), ("Газпром", False), ("Christie's", False)],
)
def test_is_acronym(text: str, answer: bool) -> None:
    """Acronyms decline too."""
    assert organisations.is_acronym(text) is answer
