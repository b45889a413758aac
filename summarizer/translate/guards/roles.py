"""Is whoever something was done to still the one it was done to?

«Министром здравоохранения назначен Мэтт Хэнкок» came out as "The health minister has been appointed
by Matt Hancock": every name is kept, and he appoints somebody instead of being appointed. Russian
says by its cases who does what, and two signs of a mix-up can be told for sure:

- "by" before a man who is the nominative subject of a short passive participle;
- a person named more often than in the Russian: "Jeremy Hunt …, Boris Johnson was appointed …
  instead of Boris Johnson". Of 2,970 references of WMT 2013–18, three do that.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from summarizer.entities.checking.check import Checker
from summarizer.entities.english_text.generations import without_suffix
from summarizer.entities.russian.morphology import WORD, plain, readings
from summarizer.entities.russian.persons import parse, without_generation
from summarizer.types import Kind, Match, Mention, Sentence

# "by the former prosecutor general, " may stand before the name; a verb would begin another clause
_BY = re.compile(r"\bby\s+(?:(?!(?:said|has|had|was|is|who|that|and)\b)[\w’'-]+,?\s+){0,6}$")
_NEAR = 5  # words between participle and name: «назначен бывший министр культуры Мэтт Хэнкок»


def mixed_roles(
    checker: Checker, sentence: Sentence, target: str, matches: Sequence[Match]
) -> Iterator[str]:
    """Say which persons may have changed their part in what happened."""
    persons = [m for m in matches if checker.ledger.entities[m.entity].kind is Kind.PER]
    has_by = "by" in target  # asked first: the pattern is slow where it finds nothing
    for match in persons:
        if match.span is None or not has_by or not _BY.search(target[: match.span.start]):
            continue
        if _undergoes(sentence, match.mention):
            name = target[match.span.start : match.span.stop]
            yield f"it may mix up who did it: “by {name}” for «{match.mention.text}»"
    yield from _named_too_often(checker, sentence, target, persons)


def _undergoes(sentence: Sentence, mention: Mention) -> bool:
    """True for a man in the nominative with a short passive participle beside him and no comma
    between. A woman's foreign surname has one form for all cases, so it says nothing."""
    person = parse(mention.text)
    if person.gender != "masc" or plain(person.name) != plain(mention.text):
        return False
    start, stop = mention.start - sentence.start, mention.stop - sentence.start
    before = re.split(r"[,;:(«»\"—–]", sentence.text[:start])[-1]
    after = re.split(r"[,;:(«»\"—–]", sentence.text[stop:])[0]
    if any(map(_is_short_passive, WORD.findall(after)[:2])):
        return True
    for word in reversed(WORD.findall(before)[-_NEAR:]):
        if _is_short_passive(word):
            return True
        if readings(word)[0].case == "ablt":  # «созданы художницей Хизер Дьюи-Харборг»: by her
            return False
    return False


def _is_short_passive(word: str) -> bool:
    """«Назначен», «избран», «задержаны»; the dictionary's likeliest reading decides."""
    reading = readings(word)[0]
    return reading.is_known and reading.pos == "PRTS" and "pssv" in reading.tags


def _named_too_often(
    checker: Checker, sentence: Sentence, target: str, persons: Sequence[Match]
) -> Iterator[str]:
    """Two people may share a surname: «Олег Антонов родился в семье игрока Ярослава Антонова»."""
    for index, mentioned in Counter(match.entity for match in persons).items():
        person = checker.ledger.entities[index]
        surname = without_suffix(person.english).split()[-1]
        stem = _stem(without_generation(person.name)[0].split()[-1])
        if target.count(surname) <= mentioned:
            continue  # as nearly always, and it saves reading the Russian
        # «клан Кардашян-Дженнер» names both
        russian = re.split(r"\W+", plain(sentence.text))
        count = max(mentioned, sum(word.startswith(stem) for word in russian))
        there = len(re.findall(rf"\b{re.escape(surname)}\b", target))
        if there > count + len(re.findall(rf"\b{re.escape(surname)}\b", sentence.text)):
            yield f"it names {surname} {there} times, the Russian {_times(count)}"


def _stem(surname: str) -> str:
    """Without an ending: «Антонова», «Шмидт», «Горький»."""
    return plain(surname)[: max(3, len(surname) - 2)]


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
