# pickle: several values one after another in a file, a Pickler with a memo of its own, persistent ids, a finder that refuses, copyreg.
import copyreg
import io
import os
import pickle

with open("saved.pickle", "wb") as file:
    for value in ([1, 2], {"a": 1}, "text"):
        pickle.dump(value, file)
with open("saved.pickle", "rb") as file:
    while True:
        try:
            print(pickle.load(file))
        except EOFError as error:
            print("end:", error)
            break
os.remove("saved.pickle")

buffer = io.BytesIO()
pickler = pickle.Pickler(buffer, 2)
shared = ["shared"]
pickler.dump(shared)
pickler.dump([shared, shared])
print(buffer.getvalue())
unpickler = pickle.Unpickler(io.BytesIO(buffer.getvalue()))
first, second = unpickler.load(), unpickler.load()
print(first, second, second[0] is first)
pickler.clear_memo()
pickler.dump(shared)
print(buffer.getvalue()[-20:])


class Row:
    def __init__(self, key):
        self.key = key


TABLE = {1: Row(1), 2: Row(2)}


class RowPickler(pickle.Pickler):
    def persistent_id(self, value):
        return ("Row", value.key) if isinstance(value, Row) else None


class RowUnpickler(pickle.Unpickler):
    def persistent_load(self, name):
        kind, key = name
        print("load", kind, key)
        return TABLE[key]

    def find_class(self, module, name):
        if (module, name) not in (("builtins", "range"), ("__builtin__", "xrange")):
            raise pickle.UnpicklingError(f"{module}.{name} is forbidden")
        return super().find_class(module, name)


for protocol in (1, 4):
    buffer = io.BytesIO()
    RowPickler(buffer, protocol).dump([TABLE[1], TABLE[2], range(3)])
    print(buffer.getvalue())
    buffer.seek(0)
    print([value is TABLE.get(i) or value for i, value in enumerate(RowUnpickler(buffer).load(), 1)])
try:
    RowUnpickler(io.BytesIO(pickle.dumps([print]))).load()
except pickle.UnpicklingError as error:
    print(error)


class Money:
    def __init__(self, cents):
        self.cents = cents


copyreg.pickle(Money, lambda money: (Money, (money.cents,)))
data = pickle.dumps(Money(250))
print(data, pickle.loads(data).cents)


class Own(pickle.Pickler):
    def reducer_override(self, value):
        return (int, ("7",)) if isinstance(value, Money) else NotImplemented


buffer = io.BytesIO()
Own(buffer).dump([Money(1), "other"])
print(buffer.getvalue(), pickle.loads(buffer.getvalue()))
try:
    pickle.loads(pickle.dumps(Money(3)).replace(b"Money", b"Maney"))
except AttributeError as error:
    print(error)
