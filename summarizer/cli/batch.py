"""`summarizer batch INPUT... -o OUT`, `batch status OUT`, `batch retry OUT`"""

from __future__ import annotations

import contextlib
import json
import signal
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from summarizer.cli.console import say, start_log
from summarizer.cli.groups import Checks, Format, Models, Names, Voice, Writing, options, spread
from summarizer.cli.run import SOME_FAILED

if TYPE_CHECKING:
    from summarizer.batch.orders import Order

SETTLED = 2.0  # seconds without a write, after which a file in a watched folder is complete


class RunByDefault(TyperGroup):
    """`batch news -o out` is short for `batch run news -o out`."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and args[0] not in self.commands and args[0] not in ("-h", "--help"):
            args = ["run", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(cls=RunByDefault, no_args_is_help=True)


@app.callback()
def batch() -> None:
    """Do thousands of articles in one run that can be stopped and goes on where it stopped.

    `summarizer batch INPUT... -o OUT` is `summarizer batch run`: see `batch run --help`.
    Exit codes: 0 fine, 1 stopped by an error, 2 wrong usage, 3 some articles failed.
    """


given = {"rich_help_panel": "Batch"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Going:
    """How a batch runs."""

    fresh: Annotated[
        bool, typer.Option("--fresh/--resume", help="Forget what is done.", **given)
    ] = False
    fail_fast: Annotated[
        bool, typer.Option("--fail-fast", help="Stop at the first article that fails.", **given)
    ] = False
    workers: Annotated[
        int, typer.Option(min=1, help="Processes, each with its own model.", **given)
    ] = 1
    engine: Annotated[str, typer.Option(help="local, or ray: a Ray cluster.", **given)] = "local"
    address: Annotated[
        str, typer.Option(help="Of the Ray cluster; none starts Ray on this machine.", **given)
    ] = ""
    cache: Annotated[
        bool,
        typer.Option("--cache/--no-cache", help="Sentences translated once serve again.", **given),
    ] = True
    watch: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Stay, and take what comes into this folder.", **given),
    ] = None
    every: Annotated[
        float, typer.Option(min=0.1, help="Seconds between looks with --watch.", **given)
    ] = 5.0
    log_json: Annotated[
        bool, typer.Option("--log-json", help="Progress as JSON lines.", **given)
    ] = False


Inputs = Annotated[
    list[str] | None,
    typer.Argument(
        metavar="INPUT",
        help="Files, folders, patterns, .jsonl or .csv with an article a row; - reads a list.",
    ),
]
Out = Annotated[
    Path, typer.Option("--output", "-o", metavar="OUT", help="A folder, or one .jsonl file.")
]
State = Annotated[Path, typer.Argument(metavar="OUT", help="The output of a batch.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What is made of each article."""

    translate: Annotated[
        bool, typer.Option("--translate", help="Whole translations instead of briefs.", **given)
    ] = False
    format: Annotated[Format, typer.Option("--format", "-f", **given)] = Format.JSON


@app.command(no_args_is_help=True)
@spread
def run(
    output: Out,
    going: Going,
    made: Made,
    writing: Writing,
    models: Models,
    names: Names,
    checks: Checks,
    voice: Voice,
    inputs: Inputs = None,
) -> None:
    """Write a brief of every article into OUT; run it again to go on after any interruption."""
    from summarizer.batch.inputs import expand_stdin
    from summarizer.batch.orders import Order
    from summarizer.batch.outputs import Target
    from summarizer.batch.work import Job

    start_log(voice)
    product = "translation" if made.translate else "brief"
    job = Job(maker(going.cache), options(writing, models, names, checks), product, made.format)
    order = Order(
        inputs=expand_stdin([*(inputs or []), *([str(going.watch)] if going.watch else [])]),
        target=Target(output, made.format),
        job=job,
        workers=going.workers,
        engine=going.engine,
        address=going.address,
        fresh=going.fresh,
        fail_fast=going.fail_fast,
        settled=SETTLED if going.watch else 0.0,
    )
    carry_out(order, voice, as_json=going.log_json, every=going.every if going.watch else None)


@app.command(no_args_is_help=True)
@spread
def retry(output: State, going: Going, voice: Voice) -> None:
    """Do the articles that failed again, as they were done before."""
    from summarizer.batch.manifest import last_settings
    from summarizer.batch.orders import recalled

    start_log(voice)
    order = recalled(last_settings(state_of(output)), output, maker(going.cache))
    carry_out(order, voice, as_json=going.log_json)


@app.command(no_args_is_help=True)
def status(
    output: State,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Say what is done, what failed and why, and what is left."""
    from summarizer.batch.manifest import Manifest

    manifest = Manifest(state_of(output), copy=True)
    counts, failed = manifest.counts(), manifest.failed()
    if as_json:
        reasons = [{"name": r.name, "place": r.place, "reason": r.reason} for r in failed]
        sys.stdout.write(json.dumps({**counts, "failures": reasons}, ensure_ascii=False) + "\n")
        return
    told = f"{counts['done']} done, {counts['failed']} failed, {counts['waiting']} left"
    sys.stdout.write(f"{output}: {told}\n")
    for row in failed:
        reason = row.reason or ""
        sys.stdout.write(
            f"{reason if reason.startswith(row.place) else f'{row.place}: {reason}'}\n"
        )


def carry_out(
    order: Order, voice: Voice, *, as_json: bool = False, every: float | None = None
) -> None:
    """Run an order until it ends or is told to stop; leave with the right exit code."""
    from summarizer.batch.run import run_batch
    from summarizer.cli.batch_progress import Reporter

    with Reporter(as_json=as_json, quiet=voice.quiet) as reporter:
        with stopping(reporter.stop):
            tally = run_batch(order, reporter, again=waiting(every))
        reporter.finish()
    if tally.failed:
        if not as_json:
            say(f"{tally.failed} failed: `summarizer batch status {order.target.path}` says why")
        raise typer.Exit(SOME_FAILED)


def waiting(seconds: float | None) -> Callable[[], bool]:
    """What `--watch` does between two looks; without it there is no second look."""

    def again() -> bool:
        if seconds is None:
            return False
        time.sleep(seconds)
        return True

    return again


@contextlib.contextmanager
def stopping(last_words: Callable[[], None]) -> Iterator[None]:
    """Turn Ctrl-C and SIGTERM into a clean end: what is at work is abandoned, nothing is half."""
    caught: list[int] = [signal.SIGINT]

    def terminate(number: int, frame: FrameType | None) -> None:
        caught[0] = number
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, terminate)
    try:
        yield
    except KeyboardInterrupt:
        last_words()
        raise typer.Exit(128 + caught[0]) from None
    finally:
        signal.signal(signal.SIGTERM, before)


def state_of(output: Path) -> Path:
    from summarizer.batch.outputs import Target
    from summarizer.errors import InputError

    manifest = Target(output, Format.JSON).manifest
    if not manifest.is_file():
        raise InputError(f"{output} is not the output of a batch ({manifest} is not there)")
    return manifest


def maker(cached: bool) -> Callable[..., Any]:
    from summarizer.batch import make

    return make.with_cache if cached else make.without_cache
