"""What the embedded model is told. An adapter knows one wording only, that of its training, which
its manifest states; the untrained model is told more, and shown an example."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Sequence

from summarizer.translate.protocol import BriefRequest, Hint, Segment

UNTRAINED_SYSTEM = (
    "You translate Russian news into English. "
    "Translate the sentence completely and literally, add nothing, leave nothing out. "
    "Spell names as given. Write only the translation."
)

# One example shows the untrained model the form of the answer (BLEU 22.5–24.5 on FLORES with it,
# 21.4 without). Names of it have turned up in translations of other sentences: so they are rare
# ones, and `EXAMPLE_NAMES` tells the check what to look for.
_EXAMPLE = Segment(
    "Директор завода «Вымпелсталь» Савелий Ухтомцев сообщил об этом в Верхнеозёрске во вторник.",
    (
        Hint("«Вымпелсталь»", "Vympelstal"),
        Hint("Савелий Ухтомцев", "Savely Ukhtomtsev"),
        Hint("Верхнеозёрске", "Verkhneozyorsk"),
    ),
)
_EXAMPLE_ANSWER = (
    "The director of the Vympelstal plant, Savely Ukhtomtsev, announced this in Verkhneozyorsk "
    "on Tuesday."
)
EXAMPLE_NAMES = tuple(hint.target for hint in _EXAMPLE.hints)

BRIEF_SYSTEM = (
    "You are a news editor. You write short, exact briefs in plain English prose. "
    "You use only facts from the text you are given."
)

# ChatML's control marks, and those of the tokenizer's other special tokens (<|fim_prefix|>, …)
_MARK = re.compile(r"<(?=\|)|(?<=\|)>|(?<=<)(?=/?tool_call>)")


def translation(segment: Segment, *, system: str | None) -> str:
    """Return the whole prompt of one sentence; `system` is an adapter's, None: without adapter."""
    if system is not None:
        return _chat([system, _question(segment)])
    return _chat([UNTRAINED_SYSTEM, _question(_EXAMPLE), _EXAMPLE_ANSWER, _question(segment)])


def brief(request: BriefRequest) -> str:
    """Return the whole prompt of one brief."""
    names = f"Names, to be spelt exactly so: {'; '.join(request.names)}\n" if request.names else ""
    facts = " ".join(request.sentences)
    title = f"{request.title}\n\n" if request.title else ""
    task = (
        f"Write a news brief of at most {request.max_sentences} sentences and "
        f"{request.max_words} words. The first sentence says who did what, where and when. "
        "Plain prose: no heading, no list, no introduction. Keep names, numbers and dates exactly."
    )
    return _chat([BRIEF_SYSTEM, f"{title}{facts}\n\n{names}{task}"])


def wording(task: str) -> str:
    """A hash that changes whenever the prompt of a task ("translation", "brief") does: an answer
    to another one is another answer."""
    segment = Segment("Russian", (Hint("source", "target"),))
    request = BriefRequest("title", ("sentence",), ("name",), 2, 40)
    translations = (translation(segment, system="system"), translation(segment, system=None))
    prompts = (brief(request),) if task == "brief" else translations
    return hashlib.sha256("\0".join(prompts).encode()).hexdigest()


def without_marks(text: str) -> str:
    """Break every control mark in a text, so that an article cannot speak as the system or end
    its own turn: `<|im_end|>` becomes `< |im_end| >`, which is ordinary text to the tokenizer."""
    return _MARK.sub(lambda mark: {"<": "< ", ">": " >", "": " "}[mark[0]], text)


def _question(segment: Segment) -> str:
    return f"{_names(segment.hints)}{_one_line(segment.text)}"


def _names(hints: Iterable[Hint]) -> str:
    """`Names: a = b; c = d` and a newline, as in training; nothing where there are no hints."""
    pairs = dict.fromkeys((_one_line(hint.source), _one_line(hint.target)) for hint in hints)
    return f"Names: {'; '.join(f'{a} = {b}' for a, b in pairs)}\n" if pairs else ""


def _one_line(text: str) -> str:
    """A newline in a sentence would end the line of names or start one."""
    return " ".join(text.split())


def _chat(turns: Sequence[str]) -> str:
    """The system's turn, then user and assistant in turns; the model speaks next."""
    roles = ("system", *("user", "assistant") * len(turns))
    said = (
        f"<|im_start|>{role}\n{without_marks(turn)}<|im_end|>\n"
        for role, turn in zip(roles, turns, strict=False)
    )
    return f"{''.join(said)}<|im_start|>assistant\n"
