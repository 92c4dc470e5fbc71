"""CPython's Modules/_heapqmodule.c: a list in which heap[k] <= heap[2k+1] and heap[2k+2].

The order of comparisons is CPython's, as items whose __lt__ prints would show.
"""


def _check(heap, name="heapify", which="argument"):
    if not isinstance(heap, list):
        raise TypeError(f"{name}() {which} must be list, not {type(heap).__name__}")


def _down(heap, start, at):
    item = heap[at]
    while at > start:
        parent = (at - 1) >> 1
        above = heap[parent]
        if not item < above:
            break
        heap[at] = above
        at = parent
    heap[at] = item


def _up(heap, at):
    end = len(heap)
    start = at
    item = heap[at]
    child = 2 * at + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _down(heap, start, at)


def _down_max(heap, start, at):
    item = heap[at]
    while at > start:
        parent = (at - 1) >> 1
        above = heap[parent]
        if not above < item:
            break
        heap[at] = above
        at = parent
    heap[at] = item


def _up_max(heap, at):
    end = len(heap)
    start = at
    item = heap[at]
    child = 2 * at + 1
    while child < end:
        right = child + 1
        if right < end and not heap[right] < heap[child]:
            child = right
        heap[at] = heap[child]
        at = child
        child = 2 * at + 1
    heap[at] = item
    _down_max(heap, start, at)


def heappush(heap, item, /):
    _check(heap, "heappush", "argument 1")
    heap.append(item)
    _down(heap, 0, len(heap) - 1)


def heappop(heap, /):
    _check(heap, "heappop")
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    first = heap[0]
    heap[0] = last
    _up(heap, 0)
    return first


def heapreplace(heap, item, /):
    _check(heap, "heapreplace", "argument 1")
    if not heap:
        raise IndexError("index out of range")
    first = heap[0]
    heap[0] = item
    _up(heap, 0)
    return first


def heappushpop(heap, item, /):
    _check(heap, "heappushpop", "argument 1")
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _up(heap, 0)
    return item


def heapify(heap, /):
    _check(heap)
    for at in range(len(heap) // 2 - 1, -1, -1):
        _up(heap, at)


def _heappop_max(heap, /):
    _check(heap, "_heappop_max")
    if not heap:
        raise IndexError("index out of range")
    last = heap.pop()
    if not heap:
        return last
    first = heap[0]
    heap[0] = last
    _up_max(heap, 0)
    return first


def _heapreplace_max(heap, item, /):
    _check(heap, "_heapreplace_max", "argument 1")
    if not heap:
        raise IndexError("index out of range")
    first = heap[0]
    heap[0] = item
    _up_max(heap, 0)
    return first


def _heapify_max(heap, /):
    _check(heap)
    for at in range(len(heap) // 2 - 1, -1, -1):
        _up_max(heap, at)
