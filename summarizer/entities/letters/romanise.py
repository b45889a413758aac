"""Cyrillic to Latin letters, the way English-language news writes names.

News style is neither BGN/PCGN (Dmitriy, Sergeyev) nor a library standard: Dmitry, Sergei, Gorky,
Yekaterinburg, Dostoyevsky. The formal standards are in `schemes`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from summarizer.entities.letters import schemes

NEWS = "news"

_LETTERS = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya".split(" "),
        strict=True,
    )
)
# letters of Ukrainian, Belarusian, Kazakh and Tatar that turn up in names inside Russian text
_LETTERS |= {"і": "i", "ї": "yi", "є": "ye", "ґ": "g", "ў": "w", "ә": "a", "ө": "o", "ү": "u"}
_LETTERS |= {"ұ": "u", "қ": "k", "ғ": "g", "ң": "n", "һ": "h", "җ": "j"}

_WORD = re.compile(r"[А-Яа-яЁёІіЇїЄєҐґЎўӘәӨөҮүҰұҚқҒғҢңҺһҖҗ]+")
_JOINTS = re.compile(r"(?<=[а-яё])(?=[А-ЯЁ])")  # «УралМетКом» is UralMetKom
_CONSONANT = "бвгджзклмнпрстфхцчшщ"
_RULES: tuple[tuple[str, str], ...] = (
    (r"^алекс", "alex"),  # Александров, Алексеев: Alexandrov, Alexeyev
    (r"(?<=[жчшщ])ё", "e"),  # Горбачёв: Gorbachev
    (r"(?:^|(?<=[аеёиоуыэюяьъ]))е", "ye"),  # Екатеринбург, Николаев, Афанасьев
    (r"(?<=ь)и", "yi"),  # Ильич: Ilyich
    (r"(?<=ь)о", "yo"),
    (r"[иы]й$", "y"),  # Дмитрий, Грозный
    (r"ия$", "ia"),  # Мария, Мордовия
    (rf"(?<=[аоеуяэю])й(?=[{_CONSONANT}])", "i"),  # Шойгу, Зайцев, Байкал
    (r"(?<=[ае])й$", "i"),  # Сергей, Николай
)
# English, German and French names in Cyrillic, back by sound
_FOREIGN: tuple[tuple[str, str], ...] = (
    (r"дж", "j"),  # Джаред
    (r"кс", "x"),
    (r"х", "h"),  # Хабек
    (r"^у(?=[аеиоэ])", "w"),  # Уолш, Уэстон
    (r"[еэ]й$", "ey"),
    (r"[иы]й$", "y"),
    (r"^е|(?<=[аеёиоуыэюяьъй])е", "e"),
)


def romanise(text: str, scheme: str = NEWS) -> str:
    """Write the Cyrillic words of `text` in Latin letters; everything else stays as it is.

    Raises ConfigError for a scheme that does not exist.
    """
    if scheme != NEWS:
        return schemes.transliterate(text, scheme)
    return _WORD.sub(lambda match: "".join(map(_word, _JOINTS.split(match.group()))), text)


@lru_cache(maxsize=20_000)
def _word(word: str) -> str:
    latin = _NEWS_STYLE(word.lower())
    if len(word) > 1 and word.isupper():
        return latin.upper()
    return latin[:1].upper() + latin[1:] if word[0].isupper() else latin


def romanise_foreign(word: str) -> str:
    """A foreign surname of unknown spelling, roughly as its own language would write it."""
    latin = _FOREIGN_STYLE(word.lower())
    return "".join(
        part[:1].upper() + part[1:] if model[:1].isupper() else part
        for part, model in zip(re.split(r"([- ])", latin), re.split(r"([- ])", word), strict=True)
    )


def _speller(rules: tuple[tuple[str, str], ...]) -> Callable[[str], str]:
    """A function that spells a word in lower case: by the first rule that fits, else by letter."""
    token = re.compile("|".join(f"({pattern})" for pattern, _ in rules) + "|(.)", re.DOTALL)
    outputs = tuple(output for _, output in rules)

    def spell(match: re.Match[str]) -> str:
        rule = match.lastindex or 0
        if rule <= len(outputs):
            return outputs[rule - 1]
        return _LETTERS.get(match.group(), match.group())

    return lambda word: token.sub(spell, word)


_NEWS_STYLE = _speller(_RULES)
_FOREIGN_STYLE = _speller(_FOREIGN)
