# heapq: a list as a priority queue; equal priorities come as the tuples compare.
import heapq
import itertools

heap = []
for priority, name in [(3, "c"), (1, "a"), (2, "b"), (1, "z")]:
    heapq.heappush(heap, (priority, name))
print(heap)
print([heapq.heappop(heap) for _ in range(len(heap))])
numbers = [9, 4, 7, 1, 8, 2]
heapq.heapify(numbers)
print(numbers, heapq.heappushpop(numbers, 0), heapq.heapreplace(numbers, 10), numbers)
print(heapq.nsmallest(3, [5, 1, 4, 2]), heapq.nlargest(2, ["bb", "a", "ccc"], key=len), heapq.nlargest(9, [2, 3]))
print(heapq.nsmallest(1, []), heapq.nlargest(0, [1]), heapq.nsmallest(2, iter("hello")))
print(list(heapq.merge([1, 4, 7], [2, 5], [3])), list(heapq.merge("ca", "db", reverse=True)), list(heapq.merge(["bb"], ["a", "ccc"], key=len)))
counter = itertools.count()
tasks = []
for name in ("first", "second", "third"):
    heapq.heappush(tasks, (5, next(counter), name))
print([heapq.heappop(tasks)[2] for _ in range(3)])


class Job:
    def __init__(self, rank): self.rank = rank
    def __lt__(self, other):
        print("compare", self.rank, other.rank)
        return self.rank < other.rank


jobs = [Job(n) for n in (3, 1, 2)]
heapq.heapify(jobs)
print(heapq.heappop(jobs).rank, heapq.heappush)
for wrong in (lambda: heapq.heappop([]), lambda: heapq.heappush((), 1), lambda: heapq.heapify("abc")):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
heapq.heappush([(1, {})], (1, {}))
