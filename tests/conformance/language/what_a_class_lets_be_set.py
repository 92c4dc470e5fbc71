"""Names, docs and other attributes of classes and exceptions that may be set, but not to anything."""


class Kind:
    """Kind's own."""


def tell(change):
    try:
        change()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
    else:
        print("done", Kind.__name__, Kind.__qualname__, Kind.__doc__)


for name in ("__name__", "__qualname__", "__doc__"):
    tell(lambda: setattr(Kind, name, 5))
    tell(lambda: setattr(Kind, name, "Other"))
    tell(lambda: delattr(Kind, name))
    tell(lambda: setattr(int, name, "Other"))
tell(lambda: setattr(Kind, "__name__", "with\0null"))
failure = ValueError("no")
for name in ("__cause__", "__context__", "__traceback__", "__suppress_context__"):
    tell(lambda: setattr(failure, name, 5))
    tell(lambda: delattr(failure, name))
    tell(lambda: setattr(failure, name, None))
failure.__suppress_context__ = True
print(failure.__suppress_context__)


class Makes(Exception):
    def __new__(cls, *args):
        return 5


def caused():
    raise ValueError from Makes


tell(caused)
