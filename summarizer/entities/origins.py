"""Is a person of Russia or a neighbour, whose names are spelt by letter, or from farther away?"""

from __future__ import annotations

import re

from summarizer.entities import given_names
from summarizer.entities.persons import Person

# with these endings a surname is of Russia or a neighbour, whatever the given name
_NATIVE = re.compile(r"(?:[оеё]в|[сц]кий|[оеё]ва|[сц]кая|дзе|швили|енко)$")
# and with these, if the given name is not foreign: «Шон О'Стин» is O'Steen
_RATHER_NATIVE = re.compile(r"(?:[иы]н|[иы]на|ко|ук|юк|ян)$")
# letters that Russian surnames do not have: «Тэмзин», «Уилкин»
_FOREIGN = re.compile(r"[бвгдзклмнпрстфх]э|^у[аеиоэ]|[ао]у|оглу$", re.IGNORECASE)


def is_native(person: Person) -> bool:
    """By the surname's ending where it tells, else by the given name where a table has it."""
    row = given_names.find(person.given.split(" ")[0]) if person.given else None
    name = (person.surname or person.given).lower()
    if person.patronymic or (_NATIVE.search(name) and not _FOREIGN.search(name)):
        return True
    if row:
        return not row.is_foreign and not name.endswith("оглу")
    return bool(_RATHER_NATIVE.search(name)) and not _FOREIGN.search(name)
