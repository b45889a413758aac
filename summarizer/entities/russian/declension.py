"""Nominatives of given names and surnames, known to the dictionary or not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from summarizer.entities.known import given_names, people
from summarizer.entities.letters import chinese, spelling
from summarizer.entities.russian.morphology import Reading, plain, readings

_CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_ANY = ""
# weights beside pymorphy3's own 0…1
_KNOWN, _LIKELIEST, _LIKELIER, _LIKELY, _POSSIBLE, _SELDOM = 1.0, 0.4, 0.35, 0.3, 0.1, 0.03
# log probability that an -а costs the model: Дхлакама +1.9, Мазанга -1.3, Трампа -2.6, Вагнера -5.7
_LETTER_MORE = -1.8


# Endings of the plural, and what a surname may have ended in instead; without anything («Клинтоны»)
# only after the letters that take the ending: «Росси» is Rossi, and no family of Ross.
_HARD, _HISSING = "бвгдзклмнпрстфхц", "жчшщ"
_FAMILY = {
    "ами": ("",), "ями": ("ь", "й"), "ам": ("",), "ям": ("ь", "й"), "ах": ("",), "ях": ("ь", "й"),
    "ов": ("",), "ей": ("ь", ""), "ы": ("",), "и": ("ь", "й", ""),
}  # fmt: skip
_BEFORE = dict.fromkeys(_FAMILY, _HARD + _HISSING) | {"ей": _HISSING, "и": "гкх" + _HISSING}


@dataclass(frozen=True, slots=True)
class Form:
    """A nominative that a word may stand for, with the case and gender that it then has."""

    nominative: str  # lower case
    case: str
    gender: str  # masc, femn, or "" for either
    score: float


@lru_cache(maxsize=20_000)
def given_forms(word: str) -> tuple[Form, ...]:
    """What a given name may be in the nominative, likeliest first; never empty.

    Names that the table has push out what the dictionary guesses: it takes «Асия» for a genitive
    of «Асий».
    """
    forms = [
        Form(reading.nominative, reading.case, reading.gender, reading.score)
        for reading in readings(word)
        if reading.tags & {"Name", "Patr"} and not reading.is_plural
    ]
    if given_names.find(word):
        # «Кваме», «Биньямин»: in a vowel other than -а, -я they do not decline
        cases = _CASES if word[-1] in "еёиоуыэю" else _CASES[:1]
        forms += [Form(word.lower(), case, _gender_of(word), _KNOWN) for case in cases]
    elif chinese.is_surname(word):
        forms += [Form(word.lower(), case, _ANY, _KNOWN) for case in _CASES]
    if "-" in word:
        forms += _hyphenated(word)
    known = [form for form in forms if _is_listed(form.nominative)]
    if not known:
        guesses = [form for form in _by_ending(word.lower()) if not _is_cut_short(form, word)]
        known = [form for form in guesses if given_names.find(form.nominative)]
        # what the dictionary only predicts («Арлена», a woman) is no surer than the ending
        is_sure = any(reading.is_known and "Name" in reading.tags for reading in readings(word))
        forms = forms if is_sure or chinese.is_surname(word) else [*guesses, *_doubted(forms)]
    return _ordered(known or forms or [Form(word.lower(), "nomn", _ANY, _POSSIBLE)])


def _is_cut_short(form: Form, word: str) -> bool:
    """«Хулианой» is of Juliana, and no man's name."""
    return len(word) > 5 and word.endswith("ой") and form.nominative == word.lower()


def _is_listed(name: str) -> bool:
    """The table has it, or each part of «Ханс-Дитер»."""
    return bool(given_names.find(name)) or (
        "-" in name and all(given_names.find(part) for part in name.split("-"))
    )


def _doubted(forms: list[Form]) -> list[Form]:
    return [
        Form(form.nominative, form.case, form.gender, min(form.score, _LIKELY)) for form in forms
    ]


def _hyphenated(word: str) -> list[Form]:
    """«Касым-Жомарта», «Жан-Клоду»: both parts decline."""
    options = [given_forms(part)[:4] for part in word.split("-") if part]
    return [
        Form("-".join(form.nominative for form in parts), parts[-1].case, parts[-1].gender, _LIKELY)
        for parts in product(*options)
        if len({form.case for form in parts}) == 1
    ]


@lru_cache(maxsize=20_000)
def surname_forms(word: str) -> tuple[Form, ...]:
    """What a surname may be in the nominative, likeliest first; never empty."""
    *particles, last = word.split(" ")
    prefix = "".join(f"{particle} " for particle in particles)
    forms = [
        Form(reading.nominative, reading.case, reading.gender, reading.score)
        for reading in readings(last)
        if "Surn" in reading.tags and not reading.is_plural
    ]
    if not forms or not any(
        reading.is_known and "Surn" in reading.tags for reading in readings(last)
    ):
        forms += [] if _is_slavic(last) and forms else _by_ending(last.lower())
        forms += _adjectival(last)
    return _ordered(
        [
            Form(prefix + form.nominative, form.case, form.gender, _weight(form, prefix))
            for form in forms
        ]
    )


