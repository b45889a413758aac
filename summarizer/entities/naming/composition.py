"""Names of places made from a common noun and a proper part: «улица Ленина», «Приморский район»."""

from __future__ import annotations

import re

from summarizer.entities.known import gazetteer, places
from summarizer.entities.letters.romanise import romanise
from summarizer.entities.russian.declension import surname_forms
from summarizer.entities.russian.morphology import (
    forms,
    is_common_noun,
    is_known,
    like,
    plain,
    readings,
    words,
)
from summarizer.entities.russian.organisations import nominative

# Russian head noun: English, and whether it stands first («Lake Ladoga»)
_HEADS = {
    "улица": ("Street", False),
    "проспект": ("Avenue", False),
    "бульвар": ("Boulevard", False),
    "площадь": ("Square", False),
    "набережная": ("Embankment", False),
    "шоссе": ("Highway", False),
    "переулок": ("Lane", False),
    "проезд": ("Passage", False),
    "аллея": ("Alley", False),
    "мост": ("Bridge", False),
    "станция": ("Station", False),
    "район": ("District", False),
    "округ": ("District", False),
    "область": ("Region", False),
    "край": ("Region", False),  # Territory in Russia alone, whose territories a table has
    "регион": ("Region", False),
    "провинция": ("Province", False),
    "воеводство": ("Province", False),
    "губерния": ("Province", False),
    "штат": ("", False),
    "графство": ("County", False),
    "остров": ("Island", False),
    "острова": ("Islands", False),
    "полуостров": ("Peninsula", False),
    "залив": ("Bay", False),
    "пролив": ("Strait", False),
    "море": ("Sea", False),
    "пустыня": ("Desert", False),
    "долина": ("Valley", False),
    "канал": ("Canal", False),
    "водохранилище": ("Reservoir", False),
    "река": ("River", False),
    "озеро": ("Lake", True),
    "горы": ("Mountains", False),
    "гора": ("Mount", True),
    "хребет": ("Range", False),
    "ущелье": ("Gorge", False),
    "ущелие": ("Gorge", False),
    "аэропорт": ("Airport", False),
    "город": ("", False),
    "село": ("", False),
    "деревня": ("", False),
    "поселок": ("", False),
    "станица": ("", False),
}


# streets keep their Russian adjective («Ярославское шоссе» is Yaroslavskoye Highway), lands and
# waters take the English one («Корейский полуостров» is the Korean Peninsula)
_STREETS = frozenset("Street Avenue Boulevard Square Embankment Highway Lane Passage Alley".split())

# and mountains take the name in it: «Кодарские горы» are the Kodar Mountains
_MOUNTAINS = frozenset("Mountains Range Gorge".split())
_MOUNTAIN_NAME = re.compile(r"(?<=\w{3})ск(?:ий|ая|ое|ие)$")

_SIDES = {
    "северный": ("North", "Northern"),
    "южный": ("South", "Southern"),
    "восточный": ("East", "Eastern"),
    "западный": ("West", "Western"),
    "центральный": ("Central",),
    "большой": ("Greater",),
    "северо-западный": ("Northwest", "Northwestern", "North-West", "North-Western"),
    "северо-восточный": ("Northeast", "Northeastern", "North-East", "North-Eastern"),
    "юго-западный": ("Southwest", "Southwestern", "South-West", "South-Western"),
    "юго-восточный": ("Southeast", "Southeastern", "South-East", "South-Eastern"),
}


# «Южный округ», «Сибирский военный округ»: words that English translates
_ORDINARY = frozenset(
    "северный южный восточный западный центральный средний верхний нижний новый старый большой "
    "малый военный морской первый второй третий четвертый "
    "пятый шестой седьмой восьмой девятый десятый автономный федеральный муниципальный городской "
    "избирательный".split()
)


