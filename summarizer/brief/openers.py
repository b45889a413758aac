"""The words that open a sentence which only the sentence before it explains."""

from __future__ import annotations

import re
from functools import lru_cache

_LEADING = re.compile(r"^[\s«»\"“”„'‘’(\[—–-]+")


def _any_of(listing: str) -> str:
    """A pattern for one of the words or phrases that a listing parts by commas."""
    phrases = (" ".join(phrase.split()) for phrase in listing.split(","))
    longest_first = sorted(filter(None, phrases), key=len, reverse=True)
    return rf"(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"


# «Это…», «Об этом…», «По его словам…». Left out on purpose: «свои», which points forward.
_RUSSIAN_PRONOUNS = _any_of("""
    он, она, оно, они, его, её, ее, их, ему, ей, им, это, этот, эта, эти, этого, этой, этому, этим,
    этих, этими, эту, то, тот, та, те, того, той, тому, тем, тех, ту, такой, такая, такое, такие,
    такого, таких, такую, такими, таким, оба, обе, обоих, там, туда, оттуда, здесь, сюда, отсюда,
    тогда, так, сам, сама, сами, данный, данная, данное, данного, данную
""")
# Only after a preposition: «Том» alone is a man's name.
_RUSSIAN_OBLIQUE = _any_of("""
    него, неё, нее, нём, нем, ней, них, ним, ними, нему, этом, том, теми
""")
_RUSSIAN_BEFORE_PRONOUN = _any_of("""
    о, об, обо, в, во, на, по, при, с, со, к, ко, от, до, из, за, для, без, у, над, под, перед,
    после, кроме, помимо, из-за, благодаря, вместо, среди, между, согласно, против, через, про,
    ради, ввиду, вследствие, вопреки, несмотря на, в связи с, в отличие от, в соответствии с,
    в ответ на, по поводу, по мнению, по словам, вместе с, наряду с, все, всё, всех, одна из,
    один из, одно из, каждый из, каждая из, часть из, некоторые из, многие из, большинство из
""")
# Left out on purpose: «при», «первый», «последний», «данные» open many a plain first sentence.
_RUSSIAN_CONNECTIVES = _any_of("""
    и, а, но, да, или, либо, зато, также, тоже, однако, впрочем, причём, причем, притом, поэтому,
    потому, затем, потом, далее, например, к примеру, наконец, напротив, наоборот, следовательно,
    соответственно, итак, ведь, именно, кроме того, более того, помимо того, тем временем,
    тем не менее, вместе с тем, между тем, в результате, в свою очередь, в то же время,
    с другой стороны, с одной стороны, таким образом, во-первых, во-вторых, в-третьих, в частности,
    в итоге, другими словами, иными словами, то есть, вдобавок, к тому же, к слову, кстати, ещё,
    еще, другой, другая, другие, остальные, остальных, аналогичный, аналогичная, аналогичные,
    аналогичную, подобный, подобная, подобные
""")
_ENGLISH_PRONOUNS = _any_of("""
    he, she, it, they, him, her, them, his, hers, its, their, theirs, this, these, that, those,
    such, the latter, the former, there, both
""")
_ENGLISH_BEFORE_PRONOUN = _any_of("""
    about, according to, after, at, because of, before, besides, by, despite, during, for, from, in,
    in addition to, in response to, of, on, since, through, thanks to, to, under, until, with,
    one of, some of, many of, most of, all, all of, both of, each of
""")
_ENGLISH_CONNECTIVES = _any_of("""
    and, but, or, nor, so, yet, also, however, moreover, furthermore, besides, meanwhile,
    nevertheless, nonetheless, therefore, thus, hence, consequently, accordingly, then, later,
    afterwards, finally, instead, similarly, likewise, otherwise, in addition, in particular,
    in turn, in this regard, at the same time, on the other hand, as a result, for example,
    for instance, the same, another, secondly, thirdly, that is
""")
# Pronouns that point at nothing before them. «После того, как…», «Те, кто…», «В этом году…».
_RUSSIAN_FORWARD = (
    r"(?:\s+(?:момента|времени|пор|факт))?,?\s+(?:как|что|чтобы|кто|кого|кому|когда|котор\w+)\b"
    r"|\s+(?:год\w*|месяц\w*|недел\w*|утр\w*|вечер\w*|сред\w+|пятниц\w+|суббот\w+|воскресень\w+"
    r"|понедельник\w*|вторник\w*|четверг\w*|выходны\w+|лет\w+|зим\w+|осен\w+|весн\w+)\b"
)
# "It is reported that…", "There are…", "This week…".
_ENGLISH_EXPLETIVES = (
    r"it(?:['’]s| is| was| has been| will be| became)\b.{0,40}?\b(?:that|to|for|from)\b"
    r"|there(?:['’]s| is| are| was| were| will| has| have)\b|those who\b|so far\b"
    r"|(?:(?:in|on|at|since|during|by|for) )?th(?:is|ese) (?:year|month|week|morning|afternoon"
    r"|evening|summer|winter|spring|autumn|fall|season|weekend|\w+day)\b"
)

