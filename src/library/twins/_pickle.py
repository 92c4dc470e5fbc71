"""CPython's Modules/_pickle.c: objects as bytes, by the protocols 0 to 5, and back.

Containers are written by generators that hand out what is inside them, so that no depth of nesting needs a deep stack.
"""
import copyreg
import struct
import sys
import types
from _codecs import encode as _encode

_BATCH = 1000
_FRAME_LEAST, _FRAME_TARGET = 4, 64 * 1024
_DEEPEST = 10_000

# Names that Python 2 had elsewhere: the protocols below 3 are meant for it.
_OLD_MODULES = {"builtins": "__builtin__", "copyreg": "copy_reg", "queue": "Queue", "reprlib": "repr", "_thread": "thread",
                "urllib.parse": "urlparse", "collections.abc": "_abcoll", "_functools": "functools", "_pickle": "pickle"}
_OLD_NAMES = {("builtins", "range"): ("__builtin__", "xrange"), ("functools", "reduce"): ("__builtin__", "reduce"),
              ("_functools", "reduce"): ("__builtin__", "reduce"), ("sys", "intern"): ("__builtin__", "intern"),
              ("builtins", "chr"): ("__builtin__", "unichr"), ("builtins", "str"): ("__builtin__", "unicode"),
              ("builtins", "int"): ("__builtin__", "long"), ("builtins", "zip"): ("itertools", "izip"),
              ("builtins", "map"): ("itertools", "imap"), ("builtins", "filter"): ("itertools", "ifilter"),
              ("itertools", "filterfalse"): ("itertools", "ifilterfalse"), ("itertools", "zip_longest"): ("itertools", "izip_longest"),
              ("collections", "UserDict"): ("UserDict", "IterableUserDict"), ("collections", "UserList"): ("UserList", "UserList"),
              ("collections", "UserString"): ("UserString", "UserString")}
_YOUNG_ERRORS = {"ModuleNotFoundError": "ImportError"} | dict.fromkeys("""BrokenPipeError ChildProcessError ConnectionAbortedError
    ConnectionError ConnectionRefusedError ConnectionResetError FileExistsError FileNotFoundError InterruptedError IsADirectoryError
    NotADirectoryError PermissionError ProcessLookupError TimeoutError""".split(), "OSError")
_NO_OLD_NAME = ("StopAsyncIteration", "RecursionError", "BlockingIOError", "ResourceWarning", "EncodingWarning",
                "PythonFinalizationError", "ExceptionGroup", "BaseExceptionGroup")


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


def _old_name(module, name):
    if (module, name) in _OLD_NAMES:
        return _OLD_NAMES[module, name]
    if module == "builtins" and name not in _NO_OLD_NAME:
        import builtins
        kind = getattr(builtins, name, None)
        if isinstance(kind, type) and issubclass(kind, BaseException):
            return "exceptions", _YOUNG_ERRORS.get(name, name)
    return _OLD_MODULES.get(module, module), name


def _young_name(module, name):
    if module == "exceptions":
        return "builtins", name
    for (young_module, young), old in _OLD_NAMES.items():
        if old == (module, name) and young_module[0] != "_":
            return young_module, young
    for young_module, old in _OLD_MODULES.items():
        if old == module and (young_module[0] != "_" or young_module == "_thread"):
            return young_module, name
    return module, name


def _attribute(module, dotted):
    for part in dotted.split("."):
        module = getattr(module, part)
    return module


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
        return dict(self._known)

    @memo.setter
    def memo(self, value):
        self._known = dict(value)


_NOTHING = object()
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


def _truncated():
    return UnpicklingError("pickle data was truncated")


