"""Latin letters in Russian words, where a typist's keyboard was not switched («Иcабель»), and
Russian ones in a Latin word: «сообщает ВВС» is no air force."""

from __future__ import annotations

import re

_CYRILLIC = dict(zip("ABCEHKMOPTXYaceopxy", "АВСЕНКМОРТХУасеорху", strict=True))
_MIXED = re.compile(r"(?=[А-Яа-яЁё-]*[A-Za-z])[A-Za-zА-Яа-яЁё]*[А-Яа-яЁё][A-Za-zА-Яа-яЁё]*")
_LATIN = re.compile(r"[A-Za-z]")
_BBC = re.compile(
    r"\b((?i:информирует|сообщает|сообщила?|передает|передаёт|пишет|ссылкой на|данным|эфире|"
    r"интервью|корреспондент\w*|телеканал\w*|телекомпани\w*|служб\w+|агентств\w*|телерадиокорпораци\w+)"
    r"\s+[«\"]?)ВВС\b(?! США| [Рр])"
)


def unmixed(text: str) -> str:
    """The text with such letters in Cyrillic, each in its place; «IT-рынок» and «iPhone-ом» are
    left as they are."""
    if "ВВС" in text:
        text = _BBC.sub(r"\1BBC", text)
    return text if not _LATIN.search(text) else _MIXED.sub(_repaired, text)


def _repaired(match: re.Match[str]) -> str:
    word = match.group()
    latin = _LATIN.findall(word)
    is_russian = len(word) > 2 * len(latin) and all(letter in _CYRILLIC for letter in latin)
    return "".join(_CYRILLIC.get(letter, letter) for letter in word) if is_russian else word
