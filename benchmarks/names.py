"""How many sentences a second the names part handles, on one core.

    python benchmarks/names.py ARTICLE.txt... [--repeat N]

Each file is one article, one sentence a line or a paragraph a line. Prints one row a part: the
romaniser alone, the recogniser alone, and everything (recognition, clusters, English forms), cold
(first time that words are met) and warm.
"""

from __future__ import annotations

import argparse
import os
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from summarizer.entities.finding.recognise import recognise
from summarizer.entities.letters.romanise import romanise
from summarizer.entities.names import find_names
from summarizer.types import Article, Sentence

Source = tuple[Article, list[Sentence]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--repeat", type=int, default=1, help="read every article so many times")
    options = parser.parse_args()
    for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ.setdefault(variable, "1")  # numpy, which reads them, is not imported yet
    sources = [from_file(path) for path in options.files] * options.repeat
    count = sum(len(sentences) for _, sentences in sources)
    print(f"{len(sources)} articles, {count} sentences")
    find_names(*sources[0])  # loads the models
    for name, run in (
        ("romanise", romanise_all),
        ("recognise", recognise_all),
        ("names, cold", find_all),
        ("names, warm", find_all),
    ):
        print(f"{name:12} {count / seconds(run, sources):10.0f} sentences/s")


def from_file(path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    sentences, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            index = len(sentences)
            sentences.append(Sentence(index, index, start, start + len(line), line))
        start += len(line) + 1
    return Article(path.stem, text), sentences


def romanise_all(sources: Sequence[Source]) -> None:
    for _, sentences in sources:
        for sentence in sentences:
            romanise(sentence.text)


def recognise_all(sources: Sequence[Source]) -> None:
    for _, sentences in sources:
        recognise([sentence.text for sentence in sentences])


def find_all(sources: Sequence[Source]) -> None:
    for article, sentences in sources:
        find_names(article, sentences)


def seconds(run: Callable[[Sequence[Source]], None], sources: Sequence[Source]) -> float:
    start = time.perf_counter()
    run(sources)
    return time.perf_counter() - start


if __name__ == "__main__":
    main()
