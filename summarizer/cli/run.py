"""One run of a command over its files: results out, failures named, the exit code right."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import IO, TYPE_CHECKING, Self, TypeVar

import typer

from summarizer.cli.console import Meter, glossary_report, say, say_error, start_log, summary
from summarizer.cli.groups import Checks, Format, Models, Names, Output, Voice, Writing, options
from summarizer.errors import (
    InputError,
    MissingDependencyError,
    OutputError,
    TranslationError,
)
from summarizer.types import Entity, Translation

if TYPE_CHECKING:
    from summarizer.pipeline import Summarizer

FAILED, SOME_FAILED = 1, 3
SEPARATORS = {Format.TEXT: "\n", Format.MD: "\n---\n\n", Format.JSON: "", Format.HTML: ""}

T = TypeVar("T")


class Run:
    """`with Run(files, output, voice) as run: for result in run.each(work): run.write(...)`.

    An article that cannot be read or translated is named and passed over when there are several;
    leaving the block then ends the program with exit code 3, or 1 if none came through. Import the
    library inside the block: then --debug shows what is wrong with a broken installation too.
    """

    def __init__(self, files: Sequence[str], output: Output, voice: Voice) -> None:
        if output.format is Format.HTML and len(files) > 1:
            raise typer.BadParameter("an HTML page holds one article: give one FILE at a time")
        start_log(voice)
        self._files, self._voice = files, voice
        self._sink = Sink(output)
        self._failed = 0
        self._glossary: Path | None = None
        self._met: list[Entity] = []
        self.progress = Meter(voice)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.progress.clear()
        self._sink.close(keep=error is None)
        if self._glossary and error is None:
            self.say(glossary_report(self._glossary, self._met))
        if self._failed and error is None:
            say(f"{self._failed} of {len(self._files)} files failed")
            raise typer.Exit(SOME_FAILED if self._failed < len(self._files) else FAILED)

    def summarizer(self, *groups: Models | Names | Checks | Writing) -> Summarizer:
        """The library with the options that were typed or set, reporting its progress here."""
        from summarizer.pipeline import Summarizer

        chosen = options(*groups)
        self._glossary = chosen.glossary
        return Summarizer(chosen, progress=self.progress)

    def each(self, work: Callable[[str], T]) -> Iterator[T]:
        """The result of `work` for each file, in order, leaving out those that fail."""
        for file in self._files:
            try:
                result = work(file)
            except (InputError, TranslationError, MissingDependencyError) as error:
                self._pass_over(file, error)
            else:
                yield result

    def _pass_over(self, file: str, error: Exception) -> None:
        if len(self._files) == 1:
            raise error
        self._failed += 1
        self.progress.clear()
        say_error(error, where=file)

    def write(self, text: str) -> None:
        self.progress.clear()
        self._sink.write(text)

    def report(
        self,
        entities: Sequence[Entity],
        translations: Sequence[Translation] = (),
        untranslated: int = 0,
    ) -> None:
        """Say in one line what became of an article's entities."""
        self._met += entities
        if translations:
            self.say(summary(entities, translations, untranslated))

    def say(self, text: str) -> None:
        if not self._voice.quiet:
            self.progress.clear()
            say(text)


class Sink:
    """Standard output, or a file that is there whole or not at all."""

    def __init__(self, output: Output) -> None:
        self._path = output.path
        self._separator = SEPARATORS[output.format]
        self._stream: IO[str] | None = None

    def write(self, text: str) -> None:
        """Write one article's result, ended by a newline."""
        separator = "" if self._stream is None else self._separator
        if self._stream is None:
            self._stream = sys.stdout if self._path is None else open_beside(self._path)
        try:
            self._stream.write(separator + text.rstrip("\n") + "\n")
            self._stream.flush()  # a closed pipe is noticed here, not when the interpreter ends
        except BrokenPipeError:
            raise
        except OSError as error:
            raise cannot_write(self._path or "standard output", error) from error

    def close(self, *, keep: bool) -> None:
        if self._path is None or self._stream is None:
            return
        with suppress(OSError):  # of a full disk, which `write` has reported already
            self._stream.close()
        if keep:
            replace(Path(self._stream.name), self._path)
        else:
            Path(self._stream.name).unlink()


def open_beside(path: Path) -> IO[str]:
    """A temporary file in the folder of `path`, so that renaming it there is atomic."""
    try:
        return tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", dir=path.parent, prefix=f".{path.name}.", delete=False
        )
    except OSError as error:
        raise cannot_write(path, error) from error


def replace(temporary: Path, path: Path) -> None:
    try:
        umask = os.umask(0)
        os.umask(umask)
        temporary.chmod(0o666 & ~umask)  # temporary files are private, results need not be
        temporary.replace(path)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        raise cannot_write(path, error) from error


def cannot_write(where: Path | str, error: OSError) -> OutputError:
    return OutputError(f"cannot write {where}: {error.strerror}")
