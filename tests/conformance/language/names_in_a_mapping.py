"""exec() with a mapping for its names: annotations are set up in it, a name is deleted from it."""


class Upper:
    def __init__(self):
        self.kept = {}

    def __getitem__(self, name):
        return self.kept[name.upper()]

    def __setitem__(self, name, value):
        print("set", name, type(value).__name__)
        self.kept[name.upper()] = value

    def __delitem__(self, name):
        print("delete", name)
        del self.kept[name.upper()]


names = Upper()
exec("x: int = 1\ny: str\nprint(X, x)\ndel x", {}, names)
print(names.kept)
try:
    exec("del nothing", {}, names)
except NameError as error:
    print(error)


class Refusing(Upper):
    def __getitem__(self, name):
        raise OverflowError(name)


try:
    exec("x: int", {}, Refusing())
except OverflowError as error:
    print("refused", error)


class Shouting(type):
    @classmethod
    def __prepare__(cls, name, bases):
        return Names()


class Names(dict):
    def __setitem__(self, name, value):
        if not name.startswith("__"):
            print("in the class:", name)
        super().__setitem__(name, value)

    def __delitem__(self, name):
        print("gone from the class:", name)
        super().__delitem__(name)


class Loud(metaclass=Shouting):
    first = 1
    second: int = 2
    del first


print(sorted(name for name in vars(Loud) if not name.startswith("__")), Loud.__annotations__)


class Empty(type):
    @classmethod
    def __prepare__(cls, name, bases):
        return None


try:
    class Nothing(metaclass=Empty):
        pass
except TypeError as error:
    print(error)
