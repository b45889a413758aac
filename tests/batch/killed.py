"""A batch in a process of its own, for tests that kill it: IN OUT WORKERS."""

import sys
from pathlib import Path

from summarizer.batch.orders import Order
from summarizer.batch.outputs import Target
from summarizer.batch.run import run_batch
from summarizer.batch.work import Job
from tests.batch.conftest import OPTIONS, slow

if __name__ == "__main__":
    source, out, workers = sys.argv[1:]
    order = Order(
        inputs=[source],
        target=Target(Path(out), "json"),
        job=Job(slow, OPTIONS),
        workers=int(workers),
    )
    run_batch(order, lambda tally: None)
