"""Training pairs from parallel news: the Russian sentence, hints for its names, the human English.

    python -m training.pairs SET_FOLDER... -o pairs.jsonl

A set folder holds `src.ru` and `ref.*.en`, line by line, and may hold `origin.txt` (ru or en: the
language a line was written in). Lines written in Russian come first in the training order, because
that is what the program will read; lines of other origin are kept only with `--all`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from summarizer.entities.forms import first_of, overlaps
from summarizer.entities.ledger import build
from summarizer.entities.nearest import forms_of
from summarizer.entities.proper import proper_names
from summarizer.entities.sound import similarity
from summarizer.translate.guards.suspicions import suspicions
from summarizer.types import Article, Entity, Kind, Mention, Sentence, Span

# A hint must be what the reference says; below this the reference names somebody else.
NEAR = 0.8
HINTED = 0.9  # share of sentences with names whose prompt carries them
RESPELT = 0.15  # share of hinted people spelt another valid way in hint and reference alike
SEED = 20261123

# News spelling to another valid one: the model must copy the hint, not its own habit.
RESPELLINGS = (
    (r"sky\b", "skiy"),
    (r"Kh(?=[aeiou])", "H"),
    (r"y\b", "iy"),
    (r"ei\b", "ey"),
    (r"ks", "x"),
    (r"Ye", "E"),
    (r"ts", "tz"),
    (r"iya\b", "ia"),
)


@dataclass(frozen=True, slots=True)
class Pair:
    source: str
    target: str
    hints: tuple[tuple[str, str], ...]
    origin: str  # the set and line that it came from


def read_lines(folder: Path) -> Iterator[tuple[str, str, str, str]]:
    """Yield source, reference, the language the line was written in ("" unknown), and origin."""
    references = sorted(folder.glob("ref.*.en"))
    sources = (folder / "src.ru").read_text("utf-8").splitlines()
    targets = references[0].read_text("utf-8").splitlines()
    marks = folder / "origin.txt"
    languages = marks.read_text("utf-8").splitlines() if marks.exists() else [""] * len(sources)
    rows = zip(sources, targets, languages, strict=True)
    for number, (source, target, language) in enumerate(rows, 1):
        yield source.strip(), target.strip(), language, f"{folder.name}:{number}"


def is_usable(source: str, target: str) -> bool:
    """False for headings, tables and pairs that are no translations of each other."""
    return 30 <= len(source) <= 420 and len(target) >= 20 and not suspicions(source, target)


def make_pair(source: str, target: str, origin: str, rng: random.Random) -> Pair:
    hints, reference = mine_hints(source, target), target
    if rng.random() > HINTED:
        hints = ()
    hints, reference = respell(hints, reference, rng)
    pairs = tuple((russian, english) for russian, english, _ in hints)
    return Pair(source, reference, pairs, origin)


Mined = tuple[str, str, Kind]


def mine_hints(source: str, target: str) -> tuple[Mined, ...]:
    """Pair each Russian name with what the reference calls it, where the two certainly agree."""
    sentence = Sentence(0, 0, 0, len(source), source)
    taken: list[Span] = []
    hints: list[Mined] = []
    named = [each for each in build(Article("", source), [sentence]).entities if each.kind.is_name]
    rows = [(entity, mention) for entity in named for mention in entity.mentions]
    for entity, mention in sorted(rows, key=lambda row: -len(row[1].text)):
        span = _place(entity, mention, target, taken)
        if span is not None:
            taken.append(span)
            english = target[span.start : span.stop]
            if english != mention.text:  # a Latin name needs no hint, and gets none in a run
                hints.append((mention.text, english, entity.kind))
    return tuple(sorted(hints, key=lambda hint: source.find(hint[0])))


def _place(entity: Entity, mention: Mention, target: str, taken: Sequence[Span]) -> Span | None:
    forms = forms_of(entity, mention)
    exact = first_of(forms, target, taken)
    if exact is not None or entity.kind is not Kind.PER:
        return exact
    free = [span for span in proper_names(target) if not any(overlaps(span, t) for t in taken)]
    scored = [
        (max((similarity(form, target[a:b]) for form in forms), default=0.0), Span(a, b))
        for a, b in free
    ]
    score, span = max(scored, default=(0.0, Span(0, 0)))
    return span if score >= NEAR else None


def respell(
    hints: Sequence[Mined], target: str, rng: random.Random
) -> tuple[tuple[Mined, ...], str]:
    """Spell some people another valid way, in the hint and in the reference."""
    out: list[Mined] = []
    for russian, english, kind in hints:
        other = _respelt(english) if kind is Kind.PER and rng.random() < RESPELT else english
        target = target.replace(english, other)
        out.append((russian, other, kind))
    return tuple(out), target


def _respelt(name: str) -> str:
    for pattern, to in RESPELLINGS:
        spelt = re.sub(pattern, to, name)
        if spelt != name:
            return spelt
    return name


def make_pairs(folders: Iterable[Path], *, every_origin: bool) -> Iterator[Pair]:
    rng = random.Random(SEED)
    rows = [row for folder in folders for row in read_lines(folder)]
    rows = [row for row in rows if is_usable(row[0], row[1])]
    rng.shuffle(rows)
    rows.sort(key=lambda row: row[2] != "ru")
    for source, target, language, origin in rows:
        if language == "ru" or every_origin:
            yield make_pair(source, target, origin, rng)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--all", action="store_true", help="lines not written in Russian too")
    arguments = parser.parse_args()
    pairs = [asdict(pair) for pair in make_pairs(arguments.folders, every_origin=arguments.all)]
    text = "".join(json.dumps(pair, ensure_ascii=False) + "\n" for pair in pairs)
    arguments.output.write_text(text, encoding="utf-8")
    hinted = sum(bool(pair["hints"]) for pair in pairs)
    digest = hashlib.sha256(text.encode()).hexdigest()
    print(f"{len(pairs)} pairs, {hinted} with hints, sha256 {digest}")


if __name__ == "__main__":
    main()
