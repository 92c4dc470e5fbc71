# A data descriptor beats the instance, the instance beats a plain one; __getattr__ is asked last, __getattribute__ always.
class Typed:
    def __set_name__(self, owner, name):
        self.name = name
        print("named", owner.__name__, name)

    def __get__(self, instance, owner):
        return self if instance is None else instance.__dict__.get(self.name, "unset")

    def __set__(self, instance, value):
        if not isinstance(value, int):
            raise TypeError(f"{self.name} wants an int")
        instance.__dict__[self.name] = value

    def __delete__(self, instance):
        print("deleting", self.name)
        del instance.__dict__[self.name]


class Plain:
    def __get__(self, instance, owner):
        return "from the descriptor"


class Thing:
    size = Typed()
    label = Plain()

    def __getattr__(self, name):
        if name.startswith("dyn_"):
            return name.upper()
        raise AttributeError(f"no {name} here")


thing = Thing()
print(thing.size, type(Thing.size).__name__, thing.label, thing.dyn_x, getattr(thing, "zz", "default"), hasattr(thing, "zz"))
thing.size = 3
thing.__dict__["label"] = "own"
thing.__dict__["size"] = 9
print(thing.size, thing.label, vars(thing))
del thing.size
print(thing.size)


class Watched:
    def __getattribute__(self, name):
        print("asked for", name)
        return super().__getattribute__(name)

    def __setattr__(self, name, value):
        print("set", name)
        super().__setattr__(name, value)

    def method(self):
        return self.x


watched = Watched()
watched.x = 5
print(watched.method(), Watched.method.__name__)


class Slots:
    __slots__ = ("a", "b")
    c = 1


slots = Slots()
slots.a = 1
for wrong in (lambda: slots.b, lambda: setattr(slots, "d", 1), lambda: setattr(slots, "c", 2), lambda: slots.__dict__, lambda: thing.zz, lambda: setattr(thing, "size", "x"), lambda: delattr(slots, "b"), lambda: type("Bad", (), {"__slots__": ("x",), "x": 1}), lambda: Thing.nope, lambda: delattr(Thing(), "nope"), lambda: None.x, lambda: setattr(5, "x", 1), lambda: setattr(int, "x", 1)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
