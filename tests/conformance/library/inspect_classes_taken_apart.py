# Where each attribute of a class comes from, who derives from whom, and which names a function takes from where.
import inspect
import math


# Everything that is sold.
#
# Even tea.
class Goods:
    kind = "any"

    def __init__(self, price):
        self.price = price

    @property
    def tax(self):
        return self.price * 0.2

    @staticmethod
    def parse(text):
        return Goods(float(text))

    @classmethod
    def free(cls):
        return cls(0)


class Tea(Goods):
    kind = "leaves"

    # How it is made.
    def brew(self, minutes):
        return minutes


for name, kind, where, value in inspect.classify_class_attrs(Tea):
    if not name.startswith("__") or name == "__init__":
        print(name, kind, where.__name__, type(value).__name__)
attribute = [each for each in inspect.classify_class_attrs(Tea) if each.name == "kind"][0]
print(attribute, isinstance(attribute, inspect.Attribute))
print(inspect.getclasstree([Tea, Goods, int, bool]))
print(inspect.getclasstree([Tea, bool], unique=True))
print([(name, type(value).__name__) for name, value in inspect.getmembers_static(Tea(3)) if not name.startswith("__")])
print(repr(inspect.getcomments(Goods)), repr(inspect.getcomments(Tea.brew)), inspect.getcomments(Tea))


def outer(rate):
    limit = 10

    def inner(values):
        return max(math.floor(v.amount * rate) for v in [values]) < limit, missing, len(values)
    return inner


variables = inspect.getclosurevars(outer(2))
print(variables.nonlocals, sorted(variables.globals), sorted(variables.builtins), sorted(variables.unbound))
print(variables._fields, inspect.getclosurevars(Tea(1).brew))
try:
    inspect.getclosurevars(len)
except TypeError as error:
    print(error)
print(inspect.isgetsetdescriptor(type(outer).__dict__["__code__"]), inspect.ismemberdescriptor(3))
print(inspect.getmodulename("/a/b/tea.py"), inspect.getmodulename("tea.txt"), inspect.indentsize("\t  x"))
print(inspect.getabsfile(Tea) == inspect.getabsfile(outer), inspect.findsource(Tea)[1])
print(inspect.formatannotationrelativeto(Tea)(Goods), inspect.formatannotation(Goods), inspect.formatannotation(list[int]))
