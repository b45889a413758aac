"""Russian number phrases: «12,5 млрд», «двумястами пятьюдесятью», «1 млн 200 тыс.», «42-й»."""

from __future__ import annotations

import re
from decimal import Decimal

from summarizer.entities.values import russian_words as ru
from summarizer.entities.values.russian_compounds import (
    Number,
    compound,
    roman_number,
    with_meaning,
)
from summarizer.entities.values.tokens import (
    DASHES,
    Tokens,
    is_cross,
    is_number,
    name_before,
    number,
)
from summarizer.entities.values.units import RUSSIAN_UNITS

_ONE = Decimal(1)
_ENDLESS = Decimal("Infinity")
_INSTRUMENTAL = re.compile(r"(?:ами|ями|ыми|ими)$")


def read_number(tokens: Tokens, index: int) -> Number | None:
    """Read the number phrase that begins at a token; None if there is none or it is vague."""
    first = _group(tokens, index)
    if first is None:
        return _bare_scale(tokens, index) or _single(tokens, index)
    if first.unit:
        return first
    return _scaled(tokens, first)


def _scaled(tokens: Tokens, group: Number) -> Number | None:
    """Add up «1 млн 200 тыс. 50»: groups with falling scales."""
    if tokens.words[group.next] not in ru.SCALES:  # as most numbers
        return Number(group.value, group.next, group.soft, bare=True)
    total, soft, limit = Decimal(0), group.soft, _ENDLESS
    current: Number | None = group
    position, bare, rounded = group.next, True, False
    while current is not None:
        scale, after, round_ = _scale(tokens, current.next)
        if scale >= limit or (limit < 10**30 and current.value >= limit):
            break
        total += current.value * scale
        position, rounded = after, rounded or round_
        bare = bare and scale < 1000
        limit = scale
        if scale == 1:
            break
        soft = False
        current = _group(tokens, position) or _last_one(tokens, position)
        if current is not None and (current.unit or _is_year(tokens, current)):
            break
    return Number(total, position, soft or rounded, bare=bare)


def _last_one(tokens: Tokens, index: int) -> Number | None:
    """The pronoun-like «один» is a number in «сто тысяч один»."""
    return Number(_ONE, index + 1) if ru.UNITS.get(tokens.words[index]) == 1 else None


def _is_year(tokens: Tokens, group: Number) -> bool:
    return 1900 <= group.value <= 2100 and tokens.words[group.next] in ru.YEAR_WORDS


def _scale(tokens: Tokens, index: int) -> tuple[Decimal, int, bool]:
    """The product of the scale words at a token («десятков тысяч»), and where they end."""
    scale, rounded = _ONE, False
    while tokens.words[index] in ru.SCALES:
        word = tokens.words[index]
        scale *= ru.SCALES[word]
        rounded = rounded or word in ru.ROUND_SCALES
        index += 1
        if tokens.words[index] == "." and tokens.glued(index) and len(word) < 5:
            index += index + 1 < len(tokens)
    return scale, index, rounded


def _bare_scale(tokens: Tokens, index: int) -> Number | None:
    word = tokens.words[index]
    if word not in ru.SCALES or (
        word not in ru.BARE_SCALES
        and not (word in ru.AFTER_HEDGE and index and tokens.words[index - 1] in ru.HEDGES)
    ):
        return None
    found = _scaled(tokens, Number(_ONE, index))
    return found and found._replace(soft=found.soft or found.value == 1000)


def _group(tokens: Tokens, index: int) -> Number | None:
    """Digits, «двести пятьдесят три» or «полтора», with «с половиной» and a hyphenated ending."""
    word = tokens.words[index]
    if is_number(word):
        return _digits(tokens, index)
    if word in ru.HALVES:
        return Number(ru.HALVES[word], index + 1)
    if word in ru.CARDINALS:
        return _words(tokens, index)
    if word in ru.FRACTIONS:
        top, bottom = ru.FRACTIONS[word]
        return Number(Decimal(top) / bottom, index + 1, soft=True)
    return None


