"""dir() of asyncio lists what CPython's package has; a module may say itself what dir() lists."""
import asyncio
import sys
import types

print(dir(asyncio))
module = types.ModuleType("module")
module.hidden = 1
module.__dir__ = lambda: ["b", "a"]
print(dir(module), dir(types.ModuleType("other")))


def __dir__():
    return ("z", "y", "x")


print(dir(sys.modules[__name__]), "module" in dir())
