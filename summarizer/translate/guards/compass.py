"""Does the English look the way that the Russian looks: southwest, not southeast?

«На юго-западе США» came out as "in the southeastern United States", «к юго-западу от» as "west of".
"""

from __future__ import annotations

import re

_RUSSIAN = re.compile(
    r"\b(северо|юго)-?(запад|восто[кч])|\b(север|юг(?!о)|южн|запад|восто[кч])", re.IGNORECASE
)
_ENGLISH = re.compile(
    r"\b(north|south)[- ]?(west|east)|\b(north|south|west|east)(?:ern(?:most)?|erly|wards?)?\b",
    re.IGNORECASE,
)
_SIDES = {
    "север": "north", "северо": "north", "юг": "south", "юго": "south", "южн": "south",
    "запад": "west", "восток": "east", "восточ": "east",
}  # fmt: skip
_OPPOSITE = {"north": "south", "south": "north", "west": "east", "east": "west"}


def compass_suspicion(source: str, target: str) -> str:
    """Say which point of the compass became another one, "" for none."""
    english = {_side(match.groups()): match.group() for match in _ENGLISH.finditer(target)}
    if not english:
        return ""
    russian = {
        _side(tuple(_SIDES.get((part or "").lower(), "") for part in match.groups())): match.group()
        for match in _RUSSIAN.finditer(source)
    }
    for side, word in russian.items():
        for other, found in english.items():
            if other not in russian and side not in english and _is_turned(side, other):
                return f"it may be another side: “{found}” for «{word}»"
    return ""


def _side(parts: tuple[str | None, ...]) -> str:
    return " ".join(part.lower() for part in parts if part)


def _is_turned(side: str, other: str) -> bool:
    """Southeast or west for southwest, east for west; a person may call the southwest the south."""
    mine, theirs = side.split(), other.split()
    return any(_OPPOSITE[one] in theirs for one in mine)
