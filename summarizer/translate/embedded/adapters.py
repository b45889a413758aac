"""The project's own adapters: what their manifests say, and the proof that they take effect."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from summarizer.errors import ConfigError, ModelCorruptError, ModelNotFoundError
from summarizer.models.checksums import sha256_of
from summarizer.models.tables import read_toml
from summarizer.options import Decoding
from summarizer.translate.embedded import prompts
from summarizer.translate.embedded.runtime import Request, Runtime
from summarizer.translate.protocol import Segment

# Two scores of the same greedy tokens differ by 0.2 with the adapter and without; where the runtime
# ignored the adapter, both are one computation and the same float.
_PROBE = Segment("Об этом сообщил министр.")
_PROBE_TOKENS = 4
_LEAST_EFFECT = 1e-3


@dataclass(frozen=True, slots=True)
class Adapter:
    id: str
    base: str  # the id of the model that it was trained on
    weights: Path
    system: str  # the system's turn that it was trained with
    scale: float  # of the product of its matrices: lora_alpha / r in peft's words


def read_adapter(folder: Path) -> Adapter:
    """Read an adapter's manifest and check its weights.

    Raises ModelNotFoundError, ConfigError for a manifest that is not valid, ModelCorruptError for
    weights that are not those of the manifest, or for settings (adapter_config.json) without scale.
    """
    if not (folder / "manifest.toml").is_file():
        raise ModelNotFoundError(f"{folder} is no adapter: it has no manifest.toml")
    table = read_toml(folder / "manifest.toml")
    weights, expected = folder / table.string("file"), table.string("sha256")
    if not weights.is_file():
        raise ModelNotFoundError(f"the adapter's weights {weights} are missing")
    found = sha256_of(weights)
    if found != expected:
        raise ModelCorruptError(
            f"{weights} has sha256 {found[:12]}… instead of {expected[:12]}…: reinstall the package"
        )
    scale = _scale(folder / "adapter_config.json")
    return Adapter(table.string("id"), table.string("base"), weights, table.string("system"), scale)


def _scale(settings: Path) -> float:
    """What the product of the two matrices is multiplied by (LoRA: arXiv 2106.09685, §4.1).

    openvino-genai reads the weights only and takes 1 where nothing is said; the first adapter, made
    for 2, so ran at half its strength, and nothing showed it but the English.
    """
    try:
        peft = json.loads(settings.read_text("utf-8"))
        rank = peft["r"] ** 0.5 if peft.get("use_rslora") else peft["r"]
        return float(peft["lora_alpha"] / rank)
    except (OSError, ValueError, KeyError, TypeError, ZeroDivisionError) as e:
        raise ModelCorruptError(
            f"{settings} does not give lora_alpha and r, without which the adapter's weights mean "
            "nothing: reinstall the package"
        ) from e


def require_base(adapter: Adapter, model: str) -> None:
    """Refuse an adapter on a model that it was not trained on; raises ConfigError."""
    if adapter.base != model:
        raise ConfigError(f"the adapter {adapter.id} is for {adapter.base}, not {model}")


def require_effect(runtime: Runtime, adapter: Adapter) -> None:
    """Translate one short sentence with the adapter and without; raises ModelCorruptError where
    that makes no difference. The runtime itself only mentions unused tensors on stderr."""
    request = Request(prompts.translation(_PROBE, system=adapter.system), _PROBE_TOKENS)
    with_it, without = (
        runtime.generate([request], Decoding(), adapted=adapted)[0][0] for adapted in (True, False)
    )
    if with_it.text != without.text:
        return
    if abs((with_it.score or 0.0) - (without.score or 0.0)) < _LEAST_EFFECT:
        raise ModelCorruptError(
            f"the adapter {adapter.id} has no effect on the model: its tensors fit no part of the "
            "prepared graph. Delete the model's openvino-* folder so that it is prepared again; if "
            "that does not help, this version of openvino-genai is not supported"
        )
