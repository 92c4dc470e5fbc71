# An AttributeError that a __getattr__, a __getattribute__ or a descriptor's __get__ raises is told by the access itself which name of
# which object was asked for, unless somebody has said so before; setting, deleting and calling by hand tell it nothing.
import operator
import traceback


class Asked:
    port = 8080

    def __getattr__(self, name):
        raise AttributeError(name)


class Refused(AttributeError):
    pass


class Everything:
    def __getattribute__(self, name):
        raise Refused("nothing here")


class Field:
    def __get__(self, it, owner=None):
        raise AttributeError("get")

    def __set__(self, it, value):
        raise AttributeError("set")

    def __delete__(self, it):
        raise AttributeError("delete")


class Getter:
    def __get__(self, it, owner=None):
        raise AttributeError("get")


class Meta(type):
    field = Field()

    def __getattr__(cls, name):
        raise AttributeError(f"no {name} in the class")


class Owner(metaclass=Meta):
    own = Field()
    getter = Getter()

    def __setattr__(self, name, value):
        if name == "other":
            raise AttributeError("other")
        super().__setattr__(name, value)


class Told:
    def __getattr__(self, name):
        told = {"a": {"name": "other"}, "b": {"obj": 1}, "c": {"name": None}, "d": {"name": "x", "obj": "y"}}
        raise AttributeError("told", **told[name])


def tell(label, act, *given):
    try:
        act(*given)
    except AttributeError as error:
        print(f"{label}: {type(error).__name__} {error}, name {error.name!r}, of {type(error.obj).__name__}")
    else:
        print(f"{label}: no error")


def call(it):
    it.own()


tell("__getattr__", lambda: Asked().prt)
tell("__getattr__ of a call", lambda: Asked().prt())
tell("__getattribute__", lambda: Everything().prt)
tell("getattr()", getattr, Asked(), "prt")
tell("getattr() with a default", getattr, Asked(), "prt", None)
tell("hasattr()", hasattr, Asked(), "prt")
tell("attrgetter()", operator.attrgetter("prt"), Asked())
tell("a data descriptor", lambda: Owner().own)
tell("a descriptor", lambda: Owner().getter)
tell("a descriptor of the class", lambda: Owner.getter)
tell("a descriptor of the metaclass", lambda: Owner.field)
tell("__getattr__ of the metaclass", lambda: Owner.prt)
tell("a method that a descriptor gives", call, Owner())
tell("by hand", Asked().__getattr__, "prt")
tell("object.__getattribute__()", object.__getattribute__, Owner(), "own")
tell("set", setattr, Owner(), "own", 1)
tell("__setattr__", setattr, Owner(), "other", 1)
tell("delete", delattr, Owner(), "own")
for name in "abcd":
    tell(f"told before, {name}", getattr, Told(), name)


class Endless:
    def __getattr__(self, name):
        return self.other


try:
    Endless().one
except RecursionError as error:
    print(error, len(traceback.extract_tb(error.__traceback__)))

try:
    Asked().por
except AttributeError:
    traceback.print_exc()
Asked().prt
