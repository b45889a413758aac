"""Groups of command-line options: one frozen dataclass a group, its fields are the options.

A command names the groups it takes and gets each as one value:

    @spread
    def translate(files: Files, models: Models, output: Output) -> None: ...

Fields are called as in `summarizer.options.Options`, which holds the defaults; None is what was
not typed, so that the environment and configuration files can set it.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, fields, is_dataclass
from enum import StrEnum
from functools import partial, wraps
from pathlib import Path
from typing import Annotated, Any, get_type_hints

import typer

from summarizer.options import Ladder, Options, Style

DEFAULT = Options()

Files = Annotated[
    list[str],
    typer.Argument(metavar="FILE", help="Articles in Russian; - reads standard input."),
]


class Format(StrEnum):
    TEXT = "text"
    MD = "md"
    JSON = "json"
    HTML = "html"


model = partial(typer.Option, rich_help_panel="Models")
name = partial(typer.Option, rich_help_panel="Names")
writing = partial(typer.Option, rich_help_panel="Brief")
output = partial(typer.Option, rich_help_panel="Output")


@dataclass(frozen=True, slots=True, kw_only=True)
class Models:
    translator: Annotated[
        str | None,
        model(
            metavar="MODEL",
            show_default=DEFAULT.translator,
            help="A model id, a folder, or auto: the best one installed.",
        ),
    ] = None
    adapter: Annotated[
        bool | None,
        model(
            "--adapter/--no-adapter",
            show_default="adapter",
            help="The project's adapter on the embedded model.",
        ),
    ] = None
    device: Annotated[
        str | None, model(show_default=DEFAULT.device, help="auto, cpu, cuda, cuda:1 or mps.")
    ] = None
    threads: Annotated[
        int | None, model(min=0, show_default="as many as the process may use", help="On the CPU.")
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    glossary: Annotated[
        Path | None,
        name(metavar="FILE", help="CSV or TOML: the Russian nominative and its English."),
    ] = None
    scheme: Annotated[
        str | None,
        name(show_default=DEFAULT.scheme, help="Romanisation: news, or a formal standard."),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Checks:
    hints: Annotated[
        bool | None,
        name(
            "--hints/--no-hints",
            show_default="hints",
            help="Tell the model the English of the names.",
        ),
    ] = None
    ladder: Annotated[
        Ladder | None,
        name(
            show_default=DEFAULT.ladder.value,
            help="How far to go for a sentence that fails its check.",
        ),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    sentences: Annotated[
        int | None,
        writing(min=1, show_default=str(DEFAULT.sentences), help="At most so many in a brief."),
    ] = None
    words: Annotated[
        int | None,
        writing(min=1, show_default=str(DEFAULT.words), help="At most so many in a brief."),
    ] = None
    whole: Annotated[
        bool | None,
        writing(
            "--whole/--no-whole",
            show_default="no-whole",
            help="Translate the sentences too that cannot come into the brief (json, html).",
        ),
    ] = None
    style: Annotated[
        Style | None,
        writing(
            show_default=DEFAULT.style.value,
            help="Sentences of the article, written anew, or the better of both.",
        ),
    ] = None
    summariser: Annotated[
        str | None,
        writing(
            metavar="MODEL", show_default=DEFAULT.summariser, help="A model id, a folder, or auto."
        ),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    format: Annotated[Format, output("--format", "-f", help="json writes one object a line.")] = (
        Format.TEXT
    )
    path: Annotated[
        Path | None,
        output("--output", "-o", metavar="FILE", help="Write here instead of standard output."),
    ] = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """How much is said on standard error."""

    quiet: Annotated[bool, output("--quiet", "-q", help="Only errors on standard error.")] = False
    verbose: Annotated[
        bool, output("--verbose", "-v", help="Say what is done, and by which model.")
    ] = False
    debug: Annotated[bool, output("--debug", help="Say everything, tracebacks too.")] = False


def options(*groups: Models | Names | Checks | Writing) -> Options:
    """The library's options: what was typed over what the environment and the files set."""
    from summarizer.config import load_options

    fields_of = (asdict(group).items() for group in groups)
    return load_options(
        {key: value for pairs in fields_of for key, value in pairs if value is not None}
    )


def spread(command: Callable[..., None]) -> Callable[..., None]:
    """Let Typer see each field of the groups that `command` takes as an option of its own."""
    hints = get_type_hints(command, include_extras=True)
    hints.pop("return")
    groups: dict[str, Any] = {key: hint for key, hint in hints.items() if is_dataclass(hint)}

    @wraps(command)
    def flat(**values: Any) -> None:
        for key, group in groups.items():
            values[key] = group(**{field.name: values.pop(field.name) for field in fields(group)})
        command(**values)

    defaults = {p.name: p.default for p in inspect.signature(command).parameters.values()}
    parameters = [p for key in hints for p in _parameters(key, hints[key], defaults[key])]
    flat.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    flat.__annotations__ = {p.name: p.annotation for p in parameters}
    return flat


def _parameters(key: str, hint: Any, default: Any) -> list[inspect.Parameter]:
    keyword = inspect.Parameter.KEYWORD_ONLY
    if not is_dataclass(hint):
        return [inspect.Parameter(key, keyword, default=default, annotation=hint)]
    annotations: Mapping[str, Any] = get_type_hints(hint, include_extras=True)
    return [
        inspect.Parameter(f.name, keyword, default=f.default, annotation=annotations[f.name])
        for f in fields(hint)
    ]
