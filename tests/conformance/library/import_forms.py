# import in all its forms: aliases, submodules, relative names that have no package, names that are not there.
import importlib
import sys
import bisect as first
from bisect import bisect as function, insort

print(first is sys.modules["bisect"], function is first.bisect, insort is first.insort)
print(importlib.import_module("bisect") is first)
print(__import__("bisect") is first, first.__name__, repr(first.__package__))
for text in (".x", "..y"):
    try:
        importlib.import_module(text)
    except TypeError as error:
        print(error)
try:
    import bisect.nothing
except ModuleNotFoundError as error:
    print(error, "|", error.name)
try:
    from . import sibling
except ImportError as error:
    print(type(error).__name__, error)
sys.modules["halted"] = None
try:
    import halted
except ModuleNotFoundError as error:
    print(error)
importlib.import_module(".nothing")
