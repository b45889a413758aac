"""How often the English form of a name is what a human translator of the same line wrote.

    python benchmarks/forms.py SRC.ru REFERENCE.en... [--first N] [--show N] [--kind PER]

Twenty lines make an article, as in `summarizer evaluate`. A mention counts as `form` when the last
word of its English form stands letter by letter in the reference (accents aside), as `kept` when
an accepted form does. Persons count as foreign when neither given name nor surname is of Russia or
a neighbour. Some mentions cannot count: a translator writes "he", or leaves the name out.
"""

from __future__ import annotations

import argparse
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from summarizer.entities.names import find_names
from summarizer.entities.naming import origins
from summarizer.entities.russian.persons import parse
from summarizer.evaluate.lines import LINES
from summarizer.types import Article, Entity, Kind, Mention, Origin, Sentence


@dataclass(frozen=True, slots=True)
class Judged:
    entity: Entity
    mention: Mention
    group: str  # PER foreign, PER native, LOC, ORG
    is_form: bool
    is_kept: bool
    target: str


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("files", nargs="+", type=Path, help="pairs of source and reference")
    parser.add_argument("--first", type=int)
    parser.add_argument("--show", type=int, default=0, help="print so many mentions not kept")
    parser.add_argument("--kind", type=Kind, choices=[Kind.PER, Kind.LOC, Kind.ORG])
    options = parser.parse_args()
    if len(options.files) % 2:
        parser.error("every source needs its reference")
    judged = [
        one
        for source, reference in zip(options.files[::2], options.files[1::2], strict=True)
        for one in judge(read(source, options.first), read(reference, options.first))
        if options.kind in (None, one.entity.kind)
    ]
    report(judged, options.show)


def read(path: Path, first: int | None) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()[:first]


def judge(sources: Sequence[str], targets: Sequence[str]) -> Iterator[Judged]:
    pairs = zip(sources, targets, strict=True)
    filled = [pair for pair in pairs if pair[0].strip()]
    for start in range(0, len(filled), LINES):
        yield from judge_article(filled[start : start + LINES])


def judge_article(pairs: Sequence[tuple[str, str]]) -> Iterator[Judged]:
    text = "\n".join(source for source, _ in pairs)
    sentences, start = [], 0
    for index, (source, _) in enumerate(pairs):
        sentences.append(Sentence(index, index, start, start + len(source), source))
        start += len(source) + 1
    for entity in find_names(Article("", text), sentences):
        forms = [plain(form) for form in (entity.english, *entity.accepted) if form]
        for mention in entity.mentions:
            target = pairs[mention.sentence][1]
            said = f" {plain(target)} "
            own = plain(mention.english or entity.english)
            own = own.split()[-1] if entity.kind is Kind.PER and own else own
            yield Judged(
                entity,
                mention,
                group_of(entity),
                bool(own) and stands(own, said),
                any(stands(form, said) for form in [*forms, own] if form),
                target,
            )


def stands(form: str, text: str) -> bool:
    """As whole words: `text` has a space at either end, and nothing but letters and spaces."""
    return f" {form} " in text


def plain(text: str) -> str:
    """Words without accents and punctuation; capitals stay."""
    decomposed = unicodedata.normalize("NFD", text.replace("’s", "").replace("'s", ""))
    letters = (char for char in decomposed if not unicodedata.combining(char))
    return " ".join("".join(char if char.isalnum() else " " for char in letters).split())


def group_of(entity: Entity) -> str:
    if entity.kind is not Kind.PER:
        return entity.kind.value
    return "PER native" if origins.is_native(parse(entity.name)) else "PER foreign"


def score(group: str, own: Sequence[Judged]) -> None:
    if own:
        form = sum(one.is_form for one in own) / len(own)
        kept = sum(one.is_kept for one in own) / len(own)
        print(f"{group:12} {len(own):6} mentions  form {form:.2%}  kept {kept:.2%}")


def report(judged: Sequence[Judged], show: int) -> None:
    for group in ("PER", "PER foreign", "PER native", "LOC", "ORG"):
        score(group, [one for one in judged if one.group.startswith(group)])
    persons = [one for one in judged if one.entity.kind is Kind.PER]
    score("PER guessed", [one for one in persons if one.entity.origin is Origin.GUESSED])
    score("PER other", [one for one in persons if one.entity.origin is not Origin.GUESSED])
    lost = Counter(
        (one.group, one.entity.name, one.entity.english) for one in judged if not one.is_kept
    )
    shown = {(one.group, one.entity.name, one.entity.english): one for one in judged}
    for key, count in lost.most_common(show):
        print(count, *key, "|", shown[key].target, sep="\t")


if __name__ == "__main__":
    main()
