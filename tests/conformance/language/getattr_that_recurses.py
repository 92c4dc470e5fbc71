# __getattr__ that asks for a missing attribute itself, __repr__ that prints self, __eq__ that compares: a thousand calls, then an error.
import traceback


class Proxy:
    __slots__ = ("a",)

    def __getattr__(self, name):
        return self.__dict__[name]


class Loud:
    def __repr__(self):
        return f"Loud({self!r})"


class Same:
    def __eq__(self, other):
        return other == self


class Endless:
    def __iter__(self):
        return iter(list(self))


class Lazy:
    def __getattr__(self, name):
        return getattr(self, name + "_")


for cause in (lambda: Proxy().x, lambda: repr(Loud()), lambda: Same() == Same(), lambda: list(Endless())):
    try:
        cause()
    except RecursionError as error:
        traceback.print_exc()
        print(error)
try:
    Lazy().x
except RecursionError as error:
    print(error)
