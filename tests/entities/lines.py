"""Articles for tests: one sentence a line."""

from __future__ import annotations

from summarizer.types import Article, Sentence


def article(*lines: str) -> tuple[Article, list[Sentence]]:
    """An article with these sentences, each at its place in the text."""
    sentences, start = [], 0
    for index, line in enumerate(lines):
        sentences.append(Sentence(index, index, start, start + len(line), line))
        start += len(line) + 1
    return Article("test", "\n".join(lines)), sentences
