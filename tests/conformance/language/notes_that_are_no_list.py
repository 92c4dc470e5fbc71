"""__notes__ of an exception may be anything: what its traceback shows of it."""
import traceback


class Shy:
    def __str__(self):
        raise ValueError
    __repr__ = __str__


failure = ValueError("noted")
for notes in (["one", 5, None, Shy(), "two\nlines"], ("in", "a tuple"), 5, "a text", Shy(), [], None):
    failure.__notes__ = notes
    try:
        raise failure
    except ValueError as error:
        print("".join(traceback.format_exception(error)))
    try:
        failure.add_note("more")
    except TypeError as error:
        print(error)
failure.__notes__ = ("the", "last")
raise failure
