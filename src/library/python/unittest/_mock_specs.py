"""Mocks made after something that is there: create_autospec() after classes and functions, mock_open() after open()."""
import functools
import inspect
import types
from unittest._mock_calls import DEFAULT
from unittest._mock_objects import AsyncMock, MagicMock, NonCallableMock, _is_async

__name__ = "unittest.mock"    # whose classes and functions these are


def _signature_of(spec):
    try:
        return inspect.signature(spec)
    except (TypeError, ValueError):
        return None


def _as_function(mock, spec):
    """A function that calls the mock, so that in a class it binds as SPEC does. What the mock remembers stands in its attributes,
    and the mock looks there for what it is to answer (its _mock_delegate)."""
    if _is_async(spec):
        async def function(*args, **kwargs):
            return await mock(*args, **kwargs)
    else:
        def function(*args, **kwargs):
            return mock(*args, **kwargs)

    def reset_mock():
        mock.reset_mock()
        answer = function.return_value
        if isinstance(answer, NonCallableMock) and answer is not mock:
            answer.reset_mock()
    function.__name__ = function.__qualname__ = spec.__name__
    function.__module__ = None
    function.__signature__ = mock.__dict__["_spec_call"]
    function.mock, function.reset_mock = mock, reset_mock
    for name in dir(type(mock)):
        if name.startswith("assert_"):
            setattr(function, name, getattr(mock, name))
    function.return_value, function.side_effect = mock.return_value, mock.side_effect
    mock.__dict__["_mock_delegate"] = function
    mock._tell()
    return function


def create_autospec(spec, spec_set=False, instance=False, _parent=None, _name=None, *, unsafe=False, **kwargs):
    """A mock with the attributes of `spec`, and the signatures of what is called."""
    is_type = isinstance(spec, type)
    if is_type and not instance:
        made = MagicMock(spec=spec, name=_name, **kwargs)
        made.__dict__["_spec_call"] = _signature_of(spec)
        made.return_value = create_autospec(spec, spec_set, True, _name="()")
    elif isinstance(spec, (types.FunctionType, types.MethodType)):
        made = (AsyncMock if _is_async(spec) else MagicMock)(name=_name, **kwargs)
        made.__dict__["_spec_call"] = _signature_of(spec)
        return _as_function(made, spec)
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
