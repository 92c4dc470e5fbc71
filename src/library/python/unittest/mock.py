"""Objects that take every call and remember it. Mirrors CPython's Lib/unittest/mock.py in what tests use: Mock, MagicMock, AsyncMock,
patch, call, ANY, sentinel, PropertyMock, mock_open, create_autospec of functions by their signature."""
import contextlib
import functools
import importlib
import inspect
import pprint
import types

__all__ = ["Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "create_autospec", "AsyncMock", "FILTER_DIR",
           "NonCallableMock", "NonCallableMagicMock", "mock_open", "PropertyMock", "seal"]
FILTER_DIR = True


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


class InvalidSpecError(Exception):
    pass


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


_OWN = frozenset("""return_value side_effect called call_count call_args call_args_list mock_calls method_calls await_count await_args
    await_args_list""".split())
_MAGICS = {"__lt__": NotImplemented, "__gt__": NotImplemented, "__le__": NotImplemented, "__ge__": NotImplemented, "__int__": 1,
           "__contains__": False, "__len__": 0, "__exit__": False, "__complex__": 1j, "__float__": 1.0, "__bool__": True, "__index__": 1}
_MADE = """__getitem__ __setitem__ __delitem__ __enter__ __add__ __sub__ __mul__ __matmul__ __truediv__ __floordiv__ __mod__ __lshift__
    __rshift__ __and__ __xor__ __or__ __pow__ __divmod__ __neg__ __pos__ __invert__ __abs__ __iadd__ __isub__ __imul__ __itruediv__
    __call__ __reversed__ __missing__ __fspath__ __round__ __trunc__ __floor__ __ceil__""".split()
_ALL_MAGICS = frozenset([*_MAGICS, *_MADE, "__iter__", "__aiter__", "__aenter__", "__aexit__", "__anext__", "__str__", "__hash__", "__eq__",
                         "__ne__", "__sizeof__"])


def _is_async(thing):
    thing = getattr(thing, "func", thing) if isinstance(thing, functools.partial) else thing
    if isinstance(thing, NonCallableMock):
        return isinstance(thing, AsyncMock)
    return inspect.iscoroutinefunction(thing) or inspect.iscoroutinefunction(getattr(type(thing), "__call__", None))


def _signature_of(spec):
    try:
        return inspect.signature(spec)
    except (TypeError, ValueError):
        return None


