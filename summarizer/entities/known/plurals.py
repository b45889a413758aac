"""The plural of an English noun or phrase, for the terms and glosses that stand in the plural."""

from __future__ import annotations

import re
from functools import lru_cache

# what follows the noun: "members of parliament", "mothers-in-law", "executions by shooting"
_TAIL = re.compile(r"(?: (?:of|for|in|on|from|to|not|by|against)|-in-(?:law|chief))\b.*")
_IRREGULAR = {
    "ambassador extraordinary and plenipotentiary": "ambassadors extraordinary and plenipotentiary",
    "bomb shelter": "bomb shelters",
    "calf": "calves",
    "chargé d'affaires": "chargés d'affaires",
    "child": "children",
    "climate change": "climate change",
    "consul general": "consuls general",
    "criterion": "criteria",
    "foot": "feet",
    "goose": "geese",
    "half": "halves",
    "knife": "knives",
    "leaf": "leaves",
    "loaf": "loaves",
    "mouse": "mice",
    "persona non grata": "personae non gratae",
    "prosecutor general": "prosecutors general",
    "quiz": "quizzes",
    "scarf": "scarves",
    "shelf": "shelves",
    "thief": "thieves",
    "tooth": "teeth",
    "wife": "wives",
    "wolf": "wolves",
}
_UNCOUNTABLE = frozenset(
    "precipitation wreckage revenue fraud embezzlement shelter military shipbuilding gunpowder"
    " overthrow shelling joblessness pneumonia"
    # law and politics
    " accused aid alimony asylum blackmail bribery complicity criminalization decriminalization"
    " defense disarmament dissent espionage evasion evidence extortion harassment harm hooliganism"
    " homeless imprisonment incitement integrity labor laundering law liability looting molestation"
    " negligence non-proliferation officialdom pedophilia perjury planning sabotage separatism"
    " slander smuggling stalking stuffing suffrage trafficking treason"
    # war and accidents
    " aircraft ammunition armor camouflage clearance desertion flooding hazing ice infantry"
    " mobilization monoxide permafrost warming weightlessness"
    # health
    " anthrax asphyxiation bleeding care chickenpox dehydration dementia fertilization fever flu"
    " frostbite HIV hypothermia monkeypox mortality poisoning rubella self-isolation smallpox"
    " surrogacy"
    # economy, sport and the rest
    " bison butter capital cattle commissioning construction deer doping farming farmland gas"
    " jumping Lent logging milk moose oil overtime poaching procurement reindeer shooting skating"
    " skiing sowing staff substitution swimming time trade VAT weightlifting wrestling"
    " gear media spacecraft".split()
)
# the first that matches is applied
_ENDINGS = (
    (r"(children|people|(?<!speci)(?<!abdo)(?<!regi)men)$", r"\1"),
    (r"(thes|cris|analys|diagnos|oas|bas)is$", r"\1es"),
    (r"(us|lens|gas|ss)$", r"\1es"),
    (r"s$", "s"),  # in the plural already, or without any
    (r"((?:sha|hu|Ger|Ro|Nor|talis|cai|ata|otto)man)$", r"\1s"),
    (r"man$", "men"),
    (r"((?:mon|patri|matri)arch|stomach|eunuch)$", r"\1s"),
    (r"(hero|veto|potato|tomato|echo|torpedo|volcano|mosquito|embargo|cargo|tornado)$", r"\1es"),
    (r"(ch|sh|x|z)$", r"\1es"),
    (r"([^aeiou])y$", r"\1ies"),
    (r"$", "s"),
)
_RULES = [(re.compile(ending, re.IGNORECASE), many) for ending, many in _ENDINGS]


@lru_cache(maxsize=5_000)
def plural(english: str) -> str:
    """ "air traffic controllers", "members of parliament"; what has no plural or is one stays."""
    if english.endswith('"'):
        return english
    if found := _TAIL.search(english):
        return plural(english[: found.start()]) + found.group()
    for one, many in _IRREGULAR.items():
        if english.lower().endswith(one):
            return f"{english[: -len(one)]}{many}"
    if english.split()[-1] in _UNCOUNTABLE:
        return english
    ending, many = next(rule for rule in _RULES if rule[0].search(english))
    return ending.sub(many, english, count=1)
