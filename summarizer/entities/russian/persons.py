"""Personal names in Russian text: their parts, their gender and their nominative."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product

from summarizer.entities.known import people
from summarizer.entities.known.given_names import is_given
from summarizer.entities.russian.declension import (
    Form,
    family_name,
    given_forms,
    is_spelt_by_table,
    surname_forms,
)
from summarizer.entities.russian.morphology import is_common_noun, like, plain, readings, words

_INITIAL = re.compile(r"[А-ЯЁ][а-яё]?\.")
_TOKEN = re.compile(rf"{_INITIAL.pattern}|\w+(?:[-’'ʼ]\w+)*")
_PATRONYMIC = re.compile(
    r"\w{2,}(?:ович|евич|ьич|овн|евн|ичн|инишн)(?:а|у|ем|ом|е|ы|ой)?", re.IGNORECASE
)
# «Буш-старший», «Трампу-младшему», «Кевин Уорд Младший»
_GENERATION = re.compile(r"(?<=\w)[- ](старш|младш)(?:ий|его|ему|им|ем)$", re.IGNORECASE)
_GENERATIONS = {"старш": "старший", "младш": "младший"}
_FAMILIES = frozenset(
    "семья семьи семье семью семьей супруги супругов супругам супругами братья братьев братьям "
    "сестры сестер чета четы чету династия династии династию клан клана".split()
)
_MOST_VERSIONS = 8
_MOST_READINGS = 200
_UNLIKELY = 0.02  # beside the likeliest reading; disagreement costs more than that
_FIGURE = 1000.0  # «Си Цзиньпина» is Xi Jinping, whatever the endings may say


@dataclass(frozen=True, slots=True)
class Person:
    """One way to read a personal name, in the nominative; what the mention has not is ""."""

    given: str
    patronymic: str
    surname: str
    initials: str  # «И. И.» is "ИИ"
    gender: str  # masc, femn or ""
    is_family_first: bool = False  # «Пан Ги Мун»
    generation: str = ""  # «младший», «старший»: what tells a son from his father

    @property
    def name(self) -> str:
        parts = (self.given, self.patronymic, self.surname)
        ordered = reversed(parts) if self.is_family_first else parts
        return " ".join(part for part in ordered if part)

    @property
    def whole(self) -> str:
        """With what tells a son from his father: «Дональд Трамп-младший»."""
        return f"{self.name}-{self.generation}" if self.generation else self.name

    @property
    def is_full(self) -> bool:
        return bool(self.given and self.surname)


def parse(text: str) -> Person:
    """Take a mention apart, as it most likely reads: «Рустамом Миннихановым», «Р.Минниханов»."""
    return versions(text)[0]


@lru_cache(maxsize=5_000)
def versions(text: str) -> tuple[Person, ...]:
    """All ways to read a mention, likeliest first: «Валерия Пашко» is a woman, or a man in the
    genitive; «Медведева» too."""
    name, generation = without_generation(text)
    tokens = _TOKEN.findall(name)
    initials = "".join(token[0] for token in tokens if _INITIAL.fullmatch(token))
    names = [token for token in tokens if not _INITIAL.fullmatch(token)]
    if len(names) > 1:
        found = [_with_family_first(person) for person in _full(names, initials)]
    elif names:
        found = _single(names[0], initials)
    else:
        found = [Person("", "", name.strip(), initials, "")]
    return tuple(dict.fromkeys(replace(person, generation=generation) for person in found))


def without_generation(name: str) -> tuple[str, str]:
    """«Трампу-младшему» is «Трампу» and «младший»; the second is "" for most people."""
    found = _GENERATION.search(name)
    return (name[: found.start()], _GENERATIONS[plain(found[1])]) if found else (name, "")


def is_of_generation(word: str) -> bool:
    """«Трамп-младший», where «брат-младший» is nobody's name."""
    name, generation = without_generation(word)
    return bool(generation) and (is_spelt_by_table(name) or not is_common_noun(name))


def in_context(found: Sequence[Person], text: str, before: str) -> Sequence[Person]:
    """The ways to read a mention, after a word that says whether it is in the nominative: «Валерия
    Радаева» is a woman, and «губернатора Валерия Радаева», «у Валерия Радаева» a man. A name alone
    stays: «с Дороти» is with Dorothy, who does not decline."""
    if " " not in text:
        surname = _of_family(text) if plain(before) in _FAMILIES else ""
        return (Person("", "", like(text, surname), "", ""), *found) if surname else found
    if len(found) < 2 or not before or not _governs(before):
        return found
    return sorted(found, key=lambda person: plain(person.name) == plain(text))


def _of_family(word: str) -> str:
    """The surname that «семья Харрисонов» has, "" for «семья Ивановых»: one in -ов itself has the
    ending -овых there."""
    stem = plain(word).removesuffix("ов")
    return stem if stem != plain(word) and len(stem) > 2 else ""


@lru_cache(maxsize=5_000)
def _governs(word: str) -> bool:
    """A preposition, or a title that is in another case than the nominative itself."""
    known = readings(word.lower())
    if known[0].pos == "PREP":
        return True
    titles = [reading for reading in known if reading.pos == "NOUN" and "anim" in reading.tags]
    return len(titles) == len(known) and all(title.case != "nomn" for title in titles)


@lru_cache(maxsize=10_000)
def is_person(text: str) -> bool:
    """Is there a word in it that the tables or the dictionary know as a personal name?"""
    return any(
        is_given(word) or any("Surn" in reading.tags for reading in readings(word))
        for word in words(text)
    )


