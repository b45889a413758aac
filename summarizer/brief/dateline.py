"""A brief says when: if no sentence of it has a date, the date of the article opens it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from summarizer.brief.words import count_words
from summarizer.entities.values import english_form, find_english
from summarizer.types import BriefSentence
from summarizer.values import Moment


def with_date(
    sentences: Sequence[BriefSentence], day: date | None, words: int
) -> tuple[BriefSentence, ...]:
    """Put "December 29, 2014 — " before the first sentence, unless a sentence has a date.

    Nothing is put where the brief would then have more than `words` words.
    """
    if day is None or not sentences or any(_has_date(each.text) for each in sentences):
        return tuple(sentences)
    first = replace(sentences[0], text=f"{_english(day)} — {sentences[0].text}")
    dated = (first, *sentences[1:])
    return dated if sum(count_words(each.text) for each in dated) <= words else tuple(sentences)


def _has_date(text: str) -> bool:
    """True for a day, month or year; "at 10 a.m." and "in the 1990s" do not say when it was."""
    moments = [found.value for found in find_english(text) if isinstance(found.value, Moment)]
    return any(m.year or m.month for m in moments)


def _english(day: date) -> str:
    return english_form(Moment(year=day.year, month=day.month, day=day.day))
