"""Closing a quotation where the speaker begins.

«Мы хотим…», - заявил министр. comes out as "We want ..., said the minister." with the closing mark
behind the minister, so that he seems to quote himself. The Russian says where the words end.
"""

from __future__ import annotations

import re

# The quotation is the sentence's beginning, and after it comes a dash and who said it.
SPEECH = re.compile(r"^\s*[«“\"„].+[»”\"]\s*,?\s*[-–—]\s+[а-яё]", re.DOTALL)
# "KAMAZ first, " the minister said
LOOSE = re.compile(r"^(\s*\"[^\"]+[,.!?…]) (\"(?=\s)[^\"]*)$")
OPEN = re.compile(r"^\s*[\"“«]")
SAID = re.compile(
    r"[,.]?\s*(?:[-–—]\s*)?(?<=[\s,.\-–—])"
    r"(?P<said>(?:said|says|noted|added|stressed|emphasi[sz]ed|stated|announced|explained|declared|told|concluded|remarked|recalled|admitted|assured|reported|believes|"
    r"pointed out|is (?:sure|certain|convinced)|was quoted)\b)"
)


def close_quotation(source: str, target: str) -> str:
    """Move the closing mark before the verb of speech, where the source has it there.

    Only a target that opens with a mark and has no other than at its very end is touched.
    """
    target = LOOSE.sub(r"\1\2", target)
    opened = OPEN.match(target)
    if not SPEECH.match(source) or opened is None:
        return target
    mark = "”" if "“" in opened.group() else '"'
    inner = target.strip()[1:]
    body = inner.removesuffix(mark).removesuffix('"')
    said = list(SAID.finditer(body))
    if re.search(r"[\"“”«»]", body) or not said or said[-1].start() == 0:
        return target
    speech, speaker = body[: said[-1].start()], body[said[-1].start("said") :]
    return f"{target.strip()[0]}{_ended(speech)}{mark} {_stopped(speaker)}"


def _ended(speech: str) -> str:
    speech = speech.rstrip(" ,-–—")
    return speech if speech.endswith(("!", "?", "…")) else speech.rstrip(".") + ","


def _stopped(speaker: str) -> str:
    return speaker if speaker.rstrip().endswith((".", "!", "?")) else speaker.rstrip() + "."
