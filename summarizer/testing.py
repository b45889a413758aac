"""Stand-ins for models, so that you can test your own code without one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from summarizer.options import GREEDY, Decoding
from summarizer.translate.protocol import BriefRequest, Segment
from summarizer.types import (
    Article,
    Entity,
    Hypothesis,
    Kind,
    Ledger,
    Mention,
    ModelUse,
    Origin,
    Sentence,
)


@dataclass
class FakeTranslator:
    """Translates from a table; a sentence that is not in it is written in Latin letters.

    `calls` records every batch with its decoding, so a test can say what was asked for.
    """

    table: Mapping[str, str] = field(default_factory=dict)
    takes_hints: bool = True
    fallback: Callable[[Segment], str] | None = None
    calls: list[tuple[tuple[Segment, ...], Decoding]] = field(default_factory=list)

    @property
    def use(self) -> ModelUse:
        return ModelUse("translation", "fake", "0", "fake")

    def translate(
        self, segments: Sequence[Segment], decoding: Decoding = GREEDY
    ) -> list[tuple[Hypothesis, ...]]:
        self.calls.append((tuple(segments), decoding))
        texts = [self._one(segment) for segment in segments]
        return [(Hypothesis(text, -0.1, len(text.split())),) for text in texts]

    def _one(self, segment: Segment) -> str:
        if segment.text in self.table:
            return self.table[segment.text]
        return self.fallback(segment) if self.fallback else spell_out(segment)


def spell_out(segment: Segment) -> str:
    """Write a sentence in Latin letters, its hints as given: readable, with every name kept."""
    from summarizer.entities.letters.romanise import romanise

    text = segment.text
    for hint in sorted(segment.hints, key=lambda hint: -len(hint.source)):
        text = text.replace(hint.source, hint.target)
    return re.sub(r"[А-Яа-яЁё]+", lambda word: romanise(word.group()), text)


@dataclass
class FakeSummariser:
    """Gives the first sentences back, as a perfectly faithful and lazy model would."""

    texts: Sequence[str] = ()
    calls: list[BriefRequest] = field(default_factory=list)

    @property
    def use(self) -> ModelUse:
        return ModelUse("brief", "fake", "0", "fake")

    def summarise(self, requests: Sequence[BriefRequest]) -> list[str]:
        self.calls += requests
        if self.texts:
            return [self.texts[index % len(self.texts)] for index in range(len(requests))]
        return [" ".join(request.sentences[: request.max_sentences]) for request in requests]


MARK = re.compile(r"\[(?P<kind>[A-Z]+) (?P<text>[^=\]|]+)(?:=(?P<forms>[^\]]+))?\]")


def ledger_of(marked: str) -> Ledger:
    """Build a one-sentence ledger from marked text.

    `[PER Рустам Минниханов = Rustam Minnikhanov | Minnikhanov]` is a name with its English and its
    other accepted forms, `[NUM 244 890]` a value, `[ORG Завод]` a name without an English form.
    """
    text, entities, position = "", [], 0
    for mark in MARK.finditer(marked):
        text += marked[position : mark.start()]
        entities.append(_entity_of(mark, len(text)))
        text += mark["text"].strip()
        position = mark.end()
    text += marked[position:]
    sentence = Sentence(0, 0, 0, len(text), text)
    return Ledger(Article("test", text), (sentence,), tuple(entities))


def _entity_of(mark: re.Match[str], start: int) -> Entity:
    from summarizer.entities.values import find_russian

    kind, name = Kind(mark["kind"]), mark["text"].strip()
    english, *accepted = [form.strip() for form in (mark["forms"] or "").split("|")]
    mention = Mention(start, start + len(name), name, 0, english)
    if kind.is_name:
        origin = Origin.GLOSSARY if english else Origin.UNKNOWN
        return Entity(kind, name, english, tuple(accepted), origin, (mention,))
    value = find_russian(name)[0].value
    return Entity(kind, name, english, tuple(accepted), Origin.VALUE, (mention,), value)
