"""What a sentence needs beside it to be understood: its antecedent, its speaker, its quotation.

«Об этом заявил министр» says nothing without the sentence before it, and the middle of a long
quotation nothing without its end, where the speaker is named. Extractive briefs fail on exactly
this: they are faithful sentence by sentence, and only lose context.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from summarizer.brief.openers import leans_back
from summarizer.types import Translation

_MARK = re.compile('[«»„“”"]')
_ATTRIBUTION = re.compile(r"[»\"”][,.!?…]*\s*[—–-]\s*\w")
_SAYING = re.compile(
    r"\b(?:сказал|заявил|отмет|подчеркн|сообщ|добав|рассказ|пояснил|объяснил|считает|уверен|говор|призна"
    r"|напис|пишет|цитир|завер|утвержд|предупре|напомн|обещ|пообещ|спрос|ответил|констатир|резюмир|слов"
    r"|мнени|комментир|прокомментир|указал|обрат|призвал)",
    re.IGNORECASE,
)


def companions(translations: Sequence[Translation], limit: int = 100) -> list[frozenset[int]]:
    """For each sentence, the positions of all that must stand in the brief with it, itself too.

    Needs are followed to their end: «Он добавил…» needs «Об этом заявил…», which needs the first.
    Beyond `limit` sentences they are not: no brief has room for a chain that long.
    """
    direct = [_direct_needs(translations, position) for position in range(len(translations))]
    for first, last in _quotations(translations):
        for position in range(first, last + 1):
            direct[position] |= {max(first, position - 1), min(last, position + 1)}
    return [_closure(direct, position, limit) for position in range(len(translations))]


def _direct_needs(translations: Sequence[Translation], position: int) -> set[int]:
    here = translations[position]
    if position == 0:
        return set()
    needs_speaker = _is_bare_speech(here.sentence.text)
    return {position - 1} if needs_speaker or leans_back(here.sentence.text, here.text) else set()


def _is_bare_speech(russian: str) -> bool:
    """True for a quotation that names no speaker: «Мы победим». — and not «…», — сказал он."""
    text = russian.strip()
    if text.startswith(("—", "–", "- ")):
        return not _SAYING.search(text)
    quoted = text[:1] in '«"“„' and text.rstrip(".!?…,")[-1:] in '»"”'
    return quoted and not _SAYING.search(text) and len(text.split()) > 3


def _closure(direct: Sequence[set[int]], position: int, limit: int) -> frozenset[int]:
    if not direct[position]:  # as most sentences
        return frozenset((position,))
    found: set[int] = set()
    waiting = [position]
    while waiting and len(found) <= limit:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            waiting += direct[current]
    return frozenset(found)


def _quotations(translations: Sequence[Translation]) -> list[tuple[int, int]]:
    """First and last position of each quotation that runs over several sentences.

    A quotation ends at the end of its paragraph at the latest; one that is never closed is taken
    for a slip of the pen («с «КАМАЗом», - заявил» opens two and closes one).
    """
    found: list[tuple[int, int]] = []
    first: int | None = None
    for position, translation in enumerate(translations):
        if position and _starts_paragraph(translations, position):
            first = None
        text = translation.sentence.text
        if not _MARK.search(text):
            continue
        balance = _balance(text, inside=first is not None)
        if balance < 0:
            start = first if first is not None else position - 1
            if not _starts_paragraph(translations, position):
                found.append((start, position))
            first = None
        elif balance > 0 and first is None and not _ATTRIBUTION.search(text):
            first = position
    return found


def _starts_paragraph(translations: Sequence[Translation], position: int) -> bool:
    before = translations[position - 1].sentence if position else None
    return before is None or before.paragraph != translations[position].sentence.paragraph


def _balance(text: str, *, inside: bool) -> int:
    """Above 0 where a quotation is left open, below 0 where one ends that began before."""
    opening = text.count("«") + text.count("„")
    closing = text.count("»") + text.count("”")
    if "„" in text or (
        inside and "”" not in text
    ):  # „so“ closes with the mark that “so” opens with
        closing += text.count("“")
    else:
        opening += text.count("“")
    if text.count('"') % 2:
        closing, opening = closing + inside, opening + (not inside)
    return opening - closing
