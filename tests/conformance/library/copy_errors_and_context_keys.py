"""What cannot be copied says so; a context's variables by name."""
import contextvars
import copy

print(copy.Error.__mro__, copy.error is copy.Error)


class Odd:
    def __reduce_ex__(self, protocol):
        return 3


class Bare:
    __reduce_ex__ = None
    __reduce__ = None


class Named:
    def __reduce__(self):
        return "NAMED"


NAMED = Named()
print(copy.copy(NAMED) is NAMED, copy.deepcopy([NAMED])[0] is NAMED)
for value in (Odd(), Bare(), iter([1]) and (each for each in ()), copy, open):
    for make in (copy.copy, copy.deepcopy):
        try:
            print(make(value) is value)
        except (copy.Error, TypeError) as error:
            print(type(error).__name__, error)
try:
    copy.replace(3, x=1)
except TypeError as error:
    print(error)
name, level = contextvars.ContextVar("name"), contextvars.ContextVar("level", default=1)
context = contextvars.Context()
context.run(name.set, "a")
context.run(level.set, 5)
print(sorted(each.name for each in context.keys()), sorted(map(str, context.values())), len(context.items()), name in context, context[level], context.get(name), len(contextvars.Context().keys()), type(context.keys()).__name__)
for action in (lambda: contextvars.Token(), lambda: contextvars.ContextVar(3), lambda: contextvars.copy_context()[3], lambda: contextvars.copy_context().run()):
    try:
        print(action())
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, error)
