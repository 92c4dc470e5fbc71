# html, shlex, graphlib, sched, errno: what scenarios take from them.
import errno
import graphlib
import html
import sched
import shlex
import time

print(html.escape("<a href='x'>\"&\"</a>"), html.escape("'\"", quote=False))
print(html.unescape("&lt;b&gt; &amp;amp; &quot;&#39;&#x27; &eacute;&euro;&nbsp;&#8212;&#128512; & x &"), repr(html.unescape("&#0;&#x80;&#1;")))

print(shlex.split("run 'a b' \"c \\\" d\" e\\ f '' g#h"), shlex.split("a # b", comments=True), shlex.split("  "))
print(shlex.quote("it's"), shlex.quote("plain-1"), shlex.quote(""), shlex.join(["echo", "a b", "$x"]))
for bad in ("'a", "a\\", '"\\'):
    try:
        shlex.split(bad)
    except ValueError as error:
        print(error)

sorter = graphlib.TopologicalSorter({"D": {"B", "C"} & {"B"}, "B": ["A"], "C": ["A"]})
sorter.add("E", "D", "C")
sorter.prepare()
while sorter:
    ready = sorter.get_ready()
    print(ready)
    for node in ready:
        sorter.done(node)
print(list(graphlib.TopologicalSorter({3: [2], 2: [1]}).static_order()))
try:
    graphlib.TopologicalSorter({1: [2], 2: [3], 3: [1]}).prepare()
except graphlib.CycleError as error:
    print(repr(error), isinstance(error, ValueError))
for act in (lambda: sorter.done("X"), lambda: sorter.done("A"), lambda: sorter.add("Z"), lambda: sorter.prepare(),
            lambda: graphlib.TopologicalSorter().get_ready()):
    try:
        act()
    except ValueError as error:
        print(error)

plan = sched.scheduler(time.monotonic, time.sleep)
plan.enter(2, 1, print, ("second",), {"end": "!\n"})
plan.enter(1, 2, print, ("first, later",))
plan.enter(1, 1, print, ("first",))
gone = plan.enter(3, 1, print, ("never",))
print(len(plan.queue), plan.queue[0].priority, plan.empty())
plan.cancel(gone)
print(plan.run(blocking=False))
plan.run()
print(time.monotonic(), plan.empty())
print(errno.ENOENT, errno.errorcode[111], errno.EAGAIN == errno.EWOULDBLOCK, OSError(errno.EEXIST, "x"))
