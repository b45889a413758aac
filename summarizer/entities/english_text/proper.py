"""Proper names in English text, so that a name which nobody wrote in Russian can be noticed.

Capital letters decide. Only the first word of a sentence needs a second opinion, because every
sentence opens with a capital: "Officials met" names nobody, "Gorky met" does.
"""

from __future__ import annotations

import re
from functools import lru_cache

from summarizer.types import Span

# A word may hold an apostrophe, a hyphen, an ampersand or inner digits: O'Neill, Mi-17V5, AT&T.
WORD = re.compile(r"[^\W_]+(?:[’'&.-](?=[^\W_])[^\W_]+)*\.?", re.UNICODE)
POSSESSIVE = re.compile(r"[’']s?$|[’']s(?=-)")
OPENERS = " \t\n\"“”„«»‘’'([—–-"
SENTENCE_ENDS = ".!?…:;"
# Small words that join the parts of one name: "Ministry of Defence", "Ursula von der Leyen".
JOINERS = frozenset("of the de la von van der den di da du al bin ibn".split())
TITLES = frozenset(
    "Mr Mrs Ms Dr Prof President Vice-President Prime Minister Deputy Vice-Premier Premier Foreign"
    " Defence Defense Interior Finance Energy Health Justice Director General CEO Chairman"
    " Chairwoman Chair Head Chief Governor Mayor Ambassador Senator King Queen Prince Princess Pope"
    " Secretary State Press Professor Colonel Major Captain Lieutenant Admiral Marshal Judge"
    " Extraordinary Plenipotentiary First Acting Speaker Representative Commissioner"
    " Sgt Gov Sen Rep Gen Col Lt Capt Cmdr Rev Sir Dame".split()
)
# Behind their stop a name goes on: "Mr. Brown". "He met the President. Officials said…" does not.
_SHORT_TITLES = frozenset("Mr Mrs Ms Dr Prof Sgt Gov Sen Rep Gen Col Lt Capt Cmdr Rev".split())
CALENDAR = frozenset(
    "January February March April May June July August September October November December Jan Feb"
    " Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday"
    " Sunday AD BC AM PM".split()
)
# Acronyms that stand for words, not for names: what is «телевизор» to one is TV to another.
COMMON_ACRONYMS = frozenset(
    "TV TVs GP IT CEO CFO COO CTO PC PCs ID IDs DVD CD MRI CT GDP HIV AIDS DNA RNA SUV SUVs"
    " ATM ATMs UFO VIP PR HR USB LED GPS SMS CCTV IQ PhD MBA MP MPs NGO NGOs GMT BST EST PDT"
    " ET UTC OK FAQ PTSD ADHD LGBT LGBTQ IPO WWII II III IV XI VI VII VIII IX DJ HQ R&D COVID"
    " MDF BBQ IVF ICU CPR SOS URL PDF SIM WiFi DIY CV BMI ER".split()
)
_PRONOUN_FORMS = frozenset("me my mine her hers his him our ours their theirs them".split())
PRONOUNS = frozenset(["I", "I'm", "I'll", "I've", "I'd", "I’m", "I’ll", "I’ve", "I’d"])


@lru_cache(maxsize=256)
def proper_names(text: str) -> tuple[Span, ...]:
    """Find runs of capitalised words, in order. Titles, months and sentence openers are left out.

    "President Rustam Minnikhanov said in May" gives just "Rustam Minnikhanov".
    """
    names: list[Span] = []
    run: list[re.Match[str]] = []
    for word in WORD.finditer(text):
        is_capital = _is_capital(word.group())
        if not run and not is_capital:
            continue  # as most words
        if run and not _continues(text, run[-1], word):
            names += _close(text, run)
            run = []
        if is_capital or (run and word.group() in JOINERS):
            run.append(word)
        elif run:
            names += _close(text, run)
            run = []
    return (*names, *_close(text, run))


@lru_cache(maxsize=10_000)
def bare(word: str) -> str:
    """Drop a possessive ending and a final full stop: "Gorky's" is "Gorky"."""
    return POSSESSIVE.sub("", word.rstrip("."))


