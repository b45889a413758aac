"""`summarizer evaluate`: quality measured on data that the user has."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from summarizer.cli.groups import Checks, Models, Names, Output, Voice, Writing, spread
from summarizer.cli.run import Run

if TYPE_CHECKING:
    from summarizer.evaluate.scores import Score

app = typer.Typer(no_args_is_help=True, help="Measure quality on data of your own.")

First = Annotated[int | None, typer.Option(min=1, metavar="N", help="Only the first N.")]
Save = Annotated[
    Path | None, typer.Option(metavar="FILE", help="Keep what was translated, to score it again.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Scores as JSON, one a line.")]
Records = Annotated[Path, typer.Argument(metavar="RECORDS", help="JSON lines, one an article.")]


@app.command(no_args_is_help=True)
@spread
def mt(
    source: Annotated[Path, typer.Argument(help="Russian, a segment a line.")],
    references: Annotated[list[Path], typer.Argument(help="English by people, line by line.")],
    models: Models,
    names: Names,
    checks: Checks,
    voice: Voice,
    translation: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Score this instead of translating.")
    ] = None,
    first: First = None,
    save: Save = None,
    as_json: AsJson = False,
) -> None:
    """BLEU, chrF2, names kept and numbers kept of a translation beside references."""
    with Run([str(source)], Output(), voice) as run:
        from summarizer.evaluate.data import read_lines
        from summarizer.evaluate.lines import hints_obeyed, translate_lines
        from summarizer.evaluate.mt import measure

        russian = read_lines(source)[:first]
        obeyed: list[Score] = []
        if translation is None:
            summarizer = run.summarizer(models, names, checks)
            english, articles = translate_lines(russian, summarizer)
            if summarizer.options.hints and summarizer.translator.takes_hints:
                obeyed = [hints_obeyed(articles)]
        else:
            english = read_lines(translation)[:first]
        keep(save, english, voice)
        scores = measure(russian, english, [read_lines(path)[:first] for path in references])
        run.write(table([*scores, *obeyed], as_json))


@app.command(no_args_is_help=True)
@spread
def ner(
    records: Records,
    voice: Voice,
    model_alone: Annotated[
        bool, typer.Option("--model-alone", help="The recogniser without our rules around it.")
    ] = False,
    first: First = None,
    as_json: AsJson = False,
) -> None:
    """F1 of the names found in Russian; RECORDS in the form of NEREL or factRuEval."""
    with Run([str(records)], Output(), voice) as run:
        from summarizer.evaluate.data import read_records
        from summarizer.evaluate.ner import find, find_by_model_alone, measure

        gold = read_records(records, "text")[:first]
        run.write(table(measure(gold, find_by_model_alone if model_alone else find), as_json))


@app.command(no_args_is_help=True)
@spread
def articles(
    records: Records,
    writing: Writing,
    models: Models,
    names: Names,
    checks: Checks,
    voice: Voice,
    results: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Score these, kept earlier by --save.")
    ] = None,
    first: First = None,
    save: Save = None,
    as_json: AsJson = False,
) -> None:
    """Entities recalled, names invented, one spelling a person, briefs beside headline and lead."""
    with Run([str(records)], Output(), voice) as run:
        from summarizer.evaluate.articles import measure, run_all
        from summarizer.evaluate.data import read_records

        gold = read_records(records, "id")[:first]
        if results is None:
            whole = replace(writing, whole=True)  # recall is that of the whole translation
            made = list(run_all(gold, run.summarizer(whole, models, names, checks)))
        else:
            made = read_records(results, "id", "translation", "brief")[:first]
        keep(save, map(to_json, made), voice)
        run.write(table(measure(gold, made), as_json))


def table(scores: Sequence[Score], as_json: bool) -> str:
    """A line a score: name, value, 95 % interval, and how many of what it rests on."""
    if as_json:
        return "\n".join(to_json(asdict(score)) for score in scores)
    width = max(len(score.name) for score in scores)
    return "\n".join(
        f"{score.name:{width}}  {score.value:6.2f}  [{score.low:.2f}, {score.high:.2f}]"
        f"  {score.count} {score.unit}"
        for score in scores
    )


def keep(path: Path | None, lines: Any, voice: Voice) -> None:
    if path is not None:
        with Run([], Output(path=path), voice) as run:
            run.write("\n".join(lines))


def to_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
