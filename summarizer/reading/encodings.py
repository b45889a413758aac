"""Bytes → text. Russian files come in seven encodings, and most do not say in which.

A wrong guess is worse than an error: cp1251 read as Latin-1 gives «Ïðèâåò», which no later stage
can notice as wrong. So a guess must look like Russian, or it is refused.
"""

from __future__ import annotations

import codecs
import logging
import re

from summarizer.errors import InputError
from summarizer.reading.files import kind_of

logger = logging.getLogger(__name__)

# utf-32 first: its little-endian mark begins with the one of utf-16
MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SINGLE_BYTE = ("cp1251", "koi8-r", "cp866")
CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1b")
SAMPLE = 20_000  # bytes that are enough to tell the encodings apart
# 400 characters of Wikinews score 0.87 or more, read in a wrong encoding 0.10 (0.46 at most)
PLAUSIBLE = 0.45

# The 355 pairs of letters that make up 96 % of Russian text (counted on Wikinews): a first letter
# with all that may follow it.
PAIRS = frozenset(
    group[0] + follower
    for group in (
        "абвгдежзийклмнпрстуфхцчшщюя баеилорсущы ваеиклнорстушыя гадеилору давежилмнопрсуы"
        " еабвгдежзйклмнопрстхцчшщ жадеин завдеимноруы иабвгдежзийклмнопрстхцчшюя йнст"
        " кавежилорсту лаежилносуыьюя маеилмнопсуыья нагдеикностуфцчыья"
        " обвгдежзийклмнопрстфхцчшя паеилопруы рабвгдежиклмнорстушыья савеиклмнопрстушыья"
        " тавеикмнорсуыья убвгджзклмнпрстхчшщю фаеиор хаио цаеи чаеинт шаеил щаеи"
        " ыбвейлмнстх ьекмнстшюя экт юртщ ябвезлмнтщ"
    ).split()
    for follower in group[1:]
)
WORD = re.compile(r"[а-яё]+", re.IGNORECASE)
MIXED_CASE = re.compile(r"[а-яё][А-ЯЁ]")
NOT_RUSSIAN = re.compile(r"[^\sа-яёА-ЯЁ\x21-\x7e«»„“”‘’–—…№§°\xa0]")


def decode(data: bytes, name: str) -> str:
    """Text of `data`; `name` is for messages. Raises InputError where it is not text."""
    if kind := kind_of(data):
        raise InputError(f"{name} is {kind}, not text; save or export the article as text")
    encoding = detect(data, name)
    logger.info("%s: %s", name, encoding)
    text = strictly(data, encoding, name)
    repaired = repair(text)
    if repaired is not None:
        logger.info("%s: utf-8 that was once read in another encoding, turned back", name)
    return text if repaired is None else repaired


def detect(data: bytes, name: str) -> str:
    """The encoding of `data`, as Python names it. Raises InputError where none is likely."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return encoding
    if b"\0" in data[:SAMPLE] or b"\4" in data[:SAMPLE]:
        return without_mark(data, name)
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return guessed(data, name, error)
    return "utf-8"


def without_mark(data: bytes, name: str) -> str:
    """UTF-16 that lost its mark has Cyrillic's 0x04 in every other byte; else it is binary."""
    for encoding, high in (("utf-16-le", data[1:SAMPLE:2]), ("utf-16-be", data[:SAMPLE:2])):
        if high.count(4) and (high.count(4) + high.count(0)) / len(high) > 0.9:
            return encoding
    raise binary(name)


def guessed(data: bytes, name: str, error: UnicodeDecodeError) -> str:
    """The single-byte encoding in which the sample looks most like Russian."""
    if is_damaged_utf8(data):
        raise InputError(
            f"{name} is UTF-8, but byte {error.start} (0x{data[error.start]:02x}) is not;"
            " the file may be cut or damaged: fix or fetch it again"
        ) from error
    sample = data[:SAMPLE]
    scores = {code: russianness(sample.decode(code, errors="replace")) for code in SINGLE_BYTE}
    encoding = max(scores, key=lambda code: scores[code])
    if scores[encoding] >= PLAUSIBLE:
        return encoding
    if control_share(sample) > 0.01:
        raise binary(name)
    raise InputError(
        f"{name} is neither UTF-8 nor Russian in {', '.join(SINGLE_BYTE)}; convert it to UTF-8"
    )


def strictly(data: bytes, encoding: str, name: str) -> str:
    """The decoded text, without control characters' worth of doubt. Raises InputError."""
    errors = "replace" if encoding in SINGLE_BYTE else "strict"  # cp1251 leaves 0x98 undefined
    try:
        text = data.decode(encoding, errors)
    except UnicodeDecodeError as error:
        raise InputError(
            f"{name} should be {encoding}, but byte {error.start} does not fit;"
            " the file may be cut or damaged"
        ) from error
    if control_share(text[:SAMPLE].encode("utf-8", "replace")) > 0.01:
        raise binary(name)
    return text


def is_damaged_utf8(data: bytes) -> bool:
    """True where at most one character in fifty is broken, as in a file cut in the middle."""
    text = data[:SAMPLE].decode("utf-8", errors="replace")
    broken = text.count("�")
    return broken <= 1 + len(text) / 50 and any("а" <= letter <= "я" for letter in text)


def russianness(text: str) -> float:
    """How much `text` looks like Russian prose, from 0 to 1.

    The share of letter pairs that are common in Russian, less for what a wrong encoding leaves:
    «нПЯЙБЮ» (koi8-r as cp1251) changes case inside words, «ЊбЄў » has letters of no Russian word.
    """
    words: list[str] = WORD.findall(text)
    pairs = [word[at : at + 2].lower() for word in words for at in range(len(word) - 1)]
    if not pairs:
        return 0.0
    common = sum(pair in PAIRS for pair in pairs) / len(pairs)
    letters = sum(map(len, words))
    capitals = sum(word.isupper() for word in words) / len(words)
    odd = len(NOT_RUSSIAN.findall(text)) + 2 * len(MIXED_CASE.findall(text)) + 0.1 * capitals
    return max(0.0, common - odd / letters)


def control_share(data: bytes) -> float:
    return (len(data) - len(data.translate(None, CONTROLS))) / max(1, len(data))


def binary(name: str) -> InputError:
    return InputError(f"{name} is binary data, not text; save or export the article as text")


def repair(text: str) -> str | None:
    """Turn back «РџСЂРёРІРµС‚» and «ÐŸÑ€Ð¸Ð²ÐµÑ‚» (UTF-8 once read as something else), or None.

    It is done only where every character of the text turns back, so nothing is lost.
    """
    if not re.search(r"[РС][^\sа-яА-ЯёЁ]|[ÐÑ][^\sa-zA-Z]|[╨╤].|п[÷▓█]", text[:SAMPLE]):
        return None
    for encoding in ("cp1251", "cp1252", "latin-1", "cp866", "koi8-r"):
        try:
            candidate = text.encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
        if russianness(candidate[:SAMPLE]) > max(PLAUSIBLE, russianness(text[:SAMPLE])):
            return candidate
    return None
