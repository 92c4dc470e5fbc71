# A default is made when def runs, and kept: a list in it grows; the order of evaluation is decorators, defaults, annotations.
def tell(what):
    print("made", what)
    return what


def append(item, to=[]):
    to.append(item)
    return to


print(append(1), append(2), append(3, []), append.__defaults__)


def decorate(function):
    print("decorating", function.__name__)
    return function


@(tell("decorator") and decorate)
def area(w: tell("annotation of w") = tell("default of w"), *, h: tell("annotation of h") = tell("default of h")) -> tell("annotation of return"):
    return w, h


print(area(), area("x", h="y"), list(area.__annotations__), area.__kwdefaults__)
append.__defaults__ = ("no list",)
try:
    append(1)
except AttributeError as error:
    print(error)


def many(a, b=2, /, c=3, *args, d, e=5, **kwargs):
    return a, b, c, args, d, e, kwargs


print(many(1, d=4), many(1, 2, 3, 4, 5, d=6, z=7), many(*"ab", **{"d": 1, "a": 2}), many(1, *[], d=0, **{}))
for wrong in (lambda: many(), lambda: many(1), lambda: many(a=1, d=2), lambda: many(1, d=2, **{"d": 3}), lambda: many(1, c=2, **{"c": 3}), lambda: many(1, 2, 3, c=4, d=5), lambda: area(1, 2), lambda: area(x=1), lambda: area(**{1: 2}), lambda: area(*None), lambda: area(**[]), lambda: append(), lambda: (lambda a, b: 0)(1, 2, 3), lambda: (lambda *, k: 0)(), lambda: (lambda *, k, l: 0)()):
    try:
        print(wrong())
    except TypeError as error:
        print(error)
