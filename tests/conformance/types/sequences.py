# Lists, tuples and ranges: every line is an expression, and what it gives or raises. Made by tests/vm/make_expression_programs.py.


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


show('[1, 2] + [3], [0] * 3, 2 * [1, 2], [1, 2, 3][1:], [1, 2, 3][::-1], [1, 2, 3][-1], [][1:], list("ab"), list(), list(range(3)), [*"ab", 1]', lambda: ([1, 2] + [3], [0] * 3, 2 * [1, 2], [1, 2, 3][1:], [1, 2, 3][::-1], [1, 2, 3][-1], [][1:], list("ab"), list(), list(range(3)), [*"ab", 1]))
show('[1, 2][2]', lambda: ([1, 2][2]))
show('same([1, 2])["a"]', lambda: (same([1, 2])["a"]))
show('same([1, 2])[1.0]', lambda: (same([1, 2])[1.0]))
show('[1] + (2,)', lambda: ([1] + (2,)))
show('[1] * "a"', lambda: ([1] * "a"))
show('[1] * [2]', lambda: ([1] * [2]))
show('(1, 2) + (3,), (1,) * 2, (1, 2, 3)[1:], (), (1,), tuple("ab"), tuple([1, 2]), (1, 2)[::-1], tuple()', lambda: ((1, 2) + (3,), (1,) * 2, (1, 2, 3)[1:], (), (1,), tuple("ab"), tuple([1, 2]), (1, 2)[::-1], tuple()))
show('(1,)[1]', lambda: ((1,)[1]))
show('(1,) + [2]', lambda: ((1,) + [2]))
show('(1, 2)[0:1] + (5,), (1, 2) < (1, 3), (1,) < (1, 0), [1, 2] == [1, 2], [1] == (1,), [1, [2]] == [1, [2]], [1, 2] < [1, "a"] if False else 0, (1, "a") == (1, "a")', lambda: ((1, 2)[0:1] + (5,), (1, 2) < (1, 3), (1,) < (1, 0), [1, 2] == [1, 2], [1] == (1,), [1, [2]] == [1, [2]], [1, 2] < [1, "a"] if False else 0, (1, "a") == (1, "a")))
show('[1] < ["a"]', lambda: ([1] < ["a"]))
show('[1] < (1,)', lambda: ([1] < (1,)))
show('filled(lambda a: a.append(3), [1]), filled(lambda a: a.extend("ab"), []), filled(lambda a: a.insert(1, "x"), [1, 2]), filled(lambda a: a.insert(-1, 0), [1, 2]), filled(lambda a: a.insert(99, 0), [1])', lambda: (filled(lambda a: a.append(3), [1]), filled(lambda a: a.extend("ab"), []), filled(lambda a: a.insert(1, "x"), [1, 2]), filled(lambda a: a.insert(-1, 0), [1, 2]), filled(lambda a: a.insert(99, 0), [1])))
show('filled(lambda a: a.pop(), [1, 2]), filled(lambda a: a.pop(0), [1, 2]), filled(lambda a: a.remove(2), [1, 2, 2]), filled(lambda a: a.clear(), [1]), filled(lambda a: a.reverse(), [1, 2, 3])', lambda: (filled(lambda a: a.pop(), [1, 2]), filled(lambda a: a.pop(0), [1, 2]), filled(lambda a: a.remove(2), [1, 2, 2]), filled(lambda a: a.clear(), [1]), filled(lambda a: a.reverse(), [1, 2, 3])))
show('[].pop()', lambda: ([].pop()))
show('[1].pop(5)', lambda: ([1].pop(5)))
show('[1].remove(2)', lambda: ([1].remove(2)))
show('[1, 2, 1].count(1), [1, 2, 1].index(1, 1), (1, 2, 1).count(1), (1, 2).index(2), [1, 2].copy(), [Key("a")].index(Key("A")), [Key("a")].count(Key("A")), Key("A") in [Key("a")]', lambda: ([1, 2, 1].count(1), [1, 2, 1].index(1, 1), (1, 2, 1).count(1), (1, 2).index(2), [1, 2].copy(), [Key("a")].index(Key("A")), [Key("a")].count(Key("A")), Key("A") in [Key("a")]))
show('[1].index(2)', lambda: ([1].index(2)))
show('(1,).index(2)', lambda: ((1,).index(2)))
show('filled(lambda a: a.__setitem__(0, 9), [1, 2]), filled(lambda a: a.__setitem__(slice(0, 1), "xyz"), [1, 2]), filled(lambda a: a.__delitem__(slice(None, None, 2)), [1, 2, 3, 4, 5]), filled(lambda a: a.__setitem__(slice(None, None, 2), [7, 8]), [1, 2, 3])', lambda: (filled(lambda a: a.__setitem__(0, 9), [1, 2]), filled(lambda a: a.__setitem__(slice(0, 1), "xyz"), [1, 2]), filled(lambda a: a.__delitem__(slice(None, None, 2)), [1, 2, 3, 4, 5]), filled(lambda a: a.__setitem__(slice(None, None, 2), [7, 8]), [1, 2, 3])))
show('filled(lambda a: a.__setitem__(slice(None, None, 2), [7]), [1, 2, 3])', lambda: (filled(lambda a: a.__setitem__(slice(None, None, 2), [7]), [1, 2, 3])))
show('filled(lambda a: a.__setitem__(5, 1), [1])', lambda: (filled(lambda a: a.__setitem__(5, 1), [1])))
show('filled(lambda a: a.__setitem__(slice(0, 1), 5), [1])', lambda: (filled(lambda a: a.__setitem__(slice(0, 1), 5), [1])))
show('filled(lambda a: a.__iadd__((4, 5)), [1]), filled(lambda a: a.__imul__(2), [1, 2]), filled(lambda a: a.__iadd__(a), [1, 2])', lambda: (filled(lambda a: a.__iadd__((4, 5)), [1]), filled(lambda a: a.__imul__(2), [1, 2]), filled(lambda a: a.__iadd__(a), [1, 2])))
show('filled(lambda a: a.sort(), [3, 1, 2]), filled(lambda a: a.sort(reverse=True), [3, 1, 2]), filled(lambda a: a.sort(key=lambda x: -x), [3, 1, 2]), filled(lambda a: a.sort(key=str.lower), ["b", "A", "c"])', lambda: (filled(lambda a: a.sort(), [3, 1, 2]), filled(lambda a: a.sort(reverse=True), [3, 1, 2]), filled(lambda a: a.sort(key=lambda x: -x), [3, 1, 2]), filled(lambda a: a.sort(key=str.lower), ["b", "A", "c"])))
show('sorted([3, 1, 2]), sorted("bca"), sorted([2.5, 1, 3]), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted({"b": 1, "a": 2}), sorted([[2], [1]]), sorted(["b", "B", "a"], key=str.lower), sorted([1, 2, 3], reverse=True), sorted([True, False, 2])', lambda: (sorted([3, 1, 2]), sorted("bca"), sorted([2.5, 1, 3]), sorted([(1, "b"), (1, "a"), (0, "z")]), sorted({"b": 1, "a": 2}), sorted([[2], [1]]), sorted(["b", "B", "a"], key=str.lower), sorted([1, 2, 3], reverse=True), sorted([True, False, 2])))
show('sorted([(i % 3, i) for i in range(40)], key=lambda p: p[0])[:16], sorted([(i % 3, i) for i in range(40)], key=lambda p: p[0], reverse=True)[:16], sorted([Key(c) for c in "hgfedcba"]), sorted((i * 7919) % 101 for i in range(101)) == list(range(101))', lambda: (sorted([(i % 3, i) for i in range(40)], key=lambda p: p[0])[:16], sorted([(i % 3, i) for i in range(40)], key=lambda p: p[0], reverse=True)[:16], sorted([Key(c) for c in "hgfedcba"]), sorted((i * 7919) % 101 for i in range(101)) == list(range(101))))
show('sorted([(i * 37) % 100 / 4 for i in range(100)], key=lambda x: (x,))[::9], sorted([Key(chr(97 + i * 7 % 26)) for i in range(52)], reverse=True)[:9]', lambda: (sorted([(i * 37) % 100 / 4 for i in range(100)], key=lambda x: (x,))[::9], sorted([Key(chr(97 + i * 7 % 26)) for i in range(52)], reverse=True)[:9]))
show('sorted([1, "a"])', lambda: (sorted([1, "a"])))
show('sorted(1)', lambda: (sorted(1)))
show('[].sort(5)', lambda: ([].sort(5)))
show('[1, [2, (3,)]], [[]], ([],), [None, True, 1.5, "a\'b"], [Key("a")]', lambda: ([1, [2, (3,)]], [[]], ([],), [None, True, 1.5, "a'b"], [Key("a")]))
show('(lambda a: (a.append(a), a)[1])([1]), (lambda d: (d.update(self=d), d)[1])({})', lambda: ((lambda a: (a.append(a), a)[1])([1]), (lambda d: (d.update(self=d), d)[1])({})))
show('range(5), range(1, 5), range(0, 10, 3), range(5, 0, -2), list(range(5, 0, -2)), len(range(0, 10, 3)), range(10)[2], range(10)[-1], range(10)[2:5], range(10)[::-2], range(0)', lambda: (range(5), range(1, 5), range(0, 10, 3), range(5, 0, -2), list(range(5, 0, -2)), len(range(0, 10, 3)), range(10)[2], range(10)[-1], range(10)[2:5], range(10)[::-2], range(0)))
show('range(10)[10]', lambda: (range(10)[10]))
show('range(1.5)', lambda: (range(1.5)))
show('range(0, 1, 0)', lambda: (range(0, 1, 0)))
show('range("a")', lambda: (range("a")))
show('5 in range(10), 10 in range(10), 4 in range(0, 10, 2), 2.0 in range(5), "a" in range(3), range(3) == range(0, 3, 1), range(0) == range(5, 5), hash(range(3)) == hash(range(0, 3)), range(10).index(4), range(10).count(4), list(reversed(range(4))), range(10**20, 10**20 + 3), list(range(10**20, 10**20 + 3)), range(3).start', lambda: (5 in range(10), 10 in range(10), 4 in range(0, 10, 2), 2.0 in range(5), "a" in range(3), range(3) == range(0, 3, 1), range(0) == range(5, 5), hash(range(3)) == hash(range(0, 3)), range(10).index(4), range(10).count(4), list(reversed(range(4))), range(10**20, 10**20 + 3), list(range(10**20, 10**20 + 3)), range(3).start))
show('range(3).index(7)', lambda: (range(3).index(7)))
show('bool(range(0)), max(range(5)), sum(range(10)), min(range(3, 9)), tuple(range(2)), range(Number(3))', lambda: (bool(range(0)), max(range(5)), sum(range(10)), min(range(3, 9)), tuple(range(2)), range(Number(3))))
show('list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate([], start=1)), list(zip([1, 2], "ab")), list(zip([1, 2, 3], "ab")), list(zip()), dict(zip("ab", [1, 2])), list(zip(*[(1, 2), (3, 4)]))', lambda: (list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate([], start=1)), list(zip([1, 2], "ab")), list(zip([1, 2, 3], "ab")), list(zip()), dict(zip("ab", [1, 2])), list(zip(*[(1, 2), (3, 4)]))))
show('list(zip([1, 2], "a", strict=True))', lambda: (list(zip([1, 2], "a", strict=True))))
show('list(zip([1], "ab", strict=True))', lambda: (list(zip([1], "ab", strict=True))))
show('zip(1)', lambda: (zip(1)))
show('list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(map(int, "12")), list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2, 3])), list(reversed([1, 2])), list(reversed("ab")), list(reversed((1, 2)))', lambda: (list(map(str, [1, 2])), list(map(lambda a, b: a + b, [1, 2], [3, 4])), list(map(int, "12")), list(filter(None, [0, 1, "", "a"])), list(filter(lambda x: x > 1, [1, 2, 3])), list(reversed([1, 2])), list(reversed("ab")), list(reversed((1, 2)))))
show('map(int)', lambda: (map(int)))
show('reversed(5)', lambda: (reversed(5)))
show('reversed({1})', lambda: (reversed({1})))
show('any([0, 1]), any([]), all([1, 0]), all([]), any(x > 2 for x in [1, 2, 3]), all(x for x in "ab"), sum(x * x for x in range(4)), sum([[1], [2]], [])', lambda: (any([0, 1]), any([]), all([1, 0]), all([]), any(x > 2 for x in [1, 2, 3]), all(x for x in "ab"), sum(x * x for x in range(4)), sum([[1], [2]], [])))
show('sum(["a"], "")', lambda: (sum(["a"], "")))
show('sum(["a"])', lambda: (sum(["a"])))
show('iter([1]).__next__(), next(iter("a")), next(iter([]), "end"), list(iter([3, 1, 4].pop, 1)), next(iter({"k": 1})), (lambda i: (next(i), list(i)))(iter(range(3)))', lambda: (iter([1]).__next__(), next(iter("a")), next(iter([]), "end"), list(iter([3, 1, 4].pop, 1)), next(iter({"k": 1})), (lambda i: (next(i), list(i)))(iter(range(3)))))
show('next(iter([]))', lambda: (next(iter([]))))
show('next([])', lambda: (next([])))
show('iter(5)', lambda: (iter(5)))
show('len(5)', lambda: (len(5)))
show('[1, 2, 3].__contains__(2), [1].__len__(), (1, 2).__getitem__(0), [1].__eq__([1]), [1].__eq__(5), (1,).__lt__((2,)), list.__name__, type([]).__mro__', lambda: ([1, 2, 3].__contains__(2), [1].__len__(), (1, 2).__getitem__(0), [1].__eq__([1]), [1].__eq__(5), (1,).__lt__((2,)), list.__name__, type([]).__mro__))
show('hash((1, 2)), hash(()), hash((1.5, None, "")) == hash((1.5, None, "")), hash((1, (2, 3)))', lambda: (hash((1, 2)), hash(()), hash((1.5, None, "")) == hash((1.5, None, "")), hash((1, (2, 3)))))
show('hash([1])', lambda: (hash([1])))
show('hash(([],))', lambda: (hash(([],))))
show('slice(1, 2), slice(5), slice(1, None, 2).indices(10), slice(None, None, -1).indices(3), slice(1, 2) == slice(1, 2)', lambda: (slice(1, 2), slice(5), slice(1, None, 2).indices(10), slice(None, None, -1).indices(3), slice(1, 2) == slice(1, 2)))
show('callable(len), callable(5), callable(int), callable(lambda: 0), isinstance([], (int, list)), issubclass(bool, int), isinstance(5, int | str)', lambda: (callable(len), callable(5), callable(int), callable(lambda: 0), isinstance([], (int, list)), issubclass(bool, int), isinstance(5, int | str)))
