"""From sentences to translations that are right, repaired or flagged, rung by rung.

translate → rerank → decode again → split at a clause → second model → repair → flag. Each rung
takes all sentences of all articles that still fail, as one batch, and keeps a result only if it
costs less. A different model cures hallucinations best (Guerreiro et al. 2023), so that rung exists
wherever a second one is given.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field, replace

from summarizer.entities.checking.check import Checker
from summarizer.entities.checking.repair import Edit, repair
from summarizer.entities.checking.settle import settle
from summarizer.errors import ConfigError, TranslationError
from summarizer.options import GREEDY, Decoding, Ladder, Options
from summarizer.sentences import clauses
from summarizer.translate.assess import Assessment, assess, best, notes_of
from summarizer.translate.hints import segment_of
from summarizer.translate.joining import join_clauses
from summarizer.translate.numerals import in_english
from summarizer.translate.protocol import Segment, Translator
from summarizer.translate.quotes import close_quotation
from summarizer.types import Hypothesis, Ledger, Note, NoteCode, Sentence, Span, Translation

logger = logging.getLogger(__name__)

BEAMS = Decoding(beam_size=4, hypotheses=4)
# a language model pays for beams in time: on six failing sentences of the sample article two and
# three beams brought the cost from 23 down to the same 8
FEW = Decoding(beam_size=2, hypotheses=2)
WIDER = Decoding(beam_size=6, hypotheses=6)
UNLOOPED = Decoding(beam_size=2, no_repeat_ngram=4)
# Joined clauses read badly ("announced, a plan has been developed the interaction"): a wrong number
# or a doubtful sense is worth that, one missing name, which is flagged, is not.
WORTH_A_SPLIT = 4
SHORTEST_SPLIT = 80  # characters; a shorter sentence has no clause worth a translation of its own


@dataclass(slots=True)
class _Job:
    """A sentence on its way up the ladder; `best` only ever gets cheaper."""

    checker: Checker
    sentence: Sentence
    best: Assessment
    alternatives: tuple[Hypothesis, ...]
    edits: tuple[Edit, ...] = field(default=())

    def offer(self, assessment: Assessment, *, margin: int = 1) -> None:
        if assessment.cost <= self.best.cost - margin:
            self.alternatives = (self.best.hypothesis, *self.alternatives)
            self.best = assessment


Translated = tuple[Ledger, tuple[Translation, ...]]


def translate_all(
    ledgers: Sequence[Ledger],
    translator: Translator,
    options: Options,
    second: Translator | None = None,
    *,
    wanted: Sequence[Container[int]] | None = None,
) -> list[Translated]:
    """Translate every sentence of every ledger: as many out as in, in order, never one dropped.

    `wanted` holds, for each ledger, the indices of the sentences to translate; others come out with
    an empty text. A ledger comes back with the spellings that the translations settled on.
    """
    chosen = [
        [s for s in ledger.sentences if wanted is None or s.index in wanted[number]]
        for number, ledger in enumerate(ledgers)
    ]
    jobs = _first_pass(ledgers, chosen, translator, options)
    if options.ladder is Ladder.FULL:
        _climb(jobs, translator, options, second)
    if options.ladder is not Ladder.OFF:
        for job in jobs:
            _repair(job)
    done = iter(jobs)
    each = zip(ledgers, chosen, strict=True)
    return [_collect([next(done) for _ in sentences], ledger) for ledger, sentences in each]


def _collect(jobs: Sequence[_Job], ledger: Ledger) -> Translated:
    settled = jobs[0].checker.ledger if jobs else ledger
    finished = {job.sentence: _finish(job) for job in jobs}
    return settled, tuple(finished.get(s) or Translation(s, "") for s in ledger.sentences)


def _first_pass(
    ledgers: Sequence[Ledger],
    chosen: Sequence[Sequence[Sentence]],
    translator: Translator,
    options: Options,
) -> list[_Job]:
    hints = options.hints and translator.takes_hints
    checkers = [Checker(ledger, hinted=hints) for ledger in ledgers]
    segments = [
        segment_of(checker, sentence, hints=hints)
        for checker, sentences in zip(checkers, chosen, strict=True)
        for sentence in sentences
    ]
    outputs = iter(_translate(translator, segments, search(translator, options)))
    jobs = []
    for checker, sentences in zip(checkers, chosen, strict=True):
        found = {sentence: next(outputs) for sentence in sentences}
        targets = {sentence.index: texts[0].text for sentence, texts in found.items()}
        settled = settle(checker, targets)
        if settled is not checker.ledger:
            checker = Checker(settled, hinted=hints)
        jobs += [_Job(checker, s, *best(checker, s, texts)) for s, texts in found.items()]
    return jobs


def search(translator: Translator, options: Options) -> Decoding:
    """What the options say, else what suits the engine.

    A language model, which takes hints, is greedy: beams cost it their number in time. An
    encoder-decoder model was measured by its authors with beams, and all of them come back to be
    reranked by the check.
    """
    return options.decoding or (GREEDY if translator.takes_hints else BEAMS)


def _climb(
    jobs: Sequence[_Job], translator: Translator, options: Options, second: Translator | None
) -> None:
    hints = options.hints and translator.takes_hints
    usual = search(translator, options)
    wider = FEW if usual.beam_size < FEW.beam_size else WIDER
    rungs: list[tuple[str, Callable[[list[_Job]], None]]] = [
        ("beams", lambda failing: _again(failing, translator, wider, hints=hints)),
        ("no repeats", lambda failing: _again(failing, translator, UNLOOPED, hints=hints)),
        ("clauses", lambda failing: _split(failing, translator, usual, hints=hints)),
    ]
    if hints:
        rungs.insert(2, ("no hints", lambda failing: _plain(failing, translator, usual)))
    if second is not None:
        with_hints = options.hints and second.takes_hints
        rungs.append(
            (
                "second model",
                lambda failing: _again(failing, second, search(second, options), hints=with_hints),
            )
        )
    for name, rung in rungs:
        failing = [job for job in jobs if job.best.cost > 0]
        if not failing:
            return
        _try_rung(name, rung, failing)


def _try_rung(name: str, rung: Callable[[list[_Job]], None], failing: list[_Job]) -> None:
    before = sum(job.best.cost for job in failing)
    try:
        rung(failing)
    except ConfigError as refusal:  # the engine cannot search that way: the next rung may help
        logger.info("rung %s not possible: %s", name, refusal)
        return
    after = sum(job.best.cost for job in failing)
    logger.info("rung %s: %d sentences, cost %d -> %d", name, len(failing), before, after)


def _again(jobs: list[_Job], translator: Translator, decoding: Decoding, *, hints: bool) -> None:
    """Decode again with other settings, and keep the best of what comes out."""
    if decoding is UNLOOPED:
        jobs = [job for job in jobs if job.best.reasons]
    segments = [segment_of(job.checker, job.sentence, hints=hints) for job in jobs]
    for job, hypotheses in zip(jobs, _translate(translator, segments, decoding), strict=True):
        # another search often ends where the first did, and that was assessed then
        if others := [each for each in hypotheses if each != job.best.hypothesis]:
            job.offer(best(job.checker, job.sentence, others)[0])


def _plain(jobs: list[_Job], translator: Translator, decoding: Decoding) -> None:
    """Hints can mislead the model where the sentence itself is clear."""
    _again(
        [job for job in jobs if job.best.reasons or job.best.invented],
        translator,
        decoding,
        hints=False,
    )


def _split(jobs: list[_Job], translator: Translator, decoding: Decoding, *, hints: bool) -> None:
    """Translate a long sentence clause by clause: less context, but nothing gets lost."""
    parts = [(job, span) for job in jobs for span in _halves(job.sentence.text)]
    segments = [
        segment_of(job.checker, job.sentence, hints=hints, clause=span) for job, span in parts
    ]
    outputs = _translate(translator, segments, decoding)
    pieces: dict[int, list[tuple[str, Hypothesis]]] = {}
    for (job, _), segment, hypotheses in zip(parts, segments, outputs, strict=True):
        pieces.setdefault(id(job), []).append((segment.text, hypotheses[0]))
    for job in jobs:
        if id(job) in pieces:
            joined = _in_a_row(pieces[id(job)])
            job.offer(assess(job.checker, job.sentence, joined), margin=WORTH_A_SPLIT)


def _in_a_row(pieces: Sequence[tuple[str, Hypothesis]]) -> Hypothesis:
    text = join_clauses([(source, target.text) for source, target in pieces])
    return Hypothesis(text, tokens=sum(target.tokens for _, target in pieces))


def _halves(text: str) -> list[Span]:
    if len(text) < SHORTEST_SPLIT:
        return []
    spans = clauses(text, max(SHORTEST_SPLIT, len(text) * 2 // 3))
    return list(spans) if len(spans) > 1 else []


def _repair(job: _Job) -> None:
    done = repair(job.checker, job.sentence, job.best.hypothesis.text)
    if not done.edits:
        return
    mended = assess(job.checker, job.sentence, replace(job.best.hypothesis, text=done.text))
    if mended.cost <= job.best.cost:
        job.alternatives = (job.best.hypothesis, *job.alternatives)
        job.best, job.edits = replace(mended, matches=done.matches), done.edits


def _finish(job: _Job) -> Translation:
    notes = notes_of(job.checker, job.sentence, job.best)
    mended = (
        Note(NoteCode.REPAIRED, f"“{edit.old}” was corrected to “{edit.text}”", job.sentence.index)
        for edit in job.edits
    )
    return Translation(
        job.sentence,
        job.best.hypothesis.text,
        job.best.hypothesis.score,
        job.alternatives,
        job.best.matches,
        (*notes, *mended),
        job.best.hypothesis.tokens,
    )


def _translate(
    translator: Translator, segments: Sequence[Segment], decoding: Decoding
) -> list[tuple[Hypothesis, ...]]:
    if not segments:
        return []
    outputs = translator.translate(segments, decoding)
    if len(outputs) != len(segments) or not all(outputs):
        raise TranslationError(
            f"{translator.use} returned {len(outputs)} translations for {len(segments)} sentences"
        )
    return [
        tuple(_tidied(segment.text, each) for each in hypotheses)
        for segment, hypotheses in zip(segments, outputs, strict=True)
    ]


def _tidied(source: str, hypothesis: Hypothesis) -> Hypothesis:
    text = in_english(source, close_quotation(source, hypothesis.text.strip()))
    return hypothesis if text == hypothesis.text else replace(hypothesis, text=text)
