# collections: dictionaries with a default, an order that counts, and layers.
from collections import ChainMap, OrderedDict, UserDict, UserList, UserString, defaultdict

groups = defaultdict(list)
for word in ["apple", "bear", "avocado", "bull"]:
    groups[word[0]].append(word)
print(groups, groups.get("z"), "z" in groups, groups.default_factory, dict(groups))
counts = defaultdict(int, {"a": 1})
counts["a"] += 1
counts["b"] += 1
print(counts, counts | {"c": 3}, counts.copy(), defaultdict(lambda: 5)["x"])
tree = defaultdict(lambda: defaultdict(int))
tree["x"]["y"] += 1
print(tree["x"], list(tree))
try:
    defaultdict(None)["gone"]
except KeyError as error:
    print("KeyError", error)
try:
    defaultdict(3)
except TypeError as error:
    print(error)

ordered = OrderedDict(a=1, b=2, c=3)
ordered.move_to_end("a")
ordered.move_to_end("c", last=False)
print(ordered, list(ordered), ordered.popitem(), ordered.popitem(last=False), ordered, OrderedDict())
print(OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == {"b": 2, "a": 1})
print(list(reversed(OrderedDict.fromkeys("abc", 0).items())))
for wrong in (lambda: OrderedDict().popitem(), lambda: ordered.move_to_end("zz"), lambda: ordered.pop("zz")):
    try:
        wrong()
    except KeyError as error:
        print("KeyError", error)

defaults, given = {"color": "red", "user": "guest"}, {"user": "ada"}
settings = ChainMap(given, defaults)
print(settings["user"], settings["color"], len(settings), list(settings), settings)
settings["color"] = "blue"
print(given, defaults, settings.new_child({"x": 1}).maps, settings.parents, settings.get("q", "none"))
try:
    del settings["nothing"]
except KeyError as error:
    print(error)


class Upper(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)


upper = Upper(a=1)
upper.update(b=2)
print(upper, upper.data, len(upper), "A" in upper, upper.pop("B"), upper)
numbers = UserList([3, 1, 2])
numbers.sort()
print(numbers, numbers[1:], type(numbers[1:]), numbers + [4], UserString("abc").upper(), type(UserString("a") + "b"))