def _adjectival(word: str) -> Iterator[Form]:
    """«Данилы Поперечного»: any adjective may be a surname."""
    for reading in readings(word):
        if reading.pos == "ADJF" and reading.gender in ("masc", "femn") and reading.is_known:
            yield Form(reading.nominative, reading.case, reading.gender, _LIKELIER)


def _weight(form: Form, prefix: str) -> float:
    """A surname that a table spells is likelier than one that none has."""
    name = prefix + form.nominative
    is_spelt = people.find_surname(name) or given_names.foreign_surname(name)
    return form.score * 3 if is_spelt else form.score


@lru_cache(maxsize=10_000)
def is_spelt_by_table(word: str) -> bool:
    """Has a table the own spelling of a surname that the word may be? «Макрон» is also a noun."""
    return any(
        people.find_surname(form.nominative) or given_names.foreign_surname(form.nominative)
        for form in surname_forms(word)
    )


@lru_cache(maxsize=10_000)
def family_name(word: str) -> str:
    """The surname that «Скрипалей», «Клинтоны», «Бекхэмам» are the plural of, lower case; "" where
    no table has it, or has the word itself."""
    lower = word.lower()
    if is_spelt_by_table(word) or any(_is_other(reading) for reading in readings(word)):
        return ""
    for ending, tails in _FAMILY.items():
        stem = lower.removesuffix(ending)
        if stem != lower and len(stem) > 3:
            options = [stem + tail for tail in tails if tail or stem[-1] in _BEFORE[ending]]
            return next((name for name in options if people.find_surname(name)), "")
    return ""


def _is_other(reading: Reading) -> bool:
    """«Азаров» is no family of Hazards (Азар), «Ханты» are a people."""
    return reading.is_known and not ("Surn" in reading.tags and reading.is_plural)


def _is_slavic(word: str) -> bool:
    """Surnames in -ов, -ев, -ин, -ский decline as pymorphy3 predicts, known or not."""
    return any(
        plain(reading.nominative).endswith(
            ("ов", "ев", "ин", "ын", "ова", "ева", "ина", "ына", "кий", "кая", "цкий", "цкая")
        )
        for reading in readings(word)
        if "Surn" in reading.tags
    )


def _by_ending(word: str) -> Iterator[Form]:
    """Foreign names decline by their last letter: a man's in a consonant does, a woman's not."""
    stem, last = word[:-1], word[-1]
    if word.endswith(("ом", "ем")) and len(word) > 3:
        yield from (
            Form(word[:-2] + end, "ablt", "masc", _LIKELY) for end in _hard_or_soft(word[-2])
        )
    if word.endswith(("ой", "ей")) and len(word) > 4:
        yield Form(word[:-2] + ("а" if word.endswith("ой") else "я"), "ablt", _ANY, _LIKELY)
    if last in "ая":
        is_whole = last == "а" and len(word) > 4 and _is_likelier_whole(word)
        yield Form(word, "nomn", _ANY, _LIKELIEST if is_whole else _LIKELY)
        for end in _hard_or_soft(last) if not word.endswith("ия") else ():
            yield Form(stem + end, "gent", "masc", _LIKELIER)  # «Альцгеймера», «Тутанхамона»
            yield Form(stem + end, "accs", "masc", _LIKELY)
        # «с Хулианой Авада»: some leave a foreign woman's surname as it is
        yield from (Form(word, case, "femn", _SELDOM) for case in _CASES[1:])
    elif last in "ую":
        yield from (Form(stem + end, "datv", "masc", _LIKELY) for end in _hard_or_soft(last))
        yield Form(stem + ("а" if last == "у" else "я"), "accs", _ANY, _LIKELY)
    elif last == "е":
        yield Form(stem, "loct", "masc", _POSSIBLE)
        yield from (Form(stem + "а", case, _ANY, _POSSIBLE) for case in ("datv", "loct"))
    elif last in "ыи":
        yield Form(stem + ("а" if last == "ы" else "я"), "gent", _ANY, _POSSIBLE)
        yield Form(stem + "а", "gent", _ANY, _POSSIBLE)
    if last in "аеёиоуыэюя":
        yield from (Form(word, case, _ANY, _LIKELY) for case in _CASES)
    else:
        yield Form(word, "nomn", "masc", _LIKELY)
        yield from (Form(word, case, "femn", _LIKELY) for case in _CASES)


def _is_likelier_whole(word: str) -> bool:
    """«Валлортигара» is a name as it stands, «Казинса» the genitive of one: so says the model of
    foreign names, which has seen only nominatives."""
    whole, cut = spelling.spellings(word, 1), spelling.spellings(word[:-1], 1)
    return bool(whole and cut) and whole[0][1] - cut[0][1] > _LETTER_MORE


def _hard_or_soft(ending: str) -> tuple[str, ...]:
    return ("",) if ending in "ауо" else ("ь", "й", "") if ending == "е" else ("ь", "й")


def _gender_of(name: str) -> str:
    return "femn" if name[-1] in "ая" else "masc"


def _ordered(forms: list[Form]) -> tuple[Form, ...]:
    return tuple(sorted(dict.fromkeys(forms), key=lambda form: -form.score))
