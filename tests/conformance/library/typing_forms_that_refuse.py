# Forms of typing that look at what they are given.
import typing
from typing import Callable, Concatenate, ForwardRef, List, ParamSpec, TypeVar

P, T = ParamSpec("P"), TypeVar("T")
for make in (lambda: Concatenate[int], lambda: Concatenate[()], lambda: Concatenate[int, P], lambda: Concatenate[int, ...],
             lambda: Callable[Concatenate[int, P], T], lambda: ForwardRef("a b"), lambda: ForwardRef("list[int]"),
             lambda: List["not a type"], lambda: List["int | None"], lambda: ForwardRef("*tuple[int]"), lambda: ForwardRef(3)):
    try:
        print(make())
    except (TypeError, SyntaxError) as error:
        print(type(error).__name__, error)
print(typing.get_type_hints(type("Row", (), {"__annotations__": {"id": "int"}})))
