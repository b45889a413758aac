"""The order of the stages. Nothing else knows it."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer import reading
from summarizer.entities import ledger as ledgers
from summarizer.entities.known.glossary import Glossary
from summarizer.entities.memory import NameMemory
from summarizer.entities.naming.guesses import note_on_guesses
from summarizer.errors import InputError
from summarizer.language import require_russian
from summarizer.options import Options, Style
from summarizer.progress import Progress, silent
from summarizer.sentences import split
from summarizer.translate.ladder import translate_all
from summarizer.translate.protocol import Summariser, Translator
from summarizer.types import (
    Article,
    Brief,
    Ledger,
    ModelUse,
    Note,
    NoteCode,
    Signature,
    TranslatedArticle,
    Translation,
)

if TYPE_CHECKING:
    from summarizer.brief import Composition

Source = Article | Path | str


class Summarizer:
    """Reads Russian articles and writes English briefs.

    Models are loaded at the first use and stay loaded. Not safe for use by two threads at once.
    """

    def __init__(
        self,
        options: Options | None = None,
        *,
        translator: Translator | None = None,
        summariser: Summariser | None = None,
        progress: Progress = silent,
    ) -> None:
        self.options = options or Options()
        self.progress = progress
        self._translator = translator
        self._summariser = summariser
        self._summariser_known = summariser is not None
        self._glossary: Glossary | None = None

    def brief(self, path: Source | None = None, *, text: str | None = None) -> Brief:
        """Write the brief of one article: a path, "-" for standard input, or its text."""
        return next(self.pipe([_one(path, text)]))

    def translate(
        self, path: Source | None = None, *, text: str | None = None
    ) -> TranslatedArticle:
        """Translate one article: a translation a sentence, in order, each checked."""
        return next(self.pipe_translations([_one(path, text)]))

    def entities(self, path: Source | None = None, *, text: str | None = None) -> Ledger:
        """Find what the English must keep. Needs no translation model."""
        return self._ledger(_read(_one(path, text)), NameMemory())

    def pipe(self, articles: Iterable[Source], *, remember: bool = True) -> Iterator[Brief]:
        """Write briefs as a lazy stream, in order; `Options.window` articles share batches.

        `remember`: a name is spelt as it was in the articles before.
        """
        from summarizer.brief import compose, shortlist

        memory = NameMemory() if remember else None
        for window in _windows(articles, self.options.window):
            ledgers = [self._ledger(_read(source), memory) for source in window]
            wanted = [shortlist(ledger, self.options) for ledger in ledgers]
            translated = self._translate(ledgers, wanted)
            summariser = self.summariser if self.options.style is not Style.EXTRACTIVE else None
            compositions = compose(translated, self.options, summariser)
            for article, composition in zip(translated, compositions, strict=True):
                yield self._brief(article, composition)

    def pipe_translations(
        self, articles: Iterable[Source], *, remember: bool = True
    ) -> Iterator[TranslatedArticle]:
        """Translate articles as a lazy stream, in order; `remember` as for `pipe`."""
        memory = NameMemory() if remember else None
        for window in _windows(articles, self.options.window):
            yield from self._translate([self._ledger(_read(each), memory) for each in window])

    @property
    def translator(self) -> Translator:
        if self._translator is None:
            from summarizer.models.choose import load_translator

            self._translator = load_translator(self.options, self.progress)
        return self._translator

    @property
    def summariser(self) -> Summariser | None:
        """The model that writes briefs; None where only extractive briefs are possible."""
        if not self._summariser_known:
            from summarizer.models.choose import load_summariser

            self._summariser = load_summariser(self.options, self.translator, self.progress)
            self._summariser_known = True
        return self._summariser

    def _translate(
        self, found: Sequence[Ledger], wanted: Sequence[Container[int]] | None = None
    ) -> list[TranslatedArticle]:
        signature = self._signature(briefs=False)
        done = translate_all(found, self.translator, self.options, wanted=wanted)
        return [
            TranslatedArticle(ledger, translations, _notes(ledger, translations), signature)
            for ledger, translations in done
        ]

    def _brief(self, article: TranslatedArticle, composition: Composition) -> Brief:
        translations = tuple(t for t in article.translations if t.text or t.notes)
        return Brief(
            article.ledger.article,
            _title(translations),
            composition.sentences,
            article.ledger.entities,
            translations,
            _notes_of_brief(article, composition),
            self._signature(briefs=True),
            untranslated=len(article.translations) - len(translations),
        )

    def _ledger(self, article: Article, memory: NameMemory | None) -> Ledger:
        return ledgers.build(
            article,
            split(article),
            glossary=self._load_glossary(),
            scheme=self.options.scheme,
            memory=NameMemory() if memory is None else memory,
        )

    def _load_glossary(self) -> Glossary | None:
        if self._glossary is None and self.options.glossary is not None:
            from summarizer.entities.known.glossary import load

            self._glossary = load(self.options.glossary)
        return self._glossary

    def _signature(self, *, briefs: bool) -> Signature:
        from summarizer import __version__

        uses: tuple[ModelUse, ...] = (self.translator.use,)
        if briefs and self._summariser is not None and self.options.style is not Style.EXTRACTIVE:
            uses += (self._summariser.use,)
        return Signature(__version__, uses, _signed(self.options, briefs=briefs))


def _signed(options: Options, *, briefs: bool) -> dict[str, object]:
    """The options that change the English, in a fixed order."""
    signed: dict[str, object] = {
        "hints": options.hints,
        "ladder": options.ladder.value,
        "scheme": options.scheme,
        "beam": options.decoding.beam_size if options.decoding else "auto",
    }
    if briefs:
        signed |= {
            "style": options.style.value,
            "sentences": options.sentences,
            "words": options.words,
            "whole": options.whole,
        }
    return signed


def _one(path: Source | None, text: str | None) -> Source:
    if (path is None) == (text is None):
        raise InputError("give either a path or a text, not both and not neither")
    return reading.read_text(text) if text is not None else _known(path)


def _known(path: Source | None) -> Source:
    if path is None:
        raise InputError("no article was given")
    return path


def _read(source: Source) -> Article:
    article = source if isinstance(source, Article) else reading.read(source)
    require_russian(article)
    return article


def _windows(articles: Iterable[Source], size: int) -> Iterator[list[Source]]:
    stream = iter(articles)
    while window := list(islice(stream, size)):
        yield window


def _title(translations: Sequence[Translation]) -> str:
    return next((item.text for item in translations if item.sentence.is_title), "")


def _notes(ledger: Ledger, translations: Sequence[Translation]) -> tuple[Note, ...]:
    told = {item.sentence.index for item in translations if item.text}
    notes = (note for item in translations for note in item.notes)
    return (*note_on_guesses(ledger.entities, told), *notes)


def _notes_of_brief(article: TranslatedArticle, composition: Composition) -> tuple[Note, ...]:
    """Of the guessed names those that the reader of the brief sees."""
    seen = {index for sentence in composition.sentences for index in sentence.sources}
    seen |= {t.sentence.index for t in article.translations if t.sentence.is_title}
    others = (note for note in article.notes if note.code is not NoteCode.SPELLING)
    return (*note_on_guesses(article.ledger.entities, seen), *others, *composition.notes)
