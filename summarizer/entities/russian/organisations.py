"""Names of organisations in Russian text: legal forms, quotes, acronyms, the nominative."""

from __future__ import annotations

import re
from collections.abc import Iterator

from summarizer.entities.letters import spelling
from summarizer.entities.russian.morphology import like, plain, readings

OPENING, CLOSING = '«„“"', '»“”"'
_LEGAL = (
    "ОАО|ООО|ЗАО|ПАО|НАО|АО|АНО|НКО|ФГУП|ГУП|МУП|ФГБУ|ФГУ|ГБУ|МБУ|ГК|УК|ИП|НПО|НПП|ТОО|ЧОП|ТД|"
    "ФК|ХК|БК|ВК|ФГБОУ ВО|ФГБОУ ВПО|ФГБОУ|ФГАОУ ВО|ФГАОУ|ГБОУ|ИА|МИА|ЦКБ|КБ|ОКБ|ГУП|РУП|ПО|НИИ"
)
_LEGAL_WORDS = frozenset((*_LEGAL.split("|"), "ВО", "ВПО", "ИА", "МИА"))
LEGAL_FORM = re.compile(rf"(?:{_LEGAL})\b\s*(?=[{OPENING}А-ЯЁA-Z])")
_ENDINGS = "ов|ом|ам|ами|ах|ой|ей|ем|а|у|е|ы|и|ю|я"
# ends in a consonant, and not as a case does
_UNINFLECTED = re.compile(r"(?<![аяоеёиы])[бвгджзклмнпрстфхцчшщ]$|[аяоеёиы][бвгджзклнпрстфцчшщ]$")
_FOREIGN_A = re.compile(r"[бвгджзклмнпрстфхцчшщ]а$")
_UNSURE = 0.5  # log probability
_INFLECTED_ACRONYM = re.compile(rf"([А-ЯЁ]{{2,}})-?(?:{_ENDINGS})")
_QUOTED = re.compile(rf"[{OPENING}]([^{OPENING}{CLOSING}]+)[{CLOSING}]?")


def is_legal_form(text: str) -> bool:
    """«ОАО», «ФГБОУ ВО»: no name by itself."""
    return bool(text) and all(word in _LEGAL_WORDS for word in text.split())


def is_acronym(text: str) -> bool:
    """КВЗ, МВД, ВГТРК; also with an ending: «КАМАЗом»."""
    return bool(re.fullmatch(r"[А-ЯЁ]{2,6}\d?", acronym_stem(text)))


def acronym_stem(word: str) -> str:
    """«КАМАЗом» is КАМАЗ, «ДОСААФа» ДОСААФ; other words stay."""
    match = _INFLECTED_ACRONYM.fullmatch(word)
    return match.group(1) if match else word


# «УралМетКом»: pieces of words, each with its capital
_JOINED = re.compile(r"[а-яё][А-ЯЁ][а-яё]")
_COMPOUND = re.compile(
    r"(?:медиа|теле|авиа|авто|нефте|евро|био|кино|радио|гео|гидро|метро|мульти|интер|супер|транс|"
    r"энерго|агро|эко|фото|видео|аудио)(\w{4,})"
)


def without_legal_form(text: str) -> str:
    """«ОАО «КАМАЗ»» is КАМАЗ, «ОАО «Завод им.Горького» (unclosed) «Завод им.Горького»."""
    bare = LEGAL_FORM.sub("", text, count=1) if LEGAL_FORM.match(text) else text
    match = _QUOTED.fullmatch(bare.strip())
    return match.group(1) if match else bare.strip()


def quoted(text: str) -> str:
    """What stands in quotes in «концерн «Калашников»», or ""."""
    match = _QUOTED.search(text)
    return match.group(1) if match else ""


def initials(text: str) -> str:
    """The acronym that the words of a name make: «Казанский вертолетный завод» is КВЗ."""
    return "".join(word[0].upper() for word in re.findall(r"\w+", text) if len(word) > 2)


