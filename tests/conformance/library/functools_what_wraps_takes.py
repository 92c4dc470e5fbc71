"""Which attributes a wrapper takes over, and what happens to those that are not there."""
import functools

print(functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES)


def plain(a: int, b: str = "x") -> None:
    """Says nothing."""


plain.extra = [1]
for assigned, updated in ((functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES), (("__name__",), ()), (functools.WRAPPER_ASSIGNMENTS[:1] + ("missing",), ("__dict__",))):
    @functools.wraps(plain, assigned=assigned, updated=updated)
    def wrapper(*args):
        """Wraps."""
        return plain(*args)
    print(wrapper.__name__, wrapper.__qualname__, wrapper.__doc__, wrapper.__annotations__, sorted(wrapper.__dict__), wrapper.__wrapped__ is plain, hasattr(wrapper, "missing"))


class Called:
    """A class whose objects are called."""

    def __init__(self, function):
        functools.update_wrapper(self, function)

    def __call__(self):
        return self.__name__


print(Called(plain)(), Called(plain).extra, Called(plain).__doc__, functools.wraps(functools.partial(plain, 1))(lambda: 0).__name__)
try:
    functools.update_wrapper(lambda: 0, object(), updated=("__dict__",))
except AttributeError as error:
    print(error)
try:
    functools.update_wrapper(lambda: 0, plain, updated=("missing",))
except AttributeError as error:
    print(error)


def generic[T](a: T) -> T:
    return a


print(functools.wraps(generic)(lambda a: a).__type_params__)
