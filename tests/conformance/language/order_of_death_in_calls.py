# Who dies first among things that die together: a key before its value, the first entry of a dict before the second, the last
# argument of a callback before the first, the arguments of a call in the order in which they stand.
import asyncio


class Item:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


def several(*items, **named):
    print("called with", len(items), "and", len(named))


print("dict of keys")
pairs = {Item("key 1"): Item("value 1"), Item("key 2"): Item("value 2")}
del pairs
print("dict cleared")
pairs = {Item(f"key {n}"): Item(f"value {n}") for n in range(3)}
pairs.clear()
print("set")
many = {Item("only")}
del many
print("instance")
holder = Item("holder")
holder.first, holder.second = Item("first"), Item("second")
del holder
print("call")
several(Item(1), Item(2), Item(3))
several(Item(1), a=Item(2), b=Item(3))
print("built in")
max(Item(1), Item(2), key=lambda item: item.name)
print("printed", len(str((Item(1), Item(2)))) > 0)
isinstance(Item(1), (Item, int))
print("method")
[].append(Item(1))
{}.setdefault(Item("key"), Item("value"))
dict.fromkeys([Item(1), Item(2)], Item("value"))
dict(a=Item(1), b=Item(2))
sorted([Item(2), Item(1), Item(3)], key=lambda item: item.name)
list(zip([Item(1), Item(2)], [Item(3), Item(4)]))


async def child(*items):
    await asyncio.sleep(0)


async def main():
    loop = asyncio.get_running_loop()
    print("callback")
    loop.call_soon(several, Item(1), Item(2), Item(3))
    await asyncio.sleep(0)
    print("cancelled callback")
    loop.call_soon(several, Item(1), Item(2), Item(3)).cancel()
    await asyncio.sleep(0)
    print("timer")
    loop.call_later(0.1, several, Item(1), Item(2))
    await asyncio.sleep(0.2)
    print("children")
    await asyncio.gather(child(Item(1), Item(2)), child(Item(3)))
    print("thread")
    await asyncio.to_thread(several, Item(1), Item(2))
    await loop.run_in_executor(None, several, Item(3), Item(4))
    print("end of main")


asyncio.run(main())
