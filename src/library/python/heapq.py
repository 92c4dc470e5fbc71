"""Heaps in lists, merging, the n largest. Mirrors CPython's Lib/heapq.py."""
from _heapq import (_heapify_max, _heappop_max, _heapreplace_max, heapify, heappop, heappush, heappushpop,
                    heapreplace)

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']


def merge(*iterables, key=None, reverse=False):
    """The items of sorted iterables as one sorted stream; equal ones in the order of the iterables."""
    heap = []
    make, pop, replace = (_heapify_max, _heappop_max, _heapreplace_max) if reverse else (heapify, heappop, heapreplace)
    step = -1 if reverse else 1
    for number, iterator in enumerate(map(iter, iterables)):
        take = iterator.__next__
        try:
            item = take()
        except StopIteration:
            continue
        heap.append([item if key is None else key(item), number * step, take, item])
    make(heap)
    while len(heap) > 1:
        try:
            while True:
                entry = heap[0]
                yield entry[3]
                item = entry[3] = entry[2]()
                entry[0] = item if key is None else key(item)
                replace(heap, entry)
        except StopIteration:
            pop(heap)
    if heap:
        _, _, take, item = heap[0]
        yield item
        yield from take.__self__


def nsmallest(n, iterable, key=None):
    if n == 1:
        nothing = object()
        found = min(iter(iterable), default=nothing, key=key)
        return [] if found is nothing else [found]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key)[:n]
    iterator = iter(iterable)
    if key is None:
        kept = [(item, at) for at, item in zip(range(n), iterator)]
        if not kept:
            return kept
        _heapify_max(kept)
        top = kept[0][0]
        order = n
        for item in iterator:
            if item < top:
                _heapreplace_max(kept, (item, order))
                top = kept[0][0]
                order += 1
        kept.sort()
        return [item for item, _ in kept]
    kept = [(key(item), at, item) for at, item in zip(range(n), iterator)]
    if not kept:
        return kept
    _heapify_max(kept)
    top = kept[0][0]
    order = n
    for item in iterator:
        rank = key(item)
        if rank < top:
            _heapreplace_max(kept, (rank, order, item))
            top = kept[0][0]
            order += 1
    kept.sort()
    return [item for _, _, item in kept]


def nlargest(n, iterable, key=None):
    if n == 1:
        nothing = object()
        found = max(iter(iterable), default=nothing, key=key)
        return [] if found is nothing else [found]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=True)[:n]
    iterator = iter(iterable)
    if key is None:
        kept = [(item, at) for at, item in zip(range(0, -n, -1), iterator)]
        if not kept:
            return kept
        heapify(kept)
        top = kept[0][0]
        order = -n
        for item in iterator:
            if top < item:
                heapreplace(kept, (item, order))
                top = kept[0][0]
                order -= 1
        kept.sort(reverse=True)
        return [item for item, _ in kept]
    kept = [(key(item), at, item) for at, item in zip(range(0, -n, -1), iterator)]
    if not kept:
        return kept
    heapify(kept)
    top = kept[0][0]
    order = -n
    for item in iterator:
        rank = key(item)
        if top < rank:
            heapreplace(kept, (rank, order, item))
            top = kept[0][0]
            order -= 1
    kept.sort(reverse=True)
    return [item for _, _, item in kept]
