"""Which source sentences a written sentence rests on, and whether it says what they say.

Names and numbers can all be right while the sentence is false: two clauses of different sentences
joined, a "not" lost, a remark given to another speaker, victor and vanquished exchanged. So every
clause must be covered by one single source sentence: words, names in their order, negations,
plans and who speaks. Whatever cannot be shown to be so counts as not so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from summarizer.brief.speakers import SAYING, keeps_speakers, speaks
from summarizer.brief.words import content_stems, is_stop_word, stem, words
from summarizer.entities.english_text.forms import find_forms
from summarizer.entities.english_text.generations import last_name
from summarizer.entities.english_text.proper import proper_names

# Faithful sentences share .64 to .88 of their content words with their source, invented ones .07
# (Agentic-FinSearch#302). A clause is shorter than a sentence, and must not be half new.
SENTENCE_OVERLAP = 0.7
CLAUSE_OVERLAP = 0.6
NAME_OVERLAP = 0.6  # of the words around a name, by one sentence that has the name
_AROUND = 4  # content words on each side of a name that say what it did

_CLAUSE_END = re.compile(
    r"[;:]\s+"
    r"|,\s+(?=(?:and|but|while|who|which|where|whose|as|after|before|with|including|saying)\b)"
    r"|\s+(?=(?:while|whereas|but)\b)"
    r"|\s+(?=and (?:he|she|it|they|will|would|is|are|was|were|has|have|had)\b)"
)
_NEGATION = re.compile(
    r"\b(?:not|no|never|none|nobody|nothing|neither|nor|without|cannot|refus\w+|den(?:y|ies|ied)"
    r"|reject\w*|fail(?:s|ed|ing)?|unable|unlikely|banned|halted|cancel\w*|suspend\w*|declin\w+)\b"
    r"|\b\w+n['’]t\b",
    re.IGNORECASE,
)
_PLAN = re.compile(
    r"\b(?:will|would|may|might|could|should|if|(?:plan|intend|hope|expect|propose|consider|want|aim"
    r"|seek|offer|try|tri)(?:s|es|ed|ing|ned|ning)?|ready|able|possib\w+|intention|interested"
    r"|alleged(?:ly)?|reportedly|supposed(?:ly)?|apparently|probably|likely)\b",
    re.IGNORECASE,
)
_REPORTING = frozenset("said says told stated announced claimed claims reported according".split())


@dataclass(frozen=True, slots=True)
class Grounds:
    """The positions of the sources that a sentence rests on, and why it does not stand, if so."""

    sources: tuple[int, ...]
    fault: str = ""


def ground(text: str, sources: Sequence[str], people: Sequence[str] = ()) -> Grounds:
    """Find the sources that a written sentence rests on, and what it says beyond them.

    `sources` are English sentences, or several that make one statement, a line each; the answer
    has positions in them, ascending. `people` are the forms by which persons are named.
    """
    if not sources:
        return Grounds((), "has no source")
    if text in sources:  # a model that copies is right
        return Grounds((list(sources).index(text),))
    positions = _rest_on(text, sources)
    support = [sources[position] for position in positions]
    return Grounds(positions, next(_faults(text, support, people), ""))


def overlap(text: str, source: str) -> float:
    """The share of the text's content stems that the source has; 1 for a text without any."""
    own, other = set(content_stems(text)), set(content_stems(source))
    return len(own & other) / len(own) if own else 1.0


def clauses(text: str) -> list[str]:
    """Cut a sentence where another statement may begin, keeping parts of two words and more."""
    parts = [part.strip(" ,;:") for part in _CLAUSE_END.split(text)]
    return [part for part in parts if len(words(part)) > 1]


def _rest_on(text: str, sources: Sequence[str]) -> tuple[int, ...]:
    """The best source of the whole and of each clause, clauses of one word or two aside."""
    chosen = {_best(text, sources)}
    for clause in clauses(text):
        best = _best(clause, sources)
        covered = max(overlap(clause, sources[i]) for i in chosen)
        if overlap(clause, sources[best]) > covered:
            chosen.add(best)
    return tuple(sorted(chosen))


