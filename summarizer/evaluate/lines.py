"""Line-aligned text through the product: each line gets its own English, however it is split."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from summarizer.types import Article, TranslatedArticle

if TYPE_CHECKING:
    from summarizer.pipeline import Summarizer

LINES = 20  # about an article's length: names are remembered over so many lines


def translate_lines(lines: Sequence[str], summarizer: Summarizer) -> list[str]:
    """The English of each line, in order; "" for a line that holds nothing."""
    groups = [lines[start : start + LINES] for start in range(0, len(lines), LINES)]
    filled = [group for group in groups if any(line.strip() for line in group)]
    articles = (
        Article(id=str(number), text="\n".join(group)) for number, group in enumerate(filled)
    )
    translated = zip(filled, summarizer.pipe_translations(articles), strict=True)
    english = {id(group): list(by_line(group, article)) for group, article in translated}
    return [line for group in groups for line in english.get(id(group), [""] * len(group))]


def by_line(lines: Sequence[str], translated: TranslatedArticle) -> Iterator[str]:
    """Join the translated sentences of each line; `lines` joined by "\\n" are the article."""
    starts = list(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))
    parts: list[list[str]] = [[] for _ in lines]
    for translation in translated.translations:
        parts[bisect_right(starts, translation.sentence.start) - 1].append(translation.text)
    return (" ".join(part) for part in parts)
