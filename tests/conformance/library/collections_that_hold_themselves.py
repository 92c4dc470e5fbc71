"""OrderedDict and defaultdict: views that hold themselves, copies with what they were given, classes derived from them."""
import collections
import copy


class Named(collections.OrderedDict):
    pass


for cls in (collections.OrderedDict, Named):
    first = cls(a=1)
    first.color = "red"
    for made in (first.copy(), copy.copy(first), copy.deepcopy(first)):
        print(type(made).__name__, made, getattr(made, "color", None))

own = collections.OrderedDict(a=1)
own["values"], own["items"], own["keys"] = own.values(), own.items(), own.keys()
print(own)
print(own.values())


class Zero(collections.OrderedDict):
    def __missing__(self, key):
        return 0


counts = Zero()
print(counts["a"], counts.pop("a", 5))
for ask in (lambda: counts.pop("a"), counts.popitem, lambda: counts.move_to_end("a")):
    try:
        print(ask())
    except KeyError as error:
        print("KeyError", error)


class Late(collections.defaultdict):
    def __init__(self):
        self.default_factory = self.make

    def make(self):
        return []


late = Late()
late["a"].append(1)
print(late["a"], len(repr(late)) > 20, repr(late).startswith("Late(<bound method Late.make of Late(..., {'a': [1]})>, "))
