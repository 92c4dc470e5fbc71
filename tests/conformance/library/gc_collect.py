# gc: a circle of objects dies when it is collected, and not before; finalisers run then, weak references learn of it.
import asyncio
import gc
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


def circle(*names):
    nodes = [Node(name) for name in names]
    for one, other in zip(nodes, nodes[1:] + nodes[:1]):
        one.next = other
    return weakref.ref(nodes[0], lambda ref: print("weak reference told"))


gc.collect()
print(gc.isenabled(), gc.get_threshold()[1], gc.garbage)
gc.disable()
print(gc.isenabled())
gc.enable()
ref = circle("a", "b")
print("made", ref() is not None)
print(gc.collect() > 0, ref())
print(gc.collect())


async def waits(future):
    me = asyncio.current_task()
    try:
        await future
    finally:
        print("finally", me.get_name())


async def main():
    refs = [circle("c")]
    task = asyncio.create_task(waits(asyncio.get_running_loop().create_future()), name="kept")
    await asyncio.sleep(0)
    gc.collect()
    print("in the loop", refs[0](), task)
    keep = []
    keep.append(keep)
    keep.append(Node("held"))
    gc.collect()
    print(len(keep))
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    circle("d")
    del task
    await asyncio.sleep(0)
    print("end of main")


asyncio.run(main())
print("over")
gc.collect()


class Plain:
    pass


def lonely():
    one = Plain()
    one.me = one
    items = []
    items.append(items)


lonely()
print("unreachable:", gc.collect(), gc.collect())
