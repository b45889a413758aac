"""Words that change what a number, a date or a claim says: «почти», «в прошлом году», «заявил».

"Seven people died" for «не менее семи человек погибли» keeps the number and loses that it is a
lower bound; "in the past" for «в прошлом году» loses the year. The words for such things are few in
both languages, so their loss can be told: the Russian of WMT 2013–18 has them 2,768 times, and its
references seem to lose 11 (`benchmarks/meaning.py`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_AMOUNT = (
    r"(?=[$€£]?\d|полов|трет|четверт|двух|тр[её]х|четыр|пят|шест|сем|восьм|девят|десят|двадцат|"
    r"тридцат|сорок|ст[оа]|сот|двес|тыс|миллион|млн|млрд|миллиард|одн|дв[ау])"
)
_PREPOSITION = r"(?:(?:на|в|до|с|у|из|за|около)\s+)?"
_PAST = r"(?:прошл|минувш|прошедш|предыдущ)\w+"
_NEXT = r"(?:следующ|будущ|ближайш|предстоящ|грядущ)\w+"
_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|December|"
    "summer|winter|spring|autumn|fall"
)
_BEFORE = (
    r"\b(?:last|past|previous|ago|earlier|prior|before|preceding|yesterday|recent\w*|over|"
    r"(?:19|20)\d\d|year-\w+|that|latter|old)\b"
)
_AFTER = (
    r"\b(?:next|following|coming|upcoming|later|subsequent|forthcoming|future|new|after|ahead|"
    r"within|soon|tomorrow|(?:19|20)\d\d|nearest|second|\w+th|then|near)\b"
)
# Whatever a person writes who reports what another said; without any, a claim has become a fact.
_SAID = (
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|add(?:s|ed|ing)|not(?:es?|ed|ing)|stat\w+|claim\w*|"
    r"expla\w+|report\w*|point\w*|announc\w*|stress\w*|emphasi\w*|according|declar\w*|remark\w*|"
    r"inform\w*|sp(?:eak|oke)\w*|mention\w*|comment\w*|descri\w*|observ\w*|reveal\w*|express\w*|call\w*|"
    r"wr[io]t\w+|talk\w*|clarif\w*|highlight\w*|ask\w*|quot\w*|confirm\w*|recall\w*|insist\w*|words?|"
    r"tweet\w*|acknowledg\w*|admi\w+|warn\w*|argu\w*|indicat\w*|discuss\w*|under(?:lin|scor)\w*|"
    r"specif\w*|repl\w*|respon\w*|g[ai]v\w+|elaborat\w*|conced\w*|cit\w*|advis\w*|relat\w*|recount\w*|"
    r"notif\w*|releas\w*|heard|mark\w*|suggest\w*|maintain\w*|thank\w*|account\w*|conclud\w*|"
    r"disclos\w*|testif\w*|publi\w*|pledg\w*|threat\w*|recogni\w*|assert\w*|signal\w*|alleg\w*|"
    r"believ\w*|opinion|view|think\w*|thought|estimat\w*|remind\w*|went on|counter\w*|cry|crie[sd]|"
    r"promis\w*|accus\w*|continu\w*|deni\w*|agree\w*|read\w*|communicat\w*|share\w*|news|com(?:e|ing)"
    r" forward|attribut\w*|joke\w*|lament\w*|demonstrat\w*|tip\w*|shout\w*|assur\w*|detail\w*|"
    r"urg\w*|posted|vow\w*|complain\w*|let \w+ know|put it)\b"
)
# of the 53 «назвал» in WMT 2013–18 one reference has none of these
_NAMED = (
    r"\b(?:nam(?:e|ed|es|ing)|call|describ|cit(?:e|ing)|list|term|dub|label|refer|identif|point|"
    r"mention|sa(?:y|id)|consider|brand|told|tell|declar|highlight|not(?:e|ing)|stat(?:e|ing)|"
    r"announc|characteri|deem|single|cast|rat(?:e|ing)|title|quot|gave|giv(?:e|ing)|put|set|"
    r"specif|reveal|denounc|slam|prais|hail|class|as\b|known|according|think|thought|believ|"
    r"outlin|explain|report|recogni|select|view|regard|suggest)"
)
_YEAR = rf"\b(?:years?|annual\w*|yearly|year-\w+|(?:19|20)\d\d|season|{_MONTHS})\b"
_WEEK = r"\b(?:weeks?|weekly|weekend|\w+day)\b"
_MONTH = rf"\b(?:months?|monthly|{_MONTHS})\b"


@dataclass(frozen=True, slots=True)
class _Rule:
    """Where the Russian (in lower case: ignoring case made it half as fast) is found, each
    of the English patterns must be. It has one of the `signs`: few sentences have, and to look for
    letters takes a tenth of the time of the pattern."""

    signs: tuple[str, ...]
    russian: re.Pattern[str]
    english: tuple[re.Pattern[str], ...]

    def is_kept(self, target: str) -> bool:
        """True if the English has what it must. That somebody "said" it is asked first: it is what
        most sentences say, and the list of all such verbs takes fifty times as long."""
        if self.english == _SPEECH and _PLAIN_SPEECH.search(target):
            return True
        return all(pattern.search(target) for pattern in self.english)


def _patterns(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)


def _rule(signs: str, russian: str, *english: str) -> _Rule:
    return _Rule(tuple(signs.split()), re.compile(russian), _patterns(*english))


_SPEECH = _patterns(_SAID)
_PLAIN_SPEECH = re.compile(r" said\b")  # one of _SAID


# The English lists hold all that people write, "at least" for «более» too: what is looked for is
# a bound that is gone, not one that is said another way.
_RULES = (
    _rule(
        "мен минимум мере",
        r"\b(?<!тем )(?:не\s+мен(?:ее|ьше)(?:\s+чем)?|как\s+минимум|по\s+меньшей\s+мере|"
        rf"по\s+крайней\s+мере)\s+{_PREPOSITION}{_AMOUNT}",
        r"\b(?:at least|no fewer|no less|not less|not fewer|minimum|more|over|least|older|above|"
        r"higher|exceed\w*|upward\w*|start\w*|from|below|under|less|fewer|as \w+ as|plus|longer)\b|"
        r"\+",
    ),
    _rule(
        "бол свыше",
        rf"(?<!не )\b(?:бол(?:ее|ьше)(?:\s+чем)?|свыше)\s+{_PREPOSITION}{_AMOUNT}",
        r"\b(?:more|over|above|exceed\w*|upward\w*|greater|higher|longer|beyond|past|at least|plus|"
        r"excess|larger|bigger|older|topp?\w*|further|surpass\w*|better than|after|fewer|less|bare|"
        r"dozens?|in (?:their|his|her) \d0s)\b|\+",
    ),
    _rule(
        "мен",
        rf"(?<!не )\b(?:менее|меньше)(?:\s+чем)?\s+{_PREPOSITION}{_AMOUNT}",
        r"\b(?:less|fewer|under|below|within|lower|short\w*|smaller|not even|almost|nearly|younger|"
        r"sub|inside|just|up to|over)\b",
    ),
    _rule(
        "бол",
        rf"\bне\s+бол(?:ее|ьше)(?:\s+чем)?\s+{_PREPOSITION}{_AMOUNT}",
        r"\b(?:at most|no more|not|no longer|no larger|maximum|up to|only|less|fewer|under|within|"
        r"exceed\w*|over|more|limit\w*|most|just|no greater|no older|below|cap\w*|least|to)\b",
    ),
    _rule(
        "почти",
        rf"\bпочти\s+{_PREPOSITION}{_AMOUNT}",
        r"\b(?:almost|nearly|close to|about|around|approximately|roughly|just|some|approach\w*|"
        r"under|virtually|practically|less|more|over|as \w+ as|near|up to|within|not quite|short|"
        r"little)\b",
    ),
    _rule("год", rf"\b{_PAST}\s+год[уа]?\b", _BEFORE.replace("that", rf"that|{_MONTHS}"), _YEAR),
    _rule("год", rf"\b{_NEXT}\s+год[уа]?\b", _AFTER, _YEAR),
    _rule("недел", rf"\b{_PAST}\s+недел[еи]\b", rf"{_BEFORE}|following", _WEEK),
    _rule("недел", rf"\b{_NEXT}\s+недел[еи]\b", _AFTER, _WEEK),
    _rule("месяц", rf"\b{_PAST}\s+месяц[еа]\b", _BEFORE, _MONTH),
    _rule("месяц", rf"\b{_NEXT}\s+месяц[еа]\b", _AFTER, _MONTH),
    # «Об этом заявил министр» says who said it; "the minister spoke" leaves the claim to nobody
    _rule(
        "этом",
        r"^\W*об\s+этом\s+(?!год|месяц)",
        r"\b(?:this|that|it|these|so|such|according|about|reported|the (?:news|information|"
        r"announcement|statement|report)\w*|which|what)\b",
    ),
    _rule(
        "заявил сообщил сказал отметил подчеркнул добавил рассказал пояснил словам",
        r"\b(?:заявил|сообщил|сказал|отметил|подчеркнул|добавил|рассказал|пояснил)[аи]?\b|"
        r"\bпо\s+(?:его\s+|е[её]\s+|их\s+)?словам\b",
        _SAID,
    ),
    # "The prime minister today resigned" for «премьер приняла отставку Джонсона»
    _rule(
        "отставк",
        r"\bприн(?:ял|имает|имают|ять|ята)\w*\s+(?:\w+\s+)?отставк",
        r"\b(?:accept\w*|approv\w*|received?|granted|agreed|confirm\w*|took)\b",
    ),
    _rule(
        "отставк",
        r"\bотправ\w+\s+(?:\w+\s+){0,3}в\s+отставк|\bв\s+отставку\s+отправ",
        r"\b(?:dismiss\w*|fir(?:e|ed|es|ing)|sack\w*|remov\w*|oust\w*|forc\w*|sent|send\w*|"
        r"reliev\w*|let go|pushed|retire\w*|resignation of|depos\w*|discharg\w*|dissol\w*)\b",
    ),
    _rule(
        "минус градус °",
        r"\bминус\s+\d+|(?<![\d\w])[−–-]\d+(?:,\d+)?\s*(?:°|градус)",
        r"\b(?:minus|negative|below|sub-?zero|freez|loss|fell|fall|drop|down|decreas|declin|frost|"
        r"cold)|[−–-]\s?\d",
    ),
    _rule("назвал", r"\bназвал[аи]?\b", _NAMED),
    _rule(
        "этом",
        r"\bв\s+этом\s+году\b",
        r"\b(?:this|current|present|so far|(?:19|20)\d\d|the year|year's|earlier)\b",
    ),
    _rule("этой", r"\bна\s+этой\s+неделе\b", r"\b(?:this|current|week)\b"),
    _rule("вчера", r"\bвчера\b", r"\b(?:yesterday|\w+day|last night|day)\b"),
)


_SIGNS = frozenset(sign for rule in _RULES for sign in rule.signs)


def lost_words(source: str, target: str) -> Iterator[str]:
    """Say which bounds and relative dates of the Russian have nothing in the English."""
    lower = source.lower()
    signs = {sign for sign in _SIGNS if sign in lower}
    for rule in _RULES if signs else ():
        if signs.isdisjoint(rule.signs):
            continue
        found = rule.russian.search(lower)
        if found and not rule.is_kept(target):
            yield f"«{source[found.start() : found.end()].strip()}» is not in it"
