# operator: each sign as a function, for sorting, reducing and dispatching. The in-place ones change what can change and return it.
import operator
from functools import reduce

signs = {"<": operator.lt, "<=": operator.le, "==": operator.eq, "!=": operator.ne, ">=": operator.ge, ">": operator.gt}
print({sign: compare(2, 3) for sign, compare in signs.items()})
two = {"-": operator.sub, "*": operator.mul, "//": operator.floordiv, "%": operator.mod, "**": operator.pow, "<<": operator.lshift,
       ">>": operator.rshift, "&": operator.and_, "|": operator.or_, "^": operator.xor}
for sign, operate in two.items():
    print(f"-7 {sign} 2 = {operate(-7, 2)}", end="; ")
print()
print(operator.neg(5), operator.pos(-5), operator.abs(-5), operator.invert(5), operator.inv(5), operator.truth([]), operator.not_([]),
      operator.is_not(None, 0), operator.is_(None, None))

# An int cannot change: iadd gives a new one. A list can: it changes, and is what comes back.
number, numbers = 5, [1]
print(operator.iadd(number, 1), number, operator.iadd(numbers, [2]) is numbers, operator.iconcat(numbers, (3,)), operator.imul(numbers, 2))
for function in (operator.isub, operator.ifloordiv, operator.imod, operator.ipow, operator.itruediv, operator.ilshift, operator.irshift,
                 operator.iand, operator.ior, operator.ixor):
    print(function.__name__, function(13, 3), end="; ")
print()
seen = {1, 2}
print(operator.ior(seen, {3}) is seen, operator.isub(seen, {1}), operator.iand(seen, {2}), seen, operator.ixor(seen, {2, 9}))


class Matrix:
    def __init__(self, rows):
        self.rows = rows

    def __matmul__(self, other):
        return Matrix([[operator.matmul(*pair) if isinstance(pair[0], Matrix) else sum(map(operator.mul, row, column))
                        for column in zip(*other.rows) for pair in [(row, column)]] for row in self.rows])

    def __rmatmul__(self, scalars):
        return ("from the right", scalars)

    def __imatmul__(self, other):
        self.rows = (self @ other).rows
        return self

    def __setitem__(self, at, value):
        self.rows[at[0]][at[1]] = value

    def __delitem__(self, at):
        del self.rows[at]


turn = Matrix([[0, -1], [1, 0]])
print((turn @ turn).rows, operator.matmul(turn, turn).rows, [1, 2] @ turn)
same = turn
turn @= Matrix([[2, 0], [0, 2]])
print(turn.rows, same is turn, operator.imatmul(turn, turn) is turn, turn.rows)
operator.setitem(turn, (0, 1), 9)
operator.delitem(turn, 1)
print(turn.rows)
row = [1, 2, 3, 4]
operator.setitem(row, slice(1, 3), "ab")
operator.delitem(row, slice(0, 2))
print(row, reduce(operator.or_, [{"a": 1}, {"b": 2}, {"a": 3}]))
for failing in (lambda: turn @ 5, lambda: 5 @ 5, lambda: operator.lt(1, "a"), lambda: operator.matmul([], []), lambda: operator.imatmul(1, 2),
                lambda: operator.sub("a", "b"), lambda: operator.iconcat(1, []), lambda: operator.neg("a"), lambda: operator.setitem((), 0, 1),
                lambda: operator.delitem("abc", 0), lambda: operator.ilshift(1, -1)):
    try:
        print(failing())
    except Exception as error:
        print(type(error).__name__, error)
