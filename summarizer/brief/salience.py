"""How much each sentence of an article matters to a brief of it."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer.brief.vectors import Vector, centrality, likeness, vectors
from summarizer.brief.words import count_words
from summarizer.types import Kind, NoteCode, TranslatedArticle, Translation

_DATELINE = re.compile(r"[А-ЯЁ][А-ЯЁ -]+[.,]\s*\d{1,2}\s+[а-яё]{3,8}\.?[^а-яё]{0,40}$")
_CAPTION = re.compile(
    r"(?:Фото|Видео|Источник|Читайте также|Подробнее)\b[^.!?]{0,3}[:—–-]", re.IGNORECASE
)
_LONGEST = 50  # words; a longer sentence would be most of a brief


@dataclass(frozen=True, slots=True)
class Weights:
    """Found by `benchmarks/brief.py` on NTREX articles; do not tune one alone."""

    position: float = 2.5
    centrality: float = 0.5
    title: float = 0.5
    entities: float = 0.2
    new_entities: float = 0.4  # for what no chosen sentence has named yet
    when: float = 0.4  # for the first date
    redundancy: float = 0.7  # against the chosen sentence most like it
    pointing: float = 0.4  # against «этого кризиса» without the sentence before it
    flagged: float = 0.6  # against a translation that carries a warning, twice if it is unreliable
    awkward: float = 0.6  # against questions, headings, fragments, endless lists


@dataclass(frozen=True, slots=True)
class Scored:
    """What the sentences of an article are worth, in order."""

    salience: tuple[float, ...]
    texts: tuple[str, ...]
    vectors: tuple[Vector, ...]
    importance: tuple[float, ...]  # one an entity of the ledger, 0 to 1

    def likeness(self, position: int) -> tuple[float, ...]:
        """How like the sentence at a position each sentence is, 0 to 1."""
        return likeness(self.texts, position)


def score(
    translated: TranslatedArticle, weights: Weights, named: Sequence[frozenset[int]]
) -> Scored:
    """Weigh every sentence by place, centrality, likeness to the title and names; `named` has the
    entities of each."""
    translations = translated.translations
    texts = tuple(translation.sentence.text for translation in translations)
    importance = _importance(translated)
    parts = (
        _scaled(_position(translations), weights.position),
        _scaled(centrality(texts), weights.centrality),
        _scaled(_likeness_to_title(translations, texts), weights.title),
        _scaled([worth_of(names, importance) for names in named], weights.entities),
        [-_demerit(translation, weights) for translation in translations],
    )
    return Scored(
        salience=tuple(map(sum, zip(*parts, strict=True))),
        texts=texts,
        vectors=vectors(texts),
        importance=tuple(importance),
    )


def entities_by_sentence(translated: TranslatedArticle) -> list[frozenset[int]]:
    """For each sentence, the ledger's entities that are mentioned in it."""
    named: dict[int, set[int]] = defaultdict(set)
    for number, entity in enumerate(translated.ledger.entities):
        for mention in entity.mentions:
            named[mention.sentence].add(number)
    return [frozenset(named.get(t.sentence.index, ())) for t in translated.translations]


def worth_of(entities: Collection[int], importance: Sequence[float]) -> float:
    """What the three weightiest names are worth: a list of eight guests is not the news."""
    if not entities:  # as of most sentences, when it is asked what they name besides
        return 0.0
    return sum(sorted([importance[entity] for entity in entities], reverse=True)[:3])


def _importance(translated: TranslatedArticle) -> list[float]:
    """Names weigh by how often they come, dates as much as a name said once, numbers little."""
    raw = []
    for entity in translated.ledger.entities:
        factor = 1.0 if entity.kind.is_name else 0.8 if entity.kind is Kind.DATE else 0.3
        raw.append(factor * math.log(1 + len(entity.mentions)))
    highest = max(raw, default=1.0)
    return [value / highest for value in raw]


def _position(translations: Sequence[Translation]) -> list[float]:
    """News puts what matters first: 1 for the lead, a half for the third sentence after it."""
    before = 0
    values = []
    for translation in translations:
        values.append(0.0 if translation.sentence.is_title else 1 / (1 + before / 3))
        before += not translation.sentence.is_title
    return values


def _likeness_to_title(
    translations: Sequence[Translation], texts: tuple[str, ...]
) -> Sequence[float]:
    titles = (i for i, translation in enumerate(translations) if translation.sentence.is_title)
    first = next(titles, None)
    return [0.0] * len(texts) if first is None else likeness(texts, first)


def _demerit(translation: Translation, weights: Weights) -> float:
    doubt = translation.is_flagged + is_unreliable(translation)
    return weights.flagged * doubt + weights.awkward * is_awkward(translation)


def is_unreliable(translation: Translation) -> bool:
    """True if the text as a whole is not to be trusted: looped, cut, untranslated."""
    return any(note.code is NoteCode.UNRELIABLE for note in translation.notes)


def is_awkward(translation: Translation) -> bool:
    """True for what reads badly in a brief: a question, a heading, a list's opening, a fragment."""
    return _reads_badly(translation.text)


@lru_cache(maxsize=1000)
def _reads_badly(text: str) -> bool:
    text = text.rstrip("\"”’') ")
    has_end = text.endswith((".", "!", "…")) and not text.endswith("...")
    return not has_end or not 4 <= count_words(text) <= _LONGEST


@lru_cache(maxsize=1000)
def is_scrap(russian: str) -> bool:
    """True for what tells nothing: a dateline («МОСКВА, 9 июл ПРАЙМ.»), a caption («Фото: РИА»).

    Judged by the Russian, so that it is not translated either.
    """
    return count_words(russian) < 3 or bool(_DATELINE.match(russian) or _CAPTION.match(russian))


def _scaled(values: Sequence[float], weight: float) -> list[float]:
    highest = max(values, default=0.0)
    return [weight * value / highest if highest else 0.0 for value in values]
