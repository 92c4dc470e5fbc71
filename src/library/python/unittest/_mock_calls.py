"""What unittest.mock remembers calls as, and the values that stand for themselves: sentinels, DEFAULT, ANY."""
import pprint

__name__ = "unittest.mock"    # whose classes and functions these are


class _SentinelObject:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return "sentinel.%s" % self.name

    def __reduce__(self):
        return "sentinel.%s" % self.name


class _Sentinel:
    def __init__(self):
        self._sentinels = {}

    def __getattr__(self, name):
        if name == "__bases__":
            raise AttributeError
        return self._sentinels.setdefault(name, _SentinelObject(name))


sentinel = _Sentinel()
DEFAULT = sentinel.DEFAULT
_missing = sentinel.MISSING


class _ANY:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


ANY = _ANY()


def _shown(name, args, kwargs):
    parts = [repr(each) for each in args] + ["%s=%r" % each for each in kwargs.items()]
    return "%s(%s)" % (name, ", ".join(parts))


class _Call(tuple):
    """(name, args, kwargs); as a recorded call (args, kwargs)."""

    def __new__(cls, value=(), name="", parent=None, two=False, from_kall=True):
        args, kwargs = (), {}
        for each in value:
            if isinstance(each, str):
                name = each
            elif isinstance(each, tuple):
                args = each
            else:
                kwargs = each
        return tuple.__new__(cls, (args, kwargs) if two else (name, args, kwargs))

    def __init__(self, value=(), name=None, parent=None, two=False, from_kall=True):
        self._mock_name = name
        self._mock_parent = parent
        self._mock_from_kall = from_kall

    @staticmethod
    def _parts(value):
        name, args, kwargs = "", (), {}
        for each in value:
            if isinstance(each, str):
                name = each
            elif isinstance(each, tuple):
                args = each
            elif isinstance(each, dict):
                kwargs = each
            else:
                return None
        return name, args, kwargs

    def __eq__(self, other):
        if not isinstance(other, tuple) or len(other) > 3:
            return NotImplemented if not isinstance(other, tuple) else False
        mine, others = self._parts(self), self._parts(other)
        if others is None:
            return False
        if len(self) == 2 or len(other) < 3 and not others[0]:
            return (others[1], others[2]) == (mine[1], mine[2]) and (len(self) == 2 or not mine[0] or not others[0] or mine[0] == others[0])
        return (others[0], others[1], others[2]) == mine

    __ne__ = object.__ne__
    __hash__ = None

    def __call__(self, /, *args, **kwargs):
        return _Call(("" if self._mock_name is None else self._mock_name, args, kwargs), name="()" if self._mock_name is None
                     else self._mock_name + "()", parent=self)

    def __getattr__(self, name):
        if self._mock_name is None:
            return _Call(name=name, from_kall=False)
        return _Call(name="%s.%s" % (self._mock_name, name), parent=self, from_kall=False)

    def __getattribute__(self, name):
        if name in tuple.__dict__ and name in ("count", "index"):
            raise AttributeError
        return tuple.__getattribute__(self, name)

    @property
    def args(self):
        return self[0] if len(self) == 2 else self[1]

    @property
    def kwargs(self):
        return self[1] if len(self) == 2 else self[2]

    def call_list(self):
        found, each = [], self
        while each is not None:
            if each._mock_from_kall:
                found.append(each)
            each = each._mock_parent
        return _CallList(reversed(found))

    def __repr__(self):
        if not self._mock_from_kall:
            name = self._mock_name or "call"
            return name if name.startswith("call") else "call.%s" % name
        if len(self) == 2:
            return _shown("call", *self)
        name, args, kwargs = self
        return _shown("call" if not name else "call.%s" % name if not name.startswith("()") else "call%s" % name, args, kwargs)


call = _Call(from_kall=False)


class _CallList(list):
    def __contains__(self, value):
        if not isinstance(value, list):
            return list.__contains__(self, value)
        size = len(value)
        return any(self[at:at + size] == value for at in range(len(self) - size + 1))

    def __repr__(self):
        return _calls_text(self)


def _calls_text(calls):
    return pprint.pformat(list(calls))
