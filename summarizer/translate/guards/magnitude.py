"""Are dozens still dozens, and the worst still the worst?

«Десятки человек числятся пропавшими» came out as "hundreds of people", «хуже всего соблюдаются
права» as "the best protection": no number or name is lost, and it says something else. Of the
17,820 references of WMT 2013–18 these rules doubt none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Size:
    many: re.Pattern[str]  # Russian word for many of this size
    allowing: re.Pattern[str]  # whatever in Russian allows the English plural
    plural: re.Pattern[str]  # English for many of this size
    keeping: re.Pattern[str]  # whatever in English keeps the Russian word


def _sized(many: str, allowing: str, plural: str, keeping: str) -> _Size:
    whole = (re.compile(rf"\b(?:{pattern})\b") for pattern in (many, plural))
    return _Size(next(whole), re.compile(allowing), next(whole), re.compile(keeping))


_SIZES = (
    _sized(
        "десятк(?:и|ов|ам|ами|ах)",
        r"десят|дюжин|\b[2-9]\d\b",
        r"dozens|scores|tens of(?! (?:thousand|million|billion))",
        r"dozen|score|decade|\btens?\b|twent|thirt|fort|fift|\d0\b|many|several|numerous|multiple",
    ),
    _sized(
        "сот(?:ни|ен|ням|нями|нях)",
        r"\bсот|\bст[оа]\b|двест|трист|\w+сот\b|\d{3}\b",
        "hundreds",
        r"hundred|centur|\d00\b|many",
    ),
    _sized(
        "тысяч(?:и|ам|ами|ах)?",
        r"тыс|\d[ \u00a0.]?\d{3}\b",
        "thousands",
        r"thousand|grand\b|\d[,.]?\d{3}\b|\dk\b|millenni|many",
    ),
    _sized("миллион(?:ы|ов|ам|ами|ах)", "миллион|млн", "millions", r"million|\dm(?:ln)?\b|many"),
    _sized("миллиард(?:ы|ов|ам|ами|ах)", "миллиард|млрд", "billions", r"billion|\dbn\b|many"),
)
_SIGNS = ("десятк", "сот", "тысяч", "миллион", "миллиард")

_WORD_BEFORE = re.compile(r"([\w.,-]+)[ \u00a0]\Z")
_NUMBER = re.compile(
    r"\d|^(?:дв[аеу]|тр[иё]|четыр|пят|шест|сем|восем|восьм|девят|десят|сорок|сто\b|полтор|"
    r"нескольк|более|около|свыше|порядка)"
)

_OPPOSITES = (
    (
        re.compile(r"\b(?:хуже|худш|наихудш)\w*"),
        re.compile(r"\bbest\b"),
        re.compile(r"\b(?:лучш|наилучш|хорош|превосход|оптимал|рекорд|идеал|высш)"),
        re.compile(r"\bworse\b|\bworst\b"),
    ),
    (
        re.compile(r"\b(?:лучш|наилучш)\w*"),
        re.compile(r"\bworst\b"),
        re.compile(r"\b(?:хуже|худш|наихудш|плох|ужасн|т[яё]ж[её]л|страшн|сильн|глубоч|кризис)"),
        re.compile(r"\bbest\b|\bbetter\b"),
    ),
)


def magnitude_suspicion(source: str, target: str) -> str:
    """Say which size or degree changed or is gone, "" where none did."""
    russian, english = source.lower(), target.lower()
    return _size(russian, english) or _degree(russian, english)


def _size(russian: str, english: str) -> str:
    """A number before the word («пять тысяч») is the check's of numbers."""
    if not any(sign in russian for sign in _SIGNS):
        return ""  # as of nearly every sentence, and quicker than the patterns
    said = [(size, found) for size in _SIZES for found in size.many.finditer(russian)]
    if not said:
        return ""
    word = said[0][1].group()
    for size in _SIZES:
        found = size.plural.search(english)
        if found and not size.allowing.search(russian):
            return f"the size may be another: “{found.group()}” for «{word}»"
    for size, found in said:
        if not _follows_number(russian, found.start()) and not size.keeping.search(english):
            return f"«{found.group()}» is not in it"
    return ""


def _follows_number(text: str, start: int) -> bool:
    before = _WORD_BEFORE.search(text, 0, start)
    return before is not None and _NUMBER.search(before[1]) is not None


def _degree(russian: str, english: str) -> str:
    for said, opposite, allowing, kept in _OPPOSITES:
        word, turned = said.search(russian), opposite.search(english)
        if word and turned and not allowing.search(russian) and not kept.search(english):
            return f"it may say the opposite: “{turned.group()}” for «{word.group()}»"
    return ""
