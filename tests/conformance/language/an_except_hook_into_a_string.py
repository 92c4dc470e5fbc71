"""sys.__excepthook__() writes to whatever sys.stderr is by then."""
import io
import sys

usual, sys.stderr = sys.stderr, io.StringIO()
try:
    1 / 0
except ZeroDivisionError as error:
    sys.__excepthook__(type(error), error, error.__traceback__)
    error.__context__ = KeyError("earlier")
    sys.__excepthook__(type(error), error, None)
written, sys.stderr = sys.stderr.getvalue(), usual
print(written)
