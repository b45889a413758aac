"""Is what the recogniser found a name at all, or an ordinary word with a capital?"""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.entities.known import bodies, gazetteer, places
from summarizer.entities.known.terms import is_term
from summarizer.entities.russian.declension import is_spelt_by_table
from summarizer.entities.russian.morphology import (
    PROPER,
    is_common_noun,
    is_known,
    plain,
    readings,
)
from summarizer.entities.russian.organisations import is_legal_form
from summarizer.entities.russian.persons import is_person
from summarizer.entities.values.russian_compounds import compound
from summarizer.types import Kind

_ADVERB = re.compile(r"(?:Во?|По|На|Из|Кое)-[а-яё]+")
_PREFIX = re.compile(r"^(?:спец|гос|вице|экс|кибер|нарко|энерго|видео|авиа|авто|био|мини|супер)-?")
_PROFESSION = re.compile(r"\w{2,}(?:олог|овед)(?:а|у|ом|е)?")  # the dictionary lacks many


@lru_cache(maxsize=10_000)
def is_title(word: str) -> bool:
    """Nouns and adjectives of the dictionary; adjectives and professions that it lacks; adverbs
    («Сегодня Розенталь»)."""
    if is_common_noun(word) or _PROFESSION.fullmatch(word):
        return True
    found = readings(word)
    if all(reading.is_known and reading.pos == "ADVB" for reading in found):
        return True
    return all(reading.pos == "ADJF" and not reading.tags & PROPER for reading in found)


@lru_cache(maxsize=10_000)
def is_name(name: str, kind: Kind, *, is_first: bool) -> bool:
    if not any(char.isupper() for char in name) or is_legal_form(name):
        return False
    if not is_known(name) and compound(plain(name)):
        return False  # «Тридцатитрёхлетний»
    if kind is Kind.PER and _is_ordinary(name, is_first=is_first):
        return False
    if not name.isupper() and " " not in name and _is_other_word(name):
        return bool(places.find_by_adjective(name)) and kind is not Kind.PER
    if " " in name:
        return not (is_first and _opens_with_verb(name))
    if is_person(name) or is_spelt_by_table(name):
        return True
    if kind is Kind.PER:
        return not (is_title(name) and (is_first or is_term(name)))  # «стала Госсекретарем»
    return not is_first or name.isupper() or not _is_dictionary_word(name) or _is_in_tables(name)


def _is_ordinary(name: str, *, is_first: bool) -> bool:
    """No person: «с Шотландскими клиентами»; at the beginning «Во-многом», «Усиливающий»."""
    found = readings(name)
    is_plural_adjective = all(r.is_known and r.pos == "ADJF" and r.is_plural for r in found)
    if is_plural_adjective or not is_first:
        return is_plural_adjective
    is_participle = found[0].pos == "PRTF" and not is_spelt_by_table(name)
    # «Понаслаждался победой»: the dictionary lacks the verb, its ending says what it is
    is_reflexive = found[0].pos == "VERB" and name.endswith(("ся", "сь"))
    return is_participle or is_reflexive or bool(_ADVERB.fullmatch(name))


def _opens_with_verb(name: str) -> bool:
    """«Увеличены площади под пшеницу» names no square."""
    return all(
        reading.is_known and reading.pos in ("PRTS", "VERB", "INFN", "GRND")
        for reading in readings(name.split()[0])
    )


def _is_dictionary_word(word: str) -> bool:
    """«Спор», «Спецпрокурор»: words that are never proper, and compounds of them."""
    stem = _PREFIX.sub("", word.lower())
    known = [reading for part in (word, stem) for reading in readings(part) if reading.is_known]
    return bool(known) and not any(reading.tags & PROPER for reading in known)


def _is_in_tables(name: str) -> bool:
    return bool(gazetteer.find_common(name) or bodies.find(name))


def _is_other_word(word: str) -> bool:
    """«Осыпает», «Чрезвычайный»: dictionary words that are never names."""
    return all(
        reading.is_known and reading.pos != "NOUN" and not reading.tags & PROPER
        for reading in readings(word)
    )
