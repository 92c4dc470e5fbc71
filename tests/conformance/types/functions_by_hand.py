# types.FunctionType(): a function of the same code with names of its own.
import types

base = 1


def outer(step):
    def inner(x, *, by=2):
        "What inner says."
        return base + x * by + step
    return inner


inner = outer(10)
own = {"base": 100, "__name__": "elsewhere"}
made = types.FunctionType(inner.__code__, own, None, None, inner.__closure__, {"by": 3})
print(made(1), inner(1), made.__globals__ is own, made.__name__, made.__qualname__, made.__module__, made.__doc__)
named = types.FunctionType(inner.__code__, own, "named", (7,), inner.__closure__, kwdefaults={"by": 1})
print(named(), named.__name__, named.__qualname__, named.__defaults__, named.__kwdefaults__)
for wrong in ((1, {}), (inner.__code__, 1), (inner.__code__, {}), (inner.__code__, {}, 1), (inner.__code__, {}, None, 1),
              (inner.__code__, {}, None, None, 1), (inner.__code__, {}, None, None, ()), (inner.__code__, {}, None, None, (1,)),
              (outer.__code__, {}, None, None, inner.__closure__), (inner.__code__, {}, None, None, inner.__closure__, 1), ()):
    try:
        types.FunctionType(*wrong)
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
