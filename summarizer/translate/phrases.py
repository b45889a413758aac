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

# Russian | the hint; \1 is a group of the Russian | beginnings of words, one of which the English
# must have ("_" is a space). Written after reading what came out; the third column
# until the references of WMT 2013–18 raised no alarm of their own.
_TABLE = r"""
принял[аи]?\s+отставку|принят[оа]\s+отставка | accepted the resignation of |
принять\s+отставку | accept the resignation of |
отправил[аи]?\s+в\s+отставку|отправлен[аы]?\s+в\s+отставку | dismissed |
отправить\s+в\s+отставку | dismiss |
(?<=[а-яё]\s)в\s+отставке(?!\s+\w+[аы]\b) | retired | retire former ex- resign veteran reserve
сложил[аи]?\s+(?:с\s+себя\s+)?полномочия | stepped down | step resign stood gave quit relinquish left leav vacat end laid surrender hand
сложить\s+(?:с\s+себя\s+)?полномочия | step down | step resign stand giv quit relinquish leav vacat end lay surrender hand
освобожд[её]н[аы]?\s+от\s+должности | was relieved of office | reliev dismiss remov fired releas sack resign discharg
снят[аы]?\s+с\s+должности | was removed from office | remov dismiss fired reliev sack oust strip
по\s+собственному\s+желанию | at own request | request own volunt wish accord resign will
указом\s+президента(?:\s+(?:РФ|России))? | by presidential decree | decree order edict executive
исполняющ\w+\s+обязанности | acting | acting interim temporar caretaker stand perform fill
вступил[аи]?\s+в\s+должность | took office | office inaugurat sworn assum took post appoint job became
осужд[её]нн\w+\s+в\s+(\d{4})\s+году | convicted in \1 | convict sentenc found
(?<=\bгода\s)условно|(?<=\bлет\s)условно|(?<=\bгодам\s)условно|(?<=\bмесяцев\s)условно | suspended | suspended probation condition
условно-досрочно | on parole | parol early condition
строгого\s+режима | maximum-security | maximum strict high security tight heighten
общего\s+режима | general-regime | general regime standard ordinary minimum medium normal low
заочно\s+арестова(?:н[аы]?|л[аи]?) | arrested in absentia | absentia
заочно\s+приговор(?:[её]н[аы]?|ил[аи]?) | sentenced in absentia | absentia
в\s+международный\s+розыск | on the international wanted list | want list notice search interpol
в\s+федеральный\s+розыск | on the federal wanted list | want list notice search
(?<=объявлен\s)в\s+розыск|(?<=объявили\s)в\s+розыск|(?<=объявила\s)в\s+розыск | on the wanted list | want list notice search
отказал[аи]?\s+в\s+удовлетворении | dismissed | dismiss reject deni refus turn declin
на\s+новое\s+рассмотрение | for a retrial | retrial new rehear reconsider review again fresh re-
невменяем\w+ | insane | insan mental sane sanity unfit competen
под\s+подписку\s+о\s+невыезде | under travel restrictions | travel recogni not_to_leave leav bail restrict
признательн\w+\s+показани\w+ | confession | confess admi plead
по\s+фиктивн\w+\s+обвинени\w+ | on fabricated charges | fabricat fictit false fake trumped bogus sham
вооруж[её]нн\w+\s+инцидент\w* | armed incident | incident
пропал[аи]?\s+без\s+вести | went missing | missing disappear vanish unaccounted lost
за\s+отсутствием\s+состава\s+преступления | for lack of a crime | crime corpus element offen criminal
оправдательн\w+\s+приговор\w* | acquittal | acquit not_guilty exonerat innocen clear
иностранн\w+\s+агент(?:ом|а)? | foreign agent | foreign
в\s+доход\s+государства | to the state | state budget treasury government
налож\w+\s+вето\s+на | vetoed | veto
вырази(?:л[аи]?|ть)\s+недоверие | passed a vote of no confidence in | confiden distrust mistrust trust
сел[аи]?\s+на\s+мель | ran aground | aground ground strand shoal
(?<!воздушное\s)(?<!воздушного\s)(?<!воздушным\s)судн(?:о|а|у|ом|е) | ship | ship vessel boat craft tanker trawl freight barge ferry cargo bulk yacht
орден\w*\s+Красной\s+Звезды | Order of the Red Star | red_star
терп(?:ит|ят|ящ\w+)\s+бедствие | in distress | distress trouble
лини\w+\s+электропередач[аи]? | power lines | line transmission cable wire
конкурсн\w+\s+производств\w+ | bankruptcy proceedings | bankruptcy receiver liquidat insolven competition
(?<=вв[её]ден\s)в\s+эксплуатацию|(?<=введена\s)в\s+эксплуатацию|(?<=ввести\s)в\s+эксплуатацию | into operation | operati service commission open launch use
перен(?:ес[её]н[аыо]?|ес(?:ла|ли)?|[её]с)\s+на\s+((?:19|20)\d\d)\s+год | postponed to \1 | postpon delay mov push resched put defer shift
вылетел[аи]?\s+из\s+(?=высш|премьер|элит|лиг) | was relegated from | relegat drop demot
в\s+состоянии\s+средней\s+тяжести | in moderate condition | moderate serious medium stable fair average
мирн(?:ый\s+житель|ого\s+жителя|ому\s+жителю|ым\s+жителем) | civilian | civil resident inhabitant people
мирны(?:е\s+жители|х\s+жителей|м\s+жителям|ми\s+жителями) | civilians | civil resident inhabitant people
(?:от|вы)пусти(?:л[аи]?|ть)\s+под\s+залог|(?:отпущен|выпущен|освобожд[её]н)[аы]?\s+под\s+залог | released on bail | bail bond secur
назначил[аи]?\s+(?:досрочные|внеочередные)\s+выборы | called early elections | early snap
распустил[аи]?\s+парламент | dissolved parliament | dissol disband
мирн(?:ый|ого|ому|ым|ом)\s+договор\w* | peace treaty | peace
представи(?:лся|лась|лись)\s+(?=сотрудник|полицейск|врач|следовател|работник) | posed as | pos pretend introduc imperson claim present identif
на\s+фоне(?=\s+(?:скандал|новост|падени|рост|сообщени|санкци|кризис|эпидеми|пандеми|войн|протест|конфликт|угроз|снижени|опасени)) | amid | amid against background back_of over during as with because due after context while
в\s+одностороннем\s+порядке | unilaterally | unilateral one-sided
на\s+неопредел[её]нн\w+\s+срок | indefinitely | indefinite undetermin uncertain unspecif unknown
сош(?:[её]л|ла|ли|ло)\s+с\s+рельсов | derailed | derail off_the left_the jump
не\s+справил(?:ся|ась|ись)\s+с\s+управлением | lost control | control
совершил[аи]?\s+наезд\s+на | hit | hit struck run_over ran_over knock collid drove drive
встречн\w+\s+полос\w+ | oncoming lane | oncoming opposite wrong head-on incoming
церемони\w+\s+прощания | farewell ceremony | farewell funeral goodbye memorial parting wake
просуществовал[аио]?\s+до | existed until | until till disband broke ceas close to_ lasted
безвозмездно | free of charge | free gratis donat charge grant gift given
по\s+состоянию\s+на | as of | as_of as_at by on
из\s+большого\s+спорта | from professional sport | sport retire career
военно-техническ\w+ | military-technical | militar
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
    russian: re.Pattern[str]
    english: str
    kept: re.Pattern[str]


def find_phrases(text: str) -> Iterator[Phrase]:
    """The phrases of a sentence, in the order of the table."""
    if not _any().search(text):
        return
    for row in _rows():
        for match in row.russian.finditer(text):
            yield Phrase(match.start(), match.end(), match.expand(row.english), row.kept)


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
    russian, english, kept = (column.strip() for column in re.split(r"\s+\|\s*", line, maxsplit=2))
    beginnings = "|".join(re.escape(word).replace("_", " ") for word in kept.split())
    return _Row(
        re.compile(rf"\b(?:{russian})\b", re.IGNORECASE),
        english,
        re.compile(rf"\b(?:{beginnings})", re.IGNORECASE),
    )


def _year_of_life(end: str, suffix: str) -> _Row:
    return _Row(
        re.compile(rf"\bна\s+(\d*{end})-м\s+году\s+жизни\b"),
        rf"in the \g<1>{suffix} year of life",
        re.compile(r"\byear of\b|\bage[d ]"),
    )


@lru_cache(maxsize=1)
def _any() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{row.russian.pattern})" for row in _rows()), re.IGNORECASE)
