"""Does the English say "I" where nobody speaks of himself?

«Учился на психолога, но бросил университет» leaves the subject out, and came out as "I studied …
but I dropped out": the reader takes a singer's life for the reporter's.
"""

from __future__ import annotations

import re

from summarizer.entities.russian.morphology import WORD, readings

# at the beginning, or behind an introduction («В 2015 году учился…»), where the subject that the
# Russian left out would stand
_I = re.compile(r"(?:\W*|[^\"“”‘’:]*, )I(?:['’](?:m|ve|d|ll)\b| [a-z])")
_SELF = re.compile(
    r"\b(?:я|меня|мне|мной|мною|мо[йяеёи]|моего|моей|моему|моим|моими|моих|мою|моём|моем|мы|нас|"
    r"нам|нами|наш\w*|сам[аи]?|себ[яе]|собой|мол|дескать)\b",
    re.IGNORECASE,
)


def first_person_suspicion(source: str, target: str) -> str:
    """Say that the English has a speaker whom the Russian has not, "" where it is fine."""
    if not _I.match(target) or _SELF.search(source) or re.search(r"\bI\b", source):
        return ""
    if any(map(_is_first_person, WORD.findall(source))):
        return ""
    return "it speaks as “I”, and the Russian does not"


def _is_first_person(word: str) -> bool:
    return any("1per" in reading.tags for reading in readings(word))
