"""Russian news to short English briefs in which every name, number and date is kept, or flagged."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from summarizer.pipeline import Summarizer

__version__ = "0.1.0"
__all__ = ["Summarizer", "__version__"]


def __getattr__(name: str) -> object:
    """Import the pipeline at its first use: `import summarizer` itself loads nothing."""
    if name == "Summarizer":
        from summarizer.pipeline import Summarizer

        return Summarizer
    raise AttributeError(f"module 'summarizer' has no attribute {name!r}")
