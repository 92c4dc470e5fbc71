# A heap is a list in heap order, not a sorted one; bisect finds the place before or after equals, also by key.
import bisect
import heapq

heap = [5, 3, 8, 1]
heapq.heapify(heap)
print(heap, heapq.heappop(heap), heap, heapq.heappushpop(heap, 0), heapq.heapreplace(heap, 9), heap)
heapq.heappush(heap, 4)
print([heapq.heappop(heap) for _ in range(len(heap))], heapq.nlargest(2, "banana"), heapq.nsmallest(2, [3, 1, 2], key=lambda n: -n), heapq.nlargest(0, [1]), heapq.nsmallest(5, [2, 1]))
print(list(heapq.merge([1, 4], [2, 3], [])), list(heapq.merge("ca", "b", reverse=True)), list(heapq.merge(["a", "BB"], ["c"], key=len)))
tasks = []
for priority, name in ((2, "b"), (1, "z"), (2, "a")):
    heapq.heappush(tasks, (priority, name))
print([heapq.heappop(tasks) for _ in range(3)])
grades = [60, 70, 70, 90]
print(bisect.bisect(grades, 70), bisect.bisect_left(grades, 70), bisect.bisect_right(grades, 75), bisect.bisect_left(grades, 70, 2), bisect.bisect(["a", "bb"], 2, key=len), bisect.bisect([], 1))
bisect.insort(grades, 65)
bisect.insort_left(grades, 70.0)
print(grades, ["FDCBA"[bisect.bisect([60, 70, 80, 90], score)] for score in (33, 99, 77, 70)])
for wrong in (lambda: heapq.heappop([]), lambda: heapq.heappush((1,), 2), lambda: heapq.heapify("ba"), lambda: heapq.heapify([1, "a"]), lambda: heapq.heapreplace([], 1), lambda: bisect.bisect([1, "a"], 2), lambda: bisect.bisect([1], 1, -1), lambda: bisect.insort((1,), 2), lambda: heapq.nlargest("a", [1]), lambda: bisect.bisect({}, 1)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
