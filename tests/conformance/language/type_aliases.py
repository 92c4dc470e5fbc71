# type X = ...: the value is computed when it is asked for, so it may name what comes later, or itself.
type Number = int | float
type Tree = list[Tree] | Leaf
type Table[K, V = str] = dict[K, list[V]]


class Leaf:
    pass


print(Number, Number.__value__, Number.__name__, Number.__type_params__, type(Number))
print(Tree.__value__, Tree.__value__.__args__[0].__args__[0] is Tree)
print(Table, Table.__value__, Table.__type_params__, Table.__parameters__, Table[int, bool], Table[int].__args__, Table[int, bool].__origin__ is Table, Table[int, bool].__value__)
print(Number | None, str | Number, Table[int, str] | None, Number.__module__, isinstance(Number, type))
print(isinstance(2.5, Number.__value__))


def inside(x):
    type Local[T] = tuple[T, x]
    return Local


print(inside(int).__value__, inside(str)[bool])


class Shape:
    side = float
    type Corner = side
    type Pairs = [(side, n) for n in range(2)]

    def turn(self):
        type Inner = side
        return Inner


print(Shape.Corner.__value__)
side = "global"
print(Shape.Pairs.__value__, Shape().turn().__value__)
type Missing = nowhere
for wrong in (lambda: Missing.__value__, lambda: Number[int], lambda: Number(), lambda: setattr(Number, "__value__", 1), lambda: setattr(Number, "x", 1), lambda: isinstance(1, Number), lambda: Number | 5, lambda: type(Number)("A"), lambda: type(Number)("A", int, type_params=[1])):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
nowhere = int
print(Missing.__value__)
type = 5
print(type)
