"""Units and currencies: how Russian and English write them, and how they convert.

One row a unit, so that a linguist can add one. `stem*` stands for the stem with any Russian
ending; a word with a space is read as two words.
"""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from summarizer.entities.values.tokens import Tokens


class Unit(NamedTuple):
    name: str  # English, singular: the `unit` of an `Amount`
    dimension: str
    factor: Decimal  # to the dimension's base unit


_ENDINGS = (
    "", "а", "у", "е", "ы", "и", "о", "ом", "ой", "ов", "ам", "ами", "ах", "ь", "я", "ю", "ей",
    "ем", "ям", "ями", "ях", "ью", "ев", "ие", "ия", "ый", "ая", "ое", "ого", "ому", "ую", "ые",
    "ых", "ым", "ыми",
)  # fmt: skip

_DAYS = "день дня дню днем дне дни дней дням днями днях сутки суток суткам сутками сутках"
_YEARS = "год года году годом годе годы годов годам годами годах лет летие летия летию летием летии"
# name | dimension | factor | Russian | English
_UNITS = f"""
millimeter | length | 0.001 | миллиметр* мм | mm millimeter millimeters millimetre millimetres
centimeter | length | 0.01 | сантиметр* см | cm centimeter centimeters centimetre centimetres
meter | length | 1 | метр* м | m meter meters metre metres
kilometer | length | 1000 | километр* км | km kilometer kilometers kilometre kilometres kms
inch | length | 0.0254 | дюйм* | inch inches
foot | length | 0.3048 | фут* | foot feet ft
yard | length | 0.9144 | ярд* | yard yards
mile | length | 1609.344 | мил* | mile miles
gram | mass | 0.001 | грамм* г гр | g gram grams gramme grammes
milligram | mass | 0.000001 | миллиграмм* мг | mg milligram milligrams
kilogram | mass | 1 | килограмм* кило кг | kg kgs kilo kilos kilogram kilograms kilogrammes
ounce | mass | 0.02835 | унци* | ounce ounces oz
lb | mass | 0.4536 |  | lb lbs
centner | mass | 100 | центнер* | centner centners
ton | mass | 1000 | тонн* т | ton tons tonne tonnes
square centimeter | area | 0.0001 | |
square meter | area | 1 | квм квадрат* | sqm
square kilometer | area | 1000000 | | sqkm
square mile | area | 2589988 | |
square foot | area | 0.0929 | |
hectare | area | 10000 | гектар* га | ha hectare hectares
acre | area | 4046.86 | акр* | acre acres
cubic meter | volume | 1 | кубометр* | cbm
cubic kilometer | volume | 1000000000 | |
cubic centimeter | volume | 0.000001 | |
cubic foot | volume | 0.0283 | |
liter | volume | 0.001 | литр* л | l liter liters litre litres
gallon | volume | 0.003785 | галлон* | gallon gallons
barrel | volume | 0.159 | баррел* | barrel barrels bbl
kilometer per hour | speed | 1 | | kph kmh
mile per hour | speed | 1.609344 | | mph
meter per second | speed | 3.6 | |
second | time | 1 | секунд* сек | sec secs second seconds
minute | time | 60 | минут* мин | min mins minute minutes
hour | time | 3600 | час* ч | h hr hrs hour hours
day | time | 86400 | {_DAYS} | day days
week | time | 604800 | недел* | week weeks
month | time | 2629800 | месяц* мес | month months
year | time | 31557600 | {_YEARS} | year years yr yrs anniversary
decade | time | 315576000 | десятилети* | decade decades
century | time | 3155760000 | столети* | century centuries
degree | temperature | 1 | градус* | degree degrees
fahrenheit | temperature | 1 | |
watt | power | 1 | ватт* вт | watt watts w
kilowatt | power | 1000 | киловатт* квт | kw kilowatt kilowatts
megawatt | power | 1000000 | мегаватт* мвт | mw megawatt megawatts
gigawatt | power | 1000000000 | гигаватт* гвт | gw gigawatt gigawatts
horsepower | engine | 1 | лс | hp horsepower bhp
megabyte | data | 1 | мегабайт* мб | mb megabyte megabytes
gigabyte | data | 1000 | гигабайт* гб | gb gigabyte gigabytes
terabyte | data | 1000000 | терабайт* тб | tb terabyte terabytes
time | fold | 1 | раз раза разу разом разе разы разам разами разах | times time fold
"""

# code | Russian | English | signs
_CURRENCIES = """
RUB | рубл* руб р | ruble rubles rouble roubles rub rur | ₽
USD | доллар* долл бакс* | dollar dollars usd buck bucks | $
EUR | евро | euro euros eur | €
GBP | фунт* | pound pounds gbp quid | £
JPY | иен* йен* | yen jpy | ¥
CNY | юан* | yuan yuans renminbi rmb cny |
UAH | гривен гривн* грн | hryvnia hryvnias hryvnya hryvna hryvnas hryvnyas uah | ₴
KZT | тенге | tenge kzt | ₸
CHF | франк* | franc francs chf |
SEK | крон* | krona kronor krone kroner crown crowns kronas |
PLN | злот* | zloty zlotys zlotych pln |
TRY | лир* | lira liras lire | ₺
INR | рупи* рупий | rupee rupees inr | ₹
KRW | вон вона воны вону | won krw | ₩
THB | бат* | baht thb |
ILS | шекел* шек | shekel shekels ils | ₪
KGS | сом сома сомов сомы | som soms kgs |
UZS | сум сума сумов сумы | sum sums soum soums uzs |
AZN | манат* | manat manats azn | ₼
AMD | драм драма драмов драмы | dram drams amd |
GEL | лари | lari gel |
MDL | лей леев леи | leu lei mdl |
ARS | песо | peso pesos |
BRL | реал* | real reals reais brl |
RSD | динар* | dinar dinars |
HUF | форинт* | forint forints huf |
BTC | биткоин* биткойн* | bitcoin bitcoins btc |
BYN | зайчик* | byn |
SAR | риал* | riyal riyals rial rials |
AED | дирхам* | dirham dirhams aed |
"""