def nominative(text: str) -> str:
    """Turn the head of a name into the nominative and leave what depends on it: «Министерства
    обороны Казахстана» is «Министерство обороны Казахстана», «КАМАЗом» КАМАЗ."""
    bare = without_legal_form(text)
    if bare != text.strip():
        return bare if " " in bare else _word(bare)
    name = "".join(_head(re.split(r"(\s+)", bare)))
    # the dictionary writes «вертолётный»; the article decides
    return name if "ё" in bare.lower() else name.replace("ё", "е")


def _head(tokens: list[str]) -> Iterator[str]:
    """Adjectives and the first noun decline together; the rest of the name does not."""
    declined = False
    for index, token in enumerate(tokens):
        if not token.strip():
            yield token
            continue
        following = [word for word in tokens[index + 1 :] if word.strip()]
        adjective = _adjective(token, following)
        if not adjective:
            yield _word(token, is_head=bool(following), is_oblique=declined)
            yield from tokens[index + 1 :]
            return
        declined = declined or plain(adjective) != plain(token)
        yield adjective


def _adjective(token: str, following: list[str]) -> str:
    """The nominative of an adjective that agrees with the noun after it, or ""."""
    found = [reading for reading in readings(token) if reading.pos in ("ADJF", "PRTF")]
    if not following or not found or readings(token)[0].pos == "NOUN":
        return ""
    heads = [
        reading for word in following[:3] for reading in readings(word) if reading.pos == "NOUN"
    ]
    for head in sorted(heads, key=lambda head: head.is_plural):
        for reading in sorted(found, key=lambda reading: "Supr" in reading.tags):
            if (reading.case, reading.number) == (head.case, head.number) and (
                reading.gender in ("", head.gender)
            ):
                return like(token, reading.nominative)
    return like(token, found[0].nominative)


def _with_or_without_a(word: str) -> str:
    """«Диллона» is of Dillon, «Сепульведа» Sepulveda: the dictionary knows neither, and the model
    of foreign spellings finds one likelier (the -а by -5.5 and +1.0); "" if it is not sure."""
    whole, cut = spelling.spellings(word.lower(), 1), spelling.spellings(word[:-1].lower(), 1)
    gain = whole[0][1] - cut[0][1] if whole and cut else 0.0
    return "" if abs(gain) < _UNSURE else word if gain > 0 else word[:-1]


def _is_compound(word: str) -> bool:
    """«Медиазона»: its noun is known, though the dictionary does not know the whole."""
    found = _COMPOUND.fullmatch(word.lower())
    return found is not None and any(
        reading.is_known and reading.pos == "NOUN" and reading.case == "nomn"
        for reading in readings(found.group(1))
    )


def _word(word: str, *, is_head: bool = False, is_oblique: bool = False) -> str:
    """A noun in the nominative. The head of a longer name is singular where it may be either
    («Ассоциации»), and oblique after an adjective that is («верховного суда», not «суда» ships)."""
    stem = acronym_stem(word)
    if stem != word or word.isupper() or not re.fullmatch(r"[А-Яа-яЁё-]+", word):
        return stem
    if _JOINED.search(word) or _is_compound(word):
        return word
    nouns = [reading for reading in readings(word) if reading.pos == "NOUN"]
    single = [reading for reading in nouns if not reading.is_plural]
    if (is_head or is_oblique) and single and single[0].is_known:
        nouns = single
    if is_oblique:
        nouns = [reading for reading in nouns if reading.case != "nomn"] or nouns
    is_new = not any(reading.is_known for reading in nouns)
    if is_new and _FOREIGN_A.search(word) and (likelier := _with_or_without_a(word)):
        return likelier
    if not nouns or any(plain(reading.nominative) == plain(word) for reading in nouns):
        return word
    if is_new and _UNINFLECTED.search(word):
        return word  # «Хиберниан»: the dictionary guesses at a genitive plural, «Хибернианы»
    best = max(nouns, key=lambda reading: reading.score + (0.5 if "Orgn" in reading.tags else 0))
    return like(word, best.nominative)
