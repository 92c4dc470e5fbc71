"""What the machine warns of while a text of exec()'s runs: it has no lines to show, and its own module's name."""
text = "x = 1\nnot kind"
exec(text, {"kind": NotImplemented, "__name__": "__main__"})
exec(text, {"kind": NotImplemented})
exec(text, {"kind": NotImplemented, "__name__": "other"})
eval("not kind", {"kind": NotImplemented, "__name__": "__main__"})
kind = NotImplemented
eval("not kind")
exec(compile("\n\n" + text, "named.txt", "exec"))
exec("async def f(): pass\nf()")
exec("async def f(): pass\nf()", {})

import warnings

warnings.simplefilter("always")
exec(text, {"kind": NotImplemented})
exec(text, {"kind": NotImplemented, "__name__": "other"})
warnings.filterwarnings("ignore", module="other")
exec(text, {"kind": NotImplemented, "__name__": "other"})


def told(message, category, filename, lineno, file=None, line=None):
    print(category.__name__, filename.rpartition("/")[2], lineno)


warnings.showwarning = told
exec(text)
for level in (-1, 0, 1, 2, 50):
    warnings.warn("at a level", stacklevel=level)
