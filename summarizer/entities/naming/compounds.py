"""English places that Russian writes with a hyphen: «Эджвер-роуд» is Edgware Road, «Лейк-Плэсид»
Lake Placid."""

from __future__ import annotations

from itertools import product

from summarizer.entities.known import gazetteer, given_names
from summarizer.entities.naming import foreign
from summarizer.entities.russian.morphology import is_common_noun, plain

_FIRST = {
    "форт": ("Fort", "Ft."),
    "порт": ("Port",),
    "лейк": ("Lake",),
    "маунт": ("Mount", "Mt."),
    "нью": ("New",),
    "сент": ("St.", "St", "Saint"),
    "ист": ("East",),
    "вест": ("West",),
    "уэст": ("West",),
    "норт": ("North",),
    "саут": ("South",),
    "грейт": ("Great",),
    "литл": ("Little",),
}
_LAST = dict(
    zip(
        "стрит авеню роуд лейн сквер плейс плаза плаз драйв хаус холл парк бич сити ривер крик лейк хилл "
        "хиллс хиллз айленд бридж гарден гарденс бей бэй вейл вэлли фолс спрингс плейнс каунти маунтин "
        "кросс тауэр билдинг корт гейт пойнт хайтс ридж рок".split(),
        "Street Avenue Road Lane Square Place Plaza Plaza Drive House Hall Park Beach City River "
        "Creek Lake Hill Hills Hills Island Bridge Garden Gardens Bay Bay Vale Valley Falls Springs "
        "Plains County Mountain Cross Tower Building Court Gate Point Heights Ridge Rock".split(),
        strict=True,
    )
)
_MOST = 12


def spellings(russian: str) -> tuple[str, ...]:
    """Likeliest first; () for what is no such place."""
    parts = russian.split("-")
    if not 1 < len(parts) < 4 or " " in russian or not russian[0].isupper():
        return ()
    if parts[-1].islower() and is_common_noun(parts[0]):
        return ()  # «Бизнес-парк»
    first, last = _FIRST.get(plain(parts[0]), ()), _LAST.get(plain(parts[-1]), "")
    if not first and not last:
        return ()
    inner = parts[bool(first) : len(parts) - bool(last)]
    options = [first or (), *map(_own, inner), (last,) if last else ()]
    if not inner or not all(options[1:-1]):
        return ()
    found = product(*(option for option in options if option))
    return tuple(" ".join(words) for words in found)[:_MOST]


def _own(part: str) -> tuple[str, ...]:
    """By a table where one has it: «Вашингтон-сквер», «Смит-сквер»."""
    place = gazetteer.find_common(part)
    if place is not None:
        return (place.english,)
    row = given_names.find(part)
    given = (row.english,) if row and row.is_foreign else ()
    return given or given_names.foreign_surname(part)[:2] or foreign.spellings(part)[:3]
