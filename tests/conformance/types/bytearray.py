# A bytearray is a list of bytes: it changes in place, compares with bytes and has no hash.
def show(label, call):
    try:
        print(label, "->", call())
    except Exception as error:
        print(label, "->", type(error).__name__, error)


data = bytearray(b"hello")
same = data
data += b" world"
data.append(33)
data.extend([63, 64])
data.extend(b"..")
print(same, len(same), data is same)
data[0] = 72
data[-2:] = b""
data[5:6] = b"___"
del data[5]
del data[::4]
print(data)
data.insert(0, 62)
data.insert(100, 60)
print(data, data.pop(), data.pop(0), data.pop(-2))
data.remove(101) if 101 in data else print("no e")
data.reverse()
print(data)
print(data.upper(), data.find(b"o"), data.split(b"_"), data[1:4], data[2])
copied = data.copy()
data.clear()
print(data, copied, bool(data), bool(copied))
print(bytearray(3), bytearray([1, 2]), bytearray("ü", "utf-8"), bytearray(), bytearray(b"ab") * 2, 2 * bytearray(b"ab"))
print(bytearray(b"a") == b"a", b"a" == bytearray(b"a"), bytearray(b"a") < b"b", bytearray(b"a") + b"b", b"a" + bytearray(b"b"))
print(list(bytearray(b"abc")), [hex(b) for b in bytearray(b"\x00\xff")], 98 in bytearray(b"abc"), b"bc" in bytearray(b"abc"))
data = bytearray(b"abcdef")
data[::2] = b"XYZ"
print(data)
data[1:1] = [1, 2, 3]
print(data)
data *= 2
print(data)
print(bytes(data[:3]), data.decode("latin-1"), bytearray(b"caf\xc3\xa9").decode(), int(bytearray(b"12")), float(bytearray(b"1.5")))


class Buffer(bytearray):
    pass


buffer = Buffer(b"mine")
buffer.label = "kept"
print(buffer, buffer.label, type(buffer[:2]).__name__)

data = bytearray(b"abc")
show("append 256", lambda: data.append(256))
show("append str", lambda: data.append("a"))
show("set 256", lambda: data.__setitem__(0, 256))
show("set str", lambda: data.__setitem__(0, "a"))
show("slice str", lambda: data.__setitem__(slice(0, 1), "a"))
show("slice int", lambda: data.__setitem__(slice(0, 1), 5))
show("extended", lambda: data.__setitem__(slice(0, 3, 2), b"x"))
show("extend str", lambda: data.extend("abc"))
show("extend int", lambda: data.extend(5))
show("pop empty", lambda: bytearray().pop())
show("pop far", lambda: data.pop(9))
show("remove", lambda: data.remove(1))
show("index", lambda: data[7])
show("index str", lambda: data["x"])
show("hash", lambda: hash(data))
show("concat", lambda: data + "x")
show("make", lambda: bytearray("x"))
show("make 300", lambda: bytearray([300]))
print(data, repr(iter(data)).split(" at ")[0], repr(iter(b"")).split(" at ")[0])

view = memoryview(data)
view[0] = 90
print(view[0], view[1:].tobytes(), view.tolist(), len(view), data, view.readonly, memoryview(b"x").readonly, view[::-1].tobytes())
view[1:] = b"yx"
print(data, view == b"Zyx", bytes(view), view.nbytes, view.hex(), list(view))
show("read-only", lambda: memoryview(b"abc").__setitem__(0, 1))
show("size", lambda: view.__setitem__(slice(0, 2), b"x"))
show("not a buffer", lambda: memoryview("abc"))
with memoryview(b"abc") as inner:
    print(inner[1])
show("released", lambda: inner[1])
