"""What a metaclass prepares for a class body, and what exec() is given for its names, need not be a dict."""


class Notes(dict):
    def __setitem__(self, key, value):
        if not key.startswith("__") or key == "__annotations__":
            print("set", key)
        super().__setitem__(key, value)

    def __delitem__(self, key):
        print("del", key)
        super().__delitem__(key)


class Noted(type):
    @classmethod
    def __prepare__(metacls, name, bases):
        return Notes()


class Point(metaclass=Noted):
    x: int = 1
    y = x + 1
    del y
    z: str


class Names:
    def __init__(self):
        self.known = {"a": 1}

    def __getitem__(self, key):
        return self.known[key]

    def __setitem__(self, key, value):
        print("set", key, value)
        self.known[key] = value

    def __delitem__(self, key):
        print("del", key)
        del self.known[key]


names = Names()
exec("b = a + 1\ndel b\nc: int = 5", {}, names)
try:
    exec("del nothing", {}, names)
except NameError as error:
    print(error)
print(sorted(names.known))


class Listed(type):
    @classmethod
    def __prepare__(metacls, name, bases):
        return 5


class Called:
    def __call__(self, *args):
        return args

    def __prepare__(self, *args):
        return None


for metaclass in (Listed, Called()):
    try:
        class Refused(metaclass=metaclass):
            pass
    except TypeError as error:
        print(error)


class Base:
    pass


class Alias:
    def __mro_entries__(self, bases):
        return (Base,)


class Derived(Alias(), metaclass=Noted):
    pass


print(Derived.__bases__, type(Derived.__orig_bases__[0]).__name__)
