"""`summarizer cache stats|clear|export`"""

from __future__ import annotations

import json
import sys
from typing import Annotated

import typer

app = typer.Typer(
    no_args_is_help=True, help="Look at, empty or export the cache of translated sentences."
)


@app.command()
def stats(
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Say where the cache is, how large, and whose answers it holds."""
    from summarizer.translate.cache import SentenceCache, cache_file

    found = SentenceCache(cache_file()).stats()
    if as_json:
        record = {"path": str(found.path), "bytes": found.bytes, "limit": found.limit}
        record |= {"answers": found.answers}
        sys.stdout.write(json.dumps({**record, "models": dict(found.models)}) + "\n")
        return
    size = f"{found.bytes / 1e6:.1f} of at most {found.limit / 1e6:,.0f} MB"
    sys.stdout.write(f"{found.path}: {found.answers:,} answers, {size}\n")
    for model, count in found.models.items():
        sys.stdout.write(f"{count:>9,}  {model}\n")


@app.command()
def clear() -> None:
    """Forget every answer."""
    from summarizer.translate.cache import SentenceCache, cache_file

    count = SentenceCache(cache_file()).clear()
    sys.stdout.write(f"{count:,} answers forgotten\n")


@app.command()
def export() -> None:
    """Write every answer to standard output, one JSON object a line: a translation memory."""
    from summarizer.translate.cache import SentenceCache, cache_file

    for record in SentenceCache(cache_file()).export():
        sys.stdout.write(json.dumps(record, ensure_ascii=False) + "\n")
