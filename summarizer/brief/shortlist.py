"""Which sentences may come into a brief, told from the Russian alone, before any is translated.

Most of an article never does: of the 18 sentences of the sample article three do. Translating only
those that may saves the time of the others, which is most of what a brief takes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from summarizer.brief.select import Budget, choose
from summarizer.brief.words import count_words
from summarizer.options import Options, Style
from summarizer.types import Ledger, Signature, TranslatedArticle, Translation

# So many times the brief: room for what replaces a sentence that is flagged or comes out longer.
SPARE = 2
# English needs articles and auxiliaries: 1.21 words for one of Russian (WMT 2014–18, references).
ENGLISH_WORDS = 1.21


def shortlist(ledger: Ledger, options: Options) -> frozenset[int]:
    """Indices of the sentences to translate for a brief, the title always among them."""
    everything = frozenset(sentence.index for sentence in ledger.sentences)
    if options.whole:
        return everything
    titles = {sentence.index for sentence in ledger.sentences if sentence.is_title}
    article, budget = _untranslated(ledger), _budget(options)
    opening = choose(article, replace(budget, sentences=1))
    able = _beside(article, opening, budget.words // SPARE)
    return frozenset(titles | set(opening) | set(choose(able, budget)))


def _untranslated(ledger: Ledger) -> TranslatedArticle:
    """The article as the choice reads it, its own Russian standing for the English."""
    drafts = tuple(Translation(sentence, sentence.text) for sentence in ledger.sentences)
    return TranslatedArticle(ledger, drafts, (), Signature("", ()))


def _beside(article: TranslatedArticle, opening: Sequence[int], words: int) -> TranslatedArticle:
    """Without the sentences that are too long to stand in a brief beside its opening: the list of
    eight guests in the sample article took a third of the time, to be left out in the end."""
    left = words - sum(count_words(article.translations[i].text) for i in opening)
    drafts = (
        draft if i in opening or count_words(draft.text) <= left else replace(draft, text="")
        for i, draft in enumerate(article.translations)
    )
    return replace(article, translations=tuple(drafts))


def _budget(options: Options) -> Budget:
    wanted = Budget(options.sentences, options.words)
    if options.style is not Style.EXTRACTIVE:
        from summarizer.brief.abstractive import budget

        wanted = budget(options)
    words = round(SPARE * wanted.words / ENGLISH_WORDS)
    return replace(wanted, sentences=SPARE * wanted.sentences, words=words)
