"""Names in the English that nothing in the Russian sentence can have given rise to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer.entities.checking.check import Checker
from summarizer.entities.english_text.forms import fold, overlaps
from summarizer.entities.english_text.nearest import forms_of
from summarizer.entities.english_text.proper import bare, is_ordinary, long_countries, proper_names
from summarizer.entities.known.english_words import is_known_name
from summarizer.entities.known.tables import rows
from summarizer.entities.letters.heard import is_heard, stems
from summarizer.entities.letters.romanise import romanise
from summarizer.entities.letters.sound import skeleton
from summarizer.entities.russian.morphology import is_known
from summarizer.types import Match, Sentence, Span

WORD = re.compile(r"[^\W_]+")
DIGITS = re.compile(r"\d+")
ACRONYM = re.compile(r"\b[А-ЯЁA-Z]{2,6}\b")
# A Russian ending and an English one differ, the stem does not: «Горького» and Gorky share "gork".
STEM = 4
_ADJECTIVE = re.compile(r"(?<=\w{3})(?:ов|ев|ин|ан)?ск(?:ий|ого|ому|им|ом|ая|ой|ую|ое|ие|их|ими)$")
_INHABITANT = re.compile(
    r"(?:ец|цы|ц(?:ев|а|у|ем|ам|ами|ах)|ист(?:ы|ов|а|у|ом|ам|ами|ах)?|чан\w*)$"
)


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a Russian sentence gives a name in the English to stand on."""

    words: frozenset[str]  # of every accepted form of its entities, folded
    sounds: frozenset[str]  # skeletons of its own words
    names: tuple[str, ...]  # its words with a capital, as they may be heard
    likely: frozenset[str]  # what English writes with a capital where Russian has no name
    numbers: frozenset[str]  # its digits
    has_acronym: bool  # «ВВП»: which English letters it becomes, nobody can hear


def invented_names(
    checker: Checker, sentence: Sentence, target: str, matches: Iterable[Match]
) -> tuple[Span, ...]:
    """Find the proper names of the English that no mention and no word of the Russian supports.

    A capitalised phrase of ordinary words ("Ministry of Defence") is a wording, not an invention.
    """
    claimed = [match.span for match in matches if match.span is not None]
    doubtful = [
        span
        for name in proper_names(target)
        for span in _unclaimed(target, name, claimed)
        if not _is_wording(target, span)
    ]
    if not doubtful:
        return ()
    ground = _ground(checker, sentence)
    return tuple(
        span
        for span in doubtful
        if not all(_is_supported(word, ground) for word in _words(target, span))
        or _is_strange_country(target[span.start : span.stop], ground)
    )


def _unclaimed(target: str, name: Span, claimed: Sequence[Span]) -> Iterator[Span]:
    """The name, if no mention has claimed it. Of one that is claimed in part only the words that
    are nobody's name anywhere: "Loctopus Ryanair" for «лоукостер Ryanair», but "Donald Trump" for
    «Трамп»."""
    taken = [span for span in claimed if overlaps(name, span)]
    if not taken:
        yield name
        return
    for word in WORD.finditer(target, name.start, name.stop):
        span = Span(*word.span())
        is_free = not any(overlaps(span, other) for other in taken)
        if is_free and span.stop - span.start > STEM and not is_known_name(word.group()):
            yield span


def _is_wording(target: str, span: Span) -> bool:
    """ "Minister", "House of Commons": asked first, for it needs nothing of the Russian."""
    is_ordinary_phrase = all(len(word) < 2 or is_ordinary(word) for word in _words(target, span))
    return is_ordinary_phrase and target[span.start : span.stop] not in long_countries()


def _is_strange_country(name: str, ground: _Ground) -> bool:
    """ "United States" is no wording of ordinary words: «штат Баия» became "the State of Bahia, a
    state of the United States"."""
    return name in long_countries() and not ground.words.issuperset(WORD.findall(fold(name)))


def _ground(checker: Checker, sentence: Sentence) -> _Ground:
    forms = (
        form
        for index, mention in checker.rows(sentence)
        for form in forms_of(checker.ledger.entities[index], mention)
    )
    words = WORD.findall(sentence.text)
    return _Ground(
        frozenset(word for form in forms for word in WORD.findall(fold(form))),
        frozenset(skeleton(romanise(word)) for word in words if _may_name(word)),
        tuple(dict.fromkeys(form for word in words for form in _sounded(word))),
        frozenset(capital for word in words for capital in _capitals(word.lower())),
        frozenset(DIGITS.findall(sentence.text)),
        ACRONYM.search(sentence.text) is not None,
    )


@lru_cache(maxsize=8192)
def _may_name(word: str) -> bool:
    """Of a small word that no dictionary has the whole must be heard, not its beginning: «фингоду»
    was "the Fingolandia company". Adjectives and inhabitants may be of any place
    («новомосковский», «новомосковцев»)."""
    is_of_place = _ADJECTIVE.search(word) or _INHABITANT.search(word)
    return word[0].isupper() or is_known(word) or bool(is_of_place)


@lru_cache(maxsize=8192)
def _sounded(word: str) -> tuple[str, ...]:
    """What may be heard of a word in a name: «Гарвардского» in Harvard; small words that no
    dictionary has are names to English («квиддич», Quidditch)."""
    if word[0].isupper():
        stem = _ADJECTIVE.sub("", word)
        return stems(word) if stem == word else (*stems(word), stem)
    is_new = len(word) > STEM and not is_known(word)
    return stems(word) if is_new else ()


@lru_cache(maxsize=8192)
def _capitals(word: str) -> tuple[str, ...]:
    """Christmas of «рождественский», Facebook of «фейсбук»: no names in Russian."""
    likely = _capitalised().get(word[:2], ())
    found = (capitals for stem, capitals in likely if word.startswith(stem))
    return tuple(capital for capitals in found for capital in capitals)


@lru_cache(maxsize=1)
def _capitalised() -> dict[str, list[tuple[str, tuple[str, ...]]]]:
    """Beginnings of Russian words with their English, by their first two letters."""
    table: dict[str, list[tuple[str, tuple[str, ...]]]] = {}
    for beginnings, english in rows("capitalised"):
        for stem in beginnings:
            table.setdefault(stem[:2], []).append((stem, tuple(map(fold, english))))
    return table


def _words(target: str, span: Span) -> list[str]:
    return [bare(word) for word in WORD.findall(target[span.start : span.stop])]


def _is_supported(word: str, ground: _Ground) -> bool:
    if len(word) < 2 or fold(word) in ground.words | ground.likely or is_ordinary(word):
        return True
    if ground.has_acronym and ACRONYM.fullmatch(word):
        return True
    numbers = DIGITS.findall(word)
    if numbers and ground.numbers.issuperset(numbers):
        return True  # «1-я Тверская» is 1st Tverskaya: a number is checked as one
    stem = skeleton(word)[:STEM]
    if len(stem) == STEM and any(stem in sound for sound in ground.sounds):
        return True  # also inside: American of «Панамериканские»
    is_begun = any(
        sound.startswith(stem) or stem.startswith(sound)
        for sound in ground.sounds
        if len(sound) > 2
    )
    return is_begun or any(is_heard(name, word) for name in ground.names)
