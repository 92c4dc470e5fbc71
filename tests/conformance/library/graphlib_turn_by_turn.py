"""A sorter that is asked again and again whether it is done."""
from graphlib import CycleError, TopologicalSorter

sorter = TopologicalSorter({"d": ["b", "c"], "b": ["a"], "c": ["a"]})
try:
    sorter.is_active()
except ValueError as error:
    print(error)
sorter.add("e")
sorter.prepare()
while sorter.is_active():
    ready = sorter.get_ready()
    print(ready, sorter.is_active(), bool(sorter), sorter.get_ready())
    sorter.done(*ready)
print(sorter.is_active(), bool(sorter), sorter.get_ready())
for action in (lambda: sorter.done("a"), lambda: sorter.done("z"), lambda: sorter.add("f"), lambda: sorter.prepare(), lambda: list(sorter.static_order())):
    try:
        print(action())
    except ValueError as error:
        print(error)
waiting = TopologicalSorter({1: [2]})
waiting.prepare()
try:
    waiting.done(1)
except ValueError as error:
    print(error)
print(TopologicalSorter().is_active if False else TopologicalSorter[int], list(TopologicalSorter({}).static_order()))
round_about = TopologicalSorter({1: [2], 2: [3], 3: [1]})
try:
    round_about.prepare()
except CycleError as error:
    print(error, error.args)
print(round_about.is_active(), round_about.get_ready())
