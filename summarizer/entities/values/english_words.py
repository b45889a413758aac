"""English words for numbers and dates, in lower case."""

from __future__ import annotations

from decimal import Decimal

_UNITS = "one two three four five six seven eight nine".split()
_TEENS = "ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
# word → (value, rank), as in Russian
CARDINALS = {
    **{word: (value, 1) for value, word in enumerate(_UNITS, start=1)},
    **{word: (value, 2) for value, word in enumerate(_TEENS, start=10)},
    **{word: (value * 10, 3) for value, word in enumerate(_TENS, start=2)},
    "fourty": (40, 3),
}
_UNIT_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth".split()
_TEEN_ORDINALS = (
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth "
    "nineteenth".split()
)
_TEN_ORDINALS = (
    "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth".split()
)
ORDINALS = {
    **{word: (value, 1) for value, word in enumerate(_UNIT_ORDINALS, start=1)},
    **{word: (value, 2) for value, word in enumerate(_TEEN_ORDINALS, start=10)},
    **{word: (value * 10, 3) for value, word in enumerate(_TEN_ORDINALS, start=2)},
    "hundredth": (100, 4), "thousandth": (1000, 4), "millionth": (10**6, 4),
}  # fmt: skip
SCALES = {
    "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9, "trillion": 10**12,
    "millions": 10**6, "billions": 10**9, "thousands": 1000, "hundreds": 100,
    "dozen": 12, "mln": 10**6, "bln": 10**9, "mn": 10**6, "bn": 10**9, "tn": 10**12,
    "trn": 10**12, "trln": 10**12, "thou": 1000, "milliard": 10**9, "mlrd": 10**9, "score": 20,
}  # fmt: skip
# only after digits, and only glued to them or before a currency: "$1.2m", "5k"
LETTER_SCALES = {"k": 1000, "m": 10**6, "b": 10**9, "bn": 10**9, "t": 10**12, "tn": 10**12}
DOTTED_SCALES = frozenset("mln bln trln thou mn bn tn".split())  # "5 bln. yuan"
PLURAL_SCALES = frozenset("millions billions thousands hundreds".split())
ROUND_SCALES = frozenset(("dozen", "score"))
# may follow "a" to make a number: "a hundred"; "a score" is a result
COUNTED = frozenset("hundred thousand million billion trillion dozen".split())

# word → (top, bottom) of a fraction
FRACTION_WORDS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4,
    "fourths": 4, "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7,
    "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
    "hundredth": 100, "hundredths": 100, "twelfth": 12, "twentieth": 20, "thousandth": 1000,
}  # fmt: skip
# words that may stand for a number and raise no alarm of their own: (value, unit)
SOFT: dict[str, tuple[int | Decimal, str]] = {
    "one": (1, ""), "once": (1, ""), "single": (1, ""), "sole": (1, ""), "first": (1, "ordinal"),
    "both": (2, ""), "pair": (2, ""), "couple": (2, ""), "twice": (2, ""), "double": (2, "time"),
    "doubled": (2, "time"), "doubling": (2, "time"), "doubles": (2, "time"), "duo": (2, ""),
    "twofold": (2, "time"), "two-fold": (2, "time"), "twins": (2, ""), "halved": (2, "time"),
    "second": (2, "ordinal"), "secondly": (2, "ordinal"), "dual": (2, ""), "bilateral": (2, ""),
    "trio": (3, ""), "triple": (3, "time"), "tripled": (3, "time"), "triplets": (3, ""),
    "thrice": (3, ""), "threefold": (3, "time"), "trebled": (3, "time"), "treble": (3, "time"),
    "tripling": (3, "time"), "trilateral": (3, ""), "triples": (3, "time"),
    "third": (3, "ordinal"), "thirdly": (3, "ordinal"), "quartet": (4, ""), "foursome": (4, ""),
    "quadruple": (4, "time"), "quadrupled": (4, "time"), "fourfold": (4, "time"),
    "fivefold": (5, "time"), "tenfold": (10, "time"), "quintet": (5, ""),
    "decade": (10, "year"), "decades": (10, "year"), "century": (100, "year"),
    "centuries": (100, "year"),
    "fortnight": (2, "week"), "centenary": (100, "year"), "bicentennial": (200, "year"),
    "biennial": (2, "year"), "semiannual": (6, "month"), "either": (2, ""), "neither": (2, ""),
    "monthly": (1, "month"), "yearly": (1, "year"), "weekly": (1, "week"), "twin": (2, ""),
    "annual": (1, "year"), "billionth": (10**9, "ordinal"), "centennial": (100, "year"),
    "teenager": (13, "year"), "noon": (12, ""), "midnight": (0, ""), "dozen": (12, ""),
    "half": (Decimal("0.5"), ""), "halfway": (Decimal("0.5"), ""), "quarter": (Decimal("0.25"), ""),
    "midday": (12, ""), "zero": (0, ""), "nil": (0, ""), "millionth": (10**6, "ordinal"),
    "hundred": (100, ""), "thousand": (1000, ""), "million": (10**6, ""), "billion": (10**9, ""),
}  # fmt: skip

MONTHS = {
    name: month
    for month, names in enumerate(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|"
        "september sep sept|october oct|november nov|december dec".split("|"),
        start=1,
    )
    for name in names.split()
}
# verbs and adjectives too: they need a day, a year or a preposition beside them
DOUBTFUL_MONTHS = frozenset(("may", "march", "august", "mar", "jan", "dec", "sep", "jun", "apr"))
BEFORE_MONTH = frozenset(
    "in of since until till by early late mid last this next from to and during through before "
    "after between end beginning start throughout for the every each".split()
)
WEEKDAYS = {
    name: day
    for day, names in enumerate(
        "monday mondays mon|tuesday tuesdays tue tues|wednesday wednesdays wed|thursday thursdays "
        "thu thurs|friday fridays fri|saturday saturdays|sunday sundays".split("|"),
        start=1,
    )
    for name in names.split()
}
DECADES = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70,
    "eighties": 80, "nineties": 90, "noughties": 0, "aughts": 0,
}  # fmt: skip
CENTURY_WORDS = frozenset(("century", "centuries"))
HEDGES = frozenset(
    "about around nearly almost roughly approximately over more some under less just close "
    "estimated least most than exceeding exceeded approaching near some virtually "
    "nearing topped approx".split()
)
