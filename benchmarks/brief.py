"""Measure the choice of sentences on articles that people translated, so that only it is judged.

Each line of the file is {"ru": [segments], "en_A": [segments], "headline": bool}. The brief is
compared with the English headline and the first two English sentences (chrF2), as are the leading
sentences alone and random ones. Usage: python benchmarks/brief.py ARTICLES.jsonl
"""

from __future__ import annotations

import argparse
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sacrebleu

from summarizer.brief.openers import leans_back
from summarizer.brief.select import Budget, choose
from summarizer.brief.words import count_words
from summarizer.entities.ledger import build
from summarizer.types import (
    Article,
    Ledger,
    Sentence,
    Signature,
    TranslatedArticle,
    Translation,
)

Chooser = Callable[[TranslatedArticle, Budget], tuple[int, ...]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--sentences", type=int, default=3)
    parser.add_argument("--words", type=int, default=80)
    parser.add_argument(
        "--names", action="store_true", help="find names, numbers and dates (slower)"
    )
    arguments = parser.parse_args()
    budget = Budget(arguments.sentences, arguments.words)
    records = [json.loads(line) for line in arguments.articles.read_text("utf-8").splitlines()]
    articles = [translated(record, find=arguments.names) for record in records]
    references = [reference(record) for record in records]
    for name, chooser in CHOOSERS.items():
        report(name, [(a, chooser(a, budget)) for a in articles], references)


def translated(record: dict[str, Any], *, find: bool) -> TranslatedArticle:
    """The record's body as an article that its human translator translated."""
    first = int(record["headline"])
    russian, english = record["ru"][first:], record["en_A"][first:]
    article = Article(id=record["id"], text="\n".join(russian))
    sentences, start = [], 0
    for index, text in enumerate(russian):
        sentences.append(Sentence(index, 0, start, start + len(text), text))
        start += len(text) + 1
    ledger = build(article, sentences) if find else Ledger(article, tuple(sentences), ())
    pairs = zip(sentences, english, strict=True)
    return TranslatedArticle(
        ledger, tuple(Translation(s, e) for s, e in pairs), (), Signature("benchmark", ())
    )


def reference(record: dict[str, Any]) -> str:
    return " ".join(record["en_A"][: 2 + record["headline"]])


def lead(count: int) -> Chooser:
    return lambda article, _: tuple(range(min(count, len(article.translations))))


def chance(article: TranslatedArticle, budget: Budget) -> tuple[int, ...]:
    positions = range(len(article.translations))
    picked = random.Random(article.ledger.article.id).sample(
        positions, min(budget.sentences, len(positions))
    )
    return tuple(sorted(picked))


CHOOSERS: dict[str, Chooser] = {
    "lead-1": lead(1),
    "lead-2": lead(2),
    "lead-3": lead(3),
    "random": chance,
    "chosen": choose,
}


def report(
    name: str, choices: list[tuple[TranslatedArticle, tuple[int, ...]]], references: list[str]
) -> None:
    briefs = [" ".join(a.translations[i].text for i in chosen) for a, chosen in choices]
    score = sum(
        sacrebleu.sentence_chrf(brief, [ref]).score
        for brief, ref in zip(briefs, references, strict=True)
    ) / len(briefs)
    whole = sum(_coverage(a, chosen) for a, chosen in choices) / len(choices)
    over = sum(count_words(brief) > 80 for brief in briefs)
    dangling = sum(_dangles(a, chosen) for a, chosen in choices)
    mean = sum(map(count_words, briefs)) / len(briefs)
    print(
        f"{name:8} chrF2 {score:5.1f}  article stems covered {whole:5.1%}  words {mean:5.1f}"
        f"  over 80: {over:3}  without antecedent: {dangling:3}  of {len(briefs)}"
    )


def _coverage(article: TranslatedArticle, chosen: tuple[int, ...]) -> float:
    """The share of the article's repeated content stems that the brief has."""
    from collections import Counter

    from summarizer.brief.words import content_stems

    counts = Counter(s for t in article.translations for s in content_stems(t.text))
    repeated = {stem for stem, count in counts.items() if count > 1}
    brief = {s for i in chosen for s in content_stems(article.translations[i].text)}
    return len(brief & repeated) / max(len(repeated), 1)


def _dangles(article: TranslatedArticle, chosen: tuple[int, ...]) -> int:
    return sum(
        i - 1 not in chosen
        and i > 0
        and leans_back(article.translations[i].sentence.text, article.translations[i].text)
        for i in chosen
    )


if __name__ == "__main__":
    main()
