"""Results as text, Markdown, JSON and HTML.

The same value gives the same characters, nothing hidden is written, and what is flagged is
visible in every format.
"""

from __future__ import annotations

from collections.abc import Sequence
from types import ModuleType

from summarizer.errors import ConfigError
from summarizer.render import html_page, json_line, markdown, plain_text
from summarizer.types import Brief, Ledger, TranslatedArticle, Translation

FORMATS: dict[str, ModuleType] = {
    "text": plain_text,
    "md": markdown,
    "json": json_line,
    "html": html_page,
}

__all__ = ["FORMATS", "brief", "ledger", "translation"]


def brief(brief: Brief, format: str) -> str:
    """Show a brief with its notes and signature; ends with a newline."""
    return str(_renderer(format).brief(brief))


def translation(translated: TranslatedArticle, format: str) -> str:
    """Show every sentence beside its translation; ends with a newline."""
    return str(_renderer(format).translation(translated))


def ledger(ledger: Ledger, translations: Sequence[Translation], format: str) -> str:
    """Show the entities as a table; without translations there is no status to show."""
    return str(_renderer(format).ledger(ledger, translations))


def _renderer(format: str) -> ModuleType:
    if format not in FORMATS:
        raise ConfigError(f"no format {str(format)!r}: choose one of {', '.join(FORMATS)}")
    return FORMATS[format]
