"""Can an English spelling be what a Russian word is by ear?

«Уэлш» is Walsh, «Чэпел» Chapel, «Илс» Eales: Russian writes foreign names by sound, and no rule
leads back to their own spelling. The other way round is easy to judge: align the letters of both
words, where each Russian letter may be what many languages write for its sound, and count what does
not fit.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from summarizer.entities.english_text.forms import fold, overlaps
from summarizer.types import Span

# What stands for a Russian sound in languages of Latin letters: the usual ways, then rarer ones.
_SOUNDS = {
    "а": "a e u o aa ah ar er ai ia i| au ou oa eu al y en an",
    "б": "b bb be| p v",
    "в": "v w f b u ve we vv wh| ff ow ou pf ph",
    "г": "g gg gh gu h ch q gue ge| k x",
    "д": "d dd de dh dt t| th",
    "е": "e ie ye a ae ai ea ei ay ey i ee je| oe u ia eu aye y o",
    "ж": "j zh g z ge ss sh gi s ž dj| c sz x rz j",
    "з": "z s zz se ze ts ss th| x",
    "и": "i y e ee ea ie ey ei ii ij ih a yi ay ry| u ui ai oi oe ae igh j eigh",
    "й": "i y j ll e gh ye ie ih h| ys l gl ",
    "к": "k c ck ch cc q qu que kk kh cq ke g cu ca| x gh cks lk",
    "л": "l ll le lh ł hl| w lle",
    "м": "m mm me mb| mn n lm",
    "н": "n nn ne nh gn kn ng ñ m| en on ns nt",
    "о": "o a au aw oa ow ou oo oh u eau aux ot al ur eu ough| e ol oi or er ois augh",
    "п": "p pp pe b| ph",
    "р": "r rr re rh wr er| ur ir l",
    "с": "s ss c sc ce se z ts ps th ti| x tz sz st š ś ç sh",
    "т": "t tt te th d dt ght pt tte| ts z ct cht bt",
    "у": "u oo w ou o ew ue oe wu uu oul| v eu y ul ugh ow",
    "ф": "f ff ph v pf fe| th w p gh",
    "х": "h kh ch j gh g x hh k q| c wh r",
    "ц": "c ts z tz cz zz tsch tzsch| s t ti ci",
    "ч": "ch tch c cz t tsch cs q ti ce ci č ć tx tj zh j| ts z sch s",
    "ш": "sh sch ch s sz sc sj ss š x sk sti| ti ci j zh rs c",
    "щ": "shch sch sc szcz st| sh",
    "ъ": "y|",
    "ы": "y i e ui| a u",
    "ь": "y j ' i e|",
    "э": "e a ae ea he ai ei ay ha eh| i o oe hae",
    "ю": "yu iu u ju ew ue ü y eu you hu| ou oo ui ieu",
    "я": "ya ia ja a ea ye ie iya| e ae",
    "дж": "j g dg dge dj gi ge gg c zh dzh dsch j dz| z ch x",
    "дз": "z zz dz tz j ds c g|",
    "кс": "x ks cks cs cx xe kes chs ques xs|",
    "ей": "ay ey ei a ai y ej eigh ea ie aye ee eu| ei",
    "эй": "ay ey a ai ei eigh aye| e",
    "ай": "i y ai ay ei ey igh ij ie aj ia uy ui ye| a ye",
    "ой": "oi oy eu oj euy| öj öy",
    "ий": "y i ii ij ie iy ee| ey",
    "ью": "u ew iu yu hu ieu ue| ou",
    "ия": "ia ya iya a ie|",
    "ио": "io yo iau| eo",
    "уа": "wa ua oi oua wha wo| oa",
    "уо": "wa wo ua quo wha uo|",
    "уи": "wi ui uy hui whi we| wy",
    "уэ": "we ue wa uay whe| wae",
    "оу": "o oe ow ou oa au owe ough oh eau ot| aux",
    "ау": "au ow ou aw| aou",
    "сх": "sch sh sj|",
    "шт": "st scht sht|",
    "шп": "sp schp shp|",
    "гз": "x gs|",
    "йе": "ye je ie e| he",
    "ье": "ie ye e je hie ier| ille",
    "ьо": "io yo illo gno eo| nho",
    "ль": "l ll le lh gl el|",
    "нь": "n gn ñ nh ny gne ni|",
    "нг": "ng n nk nn|",
    "тц": "tz z tts|",
    "тч": "tch t ch cc|",
    "ё": "o eu io yo e oe ö u ea i y ou ø eo| ir ur er uer",
}
_USUAL, _RARE = 0.0, 0.35
_VOWELS, _SILENT = frozenset("аеёиоуыэюяйьъ"), frozenset("hewyiaou'")
# A letter more or less: of a vowel, of a consonant that may be silent, of one that is heard.
_VOWEL_LOST, _RUSSIAN_LOST = 0.4, 1.0
_QUIET_LOST, _SOMETIMES_LOST, _LATIN_LOST = 0.25, 0.5, 1.0
_SOMETIMES = frozenset("rlgtsdxnpkc")  # Lincoln, Louis, Renault, Knight, Peugeot
_DIGRAPHS = frozenset(("sh", "ch", "zh"))
_MUTE = frozenset("hwkp")  # Knight, Wright, Pfizer
_LONGEST = 5
_NO_LETTER = re.compile(r"[\W_\d]")


def _costs() -> dict[str, dict[str, float]]:
    table = {}
    for sound, written in _SOUNDS.items():
        usual, rare = written.split("|")
        table[sound] = dict.fromkeys(rare.split(), _RARE) | dict.fromkeys(usual.split(), _USUAL)
    return table


_COSTS = _costs()


# Of 6,000 names of Wikidata in both scripts 92 % fit so well, of names paired by chance 0.07 %.
CLOSE = 0.08
_SHORTEST = 3  # letters; «Ли» would be heard everywhere
_MOST_WORDS = 4
_WORD = re.compile(r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)?")
_ENDING = re.compile(r"(?<=\w{3})(?:ами|ями|ого|ому|ом|ем|ём|ой|ей|ов|ах|ям|ам|[аеёиоуыюя])\b")


def hear(
    russian: str, text: str, taken: Sequence[Span] = (), *, inflected: bool = False
) -> Span | None:
    """The capitalised words of `text`, outside `taken`, that may spell a Russian name, or None.

    `inflected`: the name may stand in any case, so its ending need not be heard.
    """
    names = stems(russian) if inflected else (russian,)
    for window in windows(text):
        found = text[window.start : window.stop]
        if any(is_heard(name, found) for name in names) and not any(
            overlaps(window, other) for other in taken
        ):
            return window
    return None


@lru_cache(maxsize=64)
def windows(text: str) -> tuple[Span, ...]:
    """Runs of up to four words that begin and end with a capital: «de» may stand inside."""
    words = [Span(*word.span()) for word in _WORD.finditer(text)]
    found = []
    for index, first in enumerate(words):
        last = first
        for word in words[index : index + _MOST_WORDS]:
            if word.start - last.stop > 2 or not text[first.start].isupper():
                break
            last = word
            if text[last.start].isupper():
                found.append(Span(first.start, last.stop))
    return tuple(found)


def stems(russian: str) -> tuple[str, ...]:
    """A name as it stands, and its words without what may be a case ending."""
    return tuple(dict.fromkeys((russian, _ENDING.sub("", russian))))


@lru_cache(maxsize=65536)
def is_heard(russian: str, latin: str) -> bool:
    """«Чэпел» is heard in Chapel: what does not fit is less than `CLOSE` of a letter, a letter."""
    one, other = _letters(russian.lower()), _letters(fold(latin))
    longest = max(len(one), len(other))
    # Beauchamp has half as many letters again as «Бичем», hardly any name twice as many
    is_alike = abs(len(one) - len(other)) * 2 <= longest and len(other) >= _SHORTEST
    return bool(one) and is_alike and _may_begin(one, other) and _fits(one, other, CLOSE * longest)


def _may_begin(russian: str, latin: str) -> bool:
    """A quick look at the first letters, which saves most alignments."""
    return latin[0] in _openings(russian[:2]) or latin[0] in _MUTE


@lru_cache(maxsize=2048)
def _openings(russian: str) -> frozenset[str]:
    sounds = (*_COSTS.get(russian, ()), *_COSTS.get(russian[0], ()))
    return frozenset(written[0] for written in sounds)


def _letters(word: str) -> str:
    return _NO_LETTER.sub("", word)


def _fits(russian: str, latin: str, limit: float) -> bool:
    """Is there an alignment that costs no more (dynamic programming over both words)?"""
    rows = [_skipped(latin)]
    for index, letter in enumerate(russian, start=1):
        lost = _VOWEL_LOST if letter in _VOWELS else _RUSSIAN_LOST
        steps = [(rows[-1], _COSTS.get(letter, {}))]
        if index > 1 and russian[index - 2 : index] in _COSTS:
            steps.append((rows[-2], _COSTS[russian[index - 2 : index]]))
        rows.append(_row(latin, lost, steps))
        if min(*rows[-1], *rows[-2]) > limit:
            return False
    return rows[-1][-1] <= limit


def _row(
    latin: str, lost: float, steps: Sequence[tuple[Sequence[float], dict[str, float]]]
) -> list[float]:
    """The least cost of the Russian so far beside each beginning of the Latin word."""
    row: list[float] = []
    for stop in range(len(latin) + 1):
        best = steps[0][0][stop] + lost
        if stop:
            best = min(best, row[-1] + _latin_lost(latin[stop - 2 : stop] or latin[0]))
        for before, costs in steps:
            for start in range(max(0, stop - _LONGEST), stop):
                cost = costs.get(latin[start:stop])
                if cost is not None and before[start] + cost < best:
                    best = before[start] + cost
        row.append(best)
    return row


def _skipped(latin: str) -> list[float]:
    costs = [0.0]
    for index in range(len(latin)):
        costs.append(costs[-1] + _latin_lost(latin[max(0, index - 1) : index + 1]))
    return costs


def _latin_lost(letters: str) -> float:
    """The cost of the last of two letters; the h of Sharipov is not silent."""
    if letters in _DIGRAPHS:
        return _LATIN_LOST
    if letters[-1] in _SILENT:
        return _QUIET_LOST
    return _SOMETIMES_LOST if letters[-1] in _SOMETIMES else _LATIN_LOST
