"""How often the meaning guards doubt a human reference, and how many turned movements they find.

    python benchmarks/meaning.py SET_FOLDER...

A set folder holds `src.ru` and `ref.A.en`. The guards are those of negation, direction,
beginning and end, speaker, wording, phrases, unfounded and roles.
Each reference of a line with a percentage that says rise or fall is read once more with that word
turned round.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from summarizer.entities.checking.check import Checker
from summarizer.entities.ledger import build
from summarizer.translate.guards.direction import direction_suspicion
from summarizer.translate.guards.first_person import first_person_suspicion
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
    "beginning and end": since_until_suspicion,
    "speaker": first_person_suspicion,
}
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
    wrong = [(source, made) for source, target in pairs if (made := turned(source, target))]
    caught = sum(bool(direction_suspicion(*pair)) for pair in wrong)
    print(f"turned movements found: {caught} of {len(wrong)}")


if __name__ == "__main__":
    main()
