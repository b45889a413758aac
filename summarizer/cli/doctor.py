"""`summarizer doctor`"""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.groups import Voice, spread
from summarizer.cli.models import AsJson, meter

if TYPE_CHECKING:
    from summarizer.doctor import Finding


@spread
def doctor(
    voice: Voice,
    self_test: Annotated[
        bool, typer.Option("--self-test/--no-self-test", help="Load every model and let it work.")
    ] = True,
    as_json: AsJson = False,
) -> None:
    """Look over this machine: versions, memory, devices, settings, and every installed model."""
    from summarizer.doctor import Level, examine

    healthy = True
    with meter(voice) as progress:
        for finding in examine(self_test=self_test, progress=progress):
            progress.clear()
            healthy &= finding.level is not Level.BAD
            text = json.dumps(asdict(finding), ensure_ascii=False) if as_json else as_text(finding)
            typer.echo(text)
    raise typer.Exit(0 if healthy else 1)


def as_text(finding: Finding) -> str:
    """One line, begun by its level where something is to be done, and then what."""
    mark = {"fine": "", "note": "note: ", "bad": "BAD: "}[finding.level]
    advice = f"\n{'':10}  → {finding.advice}" if finding.advice else ""
    return f"{finding.topic:10}{mark}{finding.text}{advice}"
