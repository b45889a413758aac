"""Names that the recogniser missed: what a table knows, and what the article names elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from summarizer.entities import bodies, people, places
from summarizer.entities.declension import surname_forms
from summarizer.entities.glossary import Glossary
from summarizer.entities.morphology import WORD, is_known, plain, readings
from summarizer.entities.organisations import OPENING, acronym_stem
from summarizer.entities.persons import parse
from summarizer.entities.recognise import Found
from summarizer.entities.tidy import grown_person, is_papal
from summarizer.types import Kind

_PROPER = frozenset(("Geox", "Orgn", "Abbr"))
_PERSONAL = frozenset(("Name", "Surn", "Patr"))


@dataclass(slots=True)
class Known:
    """What an article names: surnames in plain nominative, and words that no dictionary has."""

    surnames: set[str] = field(default_factory=set)
    words: dict[str, Kind] = field(default_factory=dict)

    def learn(self, text: str, kind: Kind) -> None:
        if kind is Kind.PER:
            person = parse(text)
            if person.is_full or person.initials:
                self.surnames.add(plain(person.surname))
        elif " " not in text and (acronym_stem(text) != text or not is_known(text)):
            self.words[plain(acronym_stem(text))] = kind


def missed(text: str, found: Sequence[Found], known: Known) -> list[Found]:
    """Names in the gaps between those found already."""
    taken = list(found)
    for step in (_in_tables, lambda text, taken: _named_elsewhere(text, taken, known)):
        taken += [name for name in step(text, taken) if _is_free(name, taken)]
    return sorted(taken[len(found) :], key=lambda name: name.start)


def adjectives(text: str, found: Sequence[Found]) -> list[Found]:
    """«казахстанский», «Казанские»: mentions of the place that the English must keep."""
    return [
        name
        for match in WORD.finditer(text)
        if (name := Found(*match.span(), Kind.LOC))
        and _is_free(name, found)
        and places.find_by_adjective(match.group())
        and not is_papal(text, match.start())
    ]


def with_glossary(text: str, found: Sequence[Found], glossary: Glossary) -> list[Found]:
    """The names of a sentence with the user's terms in place of what overlaps them.

    A longer personal name keeps its place: the term «Минниханов» is found in it later.
    """
    kept = list(found)
    for start, stop, kind in _terms(text, glossary):
        overlapping = [name for name in kept if name.start < stop and start < name.stop]
        if any(_is_longer_person(name, start, stop) for name in overlapping):
            continue
        kept = [name for name in kept if name not in overlapping]
        known = next((name.kind for name in overlapping), Kind.ORG)
        kept.append(Found(start, stop, kind or known))
    return sorted(kept, key=lambda name: name.start)


def _terms(text: str, glossary: Glossary) -> Iterator[tuple[int, int, Kind | None]]:
    """The terms in a text, in any case and letter size, the longest at each place."""
    tokens = list(WORD.finditer(text))
    index = 0
    while index < len(tokens):
        hit = glossary.longest([token.group() for token in tokens[index : index + 8]])
        if hit:
            yield tokens[index].start(), tokens[index + hit[0] - 1].end(), hit[1].kind
        index += hit[0] if hit else 1


def _is_longer_person(name: Found, start: int, stop: int) -> bool:
    return name.kind is Kind.PER and name.stop - name.start > stop - start


def _in_tables(text: str, taken: Sequence[Found]) -> Iterator[Found]:
    tokens = list(WORD.finditer(text))
    index = 0
    while index < len(tokens):
        hit = _longest(text, tokens[index : index + 6])
        if hit:
            yield hit
            index += sum(token.start() < hit.stop for token in tokens[index : index + 6])
        else:
            index += 1


def _longest(text: str, tokens: Sequence[re.Match[str]]) -> Found | None:
    """The longest name of a table that starts at the first token; a name may start small, if it
    has a capital inside: «заводом им. Горького»."""
    words = [token.group() for token in tokens]
    if not any(word[0].isupper() for word in words[:3]):
        return None
    hits = [hit for table in (places, bodies) if (hit := table.named().longest(words))]
    for length, entry in sorted(hits, key=lambda hit: -hit[0]):
        is_capital = any(word[0].isupper() for word in words[:length])
        is_first = not text[: tokens[0].start()].strip(' «"—–-')
        if is_capital and _is_sure(words[0], length, is_first=is_first):
            return Found(tokens[0].start(), tokens[length - 1].end(), entry.kind)
    return None


def _is_sure(word: str, length: int, *, is_first: bool) -> bool:
    """One word of a table may be an ordinary word too: «Правда», «Лига», «Лена», «Запад»."""
    if length > 1 or (word.isupper() and len(word) > 1):
        return True
    found = [reading for reading in readings(word) if reading.is_known]
    if any(reading.tags & _PERSONAL for reading in found):
        return False
    proper = [bool(reading.tags & _PROPER) for reading in found]
    return all(proper) if is_first else not proper or any(proper)


def _named_elsewhere(text: str, taken: Sequence[Found], known: Known) -> Iterator[Found]:
    for match in WORD.finditer(text):
        word = match.group()
        if not word[0].isupper() or text[match.start() - 1 : match.start()] in tuple(OPENING):
            continue
        kind = known.words.get(plain(acronym_stem(word)))
        if kind:
            yield Found(*match.span(), kind)
        elif _is_known_surname(word, known) and not _opens_with_common_word(text, match):
            yield grown_person(text, Found(*match.span(), Kind.PER))


def _is_known_surname(word: str, known: Known) -> bool:
    """A surname of the article, or of a public figure that is no other word («Байден»)."""
    nominatives = [plain(form.nominative) for form in surname_forms(word)]
    if any(nominative in known.surnames for nominative in nominatives):
        return True
    is_other_word = any(
        reading.is_known and not reading.tags & _PERSONAL for reading in readings(word)
    )
    return not is_other_word and any(people.find_surname(name) for name in nominatives)


def _opens_with_common_word(text: str, match: re.Match[str]) -> bool:
    """«Белых» at the start of a sentence may be an ordinary word; where the article has a Хант,
    «Хант», a singular noun in the nominative, is more likely he than one of a people."""
    found = [reading for reading in readings(match.group()) if reading.is_known]
    common = [reading for reading in found if not reading.tags & _PERSONAL]
    is_subject = any(
        (reading.pos, reading.case, reading.number) == ("NOUN", "nomn", "sing")
        for reading in common
    )
    return bool(common) and not is_subject and not text[: match.start()].strip(' «"—–-')


def _is_free(name: Found, taken: Iterable[Found]) -> bool:
    return not any(other.start < name.stop and name.start < other.stop for other in taken)
