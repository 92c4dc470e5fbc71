"""Classes derived from classmethod, staticmethod and property: what __init__ is given, what they show, what a copy keeps."""
import abc


class Tagged(classmethod):
    def __init__(self, function):
        super().__init__(function)
        self.tag = function.__name__.upper()


class Still(staticmethod):
    def __init__(self, function, tag="none"):
        staticmethod.__init__(self, function)
        self.tag = tag


class Unit(property):
    def __init__(self, fget=None, fset=None, fdel=None, doc=None):
        super().__init__(fget, fset, fdel, doc)
        print("made", fget and fget.__name__, fset and fset.__name__, doc)


class Box:
    @Tagged
    def of(cls):
        return cls.__name__

    @Still
    def nothing():
        return None

    @Unit
    def width(self):
        """How wide."""
        return 3

    @width.setter
    def width(self, value):
        print("set", value)

    @property
    def plain(self):
        """The first."""
        return 1

    @plain.getter
    def plain(self):
        """The second."""
        return 2

    kept = property(lambda self: 1, doc="Given.").getter(lambda self: 2)


print(Box.of(), Box.__dict__["of"].tag, Box.nothing(), Box.__dict__["nothing"].tag, Box().width, Box.width.__doc__, type(Box.width).__name__)
Box().width = 5
print(Box.plain.__doc__, Box().plain, Box.kept.__doc__, Box().kept, Box.plain.__name__, Box.kept.__name__, Box.width.__name__)
print(property(len).__name__, hasattr(property(), "__name__"), property(len, doc="x").__doc__, property().__doc__)
print(repr(classmethod(len)), repr(staticmethod(len)), Tagged(len).tag, staticmethod(len)([1]))
for action in (lambda: classmethod(), lambda: staticmethod(1, 2), lambda: classmethod(f=1), lambda: Tagged(), lambda: classmethod.__new__(classmethod).__get__(None, int), lambda: property(1, 2, 3, 4, 5), lambda: property(getter=1), lambda: property().__name__):
    try:
        print(action())
    except (TypeError, RuntimeError, AttributeError) as error:
        print(type(error).__name__, error)
print(classmethod(abc.abstractmethod(len) if False else abc.abstractproperty(len)).__isabstractmethod__, staticmethod(len).__isabstractmethod__, Box.__dict__["of"].__wrapped__.__name__, Box.__dict__["of"].__func__ is Box.of.__func__)
