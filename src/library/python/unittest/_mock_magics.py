"""The magic methods of unittest.mock's mocks: which there are, what they give unless told otherwise, and how a class finds its
instance's own."""
from unittest._mock_calls import DEFAULT

__name__ = "unittest.mock"    # whose classes and functions these are

_MAGICS = {"__lt__": NotImplemented, "__gt__": NotImplemented, "__le__": NotImplemented, "__ge__": NotImplemented, "__int__": 1,
           "__contains__": False, "__len__": 0, "__exit__": False, "__complex__": 1j, "__float__": 1.0, "__bool__": True, "__index__": 1}
_MADE = """__getitem__ __setitem__ __delitem__ __enter__ __add__ __sub__ __mul__ __matmul__ __truediv__ __floordiv__ __mod__ __lshift__
    __rshift__ __and__ __xor__ __or__ __pow__ __divmod__ __neg__ __pos__ __invert__ __abs__ __iadd__ __isub__ __imul__ __itruediv__
    __call__ __reversed__ __missing__ __fspath__ __round__ __trunc__ __floor__ __ceil__""".split()
_ALL_MAGICS = frozenset([*_MAGICS, *_MADE, "__iter__", "__aiter__", "__aenter__", "__aexit__", "__anext__", "__str__", "__hash__", "__eq__",
                         "__ne__", "__sizeof__"])
_ASYNC_MAGICS = frozenset(["__aenter__", "__aexit__", "__anext__"])


def _magic_caller(name):
    def method(self, *args, **kwargs):
        return self.__dict__["_mock_children"][name](*args, **kwargs)
    method.__name__ = name
    return method


class _MagicName:
    """A magic method of a class, that of an instance where one looks for it there."""

    def __init__(self, name):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        children = instance.__dict__["_mock_children"]
        if children.get(self.name) is None:
            children[self.name] = _prepared(instance._magic_mock(self.name), self.name)
        return children[self.name]


def _prepared(mock, name):
    """A mock that stands for this magic method, giving what the method has to give."""
    if name in _MAGICS:
        mock.return_value = _MAGICS[name]
    elif name == "__iter__":
        mock.side_effect = lambda: _iterated(mock)
    elif name == "__aiter__":
        mock.side_effect = lambda: _async_iterated(mock)
    elif name == "__aexit__":
        mock.return_value = False
    return mock


def _iterated(found):
    given = found.__dict__["_mock_return"]
    return iter([]) if given is DEFAULT else given if hasattr(given, "__next__") else iter(given)


def _async_iterated(found):
    given = found.__dict__["_mock_return"]

    async def give():
        for each in () if given is DEFAULT else given:
            yield each
    return give()
