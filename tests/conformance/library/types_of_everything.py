# types: names for the kinds of things that have no name of their own, and ways to make classes at run time.
import types
from types import *


class Class:
    slot = 1
    __slots__ = ("cell",)

    def method(self):
        pass


async def coroutine():
    yield


def outer():
    captured = 5

    def inner():
        return captured
    return inner


try:
    raise ValueError
except ValueError as error:
    trace = error.__traceback__
for kind, value in ((CellType, outer().__closure__[0]), (CodeType, outer.__code__), (TracebackType, trace), (FrameType, trace.tb_frame), (AsyncGeneratorType, coroutine()), (BuiltinMethodType, [].append),
                    (BuiltinFunctionType, len), (MethodDescriptorType, str.join), (ClassMethodDescriptorType, dict.__dict__["fromkeys"]), (WrapperDescriptorType, object.__init__), (MethodWrapperType, object().__str__),
                    (MemberDescriptorType, Class.cell), (GetSetDescriptorType, type.__dict__["__name__"]), (MappingProxyType, Class.__dict__), (EllipsisType, ...), (NotImplementedType, NotImplemented), (NoneType, None),
                    (GenericAlias, list[int]), (UnionType, int | str), (SimpleNamespace, SimpleNamespace(a=1)), (ModuleType, types), (MethodType, Class().method), (FunctionType, outer), (GeneratorType, (x for x in ()))):
    print(isinstance(value, kind), type(value) is kind, end="; ")
print()
cell = CellType(3)
cell.cell_contents += 1
print(cell.cell_contents, GenericAlias(list, (int,)), GenericAlias(dict, (str, int))(a=1), (int | None).__args__, NoneType() is None, EllipsisType() is ...)
try:
    CellType().cell_contents
except ValueError as error:
    print(error)

# A generator function becomes something to await.
import asyncio


@types.coroutine
def turn():
    yield
    return "after one turn"


async def main():
    print(await turn())
    return [x async for x in coroutine()]


print(asyncio.run(main()), type(turn()).__name__, type(turn()) is GeneratorType, turn().gi_code.co_flags & 0x100 != 0)


# new_class() runs a class statement by hand: metaclass, keywords and body are its arguments.
class Meta(type):
    @classmethod
    def __prepare__(metacls, name, bases, **keywords):
        return {"prepared": keywords}

    def __new__(metacls, name, bases, names, **keywords):
        return super().__new__(metacls, name, bases, names)

    def __init__(cls, name, bases, names, **keywords):
        super().__init__(name, bases, names)


made = new_class("Made", (Class,), {"metaclass": Meta, "size": 3}, lambda names: names.update(hello=lambda self: "hello"))
print(made, type(made).__name__, made.prepared, made().hello(), made.__mro__)
print(prepare_class("X", (made,), {"a": 1})[0].__name__, prepare_class("X", (made,), {"a": 1})[1:], prepare_class("Y"))


# A base that is no class says what to put in its place.
class Stand:
    def __init__(self, *bases):
        self.bases = bases

    def __mro_entries__(self, bases):
        return self.bases


class Derived(Stand(Class, int) if False else Stand(Class)):
    pass


print(Derived.__bases__, get_original_bases(Derived)[0].__class__.__name__, resolve_bases((Stand(int), str)), resolve_bases((int,)), get_original_bases(int))


class Dynamic:
    @DynamicClassAttribute
    def name(self):
        return "of the instance"

    @name.setter
    def name(self, value):
        print("set", value)

    @name.deleter
    def name(self):
        print("deleted")


dynamic = Dynamic()
dynamic.name = 5
del dynamic.name
print(dynamic.name, Dynamic.__dict__["name"].fget.__name__, isinstance(Dynamic.__dict__["name"].getter(len), DynamicClassAttribute))
try:
    Dynamic.name
except AttributeError as error:
    print(type(error).__name__)
space = SimpleNamespace(a=1, b=[2])
space.c = space
print(space, space == SimpleNamespace(a=1), vars(space).keys(), SimpleNamespace({"x": 1}, y=2))
view = MappingProxyType({"a": 1})
print(view["a"], "a" in view, len(view), view | {"b": 2}, view == {"a": 1}, view.get("z", 0), list(view.items()), view.copy(), list(view.keys()), list(view.values()), list(reversed(view)), repr(view))
for failing in (lambda: view.__setitem__("a", 2), lambda: MappingProxyType(5), lambda: get_original_bases(5), lambda: new_class("X", (int, str)), lambda: hash(SimpleNamespace()),
                lambda: types.coroutine(5), lambda: MethodType(len), lambda: MethodType(5, 5), lambda: GeneratorType(), lambda: view.clear()):
    try:
        print(failing())
    except (TypeError, AttributeError) as error:
        print(type(error).__name__, error)
method = MethodType(lambda self, x: (self, x), "bound to a text")
print(method(1), method.__self__, method.__func__.__name__, repr(ModuleType("mine", "doc")), ModuleType("mine", "doc").__doc__, vars(ModuleType("m"))["__name__"])
