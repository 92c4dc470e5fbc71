# The same line reads an attribute again and again: what the class, the instance and its dict have
# become meanwhile counts each time.
class Point:
    def __init__(self, x):
        self.x = x


class Other:
    def __init__(self):
        self.first, self.x = 1, "other"


def read(thing):
    return thing.x


point = Point(1)
print(read(point), read(point), read(Other()), read(point))

point.x = 2
print(read(point))
del point.x
try:
    read(point)
except AttributeError as error:
    print(error)
point.y, point.x = 0, 3
print(read(point), "behind another name")

Point.x = "of the class"
print(read(point), "the instance's own first")
del point.x
print(read(point))
point.x = 4
Point.x = property(lambda self: "a property goes before")
print(read(point))
del Point.x
print(read(point))

Point.__getattr__ = lambda self, name: f"no {name}"
print(read(point))
del point.x
print(read(point))
del Point.__getattr__
point.__dict__ = {"x": 5}
print(read(point), read(point))
point.__class__ = Other
print(read(point))
Point.__getattribute__ = lambda self, name: "asked"
print(read(Point(6)))


class Slotted:
    __slots__ = ("x",)


slotted = Slotted()
slotted.x = 7
print(read(slotted), read(slotted))


point = Other()
point.__dict__ = {str(b"x", "ascii"): "an equal key is the same name"}
print(read(point), read(point))
