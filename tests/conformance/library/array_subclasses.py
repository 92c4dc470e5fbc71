# Arrays of a class of its own: keywords, attributes through copy and pickle, weak references; an array is a MutableSequence.
import copy
import pickle
import weakref
from array import array
from collections.abc import MutableSequence


class Named(array):
    def __init__(self, code, items=(), name=None):
        self.name = name


numbers = Named("i", [1, 2], name="two")
print(numbers, numbers.name)
again = pickle.loads(pickle.dumps(numbers))
print(type(again).__name__, again, again.name)
held = weakref.ref(numbers)
del numbers
print(held(), isinstance(array("b"), MutableSequence))
try:
    array("i", [1], name="none")
except TypeError as error:
    print(error)
