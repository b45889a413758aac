"""Who does the work: this process, or several on this machine. Ray is in `ray_runner`.

A runner is entered to load the models, says what they are, and turns windows of tasks into windows
of outcomes, in whatever order they are done. One that loses a worker starts another.
"""

from __future__ import annotations

import logging
import multiprocessing
import signal
from collections import deque
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from types import TracebackType
from typing import Protocol, Self

from summarizer.batch.work import Job, Outcome, Task, do, load
from summarizer.errors import SummarizerError, TranslationError
from summarizer.progress import Progress
from summarizer.types import ModelUse

logger = logging.getLogger(__name__)

Window = Sequence[Task]


class Runner(Protocol):
    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None: ...

    @property
    def uses(self) -> tuple[ModelUse, ...]: ...

    def run(self, windows: Iterator[Window]) -> Iterator[list[Outcome]]: ...


class Alone:
    """Everything in this process, one window after the other."""

    def __init__(self, job: Job, progress: Progress) -> None:
        self._job, self._progress = job, progress

    def __enter__(self) -> Self:
        self._summarizer, self.uses = load(self._job, self._progress)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        del self._summarizer

    def run(self, windows: Iterator[Window]) -> Iterator[list[Outcome]]:
        for window in windows:
            yield do(self._summarizer, self._job, window)


@dataclass(slots=True)
class Losses:
    """What becomes of the articles of a worker that died: each runs again, alone, and one that
    kills its worker twice that way has failed."""

    alone: dict[str, int] = field(default_factory=dict)

    def sort(self, window: Window, cause: str) -> tuple[list[Window], list[Outcome]]:
        """Windows to run again, and outcomes of those that shall not."""
        if len(window) > 1:
            return [[task] for task in window], []
        (task,) = window
        self.alone[task.name] = self.alone.get(task.name, 0) + 1
        if self.alone[task.name] < 2:
            return [window], []
        return [], [Outcome(task.name, task.content, reason=f"it ended its worker twice: {cause}")]


@dataclass(slots=True)
class Worker:
    job: Job
    process: BaseProcess
    connection: Connection
    window: Window | None = None  # what it is at work on


class Pool:
    """Several processes, each with its own model and its share of the threads."""

    def __init__(self, job: Job, count: int, threads: int) -> None:
        self._jobs = shares(job, count, threads)
        self._workers: list[Worker] = []
        self._losses = Losses()
        self.uses: tuple[ModelUse, ...] = ()

    def __enter__(self) -> Self:
        try:
            self._workers = [self._start(job) for job in self._jobs]
            for worker in self._workers:
                self._await_ready(worker)
        except BaseException:
            self._end()
            raise
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
            busy = [worker for worker in self._workers if worker.window is not None]
            if not busy:
                return
            ready = wait([worker.connection for worker in busy])
            for worker in busy:
                if worker.connection in ready:
                    outcomes, lost = self._take(worker)
                    again.extend(lost)
                    if outcomes:
                        yield outcomes

    def _give(self, again: deque[Window], windows: Iterator[Window]) -> None:
        for worker in self._workers:
            if worker.window is None:
                window = again.popleft() if again else next(windows, None)
                if window is None:
                    return
                worker.window = window
                with suppress(OSError):  # it has died: `_take` will notice
                    worker.connection.send(window)

    def _take(self, worker: Worker) -> tuple[list[Outcome], list[Window]]:
        """What a worker has done, or the windows that a dead one leaves."""
        window, worker.window = worker.window or [], None
        try:
            answer = worker.connection.recv()
        except (EOFError, OSError):
            cause = self._replace(worker)
            again, failed = self._losses.sort(window, cause)
            return failed, again
        if isinstance(answer, SummarizerError):
            raise answer
        return answer, []

    def _replace(self, worker: Worker) -> str:
        cause = ending_of(worker.process)
        logger.warning("a worker ended (%s); another takes its place", cause)
        fresh = self._start(worker.job)
        worker.process, worker.connection = fresh.process, fresh.connection
        self._await_ready(worker)
        return cause

    def _start(self, job: Job) -> Worker:
        # a fresh process: a copy of one that runs threads (torch, openvino) may hang
        context = multiprocessing.get_context("spawn")
        ours, theirs = context.Pipe()
        process = context.Process(target=serve, args=(theirs, job), daemon=True)
        process.start()
        theirs.close()
        return Worker(job, process, ours)

    def _await_ready(self, worker: Worker) -> None:
        try:
            answer = worker.connection.recv()
        except EOFError as error:
            raise TranslationError(
                f"a worker ended while it loaded its model ({ending_of(worker.process)});"
                " try fewer --workers"
            ) from error
        if isinstance(answer, SummarizerError):
            raise answer
        self.uses = answer

    def _end(self) -> None:
        for worker in self._workers:
            worker.process.terminate()
        for worker in self._workers:
            worker.process.join()
            worker.connection.close()
        self._workers = []


def shares(job: Job, count: int, threads: int) -> list[Job]:
    """The job of each worker: an equal part of the threads, and of the GPUs if those are used."""
    each = max(1, threads // count)
    gpus = [job.options.device]
    if job.options.device == "cuda":
        from summarizer.translate.devices import devices

        gpus = [name for name in devices() if name.startswith("cuda:")] or gpus
    return [
        replace(job, options=replace(job.options, threads=each, device=gpus[at % len(gpus)]))
        for at in range(count)
    ]


def serve(connection: Connection, job: Job) -> None:
    """The life of a worker: load, then answer every window, until the other side hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's business
    try:
        summarizer, uses = load(job)
        connection.send(uses)
        while True:
            connection.send(do(summarizer, job, connection.recv()))
    except EOFError:
        return
    except SummarizerError as error:  # one of EVERYWHERE, or the model cannot be loaded
        connection.send(error)


def ending_of(process: BaseProcess) -> str:
    process.join(5)
    code = process.exitcode
    if code is None or code >= 0:
        return f"exit code {code}"
    name = signal.Signals(-code).name
    return f"{name}, perhaps for want of memory" if name == "SIGKILL" else name
