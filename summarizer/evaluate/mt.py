"""A translation beside references: BLEU, chrF2, names and numbers kept."""

from __future__ import annotations

from collections.abc import Sequence

from summarizer.errors import MissingDependencyError
from summarizer.evaluate.data import require_aligned
from summarizer.evaluate.names import names_of, words_of
from summarizer.evaluate.scores import Score, Tally, share


def measure(
    sources: Sequence[str], targets: Sequence[str], references: Sequence[Sequence[str]]
) -> list[Score]:
    """All scores of line-aligned texts; `references` is one list of lines a reference."""
    require_aligned(
        source=sources,
        translation=targets,
        **{f"reference {number}": lines for number, lines in enumerate(references, 1)},
    )
    return [
        *corpus_scores(targets, references),
        names_kept(targets, references),
        numbers_kept(sources, targets),
    ]


def corpus_scores(targets: Sequence[str], references: Sequence[Sequence[str]]) -> list[Score]:
    """BLEU (13a, exponential smoothing) and chrF2, as sacrebleu computes them."""
    try:
        from sacrebleu.metrics import BLEU, CHRF
    except ImportError as error:
        raise MissingDependencyError(
            "BLEU and chrF2 need sacrebleu: pip install 'ru-en-summarizer[evaluate]'"
        ) from error
    return [
        _score(name, metric, targets, references)
        for name, metric in (("BLEU", BLEU()), ("chrF2", CHRF()))
    ]


def names_kept(targets: Sequence[str], references: Sequence[Sequence[str]]) -> Score:
    """Share of the references' names found in the same line; only names all references have."""
    tallies = []
    for target, *others in zip(targets, *references, strict=True):
        wanted = set.intersection(*map(names_of, others))
        tallies.append(Tally(len(wanted & words_of(target)), len(wanted)))
    return share("names kept", tallies, "names of the references")


def numbers_kept(sources: Sequence[str], targets: Sequence[str]) -> Score:
    """Share of the Russian's numbers, dates, money and percentages with the same English value.

    People rephrase: human references "lose" about 1 % by this measure.
    """
    from summarizer.entities.values import compare, find_english, find_russian
    from summarizer.types import Status

    tallies = []
    for source, target in zip(sources, targets, strict=True):
        statuses = compare(find_russian(source), find_english(target)).statuses
        kept = sum(status is Status.KEPT for status in statuses)
        tallies.append(Tally(kept, len(statuses)))
    return share("numbers kept", tallies, "numbers of the source")


def _score(
    name: str, metric: object, targets: Sequence[str], references: Sequence[Sequence[str]]
) -> Score:
    few = len(targets) < 2
    found = metric.corpus_score(targets, references, n_bootstrap=1 if few else 1000)  # type: ignore[attr-defined]
    middle, half = (found.score, 0.0) if few else (found._mean, found._ci)
    return Score(name, found.score, middle - half, middle + half, len(targets), "lines")
