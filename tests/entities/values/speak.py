"""Write numbers in Russian words: the other way round, for the tests of the reader."""

from __future__ import annotations

# nominative, genitive, instrumental
_UNITS = {
    1: ("один", "одного", "одним"), 2: ("два", "двух", "двумя"), 3: ("три", "трёх", "тремя"),
    4: ("четыре", "четырёх", "четырьмя"), 5: ("пять", "пяти", "пятью"),
    6: ("шесть", "шести", "шестью"), 7: ("семь", "семи", "семью"),
    8: ("восемь", "восьми", "восемью"), 9: ("девять", "девяти", "девятью"),
    10: ("десять", "десяти", "десятью"), 40: ("сорок", "сорока", "сорока"),
    90: ("девяносто", "девяноста", "девяноста"), 100: ("сто", "ста", "ста"),
    200: ("двести", "двухсот", "двумястами"), 300: ("триста", "трёхсот", "тремястами"),
    400: ("четыреста", "четырёхсот", "четырьмястами"),
}  # fmt: skip
_TEENS = "один две три четыр пят шест сем восем девят".split()
_TENS = {20: "двадцат", 30: "тридцат"}
_SCALES = {
    10**9: ("миллиард", "миллиарда", "миллиардов", "миллиардом", "миллиардами"),
    10**6: ("миллион", "миллиона", "миллионов", "миллионом", "миллионами"),
    1000: ("тысяча", "тысячи", "тысяч", "тысячей", "тысячами"),
}
CASES = ("nominative", "genitive", "instrumental")


def _word(value: int, case: int) -> str:
    if value in _UNITS:
        return _UNITS[value][case]
    ending = ("ь", "и", "ью")[case]
    if 10 < value < 20:
        return f"{_TEENS[value - 11]}надцат{ending}"
    if value in _TENS:
        return _TENS[value] + ending
    stem, oblique = _UNITS[value // (10 if value < 100 else 100)][0], ("", "и", "ью")[case]
    base = stem if case == 0 else stem[:-1].replace("восем", "восьм" if case == 1 else "восем")
    if value < 100:
        return f"{base}{oblique}десят{('', 'и', 'ью')[case]}"
    return f"{base}{oblique}{('сот', 'сот', 'стами')[case]}"


def _below_thousand(value: int, case: int, *, feminine: bool = False) -> list[str]:
    words = [_word(value // 100 * 100, case)] if value >= 100 else []
    rest = value % 100
    if rest >= 20:
        words.append(_word(rest // 10 * 10, case))
        rest %= 10
    if rest:
        words.append(_word(rest, case))
    if feminine and words and rest in (1, 2):
        words[-1] = {1: ("одна", "одной", "одной"), 2: ("две", "двух", "двумя")}[rest][case]
    return words


def speak(value: int, case: int = 0) -> str:
    """«двумя миллионами тремястами тысячами сорока пятью»."""
    words: list[str] = []
    for scale, forms in _SCALES.items():
        group = value // scale % 1000
        if group:
            words += _below_thousand(group, case, feminine=scale == 1000)
            words.append(_scale(group, forms, case))
    return " ".join(words + _below_thousand(value % 1000, case))


def _scale(group: int, forms: tuple[str, ...], case: int) -> str:
    one = group % 10 == 1 and group % 100 != 11
    if case:
        return forms[(3 if one else 4) if case == 2 else (1 if one else 2)]
    few = group % 10 in (2, 3, 4) and group % 100 not in (12, 13, 14)
    return forms[0] if one else forms[1] if few else forms[2]
