# Who dies with a container: lists and tuples let go of their last item first, dicts of their first.
class Item:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("gone:", self.name)


def show(title, container):
    print(title)
    del container


show("list", [Item(1), Item(2), Item(3)])
show("tuple", (Item(1), Item(2), Item(3)))
show("dict", {1: Item(1), 2: Item(2)})
show("nested", [Item(1), [Item(2), Item(3)], (Item(4), Item(5))])
items = [Item(n) for n in range(5)]
print("slice")
del items[1:3]
print("clear")
items.clear()
items = [Item("a"), Item("b")]
print("assigned")
items[:] = [Item("c")]
print("popped")
items.pop()
print("end")
