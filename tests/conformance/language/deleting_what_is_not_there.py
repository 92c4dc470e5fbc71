# Who deletes an attribute that is not there is told what was meant only where the error has the fields `name` and `obj`. The instances
# of a class share their names, thirty at most, and an error about those has no fields: it was no dict that was asked.
import copy
import enum
import traceback


def has_fields(it, name):
    try:
        delattr(it, name)
    except AttributeError as error:
        return error.name is not None


def room(it):
    """How many names more the instances of its class can share; each deletion takes room for its name."""
    return next(n for n in range(40) if has_fields(it, f"name_{n}"))


def made(count=1):
    class Thing:
        pass

    things = [Thing() for _ in range(count)]
    things[0].first = 1
    return things


for count in (1, 2, 3, 10, 28, 29, 30, 31, 50):    # each instance takes one place from those that come later
    print(count, room(made(count)[0]))


def gone(it):
    del it.__dict__


def another_class(it):
    class Other:
        pass

    it.__class__ = Other


def emptied_copy(it):
    other = vars(it).copy()
    other.clear()
    other.update(b=1, c=2)


acts = {
    "nothing": lambda it: None,
    "dir": dir,
    "vars": vars,
    "an unknown attribute": lambda it: hasattr(it, "b"),
    "a key": lambda it: vars(it).update(b=1, c=2),
    "a default": lambda it: vars(it).setdefault("b", 1),
    "28 keys": lambda it: vars(it).update({f"b{n}": 1 for n in range(28)}),
    "43 keys": lambda it: vars(it).update({f"b{n}": 1 for n in range(43)}),
    "a key that is no text": lambda it: vars(it).update({1: 2}),
    "a copy of the dict": lambda it: vars(it).copy().update(b=1, c=2),
    "a copy that was emptied": emptied_copy,
    "a dict of it": lambda it: dict(vars(it)).update(b=1, c=2),
    "a union": lambda it: vars(it) | {"b": 1, "c": 2},
    "a union in place": lambda it: vars(it).__ior__({"b": 1}),
    "a copy of the object": lambda it: setattr(copy.copy(it), "b", 1),
    "clear": lambda it: vars(it).clear(),
    "pop": lambda it: vars(it).pop("first"),
    "popitem": lambda it: vars(it).popitem(),
    "another dict": lambda it: setattr(it, "__dict__", {}),
    "no dict": gone,
    "another class": another_class,
}
for what, act in acts.items():
    it, other = made(2)
    act(it)
    print(f"{what}: {room(it)}, {room(other)}")

it, borg = made(2)
borg.__dict__ = it.__dict__
print(has_fields(it, "b"), has_fields(borg, "b"))
it, other = made(2)
names = vars(it)
it.__dict__ = {}
names.update(b=1, c=2)
print(room(it), room(other))


class OwnDir:
    def __init__(self):
        self.first = 1

    def __dir__(self):
        return ["b"]


class DirOfObject(OwnDir):
    def __dir__(self):
        return object.__dir__(self)


for cls in (OwnDir, DirOfObject):
    it = cls()
    dir(it)
    print(cls.__name__, room(it))

# Only an instance that has a __dict__ and nothing else shares names.
for bases in ((), (Exception,), (dict,), (int,), (tuple,)):
    print(bases, has_fields(type("Made", bases, {})(), "b"), has_fields(type("Made", bases, {"__slots__": ()})(), "b") if bases else "")
Slotted = type("Slotted", (), {"__slots__": ("a", "__dict__")})
Bare = type("Bare", (), {"__slots__": ()})
print(has_fields(Slotted(), "b"), has_fields(type("Made", (Slotted,), {})(), "b"), has_fields(type("Made", (Bare,), {})(), "b"))
print(has_fields(enum.Enum("Colour", "RED").RED, "b"), has_fields(print, "b"), has_fields(made, "b"), has_fields(Bare, "b"))


class Holder:
    @property
    def value(self):
        return self._value

    @value.deleter
    def value(self):
        del self._value


holder = Holder()
holder.other = 1
try:
    holder.otter
except AttributeError:
    traceback.print_exc()    # looks at all names, and that leaves no room for another one
del holder.value
