"""Files with an article a row."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path

import pytest

from summarizer.errors import InputError
from summarizer.reading import read, read_many
from summarizer.reading.articles import from_record
from summarizer.reading.records import csv_records, jsonl_records
from summarizer.types import Span


def write(path: Path, *rows: object) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_the_known_fields_make_the_article_and_the_others_pass_through(tmp_path: Path) -> None:
    """Title and date are the record's, not guessed from the text."""
    row = {
        "id": 17,
        "title": "Завод расширит выпуск",
        "text": "Об этом заявил министр.\nОн доволен.",
        "date": "2014-12-29",
        "url": "https://example.org/1",
        "rubric": "economy",
        "tags": ["a", "b"],
    }
    article = read(write(tmp_path / "a.jsonl", row))
    assert article.id == "17"
    assert article.text == "Завод расширит выпуск\n\nОб этом заявил министр.\nОн доволен."
    assert article.title == (0, 21)
    assert article.date == date(2014, 12, 29)
    assert article.source == "https://example.org/1"
    assert article.meta == {"rubric": "economy", "tags": ["a", "b"]}


def test_a_title_that_the_text_repeats_stands_once(tmp_path: Path) -> None:
    """As in Wikinews dumps; but a title that only begins the first sentence is another line."""
    whole = {"title": "Умер Кастро", "text": "Умер Кастро\n\n29.12.2014\n\nОб этом сообщили."}
    article = read(write(tmp_path / "a.jsonl", whole))
    assert article.text == whole["text"]
    assert article.date == date(2014, 12, 29)
    start = {"title": "Путин", "text": "Путин подписал закон."}
    assert read(write(tmp_path / "b.jsonl", start)).text == "Путин\n\nПутин подписал закон."


def test_a_title_is_read_as_the_text_is(tmp_path: Path) -> None:
    """Without stress marks and soft hyphens, which would cut its names in two."""
    row = {"title": "Умер  Ка\u0301с\u00adтро", "text": "Об этом сообщили."}
    article = read(write(tmp_path / "a.jsonl", row))
    assert article.text == "Умер Кастро\n\nОб этом сообщили."
    assert article.title == Span(0, len("Умер Кастро"))


def test_a_date_that_is_none_is_kept_in_meta(tmp_path: Path) -> None:
    """Nothing of a record is lost silently."""
    article = read(write(tmp_path / "a.jsonl", {"text": "Слово", "date": "вчера"}))
    assert article.date is None
    assert article.meta == {"date": "вчера"}


def test_a_bad_row_is_a_record_with_an_error(tmp_path: Path) -> None:
    """The rows after it are still read; its error says where and why."""
    path = tmp_path / "a.jsonl"
    good, broken = (
        '{"text": "раз"}',
        [
            ('{"text":', "a.jsonl:2: not JSON"),
            ("[1]", "a.jsonl:3: not a JSON object but list"),
            ('{"body_": "x", "n": 1}', "a.jsonl:4: .*found the fields: body_, n"),
            ('{"text": 5}', 'a.jsonl:5: no "text" that is a string'),
            ('{"text": ""}', "a.jsonl:6 is empty"),
            ("[" * 100_000, "a.jsonl:7: not JSON"),
            ('"\\ud800', "a.jsonl:8: not JSON"),
            ('{"text": "Слово \\ud800"}', "a.jsonl:9 has half a character at 6"),
            ('{"text": "Слово", "title": "\\udfff"}', "a.jsonl:10 has half a character at 0"),
        ],
    )
    lines = ["\ufeff" + good, *(line for line, _ in broken), good]
    path.write_text("\n".join(lines), encoding="utf-8")
    first, *bad, last = jsonl_records(path)
    assert from_record(first).text == from_record(last).text == "раз"
    for record, (_, message) in zip(bad, broken, strict=True):
        with pytest.raises(InputError, match=message):
            from_record(record)


def test_rows_are_read_one_by_one(tmp_path: Path) -> None:
    """A file larger than memory is no problem, and a huge row is an error of its own."""
    path = write(tmp_path / "a.jsonl", {"text": "раз"}, {"text": "x" * 10_000_001}, {"text": "два"})
    records = list(jsonl_records(path))
    assert "too large" in records[1].error
    assert [records[0].text, records[2].text] == ["раз", "два"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1251", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_is_read_as_spreadsheets_write_it(
    tmp_path: Path, encoding: str, delimiter: str
) -> None:
    """Russian Excel writes cp1251 and semicolons; texts hold quotes and line breaks."""
    path = tmp_path / "a.csv"
    with path.open("w", encoding=encoding, newline="") as file:
        rows = csv.writer(file, delimiter=delimiter)
        rows.writerow(["Заголовок", "Текст", "Дата", "rubric"])
        rows.writerow(["Завод", 'Он "большой", да;\nи новый.', "29.12.2014", "economy"])
        rows.writerow(["Второй", "Текст второй статьи.", "", ""])
    first, second = read_many([path])
    assert first.text == 'Завод\n\nОн "большой", да;\nи новый.'
    assert (first.id, first.date, first.meta) == ("a-3", date(2014, 12, 29), {"rubric": "economy"})
    assert second.text.endswith("Текст второй статьи.")


def test_csv_without_a_text_column_says_what_it_has(tmp_path: Path) -> None:
    """The user can then name the column."""
    path = tmp_path / "a.csv"
    path.write_text("name,story\nа,б\n", encoding="utf-8")
    with pytest.raises(InputError, match=r"no column named text or body.*found: name, story"):
        list(csv_records(path))


def test_a_csv_row_with_too_many_fields_is_an_error(tmp_path: Path) -> None:
    """An unquoted comma would cut the text in two."""
    path = tmp_path / "a.csv"
    path.write_text("id,text\n1,Москва, Кремль\n2,Казань\n", encoding="utf-8")
    first, second = csv_records(path)
    assert "more fields" in first.error
    assert second.text == "Казань"


def test_long_csv_articles_are_read(tmp_path: Path) -> None:
    """Python's default limit is 128 KB a field."""
    path = tmp_path / "a.csv"
    path.write_text(f"text\n{'слово ' * 50_000}\n", encoding="utf-8")
    assert len(next(csv_records(path)).text) == 300_000
