# bisect: where a value belongs in a sorted list, before or after its equals; a comparison that raises shows the
# caller's line and the comparison's, for the search itself has no frame.
import bisect
from bisect import bisect_left, bisect_right, insort

print(bisect is __import__("bisect"), bisect.__name__)
marks = [60, 70, 70, 80, 90]
for score in (59, 60, 70, 75, 90, 99):
    print(score, bisect_left(marks, score), bisect_right(marks, score), "FEDCBA"[bisect.bisect(marks, score)])
print(bisect_left(marks, 70, 2), bisect_right(marks, 70, 0, 1), bisect_right(marks, 70, lo=1, hi=3))

people = [("Ada", 36), ("Bo", 41)]
insort(people, ("Cy", 40), key=lambda person: person[1])
print(people, bisect_left(people, 41, key=lambda person: person[1]))
bisect.insort_left(marks, 70)
print(marks)

for wrong in (lambda: bisect.bisect(marks, 1, -1), lambda: bisect.bisect(marks, "a"), lambda: bisect.nothing):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)


class Rank:
    def __lt__(self, other):
        raise LookupError("not comparable")


bisect.bisect([Rank()], Rank())
