"""Tests that are coroutines, in a loop of their own. Mirrors CPython's Lib/unittest/async_case.py."""
import asyncio
import contextvars
import inspect
import types
import warnings
from unittest.case import TestCase


class IsolatedAsyncioTestCase(TestCase):
    loop_factory = None

    def __init__(self, methodName="runTest"):
        super().__init__(methodName)
        self._asyncioRunner = None
        self._asyncioTestContext = contextvars.copy_context()

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        self.addCleanup(*(func, *args), **kwargs)

    async def enterAsyncContext(self, cm):
        cls = type(cm)
        try:
            enter, leave = cls.__aenter__, cls.__aexit__
        except AttributeError:
            raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the asynchronous context manager protocol"
                            ) from None
        result = await enter(cm)
        self.addAsyncCleanup(leave, cm, None, None, None)
        return result

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

    def run(self, result=None):
        self._asyncioRunner = asyncio.Runner(debug=True, loop_factory=self.loop_factory)
        try:
            return super().run(result)
        finally:
            self._asyncioRunner.close()
            self._asyncioRunner = None

    def debug(self):
        self._asyncioRunner = asyncio.Runner(debug=True, loop_factory=self.loop_factory)
        try:
            super().debug()
        finally:
            self._asyncioRunner.close()
            self._asyncioRunner = None
