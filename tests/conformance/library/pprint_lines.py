# pprint: what fits stands on one line, keys are sorted, long texts are cut between words.
from collections import Counter, OrderedDict, defaultdict, deque
from dataclasses import dataclass, field
from pprint import PrettyPrinter, pformat, pp, pprint
from types import SimpleNamespace

data = {"name": "a scenario", "tasks": [{"id": n, "label": f"task number {n}", "needs": list(range(n))} for n in range(4)], "b": (1,), "a": {"x": None}}
pprint(data)
pp(data, width=40)
print(pformat({"z": 1, "a": [1, 2]}), pformat([]), pformat("short"))
pprint(list(range(40)), compact=True, width=50)
pprint(["word " * 8, "another long text that goes on and on without an end in sight, really"], width=40)
pprint("a text of its own that is longer than the width allows it to be", width=30)
pprint(data, depth=1)
pprint({"set": set(range(30)), "frozen": frozenset(range(3)), "nested": {"t": tuple("abcdefghijkl")}}, indent=4, width=50)


@dataclass
class Point:
    name: str
    coordinates: list = field(default_factory=lambda: list(range(12)))


pprint(Point("a point with a long name"), width=40)
pprint(defaultdict(list, {k: ["value"] * 3 for k in "abc"}), width=40)
pprint(Counter("mississippi river"), width=30)
pprint(OrderedDict((k, k * 9) for k in "abc"), width=30)
pprint(deque(range(20), maxlen=30), width=30)
pprint(SimpleNamespace(first="x" * 20, second="y" * 20), width=40)
loop = [1]
loop.append(loop)
print(PrettyPrinter().isrecursive(loop), PrettyPrinter().isreadable([1]))
