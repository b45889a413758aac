"""A batch does every article once, whatever happens to it."""

from __future__ import annotations

import json
import os
import random
import sqlite3
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from summarizer.batch.manifest import Manifest, last_settings
from summarizer.batch.orders import Order, identity, recalled
from summarizer.batch.outputs import Target
from summarizer.batch.run import HaltedError, Tally, run_batch, windows
from summarizer.batch.work import Task
from summarizer.errors import ConfigError, InputError, OutputError, TranslationError
from summarizer.options import Options
from summarizer.pipeline import Summarizer
from summarizer.progress import Progress
from summarizer.testing import FakeTranslator
from summarizer.translate.protocol import Segment
from summarizer.types import Article, ModelUse
from tests.batch.conftest import OPTIONS, Plain, named, plain, tree, write_articles

Orders = Callable[..., Order]


def quiet(tally: Tally) -> None:
    pass


def failing(options: Options, progress: Progress) -> Summarizer:
    """Cannot translate the word «взрыв», and crashes over «авария»."""

    def answer(segment: Segment) -> str:
        if "взрыв" in segment.text:
            raise TranslationError("the engine gave up")
        if "авария" in segment.text:
            raise ZeroDivisionError("a defect")
        return segment.text.upper()

    return Plain(options, translator=FakeTranslator(fallback=answer), progress=progress)


def figures(tally: Tally) -> tuple[int, int, int, int]:
    return tally.total, tally.done, tally.skipped, tally.failed


def test_every_article_has_a_result_in_the_same_place(tmp_path: Path, order: Orders) -> None:
    """The input's tree is mirrored; nothing else appears in OUT."""
    write_articles(tmp_path / "in", 10)
    assert figures(run_batch(order(), quiet)) == (10, 10, 0, 0)
    results = tree(tmp_path / "out")
    assert sorted(results) == sorted(f"day{n % 3}/{n:05}.json" for n in range(10))
    first = json.loads(results["day0/00000.json"])
    assert first["id"] == "00000"
    assert first["title"].startswith("Zavod nomer 0")


def test_what_the_model_wrote_is_counted(tmp_path: Path, order: Orders) -> None:
    """For the pace that is shown: one token a word, says the fake."""
    write_articles(tmp_path / "in", 4)
    tally = run_batch(order(), quiet)
    results = [json.loads(text) for text in tree(tmp_path / "out").values()]
    words = [len(each["text"].split()) for result in results for each in result["translations"]]
    assert tally.tokens == sum(words) > tally.sentences


def test_what_is_done_is_not_done_again(tmp_path: Path, order: Orders) -> None:
    """Only what is new, changed or lost is; the others keep their bytes."""
    write_articles(tmp_path / "in", 10)
    run_batch(order(), quiet)
    before = tree(tmp_path / "out")
    assert figures(run_batch(order(), quiet)) == (10, 0, 10, 0)
    (tmp_path / "in/day1/00001.txt").write_text("Другой текст.", encoding="utf-8")
    (tmp_path / "in/day1/new.txt").write_text("Новый текст.", encoding="utf-8")
    (tmp_path / "out/day2/00002.json").unlink()
    assert figures(run_batch(order(), quiet)) == (11, 3, 8, 0)
    after = tree(tmp_path / "out")
    assert {name for name in after if after[name] != before.get(name)} == {
        "day1/00001.json",
        "day1/new.json",
    }


def test_another_configuration_is_another_result(tmp_path: Path, order: Orders) -> None:
    """--fresh, too, does everything again."""
    write_articles(tmp_path / "in", 3)
    run_batch(order(), quiet)
    other = order()
    other = replace(other, job=replace(other.job, options=replace(OPTIONS, words=20)))
    assert figures(run_batch(other, quiet)) == (3, 3, 0, 0)
    assert figures(run_batch(replace(other, fresh=True), quiet)) == (3, 3, 0, 0)


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({"words": 20}, False),
        ({"hints": False}, False),
        ({"threads": 3}, True),
        ({"window": 2}, True),
        ({"device": "cpu"}, True),
    ],
)
def test_the_identity_is_what_changes_the_english(
    order: Orders, change: dict[str, object], same: bool
) -> None:
    """Where and how fast it is done does not."""
    job = order("x").job
    use = ModelUse("translation", "a", "1", "fake")
    other = replace(job, options=replace(job.options, **change))  # type: ignore[arg-type]
    assert (identity(job, [use]) == identity(other, [use])) is same
    assert identity(job, [use]) != identity(job, [replace(use, revision="2")])


