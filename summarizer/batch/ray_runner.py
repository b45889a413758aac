"""The same work on a Ray cluster: one actor a worker, so that each loads its model once.

Actors and not Ray Data: results must come back one window at a time to the one writer that keeps
the manifest, and a worker that dies must cost its own window only.
"""

from __future__ import annotations

import logging
import signal
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from summarizer.batch.runners import Losses, Window
from summarizer.batch.work import Job, Outcome, do, load
from summarizer.errors import MissingDependencyError, SummarizerError, TranslationError
from summarizer.types import ModelUse

if TYPE_CHECKING:
    from summarizer.pipeline import Summarizer

logger = logging.getLogger(__name__)


class Actor:
    """What runs on the cluster; Ray makes it remote."""

    def __init__(self, job: Job) -> None:
        self._job = job  # no more: an error here would reach us as a dead actor without its cause
        self._loaded: tuple[Summarizer, tuple[ModelUse, ...]] | None = None

    def _load(self) -> tuple[Summarizer, tuple[ModelUse, ...]]:
        self._loaded = self._loaded or load(self._job)
        return self._loaded

    def uses(self) -> tuple[ModelUse, ...]:
        return self._load()[1]

    def do(self, window: Window) -> list[Outcome]:
        return do(self._load()[0], self._job, window)


@dataclass(slots=True)
class Worker:
    actor: Any
    window: Window | None = None
    answer: Any = None  # Ray's promise of the outcomes


class Cluster:
    """`count` actors, on the cluster at `address` or on this machine."""

    def __init__(self, job: Job, count: int, address: str) -> None:
        self._ray = import_ray()
        self._job, self._count, self._address = job, count, address
        self._workers: list[Worker] = []
        self._losses = Losses()
        self._started = False
        self.uses: tuple[ModelUse, ...] = ()

    def __enter__(self) -> Self:
        ray = self._ray
        if not ray.is_initialized():
            with own_signals():
                ray.init(
                    address=self._address or None, log_to_driver=False, include_dashboard=False
                )
            self._started = True
        self._workers = [Worker(self._start()) for _ in range(self._count)]
        promises = [worker.actor.uses.remote() for worker in self._workers]
        try:
            self.uses = ray.get(promises)[0]
        except ray.exceptions.RayError as error:
            self._end()
            raise cause_of(error) from error
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._end()

    def run(self, windows: Iterator[Window]) -> Iterator[list[Outcome]]:
        again: deque[Window] = deque()
        while True:
            self._give(again, windows)
            busy = {worker.answer: worker for worker in self._workers if worker.window is not None}
            if not busy:
                return
            (ready,), _ = self._ray.wait(list(busy), num_returns=1)
            outcomes, lost = self._take(busy[ready])
            again.extend(lost)
            if outcomes:
                yield outcomes

    def _give(self, again: deque[Window], windows: Iterator[Window]) -> None:
        for worker in self._workers:
            if worker.window is None:
                worker.window = again.popleft() if again else next(windows, None)
                if worker.window is None:
                    return
                worker.answer = worker.actor.do.remote(worker.window)

    def _take(self, worker: Worker) -> tuple[list[Outcome], list[Window]]:
        """What an actor has done, or the windows that a dead one leaves."""
        window, worker.window = worker.window or [], None
        try:
            return self._ray.get(worker.answer), []
        except (self._ray.exceptions.RayActorError, self._ray.exceptions.NodeDiedError) as error:
            logger.warning("a worker was lost (%s); another takes its place", first_line(error))
            worker.actor = self._start()
            again, failed = self._losses.sort(window, first_line(error))
            return failed, again
        except self._ray.exceptions.RayError as error:
            raise cause_of(error) from error

    def _start(self) -> Any:
        threads = self._job.options.threads or 1
        return self._ray.remote(num_cpus=threads)(Actor).remote(self._job)

    def _end(self) -> None:
        for worker in self._workers:
            self._ray.kill(worker.actor)
        self._workers = []
        if self._started:
            self._ray.shutdown()


@contextmanager
def own_signals() -> Iterator[None]:
    """Ray answers SIGTERM by ending the process; the batch has last words to say."""
    before = signal.getsignal(signal.SIGTERM)
    yield
    if threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, before)


def import_ray() -> Any:
    try:
        import ray
    except ImportError as error:
        raise MissingDependencyError(
            "--engine ray needs Ray: pip install 'ru-en-summarizer[ray]'"
        ) from error
    return ray


def cause_of(error: Exception) -> SummarizerError:
    """Our own error out of Ray's wrapping, or what Ray itself says."""
    cause = getattr(error, "cause", None)
    if isinstance(cause, SummarizerError):
        return cause
    return TranslationError(f"the Ray cluster failed: {first_line(error)}")


def first_line(error: Exception) -> str:
    return (str(error).strip().splitlines() or [type(error).__name__])[0]
