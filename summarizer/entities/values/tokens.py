"""Words, numbers and signs of a text with their offsets, for the parsers of both languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

# «1 200 000» and «29.12.2014», «18:30», «12,5» are one token each; so is every sign
_TOKEN = re.compile(
    r"(?:https?://|www\.)\S+|&#\d+;|"
    r"\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?!\d)(?:[.,]\d+)?"
    r"|\d*[½¼¾⅓⅔]|\d+(?:[.,:]\d+)*|[^\W\d_½¼¾⅓⅔]+|[^\w\s]"
)
VULGAR = {"½": "5", "¼": "25", "¾": "75", "⅓": "333333", "⅔": "666667"}
_YEAR = re.compile(r"(?:19|20)\d\d")
_SPACES = re.compile(r"[ \u00a0\u2009\u202f]")
_GROUPED = re.compile(r"\d{1,3}(?:[.,]\d{3}){2,}")
_LONGEST = 24  # signs: longer runs of digits are codes
_PADDING = ("",) * 8

DASHES = frozenset("-–—−‑")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel lists; `words` is in lower case with е for ё and ends in padding, so that a
    parser may look a few words ahead."""

    text: str
    words: list[str]
    originals: list[str]  # as they stand in the text
    starts: list[int]
    stops: list[int]

    def __len__(self) -> int:
        return len(self.starts)

    def glued(self, index: int) -> bool:
        """True if nothing stands between this token and the one before it."""
        return 0 < index < len(self.starts) and self.starts[index] == self.stops[index - 1]

    def stands_alone(self, index: int) -> bool:
        """True if nothing touches this token: most numbers do, and are no part of a longer sign."""
        return not (self.glued(index) or self.glued(index + 1))

    def after_letter(self, index: int) -> bool:
        """True for the digits of "S1000"."""
        return self.glued(index) and self.words[index - 1].isalpha()

    def is_capital(self, index: int) -> bool:
        return 0 <= index < len(self.starts) and self.text[self.starts[index]].isupper()

    def original(self, index: int) -> str:
        return self.originals[index] if 0 <= index < len(self.starts) else ""

    def after(self, offset: int, index: int) -> int:
        """The first token from `index` on that starts at `offset` or later."""
        while index < len(self.starts) and self.starts[index] < offset:
            index += 1
        return index


def name_before(tokens: Tokens, index: int) -> str:
    """The name that a number is hyphened to («Ту-154», «Россия-24»); "" before a year."""
    dashed = tokens.glued(index) and tokens.words[index - 1] in DASHES and tokens.glued(index - 1)
    name = tokens.original(index - 2) if dashed else ""
    if not name.isalpha() or name.islower() or _YEAR.fullmatch(tokens.words[index]):
        return ""
    return name


def is_cross(tokens: Tokens, index: int) -> bool:
    """True for the x of "4x100"."""
    around = tokens.glued(index) and tokens.glued(index + 1)
    return around and tokens.words[index] in "xх×" and is_number(tokens.words[index + 1])


def tokenise(text: str) -> Tokens:
    found = list(_TOKEN.finditer(text))
    originals = [match.group() for match in found]
    words = plain("\n".join(originals)).split("\n") if found else []  # no token has a line break
    starts = [match.start() for match in found]
    stops = [match.end() for match in found]
    return Tokens(text, [*words, *_PADDING], originals, starts, stops)


def plain(word: str) -> str:
    """As words are compared: in lower case, with е for ё."""
    return word.lower().replace("ё", "е")


def is_number(word: str) -> bool:
    """True for a number token; dates («29.12.2014») and times («18:30») are number tokens too."""
    return word[:1].isdecimal() or word in VULGAR


def number(word: str, *, decimal_sign: str) -> Decimal | None:
    """Read «12,5» or "12.5", «1 200 000», "1,200,000"; None for a date or a time.

    The sign that is not `decimal_sign` parts thousands only where three digits follow it:
    "3,5" in English is a decimal comma that a translator left.
    """
    if word.isdecimal():  # most are, so they are not looked through for spaces
        return Decimal(word) if len(word) <= _LONGEST else None
    word = _SPACES.sub("", word)
    if len(word) > _LONGEST:
        return None
    if word.isdecimal():
        return Decimal(word)
    if word[-1:] in VULGAR:
        return Decimal(f"{word[:-1] or 0}.{VULGAR[word[-1]]}")
    if _GROUPED.fullmatch(word):
        return Decimal(re.sub("[.,]", "", word))
    whole, sign, rest = _split(word)
    if sign == "":
        return None
    if sign != decimal_sign and len(rest) == 3 and len(whole) <= 3 and whole.strip("0"):
        return Decimal(whole + rest)
    if sign == decimal_sign == "," and rest == "000" and whole.strip("0"):
        return Decimal(whole + rest)  # «12,000 человек»: no one writes three empty decimals
    return Decimal(f"{whole}.{rest}")


def _split(word: str) -> tuple[str, str, str]:
    """Whole part, sign and decimals; ("", "", "") if there is not exactly one sign."""
    match = re.fullmatch(r"((?:\d{1,3}(?:,\d{3})+|\d+))([.,])(\d+)", word)
    if match is None:
        return "", "", ""
    return match[1].replace(",", ""), match[2], match[3]
