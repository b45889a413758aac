"""What a crawler may leave in a folder: each input that must fail, and some that only look bad."""

from __future__ import annotations

import os
import socket
from pathlib import Path

from summarizer.reading.files import LIMIT

TEXT = "Завод открыли вчера. Об этом сообщил министр."
ROW = f'{{"text": "{TEXT}"}}\n'.encode()

# file: what is in it, and what its failure must say
FAILING: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "is empty"),
    "blank.txt": (b" \n\t\n", "white space"),
    "zeros.txt": (b"\0" * 1000, "binary"),
    "every-byte.txt": (bytes(range(256)) * 4, "binary"),
    "nul.txt": (TEXT.encode() + b"\0", "binary"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n", "PNG"),
    "photo.txt": (b"\xff\xd8\xff\xe0", "JPEG"),
    "office.txt": (b"PK\x03\x04" + b"\0" * 50, "Office"),
    "portable.txt": (b"%PDF-1.7", "PDF"),
    "packed.txt": (b"\x1f\x8b\x08", "gzip"),
    "program.txt": (b"\x7fELF\x02", "program"),
    "cut-utf16.txt": (f"\ufeff{TEXT}".encode("utf-16-le")[:-1], "utf-16"),
    "cut-mark.txt": (b"\xff\xfe\x00", "utf-16"),
    "cut-utf8.txt": (TEXT.encode()[:-2], "is UTF-8, but"),
    "half-letters.txt": ("Привет".encode()[:-1] * 30, "neither"),
    "two-encodings.txt": (TEXT.encode() + TEXT.encode("cp1251"), "neither"),
    "surrogate.txt": (b"\xed\xa0\x80" + TEXT.encode(), "neither"),
    "huge.txt": (b"x" * (LIMIT + 1), "too large"),
    "figures.txt": (b"1 2 3 4 5", "no letters"),
    "points.txt": ("... !!! ??? —".encode(), "no letters"),
    "brackets.md": (b"[" * 100_000, "no letters"),
    "stars.md": (b" *1" * 20_000, "no letters"),
    "fences.md": (b"```1\n" * 50_000, "is empty"),
    "faces.txt": ("😀😀😀".encode(), "no letters"),
    "english.txt": (b"Good morning to everybody in the house.", "English"),
    "ukrainian.txt": ("Президент України заявив, що уряд ухвалив рішення.".encode(), "Ukrainian"),
    "bulgarian.txt": ("Президентът заяви, че ще вземе решение за това.".encode(), "Bulgarian"),
    "empty.html": (b"", "no article text"),
    "bare.html": (b"<html></html>", "no article text"),
    "nested.html": (b"<div>" * 100_000 + TEXT.encode(), "no article text"),
    "comment.html": (b"<!--" * 50_000, "no article text"),
    "attributes.html": (b"<p " + b"a=" * 100_000, "no article text"),
    "empty.csv": (b"", "no column"),
    "columns.csv": (b"a,b\n1,2\n", "no column"),
    "zero.csv": (b"id,text\n1,\0\n", "binary"),
    "short.csv": (b"id,text\n1\n", "no \"text\""),
    "long.csv": (f"id,text\n1,{TEXT},3,4\n".encode(), "more fields"),
    "open.csv": (f'id,text\n1,"{TEXT}\n2,{TEXT}\n'.encode(), "never closed"),
    "field.csv": (b'text\n"' + b"x" * (LIMIT + 1) + b'"\n', "cannot be read as CSV"),
    "broken.jsonl": (b"nope\n", "not JSON"),
    "list.jsonl": (b"[]\n", "not a JSON object"),
    "null.jsonl": (b"null\n", "not a JSON object"),
    "number.jsonl": (b'{"text": 5}\n', "no \"text\""),
    "nothing.jsonl": (b"{}\n", "no \"text\""),
    "blank.jsonl": (b'{"text": ""}\n', "is empty"),
    "byte.jsonl": (b'{"text": "\xff"}\n', "not JSON"),
    "deep.jsonl": (b'{"text": ' + b"[" * 100_000 + b"]" * 100_000 + b"}\n", "not JSON"),
    "digits.jsonl": (b'{"text": ' + b"9" * 5000 + b"}\n", "not JSON"),
    "half.jsonl": (f'{{"text": "\\ud800{TEXT}"}}\n'.encode(), "half a character"),
    "endless.jsonl": (b"x" * (LIMIT + 2) + b"\n", "too large"),
    "line\nbreak \x1b[2J.txt": (b"", "is empty"),
}  # fmt: skip

# these are articles, whatever they look like
SOUND: dict[str, bytes] = {
    "UPPER.TXT": TEXT.encode(),
    "upper.txt": TEXT.encode(),
    "-rf.txt": TEXT.encode(),
    " .txt": TEXT.encode(),
    "new\nline.txt": TEXT.encode(),
    "no\udcff\udcfetext.txt": TEXT.encode(),
    "и" * 125 + ".txt": TEXT.encode(),
    "CON.txt": TEXT.encode(),
    "a*[b]?.txt": TEXT.encode(),
    "far.txt": b"\n" * 100_000 + TEXT.encode(),
    "one-line.txt": ("завод и " * 5000).encode() + b".",
    "one-word.txt": "а".encode() * 100_000,
    "utf16.txt": TEXT.encode("utf-16"),
    "cp1251.txt": (TEXT * 3).encode("cp1251"),
    "right-to-left.txt": f"\u202e{TEXT}\u202c".encode(),
    "quotes.txt": b'"' * 5000 + TEXT.encode(),
    "stars.markdown": (" *a" * 5000 + TEXT * 2000).encode(),
    "script.html": f"<html><body><p>{TEXT * 5}<script>while(1){{".encode(),
}
# ids that would leave the folder, hide, or fall together
IDS = ("../../x", "/etc/passwd", "x/y", "x_y", "A", "a", "a", ".", "..", ".batch", "CON", "-rf",
       "и" * 500, "a\\nb", "\\u0000", "\\ud800")  # fmt: skip


def write_hostile(folder: Path) -> int:
    """Lay everything into `folder`; the number of articles among it that are sound."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, (data, _) in FAILING.items():
        (folder / name).write_bytes(data)
    for name, data in SOUND.items():
        (folder / name).write_bytes(data)
    rows = (f'{{"id": "{each}", "text": "{TEXT}"}}\n' for each in IDS)
    (folder / "ids.jsonl").write_text("".join(rows), encoding="utf-8")
    return len(SOUND) + len(IDS)


def write_strange(folder: Path) -> int:
    """Links to nowhere and to themselves, pipes, sockets, devices; how many must fail."""
    for name in ("pipe.txt", "pipe.jsonl", "pipe.csv", "pipe.html"):
        os.mkfifo(folder / name)
    bound = socket.socket(socket.AF_UNIX)
    here = Path.cwd()
    os.chdir(folder)  # a socket's path is short by law
    try:
        bound.bind("socket.txt")
    finally:
        os.chdir(here)
        bound.close()
    links = {"nowhere.txt": "/nowhere", "loop.txt": "loop.txt", "device.txt": "/dev/zero",
             "device.jsonl": "/dev/zero"}  # fmt: skip
    for name, target in links.items():
        (folder / name).symlink_to(target)
    (folder / "above").symlink_to(folder)  # not followed: it would never end
    return 4 + 1 + len(links)
