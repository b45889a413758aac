"""Line-aligned text through the product: each line gets its own English, however it is split."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from summarizer.entities.checking.check import Checker
from summarizer.evaluate.scores import Score, Tally, share
from summarizer.translate.hints import segment_of
from summarizer.translate.protocol import Segment
from summarizer.types import Article, TranslatedArticle

if TYPE_CHECKING:
    from summarizer.pipeline import Summarizer

LINES = 20  # about an article's length: names are remembered over so many lines


def translate_lines(
    lines: Sequence[str], summarizer: Summarizer
) -> tuple[list[str], list[TranslatedArticle]]:
    """The English of each line, in order, "" for a line that holds nothing; and the articles that
    were made of lines to translate them."""
    groups = [lines[start : start + LINES] for start in range(0, len(lines), LINES)]
    filled = [group for group in groups if any(line.strip() for line in group)]
    articles = (
        Article(id=str(number), text="\n".join(group)) for number, group in enumerate(filled)
    )
    translated = list(summarizer.pipe_translations(articles))
    english = {
        id(group): by_line(group, each) for group, each in zip(filled, translated, strict=True)
    }
    whole = [line for group in groups for line in english.get(id(group), [""] * len(group))]
    return whole, translated


def by_line(lines: Sequence[str], translated: TranslatedArticle) -> list[str]:
    """Join the translated sentences of each line; `lines` joined by "\\n" are the article."""
    starts = list(accumulate((len(line) + 1 for line in lines[:-1]), initial=0))
    parts: list[list[str]] = [[] for _ in lines]
    for translation in translated.translations:
        parts[bisect_right(starts, translation.sentence.start) - 1].append(translation.text)
    return [" ".join(part) for part in parts]


def hints_obeyed(translated: Iterable[TranslatedArticle]) -> Score:
    """Share of the names, offices and set phrases told to the engine whose English stands in the
    translation as given, whatever its case; glosses, which may be put otherwise, do not count."""
    return share("hints obeyed", [*map(_obeyed, translated)], "hints")


def _obeyed(translated: TranslatedArticle) -> Tally:
    checker = Checker(translated.ledger, hinted=True)
    each = translated.translations
    segments = [
        segment_of(checker, translation.sentence, hints=True, glosses=False) for translation in each
    ]
    return Tally(*obeyed(segments, [translation.text for translation in each]))


def obeyed(segments: Sequence[Segment], targets: Sequence[str]) -> tuple[int, int]:
    """Hints whose English stands in the translation, whatever its case, and all hints."""
    pairs = [
        (hint.target.lower(), target.lower())
        for segment, target in zip(segments, targets, strict=True)
        for hint in segment.hints
    ]
    return sum(hint in target for hint, target in pairs), len(pairs)
