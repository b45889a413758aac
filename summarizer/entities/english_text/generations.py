"""Jr. and Sr., without which a son is his father: "Donald Trump Jr.", "the younger Trump"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from summarizer.types import Entity

# by the Russian word: the suffix that is written, and how else a name may be put
_ENGLISH = {
    "младший": ("Jr.", ("{} Jr", "{}, Jr", "{} Junior", "{} the Younger", "younger {}", "{} II")),
    "старший": ("Sr.", ("{} Sr", "{}, Sr", "{} Senior", "{} the Elder", "elder {}", "older {}")),
}
_SUFFIX = re.compile(r",? (?:Jr|Sr|Junior|Senior|the (?:Younger|Elder))\b\.?$")
_MOST = 6  # spellings of one name that are looked for in every form


def with_generation(name: str, generation: str) -> str:
    """ "Donald Trump Jr." for «младший»."""
    return f"{name} {_ENGLISH[generation][0]}"


def accepted_forms(names: Iterable[str], generation: str) -> Iterator[str]:
    """Every way to say which of the two is meant, for the spellings of a name, likeliest first."""
    suffix, patterns = _ENGLISH[generation]
    for name in list(names)[:_MOST]:
        yield f"{name} {suffix}"
        yield from (pattern.format(name) for pattern in patterns)


def without_suffix(name: str) -> str:
    """ "Donald Trump" of "Donald Trump Jr."."""
    return _SUFFIX.sub("", name)


def last_name(name: str) -> str:
    """ "Trump Jr." of "Donald Trump Jr.", "Merkel" of "Angela Merkel"."""
    bare = without_suffix(name)
    return bare.split()[-1] + name.removeprefix(bare)


def lacks_suffix(entity: Entity, found: str) -> bool:
    """True where a son stands in the English under his father's name."""
    is_son = without_suffix(entity.english) != entity.english
    return is_son and without_suffix(found) == found
