"""What an exception holds of itself takes only what it must be, and is never deleted."""

error = ValueError(1, 2)
names = ("__traceback__", "__context__", "__cause__", "__suppress_context__", "args")
for name in names:
    try:
        delattr(error, name)
    except TypeError as refused:
        print(name, refused)
for name in names:
    for value in (None, 1, "xy", [1], KeyError(3), True):
        try:
            setattr(error, name, value)
            print(name, repr(value), repr(getattr(error, name)))
        except TypeError as refused:
            print(name, repr(value), refused)
for state in ({"color": "red", "args": (7,)}, None, [1], 5):
    try:
        print(error.__setstate__(state), error.args, vars(error))
    except TypeError as refused:
        print(refused)
