"""Groups of command-line options: one frozen dataclass a group, its fields are the options.

A command names the groups it takes and gets each as one value:

    @spread
    def translate(files: Files, models: Models, output: Output) -> None: ...

Fields are called as in `summarizer.options.Options`, which holds the defaults.
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
        str, model(metavar="MODEL", help="A model id, a folder, or auto: the best one installed.")
    ] = DEFAULT.translator
    adapter: Annotated[
        bool, model("--adapter/--no-adapter", help="The project's adapter on the embedded model.")
    ] = DEFAULT.adapter
    device: Annotated[str, model(help="auto, cpu, cuda, cuda:1 or mps.")] = DEFAULT.device
    threads: Annotated[int, model(min=0, help="0: as many as this process may use.")] = (
        DEFAULT.threads
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    glossary: Annotated[
        Path | None,
        name(metavar="FILE", help="CSV or TOML: the Russian nominative and its English."),
    ] = DEFAULT.glossary
    scheme: Annotated[str, name(help="How names are romanised: news, or a formal standard.")] = (
        DEFAULT.scheme
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Checks:
    hints: Annotated[
        bool, name("--hints/--no-hints", help="Tell the model the English of the names.")
    ] = DEFAULT.hints
    ladder: Annotated[Ladder, name(help="How far to go for a sentence that fails its check.")] = (
        DEFAULT.ladder
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Writing:
    sentences: Annotated[int, writing(min=1, help="At most so many in a brief.")] = (
        DEFAULT.sentences
    )
    words: Annotated[int, writing(min=1, help="At most so many in a brief.")] = DEFAULT.words
    style: Annotated[
        Style, writing(help="Sentences of the article, written anew, or whichever passes.")
    ] = DEFAULT.style
    summariser: Annotated[str, writing(metavar="MODEL", help="A model id, a folder, or auto.")] = (
        DEFAULT.summariser
    )


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
    """The library's options out of the groups that a command takes."""
    return Options(**{key: value for group in groups for key, value in asdict(group).items()})


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
