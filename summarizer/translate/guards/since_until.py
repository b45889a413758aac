"""Is a year still the end, or the beginning, of what the Russian says?

«Группа просуществовала до 1991 года» came out as "This group has existed since 1991": every word
and number is kept, and it says the opposite.
"""

from __future__ import annotations

import re

_ENGLISH = re.compile(r"\b(since|until|till)\s+(?:[A-Za-z]+\s+){0,2}((?:1[89]|20)\d\d)\b")
_DAY = r"(?:\d{1,2}\s+)?(?:[а-я]{3,8}\s+)?"
_OPPOSITE = {"since": "до", "until": "с", "till": "с"}


def since_until_suspicion(source: str, target: str) -> str:
    """Say which year begins what it should end, or ends what it should begin; "" for none."""
    for match in _ENGLISH.finditer(target):
        word, year = match.groups()
        # «до 1991», «с мая 2014», «до 29 декабря 2014»
        before = re.findall(rf"\b(с|со|до|по)\s+{_DAY}{year}", source.lower())
        if before and all(each == _OPPOSITE[word] for each in before):
            return f"it may say the opposite: “{match.group()}” for «{before[0]} {year}»"
    return ""
