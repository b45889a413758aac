"""Training pairs from parallel news: the Russian sentence, hints for its names, the human English.

    python -m training.pairs SET_FOLDER... -o pairs.jsonl

A set folder holds `src.ru` and `ref.*.en`, line by line, and may hold `origin.txt` (ru or en: the
language a line was written in). Lines written in Russian are what the program will read; lines of
other origin are taken only with `--other`. `--test` makes pairs to measure on instead.
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

from summarizer.entities.checking.check import Checker
from summarizer.entities.english_text.forms import first_of, overlaps
from summarizer.entities.english_text.nearest import forms_of
from summarizer.entities.english_text.proper import proper_names
from summarizer.entities.ledger import build
from summarizer.entities.letters.sound import similarity
from summarizer.translate.guards.suspicions import suspicions
from summarizer.translate.hints import segment_of
from summarizer.types import Article, Entity, Kind, Mention, Sentence, Span

# A hint must be what the reference says; below this the reference names somebody else.
NEAR = 0.8
HINTED = 0.9  # share of sentences with names whose prompt carries them
RESPELT = 0.2  # share of hinted people spelt another valid way in hint and reference alike
EXCHANGED = 0.1  # share of hinted people who get the surname of somebody else in both
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
    return 15 <= len(source) <= 600 and len(target) >= 8 and not suspicions(source, target)


def make_pair(
    source: str, target: str, origin: str, rng: random.Random, surnames: Sequence[str] = ()
) -> Pair:
    hints, reference = mine_hints(source, target), target
    if rng.random() > HINTED:
        hints = ()
    else:
        hints, reference = respell(hints, reference, rng, surnames)
    pairs = tuple((russian, english) for russian, english, _ in hints)
    return Pair(source, reference, pairs, origin)


Mined = tuple[str, str, Kind]


def mine_hints(source: str, target: str) -> tuple[Mined, ...]:
    """Pair Russian names and words with what the reference calls them: first the hints that a run
    would give, where the reference follows them, then other names, where the two certainly agree.
    """
    sentence = Sentence(0, 0, 0, len(source), source)
    ledger = build(Article("", source), [sentence])
    named = [each for each in ledger.entities if each.kind.is_name]
    rows = [(entity, mention) for entity in named for mention in entity.mentions]
    kinds = {mention.text: entity.kind for entity, mention in rows}
    taken: list[Span] = []
    hints: list[Mined] = []
    for hint in segment_of(Checker(ledger), sentence, hints=True).hints:
        if span := first_of([hint.target], target, taken):
            taken.append(span)
            english = target[span.start : span.stop]
            hints.append((hint.source, english, kinds.get(hint.source, Kind.TERM)))
    for entity, mention in sorted(rows, key=lambda row: -len(row[1].text)):
        if any(mention.text in hint[0] for hint in hints):
            continue
        if span := _place(entity, mention, target, taken):
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
    hints: Sequence[Mined], target: str, rng: random.Random, surnames: Sequence[str] = ()
) -> tuple[tuple[Mined, ...], str]:
    """Spell some people another valid way, in the hint and in the reference, and give some the
    surname of somebody else: the hint decides, whatever the Russian looks like."""
    out: list[Mined] = []
    for russian, english, kind in hints:
        other, chance = english, rng.random()
        if kind is Kind.PER and chance < RESPELT:
            other = _respelt(english)
        elif kind is Kind.PER and chance < RESPELT + EXCHANGED and surnames:
            other = " ".join([*english.split()[:-1], rng.choice(surnames)])
        target = re.sub(rf"\b{re.escape(english)}\b", other, target)
        out.append((russian, other, kind))
    return tuple(out), target


def _respelt(name: str) -> str:
    for pattern, to in RESPELLINGS:
        spelt = re.sub(pattern, to, name)
        if spelt != name:
            return spelt
    return name


def make_pairs(folders: Iterable[Path], *, russian: int, other: int) -> Iterator[Pair]:
    """Each line so many times, by the language it was written in, with hints drawn anew."""
    rng = random.Random(SEED)
    rows = [row for folder in folders for row in read_lines(folder)]
    rows = [row for row in rows if is_usable(row[0], row[1])]
    rng.shuffle(rows)
    rows.sort(key=lambda row: row[2] != "ru")
    surnames: list[str] = []
    for source, target, language, origin in rows:
        for _ in range(russian if language == "ru" else other):
            pair = make_pair(source, target, origin, rng, surnames)
            surnames += (name.split()[-1] for _, name in pair.hints if " " in name)
            yield pair


def pairs_to_measure(folders: Iterable[Path], first: int | None) -> Iterator[Pair]:
    """The first lines as they stand, with the hints that a run would give."""
    for source, target, _, origin in (row for f in folders for row in list(read_lines(f))[:first]):
        sentence = Sentence(0, 0, 0, len(source), source)
        checker = Checker(build(Article("", source), [sentence]))
        hints = segment_of(checker, sentence, hints=True).hints
        yield Pair(source, target, tuple((hint.source, hint.target) for hint in hints), origin)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else None)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--russian", type=int, default=1, help="times a line written in Russian")
    parser.add_argument("--other", type=int, default=0, help="times a line of other origin")
    parser.add_argument("--test", action="store_true", help="every line, with a run's hints")
    parser.add_argument("--first", type=int, help="with --test: so many lines of each set")
    arguments = parser.parse_args()
    pairs = (
        pairs_to_measure(arguments.folders, arguments.first)
        if arguments.test
        else make_pairs(arguments.folders, russian=arguments.russian, other=arguments.other)
    )
    rows = [asdict(pair) for pair in pairs]
    text = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    arguments.output.write_text(text, encoding="utf-8")
    hinted = sum(bool(row["hints"]) for row in rows)
    digest = hashlib.sha256(text.encode()).hexdigest()
    print(f"{len(rows)} pairs, {hinted} with hints, sha256 {digest}")


if __name__ == "__main__":
    main()
