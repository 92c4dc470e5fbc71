# What only the uncaught exception's frames had dies while the modules can still be imported; what names had, when they cannot.
class Imports:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        try:
            import asyncio
        except ImportError as error:
            print(self.name, "cannot import:", error)
        else:
            print(self.name, "imports", asyncio.__name__)


def fails():
    held = Imports("a frame's")
    raise ValueError(f"with {held.name}")


import asyncio  # noqa: E402

named = Imports("a name's")
fails()