class NonCallableMock:
    _mock_magic = False
    _mock_async = False

    def __new__(cls, /, *args, **kwargs):
        # A class of its own, so that magic methods can be set on it.
        return object.__new__(type(cls.__name__, (cls,), {"__doc__": cls.__doc__}))

    def __init__(self, spec=None, wraps=None, name=None, spec_set=None, parent=None, _spec_state=None, _new_name="", _new_parent=None,
                 _spec_as_instance=False, _eat_self=None, unsafe=False, **kwargs):
        space = self.__dict__
        strict = spec_set is not None
        spec = spec_set if strict else spec
        space["_mock_children"] = {}
        space["_mock_wraps"] = wraps
        space["_mock_name"] = name
        space["_mock_parent"] = parent
        space["_mock_new_name"] = _new_name
        space["_mock_new_parent"] = _new_parent if _new_parent is not None else parent
        space["_mock_sealed"] = False
        space["_mock_unsafe"] = unsafe
        space["_mock_return"] = DEFAULT
        space["_mock_side"] = None
        space["_mock_delegate"] = None
        space["_spec_set"] = strict
        space["_spec_class"] = spec if isinstance(spec, type) else type(spec) if spec is not None and not _names(spec) else None
        space["_spec_names"] = list(spec) if _names(spec) else dir(spec) if spec is not None else None
        space["_spec_async"] = [] if spec is None or _names(spec) else [each for each in dir(spec) if _is_async(
            inspect.getattr_static(spec, each, None) if hasattr(inspect, "getattr_static") else getattr(spec, each, None))]
        space["_spec_call"] = None
        self.reset_mock()
        if self._mock_magic:
            self._set_up_magics()
        if kwargs:
            self.configure_mock(**kwargs)

    # what the mock remembers
    def reset_mock(self, visited=None, *, return_value=False, side_effect=False):
        space = self.__dict__
        space.update(called=False, call_count=0, call_args=None, call_args_list=_CallList(), mock_calls=_CallList(),
                     method_calls=_CallList(), await_count=0, await_args=None, await_args_list=_CallList())
        if return_value:
            space["_mock_return"] = DEFAULT
        if side_effect:
            space["_mock_side"] = None
        for child in list(space["_mock_children"].values()):
            if isinstance(child, NonCallableMock):
                child.reset_mock(return_value=return_value, side_effect=side_effect)
        made = space["_mock_return"]
        if isinstance(made, NonCallableMock) and made is not self:
            made.reset_mock()

    def configure_mock(self, /, **kwargs):
        for path, value in sorted(kwargs.items(), key=lambda each: each[0].count(".")):
            *parents, last = path.split(".")
            target = self
            for each in parents:
                target = getattr(target, each)
            setattr(target, last, value)

    def attach_mock(self, mock, attribute):
        mock.__dict__.update(_mock_parent=None, _mock_new_parent=None, _mock_name="", _mock_new_name=None)
        setattr(self, attribute, mock)

    def mock_add_spec(self, spec, spec_set=False):
        self.__dict__.update(_spec_set=spec_set, _spec_names=list(spec) if _names(spec) else dir(spec),
                             _spec_class=None if _names(spec) else spec if isinstance(spec, type) else type(spec))

    @property
    def __class__(self):
        return self.__dict__.get("_spec_class") or type(self)

    @property
    def return_value(self):
        made = self.__dict__["_mock_return"]
        if made is DEFAULT and self.__dict__["_mock_wraps"] is None:
            made = self._get_child_mock(_new_parent=self, _new_name="()")
            self.__dict__["_mock_return"] = made
        return made

    @return_value.setter
    def return_value(self, value):
        self.__dict__["_mock_return"] = value
        _adopt(self, value, None, "()")

    @property
    def side_effect(self):
        return self.__dict__["_mock_side"]

    @side_effect.setter
    def side_effect(self, value):
        failing = isinstance(value, BaseException) or isinstance(value, type) and issubclass(value, BaseException)
        if value is not None and not callable(value) and not failing:
            value = iter(value)
        self.__dict__["_mock_side"] = value

    def _get_child_mock(self, /, **kwargs):
        if self.__dict__.get("_mock_sealed"):
            name = kwargs.get("_new_name") or kwargs.get("name")
            raise AttributeError(f"{self._extract_mock_name()}.{name}" if name != "()" else self._extract_mock_name() + "()")
        new_name = kwargs.get("_new_name")
        if new_name in self.__dict__["_spec_async"]:
            return AsyncMock(**kwargs)
        cls = type(self).__mro__[1]
        if issubclass(cls, AsyncMock):
            if new_name in _ALL_MAGICS and new_name not in _ASYNC_MAGICS or (
                    self.__dict__["_spec_names"] and new_name in self.__dict__["_spec_names"]):
                return MagicMock(**kwargs)
            return AsyncMock(**kwargs)
        if not issubclass(cls, CallableMixin):
            cls = MagicMock if issubclass(cls, NonCallableMagicMock) else Mock
        elif cls is PropertyMock:
            cls = MagicMock
        return cls(**kwargs)

    def __getattr__(self, name):
        space = self.__dict__
        if name in ("_mock_children", "_mock_methods") or "_mock_children" not in space:
            raise AttributeError(name)
        names = space["_spec_names"]
        if names is not None and name not in names or names is None and name in _ALL_MAGICS | {"__fspath__"}:
            if name.startswith("__") and names is None:
                raise AttributeError(name)
            raise AttributeError("Mock object has no attribute %r" % name)
        if name.startswith("__") and name.endswith("__"):
            raise AttributeError(name)
        if not space["_mock_unsafe"] and (names is None or name not in names) and (
                name.startswith(("assert", "assret", "asert", "aseert", "assrt")) or name in _WRONG_ASSERTS):
            raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be an attribute.")
        found = space["_mock_children"].get(name)
        if found is _missing:
            raise AttributeError(name)
        if found is None:
            wraps = space["_mock_wraps"]
            found = self._get_child_mock(parent=self, name=name, _new_name=name, _new_parent=self,
                                         wraps=getattr(wraps, name) if wraps is not None else None)
            space["_mock_children"][name] = found
        return found

    def __setattr__(self, name, value):
        if name in ("return_value", "side_effect"):
            object.__setattr__(self, name, value)
            return
        space = self.__dict__
        if name in _OWN or name.startswith("_mock_"):
            space[name] = value
            return
        if space["_spec_set"] and name not in space["_spec_names"] and name not in space:
            raise AttributeError("Mock object has no attribute '%s'" % name)
        if name in _ALL_MAGICS:
            if isinstance(value, NonCallableMock):
                _adopt(self, value, name, name)
                space["_mock_children"][name] = value
                setattr(type(self), name, _magic_caller(name))
            else:
                space["_mock_children"][name] = value
                setattr(type(self), name, value if not isinstance(value, types.FunctionType) else
                        (lambda self, *args, **kwargs: value(self, *args, **kwargs)))
            return
        if space["_mock_sealed"] and name not in space["_mock_children"]:
            raise AttributeError(f"Cannot set {self._extract_mock_name()}.{name}")
        if _adopt(self, value, name, name):
            space["_mock_children"][name] = value
            space.pop(name, None)
            return
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        space = self.__dict__
        if name in _ALL_MAGICS and name in type(self).__dict__:
            delattr(type(self), name)
        elif name in space:
            del space[name]
            if name in space["_mock_children"]:
                space["_mock_children"][name] = _missing
            return
        elif space["_mock_children"].get(name) is _missing:
            raise AttributeError(name)
        space["_mock_children"][name] = _missing

    def __dir__(self):
        own = [each for each in dir(type(self)) if not each.startswith("_") or each.startswith("__")]
        mine = [each for each in self.__dict__ if not each.startswith("_")]
        return sorted({*own, *mine, *(self.__dict__["_spec_names"] or ()),
                       *(name for name, child in self.__dict__["_mock_children"].items() if child is not _missing)})

    def _extract_mock_name(self):
        parts, last = [self.__dict__["_mock_new_name"]], self
        parent = self.__dict__["_mock_new_parent"]
        dot = "." if parts != ["()"] else ""
        if not parts[0]:
            parts = []
        while parent is not None:
            last = parent
            new = parent.__dict__["_mock_new_name"]
            parts.append((new or "") + dot if new or dot else dot)
            dot = "." if new != "()" else ""
            if parent.__dict__["_mock_new_parent"] is parent:
                break
            parent = parent.__dict__["_mock_new_parent"]
        path = list(reversed(parts))
        first = last.__dict__["_mock_name"] or "mock"
        if len(path) > 1 and path[1] not in ("()", "()."):
            first += "."
        if path:
            path[0] = first if len(path) == 1 and last is self else first if last is not self else path[0]
        else:
            path = [first]
        return "".join(path)

    def __repr__(self):
        name = self._extract_mock_name()
        space = self.__dict__
        shown = "" if name in ("mock", "mock.") else " name=%r" % name
        spec = ""
        if space["_spec_class"] is not None:
            spec = (" spec_set=%r" if space["_spec_set"] else " spec=%r") % space["_spec_class"].__name__
        return "<%s%s%s id='%s'>" % (type(self).__name__, shown, spec, id(self))

    # what tests ask
    def _match(self, expected):
        return expected

    def _call_name(self):
        return self.__dict__["_mock_name"] or "mock"

    def _history(self, label="Calls"):
        return f"\n{label}: {_calls_text(self.mock_calls)}."

    def _said(self, args, kwargs, verb="call", first="expected call not found."):
        actual = self.call_args if verb == "call" else self.await_args
        return "%s\nExpected: %s\n  Actual: %s" % (
            first, _shown(self._call_name(), args, kwargs), _shown(self._call_name(), *(actual[-2:])))

    def assert_not_called(self):
        if self.call_count != 0:
            raise AssertionError("Expected '%s' to not have been called. Called %s times.%s" % (
                self._call_name(), self.call_count, self._history()))

    def assert_called(self):
        if self.call_count == 0:
            raise AssertionError("Expected '%s' to have been called." % self._call_name())

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to have been called once. Called %s times.%s" % (
                self._call_name(), self.call_count, self._history() if self.call_count else ""))

    def assert_called_with(self, /, *args, **kwargs):
        if self.call_args is None:
            raise AssertionError("expected call not found.\nExpected: %s\n  Actual: not called." % _shown(self._call_name(), args, kwargs))
        if not _Call((args, kwargs), two=True) == self.call_args:
            raise AssertionError(self._said(args, kwargs))

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to be called once. Called %s times.%s" % (
                self._call_name(), self.call_count, self._history() if self.call_count else ""))
        return self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        if _Call((args, kwargs), two=True) not in self.call_args_list:
            raise AssertionError("%s call not found" % _shown(self._call_name(), args, kwargs))

    def assert_has_calls(self, calls, any_order=False):
        expected, all_calls = list(calls), _CallList(self.mock_calls)
        if not any_order:
            if expected not in all_calls:
                raise AssertionError("Calls not found.\nExpected: %s\n  Actual: %s" % (_calls_text(_CallList(calls)),
                                                                                      _calls_text(self.mock_calls)))
            return
        left, missing = list(all_calls), []
        for each in expected:
            if each in left:
                left.remove(each)
            else:
                missing.append(each)
        if missing:
            raise AssertionError("%r does not contain all of %r in its call list, found %r instead" % (
                self._call_name(), tuple(missing), all_calls))


