"""How often the check cries wolf: human references read as if they were our own output.

    python benchmarks/checker.py SRC.ru REFERENCE.en [--first N] [--show N]

Each line is an article of its own. After the check come the repairs, as in a run, so what counts is
what a reader would be shown as flagged. Prints the share of lines, what was flagged, and the speed
of recognition and of everything after it.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from summarizer.entities.checking.check import Checker
from summarizer.entities.checking.repair import repair
from summarizer.entities.checking.settle import settle
from summarizer.entities.ledger import build
from summarizer.translate.assess import assess, notes_of
from summarizer.types import Article, Hypothesis, Kind, Ledger, Note, NoteCode, Sentence

VALUES = (Kind.NUM, Kind.DATE, Kind.MONEY, Kind.PERCENT)


def ledger_of(source: str) -> Ledger:
    sentence = Sentence(0, 0, 0, len(source), source)
    return build(Article("", source), [sentence])


def flags(ledger: Ledger, target: str) -> Iterator[tuple[str, Note]]:
    """What a reader would be told of this target, with the kind of what is lost."""
    (sentence,) = ledger.sentences
    checker = Checker(settle(Checker(ledger), {0: target}))
    mended = repair(checker, sentence, target).text
    judgement = assess(checker, sentence, Hypothesis(mended))
    lost = [match for match in judgement.matches if match.status.is_flagged]
    notes = notes_of(checker, sentence, judgement)
    kinds = iter(checker.ledger.entities[match.entity].kind for match in lost)
    for note in notes:
        is_loss = note.code in (NoteCode.MISSING, NoteCode.CHANGED)
        yield (next(kinds).value if is_loss else note.code.value), note


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("source", type=Path)
    parser.add_argument("reference", type=Path)
    parser.add_argument("--first", type=int)
    parser.add_argument("--show", type=int, default=0, help="print so many flagged lines")
    arguments = parser.parse_args()
    sources = arguments.source.read_text("utf-8").splitlines()[: arguments.first]
    targets = arguments.reference.read_text("utf-8").splitlines()[: len(sources)]
    pairs = [pair for pair in zip(sources, targets, strict=True) if pair[0].strip()]
    started = time.perf_counter()
    ledgers = [ledger_of(source) for source, _ in pairs]
    ledgers_done = time.perf_counter()
    list(flags(ledgers[0], pairs[0][1]))  # loads the dictionary of English
    recognised = time.perf_counter()
    flagged = [
        list(flags(ledger, target)) for ledger, (_, target) in zip(ledgers, pairs, strict=True)
    ]
    checked = time.perf_counter()
    report(pairs, flagged, arguments.show)
    print(f"ledger {len(pairs) / (ledgers_done - started):,.0f} lines/s")
    print(f"check, repair and guard {len(pairs) / (checked - recognised):,.0f} lines/s")


def report(pairs: list[tuple[str, str]], flagged: list[list[tuple[str, Note]]], show: int) -> None:
    counts = Counter(kind for each in flagged for kind in {kind for kind, _ in each})
    values = sum(any(kind in VALUES for kind, _ in each) for each in flagged)
    lines = sum(map(bool, flagged))
    print(f"{len(pairs)} lines, {lines} flagged ({lines / len(pairs):.2%})")
    print(f"with a number, date, sum or percentage flagged: {values} ({values / len(pairs):.2%})")
    print(", ".join(f"{kind} {count}" for kind, count in counts.most_common()))
    wrong = ((pair, each) for pair, each in zip(pairs, flagged, strict=True) if each)
    for (source, target), each in list(wrong)[:show]:
        print(source, target, *(note.text for _, note in each), "", sep="\n")


if __name__ == "__main__":
    main()
