"""Whatever lies in the folder, the other articles come through and each failure is named once."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from summarizer.batch import inputs
from summarizer.batch.inputs import clean_part
from summarizer.batch.manifest import Manifest
from summarizer.batch.orders import Order
from summarizer.batch.run import Tally, run_batch
from tests.batch.conftest import tree, write_articles
from tests.batch.hostile import FAILING, IDS, TEXT, write_hostile, write_strange

Orders = Callable[..., Order]
ARTICLES = int(os.environ.get("SUMMARIZER_TEST_ARTICLES", "60"))  # the number is 1,000


def quiet(tally: Tally) -> None:
    pass


def test_hostile_inputs_are_named_once_and_the_others_come_through(
    tmp_path: Path, order: Orders
) -> None:
    """Each with its reason, on one line; nothing hangs, nothing leaves the folder of results."""
    write_articles(tmp_path / "in", ARTICLES)
    sound = ARTICLES + write_hostile(tmp_path / "in/wild")
    bad = len(FAILING) + write_strange(tmp_path / "in/wild")
    told: list[tuple[str, str]] = []
    tally = run_batch(order(), lambda tally: told.extend(tally.failures))
    assert (tally.total, tally.done, tally.failed) == (sound + bad, sound, bad)
    assert len({name for name, _ in told}) == len(told) == bad >= 50
    assert all(reason.isprintable() for _, reason in told)
    assert len(tree(tmp_path / "out")) == sound
    assert {path.name for path in tmp_path.iterdir()} == {"in", "out"}
    again = run_batch(order(), quiet)
    assert (again.done, again.skipped, again.failed) == (0, sound, bad)


@pytest.mark.parametrize("name", FAILING)
def test_a_failure_says_what_is_wrong(tmp_path: Path, order: Orders, name: str) -> None:
    """Not merely that it failed: `batch status` shows the file and the reason."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / name).write_bytes(FAILING[name][0])
    assert run_batch(order(), quiet).failed == 1
    manifest = Manifest(order().target.manifest)
    (row,) = manifest.failed()
    manifest.close()
    assert row.reason is not None
    assert FAILING[name][1] in row.reason
    assert not row.reason.startswith("unexpected")
    assert row.place.isprintable()


def test_names_of_results_are_safe_on_every_system() -> None:
    """No way up, no hidden file, none that Windows reserves, none too long for a file system."""
    for each in (*IDS, "aux.txt", "lpt1", "a:b", "a" * 999, "😀" * 99):
        part = clean_part(json.loads(f'"{each}"'))
        assert part
        assert not part.startswith(".")
        assert not set(part) & set('/\\:*?"<>|\n\0')
        assert len(part.encode()) <= 200
    assert clean_part("CON") == "_CON"
    assert clean_part("Кондопога") == "Кондопога"
    assert clean_part("и" * 500) != clean_part("и" * 501)


def test_results_that_differ_by_case_only_get_names_of_their_own(
    tmp_path: Path, order: Orders
) -> None:
    """On the disks of most desktops "A.json" and "a.json" are one file."""
    rows = [json.dumps({"id": each, "text": TEXT}) for each in ("A", "a", "Я", "я")]
    (tmp_path / "rows.jsonl").write_text("\n".join(rows), encoding="utf-8")
    assert run_batch(order(tmp_path / "rows.jsonl"), quiet).done == 4
    names = [name.casefold() for name in tree(tmp_path / "out")]
    assert len(set(names)) == 4


def test_a_file_that_is_gone_before_its_turn_is_named(tmp_path: Path, order: Orders) -> None:
    """It was in the plan, so it must not be merely absent at the end."""
    write_articles(tmp_path / "in", 12)
    victim = tmp_path / "in/day2/00011.txt"
    told: list[tuple[str, str]] = []

    def report(tally: Tally) -> None:
        victim.unlink(missing_ok=True)
        told.extend(tally.failures)

    tally = run_batch(order(), report)
    assert (tally.done, tally.failed, tally.left) == (11, 1, 0)
    assert told == [("day2/00011", f"{victim} was there when the run began, and is gone")]


def test_what_may_not_be_read_fails_alone(
    tmp_path: Path, order: Orders, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file and a folder without permission; root may read both, so the system is played."""
    write_articles(tmp_path / "in", 9)
    scan, read = os.scandir, Path.read_bytes

    def scandir(path: Path) -> object:
        if Path(path).name == "day1":
            raise PermissionError(13, "Permission denied")
        return scan(path)

    def read_bytes(path: Path) -> bytes:
        if path.name == "00000.txt":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(inputs.os, "scandir", scandir)
    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    told: list[tuple[str, str]] = []
    tally = run_batch(order(), lambda tally: told.extend(tally.failures))
    assert (tally.done, tally.failed) == (5, 2)
    assert "permission denied" in dict(told)["day0/00000"]
    assert "cannot be searched" in dict(told)["day1"]
