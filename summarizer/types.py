"""The values that pass between the stages.

All are frozen. Offsets are half-open, in code points: into `Article.text` for everything Russian,
into `Translation.text` for everything English.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from summarizer.values import Value


class Span(NamedTuple):
    start: int
    stop: int


class Kind(StrEnum):
    PER = "PER"
    LOC = "LOC"
    ORG = "ORG"
    NUM = "NUM"
    DATE = "DATE"
    MONEY = "MONEY"
    PERCENT = "PERCENT"
    TERM = (
        "TERM"  # an office, a plant, a word of the news: «посол», «пороховой завод», «забастовка»
    )
    LATIN = "LATIN"  # in Latin letters already, a designation (Ми-17В5), a URL, an address

    @property
    def is_name(self) -> bool:
        """True for what is matched by its form; numbers and dates are matched by their value."""
        return self in _NAMES


_NAMES = frozenset((Kind.PER, Kind.LOC, Kind.ORG, Kind.TERM, Kind.LATIN))


class Origin(StrEnum):
    """Where the English form of an entity came from."""

    GLOSSARY = "glossary"
    GAZETTEER = "gazetteer"
    TRANSLATION = "translation"
    ROMANISED = "romanised"  # letter by letter
    GUESSED = "guessed"  # a foreign name whose own spelling may be another: «Уортман»
    COPIED = "copied"
    VALUE = "value"
    UNKNOWN = "unknown"  # no form is known (a descriptive name): any wording is accepted

    @property
    def is_spelt(self) -> bool:
        """True where the form rests on the Russian letters alone."""
        return self in (Origin.ROMANISED, Origin.GUESSED)


class Status(StrEnum):
    """What became of a mention in the English."""

    KEPT = "kept"
    REPAIRED = "repaired"
    MISSING = "missing"
    CHANGED = "changed"
    UNCHECKED = "unchecked"  # the entity has no English form to look for

    @property
    def is_flagged(self) -> bool:
        return self in (Status.MISSING, Status.CHANGED)


class NoteCode(StrEnum):
    MISSING = "missing"  # a name, number or date of the Russian is not in the English
    CHANGED = "changed"  # it is there with another value or spelling
    REPAIRED = "repaired"
    INVENTED = "invented"  # the English has a name, number or date that the Russian has not
    UNRELIABLE = "unreliable"  # looks hallucinated, cut, looped or untranslated
    REPLACED = (
        "replaced"  # a brief sentence failed the gate; a translated source sentence stands there
    )
    SKIPPED = "skipped"  # a check or stage was not done, and why
    GLOSSARY = "glossary"
    SPELLING = "spelling"  # names whose English spelling is a guess


@dataclass(frozen=True, slots=True)
class Article:
    """A text as it was read. `title` and `dateline` point into `text`, outside the body."""

    id: str
    text: str
    title: Span | None = None
    dateline: Span | None = None
    date: date | None = None
    source: str = ""  # path, URL or "-"
    meta: Mapping[str, object] = field(default_factory=dict)  # the record's other fields


@dataclass(frozen=True, slots=True)
class Sentence:
    """`article.text[start:stop] == text`. A title is sentence 0 of paragraph 0."""

    index: int
    paragraph: int
    start: int
    stop: int
    text: str
    is_title: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """One occurrence of an entity in the Russian. `english` is the form for just this occurrence:
    «Когогин» is Kogogin where the entity is Sergey Kogogin."""

    start: int
    stop: int
    text: str
    sentence: int
    english: str = ""


@dataclass(frozen=True, slots=True)
class Entity:
    """A row of the ledger: all mentions of one person, place, body or value in an article."""

    kind: Kind
    name: str  # Russian, normal form; for values the text of the first mention
    english: str  # "" only where origin is UNKNOWN
    accepted: tuple[str, ...]  # other English forms that count as kept: surname, acronym, adjective
    origin: Origin
    mentions: tuple[Mention, ...]
    value: Value | None = None  # for NUM, DATE, MONEY, PERCENT


@dataclass(frozen=True, slots=True)
class Note:
    """What the reader must know. `sentence` is a source sentence's index, None: the whole."""

    code: NoteCode
    text: str
    sentence: int | None = None


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One decoder output. `score` is the mean log-probability a token, None where not known;
    `tokens` how many the model wrote, 0 where not known."""

    text: str
    score: float | None = None
    tokens: int = 0


@dataclass(frozen=True, slots=True)
class Match:
    """What became of one mention; `span` points into the translation, None if not found."""

    entity: int  # index into the ledger
    mention: Mention
    status: Status
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Translation:
    sentence: Sentence
    text: str  # "" for a sentence that was not translated, since no brief needs it
    score: float | None = None
    alternatives: tuple[Hypothesis, ...] = ()
    matches: tuple[Match, ...] = ()
    notes: tuple[Note, ...] = ()
    tokens: int = 0  # that the model wrote for `text`, before repairs; 0 where not known

    @property
    def is_flagged(self) -> bool:
        return any(note.code is not NoteCode.REPAIRED for note in self.notes)


@dataclass(frozen=True, slots=True)
class BriefSentence:
    """A sentence of the brief and the indices of the source sentences that it rests on."""

    text: str
    sources: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ModelUse:
    task: str  # "translation", "brief", "entities"
    id: str
    revision: str
    engine: str
    adapter: str = ""

    def __str__(self) -> str:
        model = f"{self.id}+{self.adapter}" if self.adapter else self.id
        return f"{self.task}:{model}@{self.revision[:12]}/{self.engine}"


@dataclass(frozen=True, slots=True)
class Signature:
    """What produced this English: on one kind of CPU, the same signature and article give the same
    brief."""

    version: str
    models: tuple[ModelUse, ...]
    options: Mapping[str, object] = field(default_factory=dict)

    def __str__(self) -> str:
        options = (f"{key}={value}" for key, value in self.options.items())
        return " ".join((f"summarizer/{self.version}", *map(str, self.models), *options))


@dataclass(frozen=True, slots=True)
class Ledger:
    """An article split into sentences, with everything in it that the English must keep."""

    article: Article
    sentences: tuple[Sentence, ...]
    entities: tuple[Entity, ...]


@dataclass(frozen=True, slots=True)
class TranslatedArticle:
    """One translation a sentence, in order, title included."""

    ledger: Ledger
    translations: tuple[Translation, ...]
    notes: tuple[Note, ...]
    signature: Signature


@dataclass(frozen=True, slots=True)
class Brief:
    article: Article
    title: str  # English; "" where the article has none
    sentences: tuple[BriefSentence, ...]
    entities: tuple[Entity, ...]
    translations: tuple[Translation, ...]  # of the sentences that might have come into the brief
    notes: tuple[Note, ...]
    signature: Signature
    untranslated: int = 0  # sentences of the article that could not: see `Options.whole`

    @property
    def text(self) -> str:
        return " ".join(sentence.text for sentence in self.sentences)
