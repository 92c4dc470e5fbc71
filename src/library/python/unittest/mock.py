"""Objects that take every call and remember it. Mirrors CPython's Lib/unittest/mock.py in what tests use: Mock, MagicMock, AsyncMock,
patch, call, ANY, sentinel, PropertyMock, mock_open, create_autospec of functions by their signature.

The mocks are in _mock_objects and _mock_magics, what they remember in _mock_calls, patch() in _mock_patches, and what is made after
something that is there in _mock_specs."""
from unittest._mock_calls import ANY, DEFAULT, _ANY, _Call, _CallList, _Sentinel, _SentinelObject, _missing, call, sentinel
from unittest._mock_objects import (AsyncMock, AsyncMockMixin, CallableMixin, MagicMixin, MagicMock, Mock, NonCallableMagicMock,
                                    NonCallableMock, PropertyMock, seal)
from unittest._mock_patches import _patch, _patch_dict, _patch_multiple, _patch_object, patch
from unittest._mock_specs import create_autospec, mock_open

__all__ = ["Mock", "MagicMock", "patch", "sentinel", "DEFAULT", "ANY", "call", "create_autospec", "AsyncMock", "FILTER_DIR",
           "NonCallableMock", "NonCallableMagicMock", "mock_open", "PropertyMock", "seal"]
FILTER_DIR = True


class InvalidSpecError(Exception):
    pass
