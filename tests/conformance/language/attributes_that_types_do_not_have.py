# hasattr() tells what a type can do: str has no __bool__, a list no __radd__, and int no brackets of its own.
for value in ("", b"", [], (), bytearray()):
    print(type(value).__name__, hasattr(value, "__add__"), hasattr(value, "__radd__"), hasattr(value, "__rmul__"), hasattr(value, "__bool__"), hasattr(value, "__len__"))
print(hasattr(int, "__getitem__"), hasattr(list, "__getitem__"), hasattr(type, "__getitem__"), hasattr(str, "__bool__"))


class Meta(type):
    def __getitem__(cls, key):
        return cls.__name__, key


class Plain(type):
    pass


class A(metaclass=Meta):
    pass


class B(metaclass=Plain):
    def __class_getitem__(cls, key):
        return "class", key


class C(metaclass=Plain):
    pass


class Word(str):
    pass


print(A[1], B[2], list[int], bool(Word()), bool(Word("x")), "a" + Word("b"), type("a" + Word("b")).__name__)
try:
    C[3]
except TypeError as error:
    print(error)


class Slots:
    __slots__ = ("alpha",)


for change in (lambda: setattr(Slots(), "beta", 1), lambda: delattr(Slots(), "beta"), lambda: delattr(Slots(), "alpha"), lambda: delattr(5, "x"), lambda: setattr(5, "real", 1), lambda: delattr([], "append"), lambda: delattr(A, "x"), lambda: delattr(A(), "x")):
    try:
        change()
    except AttributeError as error:
        print(error, error.name)
