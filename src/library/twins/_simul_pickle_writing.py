"""Objects as bytes, by the protocols 0 to 5: the Pickler of CPython's Modules/_pickle.c.

Containers are written by generators that hand out what is inside them, so that no depth of nesting needs a deep stack.
"""
import copyreg
import struct
import sys
import types
from _codecs import encode as _encode
from _simul_pickle_names import _NOTHING, _attribute, _old_name, PicklingError

_BATCH = 1000
_FRAME_LEAST, _FRAME_TARGET = 4, 64 * 1024
_DEEPEST = 10_000


def _module_of(obj, name):
    found = getattr(obj, "__module__", None)
    if found is not None:
        return found
    for module_name, module in sys.modules.copy().items():
        if module_name in ("__main__", "__mp_main__") or module is None:
            continue
        try:
            if _attribute(module, name) is obj:
                return module_name
        except AttributeError:
            pass
    return "__main__"


class _Own(str):
    """A text that is no other object's, though it may have the same letters."""


class Pickler:
    __module__ = "_pickle"

    def __init__(self, file, protocol=None, fix_imports=True, buffer_callback=None):
        self._write_to = getattr(file, "write", None)
        if self._write_to is None:
            raise TypeError("file must have a 'write' attribute")
        self._prepare(protocol, fix_imports, buffer_callback)

    def _prepare(self, protocol, fix_imports, buffer_callback):
        if protocol is None:
            protocol = 4
        elif not isinstance(protocol, int):
            raise TypeError(f"'{type(protocol).__name__}' object cannot be interpreted as an integer")
        if protocol < 0:
            protocol = 5
        elif protocol > 5:
            raise ValueError("pickle protocol must be <= 5")
        if buffer_callback is not None and protocol < 5:
            raise ValueError("buffer_callback needs protocol >= 5")
        self._protocol, self._binary = protocol, protocol > 0
        self._old = fix_imports and protocol < 3
        re = sys.modules.get("re")
        if re is not None and re.Pattern not in copyreg.dispatch_table:
            copyreg.pickle(re.Pattern, lambda pattern: (re._compile, (pattern.pattern, pattern.flags)))
        self._known = {}        # id -> (place in the memo, the object, which so stays alive)
        self._out = bytearray()
        self._frame = -1
        self._framing = False
        self.fast = 0

    @property
    def bin(self):
        return int(self._binary)

    def clear_memo(self):
        self._known.clear()

    def dump(self, obj, /):
        if not hasattr(self, "_known"):
            raise PicklingError(f"Pickler.__init__() was not called by {type(self).__name__}.__init__()")
        self._dump(obj)
        data = bytes(self._out)
        self._out.clear()
        self._write_to(data)

    def _dump(self, obj):
        self._frame, self._framing = -1, False
        if self._protocol >= 2:
            self._out += bytes((0x80, self._protocol))
            self._framing = self._protocol >= 4
        try:
            self._save(obj)
        except BaseException:
            self._out.clear()
            raise
        self._write(b".")
        self._close_frame()
        self._framing = False

    def _write(self, data):
        if self._framing and self._frame < 0:
            self._frame = len(self._out)
            self._out += b"\0\0\0\0\0\0\0\0\0"
        self._out += data

    def _close_frame(self):
        if self._frame >= 0:
            inside = self._frame + 9
            length = len(self._out) - inside
            if length >= _FRAME_LEAST:
                self._out[self._frame:inside] = b"\x95" + length.to_bytes(8, "little")
            else:
                del self._out[self._frame:inside]
            self._frame = -1

    def _write_large(self, header, data):
        """A header and its bytes, outside of any frame where they are many."""
        if len(data) < _FRAME_TARGET:
            self._write(header + data)
            return
        self._close_frame()
        framing, self._framing = self._framing, False
        self._write(header)
        self._write(data)
        self._framing = framing

    def _remember(self, obj):
        if self.fast:
            return
        place = len(self._known)
        self._known[id(obj)] = place, obj
        if self._protocol >= 4:
            self._write(b"\x94")
        elif not self._binary:
            self._write(b"p%d\n" % place)
        elif place < 256:
            self._write(bytes((ord("q"), place)))
        else:
            self._write(b"r" + place.to_bytes(4, "little"))

    def _recall(self, place):
        if not self._binary:
            self._write(b"g%d\n" % place)
        elif place < 256:
            self._write(bytes((ord("h"), place)))
        else:
            self._write(b"j" + place.to_bytes(4, "little"))

    def _save(self, obj):
        """All of an object: what has an inside is a generator on the stack as long as it is being written."""
        stack = []
        inside = self._begin(obj)
        while True:
            if inside is None:
                if self._frame >= 0 and len(self._out) - self._frame - 9 >= _FRAME_TARGET:
                    self._close_frame()
                if not stack:
                    return
                inside = stack.pop()
            for part in inside:
                if len(stack) > _DEEPEST:
                    raise RecursionError("maximum recursion depth exceeded while pickling an object")
                stack.append(inside)
                inside = self._begin(part)
                break
            else:
                inside = None

    def _begin(self, obj):
        """Writes what has no inside and gives None, or gives the generator that writes it."""
        persistent = getattr(self, "persistent_id", None)
        if persistent is not None:
            name = persistent(obj)
            if name is not None:
                return self._persistent(name)
        kind = type(obj)
        if obj is None:
            return self._write(b"N")
        if kind is bool:
            if self._protocol >= 2:
                return self._write(b"\x88" if obj else b"\x89")
            return self._write(b"I01\n" if obj else b"I00\n")
        if kind is int:
            return self._int(obj)
        if kind is float:
            return self._write(b"G" + struct.pack(">d", obj) if self._binary else b"F" + repr(obj).encode() + b"\n")
        if kind is _Own:
            return self._own(obj)
        known = self._known.get(id(obj))
        if known is not None:
            return self._recall(known[0])
        if kind is str:
            return self._text(obj, obj)
        if kind is bytes:
            return self._bytes(obj)
        if kind is dict:
            return self._dict(obj)
        if kind is set and self._protocol >= 4:
            return self._set(obj)
        if kind is frozenset and self._protocol >= 4:
            return self._frozenset(obj)
        if kind is list:
            return self._list(obj)
        if kind is tuple:
            return self._tuple(obj)
        if kind is bytearray:
            return self._bytearray(obj)
        override = getattr(self, "reducer_override", None)
        if override is not None:
            parts = override(obj)
            if parts is not NotImplemented:
                return self._parts(obj, parts)
        if kind is type:
            for single in (None, ..., NotImplemented):
                if obj is type(single):
                    return self._reduced(None, type, (single,), to=obj)
            return self._global(obj)
        if kind is types.FunctionType:
            return self._global(obj)
        reduce = getattr(self, "dispatch_table", copyreg.dispatch_table).get(kind)
        if reduce is not None:
            return self._parts(obj, reduce(obj))
        if issubclass(kind, type):
            return self._global(obj)
        reduce = getattr(obj, "__reduce_ex__", _NOTHING)
        if reduce is not _NOTHING:
            return self._parts(obj, reduce(self._protocol))
        reduce = getattr(obj, "__reduce__", _NOTHING)
        if reduce is _NOTHING:
            raise PicklingError(f"can't pickle '{kind.__name__}' object: {obj!r}")
        return self._parts(obj, reduce())

    def _persistent(self, name):
        if self._binary:
            yield name
            self._write(b"Q")
        else:
            try:
                self._write(b"P" + str(name).encode("ascii") + b"\n")
            except UnicodeEncodeError:
                raise PicklingError("persistent IDs in protocol 0 must be ASCII strings") from None

    def _int(self, n):
        if -0x80000000 <= n <= 0x7fffffff:
            if not self._binary:
                self._write(b"I%d\n" % n)
            elif 0 <= n <= 0xff:
                self._write(bytes((ord("K"), n)))
            elif 0 <= n <= 0xffff:
                self._write(b"M" + n.to_bytes(2, "little"))
            else:
                self._write(b"J" + n.to_bytes(4, "little", signed=True))
        elif self._protocol >= 2:
            size = (n.bit_length() >> 3) + 1
            data = n.to_bytes(size, "little", signed=True)
            if n < 0 and size > 1 and data[-1] == 0xff and data[-2] & 0x80:
                data = data[:-1]
            if len(data) < 256:
                self._write(bytes((0x8a, len(data))) + data)
            else:
                self._write_large(b"\x8b" + len(data).to_bytes(4, "little"), data)
        else:
            self._write(b"L%dL\n" % n)

    def _text(self, text, obj):
        if not self._binary:
            data = bytearray(b"V")
            for letter in text:
                code = ord(letter)
                if code > 0xffff:
                    data += b"\\U%08x" % code
                elif code > 0xff or letter in "\\\0\n\r\x1a":
                    data += b"\\u%04x" % code
                else:
                    data.append(code)
            self._write(bytes(data) + b"\n")
        else:
            data = text.encode("utf-8", "surrogatepass")
            if len(data) <= 0xff and self._protocol >= 4:
                self._write(bytes((0x8c, len(data))) + data)
            else:
                self._write_large(b"X" + len(data).to_bytes(4, "little"), data)
        self._remember(obj)

    def _own(self, text):
        known = self._known.get(id(text))
        return self._text(text, text) if known is None else self._recall(known[0])

    def _bytes(self, data):
        if self._protocol < 3:
            if data:
                return self._reduced(data, _encode, (data.decode("latin-1"), "latin1"))
            return self._reduced(data, bytes, ())
        if len(data) <= 0xff:
            self._write(bytes((ord("C"), len(data))) + data)
        else:
            self._write_large(b"B" + len(data).to_bytes(4, "little"), data)
        self._remember(data)

    def _bytearray(self, data):
        if self._protocol < 5:
            return self._reduced(data, bytearray, (bytes(data),) if data else ())
        self._write_large(b"\x96" + len(data).to_bytes(8, "little"), bytes(data))
        self._remember(data)

    def _tuple(self, items):
        if not items:
            return self._write(b")" if self._binary else b"(t")
        return self._full_tuple(items)

    def _full_tuple(self, items):
        n = len(items)
        small = n <= 3 and self._protocol >= 2
        if not small:
            self._write(b"(")
        yield from items
        known = self._known.get(id(items))
        if known is not None:
            # It holds itself: what was written so far goes, and the finished one is taken.
            self._write(b"0" * n if small else b"1" if self._binary else b"0" * (n + 1))
            self._recall(known[0])
            return
        self._write(bytes((0x84 + n,)) if small else b"t")
        self._remember(items)

    def _list(self, items):
        self._write(b"]" if self._binary else b"(l")
        self._remember(items)
        if not self._binary:
            yield from self._items(iter(items))
            return
        if len(items) == 1:
            yield items[0]
            self._write(b"a")
            return
        at = 0
        while at < len(items):
            self._write(b"(")
            stop = at + _BATCH
            while at < len(items) and at < stop:
                yield items[at]
                at += 1
            self._write(b"e")

    def _items(self, items):
        if not self._binary:
            for item in items:
                yield item
                self._write(b"a")
            return
        n = _BATCH
        while n == _BATCH:
            batch = _few(items)
            if not batch:
                return
            if len(batch) == 1:
                yield batch[0]
                self._write(b"a")
                return
            self._write(b"(")
            yield batch[0]
            yield batch[1]
            n = 2
            for item in items:
                yield item
                n += 1
                if n == _BATCH:
                    break
            self._write(b"e")

    def _dict(self, pairs):
        self._write(b"}" if self._binary else b"(d")
        self._remember(pairs)
        if not self._binary:
            yield from self._pairs(iter(pairs.items()))
        elif len(pairs) == 1:
            for key, value in pairs.items():
                yield key
                yield value
                self._write(b"s")
        elif pairs:
            size, each, n = len(pairs), iter(pairs.items()), _BATCH
            while n == _BATCH:
                n = 0
                self._write(b"(")
                for key, value in each:
                    yield key
                    yield value
                    n += 1
                    if len(pairs) != size:
                        raise RuntimeError("dictionary changed size during iteration")
                    if n == _BATCH:
                        break
                self._write(b"u")

    def _pairs(self, pairs):
        if not self._binary:
            for pair in pairs:
                yield from _pair(pair)
                self._write(b"s")
            return
        n = _BATCH
        while n == _BATCH:
            batch = _few(pairs)
            if not batch:
                return
            if len(batch) == 1:
                yield from _pair(batch[0])
                self._write(b"s")
                return
            self._write(b"(")
            yield from _pair(batch[0])
            yield from _pair(batch[1])
            n = 2
            for pair in pairs:
                yield from _pair(pair)
                n += 1
                if n == _BATCH:
                    break
            self._write(b"u")

    def _set(self, items):
        self._write(b"\x8f")
        self._remember(items)
        if not items:
            return
        size, each, n = len(items), iter(items), _BATCH
        while n == _BATCH:
            n = 0
            self._write(b"(")
            for item in each:
                yield item
                n += 1
                if len(items) != size:
                    raise RuntimeError("set changed size during iteration")
                if n == _BATCH:
                    break
            self._write(b"\x90")

    def _frozenset(self, items):
        self._write(b"(")
        yield from items
        known = self._known.get(id(items))
        if known is not None:
            self._write(b"1")
            self._recall(known[0])
            return
        self._write(b"\x91")
        self._remember(items)

    def _parts(self, obj, parts):
        """What a __reduce_ex__ gave."""
        if isinstance(parts, str):
            return self._global(obj, parts)
        if not isinstance(parts, tuple):
            raise PicklingError("__reduce__ must return a string or tuple")
        if not 2 <= len(parts) <= 6:
            raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")
        return self._reduced(obj, *parts)

    def _reduced(self, obj, make, args, state=None, items=None, pairs=None, setter=None, to=None):
        if not callable(make):
            raise PicklingError("first item of the tuple returned by __reduce__ must be callable")
        if not isinstance(args, tuple):
            raise PicklingError("second item of the tuple returned by __reduce__ must be a tuple")
        for place, given in (("fourth", items), ("fifth", pairs)):
            if given is not None and not hasattr(given, "__next__"):
                raise PicklingError(f"{place} element of the tuple returned by __reduce__ must be an iterator, "
                                    f"not {type(given).__name__}")
        if setter is not None and not callable(setter):
            raise PicklingError(f"sixth element of the tuple returned by __reduce__ must be a function, not {type(setter).__name__}")
        return self._write_reduced(obj, make, args, state, items, pairs, setter, to)

    def _write_reduced(self, obj, make, args, state, items, pairs, setter, to):
        name = getattr(make, "__name__", "") if self._protocol >= 2 else ""
        if name == "__newobj_ex__":
            if len(args) != 3:
                raise PicklingError(f"length of the NEWOBJ_EX argument tuple must be exactly 3, not {len(args)}")
            cls, inner, keywords = args
            if not isinstance(cls, type):
                raise PicklingError(f"first item from NEWOBJ_EX argument tuple must be a class, not {type(cls).__name__}")
            if self._protocol >= 4:
                yield cls
                yield inner
                yield keywords
                self._write(b"\x92")
            else:
                import functools
                yield functools.partial(cls.__new__, cls, *inner, **keywords)
                yield ()
                self._write(b"R")
        elif name == "__newobj__":
            if not args:
                raise PicklingError("__newobj__ arglist is empty")
            cls = args[0]
            if not hasattr(cls, "__new__"):
                raise PicklingError("args[0] from __newobj__ args has no __new__")
            if obj is not None and cls is not obj.__class__:
                raise PicklingError("args[0] from __newobj__ args has the wrong class")
            yield cls
            yield args[1:]
            self._write(b"\x81")
        else:
            yield make
            yield args
            self._write(b"R")
        if to is not None:
            self._remember(to)
        if obj is not None:
            known = self._known.get(id(obj))
            if known is not None:
                self._write(b"0")
                self._recall(known[0])
            else:
                self._remember(obj)
        if items is not None:
            yield from self._items(items)
        if pairs is not None:
            yield from self._pairs(pairs)
        if state is not None:
            if setter is None:
                yield state
                self._write(b"b")
            else:
                yield setter
                yield obj
                yield state
                self._write(b"\x86R0")

    def _global(self, obj, name=None):
        own_name = name is None
        if own_name:
            name = getattr(obj, "__qualname__", None)
            if name is None:
                name = obj.__name__
        if "<locals>" in name.split("."):
            raise AttributeError(f"Can't get local object {name!r}")
        module_name = _module_of(obj, name)
        try:
            __import__(module_name)
            module = sys.modules[module_name]
        except (ImportError, KeyError):
            raise PicklingError(f"Can't pickle {obj!r}: import of module {module_name!r} failed") from None
        try:
            found = _attribute(module, name)
        except AttributeError:
            raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module_name} failed") from None
        if found is not obj:
            raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module_name}.{name}")
        return self._write_global(obj, module_name, name)

    def _write_global(self, obj, module_name, name):
        if self._protocol >= 2:
            code = copyreg._extension_registry.get((module_name, name))
            if code is not None:
                if code <= 0xff:
                    self._write(bytes((0x82, code)))
                elif code <= 0xffff:
                    self._write(b"\x83" + code.to_bytes(2, "little"))
                else:
                    self._write(b"\x84" + code.to_bytes(4, "little"))
                return
        if self._protocol >= 4:
            yield self._named(obj, module_name)
            yield name
            self._write(b"\x93")
        else:
            # getattr(getattr(module's name, part), part): what is met on the way is not remembered.
            name, *parts = name.split(".")
            for _ in parts:
                yield getattr
                if self._protocol < 2:
                    self._write(b"(")
            self._write_name(module_name, name)
            for part in parts:
                yield part
                self._write(b"tR" if self._protocol < 2 else b"\x86R")
        self._remember(obj)

    def _write_name(self, module_name, name):
        if self._old:
            module_name, name = _old_name(module_name, name)
        coding = "utf-8" if self._protocol >= 3 else "ascii"
        try:
            self._write(b"c" + module_name.encode(coding) + b"\n" + name.encode(coding) + b"\n")
        except UnicodeEncodeError:
            raise PicklingError(f"can't pickle global identifier '{module_name}.{name}' using pickle protocol "
                                f"{self._protocol}") from None

    def _named(self, obj, module_name):
        """The module's name as a function of C holds it: a text of the module's own, which no class has but ExceptionGroup."""
        if obj is ExceptionGroup:
            return _group_name
        if type(obj) is not types.BuiltinFunctionType:
            return module_name
        if module_name not in _own_names:
            _own_names[module_name] = _Own(module_name)
        return _own_names[module_name]

    @property
    def memo(self):
        return PicklerMemoProxy(self)

    @memo.setter
    def memo(self, value):
        self._known = value.copy()


class PicklerMemoProxy:
    """A look at the memo, which is changed with it."""
    __module__ = "_pickle"

    def __init__(self, pickler):
        self._pickler = pickler

    def copy(self):
        return self._pickler._known.copy()

    def clear(self):
        self._pickler.clear_memo()


_own_names = {}
_group_name = _Own("builtins")


def _few(items):
    found = []
    for item in items:
        found.append(item)
        if len(found) == 2:
            break
    return found


def _pair(pair):
    if not isinstance(pair, tuple) or len(pair) != 2:
        raise TypeError("dict items iterator must return 2-tuples")
    return pair
