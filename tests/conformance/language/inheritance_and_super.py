# super() goes along the order of the instance's class, not of the class it stands in; C3 refuses what has no order.
class Base:
    def __init__(self, **kwargs):
        print("Base", kwargs)

    def who(self):
        return ["Base"]


class Left(Base):
    def __init__(self, left=None, **kwargs):
        print("Left", left)
        super().__init__(**kwargs)

    def who(self):
        return ["Left", *super().who()]


class Right(Base):
    def __init__(self, right=None, **kwargs):
        print("Right", right)
        super().__init__(**kwargs)

    def who(self):
        return ["Right", *super().who()]


class Both(Left, Right):
    def who(self):
        return ["Both", *super().who()]

    @classmethod
    def make(cls, **kwargs):
        return cls(**kwargs)

    @staticmethod
    def plain():
        return "plain"


both = Both.make(left=1, right=2, rest=3)
print(both.who(), [c.__name__ for c in Both.__mro__], Both.__base__.__name__, super(Left, both).who(), super(Both, Both).plain if hasattr(super(Both, Both), "plain") else "no plain above")
print(isinstance(both, Right), issubclass(Both, (int, Left)), Both.plain(), both.plain(), Both.__subclasses__(), Base.__subclasses__() == [Left, Right])


class Registered:
    known = []

    def __init_subclass__(cls, /, tag=None, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.known.append((cls.__name__, tag))


class A(Registered, tag="a"):
    pass


class B(A):
    pass


print(Registered.known)
for wrong in (lambda: type("X", (Base, Left), {}), lambda: type("X", (Left, Left), {}), lambda: type("X", (int, str), {}), lambda: type("X", (5,), {}), lambda: type("X", (bool,), {}), lambda: super(Left, 5), lambda: super().x, lambda: Both().missing(), lambda: Base.who(), lambda: Base(1), lambda: type("C", (A,), {}, nope=1), lambda: object(1), lambda: Both.plain(1), lambda: object.__new__(int), lambda: int.__new__(str)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
