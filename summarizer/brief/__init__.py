"""From a translated article to a short brief that says nothing the article does not."""

from summarizer.brief.composition import Composition, compose
from summarizer.brief.shortlist import shortlist

__all__ = ["Composition", "compose", "shortlist"]
