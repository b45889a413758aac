"""Finding an English form in English text, whatever its accents, apostrophes and dashes.

`fold` keeps every code point in its place, so a span found in folded text is a span of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

from summarizer.types import Span

SAME = str.maketrans("’‘`ʼ–—‑−«»“”„\u00a0\u202f", '\'\'\'\'----"""""  ')


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """Lower case without accents, one code point for one: "Łódź’s" gives "łodz's"."""
    plain = text.translate(SAME)
    return plain.lower() if plain.isascii() else "".join(map(_fold_char, plain))


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    base = unicodedata.normalize("NFD", char)[0].lower()
    return base if len(base) == 1 else char


def find_forms(form: str, text: str) -> Iterator[Span]:
    """Find where `form` stands as whole words; a plural or possessive ending may follow it."""
    plain = form.removeprefix("the ").removeprefix("The ")
    folded, needle = fold(text), fold(plain)
    start = folded.find(needle) if needle else -1
    while start >= 0:
        stop = start + len(needle)
        if _is_whole(folded, start, stop) and _same_case(plain, text[start:stop], text):
            yield Span(start, stop)
        start = folded.find(needle, start + 1)


def first_of(forms: Iterable[str], text: str, taken: Iterable[Span] = ()) -> Span | None:
    """Find the first form, in the order given, at a place that no span of `taken` overlaps."""
    used = tuple(taken)
    for form in forms:
        for span in find_forms(form, text):
            if not any(overlaps(span, other) for other in used):
                return span
    return None


def spaced_otherwise(forms: Iterable[str], text: str, taken: Iterable[Span] = ()) -> Span | None:
    """Find a form whose blanks and dashes stand elsewhere: "Touch ID" as "TouchID", "Br274" as
    "Br 274", "Road-show" as "roadshow"."""
    used = tuple(taken)
    for form in forms:
        letters = re.sub(r"[\W_]", "", fold(form))
        if len(letters) > 3 and (found := _loose(letters).search(fold(text))):
            span = Span(*found.span())
            if not any(overlaps(span, other) for other in used):
                return span
    return None


@lru_cache(maxsize=1024)
def _loose(letters: str) -> re.Pattern[str]:
    return re.compile(r"(?<!\w)" + r"[ -]?".join(map(re.escape, letters)) + r"(?!\w)")


def overlaps(one: Span, other: Span) -> bool:
    return one.start < other.stop and other.start < one.stop


def _is_whole(folded: str, start: int, stop: int) -> bool:
    """True where no letter touches the form; "Russians" still holds "Russian"."""
    before = folded[start - 1 : start]
    after = folded[stop : stop + 2]
    is_plural = after[:1] == "s" and not after[1:].isalnum()  # of "Ka-52s" too
    return not before.isalnum() and (not after[:1].isalnum() or is_plural)


def _same_case(form: str, found: str, text: str) -> bool:
    """Names need their capital, short acronyms all of them: "IT" is not "it", "May" not "may"."""
    if text.isupper():
        return True
    if len(form) <= 3:
        return found == form
    return found[0].isupper() or not form[0].isupper()
