"""Which Russian values the English has kept, changed or lost, and which ones it made up."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from summarizer.entities.values.found import Comparison, Found
from summarizer.entities.values.same import Atom, atoms, is_money_or_share, same_atom, same_unit
from summarizer.types import Kind, Span, Status
from summarizer.values import Amount, Moment, Value

_Pair = tuple[int, float, int, int]  # rank, distance, source index, target index
_Plain = tuple[tuple[str, Decimal, str], ...]


class _Texts:
    """The atoms of both sides and what is taken so far."""

    def __init__(self, source: Sequence[Found], target: Sequence[Found]) -> None:
        self.source, self.target = source, target
        self.wanted = [atoms(found.value) for found in source]
        self.given = [atoms(found.value) for found in target]
        self.taken: list[set[int]] = [set() for _ in target]
        self.whole: set[int] = set()  # taken without regard to atoms: a score read as a time
        self.partner: dict[int, int] = {}
        self.supported: dict[int, bool] = {}
        self.units = {atom.unit for given in self.given for atom in given}
        self.own_units = {atom.unit for wanted in self.wanted for atom in wanted if atom.unit}

    def says(self, wanted: Atom, given: Atom) -> bool:
        """True if the atoms mean the same; in "65 and 20%" a unit may be said once for both."""
        if given.unit and not wanted.unit and self._is_unheard_of(given.unit):
            return 0 < wanted.value < 1 and same_atom(wanted, given)  # «треть» is "33 percent"
        if wanted.unit and not given.unit and wanted.unit in self.units:
            given = given._replace(unit=wanted.unit)
        return same_atom(wanted, given)

    def _is_unheard_of(self, unit: str) -> bool:
        """True for a currency that no value of the Russian has: «выделили 5 млн» is not "$5
        million", but «5 и 7 %» are "5% and 7%"."""
        return is_money_or_share(unit) and not any(same_unit(own, unit) for own in self.own_units)

    def covered(self, wanted: Atom, index: int) -> int | None:
        """The atom of a target value that says the same, one that is free if there is one."""
        says = [k for k, atom in enumerate(self.given[index]) if self.says(wanted, atom)]
        free = [k for k in says if k not in self.taken[index]]
        return next(iter(free or says), None)

    def distance(self, i: int, j: int) -> float:
        return abs(i / max(1, len(self.source)) - j / max(1, len(self.target)))


def compare(source: Sequence[Found], target: Sequence[Found]) -> Comparison:
    """Match the values of a Russian text with those of its translation.

    Each of several equal Russian values needs its own English one. A soft value that is not found
    is UNCHECKED, never MISSING.
    """
    texts = _Texts(source, target)
    _assign(texts)
    _assign_parts(texts)
    verdicts = [_verdict(texts, i) for i in range(len(source))]
    return Comparison(
        statuses=tuple(status for status, _ in verdicts),
        spans=tuple(span for _, span in verdicts),
        extra=_extra(texts),
    )


def _assign(texts: _Texts) -> None:
    """Give each source value its best free target value: equal ones first, then near ones."""
    for pairs in (_equal_pairs, _full_pairs):
        for _, _, i, j in sorted(pairs(texts)):
            _take(texts, i, j)


def _take(texts: _Texts, i: int, j: int) -> None:
    if i in texts.partner or j in texts.whole:
        return
    parts = {texts.covered(atom, j) for atom in texts.wanted[i]}
    used = {part for part in parts if part is not None}
    if used & texts.taken[j]:
        return
    texts.partner[i] = j
    texts.taken[j] |= used
    if not used:
        texts.whole.add(j)


def _assign_parts(texts: _Texts) -> None:
    """Let several free target values serve one source value: "5% … 7%" for «5–7 %»."""
    for i in range(len(texts.source)):
        if i in texts.partner or len(texts.wanted[i]) < 2:
            continue
        parts = _parts(texts, i)
        if parts is not None and all(part not in texts.taken[j] for j, part in parts):
            texts.partner[i] = parts[0][0]
            for j, part in parts:
                texts.taken[j].add(part)


def _equal_pairs(texts: _Texts) -> list[_Pair]:
    """Pairs of equal hard values, by look-up: a table of numbers has hundreds."""
    places: dict[_Plain, list[int]] = {}
    for j, found in enumerate(texts.target):
        if not found.soft:
            places.setdefault(_unhedged(texts.given[j]), []).append(j)
    return [
        (0, texts.distance(i, j), i, j)
        for i, found in enumerate(texts.source)
        if not found.soft
        for j in places.get(_unhedged(texts.wanted[i]), ())
    ]


def _full_pairs(texts: _Texts) -> list[_Pair]:
    """Pairs of values still free where the English says all of the Russian."""
    free = [j for j, given in enumerate(texts.given) if len(texts.taken[j]) < len(given)]
    pairs = []
    for i, wanted in enumerate(texts.wanted):
        for j in free if i not in texts.partner else ():
            if all(texts.covered(atom, j) is not None for atom in wanted) or _same_digits(
                texts.source[i].value, texts.target[j].value
            ):
                rank = 0 if _unhedged(wanted) == _unhedged(texts.given[j]) else 1
                rank += 2 * (texts.source[i].soft + texts.target[j].soft)
                pairs.append((rank, texts.distance(i, j), i, j))
    return pairs


def _unhedged(parts: tuple[Atom, ...]) -> _Plain:
    return tuple([part[:3] for part in parts])


def _same_digits(source: Value, target: Value) -> bool:
    """«20:18» may be a score or a time, and «в 11-50» too."""
    amount, moment = (source, target) if isinstance(source, Amount) else (target, source)
    if not isinstance(amount, Amount) or not isinstance(moment, Moment):
        return False
    if moment.hour is None or moment.minute is None:
        return False
    return (amount.low, amount.high) == (Decimal(moment.hour), Decimal(moment.minute))


