"""Words that make another story of a sentence, where nothing in the Russian says so.

The chief inspector of a department came out as "Egypt's Minister of Tourism", «Причина стоит
искать…» as "The reason for the lawsuit". People add such words hardly ever: of 17,820 references of
WMT 2013–18 these rules doubt 20.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from summarizer.entities.russian.morphology import plain

# English words: what a Russian sentence must have for one of them. A part of a word suffices
# («стрел» is in «застрелен»); _ is a word's border.
_FOUNDED_BY = {
    # offices
    "minister ministers": "министр премьер _глава_ _главы_ _главе_ _главу_ _главой_ _главами_"
    " замглав руковод канцлер секретар шеф _минфин _минобр _миноб _минздрав _минюст _минэк _минпром"
    " _минэн _минтранс _минсель _минкульт _минспорт _минприр _минстрой _минцифр _минтруд кабин"
    " кабмин визир _мид_ _мида_ _миде_ _мвд_ правит пастор священ служит",
    "president presidents": "президент _глава_ _главы_ _главе_ _главу_ _главой_ _главами_ руковод"
    " председател лидер кремл _белого_дома_ ректор",
    "ambassador ambassadors": "посол _посла_ _послу_ _послом_ _после_ _послы_ _послов_ _послам"
    " диплом постпред полпред представител _лиц",
    "governor governors": "губерн _глава_ _главы_ _главе_ _главу_ _главой_ врио замглав председат"
    " управля правител руковод наместн",
    "mayor mayors": "мэр градонач _глава_ _главы_ _главе_ _главу_ _главой_ бургомистр голова",
    "chancellor chancellors": "канцлер ректор минист минфин казначе",
    "prosecutor prosecutors": "прокур обвин следств следоват юрист",
    "senator senators": "сенат совфед _член",
    "judge judges": "суд жюри арбитр рефери",
    "deputy deputies": "зам депут вице помощ парлам думц сенат народн _член",
    "professor professors": "проф препод учен педагог доктор доцент декан",
    "spokesman spokeswoman spokesperson spokespeople spokesmen": "представ пресс спикер официал"
    " секретар говор",
    "patriarch patriarchs bishop bishops archbishop": "патри еписк папа понтиф владык архи"
    " митропол",
    "coach coaches": "трен наставн коуч специалист рулев автобус педагог карет вагон",
    # violence and death
    "killed murdered assassinated": "уби погиб смерт умер жертв сконч гибел стрел казн леталь унес"
    " взорв зарез уничт гибн труп умир умр ликвид подорв расправ задав сби жизн растерз мертв _пал_"
    " павш лишил загрыз утон потер задуш забил пропал",
    "died death deaths": "уби погиб смерт умер жертв сконч гибел стрел казн леталь унес взорв"
    " зарез гибн труп умир умр мертв кончин жизн покойн _тело_ _тела_ дох поминк похор памят жив"
    " _пал_ павш утон суицид самоуб останк утрат конец могил прош загроб ушел ушл потер скелет"
    " задуш уход _не_стал",
    "wounded injured": "ран травм постра увеч повре ушиб покал ожог перелом контуз пораж получил"
    " больн лазар слом",
    "rape raped rapist raping": "насил секс домог совращ надруг",
    "hostage hostages": "залож захват плен удерж",
    "terror terrorist terrorists terrorism": "терр теракт боевик ужас экстрем смерт страх кошмар",
    "explosion explosions bomb bombs bombing bombings": "взр бомб подр теракт терр детон снаряд"
    " заминир налет обстрел фугас _мин граната вспыш смертник",
    "suicide suicides": "самоуб суици смерт _руки_ покончи шахид повес камикад подр застрел",
    "war wars": "вой вою воен воев войн боев _бой_ _бои_ конфл фронт _1941 _1945 сраж _вов_ побед"
    " битв противост бор вражд сопер батали фашис",
    # the law
    "lawsuit lawsuits": "_иск_ _иска_ _иску_ _иском_ _иске_ _иски_ _исков _искам_ _суд засуд тяжб"
    " процесс подал _дело_ _дела_ заявлен",
    "arrest arrested arrests": "арест задерж взят страж схва пойма останов заключ сизо посад кардио"
    " попал захват сердц",
    "sentenced": "пригов осужд суд срок наказ заключ назнач казн лет год",
    "prison jail": "тюр колон заключ сизо изолят камер свобод срок _лет_ год решет застен арест"
    " сид зэк посад каторг _зон",
    "police policeman policemen": "полиц мили _мвд_ охран _гаи_ гибдд силов коп участков детект"
    " карабин _увд_ _гувд_ следств омон скотланд органы внутрен патрул _дпс_ сотрудник офицер"
    " констебл _овд_ жандарм сыщик оперативн шериф наряд спецназ",
    "robbery robberies robbed robber robbers": "граб разбо налет похи краж вор воро обчист",
    "fraud frauds fraudulent": "мошен обман фальси махин афер подлог подтас жуль хищ поддел растрат"
    " злоупотр вброс лохотрон",
    "blackmail blackmailed": "шантаж вымог угро",
    "bail": "залог поручит выкуп взнос внес",
    "restitution": "возмещ реститу компенс возвра",
    "espionage spy spies spying": "шпион развед агент слеж шпик лазутч следит",
    "torture tortured": "пыт истяз муч терза издева",
    "genocide": "геноц",
    # politics and work
    "election elections": "выбор избир избр баллот _цик_ голос электор президентские"
    " парламентск кампан переизб",
    "coup coups": "переворот путч мятеж госпер хунт сверж удар захват",
    "resign resigned resigns resigning resignation": "отстав уйти ушел ушл уход пост покин увол"
    " полномоч подал смир заявлен остав слож кресл доброволь должност",
    # the time of day
    "evening evenings": "вечер ноч закат накануне сумер ужин раут концерт дня час _16 _17 _18 _19"
    " _20 _21 _22 _23",
    "morning mornings": "утр рассв завтр ноч вчера днем час сегодня _4 _5 _6 _7 _8 _9 _04 _05 _06"
    " _07 _08 _09 _10 _11",
}
# The same for words with a capital, of which names of bodies are made: the Museum of the Bible
# came out as "Washington Museum of History and Art".
_NAMED_BY = {
    "History Historical": "истор",
    "Art Arts": "искусств худож арт _ар_ творч эрмитаж",
    "Science Sciences Scientific": "наук науч учен _сьянс",
    "Technology Technologies Technological Technical": "техн специалист",
    "Medicine Medical": "медиц врач здрав мед лечеб клини",
    "Health Healthcare": "здоров здрав медиц",
    "Education Educational": "образов учеб просвещ обуч педаг школ физкульт",
    "Culture Cultural": "культур",
    "Sport Sports": "спорт физкульт лужник",
    "Trade": "торг проф минэкономразвит",
    "Agriculture Agricultural": "сель агро аграр земледел",
    "Energy": "энерг",
    "Transport Transportation": "транс дорож перевоз метро",
    "Justice": "юст правос справедл суд джаст",
    "Economic Economics Economy": "эконом домовод",
    "Development": "развит разработ строит",
    "Department Departments": "департ министер министр ведомств управлен отдел госдеп факульт"
    " кафедр надзор служб комитет полиц _мин _мид",
    "Ministry Ministries": "министер министр ведомств _мин _мид",
    "Academy": "академ",
    "University": "универ вуз институт академ колледж школ госун гу_",
    "Institute": "инстит смольн",
    "Museum": "музе эрмитаж галер",
    "Theatre Theater": "театр опер большо драм",
    "Bank": "банк сбер берег",
    "Hospital": "больни клиник госпит медиц роддом",
    "Church": "церк храм собор часов патриарх",
    "Defence Defense": "оборон воен вооруж защит",
    "Interior": "внутренн департамент",
    "Finance Financial": "финанс минфин",
    "Labour Labor": "труд лейбор рабоч",
    "Security": "безопас охран совбез защит",
    "Investigative Investigation Investigations": "следств расслед следком розыск",
    "Women": "женщ жен",
    "Youth": "молод юн",
    "Environment Environmental": "эколог природ окруж сред",
    "Space": "косм пространств хаббл",
    "Navy Naval": "флот морск",
    "Nuclear": "ядер атом",
    "Supreme": "верхов высш",
    "Representatives": "представит палат конгресс",
    "Senate": "сенат верхн палат",
    "Congress": "конгресс съезд собрани",
    "Commons": "общин палат",
    "Constitutional": "конституц",
    "Democratic Democrats Democrat": "демократ демпарт",
    "Republican Republicans": "республик",
    "Communist": "коммун компарт",
    "Conservative Conservatives": "консерв тори",
}
_WORD = re.compile(r"[^\W_]+")
# of a body, whose English may have any word; what states are called says nothing
_ACRONYM = re.compile(r"\b(?!(?:США|РФ|ЕС|СССР|ОАЭ|КНР|ФРГ|КНДР|РТ)\b)[А-ЯЁ]{2,7}\b")


def _signs(founded: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {
        word: tuple(sign.replace("_", " ") for sign in russian.split())
        for words, russian in founded.items()
        for word in words.split()
    }


_SIGNS, _NAME_SIGNS = _signs(_FOUNDED_BY), _signs(_NAMED_BY)


def unfounded_words(source: str, target: str) -> Iterator[str]:
    """Say which words of the English have nothing in the Russian that they may come from."""
    wanted = dict(_wanted(source, target))
    if not wanted:
        return
    russian = f" {' '.join(_WORD.findall(plain(source)))} "
    for word, signs in wanted.items():
        is_quoted = word.lower() in russian  # «газета Evening Standard»
        if not is_quoted and not any(sign in russian for sign in signs):
            yield f"nothing in the Russian says “{word}”"


def _wanted(source: str, target: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The words of the English that must be founded, and by what. Of words in names none where
    the Russian has an acronym: «РАН» is the Russian Academy of Sciences."""
    words = _WORD.findall(target)
    for word in words:
        if signs := _SIGNS.get(word.lower()):
            yield word, signs
    named = [word for word in words[1:] if word in _NAME_SIGNS]
    if named and not _ACRONYM.search(source):
        yield from ((word, _NAME_SIGNS[word]) for word in named)
