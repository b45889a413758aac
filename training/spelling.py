"""Train the model that spells foreign names: `summarizer/entities/letters/spelling.py`.

    python -m training.spelling NAMES.tsv... -o summarizer/entities/known/tables/spelling.xz

A line holds a Russian word, its spelling in Latin letters and, if known, how many people bear it.
The shipped model is trained on two such lists made of Wikidata and Wikipedia titles: 164,640 words
of Merhav and Ash 2018 (github.com/steveash/NETransliteration-COLING2018: Wikidata, CC0, under the
permissive licence of that repository, Amazon 2018) and 21,450 words of personal names in
github.com/open-dict-data/wikidict-ru (CC0).
"""

from __future__ import annotations

import argparse
import math
import random
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

from summarizer.entities.letters.romanise import romanise
from summarizer.entities.letters.spelling import EDGE, ORDER, Model, build, pack, symbol

LONGEST = 4  # Latin letters for one Russian: «ч», tsch
PASSES = 4
SAMPLE = 30_000  # pairs; enough to learn what stands for what
DAMPED = 0.75  # power of the number of bearers; on wmt14-18 53.3 %, with 0.5 51.4 %, log 52.2 %
TRUST = 4.0  # how far shorter n-grams are trusted; Witten and Bell have 1 (2 points worse)
WORST = -3.0  # log probability a letter: below, the two are different names
RARE = 3e-5  # share of a letter's spellings below which one is noise
_FOLD = str.maketrans(
    {"ß": "ss", "ø": "o", "ł": "l", "đ": "d", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ı": "i"}
)

Pair = tuple[str, str, float]
Table = dict[tuple[str, str], float]


def pairs_of(path: Path) -> Iterator[Pair]:
    for line in path.read_text(encoding="utf-8").splitlines():
        russian, latin, *rest = line.split("\t")
        russian, latin = russian.lower().replace("ё", "е"), folded(latin)
        if russian.isalpha() and latin.isascii() and latin.isalpha() and len(russian) < 20:
            count = int(rest[0]) if rest and rest[0].isdigit() else 1
            yield russian, latin, count**DAMPED


def folded(latin: str) -> str:
    decomposed = unicodedata.normalize("NFD", latin.lower().translate(_FOLD))
    return "".join(
        char for char in decomposed if not unicodedata.combining(char) and char not in "'’`-"
    )


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
    """Each pair cut into units, by a table that some passes over a sample have learned."""
    sample = random.Random(1).sample(pairs, min(len(pairs), SAMPLE))
    table = first_table(sample)
    for number in range(PASSES):
        # what two words share by chance would blur the table, once there is one
        cuts = [cut for pair in sample if (cut := cut_of(pair, table, worst=WORST * (number > 0)))]
        table = counted(cuts)
    table = {unit: score for unit, score in table.items() if score > math.log(RARE)}
    return [cut for pair in pairs if (cut := cut_of(pair, table, worst=WORST, floor=-math.inf))]


def cut_of(
    pair: Pair, table: Table, *, worst: float, floor: float = -14.0
) -> tuple[list[tuple[str, str]], float] | None:
    russian, latin, weight = pair
    score, pieces = align(russian, latin, table, floor)
    if not pieces or (worst and score / len(russian) < worst):
        return None
    return list(zip(russian, pieces, strict=True)), weight


def counted(cuts: Iterable[tuple[list[tuple[str, str]], float]]) -> Table:
    counts: dict[tuple[str, str], float] = defaultdict(float)
    totals: dict[str, float] = defaultdict(float)
    for units, weight in cuts:
        for unit in units:
            counts[unit] += weight
            totals[unit[0]] += weight
    return {unit: math.log(count / totals[unit[0]]) for unit, count in counts.items()}


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
    full = interpolated(counts, len(units))
    scores: dict[str, float] = {}
    held: set[str] = set()  # shorter n-grams that a longer one needs
    for length in range(len(counts) - 1, 0, -1):
        for gram, count in counts[length].items():
            # what is kept weighs by how often it changes the choice
            gain = count * abs(math.log(full[gram] / full[gram[1:]])) if length > 2 else rare
            if gram in held or gain >= rare:
                scores[gram] = math.log(full[gram])
                held.update((gram[1:], gram[:-1]))
    return build(units, scores, left_over(scores, full))


def interpolated(counts: list[dict[str, float]], units: int) -> dict[str, float]:
    """The probability of each n-gram's last unit, from the short ones up."""
    full: dict[str, float] = {}
    for table in counts[1:]:
        totals: dict[str, float] = defaultdict(float)
        trust: dict[str, float] = defaultdict(float)
        for gram, count in table.items():
            totals[gram[:-1]] += count
            trust[gram[:-1]] += TRUST
        for gram, count in table.items():
            shorter = full.get(gram[1:], 1 / units)
            context = gram[:-1]
            full[gram] = (count + trust[context] * shorter) / (totals[context] + trust[context])
    return full


def left_over(scores: dict[str, float], full: dict[str, float]) -> dict[str, float]:
    """Of each context, what its n-grams leave for shorter ones."""
    seen: dict[str, float] = defaultdict(float)
    shorter: dict[str, float] = defaultdict(float)
    for gram in scores:
        if len(gram) > 1:
            seen[gram[:-1]] += full[gram]
            shorter[gram[:-1]] += full[gram[1:]]
    return {
        context: math.log(max(1e-4, 1 - seen[context]) / max(1e-4, 1 - shorter[context]))
        for context in seen
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--rare", type=float, default=2.0, help="smallest gain of an n-gram kept")
    options = parser.parse_args()
    model = train([pair for path in options.files for pair in pairs_of(path)], options.rare)
    options.output.write_bytes(pack(model))
    print(len(model.units), "units", len(model.scores), "n-grams")


if __name__ == "__main__":
    main()