def _calls_text(calls):
    return pprint.pformat(list(calls))


_WRONG_ASSERTS = frozenset("called_once called_with called_once_with has_calls not_called any_call".split())


def _names(spec):
    return isinstance(spec, (list, tuple)) and all(isinstance(each, str) for each in spec)


def _adopt(parent, value, name, new_name):
    if not isinstance(value, NonCallableMock) or "_mock_children" not in getattr(value, "__dict__", {}):
        return False
    space = value.__dict__
    if space["_mock_name"] or space["_mock_new_name"] or space["_mock_parent"] is not None or space["_mock_new_parent"] is not None:
        return False
    each = parent
    while each is not None:
        if each is value:
            return False
        each = each.__dict__["_mock_new_parent"]
    if new_name:
        space["_mock_new_parent"] = parent
        space["_mock_new_name"] = new_name
    if name:
        space["_mock_parent"] = parent
        space["_mock_name"] = name
    return True


class CallableMixin(NonCallableMock):
    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None, **kwargs):
        super().__init__(spec, wraps, name, spec_set, **kwargs)
        if return_value is not DEFAULT:
            self.return_value = return_value
        if side_effect is not None:
            self.side_effect = side_effect

    def __call__(self, /, *args, **kwargs):
        self._checked(args, kwargs)
        self._remember(args, kwargs)
        return self._execute(*args, **kwargs)

    def _checked(self, args, kwargs):
        signature = self.__dict__["_spec_call"]
        if signature is not None:
            signature.bind(*args, **kwargs)

    def _remember(self, /, args, kwargs):
        space = self.__dict__
        space["called"] = True
        space["call_count"] += 1
        made = _Call((args, kwargs), two=True)
        space["call_args"] = made
        space["call_args_list"].append(made)
        space["mock_calls"].append(_Call(("", args, kwargs)))
        name, method = space["_mock_new_name"] or "", space["_mock_name"]
        methodic = space["_mock_parent"] is not None
        parent = space["_mock_new_parent"]
        while parent is not None:
            owner = parent.__dict__
            if methodic:
                owner["method_calls"].append(_Call((method, args, kwargs)))
                methodic = owner["_mock_parent"] is not None
                if methodic:
                    method = owner["_mock_name"] + "." + method
            owner["mock_calls"].append(_Call((name, args, kwargs)))
            new = owner["_mock_new_name"]
            if new:
                name = new + ("" if name.startswith("()") else ".") + name
            if owner["_mock_new_parent"] is parent:
                break
            parent = owner["_mock_new_parent"]

    def _execute(self, /, *args, **kwargs):
        effect = self.side_effect
        if effect is not None:
            if isinstance(effect, BaseException) or isinstance(effect, type) and issubclass(effect, BaseException):
                raise effect
            if not callable(effect):
                result = next(effect)
                if isinstance(result, BaseException) or isinstance(result, type) and issubclass(result, BaseException):
                    raise result
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if self.__dict__["_mock_return"] is not DEFAULT:
            return self.return_value
        if self.__dict__["_mock_wraps"] is not None:
            return self.__dict__["_mock_wraps"](*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    pass


_ASYNC_MAGICS = frozenset(["__aenter__", "__aexit__", "__anext__"])


def _magic_caller(name):
    def method(self, *args, **kwargs):
        return self.__dict__["_mock_children"][name](*args, **kwargs)
    method.__name__ = name
    return method


def _magic(name):
    def method(self, /, *args, **kwargs):
        return _magic_of(self, name)(*args, **kwargs)
    method.__name__ = name
    return method


def _magic_of(self, name):
    children = self.__dict__["_mock_children"]
    found = children.get(name)
    if found is None:
        kind = AsyncMock if name in ("__aenter__", "__aexit__", "__anext__") else MagicMock
        found = kind(name=name, parent=self, _new_name=name, _new_parent=self)
        if name in _MAGICS:
            found.return_value = _MAGICS[name]
        elif name == "__iter__":
            found.side_effect = lambda: _iterated(found)
        elif name == "__aiter__":
            found.side_effect = lambda: _async_iterated(found)
        elif name == "__aexit__":
            found.return_value = False
        children[name] = found
    return found


def _iterated(found):
    given = found.__dict__["_mock_return"]
    return iter([]) if given is DEFAULT else given if hasattr(given, "__next__") else iter(given)


def _async_iterated(found):
    given = found.__dict__["_mock_return"]

    async def give():
        for each in () if given is DEFAULT else given:
            yield each
    return give()


class _MagicName:
    """A magic method of a class, that of an instance where one looks for it there."""

    def __init__(self, name):
        self.name = name

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return _magic_of(instance, self.name)


class MagicMixin(NonCallableMock):
    _mock_magic = True

    def _set_up_magics(self):
        names = self.__dict__["_spec_names"]
        for name in [*_MAGICS, *_MADE, "__iter__", "__aiter__", "__aenter__", "__aexit__", "__anext__"]:
            if name in ("__call__", "__reversed__", "__missing__"):
                continue
            if names is None or name in names:
                setattr(type(self), name, _MagicName(name))


class NonCallableMagicMock(MagicMixin, NonCallableMock):
    pass


class MagicMock(MagicMixin, Mock):
    pass


class AsyncMockMixin(NonCallableMock):
    _mock_async = True

    async def _execute(self, /, *args, **kwargs):
        made = _Call((args, kwargs), two=True)
        space = self.__dict__
        space["await_count"] += 1
        space["await_args"] = made
        space["await_args_list"].append(made)
        effect = self.side_effect
        if effect is not None:
            if isinstance(effect, BaseException) or isinstance(effect, type) and issubclass(effect, BaseException):
                raise effect
            if not callable(effect):
                try:
                    result = next(effect)
                except StopIteration:
                    raise StopAsyncIteration from None
                if isinstance(result, BaseException) or isinstance(result, type) and issubclass(result, BaseException):
                    raise result
            elif _is_async(effect):
                result = await effect(*args, **kwargs)
            else:
                result = effect(*args, **kwargs)
            if result is not DEFAULT:
                return result
        if space["_mock_return"] is not DEFAULT:
            return self.return_value
        wraps = space["_mock_wraps"]
        if wraps is not None:
            return await wraps(*args, **kwargs) if _is_async(wraps) else wraps(*args, **kwargs)
        return self.return_value

    def assert_awaited(self):
        if self.await_count == 0:
            raise AssertionError(f"Expected {self._call_name()} to have been awaited.")

    def assert_awaited_once(self):
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._call_name()} to have been awaited once. Awaited {self.await_count} times.")

    def assert_awaited_with(self, /, *args, **kwargs):
        if self.await_args is None:
            raise AssertionError(f"Expected await: {_shown(self._call_name(), args, kwargs)}\nNot awaited")
        if not _Call((args, kwargs), two=True) == self.await_args:
            raise AssertionError(self._said(args, kwargs, "await", "expected await not found."))

    def assert_awaited_once_with(self, /, *args, **kwargs):
        if self.await_count != 1:
            raise AssertionError(f"Expected {self._call_name()} to have been awaited once. Awaited {self.await_count} times.")
        return self.assert_awaited_with(*args, **kwargs)

    def assert_any_await(self, /, *args, **kwargs):
        if _Call((args, kwargs), two=True) not in self.await_args_list:
            raise AssertionError("%s await not found" % _shown(self._call_name(), args, kwargs))

    def assert_has_awaits(self, calls, any_order=False):
        expected = list(calls)
        if not any_order:
            if expected not in self.await_args_list:
                raise AssertionError(f"Awaits not found.\nExpected: {_calls_text(_CallList(calls))}\nActual: {_calls_text(self.await_args_list)}")
            return
        left = list(self.await_args_list)
        missing = [each for each in expected if not (each in left and (left.remove(each) or True))]
        if missing:
            raise AssertionError("%r not all found in await list" % (tuple(missing),))

    def assert_not_awaited(self):
        if self.await_count != 0:
            raise AssertionError(f"Expected {self._call_name()} to not have been awaited. Awaited {self.await_count} times.")


