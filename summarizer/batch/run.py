"""A batch from its inputs to its results: plan, skip what is done, work, record."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from summarizer.batch.inputs import Item, check, items
from summarizer.batch.lock import hold
from summarizer.batch.manifest import Finished, Manifest, forget
from summarizer.batch.orders import Order, identity, remembered
from summarizer.batch.runners import Alone, Pool, Runner, Window
from summarizer.batch.work import Outcome, Task, reason_of
from summarizer.errors import SummarizerError
from summarizer.language import require_russian
from summarizer.progress import Progress, silent

logger = logging.getLogger(__name__)


@dataclass(slots=True)
class Tally:
    """How far a run is. `skipped` were done by an earlier run."""

    total: int = 0
    done: int = 0
    skipped: int = 0
    failed: int = 0
    sentences: int = 0
    flagged: int = 0
    characters: int = 0
    tokens: int = 0
    failures: list[tuple[str, str]] = field(default_factory=list)  # since the last report
    started: float = field(default_factory=time.monotonic)

    @property
    def worked(self) -> int:
        return self.done + self.failed

    @property
    def left(self) -> int:
        return max(0, self.total - self.done - self.skipped - self.failed)

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.started

    @property
    def seconds_left(self) -> float | None:
        """From the pace so far, None before the first article is done."""
        return self.seconds / self.worked * self.left if self.worked else None


Report = Callable[[Tally], None]


class HaltedError(SummarizerError):
    """--fail-fast: an article failed and the batch stopped there."""


def run_batch(
    order: Order,
    report: Report,
    progress: Progress = silent,
    again: Callable[[], bool] = lambda: False,
) -> Tally:
    """Do every article of `order` that is not done yet; an article that fails becomes a row.

    `report` is called when it is known how many there are, and whenever some are finished. When
    all are, `again` is asked whether to look for new ones; the models stay loaded. Raises
    OutputError where results cannot be written, InputError where an input is nothing at all,
    HaltedError with `fail_fast`, and what would fail every article alike. Whatever ends it, the
    same order goes on where it stopped.
    """
    check(order.inputs)
    order.target.prepare()
    with hold(order.target.state):
        if order.fresh:
            forget(order.target.manifest)
        manifest = Manifest(order.target.manifest)
        try:
            with runner_of(order, progress) as runner:
                config = identity(order.job, runner.uses)
                tally = Pass(order, manifest, runner, config, report).whole()
                while again():
                    Pass(order, manifest, runner, config, report, is_first=False).whole()
                return tally
        finally:
            manifest.close()


@dataclass
class Pass:
    """Once through the inputs, holding the lock."""

    order: Order
    manifest: Manifest
    runner: Runner
    config: str
    report: Report
    is_first: bool = True
    tally: Tally = field(default_factory=Tally)

    def whole(self) -> Tally:
        if not self.order.only_failed:
            self.manifest.begin(remembered(self.order))
            self.manifest.plan(self._items())
        counts = self.manifest.counts()
        self.tally.total = counts["failed"] if self.order.only_failed else sum(counts.values())
        self.report(self.tally)
        for outcomes in self.runner.run(windows(self._tasks(), self.order.job.options.window)):
            self._record(outcomes)
        if not self.order.only_failed and not self.order.settled:
            gone = "was there when the run began, and is gone"
            lost = [Outcome(name, "", reason=f"{p} {gone}") for name, p in self.manifest.missed()]
            self._record(lost)
        if self.order.target.is_one_file and (self.is_first or self.tally.worked):
            self.order.target.write_all(self.manifest.results())
        return self.tally

    def _items(self) -> Iterator[Item]:
        found = items(self.order.inputs, leave_out=self.order.target.path.absolute())
        return (item for item in found if item.is_settled(self.order.settled))

    def _tasks(self) -> Iterator[Task]:
        """Read every article that is not done; one that cannot be read has failed."""
        for item in self._items():
            taken = self.manifest.take(item)
            if taken is None or not self._is_wanted(taken[0], item):
                continue
            name, position = taken
            try:
                article, content = item.read()
                require_russian(article)
            except (SummarizerError, OSError, ValueError, RecursionError) as error:
                self._record([Outcome(name, "", reason=reason_of(error))])
                continue
            if self._is_done(name, content):
                self.tally.skipped += 1
            else:
                yield Task(name, content, article, position)

    def _is_wanted(self, name: str, item: Item) -> bool:
        """On the first pass all that did not fail, or only that; later only what has changed."""
        if self.order.only_failed:
            return self.manifest.status_of(name) == "failed"
        if self.manifest.has_changed(item) or self.is_first:
            return True
        self.tally.skipped += 1
        return False

    def _is_done(self, name: str, content: str) -> bool:
        return self.manifest.is_done(name, content, self.config) and self.order.target.has(name)

    def _record(self, outcomes: Sequence[Outcome]) -> None:
        """Results first, then the rows that say so: a kill between the two repeats, never loses."""
        one_file = self.order.target.is_one_file
        if not one_file:
            self.order.target.write(
                [(each.name, each.text) for each in outcomes if not each.reason]
            )
        self.manifest.finish(
            [
                Finished(
                    each.name,
                    each.content,
                    each.reason,
                    each.text if one_file else "",
                    each.sentences,
                    each.flagged,
                )
                for each in outcomes
            ],
            self.config,
        )
        self._count(outcomes)
        if self.order.fail_fast and self.tally.failed:
            name, reason = next((each.name, each.reason) for each in outcomes if each.reason)
            raise HaltedError(f"stopped at the first failure, {name}: {reason}")

    def _count(self, outcomes: Sequence[Outcome]) -> None:
        for each in outcomes:
            self.tally.sentences += each.sentences
            self.tally.flagged += each.flagged
            self.tally.characters += each.characters
            self.tally.tokens += each.tokens
            if each.reason:
                self.tally.failed += 1
                self.tally.failures.append((each.name, each.reason))
            else:
                self.tally.done += 1
        self.report(self.tally)
        self.tally.failures.clear()


def windows(tasks: Iterable[Task], size: int) -> Iterator[Window]:
    """Tasks that are done together. Windows begin at fixed positions of the input, so that a run
    that was stopped gives the engine the same batches again: the last digits of its scores, and
    with them a close choice, may depend on what is padded to the same length."""
    for _, window in groupby(tasks, key=lambda task: task.position // size):
        yield list(window)


def runner_of(order: Order, progress: Progress) -> Runner:
    if order.engine == "ray":
        from summarizer.batch.ray_runner import Cluster

        return Cluster(order.job, order.workers, order.address)
    if order.workers == 1:
        return Alone(order.job, progress)
    from summarizer.translate.devices import usable_threads

    return Pool(order.job, order.workers, order.job.options.threads or usable_threads())
