"""Who says it: "Minnikhanov announced" is false where another announced it to Minnikhanov."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from summarizer.brief.offices import OFFICES
from summarizer.brief.words import content_stems, words

# As written, not as stems: "the States", "a report" and "a note" say nothing.
SAYING = frozenset(
    """
    said says saying told tells telling noted notes stressed stresses announced announces stated
    added adds reported reports claimed claims explained explains emphasized emphasizes emphasised
    emphasises believed believes thinks thought expressed expresses confirmed confirms admitted
    admits promised promises warned warns denied denies urged urges called calls proposed proposes
    suggested suggests offered offers thanked thanks according asked asks demanded demands accused
    accuses commented comments wrote writes recalled recalls argued argues insisted insists
    acknowledged acknowledges assured assures
    """.split()
)


def speaks(text: str) -> bool:
    return any(word.lower() in SAYING for word in words(text))


_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_LINKS = frozenset("of the for and a an by to also has have had was were is it this".split())


def keeps_speakers(clause: str, source: str, people: Sequence[str]) -> bool:
    """True if whoever speaks in the clause speaks in the source, under some of the same words.

    `people` are the forms by which persons are named: "Tasmagambetov" may come back in full.
    """
    speakers = [_with_full_names(each, people) for each in _speakers(source)]
    return all(
        not claimed or any(claimed <= known for known in speakers) for claimed in _speakers(clause)
    )


def _speakers(text: str) -> list[set[str]]:
    """For each verb of speech, the stems of the name and office before it, else of those behind."""
    found = list(_WORD.finditer(text))
    verbs = [i for i, word in enumerate(found) if word.group().lower() in SAYING]
    return [
        _phrase(text, found[i::-1]) or _phrase(text, found[i:])  # «заявил министр» keeps its order
        for i in verbs
    ]


def _phrase(text: str, path: Sequence[re.Match[str]]) -> set[str]:
    """Go from the verb over capitals, offices and what links them; a quotation mark ends it."""
    found: set[str] = set()
    for before, word in pairwise(path):
        first, second = sorted((before, word), key=lambda match: match.start())
        is_part = word.group()[0].isupper() or word.group().lower() in OFFICES | _LINKS
        if not is_part or not set(text[first.end() : second.start()]) <= set(" ,"):
            break
        found.update(content_stems(word.group()))
    return found


def _with_full_names(speaker: set[str], people: Sequence[str]) -> set[str]:
    known = [set(content_stems(form)) for form in people]
    surnames = {tuple(content_stems(form))[-1:] for form in people}
    return speaker.union(
        *(form for form in known if any(set(s) <= speaker & form for s in surnames if s))
    )