class Unpickler:
    __module__ = "_pickle"

    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
        if not hasattr(file, "read") or not hasattr(file, "readline"):
            raise TypeError("file must have 'read' and 'readline' attributes")
        self._file = file
        self._prepare(fix_imports, encoding, errors)

    def _prepare(self, fix_imports, encoding, errors):
        self._old, self._encoding, self._errors = fix_imports, encoding, errors
        self._memo = {}

    memo = property(lambda self: dict(self._memo), lambda self, value: setattr(self, "_memo", dict(value)))

    def find_class(self, module, name, /):
        if self._protocol < 3 and self._old:
            module, name = _young_name(module, name)
        __import__(module)
        module = sys.modules[module]
        if self._protocol < 4:
            return _get(module, name)
        for part in name.split("."):
            if part == "<locals>":
                raise AttributeError(f"Can't get local attribute {name!r} on {module!r}")
        try:
            return _attribute(module, name)
        except AttributeError:
            raise AttributeError(f"Can't get attribute {name!r} on {module!r}") from None

    def load(self):
        if not hasattr(self, "_memo"):
            raise UnpicklingError(f"Unpickler.__init__() was not called by {type(self).__name__}.__init__()")
        self._stack, self._marks, self._protocol = [], [], 0
        while True:
            code = self._file.read(1)
            if not isinstance(code, (bytes, bytearray)):
                raise TypeError(f"a bytes-like object is required, not '{type(code).__name__}'")
            if not code:
                raise EOFError("Ran out of input")
            if code == b".":
                return self._pop()
            action = _ACTIONS.get(code[0])
            if action is None:
                letter = chr(code[0]) if 0x20 <= code[0] <= 0x7e and code not in b"'\\" else f"\\x{code[0]:02x}"
                raise UnpicklingError(f"invalid load key, '{letter}'.")
            action(self)

    def _read(self, size):
        data = self._file.read(size)
        if len(data) < size:
            raise _truncated()
        return bytes(data)

    def _number(self, size, signed=False):
        return int.from_bytes(self._read(size), "little", signed=signed)

    def _line(self):
        line = self._file.readline()
        if not line.endswith(b"\n"):
            raise _truncated()
        return bytes(line[:-1])

    def _underflow(self):
        return UnpicklingError("unexpected MARK found" if self._marks else "unpickling stack underflow")

    def _pop(self):
        if not self._stack:
            raise self._underflow()
        return self._stack.pop()

    def _top(self):
        if not self._stack:
            raise self._underflow()
        return self._stack[-1]

    def _push(self, value):
        self._stack.append(value)

    def _mark(self):
        self._marks.append(self._stack)
        self._stack = []

    def _marked(self):
        """What lies above the last mark."""
        if not self._marks:
            raise UnpicklingError("could not find MARK")
        items, self._stack = self._stack, self._marks.pop()
        return items

    def _proto(self):
        number = self._read(1)[0]
        if number > 5:
            raise ValueError(f"unsupported pickle protocol: {number}")
        self._protocol = number

    def _frame(self):
        size = self._number(8)
        if isinstance(self._file, _Memory) and size > self._file.left():
            raise _truncated()

    def _persistent(self, name):
        load = getattr(self, "persistent_load", None)
        if load is None:
            raise UnpicklingError("A load persistent id instruction was encountered, but no persistent_load function was specified.")
        self._push(load(name))

    def _int_line(self):
        line = self._line()
        if line == b"01" or line == b"00":
            self._push(line == b"01")
            return
        try:
            self._push(int(line))
        except ValueError:
            raise ValueError("could not convert string to int") from None

    def _long_line(self):
        line = self._line()
        self._push(int(line[:-1] if line.endswith(b"L") else line))

    def _float_line(self):
        line = self._line()
        try:
            self._push(float(line))
        except ValueError:
            raise ValueError("could not convert string to float") from None

    def _old_text(self, data):
        self._push(data if self._encoding == "bytes" else data.decode(self._encoding, self._errors))

    def _string_line(self):
        line = self._line().rstrip()
        if len(line) < 2 or line[:1] != line[-1:] or line[0] not in b"\"'":
            raise UnpicklingError("the STRING opcode argument must be quoted")
        self._old_text(_unescape(line[1:-1]))

    def _unicode_line(self):
        parts = self._line().decode("latin-1").split("\\")
        text = parts[0]
        for part in parts[1:]:
            size = {"u": 4, "U": 8}.get(part[:1])
            text += "\\" + part if size is None else chr(int(part[1:1 + size], 16)) + part[1 + size:]
        self._push(text)

    def _utf8(self, size):
        return str(self._read(size), "utf-8", "surrogatepass")

    def _list_of(self, make):
        items = self._marked()
        self._push(make(items))

    def _small_tuple(self, n):
        if len(self._stack) < n:
            raise self._underflow()
        items = tuple(self._stack[-n:])
        del self._stack[-n:]
        self._push(items)

    def _append(self):
        value = self._pop()
        target = self._top()
        if type(target) is list:
            target.append(value)
        else:
            self._extend(target, (value,))

    def _extend(self, target, values):
        if type(target) is list:
            target.extend(values)
            return
        extend = getattr(target, "extend", None)
        if extend is not None:
            extend(list(values))
            return
        append = target.append
        for value in values:
            append(value)

    def _appends(self):
        items = self._marked()
        self._extend(self._top(), items)

    def _set_items(self, items):
        target = self._top()
        if len(items) % 2:
            raise UnpicklingError("odd number of items for SETITEMS")
        for i in range(0, len(items), 2):
            target[items[i]] = items[i + 1]

    def _set_item(self):
        value = self._pop()
        key = self._pop()
        self._top()[key] = value

    def _add_items(self):
        items = self._marked()
        target = self._top()
        if type(target) is set:
            target.update(items)
        else:
            add = target.add
            for item in items:
                add(item)

    def _reduce(self):
        args = self._pop()
        make = self._pop()
        if not isinstance(args, tuple):
            raise TypeError("argument list must be a tuple")
        self._push(make(*args))

    def _new(self, keywords):
        named = self._pop() if keywords else {}
        args = self._pop()
        cls = self._pop()
        name = "NEWOBJ_EX" if keywords else "NEWOBJ"
        if not isinstance(cls, type):
            raise UnpicklingError(f"{name} class argument must be a type, not {type(cls).__name__}")
        if not isinstance(args, tuple):
            raise UnpicklingError(f"{name} args argument must be a tuple, not {type(args).__name__}")
        if not isinstance(named, dict):
            raise UnpicklingError(f"{name} kwargs argument must be a dict, not {type(named).__name__}")
        self._push(cls.__new__(cls, *args, **named))

    def _build(self):
        state = self._pop()
        target = self._top()
        setstate = getattr(target, "__setstate__", _NOTHING)
        if setstate is not _NOTHING:
            setstate(state)
            return
        slots = None
        if isinstance(state, tuple) and len(state) == 2:
            state, slots = state
        if state is not None:
            if not isinstance(state, dict):
                raise UnpicklingError("state is not a dictionary")
            if isinstance(target, BaseException):
                for key, value in state.items():
                    setattr(target, key, value)
            else:
                own = target.__dict__
                for key, value in state.items():
                    own[sys.intern(key) if type(key) is str else key] = value
        if slots is not None:
            if not isinstance(slots, dict):
                raise UnpicklingError("slot state is not a dictionary")
            for key, value in slots.items():
                setattr(target, key, value)

    def _global(self):
        module = self._line().decode("utf-8")
        self._push(self.find_class(module, self._line().decode("utf-8")))

    def _stack_global(self):
        name = self._pop()
        module = self._pop()
        if type(name) is not str or type(module) is not str:
            raise UnpicklingError("STACK_GLOBAL requires str")
        self._push(self.find_class(module, name))

    def _extension(self, size):
        code = self._number(size)
        if code <= 0:
            raise UnpicklingError("EXT specifies code <= 0")
        known = copyreg._inverted_registry.get(code)
        if known is None:
            raise ValueError(f"unregistered extension code {code}")
        self._push(self.find_class(*known))

    def _instance(self, cls, args):
        self._push(cls(*args) if args or not isinstance(cls, type) or hasattr(cls, "__getinitargs__") else cls.__new__(cls))

    def _inst(self):
        module = self._line().decode()
        cls = self.find_class(module, self._line().decode())
        self._instance(cls, self._marked())

    def _obj(self):
        cls, *args = self._marked()
        self._instance(cls, args)

    def _get(self, place):
        if place not in self._memo:
            raise UnpicklingError(f"Memo value not found at index {place}")
        self._push(self._memo[place])

    def _get_line(self):
        line = self._line()
        try:
            place = int(line)
        except ValueError:
            raise ValueError(f"invalid literal for int() with base 10: {(line + bytes((10,))).decode()!r}") from None
        self._get(place)

    def _put(self, place):
        self._memo[place] = self._top()

    def _pop_one(self):
        if self._stack:
            self._stack.pop()
        elif self._marks:
            self._stack = self._marks.pop()
        else:
            raise self._underflow()


