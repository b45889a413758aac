"""Mentions of one thing go together."""

from __future__ import annotations

import pytest

from summarizer.entities.clusters import cluster
from summarizer.entities.mention import Name
from summarizer.types import Kind


def clusters(kind: Kind, *texts: str) -> list[list[str]]:
    """The groups that mentions with these texts make, each with its texts in order."""
    names = [
        Name(start, start + len(text), text, 0, kind, text)
        for start, text in zip(range(0, 10_000, 100), texts, strict=False)
    ]
    return [[name.text for name in group.names] for group in cluster(names)]


@pytest.mark.parametrize(
    "texts",
    [
        ("Рустамом Миннихановым", "Р.Минниханов", "Минниханову"),
        ("Сергей Петрович Иванов", "Сергеем Ивановым", "С. П. Иванова", "Иванов"),
        ("Терезы Мэй", "Мэй", "Т. Мэй"),
        ("Валерия Пашко", "Валерий Пашко"),  # the first alone could be a woman
        ("Когогина", "Сергей Когогин"),  # a lone surname before the full name
        ("Асия Биби", "Биби", "Асию"),
        ("Александр Лукашенко", "Лукашенко", "Александра Лукашенко"),
    ],
)
def test_one_person(texts: tuple[str, ...]) -> None:
    """Inflection, initials, patronymics, the surname alone."""
    assert clusters(Kind.PER, *texts) == [list(texts)]


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        (("Дмитрий Медведев", "Анна Медведева"), 2),
        (("Борис Джонсон", "Линдон Джонсон"), 2),
        (("А. Иванов", "Б. Иванов"), 2),
        (("Дональд Трамп", "Мелания Трамп", "Барак Обама"), 3),
    ],
)
def test_different_people(texts: tuple[str, ...], count: int) -> None:
    """One surname is not one person."""
    assert len(clusters(Kind.PER, *texts)) == count


def test_lone_surname_goes_to_the_last_who_fits() -> None:
    """«Трамп» after Melania was named is Melania's; «Медведева» is a woman's."""
    assert clusters(Kind.PER, "Дональд Трамп", "Трамп", "Мелания Трамп", "Трамп") == [
        ["Дональд Трамп", "Трамп"],
        ["Мелания Трамп", "Трамп"],
    ]


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        (Kind.ORG, ("ОАО «КАМАЗ»", "КАМАЗом", "«КАМАЗа»")),
        (Kind.ORG, ("Нижегородский моторный завод", "НМЗ")),
        (Kind.ORG, ("Министерства обороны", "Минобороны")),
        (Kind.ORG, ("Организация Объединенных Наций", "ООН")),
        (Kind.LOC, ("Татарстан", "РТ", "Республике Татарстан")),
        (Kind.LOC, ("России", "РФ", "Российской Федерации")),
        (Kind.LOC, ("Верхней Салде", "Верхняя Салда")),
        (Kind.LOC, ("Ломбоке", "Ломбока", "Ломбок")),  # no table has it
        (Kind.ORG, ("«Ромашкинторгом»", "ООО «Ромашкинторг»")),
    ],
)
def test_one_thing(kind: Kind, texts: tuple[str, ...]) -> None:
    """Legal forms, quotes, acronyms known or defined by their initials, short forms."""
    assert clusters(kind, *texts) == [list(texts)]
