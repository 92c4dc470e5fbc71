# types: classes made by hand with bases, metaclasses and namespaces of their own; attributes that the metaclass answers for on the class.
import abc
import types


class Meta(type):
    @classmethod
    def __prepare__(cls, name, bases, **kwds):
        print("prepare", name, bases, kwds)
        return {"prepared": True}

    def __new__(cls, name, bases, names, **kwds):
        print("new", name, sorted(names), kwds)
        return super().__new__(cls, name, bases, names)

    def __init__(cls, name, bases, names, **kwds):
        super().__init__(name, bases, names)

    def __getattr__(cls, name):
        return f"{cls.__name__}'s {name}"


class Deeper(Meta):
    pass


class Other(type):
    pass


class A(metaclass=Meta):
    pass


class B(A, metaclass=Deeper):
    pass


class Stands:
    def __init__(self, *bases):
        self.bases = bases

    def __mro_entries__(self, bases):
        return self.bases


class Wrong:
    def __mro_entries__(self, bases):
        return [A]


print(types.prepare_class("P"), types.prepare_class("P", (int,), {"a": 1}), types.prepare_class("P", (A, B), {"metaclass": type, "x": 2})[0])
keywords = {"metaclass": Other, "k": 1}
print(types.prepare_class("P", (), keywords), keywords, types.prepare_class("P", (), {"metaclass": lambda *args: args}))
stand = Stands(A, B)
print(types.resolve_bases((int, stand, str)), types.resolve_bases([int]), types.resolve_bases((list[int], Stands())))
made = types.new_class("Made", (stand,) if False else (Stands(B),), {"k": 1}, lambda names: names.update(own=2))
print(made.own, made.prepared, type(made).__name__, made.__orig_bases__ == (types.get_original_bases(made)), [each.__name__ for each in made.__mro__])
print(types.new_class("Plain"), types.get_original_bases(A), types.get_original_bases(types.new_class("L", (list[int],))))
for wrong in (lambda: types.new_class("X", (A, Other("O", (), {}))), lambda: types.resolve_bases((Wrong(),)), lambda: types.get_original_bases(5), lambda: types.new_class("X", (), {"metaclass": None}), lambda: types.new_class("X", (), {"a": 1})):
    try:
        print(wrong())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, str(error).replace("X.", ""))


class Shown(metaclass=Meta):
    def __init__(self):
        self.value = 1

    @types.DynamicClassAttribute
    def first(self):
        "the first"
        return self.value

    @first.setter
    def first(self, value):
        self.value = value

    @first.deleter
    def first(self):
        print("deleted")

    only = types.DynamicClassAttribute(doc="nothing to get")
    described = types.DynamicClassAttribute(lambda self: 5, doc="mine")

    def other(self):
        "the other"
        return -self.value

    second = first.getter(other)
    third = described.getter(other)


shown = Shown()
shown.first = 7
print(shown.first, Shown.first, Shown.only, shown.second, shown.third)
del shown.first
for name in ("first", "only", "described", "second", "third"):
    each = vars(Shown)[name]
    print(name, each.__doc__, each.overwrite_doc, each.__isabstractmethod__, each.fget is None, each.fset is None, each.fdel is None)
for wrong in (lambda: shown.only, lambda: setattr(shown, "only", 1), lambda: delattr(shown, "only"), lambda: setattr(shown, "described", 1)):
    try:
        wrong()
    except AttributeError as error:
        print("AttributeError", error)


class Abstract(abc.ABC):
    @types.DynamicClassAttribute
    @abc.abstractmethod
    def part(self):
        pass


print(type(Abstract.part).__name__, Abstract.__abstractmethods__)
