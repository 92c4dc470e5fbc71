"""Objects that one process holds for all: what goes in and comes out are copies. Mirrors what a program sees of CPython's
Lib/multiprocessing/managers.py."""
import pickle
import queue
import threading
from multiprocessing.process import _Shared, current_process
from multiprocessing.receiving import received

_VIEWS = (type({}.keys()), type({}.values()), type({}.items()))
_proxies = {}


def _proxy_of(number):
    return _proxies[number]


class BaseProxy(_Shared):
    _typeid = "object"

    def __init__(self, referent):
        self._referent = referent
        _proxies[id(self)] = self

    def __reduce__(self):
        return _proxy_of, (id(self),)

    def _callmethod(self, methodname, args=(), kwds={}):
        """What the held object's method gives, as a copy."""
        args, kwds = pickle.loads(pickle.dumps((args, kwds)))
        result = getattr(self._referent, methodname)(*args, **kwds)
        if isinstance(result, _VIEWS):
            result = list(result)
        return received(pickle.dumps(result))

    def _getvalue(self):
        return received(pickle.dumps(self._referent))

    def __repr__(self):
        return f"<{type(self).__name__} object, typeid {self._typeid!r} at {id(self):#x}>"

    def __str__(self):
        return repr(self._referent)


def _exposing(name, typeid, methods):
    def forward(method):
        def call(self, /, *args, **kwds):
            return self._callmethod(method, args, kwds)
        call.__name__ = method
        call.__qualname__ = f"{name}.{method}"
        return call
    return type(name, (BaseProxy,), {"_typeid": typeid, **{method: forward(method) for method in methods.split()}})


DictProxy = _exposing("DictProxy", "dict", "__contains__ __delitem__ __getitem__ __len__ __setitem__ clear copy get items keys pop "
                                           "popitem setdefault update values __or__ __ror__")
DictProxy.__iter__ = lambda self: iter(self.keys())
BaseListProxy = _exposing("BaseListProxy", "list", "__add__ __contains__ __delitem__ __getitem__ __len__ __mul__ __rmul__ "
                                                   "__setitem__ append count extend index insert pop remove reverse sort")


class ListProxy(BaseListProxy):
    def __iadd__(self, value):
        self._callmethod("extend", (value,))
        return self

    def __imul__(self, value):
        self._callmethod("__imul__", (value,))
        return self


class Namespace:
    """Names that all processes share."""

    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        names = [f"{name}={value!r}" for name, value in self.__dict__.items() if not name.startswith("_")]
        return f"{type(self).__name__}({', '.join(sorted(names))})"


class NamespaceProxy(BaseProxy):
    _typeid = "Namespace"

    def __getattr__(self, key):
        if key[0] == "_":
            return object.__getattribute__(self, key)
        return received(pickle.dumps(getattr(self._referent, key)))

    def __setattr__(self, key, value):
        if key[0] == "_":
            return object.__setattr__(self, key, value)
        setattr(self._referent, key, pickle.loads(pickle.dumps(value)))

    def __delattr__(self, key):
        if key[0] == "_":
            return object.__delattr__(self, key)
        delattr(self._referent, key)


class _Held:
    def __init__(self, typecode, value, lock=True):
        self._typecode = typecode
        self.value = value

    def __repr__(self):
        return f"{type(self).__name__}({self._typecode!r}, {self.value!r})"


_Held.__name__ = "Value"


class ValueProxy(BaseProxy):
    _typeid = "Value"

    def get(self):
        return received(pickle.dumps(self._referent.value))

    def set(self, value):
        self._referent.value = pickle.loads(pickle.dumps(value))

    value = property(get, set)


class _Waiting(BaseProxy):
    """What is waited for: a thread's own, as it is one place for all."""

    def __getattr__(self, name):
        if name[0] == "_":
            return object.__getattribute__(self, name)
        return getattr(self._referent, name)

    def __enter__(self):
        return self._referent.__enter__()

    def __exit__(self, *args):
        return self._referent.__exit__(*args)


class _Queue(BaseProxy):
    _typeid = "Queue"

    def put(self, item, block=True, timeout=None):
        self._referent.put(pickle.dumps(item), block, timeout)

    def get(self, block=True, timeout=None):
        return received(self._referent.get(block, timeout))

    def put_nowait(self, item):
        self.put(item, False)

    def get_nowait(self):
        return self.get(False)

    def __getattr__(self, name):
        if name not in ("qsize", "empty", "full", "task_done", "join"):
            return object.__getattribute__(self, name)
        return getattr(self._referent, name)


def _copied(value):
    return pickle.loads(pickle.dumps(value))


class SyncManager:
    def start(self, initializer=None, initargs=()):
        next(current_process()._state.numbers)      # it is a process

    def shutdown(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.shutdown()

    def dict(self, /, *args, **kwds):
        return DictProxy(dict(*_copied(args), **_copied(kwds)))

    def list(self, /, *args):
        return ListProxy(list(*_copied(args)))

    def Namespace(self, /, **kwds):
        return NamespaceProxy(Namespace(**_copied(kwds)))

    def Value(self, typecode, value, lock=True):
        return ValueProxy(_Held(typecode, _copied(value)))

    def Array(self, typecode, sequence, lock=True):
        return ListProxy(list(_copied(sequence)))

    def Queue(self, maxsize=0):
        return _Queue(queue.Queue(maxsize))

    def JoinableQueue(self, maxsize=0):
        return _Queue(queue.Queue(maxsize))

    def Lock(self):
        return _Waiting(threading.Lock())

    def RLock(self):
        return _Waiting(threading.RLock())

    def Semaphore(self, value=1):
        return _Waiting(threading.Semaphore(value))

    def BoundedSemaphore(self, value=1):
        return _Waiting(threading.BoundedSemaphore(value))

    def Condition(self, lock=None):
        return _Waiting(threading.Condition(lock and lock._referent))

    def Event(self):
        return _Waiting(threading.Event())

    def Barrier(self, parties, action=None, timeout=None):
        return _Waiting(threading.Barrier(parties, action, timeout))
