"""The hints that an engine gets with a sentence: its names and the English they must become."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from summarizer.entities.checking.check import Checker
from summarizer.entities.russian.morphology import plain
from summarizer.entities.russian.persons import parse
from summarizer.translate.glosses import find_glosses
from summarizer.translate.phrases import find_phrases
from summarizer.translate.protocol import Hint, Segment
from summarizer.types import Kind, Sentence, Span

# places and bodies that English calls by common nouns, or in the plural
_WITH_ARTICLE = re.compile(
    r"^(?:United|Czech|Dominican|Central African|UK|US|USA|UAE|EU|UN|USSR)\b|"
    r"\b(?:Republic|Kingdom|States|Emirates|Union|Federation|Netherlands|Philippines|Islands|Region|"
    r"Ministry|Committee|Party|Service|Agency|Council|Court|Bank|Commission|Fund|Army|Chamber|"
    r"Assembly|Duma|Kremlin|White House|Pentagon|Hague|Caucasus|Crimea Republic)$"
)


_SAID_OF_THIS = {
    verb: english
    for english, verbs in {
        "was stated": "заявил заявила заявили",
        "was reported": "сообщил сообщила сообщили сообщило передал передала",
        "was said": "сказал сказала сказали рассказал рассказала рассказали",
        "was written": "написал написала",
        "is reported": "сообщает сообщают пишет пишут передает передаёт",
    }.items()
    for verb in verbs.split()
}
_HEARERS = {"журналистам": "Journalists were told", "корреспонденту": "A correspondent was told"}
_FORMULA = re.compile(
    rf"Об этом(?: (?P<who>{'|'.join(_HEARERS)}))? (?P<verb>{'|'.join(_SAID_OF_THIS)})\b"
)


# «Министром назначен Мэтт Хэнкок»: the model takes who comes last for who did it, "by Matt Hancock"
_PASSIVES = {
    "назначен": "appointed", "переназначен": "reappointed", "избран": "elected",
    "переизбран": "re-elected", "выдвинут": "nominated", "утвержден": "confirmed",
    "уволен": "dismissed", "отстранен": "suspended", "арестован": "arrested",
    "задержан": "detained", "осужден": "convicted", "приговорен": "sentenced",
    "оправдан": "acquitted", "освобожден": "released", "убит": "killed", "ранен": "wounded",
    "похищен": "kidnapped", "награжден": "awarded",
}  # fmt: skip
_PASSIVE_FORMS = tuple(verb + ending for verb in _PASSIVES for ending in ("", "а"))
_PASSIVE = re.compile(
    rf"\b(?P<verb>{'|'.join(_PASSIVES)})а?\s+$".replace("е", "[её]"), re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Name:
    kind: Kind
    start: int
    stop: int
    english: str
    is_adjective: bool = False  # «итальянских», Italian, where the entity is Italy


def segment_of(
    checker: Checker,
    sentence: Sentence,
    *,
    hints: bool,
    glosses: bool = True,
    clause: Span | None = None,
) -> Segment:
    """Make the engine's input from a sentence, or from one clause of it (offsets into its text);
    with `glosses` also the words of one meaning, which nothing checks."""
    start, stop = clause or Span(0, len(sentence.text))
    text = sentence.text[start:stop]
    if not hints:
        return Segment(text)
    names = [
        name for name in _names(checker, sentence) if start <= name.start and name.stop <= stop
    ]
    opener = _opener(text) if start == 0 else None
    phrases = [*_phrases(text, start), *_passives(names, sentence.text, start)]
    names = [name for name in names if not any(_is_inside(name, phrase) for phrase in phrases)]
    phrases += _glosses(text, start, [*names, *phrases]) if glosses else ()
    found: dict[str, str] = {}  # one hint an English form: «отставки» and «отставку» are one word
    for name in sorted((*_joined(names, sentence.text), *phrases), key=lambda name: name.start):
        source = sentence.text[name.start : name.stop]
        if source != name.english:
            found.setdefault(name.english, source)
    told = (Hint(source, target) for target, source in found.items())
    return Segment(text, (*([opener] if opener else []), *told))


def _opener(text: str) -> Hint | None:
    """Say how a formula opens an English sentence. Untold, the model writes "The minister spoke"
    for «Об этом заявил министр», and the claim is nobody's any more."""
    found = _FORMULA.match(text)
    if found is None:
        return None
    heard = found["who"]
    verb = _SAID_OF_THIS[found["verb"].lower()]
    english = f"{_HEARERS[heard]} this by" if heard else f"This {verb} by"
    return Hint(found.group(), english)


def _phrases(text: str, offset: int) -> Iterator[_Name]:
    for phrase in find_phrases(text):
        yield _Name(Kind.TERM, offset + phrase.start, offset + phrase.stop, phrase.english)


def _glosses(text: str, offset: int, taken: Sequence[_Name]) -> Iterator[_Name]:
    """Words that are in no name, office or set phrase."""
    for gloss in find_glosses(text):
        start, stop = offset + gloss.start, offset + gloss.stop
        if not any(name.start < stop and start < name.stop for name in taken):
            yield _Name(Kind.TERM, start, stop, gloss.english)


def _passives(names: Sequence[_Name], text: str, begin: int) -> Iterator[_Name]:
    """A man or woman in the nominative right behind a short passive participle."""
    for name in names:
        before = text[begin : name.start]
        if name.kind is not Kind.PER or not plain(before.rstrip()).endswith(_PASSIVE_FORMS):
            continue
        found = _PASSIVE.search(before)
        russian = text[name.start : name.stop]
        if found and plain(parse(russian).name) == plain(russian):
            done = _PASSIVES[plain(found["verb"])]
            yield _Name(Kind.TERM, begin + found.start(), name.stop, f"{name.english} was {done}")


def _is_inside(name: _Name, phrase: _Name) -> bool:
    return phrase.start <= name.start and name.stop <= phrase.stop


def _names(checker: Checker, sentence: Sentence) -> Iterator[_Name]:
    """Names and terms with a known English, offsets into the sentence."""
    for index, mention in checker.rows(sentence):
        entity = checker.ledger.entities[index]
        english = mention.english or entity.english
        if entity.kind.is_name and english:
            start, stop = mention.start - sentence.start, mention.stop - sentence.start
            is_adjective = entity.kind is Kind.LOC and english != entity.english
            yield _Name(entity.kind, start, stop, english, is_adjective)


def _joined(names: Sequence[_Name], text: str) -> Iterator[_Name]:
    """Join an office with the place or body right after it: «Президент РТ» is one hint, the
    president of Tatarstan. Given the two apart, the model writes "President Tatarstan"; given no
    article, it writes "said defense minister of Kazakhstan"."""
    waiting: _Name | None = None
    for name in names:
        if waiting is not None:
            is_whose = name.kind in (Kind.LOC, Kind.ORG) and not name.is_adjective
            if is_whose and not text[waiting.stop : name.start].strip():
                english = f"the {waiting.english} of {with_article(name.english)}"
                yield _Name(Kind.TERM, waiting.start, name.stop, english)
                waiting = None
                continue
            yield waiting
        waiting = name if name.kind is Kind.TERM else None
        if waiting is None:
            yield name
    if waiting is not None:
        yield waiting


def with_article(name: str) -> str:
    """ "the United Kingdom", "the EU", "the Foreign Ministry"; Kazakhstan and KAMAZ have none."""
    return f"the {name}" if _WITH_ARTICLE.search(name) else name
