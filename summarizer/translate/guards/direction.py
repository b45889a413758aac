"""Does the English rise where the Russian falls?

«Лира подешевела на 29 %» came out as "the lira rose by 29%": every name and number is kept, and it
says the opposite. What moves up and down differs between languages («рост безработицы», "higher
unemployment"), but a sentence that only falls in Russian seldom rises in English: of the
17,820 references of WMT 2013–18 these rules doubt 5, and of 123 whose movement was turned round
they find 88 (`benchmarks/meaning.py`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

# Beginnings of words; those of _WIDE may, but need not, speak of a movement.
_RUSSIAN_UP = r"""
    вырос выраст возраст возрос подорожа повыси повыша повышен увелич прибави подскочи взлете
    превыси превыша подним прирост рост(?:а|у|ом|е)?\b раст[её]т\b растут\b рос(?:л[аои])?\b поднял
""".split()
_RUSSIAN_DOWN = """
    снизи сниж упал упад паден сократи сокращ уменьш подешев ослаб уступа просе спад обвал рухну
    обесцен понизи пониж
""".split()
_RUSSIAN_UP_WIDE = """
    рост раст вырост повы дорож подня подни подъ взл[её]т укреп больш выше вверх удво утро усил
    нара нарос набра набира расшир вздорож бол[её]е развит плюс высок всплес прибыл свыше бум
    восстан отыгра улучш крупн обостр ускор разраст
""".split()
_RUSSIAN_DOWN_WIDE = """
    упа пад пал рух обруш меньш мен[её]е ниже вниз потер теря утра убы минус замедл хуже ухудш скид
    урез скор сбро сброс слаб низк девальв реже отста отток провал рецес кризис огранич смягч
""".split()
_ENGLISH_UP = r"""
    rise\b rises\b rose\b risen\b rising\b increas\w* grew\b grown\b growing\b growth\b climb\w*
    surg(?:e|ed|es|ing)\b soar\w* exceed\w* strengthen\w* appreciat\w* jumped\b
""".split()
_ENGLISH_DOWN = r"""
    fall(?!\s+(?:to|into|for|of)\b)\b fell(?!\s+(?:to|into|for)\b)\b fallen\b falling\b declin\w*
    decreas\w* dropp\w* shrank\b shrunk\b slump\w* plung\w* plummet\w* weaken\w* depreciat\w*
    lowered\b reduc\w*
""".split()
# «более чем на 25 %» and "over 300" compare with a number, and move nothing; nor does «в возрасте»
_STILL = re.compile(
    r"\b(?:бол[её]е|больше|менее|меньше|выше|ниже|свыше)\s+(?:чем\s+)?(?:на\s+)?(?=\d)|"
    r"\bвозраст(?:а|у|е|ом|ов|ам|ах)?\b|\b\w+-летн\w+\s+возраст\w*",
)

_AUTUMN = re.compile(r"\b(?:this|last|next|the|by|early|late|in|of|and|that) fall\b")


def _any_of(beginnings: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(beginnings)})\w*")


# What the Russian says, what the English must not say then, and what in the Russian allows it.
_OPPOSITES = (
    (_any_of(_RUSSIAN_DOWN), _any_of(_ENGLISH_UP), _any_of(_RUSSIAN_UP + _RUSSIAN_UP_WIDE)),
    (_any_of(_RUSSIAN_UP), _any_of(_ENGLISH_DOWN), _any_of(_RUSSIAN_DOWN + _RUSSIAN_DOWN_WIDE)),
)

_MOVING = _any_of(_RUSSIAN_DOWN + _RUSSIAN_UP)


def direction_suspicion(source: str, target: str) -> str:
    """Say where a fall became a rise or a rise a fall, "" where none did."""
    russian = source.lower()
    if not _MOVING.search(russian):
        return ""
    russian, english = _STILL.sub(" ", russian), target.lower()
    if "осен" in russian:  # "this fall"
        english = _AUTUMN.sub(" ", english)
    for said, opposite, allowing in _OPPOSITES:
        moved = said.search(russian)
        turned = opposite.search(english) if moved else None
        if moved and turned and not allowing.search(russian):
            return f"it may say the opposite: “{turned.group()}” for «{moved.group()}»"
    return ""
