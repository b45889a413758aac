"""Foreign names in Russian letters back to their own spelling: «Вайгельдт» is Weigeldt.

A joint n-gram model over pairs of a Russian letter and what stands for it («в:w», «ш:sch», «ж:»),
trained by `training.spelling` on names of people in Wikidata. The pairs are Bisani and Ney's
graphones (Speech Communication 2008), one letter wide on the Russian side.
"""

from __future__ import annotations

import lzma
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

ORDER = 6
EDGE = "#"  # before the first letter and after the last
STEP = 0.06  # of the stored logarithms, one byte each
_FILE = "spelling.xz"
_BEAM = 12
_WIDEST = 24  # spellings of one letter; all 66 of «е» take twice the time and find nothing more
_LOWEST = -12.0
_FIRST = 0x4E00  # three bytes each in UTF-8, and no letters or line breaks
_ZERO = 128


@dataclass(frozen=True, slots=True)
class Model:
    """Units are numbered characters, so that an n-gram is a str and a look-up is a slice."""

    units: tuple[tuple[str, str], ...]  # Russian letter, Latin letters
    scores: dict[str, float]  # n-gram: log of its last unit's probability
    backoff: dict[str, float]  # context: log of what is left for shorter ones
    by_letter: dict[str, tuple[str, ...]]

    def spell(self, word: str, most: int = 4) -> list[tuple[str, float]]:
        """Spellings of a word in lower case, likeliest first, with log probabilities.

        Empty where the word has a letter that the model has not seen.
        """
        edge = self.by_letter[EDGE][0]
        hypotheses = [(0.0, edge, "")]
        for letter in word + EDGE:
            options = self.by_letter.get(letter)
            if not options:
                return []
            grown = [
                (score + self._score(history, unit), (history + unit)[1 - ORDER :], latin)
                for score, history, latin in hypotheses
                for unit in options
            ]
            grown.sort(key=lambda item: -item[0])
            hypotheses = self._joined(grown[: 3 * _BEAM], letter)[:_BEAM]
        totals: dict[str, float] = defaultdict(lambda: _LOWEST * 100)
        for score, _, latin in hypotheses:
            totals[latin] = max(totals[latin], score)
        return sorted(totals.items(), key=lambda item: -item[1])[:most]

    def _joined(
        self, grown: Sequence[tuple[float, str, str]], letter: str
    ) -> list[tuple[float, str, str]]:
        seen: dict[tuple[str, str], tuple[float, str, str]] = {}
        for score, history, latin in grown:
            spelt = latin if letter == EDGE else latin + self.units[ord(history[-1]) - _FIRST][1]
            seen.setdefault((history, spelt), (score, history, spelt))
        return list(seen.values())

    def _score(self, history: str, unit: str) -> float:
        total = 0.0
        for start in range(len(history) + 1):
            context = history[start:]
            known = self.scores.get(context + unit)
            if known is not None:
                return total + known
            total += self.backoff.get(context, 0.0)
        return total + _LOWEST


def spellings(word: str, most: int = 4) -> list[tuple[str, float]]:
    """The likeliest own spellings of a foreign name, in lower case, with log probabilities."""
    return list(_spellings(word.lower().replace("ё", "е"), most))


@lru_cache(maxsize=20_000)
def _spellings(word: str, most: int) -> tuple[tuple[str, float], ...]:
    return tuple(_model().spell(word, most))


@lru_cache(maxsize=1)
def _model() -> Model:
    packed = resources.files("summarizer.entities.known.tables").joinpath(_FILE).read_bytes()
    return unpack(packed)


def build(
    units: Iterable[tuple[str, str]], scores: dict[str, float], backoff: dict[str, float]
) -> Model:
    units = tuple(units)
    by_letter: dict[str, list[str]] = defaultdict(list)
    for number, (letter, _) in enumerate(units):
        by_letter[letter].append(symbol(number))
    for options in by_letter.values():
        options.sort(key=lambda unit: -scores.get(unit, _LOWEST))
    widest = {letter: tuple(options[:_WIDEST]) for letter, options in by_letter.items()}
    return Model(units, scores, backoff, widest)


def symbol(number: int) -> str:
    """The character of a unit; never a line break."""
    return chr(_FIRST + number)


def pack(model: Model) -> bytes:
    """Sorted n-grams, one a line, and two bytes for each: its logarithm and its back-off."""
    grams = sorted(model.scores)
    head = " ".join(f"{letter}:{latin}" for letter, latin in model.units)
    text = "\n".join([head, *grams]).encode()
    scores = bytes(min(255, round(-model.scores[gram] / STEP)) for gram in grams)
    backoff = bytes(
        max(0, min(255, round(model.backoff.get(gram, 0.0) / STEP) + _ZERO)) for gram in grams
    )
    return lzma.compress(len(text).to_bytes(4, "big") + text + scores + backoff, preset=9)


def unpack(packed: bytes) -> Model:
    """The model that `pack` wrote."""
    data = lzma.decompress(packed)
    stop = 4 + int.from_bytes(data[:4], "big")
    head, *grams = data[4:stop].decode().split("\n")
    units = [(unit[0], unit[2:]) for unit in head.split(" ")]
    scores = (byte * -STEP for byte in data[stop : stop + len(grams)])
    backoff = ((byte - _ZERO) * STEP for byte in data[stop + len(grams) :])
    return build(
        units,
        dict(zip(grams, scores, strict=True)),
        {gram: left for gram, left in zip(grams, backoff, strict=True) if left},
    )