def _verdict(texts: _Texts, i: int) -> tuple[Status, Span | None]:
    source = texts.source[i]
    kept = texts.partner[i] if i in texts.partner else _as_ratio(texts, i)
    if kept is not None:
        return Status.KEPT, _span(texts.target[kept])
    changed, shared = _changed(texts, i), _in_parts(texts, i)
    shared = _shared(texts, i) if shared is None else shared
    if changed is not None and not (source.soft and shared is not None):
        return Status.CHANGED, _span(texts.target[changed])
    if shared is not None:
        return Status.KEPT, _span(texts.target[shared])
    partial = None if source.soft else _partial(texts, i)
    if partial is not None:
        return Status.CHANGED, _span(texts.target[partial])
    return (Status.UNCHECKED if source.soft else Status.MISSING), None


def _span(found: Found) -> Span:
    return Span(found.start, found.stop)


def _shared(texts: _Texts, i: int) -> int | None:
    """A target value that says more than its own source value: "the 1940s" is also «XX век».

    Equal values need one each: of 17,820 lines of WMT13–18 no human reference told a repeated
    number only once.
    """
    source = texts.source[i]
    numbers = {atom.value for atom in texts.wanted[i]}
    equals = {
        j for k, j in texts.partner.items() if numbers == {atom.value for atom in texts.wanted[k]}
    }
    for j in range(len(texts.given)):
        whole = all(texts.covered(atom, j) is not None for atom in texts.wanted[i])
        if whole and (source.soft or j not in equals):
            return j
    return None


def _in_parts(texts: _Texts, i: int) -> int | None:
    """The first of several target values that together say the whole, taken or not: in "July 2016
    compared to June" the year serves both months."""
    parts = _parts(texts, i) if len(texts.wanted[i]) > 1 else None
    return parts[0][0] if parts else None


def _parts(texts: _Texts, i: int) -> list[tuple[int, int]] | None:
    """A target value and its atom for each atom of the source value; None if one is missing."""
    usable = [j for j in range(len(texts.given)) if not _contradicts(texts, i, j)]
    parts = []
    for atom in texts.wanted[i]:
        allowed = [*usable, *range(len(texts.given))] if atom.field == "year" else usable
        found = [(j, part) for j in allowed if (part := texts.covered(atom, j)) is not None]
        if not found:
            return None
        free = [pair for pair in found if pair[1] not in texts.taken[pair[0]]]
        parts.append((free or found)[0])
    return parts


def _as_ratio(texts: _Texts, i: int) -> int | None:
    """«одна пятая» as "1 in 5": the first of two neighbours that make the fraction."""
    value = texts.source[i].value
    if not isinstance(value, Amount) or value.unit or not 0 < value.low < 1:
        return None
    for j in range(len(texts.target) - 1):
        top, bottom = texts.target[j].value, texts.target[j + 1].value
        if not isinstance(top, Amount) or not isinstance(bottom, Amount):
            continue
        if 0 < top.low < bottom.low and abs(top.low / bottom.low - value.low) < Decimal("0.001"):
            return j
    return None


def _contradicts(texts: _Texts, i: int, j: int) -> bool:
    """True if a date has another day or month: "April 7" is no part of «5 марта»."""
    if texts.target[j].kind is not Kind.DATE:
        return False
    fields = {atom.field for atom in texts.wanted[i]}
    return any(
        given.field in fields and not any(same_atom(atom, given) for atom in texts.wanted[i])
        for given in texts.given[j]
    )


def _partial(texts: _Texts, i: int) -> int | None:
    """A target date that has a part of the source date and contradicts none: the year dropped."""
    if texts.source[i].kind is not Kind.DATE or len(texts.wanted[i]) < 2:
        return None
    best, most = None, 0
    for j in range(len(texts.given)):
        if texts.taken[j] or _contradicts(texts, i, j):
            continue
        count = sum(texts.covered(atom, j) is not None for atom in texts.wanted[i])
        if count > most:
            best, most = j, count
    return best


def _changed(texts: _Texts, i: int) -> int | None:
    """The target value that stands in a lost value's place: of its sort, and supported by
    nothing in the source."""
    if texts.source[i].soft and texts.wanted[i][0].value == 1:
        return None
    candidates = [
        j
        for j, found in enumerate(texts.target)
        if not texts.taken[j]
        and not found.soft
        and _is_alike(texts.source[i], found)
        and not _is_supported(texts, j)
    ]
    return min(candidates, key=lambda j: texts.distance(i, j), default=None)


def _is_alike(source: Found, target: Found) -> bool:
    if isinstance(source.value, Amount) and isinstance(target.value, Amount):
        if source.value.low == target.value.low and source.value.high == target.value.high:
            return True
        return source.kind is target.kind
    ours = {atom.field for atom in atoms(source.value)}
    theirs = {atom.field for atom in atoms(target.value)}
    if ours & theirs:
        return True
    bare = isinstance(target.value, Amount) and target.value.unit in ("", "ordinal")
    return bare and bool(ours & {"year", "day"})  # "in June 201"


def _is_supported(texts: _Texts, j: int) -> bool:
    if len(texts.taken[j]) == len(texts.given[j]):  # every atom was taken by one that says it
        return True
    if j not in texts.supported:
        texts.supported[j] = all(
            any(texts.says(wanted, given) for atoms_ in texts.wanted for wanted in atoms_)
            for given in texts.given[j]
        )
    return texts.supported[j]


def _extra(texts: _Texts) -> tuple[Found, ...]:
    return tuple(
        found
        for j, found in enumerate(texts.target)
        if not found.soft and j not in texts.whole and not _is_supported(texts, j)
    )
