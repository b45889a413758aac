"""What would change in a batch if names were remembered from article to article.

    python benchmarks/spelling.py ARTICLES.jsonl...

Builds the ledger of every article (recognition runs, translation does not) with a memory of its
own, as a batch does, and again with one memory for a window of 16 and for all of them in order.
Prints how many names would then be spelt otherwise, and which.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from summarizer.entities.memory import NameMemory
from summarizer.errors import InputError
from summarizer.pipeline import Summarizer
from summarizer.reading.articles import from_record, records
from summarizer.types import Article, Entity, Kind

NAMES = (Kind.PER, Kind.LOC, Kind.ORG)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    summarizer = Summarizer()
    articles = list(articles_of(parser.parse_args().files))
    ledgers = [summarizer.entities(article) for article in articles]
    alone = [[each for each in ledger.entities if each.kind in NAMES] for ledger in ledgers]
    persons = sum(each.kind is Kind.PER for names in alone for each in names)
    print(f"{len(alone)} articles, {sum(map(len, alone)):,} names, {persons:,} of them persons")
    for window, label in ((16, "windows of 16"), (len(alone), "all articles")):
        told = list(changes(alone, remembered(alone, window)))
        print(f"with one memory for {label}: {len(told)} spelt otherwise")
        print(*told, sep="\n")


def articles_of(files: Sequence[Path]) -> Iterator[Article]:
    """Those that hold a text; data sets have empty ones."""
    for file in files:
        for record in records(file) or ():
            try:
                yield from_record(record)
            except InputError as error:
                print(f"left out: {error}")


def remembered(alone: Sequence[Sequence[Entity]], window: int) -> Iterator[list[Entity]]:
    memory = NameMemory()
    for position, entities in enumerate(alone):
        memory = NameMemory() if position % window == 0 else memory
        yield memory.settle(entities)


def changes(alone: Sequence[Sequence[Entity]], after: Iterator[Sequence[Entity]]) -> Iterator[str]:
    for number, (one, other) in enumerate(zip(alone, after, strict=True), start=1):
        for own, shared in zip(one, other, strict=True):
            if spelling(own) != spelling(shared):
                forms = f"{own.english or '–'} → {shared.english}"
                yield f"  article {number}: {own.kind.value} «{own.name}» {forms}"


def spelling(entity: Entity) -> tuple[str, ...]:
    return (entity.english, *(mention.english for mention in entity.mentions))


if __name__ == "__main__":
    main()
