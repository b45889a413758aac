"""The name in the English that sounds most like the one that is looked for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer.entities.english_text.forms import overlaps
from summarizer.entities.english_text.generations import without_suffix
from summarizer.entities.english_text.proper import proper_names
from summarizer.entities.letters.heard import hear
from summarizer.entities.letters.romanise import romanise
from summarizer.entities.letters.sound import similarity, skeleton, sounds_like
from summarizer.types import Entity, Kind, Mention, Span

# Skeletons of one name spelt two ways: Kadzharia and Kajaria 0.77, Paund and Pound 0.80,
# Tasmagambetov with a letter lost 0.96. Of two names: Tikhomirov and Tikhonov 0.75, Zaripov and
# Zakirov 0.71, Minnikhanov and Minin 0.71. Ivanov and Ivashov, 0.83, no bound can tell apart.
NEAR = 0.76
_ADJECTIVE = re.compile(
    r"([А-ЯЁ][а-яё]+(?:-[А-ЯЁ][а-яё]+)?[сц]к)(?:[ио]й|ая|ое|ого|ому|ую|[ио]м|ие|их)"
)
_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Near:
    span: Span
    likeness: float  # 0 to 1, of the last words (surnames) where there are several
    is_same_sound: bool


def forms_of(entity: Entity, mention: Mention) -> tuple[str, ...]:
    """Every form that counts as this mention kept, the most specific first, each once."""
    forms = (mention.english, entity.english, *entity.accepted)
    return tuple(dict.fromkeys(form for form in sorted(forms, key=len, reverse=True) if form))


def nearest(
    entity: Entity, mention: Mention, target: str, taken: Sequence[Span], *, bound: float = NEAR
) -> Near | None:
    """Find the proper name outside `taken` that sounds most like any form of the mention, or that
    may be the own spelling of what is only romanised."""
    forms = forms_of(entity, mention)
    free = [span for span in proper_names(target) if not any(overlaps(span, t) for t in taken)]
    found = [_compare(forms, span, target) for span in free]
    best = max(found, key=lambda near: near.likeness, default=None)
    if best is not None and best.likeness >= bound:
        return best
    return _heard(entity, mention, target, taken) if entity.origin.is_spelt else None


def spelt_adjective(mention: Mention, target: str, taken: Sequence[Span]) -> Span | None:
    """Find the adjective of a place left in Russian, as in names of streets and stations: «на
    Калужской» is "at Kaluzhskaya"."""
    adjective = _ADJECTIVE.fullmatch(mention.text)
    if adjective is None:
        return None
    stem = skeleton(romanise(adjective[1]))
    for word in _WORD.finditer(target):
        span = Span(*word.span())
        is_it = word.group()[0].isupper() and skeleton(word.group()).startswith(stem)
        if is_it and not any(overlaps(span, other) for other in taken):
            return span
    return None


def _heard(entity: Entity, mention: Mention, target: str, taken: Sequence[Span]) -> Near | None:
    """By the whole name, then by the surname alone, which counts as the person. Any word with a
    capital will do: «Хоген» is Hogan even where Hogan opens a sentence."""
    names = [(entity.name, False), (mention.text, True)]
    if entity.kind is Kind.PER:
        names += [(name.split()[-1], is_inflected) for name, is_inflected in names]
    for name, is_inflected in names:
        if found := hear(name, target, taken, inflected=is_inflected):
            return Near(found, 1.0, is_same_sound=False)
    return None


def _compare(forms: Iterable[str], span: Span, target: str) -> Near:
    text = target[span.start : span.stop]
    bare = without_suffix(text)  # "Donald Trump" is near «Дональд Трамп-младший», and another man
    likeness = max((_likeness(without_suffix(form), bare) for form in forms), default=0.0)
    return Near(span, likeness, any(sounds_like(form, text) for form in forms))


@lru_cache(maxsize=16384)
def _likeness(form: str, found: str) -> float:
    """By the whole and by the last word, the worse of both: Rustam Minin is not Minnikhanov."""
    ours, theirs = form.split(), found.split()
    last = similarity(ours[-1], theirs[-1])
    if len(ours) != len(theirs):
        return min(last, similarity(form, found)) if min(len(ours), len(theirs)) > 1 else last
    return min(last, similarity(form, found))
