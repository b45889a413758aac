"""How much of what is wrong the check finds: human references, each with one error put into it.

    python benchmarks/detection.py SRC.ru REFERENCE.en [--first N] [--save CASES] [--show N]
    python benchmarks/detection.py --cases CASES [--show N]

Names are deleted, exchanged for another of their kind, respelt and added; numbers, years,
percentages and scales are changed or deleted. An error is found where a reader is told something
that he is not told of the reference itself, or where a repair has touched the sentence. Which names
a reference is known to have depends on the version, so two versions are compared on saved cases.
"""

from __future__ import annotations

import argparse
import json
import random
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from checker import ledger_of

from summarizer.entities.checking.check import Checker
from summarizer.entities.checking.repair import repair
from summarizer.entities.checking.settle import settle
from summarizer.entities.letters.sound import similarity
from summarizer.translate.assess import assess, notes_of
from summarizer.types import Entity, Hypothesis, Kind, Ledger, Status

NAMES = (Kind.PER, Kind.LOC, Kind.ORG)
ENDINGS = ("in", "enko", "ovsky", "erman", "adze", "ulov")
UNLIKE = 0.6  # two surnames that are less alike than this are two names to any reader
NUMBER = re.compile(r"(?<![\w.,-])\d{1,3}(?:,\d{3})+(?![\w,-])|(?<![\w.,-])\d{3,}(?![\w-]|[.,]\d)")
YEAR = re.compile(r"(?<![\w.,-])(?:19|20)\d\d(?![\w-]|[.,]\d)")
PERCENT = re.compile(r"(?<![\w.,-])\d+(?:\.\d+)?(?= ?%| per ?cent)")
SCALE = re.compile(r"(?<=\d )(?:million|billion)\b")


@dataclass(frozen=True)
class Case:
    error: str
    source: str
    reference: str
    corrupted: str
    what: str


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("source", type=Path, nargs="?")
    parser.add_argument("reference", type=Path, nargs="?")
    parser.add_argument("--first", type=int)
    parser.add_argument("--save", type=Path)
    parser.add_argument("--cases", type=Path)
    parser.add_argument("--show", type=int, default=0, help="print so many errors not found a kind")
    arguments = parser.parse_args()
    if arguments.cases:
        cases = [Case(**json.loads(line)) for line in arguments.cases.read_text().splitlines()]
    else:
        sources = arguments.source.read_text("utf-8").splitlines()[: arguments.first]
        references = arguments.reference.read_text("utf-8").splitlines()[: len(sources)]
        cases = list(corrupted(sources, references))
    if arguments.save:
        lines = (json.dumps(asdict(case), ensure_ascii=False) + "\n" for case in cases)
        arguments.save.write_text("".join(lines), "utf-8")
    report(cases, arguments.show)


def report(cases: Iterable[Case], show: int) -> None:
    found: dict[str, list[bool]] = defaultdict(list)
    missed: dict[str, list[Case]] = defaultdict(list)
    ledger = ledger_of("")
    for case in cases:  # those of one line follow each other
        if case.source != ledger.article.text:
            ledger = ledger_of(case.source)
        found[case.error].append(is_found(ledger, case))
        if not found[case.error][-1]:
            missed[case.error].append(case)
    for error, results in found.items():
        print(
            f"{error:24} {sum(results):5} of {len(results):5} ({sum(results) / len(results):.1%})"
        )
    for error, left in missed.items():
        for case in left[:show]:
            print(f"\n{error}: {case.what}", case.source, case.corrupted, sep="\n")


def is_found(ledger: Ledger, case: Case) -> bool:
    said, edits = told(ledger, case.corrupted)
    said_before, edits_before = told(ledger, case.reference)
    return bool(said - said_before or edits - edits_before)


def told(ledger: Ledger, target: str) -> tuple[set[str], set[tuple[str, str]]]:
    """What a reader is told of a target: notes, and repairs as what stood and what stands there."""
    (sentence,) = ledger.sentences
    checker = Checker(settle(Checker(ledger), {0: target}))
    mended = repair(checker, sentence, target)
    notes = notes_of(checker, sentence, assess(checker, sentence, Hypothesis(mended.text)))
    return {note.text for note in notes}, {(edit.old, edit.text) for edit in mended.edits}


def corrupted(sources: list[str], references: list[str]) -> Iterator[Case]:
    pairs = list(zip(sources, references, strict=True))
    known = [names_of(*pair) for pair in pairs]
    pool: dict[Kind, list[str]] = defaultdict(list)
    for names in known:
        for name, entity in names.items():
            pool[entity.kind].append(name)
    for number, ((source, reference), names) in enumerate(zip(pairs, known, strict=True)):
        chance = random.Random(number)
        made = (*name_errors(reference, names, pool, chance), *value_errors(source, reference))
        for error, text, what in made:
            yield Case(error, source, reference, text, what)


