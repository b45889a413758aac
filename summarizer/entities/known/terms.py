"""Words whose mistranslation makes something else of the news: offices, plants, a strike.

«Посол» became "State Secretary", «патронный завод» a "State Factory" and «забастовка» a "blockade"
in the English of a small model. Such words come from short lists, so they can be hinted and checked
as names are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from summarizer.entities.known.lexicon import Lexicon
from summarizer.entities.known.plurals import plural
from summarizer.entities.known.tables import rows
from summarizer.entities.russian.morphology import Token, readings, tokens
from summarizer.entities.spans import SpanIndex
from summarizer.types import Entity, Kind, Mention, Origin, Sentence, Span

_PREMIERE = frozenset("премьера премьеру премьере премьеры премьер".split())
_WORK = re.compile(
    "видео|ролик|трек|сингл|сезон|трейлер|фильм|мультфильм|сериал|спектакл|картин|лент|шоу|песн|опер|балет|альбом|клип|постанов|комеди"
)
# «Лесников», «Комаров»: as often a man as many foresters or mosquitoes
_MAYBE_SURNAME = re.compile(r"[А-ЯЁ][а-яё]+[ое]в$")


@dataclass(frozen=True, slots=True)
class _Term:
    name: str
    english: str
    accepted: tuple[str, ...]


def find_terms(sentences: Iterable[Sentence], avoid: Sequence[Span] = ()) -> list[Entity]:
    """Find the terms of an article, each once; none that overlaps a span of `avoid`."""
    found: dict[str, tuple[_Term, list[Mention]]] = {}
    taken = SpanIndex((span, None) for span in avoid)
    for sentence in sentences:
        for span, term in _find(sentence.text):
            start, stop = sentence.start + span.start, sentence.start + span.stop
            if any(taken.at(start, stop)):
                continue
            text = sentence.text[span.start : span.stop]
            english = plural(term.english) if is_plural(text) else term.english
            mention = Mention(start, stop, text, sentence.index, english)
            found.setdefault(term.name, (term, []))[1].append(mention)
    return [
        Entity(Kind.TERM, name, term.english, term.accepted, Origin.GAZETTEER, tuple(mentions))
        for name, (term, mentions) in found.items()
    ]


def is_term(phrase: str) -> bool:
    """True for a form of a row of the table."""
    return _lexicon().find(phrase) is not None


def _find(text: str) -> Iterator[tuple[Span, _Term]]:
    """The longest term at each place: «заместитель генерального директора», not the director."""
    words = tokens(text)
    after = 0  # the word behind the last term
    for position, word in enumerate(words):
        if position < after or not _may_open(word.text):
            continue
        if found := _longest(words, position):
            length, term = found
            after = position + length
            yield Span(word.start, words[after - 1].stop), term


def _longest(words: Sequence[Token], position: int) -> tuple[int, _Term] | None:
    following = [word.text for word in words[position : position + 6]]
    found = _lexicon().longest(following)
    return None if found is None or _is_other_word(following, *found) else found


@lru_cache(maxsize=10_000)
def _may_open(word: str) -> bool:
    return _lexicon().may_open(word)


def _is_other_word(words: Sequence[str], length: int, term: _Term) -> bool:
    return _is_premiere(words) or (length == 1 and not _is_noun(words[0], term))


def _is_premiere(words: Sequence[str]) -> bool:
    """«Премьера», «на премьере фильма» are no prime minister; «премьера Медведева», «РФ» are."""
    if words[0].lower() not in _PREMIERE:
        return False
    followers = words[1:3]
    is_of_a_work = any(_WORK.match(word.lower()) for word in followers)
    return is_of_a_work or (
        words[0].lower() == "премьера" and not any(word[0].isupper() for word in followers[:1])
    )


def _is_noun(word: str, term: _Term) -> bool:
    """«После» can be a form of «посол», and hardly ever is; «обвиняемый» is first a participle,
    and «военнопленного» an adjective. «Паводков» is the short form of an adjective nobody uses."""
    if _MAYBE_SURNAME.match(word):
        return False
    pos = readings(word)[0].pos
    is_adjective = pos in ("ADJF", "PRTF") and term.name.endswith(("ый", "ий"))
    return word.isupper() or pos in ("NOUN", "ADJS") or is_adjective


@lru_cache(maxsize=1)
def _lexicon() -> Lexicon[_Term]:
    lexicon: Lexicon[_Term] = Lexicon()
    for phrases, (english, *accepted) in rows("terms"):
        term = _Term(phrases[0], english, tuple(accepted))
        for phrase in phrases:
            lexicon.add(phrase, term)
    return lexicon


def is_plural(phrase: str) -> bool:
    """True where its noun can be nothing else: «рейсов», not «забастовки», of a strike too. What
    follows the noun says nothing: «отзыв лицензий»; an adjective before it may: «новые паромы»."""
    words = [readings(word) for word in phrase.split()]
    positions = {"NOUN", "PREP"}
    stop = next((i for i, word in enumerate(words) if word[0].pos in positions), len(words) - 1)
    head = stop - 1 if words[stop][0].pos == "PREP" else stop
    return any(all(reading.is_plural for reading in word) for word in words[: head + 1])
