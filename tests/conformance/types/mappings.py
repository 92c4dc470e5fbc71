# Dicts and sets: every line is an expression, and what it gives or raises. Made by tests/vm/make_expression_programs.py.


def show(text, function):
    try:
        result = repr(function())
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(text, "->", result)


class Number:
    """Converts where it is asked to."""

    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value

    def __float__(self):
        return float(self.value)

    def __repr__(self):
        return f"Number({self.value})"


class Key:
    """Equal to other keys of the same letter, without regard to case."""

    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        return isinstance(other, Key) and self.text.lower() == other.text.lower()

    def __hash__(self):
        return hash(self.text.lower())

    def __lt__(self, other):
        return self.text < other.text

    def __repr__(self):
        return f"<{self.text}>"


def same(value):
    return value


def filled(function, start):
    """start after function(start), and what it gave."""
    result = function(start)
    return start, result


show('{"a": 1, "b": 2}, {}, dict(), dict(a=1), dict([("a", 1)]), dict({"a": 1}, b=2), {**{"a": 1}, "b": 2}, {1: "x", 1.0: "y", True: "z"}, dict(zip("ab", range(2)))', lambda: ({"a": 1, "b": 2}, {}, dict(), dict(a=1), dict([("a", 1)]), dict({"a": 1}, b=2), {**{"a": 1}, "b": 2}, {1: "x", 1.0: "y", True: "z"}, dict(zip("ab", range(2)))))
show('{"a": 1}["a"], {"a": 1}.get("b"), {"a": 1}.get("b", 5), {Key("a"): 1}[Key("A")], {(1, 2): 3}[(1, 2)], {None: 1}[None], {1: "a"}[1.0], {2**70: 1}[2**70]', lambda: ({"a": 1}["a"], {"a": 1}.get("b"), {"a": 1}.get("b", 5), {Key("a"): 1}[Key("A")], {(1, 2): 3}[(1, 2)], {None: 1}[None], {1: "a"}[1.0], {2**70: 1}[2**70]))
show('{"a": 1}["b"]', lambda: ({"a": 1}["b"]))
show('{}[[]]', lambda: ({}[[]]))
show('{[]: 1}', lambda: ({[]: 1}))
show('{}[(1, 2)]', lambda: ({}[(1, 2)]))
show('filled(lambda d: d.pop("a"), {"a": 1}), filled(lambda d: d.pop("b", 7), {"a": 1}), filled(lambda d: d.popitem(), {"a": 1, "b": 2}), filled(lambda d: d.setdefault("b", 3), {"a": 1}), filled(lambda d: d.setdefault("a", 3), {"a": 1}), filled(lambda d: d.update(b=2, a=9), {"a": 1}), filled(lambda d: d.update([("x", 1)]), {}), filled(lambda d: d.clear(), {"a": 1})', lambda: (filled(lambda d: d.pop("a"), {"a": 1}), filled(lambda d: d.pop("b", 7), {"a": 1}), filled(lambda d: d.popitem(), {"a": 1, "b": 2}), filled(lambda d: d.setdefault("b", 3), {"a": 1}), filled(lambda d: d.setdefault("a", 3), {"a": 1}), filled(lambda d: d.update(b=2, a=9), {"a": 1}), filled(lambda d: d.update([("x", 1)]), {}), filled(lambda d: d.clear(), {"a": 1})))
show('{}.pop("a")', lambda: ({}.pop("a")))
show('{}.popitem()', lambda: ({}.popitem()))
show('{}.update([1])', lambda: ({}.update([1])))
show('{}.update([(1, 2, 3)])', lambda: ({}.update([(1, 2, 3)])))
show('{}.update(5)', lambda: ({}.update(5)))
show('dict(5)', lambda: (dict(5)))
show('filled(lambda d: d.__delitem__("a"), {"a": 1, "b": 2}), filled(lambda d: (d.__delitem__("a"), d.__setitem__("a", 5)), {"a": 1, "b": 2}), filled(lambda d: d.__setitem__(Key("A"), 2), {Key("a"): 1})', lambda: (filled(lambda d: d.__delitem__("a"), {"a": 1, "b": 2}), filled(lambda d: (d.__delitem__("a"), d.__setitem__("a", 5)), {"a": 1, "b": 2}), filled(lambda d: d.__setitem__(Key("A"), 2), {Key("a"): 1})))
show('filled(lambda d: d.__delitem__("z"), {"a": 1})', lambda: (filled(lambda d: d.__delitem__("z"), {"a": 1})))
show('{"a": 1}.keys(), {"a": 1}.values(), {"a": 1}.items(), list({"a": 1}.items()), {"a": 1}.keys() == {"a"}, {"a": 1, "b": 2}.keys() & {"a"}, sorted({"a": 1}.keys() | {"b"}), {"a": 1}.items() == {("a", 1)}, ("a", 1) in {"a": 1}.items(), {"a": 1}.keys() - {"a"}, 1 in {"a": 1}.values()', lambda: ({"a": 1}.keys(), {"a": 1}.values(), {"a": 1}.items(), list({"a": 1}.items()), {"a": 1}.keys() == {"a"}, {"a": 1, "b": 2}.keys() & {"a"}, sorted({"a": 1}.keys() | {"b"}), {"a": 1}.items() == {("a", 1)}, ("a", 1) in {"a": 1}.items(), {"a": 1}.keys() - {"a"}, 1 in {"a": 1}.values()))
show('"a" in {"a": 1}, "b" not in {"a": 1}, len({"a": 1}), list({"b": 1, "a": 2}), list(reversed({"b": 1, "a": 2})), {"a": 1} == {"a": 1.0}, {"a": 1} == {"a": 2}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {} != [], bool({})', lambda: ("a" in {"a": 1}, "b" not in {"a": 1}, len({"a": 1}), list({"b": 1, "a": 2}), list(reversed({"b": 1, "a": 2})), {"a": 1} == {"a": 1.0}, {"a": 1} == {"a": 2}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {} != [], bool({})))
show('{"a": 1} | {"b": 2}, {"a": 1} | {"a": 2}, filled(lambda d: d.__ior__({"b": 2}), {"a": 1}), dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), {"a": [1]}.copy()', lambda: ({"a": 1} | {"b": 2}, {"a": 1} | {"a": 2}, filled(lambda d: d.__ior__({"b": 2}), {"a": 1}), dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), {"a": [1]}.copy()))
show('{"a": 1} | [1]', lambda: ({"a": 1} | [1]))
show('{} < {}', lambda: ({} < {}))
show('[k for k in {"a": 1, "b": 2}], [v for v in {"a": 1}.values()], {k: v for v, k in enumerate("abc")}, {i: i * i for i in range(3)}, max({"a": 3, "b": 2}, key={"a": 3, "b": 2}.get)', lambda: ([k for k in {"a": 1, "b": 2}], [v for v in {"a": 1}.values()], {k: v for v, k in enumerate("abc")}, {i: i * i for i in range(3)}, max({"a": 3, "b": 2}, key={"a": 3, "b": 2}.get)))
show('(lambda d: [d.update({k + "x": 1}) for k in d])({"a": 1})', lambda: ((lambda d: [d.update({k + "x": 1}) for k in d])({"a": 1})))
show('(lambda d: [d.pop(k) for k in d])({"a": 1, "b": 2})', lambda: ((lambda d: [d.pop(k) for k in d])({"a": 1, "b": 2})))
show('(lambda s: [s.add(k + 10) for k in s])({1, 2})', lambda: ((lambda s: [s.add(k + 10) for k in s])({1, 2})))
show('{str(i): i for i in range(20)}, {i: None for i in range(30) if i % 7}, (lambda d: ([d.pop(i) for i in range(0, 100, 2)], list(d)[:5], len(d)))(dict.fromkeys(range(100)))', lambda: ({str(i): i for i in range(20)}, {i: None for i in range(30) if i % 7}, (lambda d: ([d.pop(i) for i in range(0, 100, 2)], list(d)[:5], len(d)))(dict.fromkeys(range(100)))))
show('{3, 1, 2}, set(), {1}, {5, 3, 9, 1}, set([3, 1, 2, 3]), {"a"}, {1.5}, {None}, {(1, 2)}, {True, 1}, frozenset({2, 1}), frozenset(), set(range(10)), {-1, -2, 0}, set("a")', lambda: ({3, 1, 2}, set(), {1}, {5, 3, 9, 1}, set([3, 1, 2, 3]), {"a"}, {1.5}, {None}, {(1, 2)}, {True, 1}, frozenset({2, 1}), frozenset(), set(range(10)), {-1, -2, 0}, set("a")))
show('{1, 2} | {3}, {1, 2} & {2, 3}, {1, 2} - {2}, {1, 2} ^ {2, 3}, {1} <= {1, 2}, {1, 2} < {1, 2}, {1, 2} >= {1}, {1} == {1.0}, {1} != {2}, {1} == frozenset({1}), {1, 2}.isdisjoint({3}), frozenset({1}) | {2}, {1}.issubset([1, 2]), {1, 2}.issuperset([1])', lambda: ({1, 2} | {3}, {1, 2} & {2, 3}, {1, 2} - {2}, {1, 2} ^ {2, 3}, {1} <= {1, 2}, {1, 2} < {1, 2}, {1, 2} >= {1}, {1} == {1.0}, {1} != {2}, {1} == frozenset({1}), {1, 2}.isdisjoint({3}), frozenset({1}) | {2}, {1}.issubset([1, 2]), {1, 2}.issuperset([1])))
show('{1} | [2]', lambda: ({1} | [2]))
show('{1} + {2}', lambda: ({1} + {2}))
show('{1} < [2]', lambda: ({1} < [2]))
show('filled(lambda s: s.add(3), {1}), filled(lambda s: s.discard(9), {1}), filled(lambda s: s.remove(1), {1, 2}), filled(lambda s: s.update([2, 3], "a"), {1})[1], filled(lambda s: s.clear(), {1}), filled(lambda s: s.pop(), {5}), {1}.union([2], (3,)), {1, 2, 3}.intersection([2, 3], [3]), {1, 2, 3}.difference([1], [2]), {1, 2}.symmetric_difference([2, 3]), {1}.copy()', lambda: (filled(lambda s: s.add(3), {1}), filled(lambda s: s.discard(9), {1}), filled(lambda s: s.remove(1), {1, 2}), filled(lambda s: s.update([2, 3], "a"), {1})[1], filled(lambda s: s.clear(), {1}), filled(lambda s: s.pop(), {5}), {1}.union([2], (3,)), {1, 2, 3}.intersection([2, 3], [3]), {1, 2, 3}.difference([1], [2]), {1, 2}.symmetric_difference([2, 3]), {1}.copy()))
show('{1}.remove(2)', lambda: ({1}.remove(2)))
show('set().pop()', lambda: (set().pop()))
show('{[]}', lambda: ({[]}))
show('set(5)', lambda: (set(5)))
show('hash({1})', lambda: (hash({1})))
show('1 in {1, 2}, 1.0 in {1}, Key("A") in {Key("a")}, len({Key("a"), Key("A")}), {1} in [{1}], {1} in {frozenset({1})}, hash(frozenset({1, 2})), hash(frozenset()), {x % 3 for x in range(10)}, sorted({"b", "a"}), {100, 5, 17}, set(range(0, 100, 7)), {1000, 2000, 3000}, {0.5, 2.25}', lambda: (1 in {1, 2}, 1.0 in {1}, Key("A") in {Key("a")}, len({Key("a"), Key("A")}), {1} in [{1}], {1} in {frozenset({1})}, hash(frozenset({1, 2})), hash(frozenset()), {x % 3 for x in range(10)}, sorted({"b", "a"}), {100, 5, 17}, set(range(0, 100, 7)), {1000, 2000, 3000}, {0.5, 2.25}))
show('filled(lambda s: s.__ior__({2}), {1}), filled(lambda s: s.__iand__({2}), {1, 2}), filled(lambda s: s.__isub__({2}), {1, 2}), filled(lambda s: s.__ixor__({2}), {1, 2}), filled(lambda s: s.intersection_update([1]), {1, 2}), filled(lambda s: s.difference_update([1]), {1, 2}), filled(lambda s: s.symmetric_difference_update([1, 5]), {1, 2})', lambda: (filled(lambda s: s.__ior__({2}), {1}), filled(lambda s: s.__iand__({2}), {1, 2}), filled(lambda s: s.__isub__({2}), {1, 2}), filled(lambda s: s.__ixor__({2}), {1, 2}), filled(lambda s: s.intersection_update([1]), {1, 2}), filled(lambda s: s.difference_update([1]), {1, 2}), filled(lambda s: s.symmetric_difference_update([1, 5]), {1, 2})))