def compose(russian: str) -> tuple[str, ...]:
    """English names for a place with a known head noun, likeliest first, or ().

    The proper part alone comes last: it is what the English must have.
    """
    parts = words(russian)
    for index, word in enumerate(parts):
        head = next((form for form in forms(word) if form in _HEADS), None)
        if head and len(parts) > 1:
            others = parts[:index] + parts[index + 1 :]
            if any(map(_is_no_name, others)):
                return ()
            spelt = _spelt(others, *_HEADS[head], is_genitive=index == 0)
            # «остров Русский» is Russky Island: what follows its noun is a name
            translated = _by_adjective(others, *_HEADS[head]) if index else ()
            is_street = _HEADS[head][0] in _STREETS
            both = (*spelt, *translated) if is_street else (*translated, *spelt)
            return tuple(dict.fromkeys(both))
    return ()


def on_a_side(russian: str) -> tuple[str, ...]:
    """«Южный Матабелеленд» is South Matabeleland: English names for a side of a known place."""
    first, _, rest = russian.partition(" ")
    side = next((_SIDES[form] for form in forms(first) if form in _SIDES), ())
    place = gazetteer.find(rest) if side and rest[:1].isupper() else None
    if place is None:
        return ()
    names = (place.english, *place.accepted)
    whole = tuple(f"{word} {name}" for name in names for word in (*side, *map(str.lower, side)))
    # "the St. Louis area" is Greater St. Louis
    return (*whole, place.english) if side == _SIDES["большой"] else whole


def _by_adjective(others: list[str], noun: str, stands_first: bool) -> tuple[str, ...]:
    """«Корейский полуостров» is the Korean Peninsula; () where no table has the adjectives."""
    parts = others[0].split("-") if len(others) == 1 and noun else []
    found = [_english_adjective(part) for part in parts]
    side = _SIDES.get(f"{plain(parts[0])[:-1]}ый") if len(parts) > 1 else None
    if side and found[1] and (place := places.find_by_adjective(parts[1])):
        # «Западно-Казахстанская область» is West Kazakhstan Region
        return tuple(f"{word} {place.english} {noun}" for word in side)
    if not found or not all(found):
        return ()
    joined = "-".join(found)
    return (f"{noun} {joined}" if stands_first else f"{joined} {noun}", joined)


def _english_adjective(word: str) -> str:
    """Also of the first part of «Волжско-Уральский», which ends in -о."""
    whole = f"{word[:-1]}ий" if word.endswith(("ско", "цко")) else word
    entry = places.find_by_adjective(whole)
    return entry.adjective or entry.english if entry else ""


def _is_no_name(word: str) -> bool:
    """«Девятый административный район» is the Ninth Ward: nothing of it is spelt out."""
    return word.islower() or bool(_ORDINARY & {*forms(word)}) or _is_plain_noun(word)


def _is_plain_noun(word: str) -> bool:
    return is_common_noun(word) and readings(word)[0].pos == "NOUN"


def is_descriptive(russian: str) -> bool:
    """Only ordinary words: «Центральная Африканская Республика», «Фонд»; not «Верхняя Салда»."""
    parts = words(russian)
    if len(parts) == 1:
        return is_common_noun(parts[0])
    return all(is_known(word) for word in parts)


def _spelt(
    parts: list[str], noun: str, stands_first: bool, *, is_genitive: bool
) -> tuple[str, ...]:
    proper = romanise(name := nominative(" ".join(parts)))
    bases = [proper]
    if noun in _MOUNTAINS and _MOUNTAIN_NAME.search(name):
        bases = [romanise(_MOUNTAIN_NAME.sub("", name)), proper]
    if is_genitive and len(parts) == 1:
        # «улица Ленина» is Lenin Street, in some papers Lenina Street
        surname = surname_forms(parts[0])[0]
        bases = list(dict.fromkeys((romanise(like(parts[0], surname.nominative)), proper)))
    full = [f"{noun} {base}" if stands_first else f"{base} {noun}" for base in bases]
    return tuple(dict.fromkeys(name.strip() for name in (*full, *bases)))
