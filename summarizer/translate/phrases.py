"""Set phrases of the news that a small model turns into another story, and their English.

«Тереза Мэй приняла отставку Джонсона» was "Theresa May has resigned", «условно» "on the condition
that he pay restitution", «сошёл с рельсов» "came to a stop on the tracks", all of it fluent. Each
phrase is told to the model as a hint, and a translation without any of its words is doubted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

# A sign that every such sentence has, in lower case | Russian | the hint; \1 is a group of the
# Russian | beginnings of words, one of which the English must have ("_" is a space). Written after
# reading what came out; the last column was widened until the references of WMT 2013–18 raised no
# alarm of their own. It is empty where `guards/wording.py` looks for the phrase with something
# between its words.
_TABLE = r"""
отставк | принял[аи]?\s+отставку|принят[оа]\s+отставка | accepted the resignation of |
отставк | принять\s+отставку | accept the resignation of |
отставк | отправил[аи]?\s+в\s+отставку|отправлен[аы]?\s+в\s+отставку | dismissed |
отставк | отправить\s+в\s+отставку | dismiss |
отставк | (?:(?<=генерал\s)|(?<=генерала\s)|(?<=генералом\s)|(?<=полковник\s)|(?<=полковника\s)|(?<=полковником\s)|(?<=майор\s)|(?<=майора\s)|(?<=майором\s)|(?<=капитан\s)|(?<=капитана\s)|(?<=лейтенант\s)|(?<=лейтенанта\s)|(?<=офицер\s)|(?<=офицера\s)|(?<=офицеры\s)|(?<=офицеров\s)|(?<=адмирал\s)|(?<=адмирала\s)|(?<=адмиралом\s)|(?<=судья\s)|(?<=судьи\s)|(?<=маршал\s))в\s+отставке | retired | retire former ex- resign veteran reserve
полномоч | сложил[аи]?\s+(?:с\s+себя\s+)?полномочия | stepped down | step resign stood gave quit relinquish left leav vacat end laid surrender hand
полномоч | сложить\s+(?:с\s+себя\s+)?полномочия | step down | step resign stand giv quit relinquish leav vacat end lay surrender hand
должност | освобожд[её]н[аы]?\s+от\s+должности | was relieved of office | reliev dismiss remov fired releas sack resign discharg
должност | снят[аы]?\s+с\s+должности | was removed from office | remov dismiss fired reliev sack oust strip
желанию | по\s+собственному\s+желанию | at own request | request own volunt wish accord resign will
указом | указом\s+президента(?:\s+(?:РФ|России))? | by presidential decree | decree order edict executive
обязанности | исполняющ\w+\s+обязанности | acting | acting interim temporar caretaker stand perform fill
должност | вступил[аи]?\s+в\s+должность | took office | office inaugurat sworn assum took post appoint job became
осужд | осужд[её]нн\w+\s+в\s+(\d{4})\s+году | convicted in \1 | convict sentenc found
условно | (?<=\bгода\s)условно|(?<=\bлет\s)условно|(?<=\bгодам\s)условно|(?<=\bмесяцев\s)условно | suspended | suspended probation condition
условно | условно-досрочно | on parole | parol early condition
режима | строгого\s+режима | maximum-security | maximum strict high security tight heighten
режима | общего\s+режима | general-regime | general regime standard ordinary minimum medium normal low
заочно | заочно\s+арестова(?:н[аы]?|л[аи]?) | arrested in absentia | absentia
заочно | заочно\s+приговор(?:[её]н[аы]?|ил[аи]?) | sentenced in absentia | absentia
розыск | в\s+международный\s+розыск | on the international wanted list | want list notice search interpol
розыск | в\s+федеральный\s+розыск | on the federal wanted list | want list notice search
розыск | (?<=объявлен\s)в\s+розыск|(?<=объявили\s)в\s+розыск|(?<=объявила\s)в\s+розыск | on the wanted list | want list notice search
удовлетворении | отказал[аи]?\s+в\s+удовлетворении | dismissed | dismiss reject deni refus turn declin
рассмотрение | на\s+новое\s+рассмотрение | for a retrial | retrial new rehear reconsider review again fresh re-
невменяем | невменяем\w+ | insane | insan mental sane sanity unfit competen
подписку | под\s+подписку\s+о\s+невыезде | under travel restrictions | travel recogni not_to_leave leav bail restrict
признательн | признательн\w+\s+показани\w+ | confession | confess admi plead
фиктивн | по\s+фиктивн\w+\s+обвинени\w+ | on fabricated charges | fabricat fictit false fake trumped bogus sham
инцидент | вооруж[её]нн\w+\s+инцидент\w* | armed incident | incident
вести | пропал[аи]?\s+без\s+вести | went missing | missing disappear vanish unaccounted lost
преступления | за\s+отсутствием\s+состава\s+преступления | for lack of a crime | crime corpus element offen criminal
оправдательн | оправдательн\w+\s+приговор\w* | acquittal | acquit not_guilty exonerat innocen clear
иностранн | иностранн\w+\s+агент(?:ом|а)? | foreign agent | foreign
государства | в\s+доход\s+государства | to the state | state budget treasury government
вето | налож\w+\s+вето\s+на | vetoed | veto
недоверие | вырази(?:л[аи]?|ть)\s+недоверие | passed a vote of no confidence in | confiden distrust mistrust trust
мель | сел[аи]?\s+на\s+мель | ran aground | aground ground strand shoal
судн | (?<!воздушное\s)(?<!воздушного\s)(?<!воздушным\s)судн(?:о|а|у|ом|е) | ship | ship vessel boat craft tanker trawl freight barge ferry cargo bulk yacht
звезд | орден\w*\s+Красной\s+Звезды | Order of the Red Star | red_star
бедствие | терп(?:ит|ят|ящ\w+)\s+бедствие | in distress | distress trouble
электропередач | лини\w+\s+электропередач[аи]? | power lines | line transmission cable wire
производств | конкурсн\w+\s+производств\w+ | bankruptcy proceedings | bankruptcy receiver liquidat insolven competition
вести | (?<=вв[её]ден\s)в\s+эксплуатацию|(?<=введена\s)в\s+эксплуатацию|(?<=ввести\s)в\s+эксплуатацию | into operation | operati service commission open launch use
перен | перен(?:ес[её]н[аыо]?|ес(?:ла|ли)?|[её]с)\s+на\s+((?:19|20)\d\d)\s+год | postponed to \1 | postpon delay mov push resched put defer shift
вылетел | вылетел[аи]?\s+из\s+(?=высш|премьер|элит|лиг) | was relegated from | relegat drop demot
тяжести | в\s+состоянии\s+средней\s+тяжести | in moderate condition | moderate serious medium stable fair average
жител | мирн(?:ый\s+житель|ого\s+жителя|ому\s+жителю|ым\s+жителем) | civilian | civil resident inhabitant people
жител | мирны(?:е\s+жители|х\s+жителей|м\s+жителям|ми\s+жителями) | civilians | civil resident inhabitant people
залог | (?:от|вы)пусти(?:л[аи]?|ть)\s+под\s+залог|(?:отпущен|выпущен|освобожд[её]н)[аы]?\s+под\s+залог | released on bail | bail bond secur
выборы | назначил[аи]?\s+(?:досрочные|внеочередные)\s+выборы | called early elections | early snap
парламент | распустил[аи]?\s+парламент | dissolved parliament | dissol disband
договор | мирн(?:ый|ого|ому|ым|ом)\s+договор\w* | peace treaty | peace
представи | представи(?:лся|лась|лись)\s+(?=сотрудник|полицейск|врач|следовател|работник) | posed as | pos pretend introduc imperson claim present identif
фоне | на\s+фоне(?=\s+(?:скандал|новост|падени|рост|сообщени|санкци|кризис|эпидеми|пандеми|войн|протест|конфликт|угроз|снижени|опасени)) | amid | amid against background back_of over during as with because due after context while
порядке | в\s+одностороннем\s+порядке | unilaterally | unilateral one-sided
срок | на\s+неопредел[её]нн\w+\s+срок | indefinitely | indefinite undetermin uncertain unspecif unknown
рельсов | сош(?:[её]л|ла|ли|ло)\s+с\s+рельсов | derailed | derail off_the left_the jump
управлением | не\s+справил(?:ся|ась|ись)\s+с\s+управлением | lost control | control
наезд | совершил[аи]?\s+наезд\s+на | hit | hit struck run_over ran_over knock collid drove drive
встречн | встречн\w+\s+полос\w+ | oncoming lane | oncoming opposite wrong head-on incoming
церемони | церемони\w+\s+прощания | farewell ceremony | farewell funeral goodbye memorial parting wake
просуществовал | просуществовал[аио]?\s+до | existed until | until till disband broke ceas close to_ lasted
безвозмездно | безвозмездно | free of charge | free gratis donat charge grant gift given
состоянию | по\s+состоянию\s+на | as of | as_of as_at by on
спорта | из\s+большого\s+спорта | from professional sport | sport retire career
военно-техническ | военно-техническ\w+ | military-technical | militar
"""  # noqa: E501


@dataclass(frozen=True, slots=True)
class Phrase:
    """A set phrase in a sentence, offsets into its text."""

    start: int
    stop: int
    english: str
    kept: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class _Row:
    sign: str
    russian: re.Pattern[str]
    english: str
    kept: re.Pattern[str]


# asked for the hints of a sentence, and again for each translation of it
@lru_cache(maxsize=1000)
def find_phrases(text: str) -> tuple[Phrase, ...]:
    """The phrases of a sentence, in the order of the table."""
    lower = text.lower()  # to look for a sign takes a fiftieth of the time of the patterns
    return tuple(
        Phrase(match.start(), match.end(), match.expand(row.english), row.kept)
        for row in [row for row in _rows() if row.sign in lower]
        for match in row.russian.finditer(text)
    )


def lost_phrases(source: str, target: str) -> Iterator[str]:
    """Say which phrases of the Russian have nothing in the English."""
    for phrase in find_phrases(source):
        if not phrase.kept.search(target):
            yield f"«{source[phrase.start : phrase.stop]}» ({phrase.english}) is not in it"


@lru_cache(maxsize=1)
def _rows() -> tuple[_Row, ...]:
    rows = [_row(line) for line in _TABLE.strip().splitlines()]
    # «на 85-м году жизни» is at 84: the model writes "at the age of 85"
    return (*rows, *(_year_of_life(end, suffix) for end, suffix in _ORDINALS))


_ORDINALS = (
    (r"(?<!1)1", "st"),
    (r"(?<!1)2", "nd"),
    (r"(?<!1)3", "rd"),
    (r"(?:[04-9]|(?<=1)[1-3])", "th"),
)


def _row(line: str) -> _Row:
    columns = re.split(r"\s+\|\s*", line, maxsplit=3)
    sign, russian, english, kept = (column.strip() for column in columns)
    beginnings = "|".join(re.escape(word).replace("_", " ") for word in kept.split())
    return _Row(
        sign,
        re.compile(rf"\b(?:{russian})\b", re.IGNORECASE),
        english,
        re.compile(rf"\b(?:{beginnings})", re.IGNORECASE),
    )


def _year_of_life(end: str, suffix: str) -> _Row:
    return _Row(
        "жизни",
        re.compile(rf"\bна\s+(\d*{end})-м\s+году\s+жизни\b"),
        rf"in the \g<1>{suffix} year of life",
        re.compile(r"\byear of\b|\bage[d ]"),
    )
