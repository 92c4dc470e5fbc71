# A class is in its own __mro__: it lives on without a name, and among the subclasses of its bases, until a collection.
import collections
import gc
import weakref


class Plain:
    pass


class WithMethod:
    def method(self):
        return __class__


for name in ("Plain", "WithMethod"):
    reference = weakref.ref(globals().pop(name))
    print(name, reference() is None, reference().__mro__ is reference().__mro__)
    gc.collect()
    print(name, reference() is None)


def makes():
    class Local:
        pass
    return weakref.ref(Local)


reference = makes()
print(reference() is None, gc.collect() > 0, reference() is None)


class Base:
    pass


class First(Base):
    pass


class Second(Base):
    pass


del First
print(Base.__subclasses__())
gc.collect()
print(Base.__subclasses__())


class Speaks:
    def __del__(self):
        print("gone")


class Holder:
    held = Speaks()


del Holder
print("the class has no name any more")
gc.collect()
print("collected")
Pair = collections.namedtuple("Pair", "a b")
reference = weakref.ref(Pair)
del Pair
print(reference() is None)
gc.collect()
print(reference() is None)


class AtTheEnd:
    held = Speaks()


del AtTheEnd
print("end")
