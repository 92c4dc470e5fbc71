"""type(name, bases, namespace) with bases of another metaclass lets that one make the class."""


class Meta(type):
    def __new__(mcls, name, bases, namespace, **options):
        print("made", name, options)
        return super().__new__(mcls, name, bases, namespace)

    def __getattr__(cls, name):
        if name == "__class_getitem__":
            return lambda item: (cls.__name__, item)
        raise AttributeError(name)


class A(metaclass=Meta, option=1):
    pass


B = type("B", (A,), {"x": 1})
print(type(B).__name__, B.x, A[int])
try:
    class C(option=1):
        pass
except TypeError as error:
    print(error)


def inside():
    class D(option=1):
        pass


try:
    inside()
except TypeError as error:
    print(error)


class Slotted:
    __slots__ = ("a",)


def local():
    class Inner:
        __slots__ = ("a",)
    return Inner()


for it in (Slotted(), local()):
    try:
        it.a
    except AttributeError as error:
        print(error, error.name)
