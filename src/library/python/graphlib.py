"""What must come before what, put into an order. Mirrors CPython's Lib/graphlib.py."""
from types import GenericAlias

__all__ = ["TopologicalSorter", "CycleError"]


class CycleError(ValueError):
    pass


class _Node:
    __slots__ = ("node", "before", "after", "state")

    def __init__(self, node):
        self.node, self.before, self.after, self.state = node, 0, [], ""


class TopologicalSorter:
    __class_getitem__ = classmethod(GenericAlias)

    def __init__(self, graph=None):
        self._nodes, self._ready, self._out, self._done = {}, None, 0, 0
        if graph is not None:
            for node, before in graph.items():
                self.add(node, *before)

    def _get(self, node):
        if (found := self._nodes.get(node)) is None:
            self._nodes[node] = found = _Node(node)
        return found

    def add(self, node, *predecessors):
        if self._ready is not None:
            raise ValueError("Nodes cannot be added after a call to prepare()")
        info = self._get(node)
        info.before += len(predecessors)
        for each in predecessors:
            self._get(each).after.append(node)

    def prepare(self):
        if self._ready is not None:
            raise ValueError("cannot prepare() more than once")
        self._ready = [info.node for info in self._nodes.values() if info.before == 0]
        if cycle := self._cycle():
            raise CycleError("nodes are in a cycle", cycle)

    def get_ready(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        ready = tuple(self._ready)
        for node in ready:
            self._nodes[node].state = "out"
        self._ready.clear()
        self._out += len(ready)
        return ready

    def is_active(self):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        return self._done < self._out or bool(self._ready)

    def __bool__(self):
        return self.is_active()

    def done(self, *nodes):
        if self._ready is None:
            raise ValueError("prepare() must be called first")
        for node in nodes:
            info = self._nodes.get(node)
            if info is None:
                raise ValueError(f"node {node!r} was not added using add()")
            if info.state != "out":
                if info.state:
                    raise ValueError(f"node {node!r} was already marked done")
                raise ValueError(f"node {node!r} was not passed out (still not ready)")
            info.state = "done"
            for each in info.after:
                after = self._nodes[each]
                after.before -= 1
                if after.before == 0:
                    self._ready.append(each)
            self._done += 1

    def _cycle(self):
        stack, seen, steps, place = [], set(), [], {}
        for node in self._nodes:
            if node in seen:
                continue
            while True:
                if node in seen:
                    if node in place:
                        return stack[place[node]:] + [node]
                else:
                    seen.add(node)
                    steps.append(iter(self._nodes[node].after).__next__)
                    place[node] = len(stack)
                    stack.append(node)
                while stack:
                    try:
                        node = steps[-1]()
                        break
                    except StopIteration:
                        del place[stack.pop()]
                        steps.pop()
                else:
                    break
        return None

    def static_order(self):
        self.prepare()
        while self.is_active():
            ready = self.get_ready()
            yield from ready
            self.done(*ready)
