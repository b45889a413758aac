"""Rules that put right what the recogniser found: where a name begins and ends, and its kind."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from summarizer.entities.finding.plausible import is_name, is_title
from summarizer.entities.finding.recognise import Found
from summarizer.entities.known import bodies, gazetteer, people, places
from summarizer.entities.known.given_names import is_given
from summarizer.entities.naming import compounds
from summarizer.entities.russian.morphology import WORD, forms, is_common_noun, is_known
from summarizer.entities.russian.organisations import CLOSING, OPENING
from summarizer.entities.russian.persons import is_of_generation, is_person
from summarizer.types import Kind

_EDGE = " \t\u00a0\u202f,.;:!?-–—/()[]"
_BRACKET = re.compile(r"\s*[(\[]")
_INITIALS_BEFORE = re.compile(r"(?<![\w.])(?:[А-ЯЁ]\.[ \u00a0]?){1,2}$")
_CAPITAL_BEFORE = re.compile(r"(?<![\w.«\"-])([А-ЯЁ][а-яё]+)[ \u00a0]$")
_WORD_BEFORE = re.compile(r"\b[А-ЯЁа-яё-]+ $")
_ENDS_IN_INITIAL = re.compile(r"(?:^|[ .\u00a0])[А-ЯЁ]\.$")
_ABBREVIATED = re.compile(r"\b(?:им|св|ул|пр|г)\.?$")
_LATIN_COMPOUND = re.compile(r"([A-Za-z][\w ]*)-[а-яё]+$")  # «Telegram-канал»
_SITE = re.compile(r"([А-Яа-яЁё]+)\.(?:ru|com|org|net|info)$")  # «АиФ.ru», AiF or AiF.ru
_COMPOUND = re.compile(r"(\w+)-([а-яё]+)")  # «Твиттер-аккаунт», «ВИЧ-диссидент»
# «встретил Иванова старший брат» is no elder Ivanov
_GENERATION_BEHIND = re.compile(
    r"[ \u00a0](?:[Мм]ладш|[Сс]тарш)(?:ий|его|ему|им|ем)(?=\s*(?:[.,;:!?)»]|$))"
)
_PAPAL = re.compile(r"\b[Пп]ап(?:[ауые]|ой)[ \u00a0]$")
_ROMAN = re.compile(r"[Рр]имск\w+[ \u00a0]?")
_PREPOSITION = re.compile(
    r"(?:В|Во|До|Для|Из|Из-за|К|Ко|На|О|Об|От|Под|При|С|Со|У)[ \u00a0](?=[А-ЯЁ])"
)
_SURNAME = re.compile(r"\w{2,}(?:ов|[её]в|ин|ын)")


def tidied(text: str, found: Sequence[Found]) -> list[Found]:
    """The names of a sentence with their limits and kinds put right, in order, not overlapping."""
    bare = [part for name in found for part in _without_brackets(text, name)]
    parts = [part for name in bare for part in _two_places(text, name)]
    trimmed = [fixed for part in parts if (fixed := _trimmed(text, part))]
    grown = [_grown_place(text, grown_person(text, _with_quotes(text, name))) for name in trimmed]
    joined = _joined_persons(text, _not_overlapping(grown))
    split = [part for name in joined for part in _body_and_place(text, name)]
    return [_retyped(text, name) for name in _joined_bodies(text, split)]


def _without_brackets(text: str, name: Found) -> Iterator[Found]:
    """«ООН (ФАО)» and «Шону Комбсу (Diddy)» are two names each."""
    inner = text[name.start : name.stop]
    opening = _BRACKET.search(inner)
    if not opening or not opening.start():
        yield name
        return
    yield Found(name.start, name.start + opening.start(), name.kind)
    if opening.end() < len(inner):
        yield Found(name.start + opening.end(), name.stop, name.kind)


def _two_places(text: str, name: Found) -> Iterator[Found]:
    """«рейс Малага-Брюссель» names two; «Нью-Йорк» and «Пари-матч» are one name each."""
    inner = text[name.start : name.stop]
    first, dash, second = inner.partition("-")
    find = gazetteer.find
    is_quoted = text[name.start - 1 : name.start] in tuple(OPENING)  # the firm «Восток-Запад»
    if not dash or is_quoted or find(inner) or not (find(first) and find(second)):
        yield name
        return
    middle = name.start + len(first)
    yield Found(name.start, middle, Kind.LOC)
    yield Found(middle + 1, name.stop, Kind.LOC)


def _trimmed(text: str, name: Found) -> Found | None:
    """Without punctuation, titles and what is no name; None where nothing is left."""
    start, stop = name.start, name.stop
    while stop > start and _is_edge(text, start, stop):
        stop -= 1
    while start < stop and text[start] in _EDGE:
        start += 1
    if _ABBREVIATED.search(text[start:stop]):
        stop = start + len(_ABBREVIATED.sub("", text[start:stop]).rstrip())
    if site := _SITE.match(text[start:stop]):
        stop = start + site.end(1)
    if mixed := _LATIN_COMPOUND.match(text[start:stop]):
        stop = start + mixed.end(1)
    elif compound := _COMPOUND.fullmatch(text[start:stop]):
        stop = start + _name_length(compound)
    if name.kind is Kind.PER:
        start = _after_titles(text, start, stop)
    elif preposition := _PREPOSITION.match(text, start, stop):
        start = preposition.end()
    is_first = not text[:start].strip(' «"–—-')
    found = Found(start, stop, name.kind)
    return found if is_name(text[start:stop], name.kind, is_first=is_first) else None


def is_papal(text: str, start: int) -> bool:
    """«Папа Римский» is the Pope, and Rome is not in it for English."""
    return bool(_ROMAN.match(text, start) and _PAPAL.search(text[:start]))


def is_greater(words: Sequence[str]) -> bool:
    """«Большого Монреаля» is Greater Montreal's, and no theatre's."""
    return (
        len(words) > 1
        and words[1][0].isupper()
        and "большой" in forms(words[0])
        and gazetteer.find(words[1]) is not None
    )


def _name_length(compound: re.Match[str]) -> int:
    """Of a name and a common noun only the first is a name; of two common nouns neither is, and a
    name that a table has as a whole («Буш-старший», «Пари-матч») stays as it is, as an English
    street does («Кольер-стрит»)."""
    first, second = compound.groups()
    whole = compound.group()
    is_listed = gazetteer.find_common(whole) or compounds.spellings(whole)
    if not is_common_noun(second) or is_listed or is_of_generation(whole):
        return compound.end() - compound.start()
    return 0 if is_common_noun(first) and not first.isupper() else len(first)


def _is_edge(text: str, start: int, stop: int) -> bool:
    last = text[stop - 1]
    if last == "." and _ENDS_IN_INITIAL.search(text[start:stop]):
        return False
    lone_quote = last in "\"'" and text[start:stop].count(last) == 1
    return last in _EDGE or (last in OPENING and last not in CLOSING) or lone_quote


def _after_titles(text: str, start: int, stop: int) -> int:
    """«Император Акихито», «миссис Обама», «Пульмонолог Пурясев»: the title is no name."""
    tokens = list(WORD.finditer(text, start, stop))
    if people.is_figure([token.group() for token in tokens]):
        return start  # «Пан Ги Мун» is no lord
    for token in tokens[:-1]:
        if is_person(token.group()) or not is_title(token.group()):
            return token.start()
    return tokens[-1].start() if tokens and start < tokens[-1].start() else start


def _grown_place(text: str, name: Found) -> Found:
    """«округу Колумбия» is Washington, not the country."""
    if name.kind is not Kind.LOC:
        return name
    before = _WORD_BEFORE.search(text[: name.start])
    if before is None:
        return name
    found = places.find(text[before.start() : name.stop])
    return Found(before.start(), name.stop, Kind.LOC) if found else name


def _with_quotes(text: str, name: Found) -> Found:
    """Take in the closing quote of «ОАО «ПОЗИС»», and the lone opening one before a name."""
    inner = text[name.start : name.stop]
    opened = inner.count("«") > inner.count("»") or inner.count("“") > inner.count("”")
    opened = opened or inner.count('"') % 2 == 1
    if opened and text[name.stop : name.stop + 1] in tuple(CLOSING):
        return Found(name.start, name.stop + 1, name.kind)
    return name


def grown_person(text: str, name: Found) -> Found:
    """«Б.Обама» where only «Обама» was found, «Ли Пэн» where «Пэн» was, «Кинг младший»."""
    if name.kind is not Kind.PER:
        return name
    if younger := _GENERATION_BEHIND.match(text, name.stop):
        name = Found(name.start, younger.end(), name.kind)
    if "." in text[max(0, name.start - 2) : name.start] and (
        before := _INITIALS_BEFORE.search(text[: name.start])
    ):
        return Found(before.start(), name.stop, name.kind)
    is_lone = " " not in text[name.start : name.stop]
    word = _CAPITAL_BEFORE.search(text[: name.start]) if is_lone else None
    if word and _may_be_given(word.group(1), at_start=not word.start(1)):
        return Found(word.start(1), name.stop, name.kind)
    return name


def _may_be_given(word: str, *, at_start: bool) -> bool:
    if is_given(word):
        return True
    return not at_start and not is_known(word) and not places.find_by_adjective(word)


def _not_overlapping(found: Sequence[Found]) -> list[Found]:
    kept: list[Found] = []
    for name in sorted(found, key=lambda name: (name.start, -name.stop)):
        if not kept or name.start >= kept[-1].stop:
            kept.append(name)
    return kept


def _joined_persons(text: str, found: Sequence[Found]) -> list[Found]:
    """«Салман» «Тасир», found as two, are one when the first is a given name alone."""
    joined: list[Found] = []
    for name in found:
        last = joined[-1] if joined else None
        if (
            last
            and last.kind is name.kind is Kind.PER
            and text[last.stop : name.start] in (" ", "\u00a0")
            and is_given(text[last.start : last.stop])
            and not is_given(text[name.start : name.stop].split(" ")[0])
        ):
            joined[-1] = Found(last.start, name.stop, Kind.PER)
        else:
            joined.append(name)
    return joined


def _body_and_place(text: str, name: Found) -> Iterator[Found]:
    """«МИД Казахстана» is a body and a place, unless a table has it as a whole: the English may
    put the place anywhere («Kazakh Foreign Ministry»), so each is checked for itself."""
    inner = text[name.start : name.stop]
    if name.kind is not Kind.ORG or bodies.find(inner) or gazetteer.find_common(inner):
        yield name
        return
    tokens = list(WORD.finditer(inner))
    if is_greater([token.group() for token in tokens]):
        yield Found(name.start, name.stop, Kind.LOC)
        return
    body = bodies.named().longest([token.group() for token in tokens])
    rest = inner[tokens[body[0]].start() :] if body and body[0] < len(tokens) else ""
    if body and rest and gazetteer.find_common(rest):
        yield Found(name.start, name.start + tokens[body[0] - 1].end(), Kind.ORG)
        yield Found(name.stop - len(rest), name.stop, Kind.LOC)
    else:
        yield name


def _joined_bodies(text: str, found: Sequence[Found]) -> list[Found]:
    """«Верховный суд» «Пакистана», «Тринидад» и «Тобаго», «Калифорнийский университет» в
    «Лос-Анджелесе»: where a table has the two as one."""
    joined: list[Found] = []
    for name in found:
        last = joined[-1] if joined else None
        if last and text[last.stop : name.start] in (" ", " и ", " в ") and name.kind is Kind.LOC:
            whole = text[last.start : name.stop]
            entry = bodies.find(whole) or gazetteer.find_common(whole)
            if entry:
                joined[-1] = Found(last.start, name.stop, entry.kind)
                continue
        joined.append(name)
    return joined


def _retyped(text: str, name: Found) -> Found:
    """A table knows better: «Евросоюз» is a body, «Сколково» a place, «Европам» no person."""
    inner = text[name.start : name.stop]
    place, body = places.find(inner), bodies.find(inner)
    if body and not place:
        return Found(name.start, name.stop, Kind.ORG)
    if name.kind is Kind.LOC and places.is_surname(inner):
        return Found(name.start, name.stop, Kind.PER)
    is_man = name.kind is Kind.PER and (is_person(inner) or _may_be_surname(inner))
    if place and not body and not is_man:
        return Found(name.start, name.stop, Kind.LOC)
    return name


def _may_be_surname(word: str) -> bool:
    """«Нилов» is hardly ever of Niles."""
    return bool(_SURNAME.fullmatch(word)) and places.named().exact(word) is None
