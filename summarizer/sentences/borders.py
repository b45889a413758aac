"""Whether a sentence ends at a full stop: the rules of news, and razdel where none of them speaks.

A rule returns True (a border), False (no border) or None (not my case); the first answer holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from summarizer.sentences.abbreviations import (
    AFTER_NUMBER,
    BEFORE_NAME,
    FOREIGN,
    MONTHS,
    OPENERS,
    TIME_PHRASE_WORDS,
)
from summarizer.sentences.enclosures import Enclosures

CLOSERS = "»”“\"’')\\]"
ENDING = re.compile(
    rf"[.?!…]+(?:\[\d+\])?[{CLOSERS}]*(?=\s)"
    # «…не справимся.Я всегда»: the space after the full stop was forgotten
    r"|(?<=[а-яё]{3})[.?!](?=[А-ЯЁ][а-яё]*[\s,])"
)
PLAIN_STOP = re.compile(r"\.\s[А-ЯЁ]")
PLAIN_WORD = re.compile(r"[А-ЯЁа-яё][а-яё]{2,}")
DASHES = "-‑–—−"
PAIR = re.compile(r"(?:\bс\.\s?г|\bт\.\s?[дп]|\bи\s(?:др|пр)|\b[ун]\.\s?[еэ])$")
WINDOW = 40  # code points on either side that the rules look at
SHORT_QUOTE = 60  # code points; «Что? Где? Когда?» is a name, not speech
SPEECH = 160  # code points; a longer quotation is translated sentence by sentence

DATELINE = re.compile(
    r"(?:[А-ЯЁ][А-ЯЁа-яё-]+[ /]?){1,3}[.,]\s"  # МОСКВА, / Нью-Йорк. / МОСКВА/КИЕВ,
    r"(?:\d{1,2}\s[а-я]{3,8}|\d{1,2}\.\d{2})\.?(?:\s\d{4}(?:\s?г\.)?)?[,.]?\s"  # 5 марта,
    r"(?:[–—-]\s)?[/(]?[A-ZА-ЯЁ][\w. -]{1,30}?"  # РИА Новости / /ТАСС/ / INTERFAX.RU
    r"(?:[/)]\.?|\s[–—-]\s|(?=\.\s))"
)


@dataclass(frozen=True)
class Candidate:
    """A place in a paragraph where a sentence may end: `start` is the full stop's offset, `stop`
    is after the closing marks, `opening` where the sentence that would end began."""

    text: str
    start: int
    stop: int
    opening: int
    dateline: int  # where the paragraph's dateline ends, 0 if it has none
    enclosures: Enclosures

    @cached_property
    def before(self) -> str:
        return self.text[max(self.opening, self.start - WINDOW) : self.start]

    @cached_property
    def after(self) -> str:
        return self.text[self.stop : self.stop + WINDOW].lstrip()

    def before_mark(self, start: int) -> str:
        """What the sentence says just before an opening mark at `start`."""
        return self.text[max(self.opening, start - WINDOW) : start].rstrip()

    @cached_property
    def is_full_stop(self) -> bool:
        return self.text[self.start] == "." and self.text[self.start : self.stop].count(".") == 1

    @cached_property
    def word_before(self) -> str:
        match = re.search(r"[\w-]+$", self.before)
        return match.group() if match else ""

    @cached_property
    def word_after(self) -> str:
        match = re.match(r"\W*([\w-]+)", self.after)
        return match.group(1) if match else ""

    @cached_property
    def is_before_opener(self) -> bool:
        """«В», «Об», «При»… and not the initial of a name («В. Ленин»)."""
        word = self.word_after
        return word.lower() in OPENERS and not re.match(rf"\W*{word}\.", self.after)


def dateline(each: Candidate) -> bool | None:
    """«МОСКВА, 5 мар. — РИА Новости.», «Москва. 29 декабря. INTERFAX.RU - Россия…»."""
    return False if each.stop < each.dateline else None


def goes_on(each: Candidate) -> bool | None:
    """A small letter goes on, even after a dash or in quotation marks: «Хотим!» — сказал он;
    but «iPhone» begins a sentence."""
    after = each.after.lstrip(DASHES + '«“„" \xa0')
    if after[:1].islower():
        return None if re.match(r"[a-z][A-Z]", after) else False
    return None


def in_brackets(each: Candidate) -> bool | None:
    """«(см. рис. 2. Там же)» belongs to the sentence that it interrupts."""
    for enclosure in each.enclosures.around(each.stop - 1):
        if enclosure.is_quote or each.stop >= enclosure.stop:
            continue
        if each.before_mark(enclosure.start):
            return False
    return None


def in_quote(each: Candidate) -> bool | None:
    """Names («Что? Где? Когда?») and short speech whose speaker is named stay whole:
    «Мы рады. Это важно», - сказал министр would lose its speaker."""
    for enclosure in each.enclosures.around(each.start):
        if not enclosure.is_quote or each.stop >= enclosure.stop:
            continue
        length = enclosure.stop - enclosure.start
        before = each.before_mark(enclosure.start)
        if length <= SHORT_QUOTE and before and before[-1] != ":":
            return False
        if length <= SPEECH and is_attributed(each.text, enclosure.stop):
            return False
    return None


def is_attributed(text: str, stop: int) -> bool:
    return bool(re.match(rf"[,.]?\s*(?:[{DASHES}]\s*)?[а-яё]", text[stop : stop + 8])) and bool(
        re.match(rf",|\s*[{DASHES}]", text[stop : stop + 4])
    )


def name_in_quotes(each: Candidate) -> bool | None:
    """«Ну, погоди!» Котёночкина: a short quotation inside a sentence that goes on with a name."""
    if each.text[each.start] not in "?!":
        return None
    enclosure = each.enclosures.ending(each.start, each.stop)
    if enclosure is None or enclosure.stop - enclosure.start > SHORT_QUOTE:
        return None
    before = each.before_mark(enclosure.start)
    if not before or before[-1] in ":.—–-" or each.is_before_opener:
        return None
    return False


def year(each: Candidate) -> bool | None:
    """«в 2013 г. Этот…» ends; «Летом 2008 г. В.Кулишов занял…» has said only when."""
    if not each.is_full_stop or not re.search(r"(?:\d|[IVX])\s?гг?$", each.before):
        return None
    if each.is_before_opener:
        return True
    if not re.match(
        r"[«\"“]?[^\W_]", each.after
    ):  # «6 июля 2016 г. № 374-ФЗ», «в 1989г. – институт»
        return False
    said = each.text[each.opening : min(each.start, each.opening + 100)]
    return len(said.split()) > TIME_PHRASE_WORDS


def pair(each: Candidate) -> bool | None:
    """«18 мая с.г. Программа», «и т.д. Всего»: what ends in these is most often over."""
    if each.is_full_stop and PAIR.search(each.before):
        return each.after[:1].isupper() or None
    return None


def month(each: Candidate) -> bool | None:
    """«5 мар. — РИА Новости»."""
    if each.is_full_stop and re.search(r"\d\s\w+$", each.before):
        return False if each.word_before.lower() in MONTHS else None
    return None


def foreign(each: Candidate) -> bool | None:
    """«Locomotive Co. Ltd.», «Mr. Smith», «St. Louis»."""
    if each.is_full_stop and each.word_before in FOREIGN and re.match(r"[A-Z]", each.after):
        return False
    return None


def initials(each: Candidate) -> bool | None:
    """«А.С. Пушкин» goes on; «витамин С. Он» and «Путин В.В. Об этом» do not."""
    if not each.is_full_stop or not re.search(r"(?<!\w)(?:[А-ЯЁA-Z]|Дж|Вс|Ю|Ст)$", each.before):
        return None
    return each.is_before_opener


def abbreviation(each: Candidate) -> bool | None:
    """«им. Горького» goes on, «руб. Об этом» does not; after «др.» razdel knows."""
    word = each.word_before
    if not each.is_full_stop or not word:
        return None
    if word.lower() in BEFORE_NAME and (word.islower() or word.istitle()):
        return each.is_before_opener
    if word in ("дол", "долл") and each.after.startswith("США"):
        return False
    if word in AFTER_NUMBER and re.match(r"[«\"“][А-ЯЁA-Z]", each.after):
        return True
    return None


def forgotten_space(each: Candidate) -> bool | None:
    """«Тихонова.Еще один» is two sentences, «Яндекс.Новости» is a name."""
    if each.stop < len(each.text) and each.text[each.stop].isspace():
        return None
    word = each.word_before
    return each.is_before_opener or (word.islower() and word not in BEFORE_NAME | AFTER_NUMBER)


RULES: tuple[Callable[[Candidate], bool | None], ...] = (
    dateline,
    goes_on,
    in_brackets,
    in_quote,
    name_in_quotes,
    pair,
    year,
    month,
    foreign,
    initials,
    abbreviation,
    forgotten_space,
)


def is_border(each: Candidate) -> bool:
    if is_plain(each):
        return True
    for rule in RULES:
        answer = rule(each)
        if answer is not None:
            return answer
    return razdel_splits(each)


def is_plain(each: Candidate) -> bool:
    """True for what most sentences end with, and neither a rule nor razdel has anything to say of:
    a small word that is no abbreviation, a full stop, a space and a capital. Asking them all of
    each took a twentieth of a batch's time without models."""
    if each.stop != each.start + 1 or not PLAIN_STOP.match(each.text, each.start):
        return False
    word = each.text[each.text.rfind(" ", each.opening, each.start) + 1 : each.start]
    if not PLAIN_WORD.fullmatch(word) or word.lower() in abbreviations():
        return False
    return each.stop >= each.dateline and not each.enclosures.around(each.start)


@cache
def abbreviations() -> frozenset[str]:
    """Every abbreviation of three letters or more that a rule or razdel asks for."""
    from razdel.segmenters.sokr import HEAD_SOKRS, INITIALS

    return frozenset().union(BEFORE_NAME, AFTER_NUMBER, MONTHS, HEAD_SOKRS, INITIALS)


def razdel_splits(each: Candidate) -> bool:
    """What razdel's own rules say; they look at ten characters on each side."""
    split = razdel_split()(
        each.text[max(0, each.stop - 1 - 10) : each.stop - 1],
        each.text[each.stop - 1],
        each.text[each.stop : each.stop + 10],
        each.text[each.opening : min(each.stop - 1, each.opening + WINDOW)],
    )
    return not razdel_segmenter().join(split)


@cache
def razdel_segmenter() -> Any:
    from razdel.segmenters.sentenize import SentSegmenter

    return SentSegmenter()


@cache
def razdel_split() -> Any:
    from razdel.segmenters.sentenize import SentSplit

    return SentSplit
