"""`summarizer entities`"""

from __future__ import annotations

from typing import Annotated

import typer

from summarizer.cli.groups import Checks, Files, Models, Names, Output, Voice, spread
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

        summarizer = run.summarizer(models, names, checks)
        if check:
            for translated in run.each(summarizer.translate):
                ledger, translations = translated.ledger, translated.translations
                run.write(render.ledger(ledger, translations, output.format))
                run.report(ledger.entities, translations)
        else:
            for ledger in run.each(summarizer.entities):
                run.write(render.ledger(ledger, (), output.format))
                run.report(ledger.entities)
