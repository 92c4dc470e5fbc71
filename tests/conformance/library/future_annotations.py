# from __future__ import annotations: annotations are texts; dataclasses, get_type_hints and singledispatch read them.
from __future__ import annotations

from dataclasses import KW_ONLY, InitVar, dataclass, field
from typing import ClassVar, NamedTuple, Optional, get_type_hints


@dataclass
class Node:
    count: ClassVar[int] = 0
    name: str
    next: Optional[Node] = None
    start: InitVar[int] = 5
    _: KW_ONLY
    tags: list[str] = field(default_factory=list)

    def __post_init__(self, start):
        Node.count += start


print(Node("a", Node("b"), 1, tags=["x"]), Node.count, Node.__annotations__, Node.__init__.__annotations__)


class Row(NamedTuple):
    key: int
    value: Missing | None = None


def f(a: int, b: "Node | None" = None, *c: undefined) -> Row: ...


print(Row(1), Row.__annotations__, f.__annotations__)
print(get_type_hints(Node)["next"], annotations, annotations.compiler_flag)
try:
    get_type_hints(f)
except NameError as error:
    print(error)
