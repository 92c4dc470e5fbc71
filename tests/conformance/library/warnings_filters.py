# warnings: where a warning says it comes from, once a place, filters, and recording.
import warnings


def old(level=1):
    warnings.warn("old() is old", DeprecationWarning, stacklevel=level)


warnings.warn("plain")
for _ in range(3):
    warnings.warn("once a line", RuntimeWarning)
old()
old(2)
with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    warnings.warn("kept")
    warnings.warn("kept", UserWarning)
    old()
print([(str(w.message), w.category.__name__, w.lineno) for w in caught])
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    warnings.warn("not shown")
with warnings.catch_warnings():
    warnings.simplefilter("error")
    try:
        warnings.warn("raised", FutureWarning)
    except FutureWarning as error:
        print("caught", error)


class Own(UserWarning):
    pass


warnings.warn(Own("an instance"))


@warnings.deprecated("use new()")
def used(): return 5


print(used(), warnings.formatwarning("m", UserWarning, "file.py", 3, "the line"), end="")
warnings.filterwarnings("ignore", category=Own)
warnings.warn("quiet", Own)
try:
    warnings.warn("x", int)
except TypeError as error:
    print(error)
