"""English places that Russian writes with a hyphen: «Эджвер-роуд» is Edgware Road, «Лейк-Плэсид»
Lake Placid."""

from __future__ import annotations

from itertools import product

from summarizer.entities.known import gazetteer, given_names
from summarizer.entities.naming import foreign
from summarizer.entities.russian.morphology import is_common_noun, plain

_FIRST = {
    "форт": ("Fort", "Ft."),
    "порт": ("Port",),
    "лейк": ("Lake",),
    "маунт": ("Mount", "Mt."),
    "нью": ("New",),
    "сент": ("St.", "St", "Saint"),
    "ист": ("East",),
    "вест": ("West",),
    "уэст": ("West",),
    "норт": ("North",),
    "саут": ("South",),
    "грейт": ("Great",),
    "литл": ("Little",),
}
_LAST = {
    "стрит": "Street", "авеню": "Avenue", "роуд": "Road", "лейн": "Lane", "драйв": "Drive",
    "сквер": "Square", "плейс": "Place", "плаза": "Plaza", "плаз": "Plaza", "корт": "Court",
    "хаус": "House", "холл": "Hall", "билдинг": "Building", "тауэр": "Tower", "гейт": "Gate",
    "парк": "Park", "гарден": "Garden", "гарденс": "Gardens", "бридж": "Bridge", "кросс": "Cross",
    "сити": "City", "каунти": "County", "бич": "Beach", "бей": "Bay", "бэй": "Bay",
    "айленд": "Island", "пойнт": "Point", "ривер": "River", "крик": "Creek", "лейк": "Lake",
    "фолс": "Falls", "спрингс": "Springs", "хилл": "Hill", "хиллс": "Hills", "хиллз": "Hills",
    "хайтс": "Heights", "ридж": "Ridge", "рок": "Rock", "маунтин": "Mountain", "вейл": "Vale",
    "вэлли": "Valley", "плейнс": "Plains",
}  # fmt: skip
_MOST = 12


def spellings(russian: str) -> tuple[str, ...]:
    """Likeliest first; () for what is no such place."""
    parts = russian.split("-")
    if not 1 < len(parts) < 4 or " " in russian or not russian[0].isupper():
        return ()
    if parts[-1].islower() and is_common_noun(parts[0]):
        return ()  # «Бизнес-парк»
    first, last = _FIRST.get(plain(parts[0]), ()), _LAST.get(plain(parts[-1]), "")
    if not first and not last:
        return ()
    inner = parts[bool(first) : len(parts) - bool(last)]
    options = [first or (), *map(_own, inner), (last,) if last else ()]
    if not inner or not all(options[1:-1]):
        return ()
    found = product(*(option for option in options if option))
    return tuple(" ".join(words) for words in found)[:_MOST]


def _own(part: str) -> tuple[str, ...]:
    """By a table where one has it: «Вашингтон-сквер», «Смит-сквер»."""
    place = gazetteer.find_common(part)
    if place is not None:
        return (place.english,)
    row = given_names.find(part)
    given = (row.english,) if row and row.is_foreign else ()
    return given or given_names.foreign_surname(part)[:2] or foreign.spellings(part)[:3]
