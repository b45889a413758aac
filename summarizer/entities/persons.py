"""Personal names in Russian text: their parts, their gender and their nominative."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from summarizer.entities import people
from summarizer.entities.declension import Form, given_forms, surname_forms
from summarizer.entities.given_names import is_given
from summarizer.entities.morphology import like, plain, readings, words

_INITIAL = re.compile(r"[А-ЯЁ][а-яё]?\.")
_TOKEN = re.compile(rf"{_INITIAL.pattern}|\w+(?:[-’'ʼ]\w+)*")
_PATRONYMIC = re.compile(
    r"\w{2,}(?:ович|евич|ьич|овн|евн|ичн|инишн)(?:а|у|ем|ом|е|ы|ой)?", re.IGNORECASE
)
_FIGURE = 1000.0  # «Си Цзиньпина» is Xi Jinping, whatever the endings may say
_PARTICLES = frozenset(
    "де да ди дю дель делла дос фон дер ван ден бин ибн бен аль эль ле ла оглы кызы".split()
)


@dataclass(frozen=True, slots=True)
class Person:
    """A personal name as one mention gives it, in the nominative; what is not there is ""."""

    given: str
    patronymic: str
    surname: str
    surnames: frozenset[str]  # all that the surname, or a lone name, may be; plain forms
    initials: str  # «И. И.» is "ИИ"
    gender: str  # masc, femn or ""

    @property
    def name(self) -> str:
        parts = (self.given, self.patronymic, self.surname)
        return " ".join(part for part in parts if part)

    @property
    def is_full(self) -> bool:
        return bool(self.given and self.surname)


def parse(text: str) -> Person:
    """Take a mention apart: «Рустамом Миннихановым», «Р.Минниханов», «Минниханова»."""
    tokens = _TOKEN.findall(text)
    initials = "".join(token[0] for token in tokens if _INITIAL.fullmatch(token))
    names = [token for token in tokens if not _INITIAL.fullmatch(token)]
    if len(names) > 1:
        return _full(names, initials)
    return _single(names[0] if names else text, initials)


def is_person(text: str) -> bool:
    """Is there a word in it that the tables or the dictionary know as a personal name?"""
    return any(
        is_given(word) or any("Surn" in reading.tags for reading in readings(word))
        for word in words(text)
    )


def _single(word: str, initials: str) -> Person:
    as_surname = surname_forms(word)
    surnames = frozenset(plain(form.nominative) for form in as_surname)
    if not initials and is_given(word):
        given = _likeliest(given_forms(word))
        return Person(like(word, given.nominative), "", "", surnames, "", given.gender)
    best = _likeliest(as_surname)
    genders = {form.gender for form in as_surname}
    gender = best.gender if len(genders) == 1 else ""
    return Person("", "", like(word, best.nominative), surnames, initials, gender)


def _full(names: Sequence[str], initials: str) -> Person:
    given, middle, surname = _roles(names)
    patronymic = next((word for word in middle if _PATRONYMIC.fullmatch(word)), "")
    others = [word for word in middle if word != patronymic]
    chosen = _agreeing([given, *([patronymic] if patronymic else []), *others], surname)
    forms = [like(word, form.nominative) for word, form in chosen]
    family = forms[-1] if surname else ""
    first = [forms[0], *forms[1 + bool(patronymic) : len(forms) - bool(surname)]]
    return Person(
        given=" ".join(first),
        patronymic=forms[1] if patronymic else "",
        surname=family,
        surnames=frozenset((plain(family),)) if family else frozenset(),
        initials=initials,
        gender=next((form.gender for _, form in chosen if form.gender), ""),
    )


def _roles(names: Sequence[str]) -> tuple[str, list[str], str]:
    """Given name, what stands between, surname. Russian forms put the surname first now and then:
    «Иванов Сергей Петрович», «Иванова Анна»."""
    names = _with_particles(names)
    last_is_patronymic = bool(_PATRONYMIC.fullmatch(names[-1]))
    if last_is_patronymic and len(names) == 2:
        return names[0], [names[1]], ""
    surname_first = not is_given(names[0]) and is_given(names[1])
    if (last_is_patronymic or len(names) == 2) and surname_first:
        return names[1], list(names[2:]), names[0]
    return names[0], list(names[1:-1]), names[-1]


def _with_particles(names: Sequence[str]) -> list[str]:
    """Join particles to what follows: «фон дер Ляйен» is one surname."""
    joined: list[str] = []
    open_particles = ""
    for name in names:
        if plain(name) in _PARTICLES and name is not names[0] and name is not names[-1]:
            open_particles += f"{name} "
        else:
            joined.append(open_particles + name)
            open_particles = ""
    return joined


def _agreeing(given: Sequence[str], surname: str) -> list[tuple[str, Form]]:
    """The readings of all words that agree in case and gender, with the highest score."""
    words = [*given, *([surname] if surname else [])]
    options = [given_forms(word) for word in given] + ([surname_forms(surname)] if surname else [])
    best = max(product(*(option[:12] for option in options)), key=_score)
    return list(zip(words, best, strict=True))


def _score(forms: Sequence[Form]) -> float:
    score = 1.0
    for form in forms:
        score *= form.score
    cases = {form.case for form in forms}
    genders = {form.gender for form in forms if form.gender}
    if people.find(f"{forms[0].nominative} {forms[-1].nominative}"):
        score *= _FIGURE
    agreement = (1.0 if len(cases) == 1 else 0.01) * (1.0 if len(genders) < 2 else 0.05)
    return score * agreement


def _likeliest(forms: Sequence[Form]) -> Form:
    return max(forms, key=lambda form: form.score)
