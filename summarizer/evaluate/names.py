"""The names in a line of English, by capital letters alone: for measuring, not for checking.

The same rules were used for the figures of other systems that ours are compared with. Do not
change them alone; the product's own checks use `summarizer.entities.english_text.proper`.
"""

from __future__ import annotations

import re
import unicodedata

WORD = re.compile(r"[^\W\d_][\w’'-]*")
POSSESSIVE = re.compile(r"[’'`]s?\b")
OPENING = " \"“”«»‘’'(—–-"
TITLE_CASE = 0.55  # a line with more capitalised words than this is a title: no names there
COMMON = frozenset(
    "The A An In On At For And But Or Of To It He She They We You I This That These Those His Her"
    " Their Our My As By With From If When After Before While Not No Yes So Then There Here What"
    " Who Why How Where Is Are Was Were Be Do Does Did Has Have Had Will Would Can Could Should"
    " May Might Must Mr Mrs Ms Dr Sir Also However According Earlier Monday Tuesday Wednesday"
    " Thursday Friday Saturday Sunday January February March April June July August September"
    " October November December".split()
)


def names_of(line: str) -> set[str]:
    """Capitalised words that do not open a sentence, folded; none for a line in title case."""
    words = list(WORD.finditer(line))
    capitals = sum(word.group()[0].isupper() for word in words)
    if capitals > TITLE_CASE * len(words):
        return set()
    return {fold(word.group()) for word in words if _is_name(line, word)}


def words_of(line: str) -> set[str]:
    return {fold(word) for word in WORD.findall(line)}


def fold(word: str) -> str:
    """Without accents, possessive ending and case: "Erdoğan’s" is "erdogan"."""
    decomposed = unicodedata.normalize("NFD", word)
    plain = "".join(char for char in decomposed if not unicodedata.combining(char))
    return POSSESSIVE.sub("", plain.replace("’", "'")).lower()


def _is_name(line: str, word: re.Match[str]) -> bool:
    text = word.group()
    if not text[0].isupper() or len(text) < 3 or text in COMMON:
        return False
    before = line[: word.start()].rstrip(OPENING)
    return bool(before) and before[-1] not in ".!?:;…"