class AsyncMock(AsyncMockMixin, MagicMixin, Mock):
    _is_coroutine_mark = True

    def __call__(self, /, *args, **kwargs):
        # The call is remembered now, what it gives has to be awaited.
        self._checked(args, kwargs)
        self._remember(args, kwargs)
        return self._execute(*args, **kwargs)


class PropertyMock(Mock):
    def _get_child_mock(self, /, **kwargs):
        return MagicMock(**kwargs)

    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


def seal(mock):
    mock.__dict__["_mock_sealed"] = True
    for child in list(mock.__dict__["_mock_children"].values()):
        if isinstance(child, NonCallableMock) and child.__dict__["_mock_new_parent"] is mock:
            seal(child)


class _patch:
    attribute_name = None

    def __init__(self, getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs):
        self.getter, self.attribute, self.new, self.spec, self.create = getter, attribute, new, spec, create
        self.spec_set, self.autospec, self.new_callable, self.kwargs = spec_set, autospec, new_callable, kwargs
        self.additional_patchers = []
        self._stack = None
        if new_callable is not None and new is not DEFAULT:
            raise ValueError("Cannot use 'new' and 'new_callable' together")

    def copy(self):
        made = _patch(self.getter, self.attribute, self.new, self.spec, self.create, self.spec_set, self.autospec, self.new_callable,
                      self.kwargs)
        made.attribute_name = self.attribute_name
        made.additional_patchers = [each.copy() for each in self.additional_patchers]
        return made

    def __call__(self, thing):
        if isinstance(thing, type):
            for name in dir(thing):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(thing, name)):
                    setattr(thing, name, self.copy()(getattr(thing, name)))
            return thing
        if hasattr(thing, "patchings"):
            thing.patchings.append(self)
            return thing
        patchings = [self]

        def given(stack, args, kwargs):
            extra = []
            for each in patchings:
                value = stack.enter_context(each)
                if each.attribute_name is not None:
                    kwargs.update(value)
                elif each.new is DEFAULT:
                    extra.append(value)
            return args + tuple(extra), kwargs
        if inspect.iscoroutinefunction(thing):
            @functools.wraps(thing)
            async def patched(*args, **kwargs):
                with contextlib.ExitStack() as stack:
                    args, kwargs = given(stack, args, kwargs)
                    return await thing(*args, **kwargs)
        else:
            @functools.wraps(thing)
            def patched(*args, **kwargs):
                with contextlib.ExitStack() as stack:
                    args, kwargs = given(stack, args, kwargs)
                    return thing(*args, **kwargs)
        patched.patchings = patchings
        return patched

    def __enter__(self):
        target = self.target = self.getter()
        name = self.attribute
        space = getattr(target, "__dict__", {})
        self.local = name in space
        original = space[name] if self.local else getattr(target, name, DEFAULT)
        if name in dir(__builtins__) and isinstance(target, types.ModuleType) and original is DEFAULT:
            self.create = True
        if not self.create and original is DEFAULT:
            raise AttributeError("%s does not have the attribute %r" % (target, name))
        self.original = original
        new = self.new
        if new is DEFAULT and not self.autospec:
            kwargs = dict(self.kwargs)
            spec = original if self.spec is True else self.spec
            spec_set = original if self.spec_set is True else self.spec_set
            kind = self.new_callable
            if kind is None:
                kind = AsyncMock if _is_async(original) and not isinstance(original, type) else MagicMock
                kwargs.setdefault("name", name)
            if spec is not None:
                kwargs["spec"] = spec
            if spec_set is not None:
                kwargs["spec_set"] = spec_set
            if kind is not self.new_callable or (isinstance(kind, type) and issubclass(kind, NonCallableMock)):
                kwargs.setdefault("name", name)
            new = kind(**kwargs)
        elif new is DEFAULT:
            new = create_autospec(original if self.autospec is True else self.autospec, _name=name, **self.kwargs)
        elif self.kwargs:
            raise TypeError("Can't pass kwargs to a mock we aren't creating")
        self.is_started = True
        self._stack = contextlib.ExitStack()
        setattr(target, name, new)
        if self.attribute_name is not None:
            made = {}
            if self.new is DEFAULT:
                made[self.attribute_name] = new
            for each in self.additional_patchers:
                value = self._stack.enter_context(each)
                if each.new is DEFAULT:
                    made.update(value)
            return made
        return new

    def __exit__(self, *exc_info):
        if self._stack is None:
            return None
        if self.local and self.original is not DEFAULT:
            setattr(self.target, self.attribute, self.original)
        else:
            delattr(self.target, self.attribute)
            if not self.create and not hasattr(self.target, self.attribute):
                setattr(self.target, self.attribute, self.original)
        stack, self._stack = self._stack, None
        return stack.__exit__(*exc_info)

    def start(self):
        result = self.__enter__()
        _active.append(self)
        return result

    def stop(self):
        if self not in _active:
            return None
        _active.remove(self)
        return self.__exit__(None, None, None)


