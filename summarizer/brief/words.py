"""Words, stems and stop words of the two languages, as the brief counts and compares them."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any

_WORD = re.compile(r"\d+(?:[.,]\d+)+\w*|\w+(?:[-'’]\w+)*")
_CYRILLIC = re.compile(r"[Ѐ-ӿ]")

_RUSSIAN_STOP = frozenset(
    """
    а без более бы был была были было быть в вам вас ведь весь во вот все всего всех вы где
    да даже для до его ее её ей ему если есть еще ещё же за здесь и из из-за или им ими их к
    как какой когда который которая которое которые которых которой которого кто ли лишь
    между меня мне много может можно мы на над надо нас не него нее неё нет ни них но ну о
    об однако он она они оно от очень по под после потом потому почти при про раз с сам свой
    себя сейчас со так также такой там тем то того тоже той только том тот три ту ты у уже
    чего чем что чтобы эта эти этим этих это этого этой этом этот эту я год года году лет
    """.split()
)
_ENGLISH_STOP = frozenset(
    """
    a about above after again all also am an and any are as at be because been before being
    between both but by can could did do does doing down during each few for from further
    had has have having he her here hers him his how i if in into is it its itself just may
    me might more most my no nor not now of off on once only or other our out over own s
    same shall she should so some such than that the their them then there these they this
    those through to too under until up upon very was we were what when where which while
    who whom why will with would you your
    """.split()
)


def words(text: str) -> list[str]:
    """The words of a text in either language; a hyphenated compound and "Mi-17V5" are one."""
    return _WORD.findall(text)


@lru_cache(maxsize=1000)
def count_words(text: str) -> int:
    """What the budget of a brief counts: runs between spaces that hold a letter or digit."""
    return sum(run[0].isalnum() or any(map(str.isalnum, run)) for run in text.split())


def is_cyrillic(text: str) -> bool:
    return bool(_CYRILLIC.search(text))


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """The Snowball stem; for English that of the lemma, so that "met" and "meeting" are one."""
    bare = re.sub(r"['’]s?$", "", word.lower())
    if is_cyrillic(bare):
        return str(_stemmer("russian").stemWord(bare))
    return str(_stemmer("english").stemWord(_english_lemma(bare)))


def content_stems(text: str) -> list[str]:
    """Stems of the words that carry meaning, in order: what overlap and centrality compare."""
    # a number is its own stem, and too many are met once to be kept
    stems = [word if word.isdecimal() else _known_stem(word) for word in words(text)]
    return [each for each in stems if each is not None]


@lru_cache(maxsize=20_000)
def _known_stem(word: str) -> str | None:
    """The stem, None of a word that carries no meaning."""
    return None if is_stop_word(word) else stem(word)


def is_stop_word(word: str) -> bool:
    low = word.lower()
    return low in _RUSSIAN_STOP or low in _ENGLISH_STOP


def _english_lemma(word: str) -> str:
    import simplemma

    return simplemma.lemmatize(word, lang="en").lower()


@cache
def _stemmer(language: str) -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer(language)
