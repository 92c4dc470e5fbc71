"""What a field knows of itself: hash, keyword-only, metadata; and how it is shown."""
from dataclasses import KW_ONLY, MISSING, dataclass, field, fields, make_dataclass


@dataclass(unsafe_hash=True)
class Part:
    name: str
    weight: float = field(default=1.0, metadata={"unit": "kg", "low": 0})
    notes: list = field(default_factory=list, hash=False, compare=False, repr=False)
    _: KW_ONLY
    colour: str = field(default="red", hash=True)
    size: int = field(default=3, kw_only=False)


for each in fields(Part):
    print(each.name, each.type, each.hash, each.kw_only, each.metadata, each.init, each.repr, each.compare, each.default is MISSING, each.default_factory is MISSING)
print(str(fields(Part)[1])[:60], field(kw_only=True).kw_only, field().hash, field(metadata={"a": 1}).metadata)
unit = fields(Part)[1].metadata
print(unit["unit"], dict(unit), type(unit), unit.get("high"), len(fields(Part)[0].metadata))
for action in (lambda: unit.__setitem__("x", 1), lambda: field(default=1, default_factory=int), lambda: field(metadata=3), lambda: hash(Part("a")) == hash(Part("a", notes=[1])), lambda: Part("a", 2.0, [], 5), lambda: Part("a", 2.0, [], 5, "blue"),
               lambda: fields(3), lambda: dataclass(3), lambda: fields(Part("a"))[0].name, lambda: make_dataclass("Made", [("a", int), ("b", str, field(default="x", kw_only=True, metadata={1: 2}))])(3), lambda: make_dataclass("Made", ["a", "a"]), lambda: make_dataclass("Made", ["class"]),
               lambda: make_dataclass("Made", [("a", int, 3), "b"])):
    try:
        print(action())
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
