"""Numbers, money, percentages and dates: found in Russian and English, compared by value."""

from summarizer.entities.values.compare import compare
from summarizer.entities.values.english import find_english
from summarizer.entities.values.english_form import english_form
from summarizer.entities.values.found import Comparison, Found
from summarizer.entities.values.russian import find_russian
from summarizer.entities.values.same import same

__all__ = [
    "Comparison",
    "Found",
    "compare",
    "english_form",
    "find_english",
    "find_russian",
    "same",
]
