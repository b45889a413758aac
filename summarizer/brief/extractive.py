"""Briefs made of translated sentences, unchanged."""

from __future__ import annotations

from collections.abc import Iterable

from summarizer.types import BriefSentence, TranslatedArticle


def quote(translated: TranslatedArticle, positions: Iterable[int]) -> tuple[BriefSentence, ...]:
    """The translations at these positions, each resting on its own sentence."""
    chosen = [translated.translations[position] for position in positions]
    return tuple(BriefSentence(_ended(t.text), (t.sentence.index,)) for t in chosen if t.text)


def _ended(text: str) -> str:
    """With a full stop, which titles and headings lack and running text needs."""
    text = " ".join(text.split())
    return text if text[-1:] in ".!?…\"”’')" else f"{text}."
