"""The same batch on Ray: on this machine, with two workers, one of which is killed."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from summarizer.batch.orders import Order
from summarizer.batch.ray_runner import own_signals
from summarizer.batch.run import Tally, run_batch
from summarizer.errors import MissingDependencyError, ModelNotFoundError
from tests.batch.conftest import tree, write_articles
from tests.batch.test_runners import RARE, absent, mortal

Orders = Callable[..., Order]

pytestmark = pytest.mark.filterwarnings(
    "ignore::FutureWarning",
    "ignore::ResourceWarning",
    "ignore::DeprecationWarning",
    "ignore::pytest.PytestUnraisableExceptionWarning",
)  # Ray's own


@pytest.fixture(scope="module")
def cluster() -> Iterator[None]:
    """One Ray for all tests here: starting it takes seconds."""
    import ray

    root = str(Path(__file__).parents[2])
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False,
             runtime_env={"env_vars": {"PYTHONPATH": root}})  # fmt: skip
    yield
    ray.shutdown()


def quiet(tally: Tally) -> None:
    pass


@pytest.mark.usefixtures("cluster")
def test_a_cluster_gives_what_one_process_gives_though_a_worker_dies(
    tmp_path: Path, order: Orders
) -> None:
    """Its articles run again on a new one; only the article that kills every worker fails."""
    write_articles(tmp_path / "in", 12)
    (tmp_path / "in/day0/once.txt").write_text(RARE.format(tmp_path / "mark"), "utf-8")
    told: list[tuple[str, str]] = []
    ours = order(make=mortal, workers=2, engine="ray", out="ray")
    tally = run_batch(ours, lambda tally: told.extend(tally.failures))
    assert (tally.done, tally.failed, told) == (13, 0, [])
    assert (tmp_path / "mark").exists()
    run_batch(order(make=mortal, out="one"), quiet)
    assert tree(tmp_path / "ray") == tree(tmp_path / "one")
    (tmp_path / "in/day1/always.txt").write_text("Это убийца.", encoding="utf-8")
    assert run_batch(ours, quiet).failed == 1


@pytest.mark.usefixtures("cluster")
def test_a_model_that_is_missing_on_the_cluster_ends_the_run(tmp_path: Path, order: Orders) -> None:
    """With the same message as on this machine."""
    write_articles(tmp_path / "in", 2)
    with pytest.raises(ModelNotFoundError, match="no model is installed"):
        run_batch(order(make=absent, engine="ray"), quiet)


def test_ray_leaves_the_answer_to_sigterm_as_it_was() -> None:
    """Its own ends the process at once, and nobody would say how to go on."""
    before = signal.getsignal(signal.SIGTERM)
    with own_signals():
        signal.signal(signal.SIGTERM, lambda number, frame: None)
    assert signal.getsignal(signal.SIGTERM) is before


def test_without_ray_the_error_says_what_to_install(
    tmp_path: Path, order: Orders, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ray is an extra."""
    write_articles(tmp_path / "in", 1)
    monkeypatch.setitem(sys.modules, "ray", None)
    with pytest.raises(MissingDependencyError, match=r"ru-en-summarizer\[ray\]"):
        run_batch(order(engine="ray"), quiet)
