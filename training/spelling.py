"""Train the model that spells foreign names: `summarizer/entities/spelling.py`.

    python -m training.spelling NAMES.tsv... -o summarizer/entities/tables/spelling.xz

A line holds a Russian word, its spelling in Latin letters and, if known, how many people bear it.
Such lists can be made of Wikidata (CC0); the shipped model is trained on the one of Merhav and Ash
2018 (arXiv 1808.02563, github.com/steveash/NETransliteration-COLING2018).
"""

from __future__ import annotations

import argparse
import math
import random
import sys
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from summarizer.entities.romanise import romanise
from summarizer.entities.spelling import EDGE, ORDER, Model, build, pack, symbol

LONGEST = 4  # Latin letters for one Russian: «ч», tsch
PASSES = 4
WORST = -3.0  # log probability a letter: below, the two are different names
RARE = 3e-5  # share of a letter's spellings below which one is noise
_FOLD = str.maketrans({"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"})

Pair = tuple[str, str, float]
Table = dict[tuple[str, str], float]


def pairs_of(path: Path) -> Iterator[Pair]:
    for line in path.read_text(encoding="utf-8").splitlines():
        russian, latin, *rest = line.split("\t")
        russian, latin = russian.lower().replace("ё", "е"), folded(latin)
        if russian.isalpha() and latin.isascii() and latin.isalpha() and len(russian) < 20:
            count = int(rest[0]) if rest and rest[0].isdigit() else 1
            yield russian, latin, 1 + math.log2(count)


def folded(latin: str) -> str:
    decomposed = unicodedata.normalize("NFD", latin.lower().translate(_FOLD))
    return "".join(char for char in decomposed if not unicodedata.combining(char) and char not in "'’`-")


def align(russian: str, latin: str, table: Table, floor: float) -> tuple[float, list[str]]:
    """The likeliest cut of the Latin word into one piece a Russian letter."""
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for index, letter in enumerate(russian):
        row: dict[int, tuple[float, int]] = {}
        left = (len(russian) - index - 1) * LONGEST
        for start, (score, _) in best[-1].items():
            for stop in range(max(start, len(latin) - left), min(start + LONGEST, len(latin)) + 1):
                total = score + table.get((letter, latin[start:stop]), floor)
                if stop not in row or total > row[stop][0]:
                    row[stop] = total, start
        best.append(row)
    if len(latin) not in best[-1]:
        return -1e9, []
    pieces, stop = [], len(latin)
    for row in reversed(best[1:]):
        start = row[stop][1]
        pieces.append(latin[start:stop])
        stop = start
    return best[-1][len(latin)][0], pieces[::-1]


def first_table(pairs: Iterable[Pair]) -> Table:
    """Before anything is counted: pieces near to the romanised letter."""
    letters = {letter for russian, _, _ in pairs for letter in russian}
    pieces = {
        latin[start:stop]
        for _, latin, _ in pairs
        for start in range(len(latin))
        for stop in range(start, min(start + LONGEST, len(latin)) + 1)
    }
    from rapidfuzz.distance import Levenshtein

    return {
        (letter, piece): -2.0 * Levenshtein.distance(romanise("т" + letter)[1:], piece)
        for letter in letters
        for piece in pieces
        if len(piece) < LONGEST or piece == "tsch" or piece == "shch"
    }


def aligned(pairs: list[Pair]) -> list[tuple[list[tuple[str, str]], float]]:
    sample = random.Random(1).sample(pairs, min(len(pairs), 30_000))
    table, floor = first_table(sample), -12.0
    for turn in range(PASSES):
        counts: Counter[tuple[str, str]] = Counter()
        for russian, latin, weight in sample:
            score, pieces = align(russian, latin, table, floor)
            if pieces and (turn == 0 or score / len(russian) > WORST):
                counts.update(dict.fromkeys(zip(russian, pieces), 0))
                for unit in zip(russian, pieces):
                    counts[unit] += weight
        totals: Counter[str] = Counter()
        for (letter, _), count in counts.items():
            totals[letter] += count
        table = {unit: math.log(count / totals[unit[0]]) for unit, count in counts.items()}
        floor = -14.0
        print(turn, len(table), file=sys.stderr)
    allowed = {unit for unit, score in table.items() if score > math.log(RARE)}
    table = {unit: table[unit] for unit in allowed}
    kept = []
    for russian, latin, weight in pairs:
        score, pieces = align(russian, latin, table, -30.0)
        units = list(zip(russian, pieces))
        if pieces and score / len(russian) > WORST and allowed.issuperset(units):
            kept.append((units, weight))
    print(len(pairs), "pairs,", len(kept), "kept", file=sys.stderr)
    return kept


def train(pairs: list[Pair], rare: float, order: int = ORDER) -> Model:
    """Interpolated Witten-Bell; n-grams that hardly change what shorter ones say are left out."""
    sequences = aligned(pairs)
    units = [(EDGE, ""), *sorted({unit for units, _ in sequences for unit in units})]
    number = {unit: symbol(index) for index, unit in enumerate(units)}
    counts: list[dict[str, float]] = [defaultdict(float) for _ in range(order + 1)]
    edge = number[EDGE, ""]
    for sequence, weight in sequences:
        text = edge + "".join(number[unit] for unit in sequence) + edge
        for stop in range(1, len(text)):
            for length in range(1, min(order, stop + 1) + 1):
                counts[length][text[stop + 1 - length : stop + 1]] += weight
    return smoothed(units, counts, rare)


def smoothed(units: list[tuple[str, str]], counts: list[dict[str, float]], rare: float) -> Model:
    totals: dict[str, float] = defaultdict(float)
    kinds: dict[str, int] = defaultdict(int)
    for table in counts[1:]:
        for gram, count in table.items():
            totals[gram[:-1]] += count
            kinds[gram[:-1]] += 1
    full: dict[str, float] = {}
    for length, table in enumerate(counts[1:], start=1):
        for gram, count in table.items():
            context = gram[:-1]
            lower = full[gram[1:]] if length > 1 else 1 / len(units)
            types = kinds[context]
            full[gram] = (count + types * lower) / (totals[context] + types)
    scores, held = {}, set()
    for length in range(len(counts) - 1, 0, -1):
        for gram, count in counts[length].items():
            lower = full[gram[1:]] if length > 1 else 0.0
            # what is kept weighs by how often it changes the choice
            gain = count * abs(math.log(full[gram] / lower)) if lower else 1e9
            if length <= 2 or gram in held or gain >= rare:
                scores[gram] = math.log(full[gram])
                if length > 1:
                    held.add(gram[1:])
                    held.add(gram[:-1])
    backoff = left_over(scores, full, totals, kinds)
    return build(units, scores, backoff)


def left_over(scores, full, totals, kinds) -> dict[str, float]:
    seen: dict[str, tuple[float, float]] = {}
    for gram in scores:
        context = gram[:-1]
        high, low = seen.get(context, (0.0, 0.0))
        lower = full[gram[1:]] if len(gram) > 1 else 0.0
        seen[context] = high + full[gram], low + lower
    return {
        context: math.log(max(1e-4, 1 - high) / max(1e-4, 1 - low))
        for context, (high, low) in seen.items()
        if context
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--rare", type=float, default=3.0)
    options = parser.parse_args()
    model = train([pair for path in options.files for pair in pairs_of(path)], options.rare)
    print(len(model.units), "units", len(model.scores), "n-grams")


if __name__ == "__main__":
    main()
