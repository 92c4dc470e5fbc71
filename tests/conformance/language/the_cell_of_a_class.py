"""__classcell__: what type.__new__() must be handed for a method's __class__."""


class Forgets(type):
    def __new__(metacls, name, bases, namespace):
        namespace.pop("__classcell__", None)
        return super().__new__(metacls, name, bases, namespace)


class MakesTwo(type):
    def __new__(metacls, name, bases, namespace):
        super().__new__(metacls, name, bases, dict(namespace))
        return super().__new__(metacls, name, bases, namespace)


class MakesAnother(type):
    def __new__(metacls, name, bases, namespace):
        made = super().__new__(metacls, name, bases, namespace)
        super().__new__(metacls, name, bases, {"__classcell__": namespace["__classcell__"]})
        return made


def of(metaclass):
    try:
        class Made(metaclass=metaclass):
            def own(self):
                return __class__
        print(Made().own() is Made, "__classcell__" in Made.__dict__)
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, error)


of(type)
of(Forgets)
of(MakesTwo)
of(MakesAnother)
try:
    class Wrong:
        __classcell__ = 5
except TypeError as error:
    print(error)


class Changes:
    def become(self, what):
        nonlocal __class__
        __class__ = what

    def above(self):
        return super().__init__


Changes().become(5)
try:
    Changes().above()
except RuntimeError as error:
    print(error)
