"""Chinese names from Russian letters to pinyin."""

from __future__ import annotations

import pytest

from summarizer.entities.letters.chinese import is_surname, pinyin


@pytest.mark.parametrize(
    ("russian", "latin"),
    [
        ("Цзиньпин", "Jinping"),
        ("Цзэдун", "Zedong"),
        ("Сяопин", "Xiaoping"),
        ("Кэцян", "Keqiang"),
        ("Гуандун", "Guangdong"),
        ("Хунань", "Hunan"),
        ("Сиань", "Xian"),
        ("Чжаовэнь", "Zhaowen"),
        ("Хэ", "He"),
        ("Го", "Guo"),
        ("Люй", "Lu"),
    ],
)
def test_pinyin(russian: str, latin: str) -> None:
    """Palladius' syllables, one by one."""
    assert pinyin(russian) == latin


@pytest.mark.parametrize("word", ["Лавров", "Трамп", "Сергей", "", "Xi"])
def test_other_words_have_no_pinyin(word: str) -> None:
    """Only what is made of Chinese syllables."""
    assert pinyin(word) == ""


def test_surnames() -> None:
    """What may open a Chinese name."""
    assert is_surname("Чжан")
    assert not is_surname("Иванов")