@lru_cache(maxsize=65536)
def is_ordinary(word: str) -> bool:
    """True for a word that English writes in lower case: "officials", but not "moscow" or "gorky".

    Source: the lemma dictionary of simplemma, whose lemmas keep their capitals.
    """
    import simplemma

    lower = word.lower()
    if lower in _PRONOUN_FORMS or word in COMMON_ACRONYMS:
        return True
    if word in _places() or not simplemma.is_known(lower, lang="en"):
        return False
    return simplemma.lemmatize(lower, lang="en").islower()


@lru_cache(maxsize=1)
def _places() -> frozenset[str]:
    """Single-word territories and zone cities of CLDR: the dictionary has "london" too."""
    from babel import Locale

    english = Locale("en")
    # the Russian list too: the English one leaves out zones that need no other name (London)
    zones = {*english.time_zones, *Locale("ru").time_zones}
    cities = (zone.rsplit("/", 1)[-1].replace("_", " ") for zone in zones)
    names = (*english.territories.values(), *cities)
    return frozenset(name for name in names if name.istitle() and " " not in name)


@lru_cache(maxsize=1)
def long_countries() -> frozenset[str]:
    """Countries of several words. Not islands and parts of continents, which Russian may describe
    («острова Зелёного Мыса» are Cape Verde to some)."""
    from babel import Locale

    territories = Locale("en").territories
    countries = (name for code, name in territories.items() if code.isalpha() and " " in name)
    return frozenset(name for name in countries if "Island" not in name and name != "Cape Verde")


def _is_capital(word: str) -> bool:
    return word != word.lower()  # iPhone and 3M are names too


def _continues(text: str, before: re.Match[str], word: re.Match[str]) -> bool:
    """Only blanks may stand inside a name, and a possessive or an abbreviating stop may end it."""
    if text[before.end() : word.start()] not in (" ", "\u00a0"):
        return False
    last = before.group()
    if POSSESSIVE.search(last):
        return False
    if not last.endswith(".") or _is_title(last):
        return True
    return len(last) <= 3 and not last[1].isupper()  # "St." and initials, but not "the EU."


def _is_title(word: str) -> bool:
    return bare(word) in TITLES


def _close(text: str, run: list[re.Match[str]]) -> list[Span]:
    """Trim a run of what only looks like a part of the name; nothing may be left."""
    words = list(run)
    while words and _is_no_name(text, words[0]):
        words.pop(0)
    while words and _is_no_end(words):
        words.pop()
    if not words:
        return []
    last = words[-1]
    stop = last.start() + len(_without_sentence_stop(last.group()))
    return [Span(words[0].start(), stop)]


def _is_no_end(words: list[re.Match[str]]) -> bool:
    last = bare(words[-1].group())
    is_surname = last == "May"  # Theresa May: one alone has been taken for the month
    return last in JOINERS or (last in CALENDAR and not is_surname)


def _without_sentence_stop(word: str) -> str:
    """Keep the stop of "U.S." and of an initial; drop a sentence's, a possessive, "-made"."""
    inner = word[:-1]
    if word.endswith(".") and "." not in inner and len(inner) > 1:
        word = inner
    if word.isalpha():
        return word
    word = re.sub(r"(?<=\w\w)-[a-z]+$", "", word)  # Tatarstan-made
    return POSSESSIVE.sub("", word)


def _is_no_name(text: str, word: re.Match[str]) -> bool:
    plain = bare(word.group())
    if plain in JOINERS or plain in CALENDAR or plain in TITLES or word.group() in PRONOUNS:
        return True
    if plain == "A":  # "A Tomsk resident"; an initial would have its stop
        return not word.group().endswith(".")
    return _opens(text, word.start()) and not plain.isupper() and is_ordinary(plain)


def _opens(text: str, start: int) -> bool:
    """True for the first word of a sentence, a quotation or the text."""
    before = text[:start].rstrip(" \t\n([—–-")
    head = before.rstrip(OPENERS)
    if not head or before[-1:] in "\"“«'‘„":
        return True
    return head[-1] in SENTENCE_ENDS and bare(head.rpartition(" ")[2]) not in _SHORT_TITLES
