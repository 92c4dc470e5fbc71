# The types that have no name among the builtins, each asked of something that is of it.
import types


class Point:
    __slots__ = ("x",)

    def method(self):
        pass


def function():
    yield


async def numbers():
    yield 1


def frame_of():
    try:
        raise ValueError
    except ValueError as error:
        return error.__traceback__.tb_frame


things = [(types.CodeType, function.__code__), (types.FrameType, frame_of()), (types.AsyncGeneratorType, numbers()),
          (types.BuiltinMethodType, [].append),
          (types.GetSetDescriptorType, type(function).__code__), (types.MemberDescriptorType, Point.x),
          (types.MethodDescriptorType, str.upper),
          (types.NotImplementedType, NotImplemented), (types.UnionType, int | str), (types.EllipsisType, ...), (types.NoneType, None),
          (types.GeneratorType, function())]
for kind, thing in things:
    print(kind.__name__, isinstance(thing, kind), type(thing) is kind)
print(isinstance(vars(dict)["fromkeys"], types.ClassMethodDescriptorType), isinstance(object.__init__, types.WrapperDescriptorType))
print(function.__code__.co_cellvars, function.__code__.co_freevars)


def outer(a, b):
    def inner():
        return a
    return inner


print(outer.__code__.co_cellvars, outer(1, 2).__code__.co_freevars, outer.__code__.co_varnames)