_active = []


def _split(target):
    try:
        target, attribute = target.rsplit(".", 1)
    except (TypeError, ValueError, AttributeError):
        raise TypeError(f"Need a valid target to patch. You supplied: {target!r}") from None
    return functools.partial(_found, target), attribute


def _found(path):
    first, *rest = path.split(".")
    found, name = importlib.import_module(first), first
    for each in rest:
        name += "." + each
        try:
            found = getattr(found, each)
        except AttributeError:
            found = importlib.import_module(name)
    return found


def patch(target, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False, **kwargs):
    getter, attribute = _split(target)
    return _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_object(target, attribute, new=DEFAULT, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, *, unsafe=False,
                  **kwargs):
    if type(target) is str:
        raise TypeError(f"{target!r} must be the actual object to be patched, not a str")
    return _patch(lambda: target, attribute, new, spec, create, spec_set, autospec, new_callable, kwargs)


def _patch_multiple(target, spec=None, create=False, spec_set=None, autospec=None, new_callable=None, **kwargs):
    getter = functools.partial(_found, target) if type(target) is str else lambda: target
    if not kwargs:
        raise ValueError("Must supply at least one keyword argument with patch.multiple")
    made = []
    for attribute, new in kwargs.items():
        each = _patch(getter, attribute, new, spec, create, spec_set, autospec, new_callable, {})
        each.attribute_name = attribute
        made.append(each)
    made[0].additional_patchers = made[1:]
    return made[0]


