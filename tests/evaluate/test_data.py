"""What is measured against: read as it is, refused where it does not fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from summarizer.errors import InputError
from summarizer.evaluate.data import read_lines, read_records, require_aligned


def write(path: Path, text: str) -> Path:
    path.write_bytes(text.encode())
    return path


def test_only_a_line_feed_ends_a_line(tmp_path: Path) -> None:
    """Other separators inside a segment would shift all lines after it; a last "" is no line."""
    path = write(tmp_path / "a.ru", "один\u2028два\x0b\r\n\nтри\n")
    assert read_lines(path) == ["один\u2028два\x0b", "", "три"]


def test_records_are_read_and_blank_lines_passed_over(tmp_path: Path) -> None:
    """One object a line."""
    path = write(tmp_path / "a.jsonl", '{"id": 1, "text": "а"}\n\n{"id": 2, "text": "б"}\n')
    assert [record["id"] for record in read_records(path, "id", "text")] == [1, 2]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no records"),
        ("{", "line 1: not JSON"),
        ('{"id": 1}\n[1]\n', "line 2: a JSON object is expected, not list"),
        ('{"id": 1}\n', "line 1: no field text; there are id"),
    ],
)
def test_what_is_wrong_with_records_is_said(tmp_path: Path, text: str, message: str) -> None:
    """With the line where it is."""
    with pytest.raises(InputError, match=message):
        read_records(write(tmp_path / "a.jsonl", text), "id", "text" if "[" not in text else "id")


def test_files_that_cannot_be_read_are_named(tmp_path: Path) -> None:
    """Missing, a folder, not UTF-8."""
    (tmp_path / "latin").write_bytes("é".encode("latin-1"))
    for name in ("missing", ".", "latin"):
        with pytest.raises(InputError, match=str(tmp_path)):
            read_lines(tmp_path / name)


def test_columns_of_different_length_are_refused() -> None:
    """With the lengths found."""
    require_aligned(source=["a"], translation=["b"])
    with pytest.raises(InputError, match="source 1, translation 2"):
        require_aligned(source=["a"], translation=["b", "c"])
