"""Articles inside web pages and Markdown."""

from __future__ import annotations

import json
import re
from pathlib import Path

from summarizer.errors import InputError, MissingDependencyError
from summarizer.reading.datelines import parse_date
from summarizer.reading.encodings import PLAUSIBLE, decode, russianness
from summarizer.reading.records import Record

CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
HEAD = 2048  # bytes in which a page must declare its encoding (HTML standard: 1024)


def from_html(data: bytes, path: Path) -> Record:
    """Title, date and main text of a page; menus, comments and advertisements stay out."""
    try:
        import trafilatura
    except ImportError as error:
        raise MissingDependencyError(
            f"{path}: reading HTML needs trafilatura: pip install 'ru-en-summarizer[html]'"
        ) from error
    page = decode_page(data, path)
    found = trafilatura.extract(
        page, output_format="json", with_metadata=True, include_comments=False
    )
    document = json.loads(found) if found else {}
    if not document.get("text"):
        raise InputError(
            f"{path}: no article text was found in this page; save the text itself as .txt"
        )
    return Record(
        id=path.stem,
        text=document["text"],
        place=str(path),
        title=document.get("title") or "",
        url=document.get("source") or "",
        date=parse_date(document.get("date") or ""),
    )


def decode_page(data: bytes, path: Path) -> str:
    """A page's declared encoding is believed if Russian comes out; else the bytes are asked.

    Pages in cp1251 that declare UTF-8 or ISO-8859-1 are common.
    """
    declared = CHARSET.search(data[:HEAD])
    if declared:
        try:
            page = data.decode(declared.group(1).decode("ascii"))
        except (LookupError, UnicodeError):
            return decode(data, str(path))
        if russianness(page) >= PLAUSIBLE:
            return page
    return decode(data, str(path))


FRONT_MATTER = re.compile(r"\A---\n(.*?)\n---\n", re.DOTALL)
FIELD = re.compile(r"^(title|date|url):\s*(.+?)\s*$", re.MULTILINE)
HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$", re.MULTILINE)
UNDERLINED = re.compile(r"\A\s*+(.+)\n=+\n")
RULE = re.compile(r"^[-*_]{3,}[^\S\n]*$", re.MULTILINE)
# Each looks ahead no farther than any link or emphasis goes: a page of "[" or "*" is no trap.
IMAGE = re.compile(r"!\[[^\[\]]{0,500}\]\([^()\n]{0,2000}\)")
LINK = re.compile(r"\[([^\[\]]{1,500})\]\([^()\n]{0,2000}\)")
EMPHASIS = re.compile(r"(\*\*|\*|`|(?<!\w)__?)(?=\S)(.{1,300}?)(?<=\S)\1(?!\w)")
QUOTE = re.compile(r"^>\s?", re.MULTILINE)


def from_markdown(data: bytes, path: Path) -> Record:
    """Markdown without its marks; front matter and the first heading give title and date."""
    text = decode(data, str(path)).replace("\r\n", "\n").removeprefix("\ufeff")
    front = FRONT_MATTER.match(text)
    fields = dict(FIELD.findall(front.group(1))) if front else {}
    text = text[front.end() :] if front else text
    heading = re.match(r"\s*#\s+(.+?)\s*#*\n", text) or UNDERLINED.match(text)
    title = fields.get("title", "").strip("\"'") or (heading.group(1) if heading else "")
    body = text[heading.end() :] if heading else text
    return Record(
        id=path.stem,
        text=plain(join_lines(RULE.sub("", without_blocks(body)))),
        place=str(path),
        title=plain(title),
        url=fields.get("url", ""),
        date=parse_date(fields.get("date", "")),
    )


def without_blocks(text: str) -> str:
    """Leave out code between ``` lines and comments that begin a line; one without an end stays."""
    return without(without(f"\n{text}", "\n```", "\n```"), "\n<!--", "-->").removeprefix("\n")


def without(text: str, begin: str, end: str) -> str:
    """Leave out what stands between the two marks, to the end of the line of the second."""
    kept, done = [], 0
    while (start := text.find(begin, done)) >= 0:
        stop = text.find(end, start + len(begin))
        if stop < 0:
            break
        kept.append(text[done:start])
        done = text.find("\n", stop + len(end))
        done = len(text) if done < 0 else done
    return "".join((*kept, text[done:]))


def join_lines(text: str) -> str:
    """One line a paragraph: in Markdown only an empty line or a mark starts a new one."""
    return re.sub(r"(?<=\S)\n(?=[^\s#>*+|-])(?!\d+[.)] )", " ", text)


def plain(text: str) -> str:
    text = HEADING.sub(r"\1", QUOTE.sub("", text))
    text = LINK.sub(r"\1", IMAGE.sub("", text))
    for _ in range(2):  # bold inside italics
        text = EMPHASIS.sub(r"\2", text)
    return text
