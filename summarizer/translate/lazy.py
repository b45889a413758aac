"""Models behind the sentence cache, loaded only for what it does not have."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import asdict, astuple, dataclass
from typing import Any

from summarizer import __version__
from summarizer.errors import ConfigError, ModelNotFoundError, TranslationError
from summarizer.options import GREEDY, Decoding, Options, Style
from summarizer.progress import Progress
from summarizer.translate.cache import SentenceCache, digest, full_name, key_of, key_of_brief
from summarizer.translate.protocol import BriefRequest, Segment, Summariser, Translator
from summarizer.types import Hypothesis, ModelUse

AT_ONCE = 64  # sentences a call: what is lost of a window that is stopped in the middle
REFUSED = "refused"  # the engine cannot search that way: an answer like any other


@dataclass(slots=True)
class CachedTranslator:
    """A `Translator` that asks another only for what the cache does not have.

    `use`, `takes_hints` and `example_names` are known before that one is loaded.
    """

    use: ModelUse
    takes_hints: bool
    example_names: tuple[str, ...]
    load: Callable[[], Translator]
    cache: SentenceCache
    model: str  # all that tells its answers from another's

    def translate(
        self, segments: Sequence[Segment], decoding: Decoding = GREEDY
    ) -> list[tuple[Hypothesis, ...]]:
        """As the translator does; a segment that stands here twice is translated once."""
        keys = [key_of(self.model, segment, decoding) for segment in segments]
        known = self.cache.get(list(dict.fromkeys(keys)))
        missing = [
            (key, segment)
            for key, segment in dict(zip(keys, segments, strict=True)).items()
            if key not in known
        ]
        for start in range(0, len(missing), AT_ONCE):
            known |= self._ask(dict(missing[start : start + AT_ONCE]), decoding)
        return [hypotheses_of(known[key]) for key in keys]

    def _ask(self, missing: dict[bytes, Segment], decoding: Decoding) -> dict[bytes, Any]:
        try:
            outputs = self.load().translate(list(missing.values()), decoding)
            if len(outputs) != len(missing):
                raise TranslationError(
                    f"{self.use} returned {len(outputs)} translations for {len(missing)} sentences"
                )
            answers: list[Any] = [[astuple(h) for h in each] for each in outputs]
        except ConfigError as refusal:
            answers = [{REFUSED: str(refusal)} for _ in missing]
        asked = ({**asdict(segment), "decoding": asdict(decoding)} for segment in missing.values())
        self.cache.put(
            self.model, dict(zip(missing, zip(asked, answers, strict=True), strict=True))
        )
        return dict(zip(missing, answers, strict=True))


def hypotheses_of(answer: Any) -> tuple[Hypothesis, ...]:
    if isinstance(answer, dict):
        raise ConfigError(answer[REFUSED])
    return tuple(Hypothesis(*values) for values in answer)


@dataclass(slots=True)
class CachedSummariser:
    """A `Summariser` that asks another only for what the cache does not have."""

    use: ModelUse
    load: Callable[[], Summariser]
    cache: SentenceCache
    model: str

    def summarise(self, requests: Sequence[BriefRequest]) -> list[str]:
        keys = [key_of_brief(self.model, request) for request in requests]
        known = self.cache.get(list(dict.fromkeys(keys)))
        missing = {
            key: request for key, request in zip(keys, requests, strict=True) if key not in known
        }
        if missing:
            texts = self.load().summarise(list(missing.values()))
            asked = map(asdict, missing.values())
            self.cache.put(
                self.model, dict(zip(missing, zip(asked, texts, strict=True), strict=True))
            )
            known |= dict(zip(missing, texts, strict=True))
        return [str(known[key]) for key in keys]


def lazy_models(
    options: Options, progress: Progress, cache: SentenceCache
) -> tuple[CachedTranslator, CachedSummariser | None]:
    """The translator and summariser that `options` ask for, loaded when they are needed.

    What must be known of them before is kept in the cache too; where it is not there yet, they
    are loaded now. Raises ModelNotFoundError as loading would.
    """
    models = Models(options, progress)
    key = installed(options)
    facts = cache.fact(key)
    if facts is None:
        facts = models.facts()
        cache.learn(key, facts)
    use = ModelUse(**facts["use"])
    translator = CachedTranslator(
        use,
        facts["takes_hints"],
        tuple(facts["example_names"]),
        models.translator,
        cache,
        _asked(use, facts["adapter"]),
    )
    if facts["summariser"] is None:
        return translator, None
    brief = ModelUse(**facts["summariser"])
    return translator, CachedSummariser(brief, models.summariser, cache, _asked(brief))


def _asked(use: ModelUse, adapter: str = "") -> str:
    """All that tells a model's answers from another's: itself, its adapter, how it is prompted."""
    from summarizer.models.manifest import Engine
    from summarizer.translate.embedded import prompts

    name = f"{full_name(use)}#{adapter[:12]}" if adapter else full_name(use)
    return f"{name}~{prompts.wording(use.task)[:8]}" if use.engine == Engine.LLM.value else name


class Models:
    """The real models, loaded once."""

    def __init__(self, options: Options, progress: Progress) -> None:
        self._options, self._progress = options, progress
        self._translator: Translator | None = None
        self._summariser: Summariser | None = None

    def translator(self) -> Translator:
        from summarizer.models import choose

        if self._translator is None:
            self._translator = choose.load_translator(self._options, self._progress)
        return self._translator

    def summariser(self) -> Summariser:
        found = self._find_summariser()
        if found is None:
            raise ModelNotFoundError("the model that wrote briefs before is not installed any more")
        return found

    def _find_summariser(self) -> Summariser | None:
        from summarizer.models import choose

        if self._summariser is None:
            translator = self.translator()
            self._summariser = choose.load_summariser(self._options, translator, self._progress)
        return self._summariser

    def facts(self) -> dict[str, object]:
        translator = self.translator()
        writes = self._options.style is not Style.EXTRACTIVE
        summariser = self._find_summariser() if writes else None
        return {
            "use": asdict(translator.use),
            "takes_hints": translator.takes_hints,
            "example_names": list(getattr(translator, "example_names", ())),
            "adapter": fingerprint(translator.use.adapter),
            "summariser": asdict(summariser.use) if summariser else None,
        }


def installed(options: Options) -> str:
    """A key for what is known of the models: it changes when another would be chosen."""
    from summarizer.models import choose
    from summarizer.models.manifest import Task
    from summarizer.models.store import Store

    store = Store()
    able = [
        f"{manifest.id}@{manifest.revision}"
        for task in (Task.TRANSLATION, Task.BRIEF)
        for manifest in choose.candidates(task, store)
    ]
    chosen = choose.choose(Task.TRANSLATION, options.translator, store)
    adapter = chosen.manifest.adapter if chosen.manifest and options.adapter else ""
    writes = options.style is not Style.EXTRACTIVE
    named = [chosen.id, chosen.revision, chosen.engine.value, fingerprint(adapter)]
    return digest(__version__, able, named, options.summariser, writes).hex()


def fingerprint(adapter: str) -> str:
    """The sha256 of an adapter's weights and settings: one that is trained anew, or given another
    scale, keeps its name for a while."""
    from summarizer.models.manifest import bundled_folder

    if not adapter:
        return ""
    whole = hashlib.sha256()
    folder = bundled_folder() / "adapters" / adapter
    for path in (*sorted(folder.glob("*.safetensors")), folder / "adapter_config.json"):
        whole.update(path.read_bytes())
    return whole.hexdigest()
