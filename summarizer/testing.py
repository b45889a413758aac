"""Stand-ins for models, so that you can test your own code without one."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from summarizer.options import Decoding
from summarizer.translate.protocol import BriefRequest, Segment
from summarizer.types import Hypothesis, ModelUse


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
        self,
        segments: Sequence[Segment],
        decoding: Decoding = Decoding(),  # noqa: B008 (frozen)
    ) -> list[tuple[Hypothesis, ...]]:
        self.calls.append((tuple(segments), decoding))
        return [(Hypothesis(self._one(segment), -0.1),) for segment in segments]

    def _one(self, segment: Segment) -> str:
        if segment.text in self.table:
            return self.table[segment.text]
        return self.fallback(segment) if self.fallback else spell_out(segment)


def spell_out(segment: Segment) -> str:
    """Write a sentence in Latin letters, its hints as given: readable, with every name kept."""
    from summarizer.entities.romanise import romanise

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
