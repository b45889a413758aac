"""Refuse what is not Russian: it would be translated wrongly, and nothing later would notice."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import lru_cache
from itertools import chain

from summarizer.errors import InputError
from summarizer.types import Article

SAMPLE = 20_000  # code points
LEAST_CYRILLIC = 0.2  # of the letters; the lowest of 1,193 Russian articles has 0.79
SHORT = 200  # letters; in fewer a list of foreign names may outweigh the Russian
LEAST_FOREIGN = 0.1  # of the words; the highest of those articles has 0.06, Ukrainian prose 0.47
LEAST_OWN = 3  # words, where no letter is foreign: «да», «год», «ли» stand in Russian headlines

WORD = re.compile(r"[^\W\d_]+")
CYRILLIC = re.compile(r"[\u0400-\u052f]+")
CYRILLIC_WORD = re.compile(r"[\u0400-\u052f](?<![^\W\d_].)[^\W\d_]*")  # by its first letter

# The words that every Russian text has. What it shares with a neighbour counts for both.
RUSSIAN = frozenset(
    "и в во не на что с со как это но из у за от к ко по же для его ее её их он она они был была"
    " было были быть при также после только уже или если когда где чтобы который которая которые"
    " этом этого том того об до под между году года лет более может этот эта без время сейчас"
    " сообщил заявил сказал отметил мы вы я ты еще ещё все всё так там о под над ли да год"
    " лет раз".split()
)
# Of the others: letters that Russian words never have, and their own most common words.
OTHERS: dict[str, tuple[re.Pattern[str], frozenset[str]]] = {
    name: (re.compile(letters), frozenset(words.split()))
    for name, letters, words in (
        (
            "Ukrainian",
            "[іїєґ]",
            "в на за по до не у а так та що це й як але був була були його її від із зі або також"
            " про після які який яка щоб вже ще буде між під рік року років вона вони",
        ),
        (
            "Belarusian",
            "[іў]",
            "у за па да а так што гэта як але быў была былі яго яе ад са або таксама пра пасля"
            " які якая якія каб ужо яшчэ будзе паміж пад год гады ён яна яны не на з",
        ),
        (
            "Bulgarian",
            "ъ(?![еёюя])",
            "и в на но за от по до не с а под над към се са съм е да ще че като това той тя те"
            " след при което който която които ли много още бъде били беше със във между година",
        ),
        (
            "Serbian",
            "[јљњћђџ]",
            "и у на за о до по не а с је да се су од са као али био била били његов његова или"
            " после који која које већ још биће између под годину година он она они није",
        ),
        (
            "Macedonian",
            "[јљњќѓџѕ]",
            "и во на за по до не а под е да се од со како но беше беа неговиот или после кој која"
            " кои веќе уште ќе меѓу години тој таа тие",
        ),
        ("Kazakh", "[әғқңөұүһі]", "мен деп болды бар бойынша туралы кейін"),
        ("Tatar", "[әҗңөүһ]", "белән бу дип булган бар буенча турында соң да"),
        ("Bashkir", "[ҙҡҫғәңөүһ]", "менән был тип булған буйынса"),
        ("Kyrgyz", "[ңөү]", "жана менен бул деп болгон бар боюнча тууралуу кийин"),
        ("Tajik", "[ғӣқӯҳҷ]", "ва дар аз бо ки барои ин аст буд он"),
        ("Uzbek", "[ўқғҳ]", "ва билан бу учун деб бўйича кейин"),
        ("Mongolian", "[өү]", "ба нь юм байна болон энэ гэж оны"),
        ("Chuvash", "[ӑӗҫӳ]", "тата пулна"),
    )
}
LATIN = {
    "English": "the of and to in is was for that with on as by his her from are has",
    "German": "der die das und ist nicht von mit auf für ein eine den dem zu im",
    "French": "le la les et des est dans que pour une du sur pas qui au par",
    "Spanish": "el los las y del que por una con para su es como se al",
    "Italian": "il di che non per una del della sono con si anche gli nel",
    "Polish": "w na się i nie że do jest z to jak od przez oraz po dla",
    "Turkish": "ve bir bu için ile da de olarak olan daha gibi kadar",
}


def require_russian(article: Article) -> None:
    """Raise InputError, naming the language, if the article's text is clearly not Russian."""
    text = article.text[:SAMPLE]
    if not any(map(str.isalpha, text)):  # rules and blank lines may come first
        text = article.text
    name = article.source or article.id
    where = f"{name}: the text" if name else "the text"
    if not any(map(str.isalpha, text)):
        raise InputError(f"{where} has no letters, so there is nothing to translate")
    if other := other_alphabet(text):
        raise InputError(f"{where} looks {other}; only Russian is translated")
    if language := other_language(text):
        raise InputError(f"{where} looks {language}, not Russian; it would be translated wrongly")


@lru_cache(maxsize=32)  # an article is asked when it is read, and again before it is translated
def other_alphabet(text: str) -> str:
    """What a text without enough Cyrillic is in, "" where there is enough of it.

    «Microsoft и Apple» is Russian: names alone do not make a text foreign, its small words do.
    """
    cyrillic = sum(map(len, CYRILLIC.findall(text)))
    if cyrillic >= LEAST_CYRILLIC * len(text):  # then it is enough of the letters too
        return ""
    letters = sum(map(str.isalpha, text))
    share = cyrillic / letters
    if share >= LEAST_CYRILLIC:
        return ""
    language = latin_language(text)
    if share and not language and letters < SHORT:
        return ""
    return f"{language or script(text)} ({share:.0%} Cyrillic)"


@lru_cache(maxsize=32)
def other_language(text: str) -> str:
    """The language in Cyrillic letters, other than Russian, that `text` is in; "" if none is.

    A word counts for a language by its letters or as a stop-word; Russian needs the most.
    """
    words = list(map(str.lower, CYRILLIC_WORD.findall(text)))
    counts = Counter(chain.from_iterable(map(languages_of, words)))
    foreign = {name: count for name, count in counts.items() if name in OTHERS}
    if not foreign:
        return ""
    best = max(foreign, key=lambda name: foreign[name])
    own = [word for word in words if word not in RUSSIAN and best in languages_of(word)]
    if foreign[best] <= counts["Russian"] or len(own) <= LEAST_FOREIGN * len(words):
        return ""
    spelt = any(OTHERS[best][0].search(word) for word in own)
    return best if spelt or len(own) >= LEAST_OWN else ""


@lru_cache(maxsize=20_000)
def languages_of(word: str) -> tuple[str, ...]:
    """The languages that a word in small letters speaks for; most words speak for none."""
    russian = ("Russian",) if word in RUSSIAN else ()
    others = (
        n for n, (letters, common) in OTHERS.items() if word in common or letters.search(word)
    )
    return (*russian, *others)


def latin_language(text: str) -> str:
    """The language whose stop-words are the most, "" where there are none."""
    words = Counter(word.lower() for word in WORD.findall(text))
    hits = {name: sum(words[word] for word in common.split()) for name, common in LATIN.items()}
    best = max(hits, key=lambda name: hits[name])
    return best if hits[best] else ""


def script(text: str) -> str:
    """ "to be in Arabic letters": by the Unicode name of most letters."""
    names = Counter(unicodedata.name(each, "other").split()[0] for each in text if each.isalpha())
    return f"to be in {names.most_common(1)[0][0].capitalize()} letters"
