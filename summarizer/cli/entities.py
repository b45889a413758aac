"""`summarizer entities`"""

from __future__ import annotations

from typing import Annotated

import typer

from summarizer.cli.console import summary
from summarizer.cli.groups import Checks, Files, Models, Names, Output, Voice, options, spread
from summarizer.cli.run import Run

Check = Annotated[
    bool, typer.Option("--check", help="Translate too, and show what became of each mention.")
]


@spread
def entities(
    files: Files,
    models: Models,
    names: Names,
    checks: Checks,
    output: Output,
    voice: Voice,
    check: Check = False,
) -> None:
    """List the people, places, bodies, numbers and dates of each article with their English."""
    with Run(files, output, voice) as run:
        from summarizer import render
        from summarizer.pipeline import Summarizer

        summarizer = Summarizer(options(models, names, checks), progress=run.progress)
        if check:
            for translated in run.each(summarizer.translate):
                run.write(render.ledger(translated.ledger, translated.translations, output.format))
                run.say(summary(translated.ledger.entities, translated.translations))
        else:
            for ledger in run.each(summarizer.entities):
                run.write(render.ledger(ledger, (), output.format))