_RUSSIAN = re.compile(
    rf"(?:(?:{_RUSSIAN_BEFORE_PRONOUN}\s+)?{_RUSSIAN_PRONOUNS}"
    rf"|{_RUSSIAN_BEFORE_PRONOUN}\s+{_RUSSIAN_OBLIQUE})(?!{_RUSSIAN_FORWARD})"
    rf"|{_RUSSIAN_CONNECTIVES}",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    rf"(?!{_ENGLISH_EXPLETIVES})"
    rf"(?:(?:{_ENGLISH_BEFORE_PRONOUN}\s+)?{_ENGLISH_PRONOUNS}|{_ENGLISH_CONNECTIVES})",
    re.IGNORECASE,
)
# «…действовать так же», «в решении этого кризиса»: the reader may guess, and may guess wrong.
_INSIDE_SIGNS = ("эт", "так", "данно")
_RUSSIAN_INSIDE = re.compile(
    r"\b(?:так же|таким же|такой же|этого|этой|этому|эту|этих|этими|данного|данной|такого|такую)\b"
    rf"(?!{_RUSSIAN_FORWARD})",
    re.IGNORECASE,
)
# «Об этом заявил министр»: what he said is the whole of the sentence before.
_RUSSIAN_REPORT = re.compile(r"об этом\s+(?!год|месяц)", re.IGNORECASE)


def leans_back(russian: str, english: str) -> bool:
    """True if the sentence opens with a pronoun or connective that needs the one before it.

    Both languages are asked: a Russian verb without a subject («Заявил, что…») leans on nothing
    that one can see, until it becomes "He said that…".
    """
    return _leans_in_russian(russian) or _leans_in_english(english)


# the choice asks of a sentence whenever it is made, three times an article
@lru_cache(maxsize=1000)
def _leans_in_russian(text: str) -> bool:
    return bool(_RUSSIAN.match(text, _beginning(text)))


@lru_cache(maxsize=1000)
def _leans_in_english(text: str) -> bool:
    return bool(_ENGLISH.match(text, _beginning(text)))


def _beginning(text: str) -> int:
    """Where the first word is."""
    marks = _LEADING.match(text)
    return marks.end() if marks else 0


@lru_cache(maxsize=1000)
def points_back(russian: str) -> bool:
    """True if something inside the sentence may be known only from the sentence before it."""
    lower = russian.lower()  # few sentences have the signs, and the pattern is slow
    return any(sign in lower for sign in _INSIDE_SIGNS) and bool(_RUSSIAN_INSIDE.search(russian))


def reports_the_one_before(russian: str) -> bool:
    """True for «Об этом заявил министр», which says nothing but whose words those were."""
    return bool(_RUSSIAN_REPORT.match(russian, _beginning(russian)))
