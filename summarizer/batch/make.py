"""How a batch, or each of its workers, gets a summarizer."""

from __future__ import annotations

from summarizer.options import Options
from summarizer.pipeline import Summarizer
from summarizer.progress import Progress


def without_cache(options: Options, progress: Progress) -> Summarizer:
    return Summarizer(options, progress=progress)


def with_cache(options: Options, progress: Progress) -> Summarizer:
    """Models that are loaded only when the sentence cache does not have all that is asked."""
    from summarizer.translate.cache import SentenceCache, cache_file
    from summarizer.translate.lazy import lazy_models

    cache = SentenceCache(cache_file())
    translator, summariser = lazy_models(options, progress, cache)
    return Summarizer(options, translator=translator, summariser=summariser, progress=progress)
