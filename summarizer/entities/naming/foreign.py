"""Names that no table has, in the spelling of their own language: «фон Вайгельдт», von Weigeldt."""

from __future__ import annotations

import re
from itertools import chain

from summarizer.entities.letters import spelling
from summarizer.entities.russian.morphology import like, plain

_PARTICLES = dict(
    zip(
        "ван ден дер фон цу де да ду дю дель делла ди дос ла ле лас лос".split(),
        "van den der von zu de da du du del della di dos la le las los".split(),
        strict=True,
    )
)
_PARTICLES |= {"аль": "al", "эль": "el", "бин": "bin", "бен": "ben", "ибн": "ibn", "абу": "abu"}
_PARTICLES |= {"оглу": "oglu", "о": "O", "мак": "Mac"}
_APART = re.compile(r"([- ’'ʼ]+)")
_CELTIC = re.compile(r"^Mc([a-z])")
_LIKELY = 2.5  # of the log probability: spellings that far below the likeliest are none
_MOST = 4


def spellings(russian: str) -> tuple[str, ...]:
    """Likeliest first, each part of a name in its likeliest spelling and in its others; () where
    a part has letters that no model knows."""
    pieces = _APART.split(russian)
    parts = [_part(piece, is_alone=len(pieces) == 1) for piece in pieces[::2]]
    if not all(parts):
        return ()
    best = [options[0] for options in parts]
    joints = ["'" if piece.strip() in ("’", "'", "ʼ") else piece for piece in pieces[1::2]]
    others = (
        [*best[:index], other, *best[index + 1 :]]
        for index, options in enumerate(parts)
        for other in options[1:]
    )
    return tuple(dict.fromkeys("".join(_woven(words, joints)) for words in chain([best], others)))


def _woven(words: list[str], joints: list[str]) -> chain[str]:
    return chain([words[0]], *zip(joints, words[1:], strict=True))


def _part(word: str, *, is_alone: bool) -> tuple[str, ...]:
    particle = _PARTICLES.get(plain(word))
    if particle and not is_alone:
        return (particle if word[0].islower() or len(particle) == 1 else particle.capitalize(),)
    found = [each for each in spelling.spellings(word, _MOST) if not _adds_latin(word, each[0])]
    return tuple(
        _capitalised(latin, word) for latin, score in found if score > found[0][1] - _LIKELY
    )


def _adds_latin(word: str, latin: str) -> bool:
    """«Баласубраманиан» is no Balasubramanianus."""
    return latin.endswith(("us", "os")) and word[-1].lower() in "бвгджклмнпртфх"


def _capitalised(latin: str, model: str) -> str:
    """«Макдональд» is McDonald, «О’Нил» O'Neill."""
    return _CELTIC.sub(lambda match: f"Mc{match.group(1).upper()}", like(model, latin))