def _best(text: str, sources: Sequence[str]) -> int:
    return max(range(len(sources)), key=lambda i: (overlap(text, sources[i]), -i))


def _faults(text: str, support: Sequence[str], people: Sequence[str]) -> Iterator[str]:
    if overlap(text, " ".join(support)) < SENTENCE_OVERLAP:
        yield "says what its sources do not"
    for clause in clauses(text):
        yield from _clause_faults(text, clause, support, people)
    for one, other in pairwise(_names(text)):
        lines = [line for source in support for line in source.splitlines()]
        if one in other or other in one:
            continue
        both = [line for line in lines if one in line and other in line]
        if both and not any(line.index(one) < line.rindex(other) for line in both):
            yield f"puts {one} before {other}"


def _clause_faults(
    text: str, clause: str, support: Sequence[str], people: Sequence[str]
) -> Iterator[str]:
    """What sets a clause apart from every source that has most of its words."""
    fitting = [source for source in support if overlap(clause, source) >= CLAUSE_OVERLAP]
    if not fitting:
        yield f"joins different sentences in “{clause}”"
    elif all(_differ(_NEGATION, clause, source) for source in fitting):
        yield f"turns a negation in “{clause}”"
    elif all(_differ(_PLAN, clause, source) for source in fitting):
        yield f"takes a plan for a fact, or a fact for a plan, in “{clause}”"
    elif not any(
        _speaks_alike(text, clause, source) and keeps_speakers(clause, source, people)
        for source in fitting
    ):
        yield f"changes who says “{clause}”"
    for name in _names(clause):
        if not any(_does_the_same(name, clause, source) for source in support):
            yield f"says of {name} what its sources do not"


def _names(text: str) -> list[str]:
    return list(dict.fromkeys(text[start:stop] for start, stop in proper_names(text)))


def _differ(marks: re.Pattern[str], clause: str, source: str) -> bool:
    """True if a content word that both have is negated (or only planned) in just one of them."""
    shared = set(content_stems(clause)) & set(content_stems(source))
    return bool((_marked(marks, clause) ^ _marked(marks, source)) & shared)


def _marked(marks: re.Pattern[str], text: str) -> set[str]:
    """The first content stem after each mark: "did not really attend" gives "realli"."""
    after = (content_stems(text[match.end() :])[:1] for match in marks.finditer(text))
    return {stem for stems in after for stem in stems}


def _speaks_alike(text: str, clause: str, source: str) -> bool:
    """True unless speech appears from nowhere, or a remark has become a fact."""
    if speaks(clause) and not speaks(source):
        return False
    return speaks(text) or _REPORTING.isdisjoint(words(source.lower()))


def _does_the_same(name: str, clause: str, source: str) -> bool:
    """True if the source has the name and most words around it."""
    if not any(True for form in _forms(name) for _ in find_forms(form, source)):
        return False
    near = _near(name, clause) - _verbs_of_speech()
    return not near or len(near & set(content_stems(source))) / len(near) >= NAME_OVERLAP


@cache
def _verbs_of_speech() -> frozenset[str]:
    """Not at import: it loads a dictionary, which a brief of quoted sentences may never need."""
    return frozenset(map(stem, SAYING))


def _forms(name: str) -> tuple[str, ...]:
    """The name, and its last word: a source may have the surname alone."""
    return name, last_name(name)


def _near(name: str, text: str) -> set[str]:
    """Content stems around the name's first place in the text, those of the name left out."""
    start = text.index(name)
    own = set(content_stems(name))
    before = [stem(w) for w in words(text[:start]) if not is_stop_word(w)][-_AROUND:]
    after = content_stems(text[start + len(name) :])[:_AROUND]
    return {*before, *after} - own