def _digits(tokens: Tokens, index: int) -> Number | None:
    alone = tokens.stands_alone(index)
    if not alone and _in_designation(tokens, index):
        return None
    value = number(tokens.words[index], decimal_sign=",")
    if value is None:
        return None
    if alone:
        return _and_half(tokens, value, index + 1, soft=value == 1)
    if _numbers_name(tokens, index):
        return Number(value, index + 1, soft=True)
    if tokens.words[index + 1] == "/" and (fraction := _slash(tokens, index, value)):
        return fraction
    return _ending(tokens, index + 1, value) or _and_half(tokens, value, index + 1, soft=value == 1)


def _in_designation(tokens: Tokens, index: int) -> bool:
    """True for the digits of «Ту-154», «А320», «17В5» and «214-ФЗ», which are not quantities."""
    words = tokens.words
    if tokens.glued(index) and words[index - 1].isalpha() and not is_cross(tokens, index - 1):
        return True
    after = index + 1
    if tokens.glued(after) and words[after].isalpha():
        if len(words[after]) == 1 and tokens.is_capital(after):
            # «3М», «6000К», but «15,8C» is a temperature
            return not ("," in words[index] and words[after] in ("c", "с"))
        known = words[after] in ru.SCALES or words[after] in RUSSIAN_UNITS
        return not known and not is_cross(tokens, after)
    before = name_before(tokens, index)
    if before:
        machine = len(before) < 4 or before.isupper()
        return machine and before.lower() not in ru.NUMBERED_BODIES
    return (
        tokens.glued(after)
        and words[after] in DASHES
        and tokens.glued(after + 1)
        and tokens.original(after + 1).isalpha()
        and tokens.original(after + 1).isupper()
        and words[after + 1] not in ru.ORDINAL_ENDINGS
    )


def _numbers_name(tokens: Tokens, index: int) -> bool:
    """«Россия-24», «Формула-1»: no alarm of their own. Checked after designations."""
    return bool(name_before(tokens, index))


def _slash(tokens: Tokens, index: int, top: Decimal) -> Number | None:
    """«1/8 финала», «3/4»."""
    bottom = tokens.words[index + 2]
    if not (tokens.glued(index + 1) and tokens.glued(index + 2) and bottom.isdecimal()):
        return None
    if not 0 < top < int(bottom) <= 128:
        return None
    if top == 1 and tokens.words[index + 3] == "финала":
        return Number(Decimal(2 * int(bottom)), index + 4, soft=True)  # "the round of 16"
    return Number(top / int(bottom), index + 3, soft=True)


def _ending(tokens: Tokens, dash: int, value: Decimal) -> Number | None:
    """«42-й», «1990-е», «30-летний», «5-процентный», «100-миллионный», «25-ти»."""
    after = dash + 1
    if tokens.words[dash] not in DASHES or not (tokens.glued(dash) and tokens.glued(after)):
        return None
    word = tokens.words[after]
    if word in ru.CARDINAL_ENDINGS and not (word == "х" and value >= 10):
        return _scaled(tokens, Number(value, after + 1, bare=True))
    if word in ru.ORDINAL_ENDINGS:
        return Number(value, after + 1, unit="ordinal", soft=value < 4)
    if word in RUSSIAN_UNITS and word not in ("г", "в", "м"):
        return Number(value, after + 1, unit=RUSSIAN_UNITS[word])
    return with_meaning(value, word, after + 1)


def _and_half(tokens: Tokens, value: Decimal, after: int, *, soft: bool) -> Number:
    """«два с половиной», «три с четвертью», «пять целых две десятых»."""
    words = tokens.words
    if words[after] in ("с", "и") and words[after + 1] in ("половиной", "половина"):
        return Number(value + Decimal("0.5"), after + 2)
    if words[after] == "с" and words[after + 1] == "четвертью":
        return Number(value + Decimal("0.25"), after + 2)
    if words[after] in ("целых", "целая", "целую", "целой", "целыми"):
        after += 2 if words[after + 1] == "и" else 1
        part = _common_fraction(tokens, after)
        if part is not None:
            return Number(value + part.value, part.next)
    return Number(value, after, soft, bare=True)


def _is_family(tokens: Tokens, index: int) -> bool:
    """«увёз семью» is a family, «с семью львами» seven lions, «двумя тысячами семью» 2,007."""
    goes_on = index > 0 and tokens.words[index - 1] in ru.SCALES
    return not goes_on and not _INSTRUMENTAL.search(tokens.words[index + 1])