def names_of(source: str, reference: str) -> dict[str, Entity]:
    """The names of a reference that the check finds there, as they stand in the English."""
    ledger = ledger_of(source)
    (sentence,) = ledger.sentences
    names = {}
    for match in Checker(ledger).check(sentence, reference):
        entity = ledger.entities[match.entity]
        if entity.kind in NAMES and match.status is Status.KEPT and match.span is not None:
            names[reference[match.span.start : match.span.stop]] = entity
    return {name: names[name] for name in names if not _is_said_again(name, names, reference)}


def _is_said_again(name: str, names: Iterable[str], reference: str) -> bool:
    """True where the name would still be there if it were deleted: in another, or another time."""
    others = any(other != name and (other in name or name in other) for other in names)
    return others or reference.count(name.split()[-1]) > 1


def name_errors(
    reference: str, names: dict[str, Entity], pool: dict[Kind, list[str]], chance: random.Random
) -> Iterator[tuple[str, str, str]]:
    for name, entity in names.items():
        shortened = re.sub(rf"(?:\bthe )?{re.escape(name)}(?:[’']s)? ?", "", reference)
        yield f"{entity.kind} deleted", shortened, name
        other = another(name, entity, pool[entity.kind], chance)
        if other:
            yield f"{entity.kind} exchanged", reference.replace(name, other), f"{name} > {other}"
        if entity.kind is Kind.PER and (wrong := respelt(name, chance)):
            yield "surname respelt", reference.replace(name, wrong), f"{name} > {wrong}"
    added = chance.choice(pool[Kind.PER])
    if added.split()[-1] not in reference:
        yield "person added", f"{reference.rstrip('.')}, {added} said.", added


def another(name: str, entity: Entity, pool: list[str], chance: random.Random) -> str:
    """Another name of the kind, with as many words: «Putin» for «Merkel»; "" if there is none."""
    forms = (name, entity.english, *entity.accepted)
    width = len(name.split())
    for other in chance.sample(pool, min(len(pool), 200)):
        if len(other.split()) == width and all(similarity(form, other) < UNLIKE for form in forms):
            return other
    return ""


def respelt(name: str, chance: random.Random) -> str:
    """Minnikhanov as "Minin": its beginning, and an end that is not its own."""
    *given, surname = name.split()
    if len(surname) < 6:
        return ""
    wrong = surname[:3].rstrip("aeiouy") + chance.choice(ENDINGS)
    return " ".join((*given, wrong)) if similarity(wrong, surname) < UNLIKE else ""


def value_errors(source: str, reference: str) -> Iterator[tuple[str, str, str]]:
    """Each kind of wrong value once, made of a number that both texts have in digits."""
    for error, pattern, wrong in CHANGES:
        for match in pattern.finditer(reference):
            if _is_in(match.group(), source) and reference.count(match.group()) == 1:
                text = reference[: match.start()] + wrong(match.group()) + reference[match.end() :]
                yield error, text, f"{match.group()} > {wrong(match.group())}"
                break


def _is_in(number: str, source: str) -> bool:
    if number in SCALES:
        return bool(re.search(rf"\d (?:{SCALES[number]})", source))
    plain = number.replace(",", "")
    written = re.sub(r"(?<=\d)[ \u00a0\u202f](?=\d{3})", "", source).replace(",", ".")
    return bool(re.search(rf"(?<![\d.]){re.escape(plain)}(?![\d.]\d)", written))


SCALES = {"million": "млн|миллион", "billion": "млрд|миллиард"}


def _other_digit(number: str) -> str:
    """The second digit is another one: 372 for 342."""
    digit = number[1] if number[1].isdigit() else number[2]
    place = number.index(digit, 1)
    return number[:place] + str((int(digit) + 3) % 10) + number[place + 1 :]


def _other_year(year: str) -> str:
    return str(int(year) - 1 if int(year) % 10 else int(year) + 3)


def _other_percentage(number: str) -> str:
    return str((int(number[0]) % 9) + 1) + number[1:]


CHANGES: tuple[tuple[str, re.Pattern[str], Callable[[str], str]], ...] = (
    ("digit of number changed", NUMBER, _other_digit),
    ("number deleted", NUMBER, lambda number: ""),
    ("year changed", YEAR, _other_year),
    ("year deleted", YEAR, lambda year: ""),
    ("percentage changed", PERCENT, _other_percentage),
    ("percentage deleted", PERCENT, lambda number: ""),
    ("scale changed", SCALE, lambda scale: "billion" if scale == "million" else "million"),
)


if __name__ == "__main__":
    main()
