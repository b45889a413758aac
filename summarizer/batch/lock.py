"""One batch at a time on an output."""

from __future__ import annotations

import contextlib
import json
import os
import socket
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from summarizer.batch.outputs import reporting
from summarizer.errors import OutputError


@contextlib.contextmanager
def hold(state: Path) -> Iterator[None]:
    """Keep every other batch off the folder; the system lets go when the process dies.

    Raises OutputError that says who holds it.
    """
    from filelock import FileLock, Timeout

    lock, holder = FileLock(state / "lock"), state / "holder.json"
    with reporting(state):
        try:
            lock.acquire(timeout=0)
        except Timeout as error:
            raise OutputError(
                f"{state.parent} is in use by {described(holder)}; wait for it, end it, or choose"
                " another output"
            ) from error
    try:
        with reporting(state):
            holder.write_text(json.dumps(who()), encoding="utf-8")
        yield
    finally:
        holder.unlink(missing_ok=True)
        lock.release()


def who() -> dict[str, object]:
    now = datetime.now().astimezone().isoformat(timespec="seconds")
    return {"process": os.getpid(), "host": socket.gethostname(), "since": now}


def described(holder: Path) -> str:
    """«process 17 on host since …», as far as the holder has written it down yet."""
    try:
        known = json.loads(holder.read_text(encoding="utf-8"))
        return f"process {known['process']} on {known['host']} since {known['since']}"
    except (OSError, ValueError, KeyError):
        return "another process"