class _patch_dict:
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict, self.values, self.clear = in_dict, {**dict(values), **kwargs}, clear

    def __call__(self, thing):
        if inspect.iscoroutinefunction(thing):
            @functools.wraps(thing)
            async def inner(*args, **kwargs):
                with self:
                    return await thing(*args, **kwargs)
            return inner
        if isinstance(thing, type):
            for name in dir(thing):
                if name.startswith(patch.TEST_PREFIX) and callable(getattr(thing, name)):
                    setattr(thing, name, _patch_dict(self.in_dict, self.values, self.clear)(getattr(thing, name)))
            return thing

        @functools.wraps(thing)
        def inner(*args, **kwargs):
            with self:
                return thing(*args, **kwargs)
        return inner

    def __enter__(self):
        if isinstance(self.in_dict, str):
            self.in_dict = _found(self.in_dict)
        self.kept = dict(self.in_dict)
        if self.clear:
            self.in_dict.clear()
        self.in_dict.update(self.values)
        return self.in_dict

    def __exit__(self, *args):
        self.in_dict.clear()
        self.in_dict.update(self.kept)
        return False

    def start(self):
        result = self.__enter__()
        _active.append(self)
        return result

    def stop(self):
        if self in _active:
            _active.remove(self)
            return self.__exit__(None, None, None)
        return None


