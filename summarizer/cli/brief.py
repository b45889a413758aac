"""`summarizer brief`"""

from __future__ import annotations

from summarizer.cli.console import summary
from summarizer.cli.groups import (
    Checks,
    Files,
    Models,
    Names,
    Output,
    Voice,
    Writing,
    options,
    spread,
)
from summarizer.cli.run import Run


@spread
def brief(
    files: Files,
    writing: Writing,
    models: Models,
    names: Names,
    checks: Checks,
    output: Output,
    voice: Voice,
) -> None:
    """Write a short English brief of each article, every name, number and date kept or flagged."""
    with Run(files, output, voice) as run:
        from summarizer import render
        from summarizer.pipeline import Summarizer

        summarizer = Summarizer(options(writing, models, names, checks), progress=run.progress)
        for brief in run.each(summarizer.brief):
            run.write(render.brief(brief, output.format))
            run.say(summary(brief.entities, brief.translations))
