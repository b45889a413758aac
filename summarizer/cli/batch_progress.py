"""How far a batch is, on standard error: a line on a terminal, one a minute elsewhere, or JSON."""

from __future__ import annotations

import json
import sys
import time

from summarizer.batch.run import Tally

EVERY = 60.0  # seconds between lines where nobody watches
CLEAR = "\r\x1b[2K"


class Reporter:
    """Names each failure once, as it happens, and says from time to time how far the run is."""

    def __init__(self, *, as_json: bool, quiet: bool) -> None:
        self._as_json, self._quiet = as_json, quiet
        self._live = sys.stderr.isatty() and not as_json
        self._last = time.monotonic()

    def __call__(self, tally: Tally) -> None:
        for name, reason in tally.failures:
            self._failed(name, reason)
        if self._quiet:
            return
        if self._live:
            sys.stderr.write(f"{CLEAR}{line(tally)}")
            sys.stderr.flush()
        elif time.monotonic() - self._last >= EVERY:
            self._last = time.monotonic()
            self._say("progress", tally)

    def finish(self, tally: Tally) -> None:
        if not self._quiet:
            self._clear()
            self._say("finished", tally)

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
        "seconds": round(tally.seconds, 1),
        "seconds_left": None if left is None else round(left),
    }


def line(tally: Tally) -> str:
    """«120 of 300 articles (80 done before, 2 failed), 1,204 sentences, 4.2/s, 12 min left»."""
    have = tally.done + tally.skipped + tally.failed
    aside = [f"{tally.skipped} done before"] if tally.skipped else []
    aside += [f"{tally.failed} failed"] if tally.failed else []
    parts = [f"{have:,} of {tally.total:,} articles" + (f" ({', '.join(aside)})" if aside else "")]
    if tally.sentences:
        pace = tally.sentences / max(tally.seconds, 0.001)
        parts += [f"{tally.sentences:,} sentences", f"{pace:.1f}/s"]
    if tally.seconds_left and tally.left:
        parts.append(f"{duration(tally.seconds_left)} left")
    return ", ".join(parts)


def duration(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    if seconds < 5400:
        return f"{seconds / 60:.0f} min"
    return f"{seconds / 3600:.1f} h"
