"""What multiprocessing offers under one start method. Mirrors CPython's Lib/multiprocessing/context.py."""


class ProcessError(Exception):
    """What goes wrong with processes."""


class BufferTooShort(ProcessError):
    """The message is longer than the place for it."""


class TimeoutError(ProcessError):
    """A result did not come in time."""


class AuthenticationError(ProcessError):
    """The other end is not who it should be."""


for _each in (ProcessError, BufferTooShort, TimeoutError, AuthenticationError):
    _each.__module__ = "multiprocessing.context"

_METHODS = ("fork", "spawn", "forkserver")


class BaseContext:
    ProcessError = ProcessError
    BufferTooShort = BufferTooShort
    TimeoutError = TimeoutError
    AuthenticationError = AuthenticationError
    _method = None      # nobody has chosen yet

    @property
    def Process(self):
        from multiprocessing.process import Process
        return Process

    def current_process(self):
        from multiprocessing.process import current_process
        return current_process()

    def parent_process(self):
        from multiprocessing.process import parent_process
        return parent_process()

    def active_children(self):
        from multiprocessing.process import active_children
        return active_children()

    def cpu_count(self):
        """The modelled machine has eight cores."""
        import os
        return os.cpu_count()

    def freeze_support(self):
        pass

    def Pool(self, processes=None, initializer=None, initargs=(), maxtasksperchild=None):
        """A pool of processes."""
        from multiprocessing.pool import Pool
        return Pool(processes, initializer, initargs, maxtasksperchild)

    def Manager(self):
        """A process that holds objects for others."""
        from multiprocessing.managers import SyncManager
        manager = SyncManager()
        manager.start()
        return manager

    def Pipe(self, duplex=True):
        """Two connections, the ends of a pipe."""
        from multiprocessing.connection import Pipe
        return Pipe(duplex)

    def Queue(self, maxsize=0):
        """What one process puts in, another takes out."""
        from multiprocessing.queues import Queue
        return Queue(maxsize)

    def JoinableQueue(self, maxsize=0):
        from multiprocessing.queues import JoinableQueue
        return JoinableQueue(maxsize)

    def SimpleQueue(self):
        from multiprocessing.queues import SimpleQueue
        return SimpleQueue()

    def Lock(self):
        from multiprocessing.synchronize import Lock
        return Lock()

    def RLock(self):
        from multiprocessing.synchronize import RLock
        return RLock()

    def Condition(self, lock=None):
        from multiprocessing.synchronize import Condition
        return Condition(lock)

    def Semaphore(self, value=1):
        from multiprocessing.synchronize import Semaphore
        return Semaphore(value)

    def BoundedSemaphore(self, value=1):
        from multiprocessing.synchronize import BoundedSemaphore
        return BoundedSemaphore(value)

    def Event(self):
        from multiprocessing.synchronize import Event
        return Event()

    def Barrier(self, parties, action=None, timeout=None):
        from multiprocessing.synchronize import Barrier
        return Barrier(parties, action, timeout)

    def RawValue(self, typecode_or_type, *args):
        from multiprocessing.sharedctypes import RawValue
        return RawValue(typecode_or_type, *args)

    def RawArray(self, typecode_or_type, size_or_initializer):
        from multiprocessing.sharedctypes import RawArray
        return RawArray(typecode_or_type, size_or_initializer)

    def Value(self, typecode_or_type, *args, lock=True):
        """A number that all processes share."""
        from multiprocessing.sharedctypes import Value
        return Value(typecode_or_type, *args, lock=lock)

    def Array(self, typecode_or_type, size_or_initializer, *, lock=True):
        """Numbers that all processes share."""
        from multiprocessing.sharedctypes import Array
        return Array(typecode_or_type, size_or_initializer, lock=lock)

    def get_context(self, method=None):
        if method is None:
            return self
        if method not in _METHODS:
            raise ValueError("cannot find context for %r" % method)
        if method != "fork":
            raise NotImplementedError(f"Simul's processes start by 'fork', not by {method!r}")
        return self

    def get_start_method(self, allow_none=False):
        if self._method is None and not allow_none:
            self._method = "fork"
        return self._method

    def set_start_method(self, method, force=False):
        if self._method is not None and not force:
            raise RuntimeError("context has already been set")
        self.get_context(method)
        self._method = method

    def get_all_start_methods(self):
        return list(_METHODS)


default = BaseContext()
