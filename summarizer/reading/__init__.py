"""A file of any kind → `Article`."""

from summarizer.reading.articles import read, read_many, read_text, suffixes

__all__ = ["read", "read_many", "read_text", "suffixes"]
