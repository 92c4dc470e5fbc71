"""__class__ in a method is a cell that type.__new__() fills: what happens to it on the way is told."""

for text in (
    "class Number:\n    __classcell__ = 413\n",
    "class InAComprehension:\n    found = [__class__ for _ in range(1)]\n",
    "class Both:\n    def own(self): return __class__\n    found = [__class__ for _ in range(1)]\n",
    "class Twice:\n    found = [[__class__ for _ in range(1)] for _ in range(1)]\n",
    "class Deeper:\n    def own(self): return [(lambda: __class__)() for _ in range(1)]\nprint(Deeper().own()[0].__name__)\n",
):
    try:
        exec(text)
        print("made")
    except (NameError, TypeError) as error:
        print(type(error).__name__, error)


class Forgetful(type):
    def __new__(cls, name, bases, names):
        names.pop("__classcell__", None)
        return super().__new__(cls, name, bases, names)


class Plain(metaclass=Forgetful):
    def own(self):
        return 1


try:
    class Lost(metaclass=Forgetful):
        def own(self):
            return __class__
except RuntimeError as error:
    print(error)


class Doubling(type):
    def __new__(cls, name, bases, names):
        made = super().__new__(cls, name, bases, names)
        other = type.__new__(type, "Other", bases, {"__classcell__": names["__classcell__"]} if "__classcell__" in names else {})
        return made if name == "Fine" else other


try:
    class Fine(metaclass=Doubling):
        def own(self):
            return __class__
    print(Fine().own().__name__)
except TypeError as error:
    print(error)


def around():
    name = "around"

    class Inner:
        name = "in the class"
        each = [lambda: name for name in ["in the comprehension"]]

        def own(self):
            return name

    return Inner.each[0](), Inner().own(), Inner.name


def free_and_again():
    number = 1

    def inside():
        made = [lambda: number for number in (number, number + 1)]
        return [make() for make in made]

    return inside(), number


print(around())
print(free_and_again())
type Listed[T] = [lambda: T for T in T.__name__]
print([make() for make in Listed.__value__])
try:
    exec("class Number:\n    __classdictcell__ = 413\n")
except TypeError as error:
    print(error)
try:
    exec("class Around:\n    found = [lambda: __class__ for _ in range(1)]\n")
except SystemError as error:
    print(error)
exec("class Own:\n    found = [lambda: __class__ for _ in range(1)]\n    def own(self): return __class__\nprint(Own.found[0]())\n")
for text in (
    "class A:\n    own = __class__\n    found = [__class__ for _ in [1]]\nprint(A.own, A.found)",
    "class A:\n    def make(self):\n        class B:\n            own = __class__\n            found = [__class__ for _ in [1]]\n        return B.own, B.found\nprint(A().make())",
    "class A:\n    def make(self):\n        class B:\n            found = [__class__ for _ in [1]]\n        return B.found\n    def own(self): return __class__\nprint(A().make())",
    "class A:\n    first = [super for _ in [1]]\n    found = [__class__ for _ in [1]]\n",
    "class A:\n    first = [super for _ in [1]]\n    found = [lambda: __class__ for _ in [1]]\n    def own(self): return __class__\nprint(A.found[0]())",
):
    for names in ({}, {"__class__": "global"}):
        try:
            exec(text, names)
        except NameError as error:
            print(error)
