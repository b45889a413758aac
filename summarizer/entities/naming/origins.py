"""Is a person of Russia or a neighbour, whose names are spelt by letter, or from farther away?"""

from __future__ import annotations

import re

from summarizer.entities.known import given_names
from summarizer.entities.russian.morphology import is_known
from summarizer.entities.russian.persons import Person

# with these endings a surname is of Russia or a neighbour, whatever the given name
_NATIVE = re.compile(r"(?:[оеё]в|[чжшщ]ий|[нр]ый|[сц]кий|[оеё]ва|[сц]кая|дзе|швили|енко)$")
# and with these, if the given name is not foreign: «Шон О'Стин» is O'Steen
_RATHER_NATIVE = re.compile(r"(?:[иы]н|[иы]на|ко|ук|юк|ян)$")
# letters that Russian surnames do not have: «Тэмзин», «Уилкин»
_FOREIGN = re.compile(r"[бвгдзклмнпрстфх]э|^у[аеиоэ]|[ао]у|оглу$", re.IGNORECASE)


# endings of places in Russia and near it, and of its streets and squares
_NATIVE_PLACE = re.compile(
    r"(?:ск|[оеё]во?|[иы]но?|ка|ки|[иыо]й|ая|ое|ье|ия|ный|гор|град|горск|бург|поль|аул|кент|стан|"
    r"ша|ха|ны|цы|чи|ры|ль|сть|та|ма|га)$"
)


def is_far_place(place: str) -> bool:
    """A place that no dictionary knows and that has no ending of the places near Russia."""
    return not any(
        is_known(word) or _NATIVE_PLACE.search(word.lower()) for word in re.split("[ -]", place)
    )


def is_native(person: Person) -> bool:
    """By the surname's ending where it tells, else by the given name where a table has it."""
    row = given_names.find(person.given.split(" ")[0]) if person.given else None
    name = (person.surname or person.given).lower()
    if person.patronymic or (_NATIVE.search(name) and not _FOREIGN.search(name)):
        return True
    if row:
        return not row.is_foreign and not name.endswith("оглу")
    return bool(_RATHER_NATIVE.search(name)) and not _FOREIGN.search(name)
