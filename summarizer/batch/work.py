"""What is done to a window of articles, in this process, in a worker or on a cluster."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from summarizer.errors import (
    ConfigError,
    MissingDependencyError,
    ModelCorruptError,
    ModelNotFoundError,
    SummarizerError,
)
from summarizer.options import Options
from summarizer.progress import Progress, silent
from summarizer.types import Article, ModelUse, Translation

if TYPE_CHECKING:
    from summarizer.pipeline import Summarizer

logger = logging.getLogger(__name__)

# These fail every article alike: the run ends with the message, instead of a thousand rows of it.
EVERYWHERE = (ConfigError, MissingDependencyError, ModelCorruptError, ModelNotFoundError)

Maker = Callable[[Options, Progress], "Summarizer"]


@dataclass(frozen=True, slots=True)
class Job:
    """What is made of every article. Picklable: `make` is a function that can be imported."""

    make: Maker
    options: Options
    product: str = "brief"  # or "translation"
    format: str = "json"


@dataclass(frozen=True, slots=True)
class Task:
    name: str
    content: str  # sha256 of what the article was made from
    article: Article
    position: int = 0  # in the input


@dataclass(frozen=True, slots=True)
class Outcome:
    """`text` is the rendered result; where `reason` is not "", there is none."""

    name: str
    content: str
    text: str = ""
    reason: str = ""
    sentences: int = 0
    flagged: int = 0
    characters: int = 0
    tokens: int = 0  # that models wrote for the sentences as they stand


def do(summarizer: Summarizer, job: Job, tasks: Sequence[Task]) -> list[Outcome]:
    """The outcome of every task, in order: one that fails takes no other with it.

    Raises only what would fail every article: a model or an option.
    """
    try:
        return together(summarizer, job, tasks)
    except EVERYWHERE:
        raise
    except Exception as error:  # noqa: BLE001 - the batch goes on, the article's row has the reason
        if len(tasks) == 1:
            return [failure(tasks[0], error)]
        logger.info("%s: now one article at a time", error)
        return [outcome for task in tasks for outcome in do(summarizer, job, [task])]


def together(summarizer: Summarizer, job: Job, tasks: Sequence[Task]) -> list[Outcome]:
    """Translated together, and yet each article as if alone: names are not remembered from one to
    the next, or a result would depend on which others failed, were new or were done before."""
    from summarizer import render

    articles = [task.article for task in tasks]
    if job.product == "brief":
        briefs = summarizer.pipe(articles, remember=False)
        shown = [(render.brief(brief, job.format), brief.translations) for brief in briefs]
    else:
        translated = summarizer.pipe_translations(articles, remember=False)
        shown = [(render.translation(each, job.format), each.translations) for each in translated]
    return [success(task, *each) for task, each in zip(tasks, shown, strict=True)]


def success(task: Task, text: str, translations: Sequence[Translation]) -> Outcome:
    return Outcome(
        task.name,
        task.content,
        storable(text),
        sentences=len(translations),
        flagged=sum(translation.is_flagged for translation in translations),
        characters=len(task.article.text),
        tokens=sum(translation.tokens for translation in translations),
    )


def failure(task: Task, error: BaseException) -> Outcome:
    logger.debug("where %s failed:", task.name, exc_info=error)
    return Outcome(task.name, task.content, reason=reason_of(error))


def reason_of(error: BaseException) -> str:
    """What to tell of a failure, on one line, whatever an article or a file's name holds."""
    from summarizer.reading.articles import visible

    known = isinstance(error, (SummarizerError, OSError))
    text = str(error) if known else f"unexpected {type(error).__name__}: {error}"
    return visible(" ".join(text.splitlines()))


def storable(text: str) -> str:
    r"""Half characters, which a record's own fields may hold, as JSON writes them: \ud800."""
    return text.encode("utf-8", "backslashreplace").decode()


def uses_of(summarizer: Summarizer, job: Job) -> tuple[ModelUse, ...]:
    """The models that a result depends on."""
    from summarizer.options import Style

    uses: tuple[ModelUse, ...] = (summarizer.translator.use,)
    if job.product == "brief" and job.options.style is not Style.EXTRACTIVE:
        summariser = summarizer.summariser
        uses += (summariser.use,) if summariser else ()
    return uses


def load(job: Job, progress: Progress = silent) -> tuple[Summarizer, tuple[ModelUse, ...]]:
    summarizer = job.make(job.options, progress)
    return summarizer, uses_of(summarizer, job)
