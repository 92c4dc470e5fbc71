"""Gives the garbage collector's finalisers an order that a reader can follow.

CPython finalises a circle in the order of its own list: the order of making, shuffled by each collection before (what only
something younger refers to goes to the end). Which collections there were is chance in a real run, and how an object is
referred to is an inner affair of CPython. So by rule asyncio's objects of a circle are finalised as they mostly are anyway:
  - while the program has its names (gc.collect(), and the first collection at the end): loops; futures and tasks, oldest
    first, each task right after its coroutine; other coroutines and generators, oldest first
  - in the collection after the names are gone: loops; futures and tasks, oldest first; then the coroutines of those tasks in
    the same order; other coroutines and generators, oldest first.
Everything else stays where CPython has it.

Done by moving these objects to the front of the collector's list before a full collection, and again after it, as the last
collection of the interpreter's end asks nobody.
"""
import gc

HEADER = 16    # PyGC_Head stands in front of the object: next, previous (with two bits of flags)
FLAGS = 3
OLDEST = 2     # the generation that a full collection leaves everything in


def install():
    import types
    from asyncio import events, futures, tasks
    from ctypes import c_uint64

    future_types = (futures.Future, futures._PyFuture, tasks._PyTask)
    task_types = (tasks.Task, tasks._PyTask)
    body_types = (types.CoroutineType, types.GeneratorType, types.AsyncGeneratorType, *_types_of_steps())
    kinds = {}    # type -> rank, None: stays where it is; emptied each time, to keep no class alive

    def rank(kind):
        if kind not in kinds:
            bases = kind.__mro__
            kinds[kind] = (0 if events.AbstractEventLoop in bases else 1 if any(each in bases for each in future_types)
                           else 2 if kind in body_types else None)
        return kinds[kind]

    def word(address):
        return c_uint64.from_address(address)

    def to_front(ordered, first):
        """Moves the objects, in this order, before what was the first of the oldest generation."""
        head = word(id(first) - HEADER + 8).value & ~FLAGS
        for each in reversed(ordered):
            node = id(each) - HEADER
            after, before = word(node).value, word(node + 8).value & ~FLAGS
            word(before).value = after
            word(after + 8).value = before | word(after + 8).value & FLAGS
            after = word(head).value
            word(node).value = after
            word(node + 8).value = head | word(node + 8).value & FLAGS
            word(after + 8).value = node | word(after + 8).value & FLAGS
            word(head).value = node

    def in_order(found, at_end):
        """Given from oldest to youngest."""
        places = {}
        for each in found:
            if any(base in task_types for base in type(each).__mro__):
                places.setdefault(id(getattr(each, "_coro", None)), id(each))
        number = {id(each): place for place, each in enumerate(found)}

        def key(each):
            kind = rank(type(each))
            task = places.get(id(each))
            if kind == 2 and task is not None:
                return (2, number[task], 0) if at_end else (1, number[task], 0)
            return (3 if kind == 2 else kind, number[id(each)], 1)
        return sorted(found, key=key)

    numbers = {}

    def on_collection(phase, info):
        if info["generation"] != OLDEST:
            return
        oldest = gc.get_objects(OLDEST)
        if phase == "start":
            found = [each for each in oldest + gc.get_objects(1) + gc.get_objects(0) if rank(type(each)) is not None]
            numbers.update((id(each), number) for number, each in enumerate(found))
            found = in_order(found, at_end=False)
        else:
            found = [each for each in oldest if rank(type(each)) is not None]
            found.sort(key=lambda each: numbers.get(id(each), len(numbers)))
            numbers.clear()
            found = in_order(found, at_end=True)
        to_front(found, oldest[0])
        kinds.clear()
    gc.callbacks.append(on_collection)


def _types_of_steps():
    """The types of what asend() and athrow() of an asynchronous generator give."""
    async def generator():
        yield
    steps = generator().asend(None), generator().athrow(ValueError)
    for each in steps:
        each.close()    # no warning that nobody awaited it
    return map(type, steps)
