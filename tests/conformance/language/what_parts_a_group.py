"""subgroup() and split() take an exception class, a tuple of them, or what can be called and is no class."""


def make():
    return ExceptionGroup("both", [ValueError(1), ExceptionGroup("inner", [TypeError(2), OSError(3)])])


class Chooses:
    def __call__(self, error):
        return isinstance(error, OSError)


for condition in (
    OSError, (OSError, ValueError), (), Chooses(), lambda error: "1" in repr(error.args), str, int, "OSError", OSError(), [OSError],
    (OSError, 1), 42, None,
):
    for part in (make().subgroup, make().split):
        try:
            print(part(condition))
        except TypeError as error:
            print(type(condition).__name__, error)

for notes in (["a", "b"], ("a", "b"), "ab", 123, None):
    group = make()
    group.__notes__ = notes
    print(notes, [getattr(each, "__notes__", "none") for each in group.split(ValueError)])
group = make()
group.add_note("first")
match, rest = group.split(ValueError)
match.add_note("second")
print(group.__notes__, match.__notes__, rest.__notes__)
