"""patch(): a name that means something else for a while, and means what it did again afterwards."""
import contextlib
import functools
import importlib
import inspect
import types
from unittest._mock_calls import DEFAULT
from unittest._mock_objects import AsyncMock, MagicMock, NonCallableMock, _is_async
from unittest._mock_specs import create_autospec

__name__ = "unittest.mock"    # whose classes and functions these are


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
