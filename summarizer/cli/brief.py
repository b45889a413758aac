"""`summarizer brief`"""

from __future__ import annotations

from summarizer.cli.groups import Checks, Files, Models, Names, Output, Voice, Writing, spread
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

        summarizer = run.summarizer(writing, models, names, checks)
        for brief in run.each(summarizer.brief):
            run.write(render.brief(brief, output.format))
            run.report(brief.entities, brief.translations, brief.untranslated)
