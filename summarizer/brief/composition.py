"""Which brief an article gets: quoted or written."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from summarizer.brief.abstractive import Draft, examine, material, mend, request
from summarizer.brief.dateline import with_date
from summarizer.brief.extractive import quote
from summarizer.brief.select import Budget, choose
from summarizer.brief.words import count_words
from summarizer.entities.english_text.forms import find_forms
from summarizer.entities.values import find_english
from summarizer.errors import ConfigError
from summarizer.options import Options, Style
from summarizer.translate.protocol import Summariser
from summarizer.types import BriefSentence, Note, NoteCode, TranslatedArticle

_NO_MODEL = Note(
    NoteCode.SKIPPED,
    "no model that writes briefs is installed: the brief is made of translated sentences",
)


@dataclass(frozen=True, slots=True)
class Composition:
    """The sentences of a brief, what happened on the way, and which style they came out in."""

    sentences: tuple[BriefSentence, ...]
    notes: tuple[Note, ...] = ()
    style: Style = Style.EXTRACTIVE


def compose(
    articles: Sequence[TranslatedArticle], options: Options, summariser: Summariser | None
) -> list[Composition]:
    """Compose one brief an article, in order; the model is asked once for all of them.

    Raises ConfigError where an abstractive brief is demanded and there is no model to write it.
    """
    quoted = [_quoted(article, options) for article in articles]
    if options.style is Style.EXTRACTIVE:
        composed = quoted
    elif summariser is not None:
        written = _written(articles, options, summariser)
        each = zip(articles, quoted, written, strict=True)
        composed = [_settled(article, q, drafts, options) for article, q, drafts in each]
    elif options.style is Style.AUTO:
        composed = [replace(composition, notes=(_NO_MODEL,)) for composition in quoted]
    else:
        raise ConfigError(
            "style 'abstractive' needs a model that writes briefs, and none is installed:"
            " see 'summarizer models list', or choose style 'extractive' or 'auto'"
        )
    return [
        replace(c, sentences=with_date(c.sentences, article.ledger.article.date, options.words))
        for c, article in zip(composed, articles, strict=True)
    ]


def _quoted(article: TranslatedArticle, options: Options) -> Composition:
    chosen = choose(article, Budget(options.sentences, options.words))
    return Composition(quote(article, chosen))


def _written(
    articles: Sequence[TranslatedArticle], options: Options, summariser: Summariser
) -> list[list[Draft]]:
    """What the model wrote, examined; nothing for an article of one sentence: it is a brief."""
    positions = [material(article, options) for article in articles]
    long = [i for i, chosen in enumerate(positions) if len(chosen) > 1]
    requests = [request(articles[i], positions[i], options) for i in long]
    answers = summariser.summarise(requests) if requests else []
    drafts: list[list[Draft]] = [[] for _ in articles]
    for i, answer in zip(long, answers, strict=True):
        drafts[i] = examine(answer, articles[i], positions[i])
    return drafts


def _settled(
    article: TranslatedArticle, quoted: Composition, drafts: Sequence[Draft], options: Options
) -> Composition:
    if options.style is Style.AUTO and not _is_better(article, quoted, drafts, options):
        return quoted
    mended, notes = mend(drafts, article)
    sentences = _within(mended, options)
    if not sentences:
        nothing = Note(NoteCode.SKIPPED, "the model wrote no sentence that can stand")
        return replace(quoted, notes=(*notes, nothing))
    return Composition(sentences, notes, Style.ABSTRACTIVE)


def _is_better(
    article: TranslatedArticle, quoted: Composition, drafts: Sequence[Draft], options: Options
) -> bool:
    """True if every sentence passed, and the brief is no longer and names no fewer than quoted."""
    if not drafts or len(drafts) > options.sentences or any(draft.fault for draft in drafts):
        return False
    own = " ".join(draft.text for draft in drafts)
    other = " ".join(sentence.text for sentence in quoted.sentences)
    is_short = count_words(own) <= min(options.words, count_words(other))
    return is_short and _richness(own, article) >= _richness(other, article)


def _richness(text: str, article: TranslatedArticle) -> int:
    """How many of the article's names and how many numbers and dates a text has."""
    entities = [entity for entity in article.ledger.entities if entity.kind.is_name]
    forms = [(entity.english, *entity.accepted) for entity in entities]
    names = sum(
        any(True for form in each if form for _ in find_forms(form, text)) for each in forms
    )
    return names + sum(not found.soft for found in find_english(text))


def _within(sentences: Sequence[BriefSentence], options: Options) -> tuple[BriefSentence, ...]:
    """The first sentences that fit the budget; the first one whole, whatever its length."""
    kept: list[BriefSentence] = []
    for sentence in sentences[: options.sentences]:
        words = sum(count_words(each.text) for each in (*kept, sentence))
        if kept and words > options.words:
            break
        kept.append(sentence)
    return tuple(kept)
