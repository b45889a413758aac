"""Formal transliteration standards, by the `iuliia` package (nalgeon/iuliia)."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from summarizer.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable

_WORD = re.compile(r"[\u0400-\u04ff]+")


def names() -> tuple[str, ...]:
    """The scheme names that `transliterate` takes, sorted."""
    return tuple(sorted(_schemas()))


def transliterate(text: str, scheme: str) -> str:
    """Write Cyrillic `text` by a formal standard. Raises ConfigError for an unknown one."""
    translate = _transliterator(scheme)
    return unicodedata.normalize("NFC", _WORD.sub(lambda match: translate(match.group()), text))


@lru_cache(maxsize=32)
def _transliterator(scheme: str) -> Callable[[str], str]:
    schemas = _schemas()
    if scheme not in schemas:
        known = ", ".join(("news", *sorted(schemas)))
        raise ConfigError(f"unknown romanisation scheme {scheme!r}; choose one of: {known}")
    schema = schemas[scheme]

    @lru_cache(maxsize=20_000)
    def translate(word: str) -> str:
        # iuliia 0.13 leaves ё a Cyrillic letter where the standard prints e with a diaeresis
        latin = str(schema.translate(word)).replace("ё", "ë").replace("Ё", "Ë")
        # iuliia writes ЦИК as TsIK; the standards print capitals: TSIK
        return latin.upper() if len(word) > 1 and word.isupper() else latin

    return translate


@lru_cache(maxsize=1)
def _schemas() -> dict[str, Any]:
    import iuliia

    # the package exports each schema in capitals: iuliia.GOST_779 is "gost_779"
    found = (getattr(iuliia, name) for name in iuliia.__all__ if name.isupper())
    return {schema.name: schema for schema in found}
