"""Is a person of Russia or a neighbour, whose names are spelt by letter, or from farther away?"""

from __future__ import annotations

import re

from summarizer.entities import given_names
from summarizer.entities.persons import Person

# with these endings a surname is of Russia or a neighbour, whatever the given name
_NATIVE_SURNAME = re.compile(
    r"(?:[оеё]в|[иы]н|[сц]кий|[оеё]ва|[иы]на|[сц]кая|ко|ук|юк|дзе|швили|ян)$"
)


def is_native_surname(surname: str) -> bool:
    return bool(_NATIVE_SURNAME.search(surname))


def is_native(person: Person) -> bool:
    """By the given name where a table has it, else by the ending of the surname."""
    row = given_names.find(person.given.split(" ")[0]) if person.given else None
    if person.patronymic or is_native_surname(person.surname):
        return True
    return bool(row and not row.is_foreign)
