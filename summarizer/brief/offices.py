"""Whether a person keeps his own office: "Tatarstan President Tasmagambetov" is a false one even
where the article has the place, the title and the man."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.brief.words import content_stems
from summarizer.entities.english_text.forms import find_forms, overlaps
from summarizer.entities.english_text.generations import last_name
from summarizer.entities.english_text.proper import TITLES
from summarizer.types import Span

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
OFFICES = frozenset(title.lower() for title in TITLES) | frozenset(
    """
    analyst author businessman candidate captain coach commander deputy director doctor economist
    editor ex expert founder former governor head journalist judge lawmaker lawyer leader manager
    mayor member minister official owner politician premier president prosecutor rector
    representative scientist senator singer speaker spokesman spokesperson spokeswoman
    """.split()
)
_LINKS = frozenset("of the for and a an".split())


def false_office(text: str, sources: Sequence[str], people: Sequence[str]) -> str:
    """The first "office and name" that no source gives that person; "" if there is none.

    `people` are the forms by which persons are named, full names and surnames.
    """
    free = 0  # where the words begin that may be about the next person
    for person in _persons(text, people):
        start = _start_of_office(text, person, free)
        office = _office(text[start : person.start])
        name = text[person.start : person.stop]
        if office and not any(office <= own for s in sources for own in _offices(name, s, people)):
            return " ".join(text[start : person.stop].split())
        free = person.stop
    return ""


def _persons(text: str, people: Sequence[str]) -> list[Span]:
    """Where a text names persons, in order; forms side by side name one."""
    found: list[Span] = []
    for form in sorted(people, key=len, reverse=True):
        for span in find_forms(form, text):
            if not any(overlaps(span, other) for other in found):
                found.append(span)
    merged: list[Span] = []
    for span in sorted(found):
        if merged and text[merged[-1].stop : span.start] == " ":
            span = Span(merged.pop().start, span.stop)
        merged.append(span)
    return merged


def _office(words: str) -> set[str]:
    """Stems of the words before a name, none if no word of them is an office."""
    has_office = any(word.lower() in OFFICES for word in _WORD.findall(words))
    return set(content_stems(words)) if has_office else set()


def _start_of_office(text: str, person: Span, free: int) -> int:
    """Go back from a name over capitals, titles and what links them: "the head of KAMAZ, "."""
    start = person.start
    for match in reversed(list(_WORD.finditer(text, free, person.start))):
        word = match.group()
        gap = text[match.end() : start]
        is_part = word[0].isupper() or word.lower() in OFFICES | _LINKS
        if not is_part or gap.strip() not in ("", ",", "'s", "’s"):
            break
        start = match.start()
    return start


def _offices(name: str, source: str, people: Sequence[str]) -> Iterator[set[str]]:
    """What a source says of a person: before the name as far as the person before, and behind it
    in commas ("Tasmagambetov, the minister,")."""
    persons = _persons(source, people)
    for number, person in enumerate(persons):
        if not _is_same(name, source[person.start : person.stop]):
            continue
        start = persons[number - 1].stop if number else 0
        before = source[start : person.start]
        behind = re.match(r"\s*[,(]([^,)]*)", source[person.stop :])
        yield set(content_stems(before + " " + (behind[1] if behind else "")))


def _is_same(one: str, other: str) -> bool:
    ours, theirs = (last_name(name).rstrip(".").casefold() for name in (one, other))
    return ours == theirs
