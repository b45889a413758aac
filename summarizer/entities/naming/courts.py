"""Courts and prosecutors of Russian districts, towns and regions: «Ленинский районный суд»."""

from __future__ import annotations

from summarizer.entities.known import gazetteer, places
from summarizer.entities.known.entry import Entry
from summarizer.entities.letters.romanise import romanise
from summarizer.entities.russian.morphology import forms, like, readings, words

# as Interfax and TASS write them; a town or region gives its name, a district its Russian adjective
_LEVELS = {
    ("районный",): ("District", False),
    ("межрайонный",): ("Interdistrict", False),
    ("городской",): ("City", True),
    ("областной",): ("Regional", True),
    ("краевой",): ("Territorial", True),
    ("гарнизонный", "военный"): ("Garrison Military", True),
    ("окружной", "военный"): ("District Military", False),
    (): ("", False),
}
_BODIES = {"суд": "Court", "прокуратура": "Prosecutor's Office"}
# of courts without a level: «Верховный суд», «Конституционный суд» are no districts
_OF_A_PLACE = ("ский", "цкий")
_TOWNS = ("ск", "ь", "", "а", "о", "и", "ы")  # «ангарский» is of Angarsk, «сызранский» of Syzran


def spellings(russian: str) -> tuple[str, ...]:
    """English names, likeliest first, or () for what is no such body."""
    found = words(russian)
    if len(found) < 2:
        return ()
    first, *level, last = found
    body = next((_BODIES[form] for form in forms(last) if form in _BODIES), "")
    key = tuple(readings(word)[0].lemma for word in level)
    if not body or key not in _LEVELS or not first[0].isupper():
        return ()
    name, is_of_town = _LEVELS[key]
    adjective = like(first, readings(first)[0].lemma)
    town = _town(adjective) if key == ("городской",) else None
    town = town or places.find_by_adjective(first)
    if not name and (town or not adjective.endswith(_OF_A_PLACE)):
        return ()  # «лондонский суд» is any court of London
    own = romanise(adjective)
    bearers = [own, town.english] if town else [own]
    if is_of_town:
        bearers.reverse()
    levels = (name, "") if name == "District" else (name,)
    found = [" ".join(filter(None, (of, level, body))) for level in levels for of in bearers]
    return tuple(dict.fromkeys(found))


def _town(adjective: str) -> Entry | None:
    stem = adjective.removesuffix("ский")
    found = (gazetteer.find(f"{stem}{ending}") for ending in _TOWNS)
    return next((entry for entry in found if entry), None)
