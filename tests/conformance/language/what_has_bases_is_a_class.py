"""isinstance() and issubclass() take what has a tuple of __bases__ for a class."""


class Stand:
    def __init__(self, name, *bases):
        self.name, self.__bases__ = name, bases


class Thing:
    def __init__(self, cls):
        self.__dict__["cls"] = cls

    @property
    def __class__(self):
        return self.cls


root = Stand("root")
left, right = Stand("left", root), Stand("right", root)
bottom = Stand("bottom", left, right)
for each in (root, left, right, bottom):
    print(each.name, [issubclass(each, other) for other in (root, left, right, bottom)], isinstance(Thing(bottom), each))
print(isinstance(Thing(root), bottom), isinstance(1, root), issubclass(bottom, (int, root)), issubclass(int, root))
print(isinstance(Thing(root), (int, root)), issubclass(bottom, int), isinstance(Thing(int), int), isinstance(Thing(bool), int))


class Grumpy:
    @property
    def __bases__(self):
        raise LookupError("no bases today")


class Secret:
    @property
    def __class__(self):
        raise LookupError("no class today")


class NotATuple:
    __bases__ = [int]


for ask in (
    lambda: isinstance(1, Grumpy()),
    lambda: issubclass(int, Grumpy()),
    lambda: issubclass(Grumpy(), int),
    lambda: issubclass(Grumpy(), root),
    lambda: isinstance(Secret(), int),
    lambda: isinstance(Secret(), root),
    lambda: isinstance(1, NotATuple()),
    lambda: issubclass(int, NotATuple()),
    lambda: issubclass(NotATuple(), int),
    lambda: issubclass(1, root),
    lambda: issubclass(1, 2),
    lambda: isinstance(1, 2),
    lambda: isinstance(1, list[int]),
    lambda: issubclass(int, list[int]),
    lambda: issubclass(1, int | str),
):
    try:
        print(ask())
    except (LookupError, TypeError) as error:
        print(type(error).__name__, error)