def test_the_glossary_counts_by_what_is_in_it(tmp_path: Path, order: Orders) -> None:
    """Its path stays the same when a name is added."""
    path = tmp_path / "names.csv"
    path.write_text("Казань,Kazan\n", encoding="utf-8")
    job = order("x").job
    job = replace(job, options=replace(job.options, glossary=path))
    before = identity(job, [])
    path.write_text("Казань,Qazan\n", encoding="utf-8")
    assert identity(job, []) != before


def test_one_bad_article_takes_no_other_with_it(tmp_path: Path, order: Orders) -> None:
    """Its row has the reason; a retry does only it, and the run after that nothing."""
    write_articles(tmp_path / "in", 10)
    (tmp_path / "in/day0/bad.txt").write_text("Случился взрыв на складе.", encoding="utf-8")
    (tmp_path / "in/day1/bad.txt").write_text("Случилась авария.", encoding="utf-8")
    told: list[tuple[str, str]] = []
    tally = run_batch(order(make=failing), lambda tally: told.extend(tally.failures))
    assert figures(tally) == (12, 10, 0, 2)
    assert dict(told) == {
        "day0/bad": "the engine gave up",
        "day1/bad": "unexpected ZeroDivisionError: a defect",
    }
    again = recalled(last_settings(order().target.manifest), tmp_path / "out", plain)
    assert figures(run_batch(again, quiet)) == (2, 2, 0, 0)
    assert figures(run_batch(order(), quiet)) == (12, 0, 12, 0)


def test_fail_fast_stops_at_the_first(tmp_path: Path, order: Orders) -> None:
    """What was done before stays done."""
    write_articles(tmp_path / "in", 8)
    (tmp_path / "in/day1/bad.txt").write_bytes(b"\x89PNG\r\n")
    with pytest.raises(HaltedError, match=r"stopped at the first failure, day1/bad: .*PNG image"):
        run_batch(order(fail_fast=True), quiet)
    assert 0 < len(tree(tmp_path / "out")) < 8


def test_articles_of_tables_keep_their_own_fields(tmp_path: Path, order: Orders) -> None:
    """One file a row, named by its id, whatever the id is; the same id twice is two articles."""
    rows = [{"id": "../../etc", "text": "Раз."}, {"id": "a/b", "text": "Два.", "rubric": "спорт"},
            {"id": "x", "text": "Три."}, {"id": "x", "text": "Четыре."},
            {"id": "y\ud800", "text": "Пять.", "tag": "\ud800"}]  # fmt: skip
    table = tmp_path / "news.jsonl"
    table.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    assert figures(run_batch(order(table), quiet)) == (5, 5, 0, 0)
    results = tree(tmp_path / "out")
    assert sorted(results) == [
        "news/_.._etc.json", "news/a_b.json", "news/x-2.json", "news/x.json",
        "news/y_.json",
    ]  # fmt: skip
    assert json.loads(results["news/a_b.json"])["meta"] == {"rubric": "спорт"}
    assert json.loads(results["news/y_.json"])["meta"] == {"tag": "\ud800"}
    assert figures(run_batch(order(table), quiet)) == (5, 0, 5, 0)


def test_one_file_of_json_lines_is_in_the_order_of_the_input(tmp_path: Path, order: Orders) -> None:
    """It appears when all is done; the articles that failed are not in it."""
    write_articles(tmp_path / "in", 7)
    (tmp_path / "in/day0/bad.txt").write_bytes(b"\0")
    run_batch(order(out="all.jsonl"), quiet)
    lines = (tmp_path / "all.jsonl").read_text(encoding="utf-8").splitlines()
    ids = [json.loads(line)["id"] for line in lines]
    assert ids == ["00000", "00003", "00006", "00001", "00004", "00002", "00005"]
    before = (tmp_path / "all.jsonl").read_bytes()
    assert figures(run_batch(order(out="all.jsonl"), quiet)) == (8, 0, 7, 1)
    assert (tmp_path / "all.jsonl").read_bytes() == before


def test_the_same_file_twice_is_one_article(tmp_path: Path, order: Orders) -> None:
    """Given by its name and by its folder."""
    write_articles(tmp_path / "in", 3)
    twice = order(tmp_path / "in", tmp_path / "in/day0/00000.txt", tmp_path / "in/day0/*.txt")
    tally = run_batch(twice, quiet)
    assert figures(tally) == (3, 3, 0, 0)


