"""Chinese names in Russian letters (Palladius' system) to pinyin: «Яосян» is Yaoxiang."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import product

# surnames that open a Chinese name of two or three syllables; not those that Russian given names
# or words share («Лев», «Тан»)
_SURNAMES = frozenset(
    "ван ли чжан лю чэнь ян хуан чжао чжоу сюй сунь чжу ху линь го хэ гао лян чжэн ло сун се хань "
    "фэн дэн цао пэн цзэн сяо тянь дун юань пань цай цзян юй ду е чэн вэй сыма жэнь яо лу цуй "
    "чжун тань фань цзинь ши ляо цзя ся фу фан цзоу сюн бай мэн цинь цю хоу ин сюэ янь лэй лун "
    "тао хэ гу мао хао гун шао вань цянь ян си".split()
)
_INITIALS = dict(
    zip(
        "б п м ф д т н л г к х чж ч ш ж".split(),
        "b p m f d t n l g k h zh ch sh r".split(),
        strict=True,
    )
)
_HARD, _SOFT = {"цз": "z", "ц": "c", "с": "s"}, {"цз": "j", "ц": "q", "с": "x"}
_VOWELS = "аеиоуыэюя"
_HARD_FINALS = dict(
    zip(
        "а ай ань ан ао э эй энь эн оу у уа уай уань уан уй уэй унь ун ы".split(),
        "a ai an ang ao e ei en eng ou u ua uai uan uang ui ui un ong i".split(),
        strict=True,
    )
)
_SOFT_FINALS = dict(
    zip(
        "и инь ин я янь ян яо е ю юй юань юнь юэ юн".split(),
        "i in ing ia ian iang iao ie iu u uan un ue iong".split(),
        strict=True,
    )
)
_BARE = dict(
    zip(
        "а ай ань ан ао э эр и инь ин я янь ян яо е ю юй юань юнь юэ юн "
        "у ва вай вань ван вэй вэнь вэн во о оу".split(),
        "a ai an ang ao e er yi yin ying ya yan yang yao ye you yu yuan yun yue yong "
        "wu wa wai wan wang wei wen weng wo o ou".split(),
        strict=True,
    )
)


def is_surname(word: str) -> bool:
    return word.lower() in _SURNAMES


def pinyin(word: str) -> str:
    """The pinyin of one word, "" where it is not made of Chinese syllables."""
    pieces = [_syllables(piece) for piece in word.lower().split("ъ")]
    return "".join("".join(piece) for piece in pieces).capitalize() if all(pieces) else ""


@lru_cache(maxsize=5_000)
def _syllables(word: str) -> tuple[str, ...]:
    for length in range(min(len(word), 6), 0, -1):
        latin = _table().get(word[:length])
        # «Хунань» is Hu-nan: Hong-an would be written «Хунъань»
        if word[length - 1] == "н" and word[length : length + 1] in tuple(_VOWELS):
            continue
        if latin and length == len(word):
            return (latin,)
        rest = _syllables(word[length:]) if latin else ()
        if latin and rest:
            return (latin, *rest)
    return ()


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    table = {i + f: a + b for (i, a), (f, b) in product(_INITIALS.items(), _HARD_FINALS.items())}
    table |= {i + f: a + b for (i, a), (f, b) in product(_INITIALS.items(), _SOFT_FINALS.items())}
    table |= {i + f: a + b for (i, a), (f, b) in product(_HARD.items(), _HARD_FINALS.items())}
    table |= {i + f: a + b for (i, a), (f, b) in product(_SOFT.items(), _SOFT_FINALS.items())}
    # «го» is guo, but «бо» bo
    labials = frozenset("бпмф")
    for initial, latin in (*_INITIALS.items(), *_HARD.items()):
        table[f"{initial}о"] = f"{latin}{'o' if initial in labials else 'uo'}"
        if re.fullmatch("чж|ч|ш|ж", initial):
            table[f"{initial}и"] = f"{latin}i"
    return table | _BARE
