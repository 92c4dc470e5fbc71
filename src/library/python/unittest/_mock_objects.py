"""The mocks of unittest.mock. What one remembers lies in its __dict__; a child is made when somebody first asks for it."""
import functools
import inspect
import types
from unittest._mock_calls import DEFAULT, _Call, _CallList, _calls_text, _missing, _shown
from unittest._mock_magics import _ALL_MAGICS, _ASYNC_MAGICS, _MADE, _MAGICS, _MagicName, _magic_caller

__name__ = "unittest.mock"    # whose classes and functions these are

_REMEMBERED = """called call_count call_args call_args_list mock_calls method_calls await_count await_args
    await_args_list""".split()
_OWN = frozenset(["return_value", "side_effect", *_REMEMBERED])
_WRONG_ASSERTS = frozenset("called_once called_with called_once_with has_calls not_called any_call".split())


def _is_async(thing):
    thing = getattr(thing, "func", thing) if isinstance(thing, functools.partial) else thing
    if isinstance(thing, NonCallableMock):
        return isinstance(thing, AsyncMock)
    return inspect.iscoroutinefunction(thing) or inspect.iscoroutinefunction(getattr(type(thing), "__call__", None))


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
        self._tell()

    def _tell(self):
        """What is remembered, to the function that stands for the mock."""
        space = self.__dict__
        if (function := space["_mock_delegate"]) is not None:
            function.__dict__.update({name: space[name] for name in _REMEMBERED
                                      if name[:5] != "await" or isinstance(self, AsyncMock)})

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
        if self.__dict__["_mock_delegate"] is not None:
            return self.__dict__["_mock_delegate"].return_value
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
        if self.__dict__["_mock_delegate"] is not None:
            effect = self.__dict__["_mock_delegate"].side_effect
            if effect is not None and not callable(effect) and not hasattr(effect, "__next__") and not isinstance(effect, BaseException):
                effect = self.__dict__["_mock_delegate"].side_effect = iter(effect)
            return effect
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

    def _history(self):
        return f"\nCalls: {_calls_text(self.mock_calls)}." if self.mock_calls else ""

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
                self._call_name(), self.call_count, self._history()))

    def assert_called_with(self, /, *args, **kwargs):
        if self.call_args is None:
            raise AssertionError("expected call not found.\nExpected: %s\n  Actual: not called." % _shown(self._call_name(), args, kwargs))
        if not _Call((args, kwargs), two=True) == self.call_args:
            raise AssertionError(self._said(args, kwargs))

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            raise AssertionError("Expected '%s' to be called once. Called %s times.%s" % (
                self._call_name(), self.call_count, self._history()))
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
        self._tell()

    def _has_answer(self):
        function = self.__dict__["_mock_delegate"]
        return self.__dict__["_mock_return"] is not DEFAULT or function is not None and function.return_value is not DEFAULT

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
        if self._has_answer():
            return self.return_value
        if self.__dict__["_mock_wraps"] is not None:
            return self.__dict__["_mock_wraps"](*args, **kwargs)
        return self.return_value


class Mock(CallableMixin, NonCallableMock):
    pass


class MagicMixin(NonCallableMock):
    _mock_magic = True

    def _set_up_magics(self):
        names = self.__dict__["_spec_names"]
        for name in [*_MAGICS, *_MADE, "__iter__", "__aiter__", "__aenter__", "__aexit__", "__anext__"]:
            if name in ("__call__", "__reversed__", "__missing__"):
                continue
            if names is None or name in names:
                setattr(type(self), name, _MagicName(name))

    def _magic_mock(self, name):
        kind = AsyncMock if name in _ASYNC_MAGICS else MagicMock
        return kind(name=name, parent=self, _new_name=name, _new_parent=self)


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
        self._tell()
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
        if self._has_answer():
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
