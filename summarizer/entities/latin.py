"""What a Russian text has in Latin letters already, and designations of letters and digits.

"Airbus A320" and an address are copied; «Ми-17В5» and «214-ФЗ» are spelt letter by letter, for
they are designations and not words: Mi-17V5, 214-FZ.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from summarizer.entities.values.russian_words import NUMBERED_BODIES
from summarizer.entities.values.units import CODES, ENGLISH_UNITS


@dataclass(frozen=True, slots=True)
class Latin:
    """A span to keep as it is; `accepted` are the other English spellings of the same thing."""

    start: int
    stop: int
    text: str
    english: str
    accepted: tuple[str, ...] = ()


_L = "A-Za-zÀ-ÖØ-öø-ɏ"
_C = "А-Яа-яЁё"
_ADDRESS = re.compile(
    rf"(?:https?://|www\.)[^\s«»\"<>]+|(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
    rf"|(?<![\w.])[@#](?=\w*[{_L}_])\w+"
    rf"|(?<![\w.@-])[A-Za-z0-9][A-Za-z0-9-]*(?:\.[A-Za-z0-9-]+)*"
    rf"\.(?:ru|com|org|net|info|gov|edu|io|eu|uk|de|ua|by|kz|fr|us|tv|su)\b(?:/[^\s«»\"<>,]*)?"
)
_WORD = rf"[{_L}0-9]+(?:[-’'&.+/][{_L}0-9]+)*\+{{0,2}}"
_RUN = re.compile(rf"(?<![{_L}{_C}\w])(?<!\d[,.])(?:{_WORD})(?: (?:& )?(?:{_WORD}))*")
_LETTER = re.compile(rf"[{_L}]")
_ENDS_ADDRESS = re.compile(rf"[{_C}]\.$")  # «АиФ.ru» is AiF, with or without its domain
_ROMAN = re.compile(r"(?=[IVXLC])X{0,3}(?:IX|IV|V?I{0,3})(?:-[IVX]+)?")
_DIGIT = re.compile(r"\d")
_YEAR = re.compile(r"(?:19|20)\d\d")

# a short or all-capital prefix and digits: «Су-35С», «С-300ПМУ-2», «МиГ-29», «А320», «9К720»
_DESIGNATION = re.compile(
    r"(?<![\w-])(?:"
    r"(?P<prefix>[А-ЯЁ][А-Яа-яЁё]{0,2}|[А-ЯЁ]{2,5}|[А-Я][а-я]?[А-ЯЁ]{2,3})(?P<dash>[-–‑]?)"
    r"(?P<number>\d{1,5}(?:[А-ЯЁA-Z]{1,4}\d{0,4}){0,3}[а-я]?(?:-\d{1,4}[А-ЯЁA-Z]{0,3}){0,2})"
    r"|(?P<model>\d{1,3}[А-ЯЁ]{1,3}\d{1,4}[А-ЯЁ]{0,3}(?:-\d{1,3})?)"
    r"|(?P<law>\d{1,5}-[А-ЯЁ]{1,3})"
    r")(?![\w])"
)
# a digit that a letter touches, as in every designation
_TOUCHING = re.compile(rf"\d(?:(?<=[{_C}]\d)|(?<=[{_C}][-–‑]\d)|-?[А-ЯЁ])")
_SPACED = re.compile(
    r"(?<![\w-])(?P<prefix>Ту|Су|Ан|Ил|Як|Ми|МиГ|Миг|ТУ|СУ|АН|ИЛ|МИГ) "
    r"(?P<number>\d{2,3}[А-ЯЁ]{0,3})(?![\w-])"
)
_NAMED = re.compile(
    r"(?<![\w-])(?P<prefix>Союз|Прогресс|Протон|Ангара|Луна|Восток|Восход|Искандер|Тополь|Булава"
    r"|Калибр|Буран|Рубеж|Энергия|Сармат|Ярс|Панцирь|Тор|Бук|Град|Смерч|Циркон|КамАЗ|Спутник)"
    r"-(?P<number>(?:[А-ЯЁ]{1,3}\d*|\d+(?:\.\d+)?(?:[А-ЯЁ]*|[а-я]))(?:-\d+[А-ЯЁ]*)?)(?![\w])"
)

_SPELLING = dict(
    zip(
        "АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ",
        "A B V G D E E Zh Z I Y K L M N O P R S T U F Kh Ts Ch Sh Shch _ Y _ E Yu Ya".split(),
        strict=True,
    )
)
# the names of the design bureaus are words, whatever the case: «ТУ-154» is Tu-154
_BUREAUS = {
    "ту": "Tu", "су": "Su", "ан": "An", "ил": "Il", "як": "Yak", "ми": "Mi", "ка": "Ka",
    "миг": "MiG", "бе": "Be", "камаз": "KAMAZ", "союз": "Soyuz", "энергия": "Energia",
    "уаз": "UAZ", "газ": "GAZ", "зил": "ZIL", "восток": "Vostok", "восход": "Voskhod",
}  # fmt: skip
_LOOK_ALIKE = dict(zip("асеорху", "aceopxy", strict=True))
# foreign machines in Russian letters go back to their own
_FOREIGN = {
    "С-130": "C-130", "С-17": "C-17", "С-5": "C-5", "В-52": "B-52", "В-1": "B-1", "В-1В": "B-1B",
    "В-2": "B-2", "Р-8": "P-8", "Р-8А": "P-8A", "Е-3": "E-3", "Х-37": "X-37", "Х-37В": "X-37B",
    "РQ-4": "RQ-4", "МС-130": "MC-130", "КС-135": "KC-135",
}  # fmt: skip
# makers and products that a number belongs to, though a Russian word follows it
_NUMBERED = frozenset(
    "airbus boeing windows iphone ipad galaxy playstation xbox porsche peugeot formula falcon "
    "bombardier embraer cessna ariane apollo nokia ps android ios macos gpt s&p eurostoxx".split()
)
_NOT_NAMES = (
    CODES | {"million", "billion", "ps", "vs", "the", "a", "of", "and"} | frozenset(ENGLISH_UNITS)
)


def find(text: str) -> list[Latin]:
    """Find what must stay as it is spelt, in order, without overlaps."""
    has_latin = _LETTER.search(text) is not None  # most sentences have none
    found = _addresses(text) if has_latin or "@" in text or "_" in text else []
    taken = [(item.start, item.stop) for item in found]
    for more in (_designations(text), _names(text) if has_latin else []):
        new = [item for item in more if not _overlaps(item, taken)]
        found += new
        taken += [(item.start, item.stop) for item in new]
    return sorted(found, key=lambda item: item.start)


def _overlaps(item: Latin, taken: list[tuple[int, int]]) -> bool:
    return any(item.start < stop and start < item.stop for start, stop in taken)


def _addresses(text: str) -> list[Latin]:
    found = []
    for match in _ADDRESS.finditer(text):
        address = match[0].rstrip(".,;:!?)]»\"'")
        if re.search(rf"[{_C}]", address):
            continue  # «#деньпобеды» is to be translated
        bare = re.sub(r"^https?://(?:www\.)?|^www\.|/$", "", address)
        accepted = (bare,) if bare != address else ()
        found.append(Latin(match.start(), match.start() + len(address), address, address, accepted))
    return found


def _designations(text: str) -> list[Latin]:
    found = []
    for pattern in _designation_patterns(text):
        for match in pattern.finditer(text):
            groups = match.groupdict()
            if groups.get("law"):
                found.append(_law(text, match))
            elif groups.get("model"):
                found.append(_spelt(match, spell(match[0])))
            elif not _is_no_machine(groups["prefix"], groups["number"], match[0]):
                found.append(_spelt(match, _designation(match)))
    return found


def _designation_patterns(text: str) -> Iterator[re.Pattern[str]]:
    """Those that may find anything: asked of a sentence without any, they took half the time of
    all that is looked for here."""
    has_digit = _DIGIT.search(text) is not None
    if has_digit and _TOUCHING.search(text):
        yield _DESIGNATION
    if "-" in text:
        yield _NAMED
    if has_digit:
        yield _SPACED


def _is_no_machine(prefix: str, number: str, whole: str) -> bool:
    """«ЧМ-2018» is the 2018 World Cup, «СИЗО-1» a body, «К 5» two words."""
    if prefix.lower() in NUMBERED_BODIES:
        return True
    return bool(_YEAR.fullmatch(number)) or (
        len(prefix) == 1 and prefix in "ВКСОУИЯ" and "-" not in whole
    )


def _designation(match: re.Match[str]) -> str:
    whole = match[0].replace("–", "-").replace("‑", "-")
    if whole in _FOREIGN:
        return _FOREIGN[whole]
    prefix = match["prefix"]
    head = _BUREAUS.get(prefix.lower()) or spell(prefix)
    joint = match.groupdict().get("dash", "-")
    return f"{head}{'-' if joint or joint is None else ''}{spell(match['number'])}"


def _spelt(match: re.Match[str], english: str) -> Latin:
    variants = {english.replace("-", " ", 1), english.replace("-", "", 1), english.replace("-", "")}
    variants |= {re.sub(r"(\d)([A-Z])", r"\1 \2", english, count=1)}
    if match[0][-1] in _LOOK_ALIKE:
        variants.add(english[:-1] + _LOOK_ALIKE[match[0][-1]])  # «А1с» is A1c, typed in Cyrillic
    if "-" not in english:
        variants.add(re.sub(r"^([A-Z]+)(\d)", r"\1-\2", english))
    accepted = tuple(sorted(variants - {english}))
    return Latin(match.start(), match.end(), match[0], english, accepted)


def _law(text: str, match: re.Match[str]) -> Latin:
    """«№ 214-ФЗ»: the sign belongs to it."""
    sign = re.search(r"(?:№|N) ?$", text[: match.start()])
    start = sign.start() if sign else match.start()
    number, _, letters = match[0].partition("-")
    bare = f"{number}-{spell(letters)}"
    english = f"No. {bare}" if sign else bare
    forms = (bare, f"No. {bare}", f"{spell(letters)}-{number}", f"No. {number}-{spell(letters)}")
    laws = (f"Law {number}", f"Law No. {number}") if letters == "ФЗ" else ()
    accepted = dict.fromkeys(form for form in (*forms, *laws) if form != english)
    return Latin(start, match.end(), text[start : match.end()], english, tuple(accepted))


def spell(text: str) -> str:
    """Spell Russian letters one by one: «В5» V5, «ПМУ» PMU, «Як» Yak. Other signs stay."""
    spelt = []
    for letter in text:
        latin = _SPELLING.get(letter.upper(), letter).replace("_", "")
        spelt.append(latin if letter.isupper() else latin.lower())
    return "".join(spelt)


def _names(text: str) -> list[Latin]:
    found = []
    for match in _RUN.finditer(text):
        start, stop = _trim(text, match.start(), match.end())
        if start < stop and _is_name(text[start:stop]) and not _ENDS_ADDRESS.search(text[:start]):
            name = text[start:stop]
            found.append(Latin(start, stop, name, name, _other_spellings(name)))
    return found


def _trim(text: str, start: int, stop: int) -> tuple[int, int]:
    """Cut numbers that do not belong to the name, and a word that goes on in Cyrillic."""
    if stop < len(text) and re.match(rf"[{_C}]", text[stop]):
        stop = text.rfind(" ", start, stop)  # a homoglyph: «Cовет» with a Latin C
        if stop < 0:
            return start, start
    words = text[start:stop].split(" ")
    if words[0] == "N":
        start += 2  # «N 244» is No. 244
        words = words[1:]
    while words and not _LETTER.search(words[0]):
        start += len(words.pop(0)) + 1
    while len(words) > 1 and not _LETTER.search(words[-1]) and not _belongs(text, stop, words):
        stop -= len(words.pop()) + 1
    return start, max(start, stop)


def _belongs(text: str, stop: int, words: list[str]) -> bool:
    """The number of "Boeing 737" is a part of the name, that of "CNN 15 марта" is not."""
    if _YEAR.fullmatch(words[-1]) or words[-1] == "&":
        return False
    if words[-2].lower() in _NUMBERED:
        return True
    return not re.match(rf" ?[{_C}%$€]|[.,]\d", text[stop : stop + 2])


def _is_name(name: str) -> bool:
    if len(name) == 1 or name.lower() in _NOT_NAMES or _ROMAN.fullmatch(name):
        return False
    letters = _LETTER.findall(name)
    if len(letters) == 1 and not name[-1].isalpha() and len(name) > 2:
        return name[0].isupper()
    return len(letters) > 1 or any(character.isdigit() for character in name)


def _other_spellings(name: str) -> tuple[str, ...]:
    variants = {name.replace("-", " "), name.replace("’", "'"), name.replace("'", "’")}
    if re.fullmatch(r"[A-Z]+-\d+", name):
        variants.add(name.replace("-", ""))
    return tuple(sorted(variants - {name}))
