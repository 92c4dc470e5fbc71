# __slots__ lists names, each as often as one likes; __dict__ and __weakref__ only where no base has brought one.
import weakref


class Weak:
    __slots__ = ("__weakref__",)


class WithDict:
    __slots__ = ("__dict__",)


class Plain:
    pass


class Empty:
    __slots__ = ()


def attempt(base, slots, **more):
    try:
        made = type("Made", (base,), {"__slots__": slots, **more})
    except (TypeError, ValueError) as error:
        print(base.__name__, slots, type(error).__name__, error)
    else:
        print(base.__name__, slots, sorted(name for name in vars(made) if name not in ("__doc__", "__module__", "__slots__", "__hash__", "__weakref__")))


for base in (object, Weak, WithDict, Plain, Empty, Exception, dict, list, int, tuple, bytes, float, set, bytearray, type):
    for slots in ("__dict__", "__weakref__", ("__dict__", "__dict__"), ("__weakref__",) * 2, "a", ("a", "a"), "1a", ("a", 1),
                  ("__dict__", "__weakref__"), ("",), ()):
        attempt(base, slots)
attempt(object, {"a"})
attempt(object, {"a": "what it is for"})
attempt(object, ["a", "b"], a=1)
attempt(object, ["c", "b"], a=1)


class _Private:
    __slots__ = ("__secret", "__named__", "_half")

    def __init__(self):
        self.__secret = 1


private = _Private()
print(private._Private__secret, sorted(name for name in vars(_Private) if "_" in name and name.strip("_") in ("Private__secret", "named", "half")))
print(weakref.ref(Weak())(), weakref.ref(Plain())())
try:
    weakref.ref(Empty())
except TypeError as error:
    print(error)
