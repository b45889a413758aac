"""Names found in Russian beside annotated ones: F1 a class.

Gold is prepared as for the published figures of slovnet and others (natasha/naeval): of nested
names the outermost counts («МИД Грузии» is one ORG), and of a factRuEval body or place the name
without its description («компания «Союзкалий»»). Their figures are the F1 *of words*; whole names
with exact borders are harder. Offsets are code points into the record's text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from summarizer.errors import InputError
from summarizer.evaluate.scores import Score, bootstrap
from summarizer.types import Article, Kind

NEREL = {
    "PERSON": Kind.PER,
    "ORGANIZATION": Kind.ORG,
    "COUNTRY": Kind.LOC,
    "CITY": Kind.LOC,
    "STATE_OR_PROVINCE": Kind.LOC,
    "DISTRICT": Kind.LOC,
    "LOCATION": Kind.LOC,
}
FACTRUEVAL = {  # class of object, and which of its spans are the name; "": all of it
    "Person": (Kind.PER, ""),
    "Org": (Kind.ORG, "org_name"),
    "Location": (Kind.LOC, "loc_name"),
    "LocOrg": (Kind.LOC, "loc_name"),  # «Россия заявила»: a place that acts
}
WORD = re.compile(r"\w+|[^\w\s]")
KINDS = (Kind.PER, Kind.LOC, Kind.ORG)


class Name(NamedTuple):
    kind: Kind
    start: int
    stop: int


class Counts(NamedTuple):
    hits: int
    found: int
    gold: int


Finder = Callable[[str], Sequence[Name]]


def find(text: str) -> list[Name]:
    """What the ledger's names stage finds in a text."""
    from summarizer.entities.names import find_names
    from summarizer.sentences import split

    article = Article(id="", text=text)
    return [
        Name(entity.kind, mention.start, mention.stop)
        for entity in find_names(article, split(article))
        for mention in entity.mentions
    ]


def find_by_model_alone(text: str) -> list[Name]:
    """What the recogniser finds without the rules around it: says what the rules add."""
    from summarizer.entities.finding.recognise import recognise
    from summarizer.sentences import split

    sentences = split(Article(id="", text=text))
    found = recognise([sentence.text for sentence in sentences])
    return [
        Name(name.kind, sentence.start + name.start, sentence.start + name.stop)
        for sentence, names in zip(sentences, found, strict=True)
        for name in names
    ]


def gold_names(record: Mapping[str, Any]) -> list[Name]:
    """The outermost names of a NEREL record (`entities`) or a factRuEval one (`objects`)."""
    if "objects" in record:
        names = [name for row in record["objects"] for name in _from_factrueval(row)]
    elif "entities" in record:
        names = [name for row in record["entities"] for name in _from_nerel(row)]
    else:
        raise InputError(
            "no gold names: a NEREL record has `entities`, a factRuEval one `objects`, "
            f"this one has {', '.join(record)}"
        )
    return outermost(names)


def outermost(names: Iterable[Name]) -> list[Name]:
    kept: list[Name] = []
    for name in sorted(set(names), key=lambda name: (name.start, -name.stop, name.kind)):
        if not kept or name.start >= kept[-1].stop:
            kept.append(name)
    return kept


def measure(records: Sequence[Mapping[str, Any]], finder: Finder = find) -> list[Score]:
    """F1 a class, of whole names and of the words in them. Intervals draw whole articles."""
    triples = [(record["text"], _found(record, finder), gold_names(record)) for record in records]
    names = [(set(found), set(gold)) for _, found, gold in triples]
    words = [(set(words_in(text, a)), set(words_in(text, b))) for text, a, b in triples]
    return [
        _f1(kind, how, [agree(kind, *pair) for pair in pairs])
        for how, pairs in (("whole names", names), ("words", words))
        for kind in KINDS
    ]


def _found(record: Mapping[str, Any], finder: Finder) -> list[Name]:
    """Without adjectives («российский»), which NEREL counts as places and factRuEval does not."""
    text: str = record["text"]
    return [
        name for name in finder(text) if "objects" not in record or not text[name.start].islower()
    ]


def words_in(text: str, names: Iterable[Name]) -> Iterator[Name]:
    """The words and signs inside names, each with the kind of its name."""
    for kind, start, stop in names:
        for word in WORD.finditer(text, start, stop):
            yield Name(kind, word.start(), word.end())


def agree(kind: Kind, found: Iterable[Name], gold: Iterable[Name]) -> Counts:
    mine = {name for name in found if name.kind is kind}
    right = {name for name in gold if name.kind is kind}
    return Counts(len(mine & right), len(mine), len(right))


def f1(counts: Sequence[Counts]) -> float:
    hits = sum(count.hits for count in counts)
    total = sum(count.found + count.gold for count in counts)
    return 200.0 * hits / total if total else 0.0


def _f1(kind: Kind, how: str, counts: Sequence[Counts]) -> Score:
    value, low, high = bootstrap(counts, f1)
    total = sum(count.gold for count in counts)
    return Score(f"{kind} F1, {how}", value, low, high, total, how)


def _from_nerel(row: Mapping[str, Any]) -> Iterator[Name]:
    if row["type"] in NEREL:
        yield Name(NEREL[row["type"]], row["s"], row["e"])


def _from_factrueval(row: Mapping[str, Any]) -> Iterator[Name]:
    kind, part = FACTRUEVAL.get(row["type"], (None, ""))
    if kind is not None and not part:
        yield Name(kind, row["s"], row["e"])
    elif kind is not None:
        yield from (Name(kind, start, stop) for what, start, stop in row["spans"] if what == part)
