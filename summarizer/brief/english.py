"""What a model wrote, as clean English sentences."""

from __future__ import annotations

import re

_FENCE = re.compile(r"^\s*```.*$", re.MULTILINE)
_BULLET = re.compile(r"^\s*(?:[-*•–—]|\d{1,2}[.)])\s+(?=\S)")
_EMPHASIS = re.compile(r"\*\*|__|^#+\s*", re.MULTILINE)
# "Here is the brief:", "Sure! Here's…", "Brief:", "News brief:", "In summary:"
_PREAMBLE = re.compile(
    r"^\s*(?:(?:sure|certainly|of course|okay|ok)[,!.]*\s*)?"
    r"(?:here(?:['’]s| is| are)\b[^.!?:]*:|(?:news |short |english )?(?:brief|summary|answer)\s*:"
    r"|in (?:summary|brief|short)\s*[:,])\s*",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"^(?:note:|\(note|please note|i hope|let me know|this (?:brief|summary) |\(?word count|"
    r"as an ai\b|i (?:cannot|can't|am unable|apologi[sz]e))",
    re.IGNORECASE,
)
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“])(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Lt|Col|Capt|Sgt|Maj|Adm|Gov|Sen|Rep|Rev|Hon|No|vs|Jr"
    r"|Sr|Co|Corp|Inc|Ltd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|approx|e\.g|i\.e|[A-Z]"
    r"|(?:[A-Za-z]\.)+[A-Za-z])\.$"
)
_END = re.compile(r"[.!?…][\"”’')\]]*(?=\s+[\"“‘'(\[]?[A-Z0-9])")


def written_sentences(answer: str) -> list[str]:
    """Split a model's answer, without its preamble, headings, bullets, asides and repetitions."""
    found: dict[str, str] = {}
    for line in _EMPHASIS.sub("", _FENCE.sub("", answer)).splitlines():
        plain = _PREAMBLE.sub("", _BULLET.sub("", line)).strip()
        for sentence in split_english(_unquoted(plain)):
            if _is_sentence(sentence):
                found.setdefault(sentence.casefold(), sentence)
    return list(found.values())


def split_english(text: str) -> list[str]:
    """Split English prose; "Mr.", "U.S." and initials end nothing."""
    sentences, start = [], 0
    for match in _END.finditer(text):
        if not _ABBREVIATION.search(text[start : match.end()]):
            sentences.append(text[start : match.end()].strip())
            start = match.end()
    sentences.append(text[start:].strip())
    return [sentence for sentence in sentences if sentence]


def _is_sentence(text: str) -> bool:
    """False for headings, asides and an end that was cut off: a sentence has its full stop."""
    return bool(re.search(r"[.!?…][\"”’')\]]*$", text)) and not _ASIDE.match(text)


def _unquoted(text: str) -> str:
    """Without quotation marks around the whole, as if the model quoted itself."""
    if len(text) > 1 and text[0] in '"“' and text[-1] in '"”' and not set(text[1:-1]) & set('"“”'):
        return text[1:-1].strip()
    return text
