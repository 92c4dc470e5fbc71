"""pickle: its opcodes, the memo of a Pickler, and an Unpickler that is careful about what it finds."""
import io
import pickle

print(pickle.DEFAULT_PROTOCOL, pickle.HIGHEST_PROTOCOL, pickle.TRUE, pickle.FALSE)
print(pickle.PROTO, pickle.STOP, pickle.MARK, pickle.POP, pickle.POP_MARK, pickle.DUP, pickle.FRAME, pickle.MEMOIZE)
print(pickle.NONE, pickle.NEWTRUE, pickle.NEWFALSE, pickle.INT, pickle.BININT, pickle.BININT1, pickle.BININT2, pickle.LONG, pickle.LONG1, pickle.LONG4, pickle.FLOAT, pickle.BINFLOAT)
print(pickle.STRING, pickle.BINSTRING, pickle.SHORT_BINSTRING, pickle.UNICODE, pickle.BINUNICODE, pickle.SHORT_BINUNICODE, pickle.BINUNICODE8)
print(pickle.BINBYTES, pickle.SHORT_BINBYTES, pickle.BINBYTES8, pickle.BYTEARRAY8, pickle.NEXT_BUFFER, pickle.READONLY_BUFFER)
print(pickle.EMPTY_LIST, pickle.APPEND, pickle.APPENDS, pickle.LIST, pickle.EMPTY_TUPLE, pickle.TUPLE, pickle.TUPLE1, pickle.TUPLE2, pickle.TUPLE3)
print(pickle.EMPTY_DICT, pickle.DICT, pickle.SETITEM, pickle.SETITEMS, pickle.EMPTY_SET, pickle.ADDITEMS, pickle.FROZENSET)
print(pickle.GLOBAL, pickle.STACK_GLOBAL, pickle.REDUCE, pickle.BUILD, pickle.INST, pickle.OBJ, pickle.NEWOBJ, pickle.NEWOBJ_EX)
print(pickle.GET, pickle.BINGET, pickle.LONG_BINGET, pickle.PUT, pickle.BINPUT, pickle.LONG_BINPUT, pickle.PERSID, pickle.BINPERSID, pickle.EXT1, pickle.EXT2, pickle.EXT4)
print([pickle.loads(pickle.PROTO + b"\x02" + part + pickle.STOP) for part in (
    pickle.NONE, pickle.BININT1 + b"\x07", pickle.MARK + pickle.NEWTRUE + pickle.NEWFALSE + pickle.LIST, pickle.BININT1 + b"\x05" + pickle.DUP + pickle.TUPLE2,
    pickle.INT + b"12\n", pickle.TRUE, pickle.FLOAT + b"1.5\n", pickle.MARK + pickle.NONE + pickle.POP_MARK + pickle.EMPTY_DICT)])


class Careful(pickle.Unpickler):
    def find_class(self, module, name):
        if (module, name) != ("builtins", "range"):
            raise pickle.UnpicklingError(f"{module}.{name} is not wanted")
        return super().find_class(module, name)


for value in (range(3), print, [range(1, 5, 2)]):
    try:
        print(Careful(io.BytesIO(pickle.dumps(value))).load())
    except pickle.UnpicklingError as error:
        print("refused:", error)
plain = pickle.Unpickler(io.BytesIO(b""))
print(plain.find_class("builtins", "len"), plain.find_class("collections", "OrderedDict"), plain.memo.copy())
for name in ("nothing", "int.nothing"):
    try:
        plain.find_class("builtins", name)
    except Exception as error:
        print(type(error).__name__, error)

# What a Pickler remembers of the objects before, in the next pickle.
out = io.BytesIO()
pickler = pickle.Pickler(out)
shared = ["shared"]
pickler.dump(shared)
first = out.tell()
pickler.dump(shared)
print(first, out.tell() - first, len(pickler.memo.copy()))
back = pickle.Unpickler(io.BytesIO(out.getvalue()))
one, two = back.load(), back.load()
print(one, two, one is two, sorted(back.memo.copy().items()))
pickler.memo.clear()
pickler.dump(shared)
pickler.clear_memo()
print(out.tell(), len(pickler.memo.copy()))
for data in (b"", b".", b"\x80\x09.", b"K", b"(.", b"0.", b"h\x05.", b"\xff", b"I12x\n.", b"X\x05\0\0\0ab", b"q\0."):
    try:
        print(pickle.loads(data))
    except Exception as error:
        print(data, type(error).__name__, error)
