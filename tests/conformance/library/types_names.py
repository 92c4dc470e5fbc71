# types: names for what has none, and SimpleNamespace.
import types

space = types.SimpleNamespace(name="ada", age=36)
space.city = "London"
print(space, space.name, space == types.SimpleNamespace(name="ada", age=36, city="London"), vars(space))
del space.age
print(space, types.SimpleNamespace(), types.SimpleNamespace({"a": 1}, b=2))
space.self = space
print(space)


def function(): pass
def generator(): yield
async def coroutine(): pass


made = coroutine()
print(isinstance(function, types.FunctionType), isinstance(generator(), types.GeneratorType), isinstance(made, types.CoroutineType))
made.close()
print(isinstance(len, types.BuiltinFunctionType), isinstance(types, types.ModuleType), isinstance(None, types.NoneType))
print(types.FunctionType, types.MethodType, types.LambdaType is types.FunctionType, types.TracebackType.__name__)
frozen = types.MappingProxyType({"a": 1})
print(frozen, frozen["a"], dict(frozen), isinstance(frozen, types.MappingProxyType))
try:
    frozen["b"] = 2
except TypeError as error:
    print(error)


class Bound: pass


bound = Bound()
bound.method = types.MethodType(lambda self, n: (self is bound, n), bound)
print(bound.method(3), types.new_class("Made", (Bound,), {}, lambda ns: ns.update(x=1)).x)
