"""Helpers for with and async with. Mirrors CPython's Lib/contextlib.py.

What holds for both kinds of with is said once: _again() knows an exception that a generator only let through,
_Leaving keeps what is on its way while a stack's exits are called."""
import abc
import sys
from _collections_abc import _known_by
from collections import deque
from functools import wraps
from types import GenericAlias, MethodType

__all__ = ["asynccontextmanager", "contextmanager", "closing", "nullcontext", "AbstractContextManager",
           "AbstractAsyncContextManager", "AsyncExitStack", "ContextDecorator", "ExitStack", "redirect_stdout",
           "redirect_stderr", "suppress", "aclosing", "chdir"]


@_known_by("__enter__", "__exit__")
class AbstractContextManager(abc.ABC):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    def __enter__(self):
        return self

    @abc.abstractmethod
    def __exit__(self, exc_type, exc_value, traceback):
        pass


@_known_by("__aenter__", "__aexit__")
class AbstractAsyncContextManager(abc.ABC):
    __slots__ = ()
    __class_getitem__ = classmethod(GenericAlias)

    async def __aenter__(self):
        return self

    @abc.abstractmethod
    async def __aexit__(self, exc_type, exc_value, traceback):
        pass


class ContextDecorator:
    def __call__(self, func):
        @wraps(func)
        def within(*args, **kwds):
            with self._recreate_cm():
                return func(*args, **kwds)
        return within

    def _recreate_cm(self):
        """The manager for one call of the decorated function."""
        return self


class AsyncContextDecorator:
    def __call__(self, func):
        @wraps(func)
        async def within(*args, **kwds):
            async with self._recreate_cm():
                return await func(*args, **kwds)
        return within

    def _recreate_cm(self):
        return self


_ENDED = object()


class _GeneratorContextManagerBase:
    def __init__(self, func, args, kwds):
        self.func, self.args, self.kwds = func, args, kwds
        self.gen = func(*args, **kwds)
        doc = getattr(func, "__doc__", None)
        self.__doc__ = type(self).__doc__ if doc is None else doc

    def _recreate_cm(self):
        return type(self)(self.func, self.args, self.kwds)


def _again(raised, thrown, ends):
    """Is `raised`, out of a generator, what was thrown into it? An exception that means a generator's end comes out as a
    RuntimeError's cause."""
    return raised is thrown or (isinstance(raised, RuntimeError) and isinstance(thrown, ends)
                                and raised.__cause__ is thrown)


class _GeneratorContextManager(_GeneratorContextManagerBase, AbstractContextManager, ContextDecorator):
    __doc__ = "Helper for @contextmanager decorator."    # that of a manager whose function has none

    def __enter__(self):
        try:
            del self.args, self.kwds, self.func    # a manager is entered once: it must not keep the arguments alive
            return next(self.gen)
        except StopIteration:
            raise RuntimeError("generator didn't yield") from None

    def __exit__(self, typ, value, traceback):
        if typ is None:
            if next(self.gen, _ENDED) is _ENDED:
                return False
            when = ""
        else:
            value = typ() if value is None else value
            try:
                self.gen.throw(value)
            except StopIteration as end:
                return end is not value
            except BaseException as raised:
                if not _again(raised, value, StopIteration):
                    raise
                value.__traceback__ = traceback
                return False
            when = " after throw()"
        try:
            raise RuntimeError("generator didn't stop" + when)
        finally:
            self.gen.close()


class _AsyncGeneratorContextManager(_GeneratorContextManagerBase, AbstractAsyncContextManager, AsyncContextDecorator):
    __doc__ = "Helper for @asynccontextmanager decorator."    # that of a manager whose function has none

    async def __aenter__(self):
        try:
            del self.args, self.kwds, self.func
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, typ, value, traceback):
        if typ is None:
            if await anext(self.gen, _ENDED) is _ENDED:
                return False
            when = ""
        else:
            value = typ() if value is None else value
            try:
                await self.gen.athrow(value)
            except StopAsyncIteration as end:
                return end is not value
            except BaseException as raised:
                if not _again(raised, value, (StopIteration, StopAsyncIteration)):
                    raise
                value.__traceback__ = traceback
                return False
            when = " after athrow()"
        try:
            raise RuntimeError("generator didn't stop" + when)
        finally:
            await self.gen.aclose()


def _makes(manager, func):
    @wraps(func)
    def helper(*args, **kwds):
        return manager(func, args, kwds)
    return helper


def contextmanager(func):
    return _makes(_GeneratorContextManager, func)


def asynccontextmanager(func):
    return _makes(_AsyncGeneratorContextManager, func)


class suppress(AbstractContextManager):
    def __init__(self, *exceptions):
        self._exceptions = exceptions

    def __enter__(self):
        pass

    def __exit__(self, exctype, excinst, exctb):
        if exctype is None:
            return None
        whole = issubclass(exctype, self._exceptions)
        if not whole and issubclass(exctype, BaseExceptionGroup):
            rest = excinst.split(self._exceptions)[1]
            if rest is not None:
                raise rest
            whole = True
        return whole


class _RedirectStream(AbstractContextManager):
    """Puts another object for a stream of sys. One manager may be entered again before it is left."""
    _stream = None

    def __init__(self, new_target):
        self._old_targets = []
        self._new_target = new_target

    def __enter__(self):
        name, target = self._stream, self._new_target
        self._old_targets.append(getattr(sys, name))
        setattr(sys, name, target)
        return target

    def __exit__(self, exctype, excinst, exctb):
        old = self._old_targets.pop()
        setattr(sys, self._stream, old)