def test_the_output_may_lie_inside_the_input(tmp_path: Path, order: Orders) -> None:
    """Results are not articles."""
    write_articles(tmp_path / "in", 3)
    for _ in range(2):
        tally = run_batch(order(out="in/out", format="text"), quiet)
        assert tally.total == 3


def test_windows_and_order_do_not_change_the_bytes(tmp_path: Path, order: Orders) -> None:
    """A run in pieces is the run in one piece."""
    write_articles(tmp_path / "in", 20)
    run_batch(order(out="whole"), quiet)
    files = sorted((tmp_path / "in").rglob("*.txt"))
    random.Random(5).shuffle(files)
    for path in files:
        path.rename(path.with_suffix(".later"))
    for start in range(0, 20, 7):
        for path in files[start : start + 7]:
            path.with_suffix(".later").rename(path)
        run_batch(order(out="pieces"), quiet)
    assert tree(tmp_path / "pieces") == tree(tmp_path / "whole")


def test_an_article_reads_the_same_in_any_company(tmp_path: Path, order: Orders) -> None:
    """Names are not remembered from one to the next: what a run does again, or does later, alone
    or in another window, comes out as in one piece."""
    (tmp_path / "in").mkdir()
    texts = ("Выступила Екатерина Шмидт.", "По словам Шмидт, всё хорошо.", "Шмидт уехала.")
    for number, text in enumerate(texts):
        (tmp_path / f"in/{number}.txt").write_text(text, encoding="utf-8")
    run_batch(order(make=named, out="together"), quiet)
    for number in (2, 0, 1):
        run_batch(order(tmp_path / f"in/{number}.txt", make=named, out="apart"), quiet)
    assert b"Schmidt" in tree(tmp_path / "together")["1.json"]
    assert tree(tmp_path / "together") == tree(tmp_path / "apart")


def test_windows_begin_at_the_same_articles_after_a_stop() -> None:
    """The engine sees the same batches: what is left of a run is cut as the whole was."""
    tasks = [Task(str(at), "", Article("", "x"), at) for at in range(10)]
    whole = [[task.name for task in window] for window in windows(tasks, 4)]
    rest = [[task.name for task in window] for window in windows(tasks[4:], 4)]
    assert whole == [["0", "1", "2", "3"], ["4", "5", "6", "7"], ["8", "9"]]
    assert rest == whole[1:]


def test_a_file_that_changes_while_it_is_read_is_read_again(tmp_path: Path, order: Orders) -> None:
    """A result belongs to the bytes that it was made from."""
    write_articles(tmp_path / "in", 1)
    path = tmp_path / "in/day0/00000.txt"

    def change(tally: Tally) -> None:
        if tally.done:
            path.write_text("Совсем другой текст.", encoding="utf-8")

    run_batch(order(), change)
    assert figures(run_batch(order(), quiet)) == (1, 1, 0, 0)
    assert b"Sovsem" in tree(tmp_path / "out")["day0/00000.json"]


def test_a_second_batch_on_the_same_output_is_told_who_holds_it(
    tmp_path: Path, order: Orders
) -> None:
    """And the first is not disturbed."""
    write_articles(tmp_path / "in", 3)
    messages = []

    def intrude(tally: Tally) -> None:
        with pytest.raises(OutputError) as refused:
            run_batch(order(), quiet)
        messages.append(str(refused.value))

    assert figures(run_batch(order(), intrude)) == (3, 3, 0, 0)
    assert f"in use by process {os.getpid()} on " in messages[0]
    assert figures(run_batch(order(), quiet)) == (3, 0, 3, 0)


