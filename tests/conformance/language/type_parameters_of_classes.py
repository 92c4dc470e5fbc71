# class C[T]: it is a Generic, C[int] remembers its arguments, and the body of the class is what a method's bound can see.
import typing


class Box[T]:
    limit = 3

    def __init__(self, item: T):
        self.item = item

    def map[U: limit](self, function) -> "Box[U]":
        return Box(function(self.item))

    def parameter(self):
        return T

    def __repr__(self):
        return f"Box({self.item!r})"


class Pair[K, V = str](Box[K]):
    def both(self):
        return K, V, super().parameter()


class Callback[**P, *Ts]:
    pass


print(Box(3), Box[int](4).map(str), Box[int], Box.__type_params__, Box.__parameters__, Box.__orig_bases__, Box.__mro__)
print(Pair.__orig_bases__, Pair.__bases__, Pair[int], Pair[int, bytes], Pair("x").both(), Box(1).parameter() is Box.__type_params__[0])
print(Box.map.__type_params__[0].__bound__, Callback.__parameters__, Callback[[int, str], bool, bytes], Callback[..., int])
print(typing.get_args(Box[int]), typing.get_origin(Box[int]), Box[int] == Box[int], Box[int].limit, isinstance(Box(1), Box), type(Box[int](2)))
print(Box[Box[int]], Box[list[int] | None], Box["Box"], Box[None], [c.__name__ for c in Pair.__mro__])
for wrong in (lambda: Box[int, str], lambda: Pair[int, str, bool], lambda: Pair[()], lambda: isinstance(Box(1), Box[int]), lambda: Callback[int], lambda: Box[int][str], lambda: Box()):
    try:
        print(wrong())
    except TypeError as error:
        print(error)


class Private[__T]:
    def hidden(self):
        return __T


print(Private.__type_params__, Private().hidden())


class Meta(type):
    def __new__(mcls, name, bases, namespace, **kwargs):
        print("making", name, bases, kwargs, namespace["__type_params__"])
        return super().__new__(mcls, name, bases, namespace)


class Made[T](list, metaclass=Meta, extra=1):
    pass


print(Made([1]), Made.__type_params__)
