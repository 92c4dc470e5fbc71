# Who called, with what, and where in the line: stack(), trace() and the records that they hold.
import inspect


def told(record):
    return record.function, record.lineno, record.code_context, record.index, record.positions


def who():
    return inspect.stack()[1]


def caller():
    return (
        who())


print(told(caller()))
print(caller()._fields, len(caller()))


def shown(a, b=2, *rest, c=3, **more):
    frame = inspect.currentframe()
    info = inspect.getargvalues(frame)
    print(info.args, info.varargs, info.keywords)
    print(inspect.formatargvalues(info.args, info.varargs, info.keywords, info.locals))
    print([told(each)[:2] for each in inspect.getouterframes(frame)])
    here = inspect.getframeinfo(frame)
    print(here.function, here.lineno, here.positions, inspect.getlineno(frame) == here.lineno + 1)
    print(type(here).__name__, inspect.getframeinfo(frame, context=3).code_context)
    print(inspect.getframeinfo(frame, context=0)[1:])


shown(1, 5, 6, d=7)


def divide(over):
    return 1 / over


def half():
    divide(
        0)


try:
    half()
except ZeroDivisionError as error:
    for each in inspect.trace():
        print(told(each))
    inner = inspect.getinnerframes(error.__traceback__, context=2)
    print(inner[-1].code_context, isinstance(inner[-1], inspect.FrameInfo))
    print(inspect.getframeinfo(error.__traceback__).function, isinstance(inspect.getframeinfo(error.__traceback__), inspect.Traceback))
try:
    inspect.getframeinfo(3)
except AttributeError as error:
    print(error)
print(inspect.getargs(shown.__code__))
