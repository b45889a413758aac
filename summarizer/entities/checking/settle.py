"""Which spelling to take where ours is only a romanisation: what the translations agree on.

«Гильменд» is Gilmend letter by letter, and Helmand to everybody who has translated a newspaper. An
engine that was given no hint spells from what it has read, so its own majority, if it sounds like
the Russian, is the better guess. One that was given a hint only copies it, or mistypes it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace

from summarizer.entities.checking.check import Checker
from summarizer.types import Entity, Ledger, Mention, Origin


def settle(checker: Checker, targets: Mapping[int, str]) -> Ledger:
    """Give each romanised name the spelling that most translations have, `targets` by sentence.

    The same ledger where no name is free to be spelt otherwise.
    """
    if not any(map(checker.is_free, checker.ledger.entities)):
        return checker.ledger
    spellings = _spellings(checker, targets)
    entities = (
        _respelt(entity, spellings.get(index, Counter()))
        for index, entity in enumerate(checker.ledger.entities)
    )
    return replace(checker.ledger, entities=tuple(entities))


def _spellings(checker: Checker, targets: Mapping[int, str]) -> dict[int, Counter[str]]:
    """How often each romanised entity is called what, in words as many as its name has."""
    counts: dict[int, Counter[str]] = {}
    for sentence in checker.ledger.sentences:
        target = targets.get(sentence.index, "")
        for match in checker.check(sentence, target):
            entity = checker.ledger.entities[match.entity]
            if checker.is_free(entity) and match.span is not None:
                found = target[match.span.start : match.span.stop]
                if len(found.split()) == len(entity.english.split()):
                    counts.setdefault(match.entity, Counter())[found] += 1
    return counts


def _respelt(entity: Entity, spellings: Counter[str]) -> Entity:
    if not spellings or spellings[entity.english]:
        return entity
    english = spellings.most_common(1)[0][0]
    parts = dict(zip(entity.english.split(), english.split(), strict=True))
    return replace(
        entity,
        english=english,
        accepted=tuple(_unique((*_in_parts(entity.accepted, parts), entity.english))),
        origin=Origin.TRANSLATION,
        mentions=tuple(_renamed(mention, parts) for mention in entity.mentions),
    )


def _renamed(mention: Mention, parts: Mapping[str, str]) -> Mention:
    """«Когогин» alone becomes what the surname in the whole name became."""
    return replace(mention, english=next(iter(_in_parts((mention.english,), parts))))


def _in_parts(forms: Iterable[str], parts: Mapping[str, str]) -> Iterable[str]:
    return (" ".join(parts.get(word, word) for word in form.split()) for form in forms)


def _unique(forms: Iterable[str]) -> dict[str, None]:
    return dict.fromkeys(form for form in forms if form)
