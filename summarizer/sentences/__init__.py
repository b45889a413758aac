"""`Article` → `Sentence`s, with offsets into the untouched text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.sentences.borders import DATELINE, ENDING, Candidate, is_border
from summarizer.sentences.clauses import clauses
from summarizer.sentences.enclosures import Enclosures
from summarizer.types import Article, Sentence, Span

LINE = re.compile(r"\S[^\n]*")

__all__ = ["clauses", "split", "split_text"]


def split(article: Article) -> tuple[Sentence, ...]:
    """Every sentence in order; a title is sentence 0, whole, and the dateline is none.

    Nothing but white space and the dateline lies outside the sentences.
    """
    spans = list(sentence_spans(article))
    return tuple(
        Sentence(
            index,
            paragraph,
            span.start,
            span.stop,
            article.text[span.start : span.stop],
            is_title=span == article.title,
        )
        for index, (paragraph, span) in enumerate(spans)
    )


def sentence_spans(article: Article) -> Iterator[tuple[int, Span]]:
    """Each sentence with the number of its paragraph; a line is a paragraph."""
    lines = [line for line in line_spans(article.text) if line != article.dateline]
    for paragraph, line in enumerate(lines):
        if line == article.title:
            yield paragraph, line
            continue
        for span in split_text(article.text[line.start : line.stop]):
            yield paragraph, Span(line.start + span.start, line.start + span.stop)


def line_spans(text: str) -> Iterator[Span]:
    """The lines that hold anything, without the white space around them."""
    for match in LINE.finditer(text):
        yield Span(match.start(), match.start() + len(match.group().rstrip()))


def split_text(text: str) -> list[Span]:
    """The sentences of one paragraph, without the white space around them."""
    spans: list[Span] = []
    opening, last = skip_space(text, 0), len(text.rstrip())
    enclosures, dateline = Enclosures(text), DATELINE.match(text)
    for ending in ENDING.finditer(text, opening, last):
        candidate = Candidate(
            text,
            start=ending.start(),
            stop=ending.end(),
            opening=opening,
            dateline=dateline.end() if dateline else 0,
            enclosures=enclosures,
        )
        if is_border(candidate):
            spans.append(Span(opening, ending.end()))
            opening = skip_space(text, ending.end())
    return [*spans, Span(opening, last)] if opening < last else spans


def skip_space(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start
