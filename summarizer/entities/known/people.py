"""Public figures whose English spelling is not what the Cyrillic letters spell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer.entities.known.tables import rows
from summarizer.entities.russian.morphology import plain

PARTICLES = frozenset(
    "де да ди дю дель делла дос фон дер ван ден бин ибн бен аль эль ле ла оглы кызы".split()
)


@dataclass(frozen=True, slots=True)
class Figure:
    name: str  # Russian nominative
    english: str
    accepted: tuple[str, ...]

    @property
    def surnames(self) -> tuple[str, ...]:
        """The English surname in all its spellings; () for who has none (Елизавета II)."""
        if self.name.split()[-1].isascii():
            return ()
        width = len(surname_of(self.name).split())
        found = (" ".join(name.split()[-width:]) for name in (self.english, *self.accepted))
        return tuple(dict.fromkeys(found))


def find(name: str) -> Figure | None:
    """The figure with this name, given name and surname in the nominative."""
    return _by_name().get(plain(name))


def is_figure(words: Sequence[str]) -> bool:
    """True for a figure's whole name whose last word alone is inflected, as in «Пан Ги Муна»."""
    if len(words) < 3:
        return False
    first, last = plain(" ".join(words[:-1])), plain(words[-1])
    return any(
        name.startswith(f"{first} ") and last.startswith(name.rpartition(" ")[2])
        for name in _by_two_words().get(plain(" ".join(words[:2])), ())
    )


def find_surname(surname: str) -> tuple[str, ...]:
    """English spellings of a figure's surname («Меркель»), or ()."""
    figure = _by_surname().get(plain(surname))
    return figure.surnames if figure else ()


def surname_of(name: str) -> str:
    """The surname with its particles: «фон дер Ляйен», «Ле Пен»."""
    first, *rest = name.split()
    inner = (index for index, word in enumerate(rest[:-1]) if plain(word) in PARTICLES)
    start = next(inner, len(rest) - 1)
    return " ".join(rest[start:]) if rest else first


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Figure]:
    figures: dict[str, Figure] = {}
    for (name,), (english, *accepted) in rows("people"):
        figures.setdefault(plain(name), Figure(name, english, tuple(accepted)))
    return figures


@lru_cache(maxsize=1)
def _by_two_words() -> dict[str, list[str]]:
    """The names by their first two words."""
    names: dict[str, list[str]] = {}
    for name in _by_name():
        names.setdefault(" ".join(name.split(" ")[:2]), []).append(name)
    return names


@lru_cache(maxsize=1)
def _by_surname() -> dict[str, Figure]:
    figures: dict[str, Figure] = {}
    for figure in _by_name().values():
        words = figure.name.split()
        # «Ким Чен Нам» is Kim Jong-nam, and «Нам» alone is nobody
        is_of_syllables = len(figure.english.split()) < len(words)
        if len(words) > 1 and not words[-1].isupper() and not is_of_syllables:
            figures.setdefault(plain(surname_of(figure.name)), figure)
    return figures
