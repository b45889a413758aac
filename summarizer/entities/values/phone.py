"""Telephone numbers: the same digits in both languages, whatever stands between them."""

from __future__ import annotations

import re
from decimal import Decimal

from summarizer.entities.values.found import Found
from summarizer.entities.values.tokens import Tokens
from summarizer.types import Kind
from summarizer.values import Amount

_PHONE = re.compile(
    r"(?:\+?\d{1,3}[ -]?)?\(\d{3,5}\)[ -]?\d{1,3}(?:[ -]\d{2,4}){1,3}(?!\d)"
    r"|(?:\+\d{1,3}|\b8)[ -]\d{3}(?:[ -]\d{2,4}){2,3}(?!\d)"
)


def phone_number(tokens: Tokens, index: int) -> tuple[list[Found], int] | None:
    """Read «+7 (495) 123-45-67», «8-800-555-35-35» at a token."""
    start = tokens.starts[index]
    if index and tokens.glued(index) and tokens.words[index - 1] in ("+", "("):
        start -= 1
    match = _PHONE.match(tokens.text, start)
    if match is None:
        return None
    digits = Decimal(re.sub(r"\D", "", match[0]))
    found = Found(start, match.end(), Kind.NUM, Amount(digits, digits, "phone"))
    return [found], tokens.after(match.end(), index)
