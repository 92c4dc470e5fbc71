# A dict keeps the order of first insertion; a new value does not move a key, and views see what changes later.
ages = {"ada": 36, "bob": 25}
keys, values, items = ages.keys(), ages.values(), ages.items()
ages["ada"] = 37
ages["cleo"] = 1
del ages["bob"]
ages["bob"] = 26
print(ages, keys, list(values), ("ada", 37) in items, len(items), list(reversed(ages)))
print(keys & {"ada", "x"}, sorted(keys | ["z"]), sorted(keys - {"ada"}), sorted(keys ^ {"ada", "q"}), keys == {"bob", "cleo", "ada"}, items <= {("ada", 37), ("cleo", 1), ("bob", 26)}, keys.isdisjoint("xy"), keys.mapping["ada"])
print(ages.setdefault("dan", []), ages.setdefault("ada"), ages.pop("zed", None), ages.popitem(), ages.get("zed"), ages.get("zed", 0))
print({**ages, "ada": 0, **{"new": 1}}, ages | {"x": 1}, {"x": 1} | ages, dict(ages, y=2), dict([("k", 1), ("k", 2)]), dict.fromkeys("aba", 0))
ages |= [("list", "of pairs")]
ages.update(kw=1)
ages.update([("p", 1)], q=2)
print(ages, ages == dict(reversed(ages.items())))
for change in (lambda key: ages.pop(key), lambda key: ages.update({key + "!": 0})):
    try:
        for key in ages:
            change(key)
    except RuntimeError as error:
        print(error)
for key in list(ages):
    del ages[key]
for wrong in (lambda: {}["a"], lambda: {}.popitem(), lambda: {}.pop("a"), lambda: {[]: 1}, lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(5), lambda: {} | [], lambda: dict(**{1: 2}), lambda: {}.update(1), lambda: ages.keys()[0]):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
