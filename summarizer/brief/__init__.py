"""From a translated article to a short brief that says nothing the article does not."""

from summarizer.brief.composition import Composition, compose

__all__ = ["Composition", "compose"]