class redirect_stderr(_RedirectStream):
    _stream = "stderr"


class redirect_stdout(_RedirectStream):
    _stream = "stdout"


class closing(AbstractContextManager):
    def __exit__(self, *exc_info):
        self.thing.close()

    def __init__(self, thing):
        self.thing = thing

    def __enter__(self):
        return self.thing


class aclosing(AbstractAsyncContextManager):
    async def __aexit__(self, *exc_info):
        await self.thing.aclose()

    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing


class chdir(AbstractContextManager):
    def __init__(self, path):
        self._old_cwd = []
        self.path = path

    def __enter__(self):
        import os
        self._old_cwd.append(os.getcwd())
        os.chdir(self.path)

    def __exit__(self, *excinfo):
        import os
        os.chdir(self._old_cwd.pop())


class _Leaving:
    """What a stack is left with: the exception on its way to the next exit, whether an exit raised it."""

    def __init__(self, exc):
        self.exc = exc
        self.came = exc is not None
        self.raised = False
        self.outside = sys.exception()

    def details(self):
        exc = self.exc
        return (None, None, None) if exc is None else (type(exc), exc, exc.__traceback__)

    def swallow(self):
        self.exc = None
        self.raised = False

    def replace(self, new):
        """An exit raised `new`. The end of its chain of contexts is what was on its way, as in nested with statements, and
        not what is handled outside of them all."""
        last = new
        while True:
            context = last.__context__
            if context is None or context is self.exc:
                break
            if context is self.outside:
                last.__context__ = self.exc
                break
            last = context
        self.exc = new
        self.raised = True

    def end(self):
        if self.raised:
            context = self.exc.__context__
            try:
                raise self.exc
            finally:
                self.exc.__context__ = context    # as replace() left it
        return self.came and self.exc is None


def _methods(cm, enter, exit, protocol):
    """Both methods that a with statement needs, looked for in the class, before either is called."""
    cls = type(cm)
    try:
        return getattr(cls, enter), getattr(cls, exit)
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does not support the {protocol} protocol") from None


def _push(stack, exit, name, is_sync):
    """An object's own exit, or a function that is called like one."""
    try:
        call = MethodType(getattr(type(exit), name), exit)
    except AttributeError:
        call = exit
    stack._exit_callbacks.append((is_sync, call))
    return exit


def _push_call(stack, callback, wrapper, is_sync):
    wrapper.__wrapped__ = callback
    stack._exit_callbacks.append((is_sync, wrapper))
    return callback


class _BaseExitStack:
    def __init__(self):
        self._exit_callbacks = deque()    # of (is it called without await?, exit), the innermost last

    def push(self, exit):
        return _push(self, exit, "__exit__", True)

    def enter_context(self, cm):
        enter, leave = _methods(cm, "__enter__", "__exit__", "context manager")
        result = enter(cm)
        self._exit_callbacks.append((True, MethodType(leave, cm)))
        return result

    def callback(self, callback, /, *args, **kwds):
        def _exit_wrapper(exc_type, exc, tb):
            callback(*args, **kwds)
        return _push_call(self, callback, _exit_wrapper, True)

    def pop_all(self):
        heir = type(self)()
        heir._exit_callbacks, self._exit_callbacks = self._exit_callbacks, deque()
        return heir


class ExitStack(_BaseExitStack, AbstractContextManager):
    def __enter__(self):
        return self

    def __exit__(self, *exc_details):
        way = _Leaving(exc_details[1])
        while self._exit_callbacks:
            leave = self._exit_callbacks.pop()[1]
            try:
                if leave(*way.details()):
                    way.swallow()
            except BaseException as new:
                way.replace(new)
        return way.end()

    def close(self):
        self.__exit__(None, None, None)


class AsyncExitStack(_BaseExitStack, AbstractAsyncContextManager):
    def push_async_exit(self, exit):
        return _push(self, exit, "__aexit__", False)

    async def enter_async_context(self, cm):
        enter, leave = _methods(cm, "__aenter__", "__aexit__", "asynchronous context manager")
        result = await enter(cm)
        self._exit_callbacks.append((False, MethodType(leave, cm)))
        return result

    def push_async_callback(self, callback, /, *args, **kwds):
        async def _exit_wrapper(exc_type, exc, tb):
            await callback(*args, **kwds)
        return _push_call(self, callback, _exit_wrapper, False)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc_details):
        way = _Leaving(exc_details[1])
        while self._exit_callbacks:
            is_sync, leave = self._exit_callbacks.pop()
            try:
                answer = leave(*way.details())
                if not is_sync:
                    answer = await answer
                if answer:
                    way.swallow()
            except BaseException as new:
                way.replace(new)
        return way.end()

    async def aclose(self):
        await self.__aexit__(None, None, None)


class nullcontext(AbstractContextManager, AbstractAsyncContextManager):
    def __init__(self, enter_result=None):
        self.enter_result = enter_result

    def __enter__(self):
        return self.enter_result

    async def __aenter__(self):
        return self.enter_result

    def __exit__(self, *excinfo):
        pass

    async def __aexit__(self, *excinfo):
        pass
