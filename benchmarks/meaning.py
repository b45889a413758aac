"""How often the meaning guards doubt a human reference, and how many errors of meaning they find.

    python benchmarks/meaning.py SET_FOLDER...

A set folder holds `src.ru` and `ref.A.en`. The guards are those of `translate/guards` and the set
phrases. References are read once more with one error each: a rise for a fall where there is a
percentage, east for west, and a word of `tables/contrasts.txt` that became the next of its kind.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from summarizer.entities.checking.check import Checker
from summarizer.entities.known.tables import rows
from summarizer.entities.ledger import build
from summarizer.entities.russian.morphology import plain
from summarizer.translate.guards.compass import compass_suspicion
from summarizer.translate.guards.contrasts import contrast_suspicion
from summarizer.translate.guards.direction import direction_suspicion
from summarizer.translate.guards.first_person import first_person_suspicion
from summarizer.translate.guards.magnitude import magnitude_suspicion
from summarizer.translate.guards.negation import negation_suspicion
from summarizer.translate.guards.roles import mixed_roles
from summarizer.translate.guards.since_until import since_until_suspicion
from summarizer.translate.guards.unfounded import unfounded_words
from summarizer.translate.guards.wording import lost_words
from summarizer.translate.phrases import lost_phrases
from summarizer.types import Article, Sentence

TURNED = {
    "fell": "rose",
    "rose": "fell",
    "declined": "increased",
    "increased": "declined",
    "grew": "fell",
    "dropped": "grew",
    "decreased": "increased",
    "reduced": "increased",
    "falling": "rising",
    "rising": "falling",
    "growth": "decline",
    "decline": "growth",
    "increase": "decrease",
    "decrease": "increase",
}
GUARDS = {
    "negation": negation_suspicion,
    "direction": direction_suspicion,
    "size and degree": magnitude_suspicion,
    "compass": compass_suspicion,
    "another of its kind": contrast_suspicion,
    "beginning and end": since_until_suspicion,
    "speaker": first_person_suspicion,
}
SIDES = {"north": "south", "south": "north", "west": "east", "east": "west"}
_SIDE = re.compile("|".join(SIDES), re.IGNORECASE)
_MOVEMENT = re.compile(rf"\b(?:{'|'.join(TURNED)})\b")


def read(folder: Path) -> Iterator[tuple[str, str]]:
    sources = (folder / "src.ru").read_text("utf-8").splitlines()
    targets = (folder / "ref.A.en").read_text("utf-8").splitlines()
    return zip(map(str.strip, sources), map(str.strip, targets), strict=True)


def doubts(source: str, target: str) -> Iterator[tuple[str, str]]:
    """Each guard that speaks up, with its reason."""
    for name, guard in GUARDS.items():
        if reason := guard(source, target):
            yield name, reason
    yield from (("wording", reason) for reason in lost_words(source, target))
    yield from (("phrases", reason) for reason in lost_phrases(source, target))
    yield from (("unfounded", reason) for reason in unfounded_words(source, target))
    sentence = Sentence(0, 0, 0, len(source), source)
    checker = Checker(build(Article("", source), [sentence]))
    for reason in mixed_roles(checker, sentence, target, checker.check(sentence, target)):
        yield "roles", reason


def turned(source: str, target: str) -> str:
    """The reference with its movement turned round, "" where it has none beside a percentage."""
    found = _MOVEMENT.search(target) if "%" in source or "процент" in source else None
    return f"{target[: found.start()]}{TURNED[found[0]]}{target[found.end() :]}" if found else ""


def turned_side(source: str, target: str) -> str:
    """The reference with its only side turned round, "" where it has none or several."""
    found = list(_SIDE.finditer(target)) if re.search("север|юг|южн|запад|восто", source) else []
    if len(found) != 1:
        return ""
    (side,) = found
    return f"{target[: side.start()]}{SIDES[side[0].lower()]}{target[side.end() :]}"


def exchanged(source: str, target: str) -> Iterator[str]:
    """The reference with one word exchanged for the next of its kind, for each that it has."""
    kinds: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for (kind,), russian, english, *_ in rows("contrasts"):
        kinds.setdefault(kind, []).append((russian, english[0].rstrip("*")))
    lower = plain(source)
    for members in kinds.values():
        for (russian, word), (_, other) in zip(members, [*members[1:], members[0]], strict=True):
            beginnings = "|".join(plain(each).replace(".", r"\b") for each in russian)
            has_word = re.search(rf"\b{word}s?\b", target, re.IGNORECASE)
            if has_word and re.search(rf"\b(?:{beginnings})", lower):
                yield re.sub(rf"\b{word}(s?)\b", rf"{other}\1", target, flags=re.IGNORECASE)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--show", type=int, default=0, help="print so many doubted lines")
    arguments = parser.parse_args()
    pairs = [pair for folder in arguments.folders for pair in read(folder) if pair[0]]
    found = [(pair, *doubt) for pair in pairs for doubt in doubts(*pair)]
    for pair, name, reason in found[: arguments.show]:
        print(name, reason, *pair, "", sep="\n")
    for name, count in Counter(name for _, name, _ in found).most_common():
        print(f"{name}: {count} of {len(pairs)} references doubted ({count / len(pairs):.3%})")
    made = {
        "movements turned round": (
            direction_suspicion,
            [(source, turned(source, target)) for source, target in pairs],
        ),
        "sides turned round": (
            compass_suspicion,
            [(source, turned_side(source, target)) for source, target in pairs],
        ),
        "words exchanged for another of their kind": (
            contrast_suspicion,
            [(source, made) for source, target in pairs for made in exchanged(source, target)],
        ),
    }
    for name, (guard, errors) in made.items():
        wrong = [(source, target) for source, target in errors if target]
        caught = sum(bool(guard(source, target)) for source, target in wrong)
        print(f"{name}: {caught} of {len(wrong)} found")


if __name__ == "__main__":
    main()
