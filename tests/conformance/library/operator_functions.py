# operator: the operators as functions, and getters made for sorting.
import operator
from operator import attrgetter, itemgetter, methodcaller

print(operator.add(1, 2), operator.truediv(1, 4), operator.not_([]), operator.contains("abc", "b"), operator.concat("a", "b"))
print(operator.countOf([1, 2, 1], 1), operator.indexOf("abc", "c"), operator.getitem({"a": 1}, "a"), operator.index(True))
rows = [("ada", 36), ("bo", 25), ("cy", 30)]
print(sorted(rows, key=itemgetter(1)), max(rows, key=itemgetter(1)), itemgetter(0, 1)("xyz"), itemgetter(slice(1, None))("abc"))


class Node:
    def __init__(self, name, child=None):
        self.name, self.child = name, child


tree = Node("root", Node("leaf"))
print(attrgetter("child.name")(tree), attrgetter("name", "child.name")(tree), methodcaller("split", ",", maxsplit=1)("a,b,c"))
print(attrgetter("name"), itemgetter(1, 2), methodcaller("go", 1, x=2), operator.add)
items = [1]
print(operator.iadd(items, [2]) is items, items, operator.length_hint(iter([1, 2])), operator.call(max, 1, 2))
print(list(map(operator.mul, [1, 2], [3, 4])), operator.__add__ is operator.add, operator.is_(None, None))


class Uses:
    plus = operator.add    # a built-in function never becomes a method


print(Uses().plus(1, 2))
for wrong in (lambda: operator.add(1, "a"), lambda: attrgetter("zz")(tree), lambda: itemgetter(9)([1]), lambda: attrgetter(3),
              lambda: operator.concat(1, 2), lambda: operator.indexOf([], 1)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
operator.add(1, None)