def _words(tokens: Tokens, index: int) -> Number | None:
    """A run of number words from hundreds down to units, and the ordinal that may end it."""
    fraction = _common_fraction(tokens, index)
    if fraction is not None:
        return fraction
    if tokens.words[index] == "семью" and _is_family(tokens, index):
        return None
    total, rank, position = 0, 5, index
    while tokens.words[position] in ru.CARDINALS:
        value, next_rank = ru.CARDINALS[tokens.words[position]]
        if next_rank >= rank or (rank == 2 and next_rank == 1):
            break
        total, rank, position = total + value, next_rank, position + 1
    ordinal = ru.ORDINALS.get(tokens.words[position])
    if ordinal is not None and rank > 2 and ordinal < (100 if rank == 4 else 10):
        return Number(Decimal(total + ordinal), position + 1, unit="ordinal")
    thousands = _ordinal_thousands(tokens, position, total)
    if thousands is not None:
        return thousands
    if total == 1 and not (tokens.words[position] == "до" or _counts_one(tokens, position)):
        return None
    return _and_half(tokens, Decimal(total), position, soft=total == 1)


def _ordinal_thousands(tokens: Tokens, index: int, head: int) -> Number | None:
    """«тысяча девятьсот сорок первый», «две тысячи четырнадцатого»: a year in words."""
    if ru.SCALES.get(tokens.words[index]) != 1000 or tokens.words[index] == "тыс":
        return None
    if tokens.words[index + 1] in ru.SCALES:
        return None
    rest = read_ordinal(tokens, index + 1)
    if rest is None or rest.value >= 1000:
        return None
    return Number(head * 1000 + rest.value, rest.next, unit="ordinal")


def _counts_one(tokens: Tokens, index: int) -> bool:
    """«один» is mostly a pronoun; it counts in «один миллион», «одного процента»."""
    return tokens.words[index] in ru.SCALES or tokens.words[index] in ("процент", "процента")


def _common_fraction(tokens: Tokens, index: int) -> Number | None:
    """«две трети», «одна пятая», «три четвёртых», «семь десятых»."""
    top = ru.UNITS.get(tokens.words[index], 0) or ru.TEENS.get(tokens.words[index], 0)
    word = tokens.words[index + 1]
    if not top:
        return None
    bottom = ru.ORDINALS.get(word, 0)
    if word in ru.FRACTIONS and word not in ("половиной", "четвертью"):
        bottom = ru.FRACTIONS[word][1]
        return Number(Decimal(top) / bottom, index + 2) if top < bottom else None
    if tokens.words[index + 2] == "финала" and top == 1 and bottom:
        return Number(Decimal(2 * bottom), index + 3, soft=True)  # "the round of 16"
    if bottom > 2 and bottom > top and word.endswith(("ая", "ых", "ую", "ой", "ыми")):
        if bottom in (20, 30) or (top > 1 and not word.endswith(("ых", "ыми"))):
            return None
        return Number(Decimal(top) / bottom, index + 2)
    return None


def read_ordinal(tokens: Tokens, index: int) -> Number | None:
    """«третий», «двадцать первого», «тысяча девятьсот сорок первый»."""
    word = tokens.words[index]
    if word in ru.ORDINALS:
        value = ru.ORDINALS[word]
        # «миллиардные инвестиции» are vague
        soft = value < 11 or value >= 1000
        return Number(Decimal(value), index + 1, soft, unit="ordinal")
    if word in ru.SCALES:
        return _ordinal_thousands(tokens, index, 1)
    if word not in ru.CARDINALS:
        return None
    found = _words(tokens, index)
    return found if found is not None and found.unit == "ordinal" else None


def _single(tokens: Tokens, index: int) -> Number | None:
    """Numbers of one word: «третий», «вдвое», «полмиллиона», «двухлетний», «XXI»."""
    word = tokens.words[index]
    if word in ru.ORDINALS or word in ru.SCALES:
        return read_ordinal(tokens, index)
    if word in ru.PERIODS:
        value, unit = ru.PERIODS[word]
        return Number(Decimal(value), index + 1, soft=True, unit=unit)
    if word in ru.MULTIPLES:
        return Number(Decimal(ru.MULTIPLES[word]), index + 1, soft=True)
    roman = roman_number(tokens.original(index))
    if roman > 1 and len(word) > 1:
        return Number(Decimal(roman), index + 1, soft=True, unit="ordinal")
    read = compound(word)
    return None if read is None else read._replace(next=index + 1)
