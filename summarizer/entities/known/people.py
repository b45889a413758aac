"""Public figures whose English spelling is not what the Cyrillic letters spell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer.entities.known.lexicon import Lexicon
from summarizer.entities.known.tables import rows
from summarizer.entities.letters import chinese
from summarizer.entities.russian.morphology import plain

PARTICLES = frozenset(
    "де да ди дю дель делла дос фон дер ван ден бин ибн бен аль эль ле ла оглы кызы".split()
)
# what stands before the name of one who has no surname: «Дева Мария», «Мать Тереза»
_TITLES = frozenset("дева дед мать папа патриарх".split())
_EPITHET = re.compile(r" (?:the|of) |^(?:Charlemagne|Jesus Christ)$")
_SYLLABLE = re.compile(r"[^аеёиоуыэюя]*[аеёиоуыэюя][^аеёиоуыэюя]*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Figure:
    name: str  # Russian nominative
    english: str
    accepted: tuple[str, ...]
    is_known_by_surname: bool = True  # «Ушаков» alone is a Russian, and not the mayor of Riga

    @property
    def surnames(self) -> tuple[str, ...]:
        """The English surname in all its spellings; () for who has none (Елизавета II)."""
        if not self.has_surname:
            return ()
        spellings = [name.split() for name in (self.english, *self.accepted)]
        if self.is_family_first:
            return tuple(dict.fromkeys(words[0] for words in spellings))
        width = len(surname_of(self.name).split())
        return tuple(dict.fromkeys(" ".join(words[-width:]) for words in spellings))

    @property
    def has_surname(self) -> bool:
        """«Елизавета II» and «Александр Великий» have none, nor have Joan of Arc and «Чингисхан»,
        Genghis Khan."""
        is_one_word = " " not in self.name and " " in self.english
        is_ruler = self.name.split()[-1].isascii() or is_one_word
        return not is_ruler and not _EPITHET.search(self.english)

    @property
    def is_family_first(self) -> bool:
        """«Си Цзиньпин», and «Пан Ги Мун», whose syllables English joins: Ban Ki-moon."""
        first, *rest = self.name.split()
        family, *given = self.english.split()
        if not rest or {plain(word) for word in rest} & PARTICLES:
            return False
        if len(rest) > 1 and len(given) == 1 and "-" in given[0]:
            return True
        if not chinese.is_surname(first):
            return False
        # «Ли Сянь Лун», no Lee Harvey Oswald
        is_of_syllables = len(rest) > 1 and all(map(_SYLLABLE.fullmatch, rest))
        return is_of_syllables or chinese.pinyin(first) == family


def find(name: str) -> Figure | None:
    """The figure with this name, given name and surname in the nominative."""
    return _by_name().get(plain(name))


def find_by_epithet(name: str) -> Figure | None:
    """The figure without a surname that `name` is a form of: «Александра Великого»."""
    return _by_epithet().find(name)


def is_figure(words: Sequence[str]) -> bool:
    """True for a figure's whole name whose last word alone is inflected, as in «Пан Ги Муна», or
    one that a title is a part of («Деву Марию»)."""
    if len(words) < 3:
        return len(words) == 2 and _titled().find(" ".join(words)) is not None
    first, last = plain(" ".join(words[:-1])), plain(words[-1])
    return any(
        name.startswith(f"{first} ") and last.startswith(name.rpartition(" ")[2])
        for name in _by_two_words().get(plain(" ".join(words[:2])), ())
    )


def find_surname(surname: str) -> tuple[str, ...]:
    """English spellings of a figure's surname («Меркель»), or ()."""
    return _by_surname().get(plain(surname), ())


def surname_of(name: str) -> str:
    """The surname with its particles: «фон дер Ляйен», «Ле Пен»."""
    first, *rest = name.split()
    inner = (index for index, word in enumerate(rest[:-1]) if plain(word) in PARTICLES)
    start = next(inner, len(rest) - 1)
    return " ".join(rest[start:]) if rest else first


@lru_cache(maxsize=1)
def _by_name() -> dict[str, Figure]:
    figures: dict[str, Figure] = {}
    for (written,), (english, *accepted) in rows("people"):
        name = written.removeprefix("~ ")
        figure = Figure(name, english, tuple(accepted), is_known_by_surname=name == written)
        figures.setdefault(plain(name), figure)
    return figures


@lru_cache(maxsize=1)
def _by_two_words() -> dict[str, list[str]]:
    """The names by their first two words."""
    names: dict[str, list[str]] = {}
    for name in _by_name():
        names.setdefault(" ".join(name.split(" ")[:2]), []).append(name)
    return names


@lru_cache(maxsize=1)
def _by_surname() -> dict[str, tuple[str, ...]]:
    """The spellings of all who bear a surname, that of most of them first: «Ли», Lee, Li."""
    counted: dict[str, Counter[str]] = {}
    others: dict[str, dict[str, None]] = {}
    for figure in _by_name().values():
        first, *rest = figure.name.split()
        # «Ким Чен Нам» is Kim Jong-nam, and «Нам» alone is nobody
        is_of_syllables = len(figure.english.split()) <= len(rest)
        if not rest or is_of_syllables or plain(first) in _TITLES:
            continue
        if figure.is_known_by_surname and (spellings := figure.surnames):
            surname = plain(surname_of(figure.name))
            counted.setdefault(surname, Counter())[spellings[0]] += 1
            others.setdefault(surname, {}).update(dict.fromkeys(spellings))
    return {
        surname: tuple(dict.fromkeys([name for name, _ in own.most_common()] + [*others[surname]]))
        for surname, own in counted.items()
    }


@lru_cache(maxsize=1)
def _by_epithet() -> Lexicon[Figure]:
    lexicon: Lexicon[Figure] = Lexicon()
    for figure in _by_name().values():
        if not figure.has_surname:
            lexicon.add(figure.name, figure)
    return lexicon


@lru_cache(maxsize=1)
def _titled() -> Lexicon[Figure]:
    lexicon: Lexicon[Figure] = Lexicon()
    for figure in _by_name().values():
        if plain(figure.name.split()[0]) in _TITLES:
            lexicon.add(figure.name, figure)
    return lexicon
