"""Tests that are coroutines, in a loop of their own. Mirrors CPython's Lib/unittest/async_case.py."""
import asyncio
import contextlib
import contextvars
import inspect
import types
import warnings
from unittest.case import TestCase


class IsolatedAsyncioTestCase(TestCase):
    loop_factory = None
    _asyncioRunner = None    # while the test runs

    def __init__(self, methodName="runTest"):
        self._asyncioTestContext = contextvars.copy_context()
        super().__init__(methodName)

    def run(self, result=None):
        with self._loop_of_its_own():
            return super().run(result)

    def debug(self):
        with self._loop_of_its_own():
            super().debug()

    async def asyncSetUp(self):
        """For the program to override, as is the next."""

    async def asyncTearDown(self):
        """After the test, and before tearDown()."""

    async def enterAsyncContext(self, cm):
        kind = type(cm)
        if not (hasattr(kind, "__aenter__") and hasattr(kind, "__aexit__")):
            raise TypeError(f"'{kind.__module__}.{kind.__qualname__}' object does not support the asynchronous context manager protocol")
        leave = kind.__aexit__
        entered = await kind.__aenter__(cm)
        self.addAsyncCleanup(leave, cm, None, None, None)
        return entered

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        self.addCleanup(func, *args, **kwargs)

    @contextlib.contextmanager
    def _loop_of_its_own(self):
        self._asyncioRunner = asyncio.Runner(debug=True, loop_factory=self.loop_factory)
        try:
            yield
        finally:
            self._asyncioRunner.close()
            self._asyncioRunner = None

    def _callSetUp(self):
        self._asyncioRunner.get_loop()
        self._asyncioTestContext.run(self.setUp)
        self._in_loop(self.asyncSetUp)

    def _callTestMethod(self, method):
        if self._maybe(method) is not None:
            warnings.warn(f"It is deprecated to return a value that is not None from a test case ({method})", DeprecationWarning,
                          stacklevel=4)

    def _callTearDown(self):
        self._in_loop(self.asyncTearDown)
        self._asyncioTestContext.run(self.tearDown)

    def _callCleanup(self, function, /, *args, **kwargs):
        self._maybe(function, *args, **kwargs)

    def _in_loop(self, function, /, *args, **kwargs):
        return self._asyncioRunner.run(function(*args, **kwargs), context=self._asyncioTestContext)

    def _maybe(self, function, /, *args, **kwargs):
        if inspect.iscoroutinefunction(function):
            return self._in_loop(function, *args, **kwargs)
        made = self._asyncioTestContext.run(function, *args, **kwargs)
        if inspect.iscoroutine(made) and isinstance(function, types.BuiltinFunctionType):
            return self._asyncioRunner.run(made, context=self._asyncioTestContext)
        return made
