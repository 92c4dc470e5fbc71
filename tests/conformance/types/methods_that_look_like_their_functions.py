# A classmethod and a staticmethod have the name, the words and the annotations of their function.
import functools


class C:
    @classmethod
    def made(cls, x: int) -> str:
        "makes"

    @staticmethod
    def plain(y=1):
        "plain"


for name in ("made", "plain"):
    method = C.__dict__[name]
    print(method.__name__, method.__qualname__, method.__doc__, method.__module__, method.__annotations__)
    print({key: value for key, value in method.__dict__.items()}, method.__wrapped__ is method.__func__)
print(staticmethod(len).__name__, "__annotations__" in staticmethod(len).__dict__)
print(classmethod(3).__dict__.keys() <= {"__doc__"}, staticmethod(functools.partial(max, 1)).__dict__.get("__name__"))
method = staticmethod(lambda: 3)
method.__name__ = "other"
method.extra = 1
print(method.__name__, method.extra, method.__func__.__name__, method())
wrapped = functools.wraps(C.__dict__["plain"])(lambda: 4)
print(wrapped.__name__, wrapped.__doc__, wrapped.__wrapped__ is C.__dict__["plain"])
