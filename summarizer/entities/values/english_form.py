"""How American news writes a value: "12.5 billion rubles", "December 29, 2014"."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from summarizer.entities.values.english_date_form import moment_form, ordinal
from summarizer.entities.values.found import Found, is_currency
from summarizer.values import Amount, Moment, Value

_SIGNS = {"USD": "$", "EUR": "€", "GBP": "£"}
_CURRENCIES = {
    "RUB": ("ruble", "rubles"), "JPY": ("yen", "yen"), "CNY": ("yuan", "yuan"),
    "UAH": ("hryvnia", "hryvnias"), "KZT": ("tenge", "tenge"),
    "CHF": ("Swiss franc", "Swiss francs"),
    "SEK": ("krona", "kronor"), "NOK": ("krone", "kroner"), "DKK": ("krone", "kroner"),
    "CZK": ("koruna", "korunas"), "PLN": ("zloty", "zlotys"), "TRY": ("lira", "lira"),
    "INR": ("rupee", "rupees"), "KRW": ("won", "won"), "THB": ("baht", "baht"),
    "ILS": ("shekel", "shekels"), "KGS": ("som", "soms"), "UZS": ("sum", "sums"),
    "AZN": ("manat", "manats"), "AMD": ("dram", "drams"), "GEL": ("lari", "lari"),
    "MDL": ("leu", "lei"), "ARS": ("peso", "pesos"), "BRL": ("real", "reals"),
    "RSD": ("dinar", "dinars"), "HUF": ("forint", "forints"), "BTC": ("bitcoin", "bitcoins"),
    "BYN": ("Belarusian ruble", "Belarusian rubles"), "SAR": ("riyal", "riyals"),
    "AED": ("dirham", "dirhams"), "CAD": ("Canadian dollar", "Canadian dollars"),
    "AUD": ("Australian dollar", "Australian dollars"),
    "HKD": ("Hong Kong dollar", "Hong Kong dollars"),
    "SGD": ("Singapore dollar", "Singapore dollars"),
}  # fmt: skip
_PLURALS = {"foot": "feet", "inch": "inches", "century": "centuries", "horsepower": "horsepower"}
_WORDS = "zero one two three four five six seven eight nine".split()
_FRACTIONS = {
    Fraction(1, 2): "half", Fraction(1, 3): "a third", Fraction(2, 3): "two-thirds",
    Fraction(1, 4): "a quarter", Fraction(3, 4): "three-quarters", Fraction(1, 5): "one-fifth",
    Fraction(2, 5): "two-fifths", Fraction(3, 5): "three-fifths", Fraction(4, 5): "four-fifths",
}  # fmt: skip
_HALVES = {
    "year": "half a year", "hour": "half an hour", "century": "half a century", "day": "half a day",
}  # fmt: skip
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def english_form(value: Found | Value) -> str:
    """Write a value as news does; `find_english` reads it back as the same value."""
    if isinstance(value, Found):
        value = value.value
    return moment_form(value) if isinstance(value, Moment) else _amount(value)


def _amount(amount: Amount) -> str:
    if amount.unit == "score":
        return f"{_plain(amount.low)}-{_plain(amount.high)}"
    if amount.unit == "timing":
        minutes, seconds = divmod(amount.low, 60)
        return f"{minutes}:{'0' * (seconds < 10)}{seconds:f}"
    if amount.unit == "phone":
        return f"+{_bare(amount.low)}"
    if amount.low == amount.high:
        return _single(amount)
    return _range(amount)


def _single(amount: Amount) -> str:
    value, unit = amount.low, amount.unit
    if unit == "ordinal":
        return ordinal(int(value))
    if unit in ("", "time"):
        return _count(value) + (" times" if unit else "")
    if unit == "%":
        return f"{_plain(value)}%"
    if unit in _SIGNS:
        return f"{_SIGNS[unit]}{_scaled(value)}"
    if value == Decimal("0.5") and unit in _HALVES:
        return _HALVES[unit]
    return f"{_scaled(value)} {_unit(unit, one=value == 1)}"


def _range(amount: Amount) -> str:
    unit = amount.unit
    low, high = _scaled(amount.low), _scaled(amount.high)
    word = high.partition(" ")[2]
    same_scale = low.partition(" ")[2] == word
    low = low.removesuffix(f" {word}") if word and same_scale else low  # "5–7 million"
    joint = "–" if same_scale else " to "
    if unit == "%":
        return f"{low}{joint}{high}%"
    if unit in _SIGNS:
        sign = _SIGNS[unit]
        return f"{sign}{low}{joint}{'' if word and joint == '–' else sign}{high}"
    tail = "" if unit in ("", "ordinal") else f" {_unit(unit, one=False)}"
    return f"{low}{joint}{high}{tail}"


def _unit(unit: str, *, one: bool) -> str:
    if is_currency(Amount(Decimal(1), Decimal(1), unit)):
        return _CURRENCIES.get(unit, (unit, unit))[not one]
    if one:
        return unit
    head, per, tail = unit.partition(" per ")
    if unit == "fahrenheit":
        return "degrees Fahrenheit"
    if unit == "per mille":
        return unit
    first, _, last = head.rpartition(" ")
    plural = f"{first} {_PLURALS.get(last, last + 's')}".strip()
    return f"{plural}{per}{tail}"


def _count(value: Decimal) -> str:
    if value == value.to_integral_value():
        return _WORDS[int(value)] if 0 <= value < 10 else _scaled(value)
    return _fraction(value) or _scaled(value)


def _fraction(value: Decimal) -> str:
    """Words for halves, quarters and endless decimals; 0.2 is more often a decimal than a fifth."""
    near = Fraction(value).limit_denominator(10)
    endless = abs(near - Fraction(value)) < Fraction(1, 10**9) and near != Fraction(value)
    quarters = near == Fraction(value) and near.denominator in (2, 4)
    return _FRACTIONS.get(near, "") if endless or quarters else ""


def _scaled(value: Decimal) -> str:
    """12.5 billion; 244,890; 1,234,567 keeps its digits."""
    for scale, word in _SCALES:
        if value >= scale and len((value / scale).normalize().as_tuple().digits) <= 4:
            return f"{_bare(value / scale)} {word}"
    return _plain(value)


def _plain(value: Decimal) -> str:
    """Digits with separators; no more decimals than the value has, six of an endless one."""
    if value == value.to_integral_value():
        return f"{int(value):,}"
    if -(int(value.as_tuple().exponent)) > 10:
        value = round(value, 6)
    return f"{value.normalize():,f}"


def _bare(value: Decimal) -> str:
    return f"{value.normalize():f}"