def _stop_all():
    for each in reversed(_active[:]):
        each.stop()


patch.object = _patch_object
patch.dict = _patch_dict
patch.multiple = _patch_multiple
patch.stopall = _stop_all
patch.TEST_PREFIX = "test"


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """A mock with the attributes of `spec`, and the signatures of what is called."""
    is_type = isinstance(spec, type)
    if is_type and not instance:
        made = MagicMock(spec=spec, name=_name, **kwargs)
        made.__dict__["_spec_call"] = _signature_of(spec)
        made.return_value = create_autospec(spec, spec_set, True, _name="()")
    elif isinstance(spec, (types.FunctionType, types.MethodType)):
        made = (AsyncMock if _is_async(spec) else MagicMock)(name=_name or spec.__name__, **kwargs)
        made.__dict__["_spec_call"] = _signature_of(spec)
        return made
    else:
        made = MagicMock(spec=spec, name=_name, **kwargs)
    for name in dir(spec):
        if name.startswith("__"):
            continue
        value = getattr(spec, name, None)
        if not isinstance(value, (types.FunctionType, types.MethodType)):
            continue
        child = (AsyncMock if _is_async(value) else MagicMock)(parent=made, name=name, _new_name=name, _new_parent=made)
        signature = _signature_of(value)
        static = isinstance(spec.__dict__.get(name) if is_type else None, (staticmethod, classmethod))
        if signature is not None and is_type and instance and not static:
            signature = signature.replace(parameters=list(signature.parameters.values())[1:])
        child.__dict__["_spec_call"] = signature
        made.__dict__["_mock_children"][name] = child
    return made


def mock_open(mock=None, read_data=""):
    import io

    def opened(*args, **kwargs):
        handle.__dict__["stream"] = io.BytesIO(read_data) if isinstance(read_data, bytes) else io.StringIO(read_data)
        return DEFAULT
    handle = MagicMock()
    for name in ("read", "readline", "readlines"):
        getattr(handle, name).side_effect = functools.partial(lambda name, *args: getattr(handle.__dict__["stream"], name)(*args), name)
    handle.write.return_value = None
    handle.__iter__.side_effect = lambda: iter(handle.__dict__["stream"])
    handle.__enter__.return_value = handle
    mock = MagicMock(name="open") if mock is None else mock
    mock.side_effect = opened
    mock.return_value = handle
    return mock
