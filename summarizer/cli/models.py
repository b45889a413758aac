"""`summarizer models`: the only commands that use the network, and only `pull` does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from summarizer.cli.console import Meter, say, start_log
from summarizer.cli.groups import Voice, spread

if TYPE_CHECKING:
    from summarizer.models.catalogue import Row
    from summarizer.models.store import Installed

app = typer.Typer(no_args_is_help=True, help="List, install, verify and carry models.")

Id = Annotated[str, typer.Argument(metavar="ID", help="As `summarizer models list` shows it.")]
Ids = Annotated[list[str], typer.Argument(metavar="ID...", help="One model or several.")]
Archive = Annotated[Path, typer.Argument(metavar="FILE.tar")]
AsJson = Annotated[bool, typer.Option("--json", help="One object a line.")]
Accept = Annotated[
    bool, typer.Option("--accept-licence", help="The licence restricts the use; that suits you.")
]


@contextmanager
def meter(voice: Voice) -> Iterator[Meter]:
    start_log(voice)
    shown = Meter(voice)
    try:
        yield shown
    finally:
        shown.clear()


@app.command("list")
def list_models(as_json: AsJson = False) -> None:
    """Show every model that is known: whether it is here, its size, licence and quality."""
    from summarizer.models.catalogue import catalogue
    from summarizer.models.store import Store

    for row in catalogue(Store()):
        typer.echo(json.dumps(as_object(row), ensure_ascii=False) if as_json else as_text(row))


@app.command()
def path(id: Id) -> None:
    """Print the folder of an installed model."""
    from summarizer.models.store import Store

    typer.echo(Store().path(id))


@app.command(no_args_is_help=True)
@spread
def pull(ids: Ids, voice: Voice, accept_licence: Accept = False) -> None:
    """Install models from the first source that can serve them; goes on where it was stopped."""
    from summarizer.models.pull import pull
    from summarizer.models.sources import Terms
    from summarizer.models.store import Store

    with meter(voice) as progress:
        for id in ids:
            terms = Terms(progress=progress)
            report(pull(id, Store(), accept_licence=accept_licence, terms=terms), progress)


@app.command()
@spread
def verify(
    voice: Voice,
    ids: Annotated[
        list[str] | None, typer.Argument(metavar="[ID...]", help="Default: all.")
    ] = None,
) -> None:
    """Read every byte of installed models again and name the files that have changed."""
    from summarizer.errors import ModelCorruptError
    from summarizer.models.store import Store

    store, bad = Store(), False
    with meter(voice) as progress:
        for id in ids or store.installed():
            try:
                files = store.verify(id, progress).files
                progress.clear()
                typer.echo(f"{id}: {len(files)} files as they should be")
            except ModelCorruptError as error:
                bad = True
                progress.clear()
                say(str(error))
    raise typer.Exit(1 if bad else 0)


@app.command(no_args_is_help=True)
def remove(ids: Ids) -> None:
    """Delete installed models; a folder that was added where it stands is kept."""
    from summarizer.models.add import remove_model
    from summarizer.models.store import Store

    for id in ids:
        gone = remove_model(id, Store())
        typer.echo(f"{id}: removed" if gone else f"{id}: was not installed")


@app.command("export", no_args_is_help=True)
@spread
def export_(id: Id, file: Archive, voice: Voice) -> None:
    """Write an installed model to a file, for a machine without network."""
    from summarizer.models.archive import export_model
    from summarizer.models.store import Store

    with meter(voice) as progress:
        export_model(id, file, Store(), progress)
    typer.echo(f"{id}: written to {file}")


@app.command("import", no_args_is_help=True)
@spread
def import_(file: Archive, voice: Voice, accept_licence: Accept = False) -> None:
    """Install a model from a file that `export` wrote, checked against its manifest."""
    from summarizer.models.archive import import_model
    from summarizer.models.store import Store

    with meter(voice) as progress:
        installed = import_model(file, Store(), accept_licence=accept_licence, progress=progress)
        report(installed, progress)


@app.command(no_args_is_help=True)
@spread
def add(
    folder: Annotated[Path, typer.Argument(help="A Hugging Face or CTranslate2 model.")],
    voice: Voice,
    id: Annotated[str, typer.Option(help="Default: the folder's name.")] = "",
    task: Annotated[str, typer.Option(help="translation or brief, where it is not plain.")] = "",
    copy: Annotated[bool, typer.Option("--copy", help="Copy the files into the store.")] = False,
) -> None:
    """Make a folder of your own, such as a fine-tuned MarianMT, a model with an id."""
    from summarizer.models.add import Naming, add_folder
    from summarizer.models.manifest import Task
    from summarizer.models.store import Store

    if task and task not in list(Task):
        raise typer.BadParameter(f"{task!r} is none of: {', '.join(Task)}", param_hint="--task")
    naming = Naming(id=id, task=Task(task) if task else None)
    with meter(voice) as progress:
        report(add_folder(folder, Store(), naming, copy=copy, progress=progress), progress)


@app.command(no_args_is_help=True)
@spread
def convert(
    id: Id,
    voice: Voice,
    quantization: Annotated[str, typer.Option(help="int8, float16, bfloat16, float32 …")] = "int8",
) -> None:
    """Install the CTranslate2 form of an installed model: several times faster on a CPU."""
    from summarizer.models.add import convert_model
    from summarizer.models.store import Store

    with meter(voice) as progress:
        report(convert_model(id, Store(), quantization, progress), progress)


def report(installed: Installed, progress: Meter) -> None:
    """Say where a model came from and is, and how far its files were known beforehand."""
    progress.clear()
    size = sum(stamp.size for stamp in installed.files.values())
    typer.echo(f"{installed.id}: {megabytes(size)} from {installed.source}, in {installed.folder}")
    if installed.first_use:
        names = ", ".join(installed.first_use)
        say(f"nobody announces the sum of {names}: recorded now, and held to from now on")


def as_text(row: Row) -> str:
    manifest = row.manifest
    head = f"{manifest.id}  [{row.state}]  {' and '.join(manifest.tasks)}, {manifest.engine}"
    lines = [head, f"    {manifest.description}"]
    lines.append(f"    {megabytes(manifest.size)}, {manifest.licence}. {manifest.licence_note}")
    lines += [f"    {quality}" for quality in manifest.quality]
    if trust := trust_in(row):
        lines.append(f"    {trust}")
    return "\n".join(lines)


def trust_in(row: Row) -> str:
    """Say where the sums of the files are from, if not from the manifest."""
    if row.installed and row.installed.first_use:
        return "sums recorded when the files came, nobody had announced them"
    if not row.installed and not row.manifest.has_all_sums:
        return "sums not known here: compared with what the Hub announces, and recorded at the pull"
    return ""


def as_object(row: Row) -> dict[str, object]:
    manifest, installed = row.manifest, row.installed
    return {
        "id": manifest.id,
        "state": row.state,
        "tasks": manifest.tasks,
        "engine": manifest.engine,
        "description": manifest.description,
        "size": manifest.size,
        "licence": manifest.licence,
        "licence_note": manifest.licence_note,
        "needs_acceptance": manifest.needs_acceptance,
        "quality": [str(quality) for quality in manifest.quality],
        "path": str(installed.folder) if installed else None,
        "source": installed.source if installed else None,
        "revision": installed.revision if installed else manifest.revision,
        "trusted_on_first_use": list(installed.first_use) if installed else [],
    }


def megabytes(size: int) -> str:
    return f"{size / 1e6:,.0f} MB" if size else "size unknown"
