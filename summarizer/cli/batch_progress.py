"""How far a batch is, on standard error: a line on a terminal, one a minute elsewhere, or JSON."""

from __future__ import annotations

import json
import sys
import threading
import time
from types import TracebackType
from typing import Self

from summarizer.batch.run import Tally
from summarizer.cli.console import say

EVERY = 60.0  # seconds between lines where nobody watches
CLEAR = "\r\x1b[2K"


class Reporter:
    """Names each failure once, as it happens, and says from time to time how far the run is.

    Entered, it also does so while a window of articles takes long: a quarter of an hour without a
    line looks like a program that hangs.
    """

    def __init__(self, *, as_json: bool, quiet: bool) -> None:
        self._as_json, self._quiet = as_json, quiet
        self._live = sys.stderr.isatty() and not as_json
        self._last = time.monotonic()
        self._latest: Tally | None = None
        self._lock = threading.RLock()  # for a signal may come while a line is written
        self._ended = threading.Event()
        self._ticker = threading.Thread(target=self._tick, daemon=True)

    def __enter__(self) -> Self:
        if not self._quiet:
            self._ticker.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._ended.set()

    def _tick(self) -> None:
        while not self._ended.wait(1.0 if self._live else EVERY / 60):
            with self._lock:
                if self._latest is not None and not self._ended.is_set():
                    self._show(self._latest)

    def __call__(self, tally: Tally) -> None:
        with self._lock:
            self._latest = tally
            for name, reason in tally.failures:
                self._failed(name, reason)
            if not self._quiet:
                self._show(tally)

    def _show(self, tally: Tally) -> None:
        if self._live:
            sys.stderr.write(f"{CLEAR}{line(tally)}")
            sys.stderr.flush()
        elif time.monotonic() - self._last >= EVERY:
            self._last = time.monotonic()
            self._say("progress", tally)

    def finish(self) -> None:
        """The last line, of a run that is done."""
        self._close("finished")

    def stop(self) -> None:
        """The last words of a run that was stopped."""
        self._close("stopped")
        if not self._as_json:
            say("stopped; run the same command again to go on")

    def _close(self, event: str) -> None:
        self._ended.set()
        with self._lock:
            if self._latest is not None and not self._quiet:
                self._clear()
                self._say(event, self._latest)

    def _failed(self, name: str, reason: str) -> None:
        self._clear()
        if self._as_json:
            self._write({"event": "failed", "name": name, "reason": reason})
        else:
            sys.stderr.write(f"summarizer: {name}: {reason}\n")

    def _say(self, event: str, tally: Tally) -> None:
        if self._as_json:
            self._write({"event": event, **figures(tally)})
        else:
            sys.stderr.write(f"summarizer: {line(tally)}\n")
        sys.stderr.flush()

    def _write(self, record: dict[str, object]) -> None:
        sys.stderr.write(json.dumps(record, ensure_ascii=False) + "\n")

    def _clear(self) -> None:
        if self._live:
            sys.stderr.write(CLEAR)


def figures(tally: Tally) -> dict[str, object]:
    left = tally.seconds_left
    return {
        "total": tally.total,
        "done": tally.done,
        "skipped": tally.skipped,
        "failed": tally.failed,
        "left": tally.left,
        "sentences": tally.sentences,
        "flagged": tally.flagged,
        "characters": tally.characters,
        "tokens": tally.tokens,
        "seconds": round(tally.seconds, 1),
        "seconds_left": None if left is None else round(left),
    }


def line(tally: Tally) -> str:
    """«120 of 300 articles (80 done before, 2 failed), 1,204 sentences, 4.2/s, 118 tokens/s,
    12 min left»."""
    have = tally.done + tally.skipped + tally.failed
    aside = [f"{tally.skipped} done before"] if tally.skipped else []
    aside += [f"{tally.failed} failed"] if tally.failed else []
    parts = [f"{have:,} of {tally.total:,} articles" + (f" ({', '.join(aside)})" if aside else "")]
    if tally.sentences:
        pace = tally.sentences / max(tally.seconds, 0.001)
        parts += [f"{tally.sentences:,} sentences", f"{pace:.1f}/s"]
    if tally.tokens:
        parts.append(f"{tally.tokens / max(tally.seconds, 0.001):,.0f} tokens/s")
    if tally.seconds_left and tally.left:
        parts.append(f"{duration(tally.seconds_left)} left")
    return ", ".join(parts)


def duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 5400:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h"
