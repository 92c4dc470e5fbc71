"""ImportError of `from module import name`: what it says, and what it keeps apart from its text."""
import asyncio

for line in ("from json import dump_", "from json.decoder import JSONDecode", "from asyncio import coroutine", "from asyncio import corotine",
             "from typing import Nope", "from random import randit"):
    try:
        exec(line)
    except ImportError as error:
        print(line, "|", error, "|", error.name, error.path, error.name_from, error.msg == str(error), error.args == (str(error),))

made = ImportError("text", name="a", path="b", name_from="c")
print(made, made.name, made.path, made.name_from, made.msg, repr(made))
print(ImportError().msg, ImportError("a", "b").msg, ImportError("a").name_from)
for wrong in (lambda: ImportError("text", other=3), lambda: ModuleNotFoundError("text", other=3)):
    try:
        wrong()
    except TypeError as error:
        print(error)
made.name_from = "d"
print(made.name_from)

for wrong in (lambda: asyncio.coroutine, lambda: asyncio.get_even_loop, lambda: asyncio.Sempahore, lambda: asyncio.zzzzzz):
    try:
        wrong()
    except AttributeError as error:
        print(error, "|", error.name, error.obj is asyncio)


def raises(line):
    import traceback
    try:
        exec(line)
    except (ImportError, AttributeError) as error:
        print(traceback.format_exception_only(error)[0], end="")


raises("asyncio.coroutine")
raises("asyncio.Sempahore")
raises("from asyncio import create_tasks")
raises("from json import dumpss")
raises("from json.decoder import dumpss")
from asyncio import corotine
