"""Text of a class of its own as a name, operators of derived lists in place, list.__class_getitem__ and its kind."""


def show(make):
    try:
        print(make())
    except Exception as error:
        print(type(error).__name__, error)


class Name(str):
    pass


class Thing:
    x = "of the class"


thing = Thing()
thing.__dict__[Name("x")] = "own"
thing.__dict__[Name("y")] = 2
print(thing.x, thing.y, getattr(thing, Name("y")), vars(thing), hasattr(thing, "z"))
thing.y = 3
print(vars(thing), [type(key).__name__ for key in vars(thing)])
del thing.x
print(thing.x)


class Both:
    def __rmul__(self, other):
        return "rmul"

    def __radd__(self, other):
        return "radd"


class Neither:
    def __rmul__(self, other):
        print("asked *", end=" ")
        return NotImplemented

    def __radd__(self, other):
        print("asked +", end=" ")
        return NotImplemented


class Count(Neither):
    def __index__(self):
        return 2

    def __iter__(self):
        return iter("xy")


class Derived(list):
    pass


class Less(list):
    def __sub__(self, other):
        return "sub"


class Array(bytearray):
    pass


class Further(Derived):
    pass


for make in (lambda: Derived([1]), lambda: Less([1]), lambda: Further([5]), lambda: Array(b"a"), lambda: [1], lambda: bytearray(b"a")):
    for right in (Both(), Neither(), Count()):
        def times():
            left = make()
            left *= right
            return left, type(left).__name__

        def plus():
            left = make()
            left += right
            return left, type(left).__name__

        print(type(make()).__name__, type(right).__name__)
        show(times)
        show(plus)
        show(lambda: make() * right)
        show(lambda: make() + right)

for kind in (list, dict, tuple, set, frozenset, enumerate, BaseExceptionGroup, type((lambda: (yield))()), Derived):
    show(lambda: kind.__class_getitem__(int))
    show(lambda: kind[int, str])
show(lambda: list.__class_getitem__)
show(lambda: list.__class_getitem__())
show(lambda: int.__class_getitem__)
show(lambda: "__class_getitem__" in dir(dict))
show(lambda: [hasattr(kind, "__class_getitem__") for kind in (int, str, bytes, type, range, zip)])
for width in ("9223372036854775807", "9223372036854775808", "99999999999999999999"):
    for value in (1, 1.5, "s", True, 2j):
        show(lambda: format(value, width))
        show(lambda: format(value, "." + width))
    for letter in "sdfx":
        show(lambda: ("%" + width + letter) % 1)
        show(lambda: ("%." + width + letter) % 1)
    show(lambda: "%*d" % (int(width), 1))
    show(lambda: "%.*f" % (int(width), 1))
    show(lambda: (b"%" + width.encode() + b"d") % 1)
    show(lambda: (b"%." + width.encode() + b"f") % 1)
    show(lambda: "{:{}}".format(1, int(width)))
