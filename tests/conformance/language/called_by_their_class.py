# An object is called by its class's __call__, whatever that is: a function, a method of a method, an
# object with a __call__ of its own; and where nobody is ever found, it is one error.
from types import MethodType


class Adds:
    def __call__(self, *args):
        return "adds", args


class Asks:
    pass


Asks.__call__ = Adds()
print(Asks()(1, 2))

chain = print
for n in range(5):
    chain = MethodType(chain, n)
chain("what they are bound to comes first, the outermost last")


class Never:
    pass


Never.__call__ = Never()
try:
    Never()()
except RecursionError as error:
    print(type(error).__name__, "it asks itself for ever")
