"""The user's own names: a CSV or TOML file of Russian nominatives and their English.

CSV: `russian,english[,kind]` with or without that header. TOML: `"Русское имя" = "English"`, or
`"Русское имя" = { english = "English", kind = "ORG" }`. An English of "" or "=" means: do not
translate, keep the Russian word as it stands.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from summarizer.entities.known.lexicon import Lexicon
from summarizer.errors import ConfigError
from summarizer.types import Entity, Kind, Origin

_KINDS = (Kind.PER, Kind.LOC, Kind.ORG)
_KEEP = ("", "=")


@dataclass(frozen=True, slots=True)
class Term:
    russian: str
    english: str  # the Russian itself for a term that is not to be translated
    kind: Kind | None = None  # None: what the recogniser says


@dataclass(frozen=True, slots=True)
class Glossary:
    path: Path
    terms: tuple[Term, ...]
    _lexicon: Lexicon[Term]

    def find(self, phrase: str) -> Term | None:
        """The term that `phrase` is an inflected form of, or None."""
        return self._lexicon.find(phrase)

    def longest(self, words: Sequence[str]) -> tuple[int, Term] | None:
        """The longest term that the first of `words` are a form of, with its length in words."""
        return self._lexicon.longest(words)

    def report(self, entities: Sequence[Entity]) -> Report:
        """Which terms were met in the entities of a document or a batch, and which never."""
        used = {
            term
            for entity in entities
            if entity.origin is Origin.GLOSSARY
            for text in (entity.name, *entity.name.split(), *(m.text for m in entity.mentions))
            if (term := self.find(text))
        }
        hits = tuple(term for term in self.terms if term in used)
        return Report(hits, tuple(term for term in self.terms if term not in used))


@dataclass(frozen=True, slots=True)
class Report:
    hits: tuple[Term, ...]
    misses: tuple[Term, ...]


def load(path: Path) -> Glossary:
    """Read a glossary. Raises ConfigError with the file and line of what is wrong in it."""
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise ConfigError(f"cannot read the glossary {path}: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ConfigError(f"the glossary {path} is not UTF-8 (byte {error.start})") from error
    read = _from_toml if path.suffix.lower() == ".toml" else _from_csv
    return glossary(read(text, path), path)


def glossary(terms: Iterator[Term] | Sequence[Term], path: Path = Path()) -> Glossary:
    lexicon: Lexicon[Term] = Lexicon()
    kept = tuple(terms)
    for term in kept:
        lexicon.add(term.russian, term)
    return Glossary(path, kept, lexicon)


def _from_csv(text: str, path: Path) -> Iterator[Term]:
    seen: dict[str, int] = {}
    dialect = "excel-tab" if "\t" in text.partition("\n")[0] else "excel"
    rows = csv.reader(text.splitlines(), dialect=dialect, skipinitialspace=True)
    for row in rows:
        cells = [cell.strip() for cell in row]
        place = f"{path}, line {rows.line_num}"
        if not any(cells) or cells[0].startswith("#") or cells[0].lower() == "russian":
            continue
        if len(cells) > 3:
            raise ConfigError(
                f"{place}: {len(cells)} columns, expected Russian, English and perhaps a kind; "
                f"put a name with a comma in double quotes"
            )
        if cells[0] in seen:
            raise ConfigError(f"{place}: {cells[0]!r} stands on line {seen[cells[0]]} already")
        seen[cells[0]] = rows.line_num
        russian, english, kind = (*cells, "", "")[:3]
        yield _term(russian, english, kind, place)


def _from_toml(text: str, path: Path) -> Iterator[Term]:
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path} is not valid TOML: {error}") from error
    for russian, value in table.items():
        place = f"{path}, line {_line_of(russian, text)}"
        row = {"english": value} if isinstance(value, str) else value
        if not isinstance(row, dict) or not set(row) <= {"english", "kind"}:
            raise ConfigError(
                f'{place}: {russian!r} must be "English" or {{ english = "...", kind = "PER" }}, '
                f"not {value!r}"
            )
        yield _term(russian, str(row.get("english", "")), str(row.get("kind", "")), place)


def _term(russian: str, english: str, kind: str, place: str) -> Term:
    if not any("а" <= char <= "я" or char in "ёіїєўґ" for char in russian.lower()):
        raise ConfigError(f"{place}: the first column is the Russian name, found {russian!r}")
    if kind and kind.upper() not in _KINDS:
        raise ConfigError(f"{place}: the kind is PER, LOC or ORG, found {kind!r}")
    return Term(
        russian, russian if english in _KEEP else english, Kind(kind.upper()) if kind else None
    )


def _line_of(key: str, text: str) -> int:
    lines = text.splitlines()
    return next((number for number, line in enumerate(lines, start=1) if key in line), 1)
