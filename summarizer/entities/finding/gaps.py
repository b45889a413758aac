"""Names that the recogniser missed: what a table knows, and what the article names elsewhere."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from summarizer.entities.finding.recognise import Found
from summarizer.entities.finding.tidy import grown_person, is_greater, is_papal
from summarizer.entities.known import bodies, people, places
from summarizer.entities.known.glossary import Glossary
from summarizer.entities.russian.declension import family_name, surname_forms
from summarizer.entities.russian.morphology import (
    PROPER,
    WORD,
    Token,
    forms,
    is_known,
    plain,
    readings,
    tokens,
)
from summarizer.entities.russian.organisations import OPENING, acronym_stem
from summarizer.entities.russian.persons import is_of_generation, parse
from summarizer.types import Kind

_PROPER = frozenset(("Geox", "Orgn", "Abbr"))
_PERSONAL = frozenset(("Name", "Surn", "Patr"))
_SCHOOLS = frozenset("университет институт академия училище колледж".split())
_SELDOM = 0.3  # the dictionary's probability of all other readings together: «Трамп» has 0.22
_OPENING = tuple(OPENING)


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
            elif " " not in text and not is_known(text):
                self.surnames.add(plain(person.name))  # «фараон Тутанхамон»
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
        for token in tokens(text)
        if places.find_by_adjective(token.text)
        and _is_free(name := Found(token.start, token.stop, Kind.LOC), found)
        and not is_papal(text, token.start)
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
    found = tokens(text)
    index = 0
    while index < len(found):
        hit = glossary.longest([token.text for token in found[index : index + 8]])
        if hit:
            yield found[index].start, found[index + hit[0] - 1].stop, hit[1].kind
        index += hit[0] if hit else 1


def _is_longer_person(name: Found, start: int, stop: int) -> bool:
    return name.kind is Kind.PER and name.stop - name.start > stop - start


def _in_tables(text: str, taken: Sequence[Found]) -> Iterator[Found]:
    found = tokens(text)
    stop = 0  # of the last name
    for index, token in enumerate(found):
        if token.start >= stop and _may_open(token.text):
            hit = _longest(text, found[index : index + 6])
            if hit:
                yield hit
                stop = hit.stop


@lru_cache(maxsize=10_000)
def _may_open(word: str) -> bool:
    return places.named().may_open(word) or bodies.named().may_open(word)


def _longest(text: str, tokens: Sequence[Token]) -> Found | None:
    """The longest name of a table that starts at the first token; a name may start small, if it
    has a capital inside: «заводом им. Горького»."""
    words = [token.text for token in tokens]
    if not any(word[0].isupper() for word in words[:3]) or is_greater(words):
        return None
    hits = [hit for table in (places, bodies) if (hit := table.named().longest(words))]
    for length, entry in sorted(hits, key=lambda hit: -hit[0]):
        is_capital = any(word[0].isupper() for word in words[:length])
        is_first = not text[: tokens[0].start].strip(' «"—–-')
        if entry.kind is Kind.ORG and _goes_on(text, tokens, length):
            continue
        if is_capital and _is_sure(words[0], length, is_first=is_first):
            kind = Kind.PER if length == 1 and places.is_surname(words[0]) else entry.kind
            return Found(tokens[0].start, tokens[length - 1].stop, kind)
    return None


def _goes_on(text: str, tokens: Sequence[Token], length: int) -> bool:
    """«Московский государственный университет путей сообщения» is not Moscow State University."""
    if length == len(tokens) or _SCHOOLS.isdisjoint(forms(tokens[length - 1].text)):
        return False
    following = tokens[length]
    best = readings(following.text)[0]
    is_beside = text[tokens[length - 1].stop : following.start] == " "
    is_common = best.is_known and best.pos in ("NOUN", "ADJF") and not best.tags & PROPER
    return is_beside and is_common and best.case == "gent" and best.lemma != "имя"


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
    for token in tokens(text):
        word = token.text
        if not word[0].isupper() or text[token.start - 1 : token.start] in _OPENING:
            continue
        if not _is_free(Found(token.start, token.stop, Kind.PER), taken):
            continue  # as most capitals, and what grows from it is not free either
        if is_of_generation(word):
            yield grown_person(text, Found(token.start, token.stop, Kind.PER))
            continue
        kind = known.words.get(plain(acronym_stem(word)))
        if kind:
            yield Found(token.start, token.stop, kind)
        elif _is_surname(text, token, known):
            yield grown_person(text, Found(token.start, token.stop, Kind.PER))


def _is_surname(text: str, token: Token, known: Known) -> bool:
    """A surname of the article, or of a public figure, that is rather no other word («Байден»)."""
    if not known.surnames.isdisjoint(_nominatives(token.text)):
        return not _opens_with_common_word(text, token) or _is_rather_a_name(text, token)
    return _is_surname_of_figure(token.text) and _is_rather_a_name(text, token)


@lru_cache(maxsize=10_000)
def _nominatives(word: str) -> tuple[str, ...]:
    return tuple(plain(form.nominative) for form in surname_forms(word))


@lru_cache(maxsize=10_000)
def _is_surname_of_figure(word: str) -> bool:
    if len(word) > 1 and word.isupper():
        return False  # «ЮА» is not of a Mr. Yew
    return any(map(people.find_surname, _nominatives(word))) or bool(family_name(word))


def _is_rather_a_name(text: str, token: Token) -> bool:
    """«Путин» is hardly the genitive of fishing seasons, nor «Трамп» a tramp ship; «Песков» is
    likelier of sands, but not as the subject of «Песков заявил»."""
    found = [reading for reading in readings(token.text) if reading.is_known]
    others = [reading for reading in found if not reading.tags & _PERSONAL]
    if sum(reading.score for reading in others) <= _SELDOM:
        return True
    is_oblique = all(reading.is_plural and reading.case != "nomn" for reading in others)
    following = WORD.match(text, token.stop + 1)
    return is_oblique and following is not None and _is_verb(following.group())


def _is_verb(word: str) -> bool:
    best = readings(word)[0]
    return best.pos == "VERB" and best.number == "sing"


def _opens_with_common_word(text: str, token: Token) -> bool:
    """«Белых» at the start of a sentence may be an ordinary word; where the article has a Хант,
    «Хант», a singular noun in the nominative, is more likely he than one of a people."""
    found = [reading for reading in readings(token.text) if reading.is_known]
    common = [reading for reading in found if not reading.tags & _PERSONAL]
    is_subject = any(
        (reading.pos, reading.case, reading.number) == ("NOUN", "nomn", "sing")
        for reading in common
    )
    return bool(common) and not is_subject and not text[: token.start].strip(' «"—–-')


def _is_free(name: Found, taken: Iterable[Found]) -> bool:
    return not any(other.start < name.stop and name.start < other.stop for other in taken)
