"""Bytes as objects: the Unpickler of CPython's Modules/_pickle.c."""
import copyreg
import struct
import sys
from _simul_pickle_names import _NOTHING, _attribute, _young_name, UnpicklingError


def _truncated():
    return UnpicklingError("pickle data was truncated")


class UnpicklerMemoProxy:
    """A look at the memo, which is changed with it."""
    __module__ = "_pickle"

    def __init__(self, unpickler):
        self._unpickler = unpickler

    def copy(self):
        return self._unpickler._memo.copy()

    def clear(self):
        self._unpickler._memo.clear()


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
        self._protocol = 0

    memo = property(lambda self: UnpicklerMemoProxy(self), lambda self, value: setattr(self, "_memo", value.copy()))

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
