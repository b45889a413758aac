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
# who comes after the verb: "said the minister", "noted Minnikhanov"; in "he said Tuesday" nobody
SPEAKER_FOLLOWS = re.compile(
    r"\s*(?:the|an?|his|her|its|their|one|he|she|they|we|"
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b)[A-Z][\w.'’-]*)\b"
)
LONGEST_SPEAKER = 12  # words between the last comma of the speech and the verb


def close_quotation(source: str, target: str) -> str:
    """Move the closing mark before the verb of speech, where the source has it there.

    Only a target that opens with a mark and has no other than at its very end is touched.
    """
    opened = OPEN.match(target)
    if opened is None:
        return target
    target = LOOSE.sub(r"\1\2", target)
    if not SPEECH.match(source):
        return target
    mark = "”" if "“" in opened.group() else '"'
    inner = target.strip()[1:]
    body = inner.removesuffix(mark).removesuffix('"')
    end = _end_of_speech(body)
    if re.search(r"[\"“”«»]", body) or not end:
        return target
    speech, speaker = body[:end], body[end:].lstrip(" ,.-–—")
    return f"{target.strip()[0]}{_ended(speech)}{mark} {_stopped(speaker)}"


def _end_of_speech(body: str) -> int:
    """Where the speaker begins: at the verb ("said the minister"), or behind the last comma before
    it ("the minister said"); 0 where nobody can tell."""
    verb = next(reversed(list(SAID.finditer(body))), None)
    if verb is None:
        return 0
    if SPEAKER_FOLLOWS.match(body, verb.end()):
        return verb.start()
    comma = body.rfind(",", 0, verb.start("said"))
    words = body[comma + 1 : verb.start("said")].split()
    return comma if comma > 0 and 0 < len(words) <= LONGEST_SPEAKER else 0


def _ended(speech: str) -> str:
    speech = speech.rstrip(" ,-–—")
    return speech if speech.endswith(("!", "?", "…")) else speech.rstrip(".") + ","


def _stopped(speaker: str) -> str:
    return speaker if speaker.rstrip().endswith((".", "!", "?")) else speaker.rstrip() + "."