def _single(word: str, initials: str) -> list[Person]:
    if figure := people.find_by_epithet(word):
        return [Person(figure.name, "", "", initials, "")]
    if family := family_name(word):
        return [Person("", "", like(word, family), initials, "")]
    surnames = [
        Person("", "", like(word, form.nominative), initials, form.gender)
        for form in surname_forms(word)
    ]
    if initials or not is_given(word):
        return surnames
    given = [
        Person(like(word, form.nominative), "", "", "", form.gender) for form in given_forms(word)
    ]
    # «Джонсон» and «Томас» are both: alone in the news, they are surnames; «Коля» is of Kohl only
    # where it is not Kolya
    is_surname = is_spelt_by_table(word) and (
        plain(surnames[0].surname) == plain(word) or plain(given[0].given) != plain(word)
    )
    return [*surnames, *given] if is_surname else [*given, *surnames]


def _full(names: Sequence[str], initials: str) -> list[Person]:
    whole = " ".join(names)
    if figure := people.find_by_epithet(whole):
        # «Александра Великого»: no surname, and declined as no surname is
        given, _, epithet = figure.name.partition(" ")
        return [Person(given, "", epithet, initials, given_forms(given)[0].gender)]
    if people.find(whole):
        # «Кая Каллас» stands as it is: she is no genitive of a Kai
        last = people.surname_of(whole)
        given = whole.removesuffix(last).strip()
        genders = (form.gender for form in given_forms(given) if form.nominative == plain(given))
        return [Person(given, "", last, initials, next(genders, ""))]
    given, middle, surname = _roles(names)
    patronymic = next((word for word in middle if _PATRONYMIC.fullmatch(word)), "")
    others = [word for word in middle if word != patronymic]
    first = [given, *([patronymic] if patronymic else []), *others]
    found = []
    for chosen in _agreeing(first, surname)[:_MOST_VERSIONS]:
        forms = [like(word, form.nominative) for word, form in chosen]
        own = [forms[0], *forms[1 + bool(patronymic) : len(forms) - bool(surname)]]
        found.append(
            Person(
                given=" ".join(own),
                patronymic=forms[1] if patronymic else "",
                surname=forms[-1] if surname else "",
                initials=initials,
                gender=next((form.gender for _, form in chosen if form.gender), ""),
            )
        )
    return found


def _with_family_first(person: Person) -> Person:
    """«Пан» of «Пан Ги Мун» is what the news calls him."""
    figure = people.find(person.name)
    if figure is None or not figure.is_family_first:
        return person
    family, _, given = person.name.partition(" ")
    return replace(person, given=given, surname=family, is_family_first=True)


def _roles(names: Sequence[str]) -> tuple[str, list[str], str]:
    """Given name, what stands between, surname. Russian forms put the surname first now and then:
    «Иванов Сергей Петрович», «Иванова Анна»."""
    names = _with_particles(names)
    if len(names) == 2 and _is_patronymic_only(names[1]):
        return names[0], [names[1]], ""
    last_is_patronymic = bool(_PATRONYMIC.fullmatch(names[-1])) and len(names) > 2
    if (last_is_patronymic or len(names) == 2) and _is_surname_first(names[0], names[1]):
        return names[1], list(names[2:]), names[0]
    return names[0], list(names[1:-1]), names[-1]


def _is_patronymic_only(word: str) -> bool:
    """«Владимирович», but not «Абрамович» or «Янукович», which are surnames too."""
    if not _PATRONYMIC.fullmatch(word) or is_spelt_by_table(word):
        return False
    tags = {tag for reading in readings(word) if reading.is_known for tag in reading.tags}
    return "Patr" in tags and "Surn" not in tags


def _is_surname_first(first: str, second: str) -> bool:
    has_surname = any("Surn" in reading.tags for reading in readings(first))
    return has_surname and not is_given(first) and is_given(second)


def _with_particles(names: Sequence[str]) -> list[str]:
    """Join particles to what follows: «фон дер Ляйен» is one surname."""
    joined: list[str] = []
    open_particles = ""
    for name in names:
        if plain(name) in people.PARTICLES and name is not names[0] and name is not names[-1]:
            open_particles += f"{name} "
        else:
            joined.append(open_particles + name)
            open_particles = ""
    return joined


def _agreeing(given: Sequence[str], surname: str) -> list[list[tuple[str, Form]]]:
    """The readings of all words together, those that agree in case and gender before others."""
    words = [*given, *([surname] if surname else [])]
    options = [given_forms(word) for word in given] + ([surname_forms(surname)] if surname else [])
    # two words have 144 pairs of readings; «Хамдан бен Мухаммед бен Рашид Аль Мактум» 12 to the 4th
    most = max(1, round(_MOST_READINGS ** (1 / len(words))))
    scored = [(_score(forms), forms) for forms in product(*(option[:most] for option in options))]
    best = max(score for score, _ in scored)
    likely = [pair for pair in scored if pair[0] >= best * _UNLIKELY]
    likely.sort(key=lambda pair: -pair[0])
    return [list(zip(words, forms, strict=True)) for _, forms in likely]


def _score(forms: Sequence[Form]) -> float:
    score = 1.0
    for form in forms:
        score *= form.score
    cases = {form.case for form in forms}
    genders = {form.gender for form in forms if form.gender}
    names = [form.nominative for form in forms]
    if people.find(f"{names[0]} {names[-1]}") or people.find(" ".join(names)):
        score *= _FIGURE
    agreement = (1.0 if len(cases) == 1 else 0.01) * (1.0 if len(genders) < 2 else 0.01)
    return score * agreement