_PARTS = {"копе": "RUB", "цент": "USD", "пенс": "GBP", "евроцент": "EUR"}
_PART_ENDINGS = ("йка", "йки", "йку", "ек", "йкам", "йками", *_ENDINGS)
_ENGLISH_PARTS = {
    "kopeck": "RUB", "kopecks": "RUB", "kopek": "RUB", "kopeks": "RUB",
    "cent": "USD", "cents": "USD", "pence": "GBP", "penny": "GBP",
}  # fmt: skip
_PERCENT = ("%", "процент*", "процентн*")
_ENGLISH_PERCENT = ("%", "percent", "pct", "percentage", "percents")
_PER_MILLE = ("‰", "промилле")


def powered(tokens: Tokens, unit: str, index: int) -> tuple[str, int]:
    """The unit and its end, where a 2 or 3 is glued to it: «м2», "km3"."""
    power = {"2": "square", "3": "cubic"}.get(tokens.words[index]) if tokens.glued(index) else None
    named = f"{power} {unit}"
    return (named, index + 1) if named in UNITS else (unit, index)


def _expand(forms: str) -> list[str]:
    expanded = []
    for form in forms.split():
        stem = form.removesuffix("*")
        expanded += [stem] if stem == form else [stem + ending for ending in _ENDINGS]
    return expanded


def _rows(table: str) -> list[list[str]]:
    return [[cell.strip() for cell in row.split("|")] for row in table.strip().splitlines()]


UNITS = {
    name: Unit(name, dimension, Decimal(factor)) for name, dimension, factor, _, _ in _rows(_UNITS)
}
RUSSIAN_UNITS = {form: row[0] for row in _rows(_UNITS) for form in _expand(row[3])}
ENGLISH_UNITS = {form: row[0] for row in _rows(_UNITS) for form in row[4].split()}
RUSSIAN_CURRENCIES = {form: row[0] for row in _rows(_CURRENCIES) for form in _expand(row[1])}
ENGLISH_CURRENCIES = {form: row[0] for row in _rows(_CURRENCIES) for form in row[2].split()}
ENGLISH_CURRENCIES |= {code.lower(): code for code in "CAD AUD HKD SGD NOK DKK CZK".split()}
SIGNS = {row[3]: row[0] for row in _rows(_CURRENCIES) if row[3]}
CODES = frozenset(row[0].lower() for row in _rows(_CURRENCIES))  # «USD 5 млн», "RUB 12.5bn"

RUSSIAN_UNITS |= {form: "%" for pattern in _PERCENT for form in _expand(pattern)}
RUSSIAN_UNITS |= dict.fromkeys(_PER_MILLE, "per mille") | {
    "пп": "percentage point", "м²": "square meter", "км²": "square kilometer", "м³": "cubic meter",
}  # fmt: skip
ENGLISH_UNITS |= dict.fromkeys(_ENGLISH_PERCENT, "%")
ENGLISH_UNITS |= {
    "‰": "per mille", "pp": "percentage point", "m²": "square meter", "km²": "square kilometer",
    "m³": "cubic meter",
}  # fmt: skip

RUSSIAN_PARTS = {stem + end: code for stem, code in _PARTS.items() for end in _PART_ENDINGS}
ENGLISH_PARTS = _ENGLISH_PARTS

ADJECTIVES = {
    "американск": "USD", "канадск": "CAD", "австралийск": "AUD", "гонконгск": "HKD",
    "сингапурск": "SGD", "белорусск": "BYN", "российск": "RUB", "китайск": "CNY",
    "японск": "JPY", "норвежск": "NOK", "датск": "DKK", "чешск": "CZK", "шведск": "SEK",
    "казахстанск": "KZT", "украинск": "UAH", "турецк": "TRY", "индийск": "INR",
    "швейцарск": "CHF", "британск": "GBP", "польск": "PLN", "венгерск": "HUF", "израильск": "ILS",
}  # fmt: skip
ENGLISH_ADJECTIVES = {
    "us": "USD", "american": "USD", "canadian": "CAD", "australian": "AUD", "hong": "HKD",
    "singapore": "SGD", "belarusian": "BYN", "russian": "RUB", "chinese": "CNY",
    "japanese": "JPY", "norwegian": "NOK", "danish": "DKK", "czech": "CZK", "swedish": "SEK",
    "ukrainian": "UAH", "turkish": "TRY", "indian": "INR", "kazakh": "KZT", "british": "GBP",
    "swiss": "CHF", "polish": "PLN", "hungarian": "HUF", "israeli": "ILS",
}  # fmt: skip
# one word for several currencies: an adjective decides, and its absence forgives
FAMILIES = (
    frozenset({"USD", "CAD", "AUD", "HKD", "SGD"}),
    frozenset({"SEK", "NOK", "DKK", "CZK"}),
    frozenset({"RUB", "BYN"}),
    frozenset({"%", "percentage point"}),  # "by 42 points" is looser English for both
)
