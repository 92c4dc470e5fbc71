# The harmonic mean of one value of each kind, a distribution pickled, and a template whose pattern has another group.
import pickle
import string
from decimal import Decimal
from fractions import Fraction
from statistics import NormalDist, StatisticsError, harmonic_mean

for value in (3, 2.5, Decimal("1.5"), Fraction(2, 3), True, -1, "x", 1j):
    try:
        print(repr(harmonic_mean([value])))
    except (TypeError, StatisticsError) as error:
        print(type(error).__name__, error)
for protocol in range(pickle.HIGHEST_PROTOCOL + 1):
    print(pickle.loads(pickle.dumps(NormalDist(37.5, 5.625), protocol)))


class Odd(string.Template):
    pattern = r"(?P<badname>.*)(?P<escaped>@{2})|@(?P<named>[_a-z][._a-z0-9]*)|@{(?P<braced>[_a-z][._a-z0-9]*)}|(?P<invalid>@)|(?P<other>!)"


for text in ("@who and @{what} and @who", "@@", "100@ yes", "oh!", "@who!"):
    for ask in (Odd.is_valid, Odd.get_identifiers):
        try:
            print(text, ask(Odd(text)))
        except ValueError as error:
            print(text, error.args[0])
