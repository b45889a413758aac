"""Names found in Russian beside annotated ones: precision, recall and F1 a class.

Gold is flattened: of nested names the outermost counts («Центральный банк РФ» is one ORG), as
the published figures of flat taggers do. Offsets are code points into the record's text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
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
FACTRUEVAL = {
    "Person": Kind.PER,
    "Org": Kind.ORG,
    "Location": Kind.LOC,
    "LocOrg": Kind.LOC,  # «Россия заявила»: a place that acts
}
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
    from summarizer.entities.recognise import recognise
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
        names = _typed(record["objects"], FACTRUEVAL)
    elif "entities" in record:
        names = _typed(record["entities"], NEREL)
    else:
        raise InputError(
            "no gold names: a NEREL record has `entities`, a factRuEval one `objects`, "
            f"this one has {', '.join(record)}"
        )
    return outermost(names)


def outermost(names: Iterable[Name]) -> list[Name]:
    kept: list[Name] = []
    for name in sorted(set(names), key=lambda name: (name.start, -name.stop)):
        if not kept or name.start >= kept[-1].stop:
            kept.append(name)
    return kept


def measure(records: Sequence[Mapping[str, Any]], finder: Finder = find) -> list[Score]:
    """F1 a class: exact boundaries, then any overlap. Intervals draw whole articles."""
    found = [list(finder(record["text"])) for record in records]
    gold = [gold_names(record) for record in records]
    return [
        _f1(kind, how, [agree(kind, *pair, touches) for pair in zip(found, gold, strict=True)])
        for how, touches in (("exact", equal), ("overlap", overlaps))
        for kind in KINDS
    ]


def agree(
    kind: Kind, found: Sequence[Name], gold: Sequence[Name], touches: Callable[[Name, Name], bool]
) -> Counts:
    """Count one-to-one agreements of one class, first come first served."""
    free = [name for name in gold if name.kind is kind]
    mine = [name for name in found if name.kind is kind]
    total, hits = len(free), 0
    for name in mine:
        match = next((other for other in free if touches(name, other)), None)
        if match is not None:
            free.remove(match)
            hits += 1
    return Counts(hits, len(mine), total)


def equal(one: Name, other: Name) -> bool:
    return one == other


def overlaps(one: Name, other: Name) -> bool:
    return one.start < other.stop and other.start < one.stop


def f1(counts: Sequence[Counts]) -> float:
    hits = sum(count.hits for count in counts)
    total = sum(count.found + count.gold for count in counts)
    return 200.0 * hits / total if total else 0.0


def _f1(kind: Kind, how: str, counts: Sequence[Counts]) -> Score:
    value, low, high = bootstrap(counts, f1)
    total = sum(count.gold for count in counts)
    return Score(f"{kind} F1, {how}", value, low, high, total, "gold names")


def _typed(rows: Iterable[Mapping[str, Any]], kinds: Mapping[str, Kind]) -> list[Name]:
    return [Name(kinds[row["type"]], row["s"], row["e"]) for row in rows if row["type"] in kinds]
