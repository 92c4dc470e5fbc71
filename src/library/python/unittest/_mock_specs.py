"""Mocks made after something that is there: create_autospec() after classes and functions, mock_open() after open()."""
import functools
import inspect
import types
from unittest._mock_calls import DEFAULT
from unittest._mock_objects import AsyncMock, MagicMock, _is_async

__name__ = "unittest.mock"    # whose classes and functions these are


def _signature_of(spec):
    try:
        return inspect.signature(spec)
    except (TypeError, ValueError):
        return None


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