def test_a_full_disk_stops_the_run_and_loses_nothing(
    tmp_path: Path, order: Orders, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every result that is there is whole; the next run goes on."""
    write_articles(tmp_path / "in", 12)
    writes = []

    def full(descriptor: int) -> None:
        writes.append(descriptor)
        if len(writes) > 6:
            raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(os, "fsync", full)
        with pytest.raises(OutputError, match=r"No space left on device.*run the same command"):
            run_batch(order(), quiet)
    assert all(json.loads(result) for result in tree(tmp_path / "out").values())
    assert 0 < len(tree(tmp_path / "out")) < 12
    tally = run_batch(order(), quiet)
    assert tally.failed == 0
    assert len(tree(tmp_path / "out")) == 12


def test_an_output_that_cannot_be_written_is_refused_at_once(tmp_path: Path, order: Orders) -> None:
    """Before any work: a file in the way, a folder called *.jsonl, a folder of another."""
    write_articles(tmp_path / "in", 1)
    (tmp_path / "taken").write_text("x")
    (tmp_path / "dir.jsonl").mkdir()
    for out in ("taken", "dir.jsonl", "taken/below"):
        with pytest.raises(OutputError, match=r"taken|dir\.jsonl"):
            run_batch(order(out=out), quiet)


def test_inputs_that_are_nothing_are_refused_at_once(tmp_path: Path, order: Orders) -> None:
    """A typing error must not end as an empty batch."""
    for wrong in (tmp_path / "nix", tmp_path / "nix/*.txt"):
        with pytest.raises(InputError, match=r"does not exist|matches no file"):
            run_batch(order(wrong), quiet)
    assert not (tmp_path / "out").exists()


def test_watching_takes_what_is_new_and_loads_the_model_once(tmp_path: Path, order: Orders) -> None:
    """What has not changed since is not even read again, and what failed is named once."""
    write_articles(tmp_path / "in", 3)
    (tmp_path / "in/bad.txt").write_bytes(b"\0")
    made: list[Summarizer] = []
    told: list[str] = []
    looks = iter(range(4))

    def once(options: Options, progress: Progress) -> Summarizer:
        made.append(plain(options, progress))
        return made[-1]

    def again() -> bool:
        look = next(looks)
        (tmp_path / f"in/new{look}.txt").write_text(f"Новость {look}.", encoding="utf-8")
        return look < 3

    def report(tally: Tally) -> None:
        told.extend(name for name, _ in tally.failures)

    run_batch(order(make=once), report, again=again)
    assert len(made) == 1
    assert told == ["bad"]
    assert len(tree(tmp_path / "out")) == 6


def test_files_that_are_still_being_written_wait(tmp_path: Path, order: Orders) -> None:
    """A crawler's half article is not an article."""
    write_articles(tmp_path / "in", 2)
    os.utime(tmp_path / "in/day0/00000.txt", (1, 1))
    assert figures(run_batch(order(settled=60.0), quiet)) == (1, 1, 0, 0)


def test_orders_that_make_no_sense_are_refused(tmp_path: Path, order: Orders) -> None:
    """One file holds JSON lines and nothing else."""
    for wrong in (
        {"workers": 0},
        {"engine": "spark"},
        {"out": "all.jsonl", "format": "text"},
    ):
        with pytest.raises(ConfigError):
            order(**wrong)


def test_a_manifest_of_another_version_is_not_touched(tmp_path: Path, order: Orders) -> None:
    """It is refused, and --fresh replaces it."""
    write_articles(tmp_path / "in", 1)
    run_batch(order(), quiet)
    manifest = Manifest(order().target.manifest)
    manifest._db.execute("PRAGMA user_version=99")
    manifest.close()
    with pytest.raises(OutputError, match="another version"):
        run_batch(order(), quiet)
    assert figures(run_batch(order(fresh=True), quiet)) == (1, 1, 0, 0)


def test_who_only_looks_reads_a_copy(
    tmp_path: Path, order: Orders, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While a batch runs, and on a read-only medium, where SQLite opens no file with a journal."""
    write_articles(tmp_path / "in", 2)
    run_batch(order(), quiet)
    path = order().target.manifest
    before = path.read_bytes()
    copy = Manifest(path, copy=True)
    assert copy.counts()["done"] == 2
    copy.begin({"inputs": []})
    assert path.read_bytes() == before
    connect = sqlite3.connect

    def refuse(name: str, **options: Any) -> sqlite3.Connection:
        if str(name).endswith("mode=ro"):
            raise sqlite3.OperationalError("unable to open database file")
        return connect(name, **options)

    monkeypatch.setattr(sqlite3, "connect", refuse)
    assert Manifest(path, copy=True).counts()["done"] == 2


def test_a_target_knows_where_its_records_are(tmp_path: Path) -> None:
    """In the folder, or beside the one file."""
    assert Target(tmp_path / "out", "json").manifest == tmp_path / "out/.batch/manifest.sqlite"
    one = Target(tmp_path / "a.jsonl", "json")
    assert one.manifest == tmp_path / "a.jsonl.batch/manifest.sqlite"
