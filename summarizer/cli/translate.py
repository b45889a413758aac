"""`summarizer translate`"""

from __future__ import annotations

from summarizer.cli.groups import Checks, Files, Models, Names, Output, Voice, spread
from summarizer.cli.run import Run


@spread
def translate(
    files: Files, models: Models, names: Names, checks: Checks, output: Output, voice: Voice
) -> None:
    """Translate each article sentence by sentence, the Russian beside the English."""
    with Run(files, output, voice) as run:
        from summarizer import render

        summarizer = run.summarizer(models, names, checks)
        for translated in run.each(summarizer.translate):
            run.write(render.translation(translated, output.format))
            run.report(translated.ledger.entities, translated.translations)