def _get(module, name):
    try:
        return getattr(module, name)
    except AttributeError:
        raise AttributeError(f"Can't get attribute {name!r} on {module!r}") from None


def _unescape(data):
    return eval(b"b'" + data.replace(b"'", b"\\'") + b"'") if b"\\" in data else data


_ACTIONS = {
    "(": Unpickler._mark, "0": Unpickler._pop_one, "1": lambda u: u._marked() and None, "2": lambda u: u._push(u._top()),
    "F": Unpickler._float_line, "I": Unpickler._int_line, "J": lambda u: u._push(u._number(4, True)),
    "K": lambda u: u._push(u._read(1)[0]), "L": Unpickler._long_line, "M": lambda u: u._push(u._number(2)),
    "N": lambda u: u._push(None), "P": lambda u: u._persistent(u._line().decode("ascii")), "Q": lambda u: u._persistent(u._pop()),
    "R": Unpickler._reduce, "S": Unpickler._string_line, "T": lambda u: u._old_text(u._read(u._number(4, True))),
    "U": lambda u: u._old_text(u._read(u._read(1)[0])), "V": Unpickler._unicode_line, "X": lambda u: u._push(u._utf8(u._number(4))),
    "a": Unpickler._append, "b": Unpickler._build, "c": Unpickler._global, "}": lambda u: u._push({}), "e": Unpickler._appends,
    "d": lambda u: u._list_of(lambda items: dict(zip(items[::2], items[1::2]))), "g": Unpickler._get_line,
    "h": lambda u: u._get(u._read(1)[0]), "i": Unpickler._inst, "j": lambda u: u._get(u._number(4)),
    "l": lambda u: u._list_of(list), "]": lambda u: u._push([]), "o": Unpickler._obj, "p": lambda u: u._put(int(u._line())),
    "q": lambda u: u._put(u._read(1)[0]), "r": lambda u: u._put(u._number(4)), "s": Unpickler._set_item,
    "t": lambda u: u._list_of(tuple), ")": lambda u: u._push(()), "u": lambda u: u._set_items(u._marked()),
    "G": lambda u: u._push(struct.unpack(">d", u._read(8))[0]), "B": lambda u: u._push(u._read(u._number(4))),
    "C": lambda u: u._push(u._read(u._read(1)[0])), "\x80": Unpickler._proto, "\x81": lambda u: u._new(False),
    "\x82": lambda u: u._extension(1), "\x83": lambda u: u._extension(2), "\x84": lambda u: u._extension(4),
    "\x85": lambda u: u._small_tuple(1), "\x86": lambda u: u._small_tuple(2), "\x87": lambda u: u._small_tuple(3),
    "\x88": lambda u: u._push(True), "\x89": lambda u: u._push(False), "\x8a": lambda u: u._push(u._number(u._read(1)[0], True)),
    "\x8b": lambda u: u._push(u._number(u._number(4), True)), "\x8c": lambda u: u._push(u._utf8(u._read(1)[0])),
    "\x8d": lambda u: u._push(u._utf8(u._number(8))), "\x8e": lambda u: u._push(u._read(u._number(8))),
    "\x8f": lambda u: u._push(set()), "\x90": Unpickler._add_items, "\x91": lambda u: u._list_of(frozenset),
    "\x92": lambda u: u._new(True), "\x93": Unpickler._stack_global, "\x94": lambda u: u._put(len(u._memo)),
    "\x95": Unpickler._frame, "\x96": lambda u: u._push(bytearray(u._read(u._number(8))))}
