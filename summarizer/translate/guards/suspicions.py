"""Signs that a translation is no translation: loops, cuts, left-over Russian, wrong length.

The signs follow Guerreiro et al. 2022 (arXiv 2208.05309): the model's own score is the best single
one, length and repetition catch the rest. Each gives a reason that a reader understands.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from operator import eq

from summarizer.translate.guards.compass import compass_suspicion
from summarizer.translate.guards.contrasts import contrast_suspicion
from summarizer.translate.guards.direction import direction_suspicion
from summarizer.translate.guards.first_person import first_person_suspicion
from summarizer.translate.guards.magnitude import magnitude_suspicion
from summarizer.translate.guards.negation import negation_suspicion
from summarizer.translate.guards.since_until import since_until_suspicion
from summarizer.translate.guards.unfounded import unfounded_words
from summarizer.translate.guards.wording import lost_words
from summarizer.translate.phrases import lost_phrases

WORD = re.compile(r"\w+")
STAMMER = re.compile(r"\b(\w+)(?:[\s,.-]+\1\b){3,}", re.IGNORECASE)
CYRILLIC = re.compile(r"[А-Яа-яЁёІіЇїЄєҐґ]+")
# Characters of English a character of Russian in the references of WMT 2013–18 (16,482 lines of 40
# characters and more): 99.9 % lie above 0.52, 99.9 % below 1.80. Short lines vary more: the slack.
SHORTEST, LONGEST, SLACK = 0.5, 2.0, 25
# Mean log-probability a token below which a greedy translation is a guess.
LOWEST_SCORE = -2.0


_GUARDS = (
    negation_suspicion,
    direction_suspicion,
    magnitude_suspicion,
    compass_suspicion,
    contrast_suspicion,
    since_until_suspicion,
    first_person_suspicion,
)


def suspicions(source: str, target: str, score: float | None = None) -> tuple[str, ...]:
    """Give the reasons for which this target must not be trusted; empty when there is none."""
    if not target.strip():
        return ("no translation came out",)
    checks: tuple[Callable[[str, str], Iterator[str]], ...] = (_cyrillic, _length, _loop, _meaning)
    reasons = [reason for check in checks for reason in check(source, target)]
    if score is not None and score < LOWEST_SCORE:
        reasons.append(f"the model is unsure of it (score {score:.2f})")
    return tuple(reasons)


def _cyrillic(source: str, target: str) -> Iterator[str]:
    left = CYRILLIC.findall(target)
    if left:
        yield f"Russian is left in it: {', '.join(left[:3])}"


def _length(source: str, target: str) -> Iterator[str]:
    if len(target) < SHORTEST * len(source) - SLACK:
        yield "it is much shorter than the Russian: something may be missing"
    if len(target) > LONGEST * len(source) + SLACK:
        yield "it is much longer than the Russian: something may be invented"


def _loop(source: str, target: str) -> Iterator[str]:
    """A run of four words that comes back more often than in the Russian, or a stammer.

    Four, not three: people write "3.8 per cent in Q1, 3.1 per cent in Q2, ...". Two words of
    Russian make four of English: «генеральный директор» is "the general director of".
    """
    words = WORD.findall(target.lower())
    repeated = _most_repeated(words, 4)
    if repeated[1] > 2 and repeated[1] > _most_repeated(WORD.findall(source.lower()), 2)[1] + 1:
        yield f"it repeats itself: “{repeated[0]}” {repeated[1]} times"
    has_echo = any(map(eq, words, words[1:]))  # the pattern is slow where it finds nothing
    stammer = STAMMER.search(target) if has_echo else None
    if stammer and not STAMMER.search(source):
        yield f"it repeats itself: “{stammer.group(1)}”"


def _meaning(source: str, target: str) -> Iterator[str]:
    """A no where the Russian says yes, a rise for a fall, hundreds for dozens, east for west, a son
    for a nephew, a beginning for an end, a bound or a time that is gone, a speaker, a minister or a
    death from nowhere."""
    for guard in _GUARDS:
        if reason := guard(source, target):
            yield reason
    yield from lost_words(source, target)
    yield from lost_phrases(source, target)
    yield from unfounded_words(source, target)


def _most_repeated(words: Sequence[str], length: int) -> tuple[str, int]:
    runs = list(zip(*(words[i:] for i in range(length)), strict=False))
    if not runs:
        return "", 0
    if len(set(runs)) == len(runs):  # as nearly always, and quicker than to count
        return " ".join(runs[0]), 1
    run, count = Counter(runs).most_common(1)[0]
    return " ".join(run), count
