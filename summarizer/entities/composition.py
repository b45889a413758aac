"""Names of places made from a common noun and a proper part: «улица Ленина», «Приморский район»."""

from __future__ import annotations

from summarizer.entities.declension import surname_forms
from summarizer.entities.morphology import forms, is_common_noun, is_known, like, readings, words
from summarizer.entities.organisations import nominative
from summarizer.entities.romanise import romanise

# Russian head noun: English, and whether it stands first («Lake Ladoga»)
_HEADS = {
    "улица": ("Street", False),
    "проспект": ("Avenue", False),
    "бульвар": ("Boulevard", False),
    "площадь": ("Square", False),
    "набережная": ("Embankment", False),
    "шоссе": ("Highway", False),
    "мост": ("Bridge", False),
    "станция": ("Station", False),
    "район": ("District", False),
    "округ": ("District", False),
    "область": ("Region", False),
    "край": ("Territory", False),
    "провинция": ("Province", False),
    "штат": ("", False),
    "графство": ("County", False),
    "остров": ("Island", False),
    "острова": ("Islands", False),
    "полуостров": ("Peninsula", False),
    "залив": ("Bay", False),
    "пролив": ("Strait", False),
    "море": ("Sea", False),
    "река": ("River", False),
    "озеро": ("Lake", True),
    "гора": ("Mount", True),
    "аэропорт": ("Airport", False),
    "город": ("", False),
    "село": ("", False),
    "деревня": ("", False),
    "поселок": ("", False),
    "станица": ("", False),
}


# «Южный округ», «Сибирский военный округ»: words that English translates
_ORDINARY = frozenset(
    "северный южный восточный западный центральный средний верхний нижний новый старый большой "
    "малый военный морской первый второй третий автономный федеральный муниципальный городской "
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
            if any(_ORDINARY & {*forms(other)} or _is_plain_noun(other) for other in others):
                return ()
            return _spelt(others, *_HEADS[head], is_genitive=index == 0)
    return ()


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
    proper = romanise(nominative(" ".join(parts)))
    bases = [proper]
    if is_genitive and len(parts) == 1:
        # «улица Ленина» is Lenin Street, in some papers Lenina Street
        surname = surname_forms(parts[0])[0]
        bases = list(dict.fromkeys((romanise(like(parts[0], surname.nominative)), proper)))
    full = [f"{noun} {base}" if stands_first else f"{base} {noun}" for base in bases]
    return tuple(dict.fromkeys(name.strip() for name in (*full, *bases)))
