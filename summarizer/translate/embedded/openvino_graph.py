"""From a GGUF file to a model that openvino-genai can put an adapter on.

The runtime builds its graph from a GGUF with matrix products called MatMul_46, MatMul_60, …; an
adapter's tensors are called `model.layers.0.self_attn.q_proj`. It joins the two by name, and where
none fits it says "Unused LoRA tensor" on stderr and translates without the adapter. So the graph
that it saves is read again, its products get the names that the weights had before the
conversion, and it is saved once more.

Run as a program, `python -m summarizer.translate.embedded.openvino_graph GGUF FOLDER`: the runtime
needs 3.8 GB to read a GGUF and does not give them back, which a run that then translates must not
carry. It says each finished step on a line of its own.
"""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from summarizer.errors import ModelCorruptError

Node = Any  # openvino.Node: the runtime ships no types

PROJECTIONS = (
    "self_attn.q_proj",
    "self_attn.k_proj",
    "self_attn.v_proj",
    "self_attn.o_proj",
    "mlp.gate_proj",
    "mlp.up_proj",
    "mlp.down_proj",
)


STEPS = 3


def convert(gguf: Path, folder: Path, done: Callable[[int], None]) -> None:
    """Write the runtime's own form of `gguf` into `folder`, its products named."""
    import openvino
    import openvino_genai

    with TemporaryDirectory(dir=folder) as draft:
        # the runtime saves beside the GGUF; a link keeps its 1.3 GB out of the store
        link = Path(draft) / gguf.name
        _link(link, gguf.resolve())
        openvino_genai.LLMPipeline(link, "CPU", enable_save_ov_model=True)
        done(1)
        model = openvino.Core().read_model(link.with_name("openvino_model.xml"))
        name_products(model)
        done(2)
        openvino.serialize(model, folder / "openvino_model.xml", folder / "openvino_model.bin")
        for file in Path(draft).glob("openvino_*tokenizer.*"):
            shutil.copy(file, folder)
    done(STEPS)


def _link(link: Path, file: Path) -> None:
    try:
        link.symlink_to(file)
    except OSError:  # Windows lets few people make symbolic links
        link.hardlink_to(file)


def name_products(model: Any) -> int:
    """Name each weight's product as in the original checkpoint; return the number of layers.

    The layers depend on each other, so the n-th product of a kind in topological order is layer
    n's. Raises ModelCorruptError where the graph is not the known one.
    """
    counts: Counter[str] = Counter()
    for node in model.get_ordered_ops():
        projection = projection_of(node) if node.get_type_name() == "MatMul" else None
        if projection is not None:
            node.set_friendly_name(f"model.layers.{counts[projection]}.{projection}")
            counts[projection] += 1
    if len(set(counts.values())) != 1 or len(counts) != len(PROJECTIONS):
        raise ModelCorruptError(
            f"the model's graph is not the expected one: found {dict(counts)} products, "
            f"expected the same number of each of {', '.join(PROJECTIONS)}. "
            "Was it made by another version of openvino-genai?"
        )
    return counts[PROJECTIONS[0]]


def projection_of(node: Node) -> str | None:
    """Tell by its neighbours which projection a product is; None for the head and the rotation."""
    users = _users(node)
    if len(users) != 1:
        return None
    (user,) = users
    kind = user.get_type_name()
    if kind == "Swish":
        return "mlp.gate_proj"
    if kind == "Multiply" and _is_gated(user):
        return "mlp.up_proj"
    return _projection_before_add(node, user) if kind == "Add" else None


def _projection_before_add(node: Node, add: Node) -> str | None:
    """The four with an Add behind them: the residual's for o and down, the bias's for q, k, v."""
    source = node.input_value(0).get_node()
    if source.get_type_name() == "Reshape":  # the heads, joined again
        return "self_attn.o_proj"
    if _is_gated(source):
        return "mlp.down_proj"
    heads = [user for reshape in _users(add) for user in _users(reshape)]
    if [head.get_type_name() for head in heads] != ["Transpose"]:
        return None
    if all(user.get_type_name() == "Concat" for user in _users(heads[0])):
        return "self_attn.v_proj"  # straight into the cache; q and k are rotated first
    wide, narrow = node.input_value(1).get_partial_shape()
    return "self_attn.q_proj" if wide == narrow else "self_attn.k_proj"  # k has fewer heads


def _is_gated(node: Node) -> bool:
    """Whether the node is the product of the MLP's two halves, one of them through a Swish."""
    sources = (value.get_node().get_type_name() for value in node.input_values())
    return node.get_type_name() == "Multiply" and "Swish" in sources


def _users(node: Node) -> list[Node]:
    return [value.get_node() for value in node.output(0).get_target_inputs()]


def _say(step: int) -> None:
    sys.stdout.write(f"{step}/{STEPS}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    convert(Path(sys.argv[1]), Path(sys.argv[2]), _say)
