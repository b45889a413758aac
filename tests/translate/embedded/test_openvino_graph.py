"""Products of a nameless graph get the names that an adapter looks for, or the graph is refused."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from summarizer.errors import ModelCorruptError
from summarizer.translate.embedded.openvino_graph import PROJECTIONS, name_products


@dataclass(eq=False)
class Node:
    """As much of openvino.Node as is looked at; its outputs and inputs are itself."""

    kind: str
    sources: tuple[Node, ...] = ()
    shape: tuple[int, ...] = ()
    name: str = ""
    users: list[Node] = field(default_factory=list)

    def __post_init__(self) -> None:
        for source in self.sources:
            source.users.append(self)

    def get_type_name(self) -> str:
        return self.kind

    def set_friendly_name(self, name: str) -> None:
        self.name = name

    def get_node(self) -> Node:
        return self

    def output(self, index: int) -> Node:
        return self

    def get_target_inputs(self) -> list[Node]:
        return self.users

    def input_value(self, index: int) -> Node:
        return self.sources[index]

    def input_values(self) -> tuple[Node, ...]:
        return self.sources

    def get_partial_shape(self) -> tuple[int, ...]:
        return self.shape


class Graph:
    """Nodes in the order in which they were added, which is topological."""

    def __init__(self) -> None:
        self.nodes: list[Node] = []

    def add(self, kind: str, *sources: Node, shape: tuple[int, ...] = ()) -> Node:
        self.nodes.append(Node(kind, sources, shape))
        return self.nodes[-1]

    def product(self, source: Node, rows: int, columns: int) -> Node:
        return self.add("MatMul", source, self.add("Constant", shape=(rows, columns)))

    def get_ordered_ops(self) -> list[Node]:
        return self.nodes

    def names(self) -> list[str]:
        return [node.name for node in self.nodes if node.kind == "MatMul"]


def heads(graph: Graph, product: Node) -> Node:
    biased = graph.add("Add", product, graph.add("Constant"))
    return graph.add("Transpose", graph.add("Reshape", biased))


def layer(graph: Graph, source: Node) -> Node:
    """One layer as openvino-genai builds it from a GGUF; its products in this order."""
    normal = graph.add("Multiply", source)
    query = graph.add("Slice", heads(graph, graph.product(normal, 8, 8)))
    key = graph.add("Multiply", heads(graph, graph.product(normal, 2, 8)))
    value = graph.add("Concat", heads(graph, graph.product(normal, 2, 8)))
    mixed = graph.add("Reshape", graph.add("Attention", query, key, value))
    after = graph.add("Add", source, graph.product(mixed, 8, 8))
    gate = graph.add("Swish", graph.product(after, 16, 8))
    gated = graph.add("Multiply", gate, graph.product(after, 16, 8))
    return graph.add("Add", after, graph.product(gated, 8, 16))


def test_each_product_gets_the_name_of_the_checkpoint() -> None:
    """Told apart by their neighbours, layers by their order; q is wider than k."""
    graph = Graph()
    layer(graph, layer(graph, graph.add("Gather")))
    assert name_products(graph) == 2
    assert graph.names() == [f"model.layers.{n}.{p}" for n in range(2) for p in PROJECTIONS]


def test_other_products_keep_their_names() -> None:
    """The head and the table of rotations belong to no layer."""
    graph = Graph()
    rotation = graph.add("MatMul", graph.add("Broadcast"), graph.add("Parameter"))
    graph.add("Transpose", rotation)
    last = layer(graph, graph.add("Gather"))
    graph.add("Result", graph.product(last, 99, 8))
    assert name_products(graph) == 1
    assert graph.names()[0] == graph.names()[-1] == ""


def test_a_graph_of_another_build_is_refused() -> None:
    """Another version of the runtime may fuse products: then some are not found."""
    graph = Graph()
    last = layer(graph, graph.add("Gather"))
    graph.add("Swish", graph.product(last, 16, 8))
    with pytest.raises(ModelCorruptError, match="another version of openvino-genai"):
        name_products(graph)
    with pytest.raises(ModelCorruptError, match="not the expected one"):
        name_products(Graph())
