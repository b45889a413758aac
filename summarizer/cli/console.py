"""What a person is told on standard error: progress, the summary line, errors, the log."""

from __future__ import annotations

import logging
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from summarizer.cli.groups import Voice
from summarizer.types import Entity, Origin, Status, Translation

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

logger = logging.getLogger(__name__)


def say(text: str) -> None:
    sys.stderr.write(f"summarizer: {text}\n")
    sys.stderr.flush()


def say_error(error: BaseException, *, where: str = "") -> None:
    """One message for a person; the traceback goes to the log, which --debug shows."""
    message = str(error) or type(error).__name__
    say(f"{where}: {message}" if where and where not in message else message)
    logger.debug("where it was raised:", exc_info=error)


def start_log(voice: Voice) -> None:
    level = logging.WARNING
    if voice.quiet:
        level = logging.ERROR
    if voice.verbose:
        level = logging.INFO
    if voice.debug:
        level = logging.DEBUG
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter("%(name)s: %(message)s"))
    log = logging.getLogger("summarizer")
    log.handlers = [handler]
    log.setLevel(level)


class Meter:
    """Progress bars, one a task, on a terminal only; a log and bars would overwrite each other."""

    def __init__(self, voice: Voice) -> None:
        talks = voice.quiet or voice.verbose or voice.debug
        self._shown = sys.stderr.isatty() and not talks
        self._bars: Bars | None = None
        self._tasks: dict[str, TaskID] = {}

    def __call__(self, task: str, done: int, total: int) -> None:
        if not self._shown:
            return
        bars = self._start()
        if task not in self._tasks:
            self._tasks[task] = bars.add_task(task)
        bars.update(self._tasks[task], completed=done, total=total or None)

    def clear(self) -> None:
        """Take the bars off the screen, before anything else is written there."""
        if self._bars is not None:
            self._bars.stop()
        self._bars = None
        self._tasks = {}

    def _start(self) -> Bars:
        if self._bars is None:
            from rich.console import Console
            from rich.progress import Progress as Bars

            # not redirecting keeps the results on standard output, where they belong
            self._bars = Bars(
                console=Console(stderr=True),
                transient=True,
                redirect_stdout=False,
                redirect_stderr=False,
            )
            self._bars.start()
        return self._bars


def summary(
    entities: Sequence[Entity], translations: Sequence[Translation], untranslated: int = 0
) -> str:
    """«31 entities, 29 kept, 2 repaired, 0 flagged»: an entity counts by its worst mention, one
    of untranslated sentences alone not at all."""
    from summarizer.render.facts import statuses_of

    statuses = statuses_of(translations)
    worst = Counter(statuses[index] for index in range(len(entities)) if index in statuses)
    parts = [
        _count(worst.total(), "entity", "entities"),
        f"{worst[Status.KEPT]} kept",
        f"{worst[Status.REPAIRED]} repaired",
        f"{worst[Status.MISSING] + worst[Status.CHANGED]} flagged",
    ]
    if worst[Status.UNCHECKED]:
        parts.append(f"{worst[Status.UNCHECKED]} unchecked")
    guessed = sum(entities[index].origin is Origin.GUESSED for index in statuses)
    if guessed:
        parts.append(f"{guessed} spelt by ear")
    line = ", ".join(parts)
    translated = _count(len(translations), "sentence", "sentences")
    doubtful = sum(translation.is_flagged for translation in translations)
    if doubtful:
        line += f"; {doubtful} of {translated} flagged"
    if untranslated:
        line += f"; {untranslated} of {len(translations) + untranslated} not needed for the brief"
    return line


def glossary_report(path: Path, entities: Sequence[Entity]) -> str:
    """«glossary: 3 of 5 terms met; never: КВЗ, ПОЗИС»"""
    from summarizer.entities.known.glossary import load

    found = load(path).report(entities)
    line = f"glossary: {len(found.hits)} of {len(found.hits) + len(found.misses)} terms met"
    never = ", ".join(term.russian for term in found.misses)
    return f"{line}; never: {never}" if never else line


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}"
