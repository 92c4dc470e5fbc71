# contextlib: an ExitStack takes what has an end, in any number, and undoes it in reverse; pop_all() hands it on.
import asyncio
import contextlib
import io
import os
import sys
from contextlib import AbstractAsyncContextManager, AbstractContextManager, AsyncExitStack, ExitStack


class Named(AbstractContextManager):
    def __init__(self, name, swallows=False):
        self.name, self.swallows = name, swallows

    def __enter__(self):
        print("enter", self.name, end="; ")
        return self.name

    def __exit__(self, kind, error, trace):
        print("exit", self.name, kind.__name__ if kind else None, end="; ")
        return self.swallows


class Asynchronous(AbstractAsyncContextManager):
    async def __aexit__(self, kind, error, trace):
        print("aexit", kind, end="; ")


def ended(*args, **kwargs):
    print("callback", args, kwargs, end="; ")


with ExitStack() as stack:
    print(stack.enter_context(Named("a")), stack.callback(ended, 1, key=2) is ended)
    print(stack.push(Named("pushed, not entered")).name, stack.push(lambda *details: print("pushed function", details[0], end="; ")).__name__)
    kept = stack.pop_all()
print("nothing was undone:", type(kept).__name__)
kept.close()
print()
with ExitStack() as stack:
    stack.enter_context(Named("outer"))
    stack.enter_context(Named("swallows", True))
    stack.enter_context(Named("inner"))
    raise ValueError
print("and on")


@stack.callback
def decorated():
    print("decorated")


stack.close()
for wrong in (lambda: stack.enter_context(5), lambda: stack.push(5)):
    try:
        print(wrong())
    except TypeError as error:
        print(error)


async def later(text):
    print("awaited", text, end="; ")


async def main():
    async with AsyncExitStack() as stack:
        stack.enter_context(Named("plain"))
        print((await stack.enter_async_context(Asynchronous())).__class__.__name__)
        stack.push_async_callback(later, "callback")
        stack.callback(ended)
        stack.push(Named("pushed"))
        stack.push_async_exit(Asynchronous())
        kept = stack.pop_all()
    await kept.aclose()
    print()
    for wrong in (lambda: stack.enter_async_context(5), ):
        try:
            await wrong()
        except TypeError as error:
            print(error)
    print(isinstance(Asynchronous(), AbstractAsyncContextManager), issubclass(asyncio.Lock, AbstractAsyncContextManager), issubclass(type(open), AbstractContextManager), issubclass(io.StringIO, AbstractContextManager))


asyncio.run(main())
errors = io.StringIO()
with contextlib.redirect_stderr(errors), contextlib.suppress(KeyError):
    print("to stderr", file=sys.stderr)
    raise KeyError
print(repr(errors.getvalue()))
here = os.getcwd()
os.makedirs("a_folder/below")
with contextlib.chdir("a_folder"):
    print(os.path.basename(os.getcwd()), os.listdir())
    with contextlib.chdir("below"):
        print(os.path.basename(os.getcwd()), open("x.txt", "w").write("x"))
    print(os.path.exists("below/x.txt"))
print(os.getcwd() == here)
os.remove("a_folder/below/x.txt")
os.removedirs("a_folder/below")