_ACTIONS = {ord(letter): action for letter, action in _ACTIONS.items()}


class _Memory:
    """Bytes as a file."""

    def __init__(self, data):
        self._data, self._at = data, 0

    def left(self):
        return len(self._data) - self._at

    def read(self, size):
        data = self._data[self._at:self._at + size]
        self._at += len(data)
        return data

    def readline(self):
        end = self._data.find(b"\n", self._at)
        return self.read(len(self._data) if end < 0 else end + 1 - self._at)


def dumps(obj=_NOTHING, protocol=None, *, fix_imports=True, buffer_callback=None):
    if obj is _NOTHING:
        raise TypeError("dumps() missing required argument 'obj' (pos 1)")
    pickler = Pickler.__new__(Pickler)
    pickler._prepare(protocol, fix_imports, buffer_callback)
    pickler._dump(obj)
    return bytes(pickler._out)


def dump(obj=_NOTHING, file=_NOTHING, protocol=None, *, fix_imports=True, buffer_callback=None):
    for place, name, given in ((1, "obj", obj), (2, "file", file)):
        if given is _NOTHING:
            raise TypeError(f"dump() missing required argument '{name}' (pos {place})")
    Pickler(file, protocol, fix_imports, buffer_callback).dump(obj)


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    if not isinstance(data, (bytes, bytearray, memoryview)):
        raise TypeError(f"a bytes-like object is required, not '{type(data).__name__}'")
    unpickler = Unpickler.__new__(Unpickler)
    unpickler._prepare(fix_imports, encoding, errors)
    unpickler._file = _Memory(bytes(data))
    return unpickler.load()


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=()):
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors).load()
