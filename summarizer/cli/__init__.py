"""The command line: parse, call the library, render. Results go to standard output only."""

from __future__ import annotations

import io
import sys
from typing import Annotated

import typer

from summarizer.cli.batch import app as batch
from summarizer.cli.brief import brief
from summarizer.cli.cache import app as cache
from summarizer.cli.console import say, say_error
from summarizer.cli.doctor import doctor
from summarizer.cli.entities import entities
from summarizer.cli.evaluate import app as evaluate
from summarizer.cli.models import app as models
from summarizer.cli.run import FAILED
from summarizer.cli.translate import translate
from summarizer.errors import ConfigError, SummarizerError

USAGE = 2

app = typer.Typer(
    name="summarizer",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
app.command(no_args_is_help=True)(brief)
app.command(no_args_is_help=True)(translate)
app.command(no_args_is_help=True)(entities)
app.add_typer(batch, name="batch")
app.add_typer(models, name="models")
app.add_typer(evaluate, name="evaluate")
app.add_typer(cache, name="cache")
app.command()(doctor)


def show_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"summarizer {version('ru-en-summarizer')}")
        raise typer.Exit


@app.callback()
def summarizer(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=show_version, help="Show it.")
    ] = False,
) -> None:
    """Read Russian news, translate it and write short English briefs, on this machine alone.

    Exit codes: 0 fine, 1 failed, 2 wrong usage, 3 some of several files failed.
    """


def main() -> None:
    """Run the command line; what goes wrong becomes one message and an exit code."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        app()
    except ConfigError as error:
        say_error(error)
        sys.exit(USAGE)
    except SummarizerError as error:
        say_error(error)
        sys.exit(FAILED)
    except Exception as error:  # noqa: BLE001 - a defect: still one message, not a traceback
        say_error(error, where=f"unexpected {type(error).__name__}")
        say("this is a defect: --debug shows where it happened")
        sys.exit(FAILED)
