"""One modelled process. Mirrors CPython's Lib/multiprocessing/process.py."""
import itertools
import os
import sys
import threading

_pids = itertools.count(os.getpid() + 1)
_children = set()
_of_thread = {}     # a thread's ident: the process that it is
_names_of = {}      # ... and what that process calls by name


class _Shared:
    """What every process has in common: a copy of the program's names holds the same one."""

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    def __reduce__(self):
        raise RuntimeError(f"{type(self).__name__} objects should only be shared between processes through inheritance")


class _State(_Shared):
    """What the parent knows of a process."""

    def __init__(self):
        self.numbers = itertools.count(1)   # of the processes that it starts
        self.thread = None
        self.pid = None
        self.exitcode = None
        self.ended = None       # called when it has
        self.closed = False


def _copy_of(value, memo):
    import copy
    if id(value) in memo:   # a function of the program's
        return memo[id(value)]
    try:
        return copy.deepcopy(value, memo)
    except Exception:       # a lock, a generator: there is no second one
        return value


def _own_names():
    """The names of the program as a new process has them: its functions, and copies of its data."""
    import types
    names = sys.modules["__main__"].__dict__
    own, memo = {}, {}
    for name, value in names.items():
        if isinstance(value, types.FunctionType) and value.__globals__ is names:
            made = types.FunctionType(value.__code__, own, value.__name__, value.__defaults__, value.__closure__,
                                      value.__kwdefaults__)
            made.__dict__.update(value.__dict__)
            memo[id(value)] = made
            own[name] = made
    for name, value in names.items():
        if name not in own:
            own[name] = value if isinstance(value, (type, types.ModuleType)) else _copy_of(value, memo)
    return own, memo


class _Names:
    """What a process calls by name, and copies of what it is handed."""

    def __init__(self):
        self.own, self.memo = _own_names()

    def copied(self, value):
        return _copy_of(value, self.memo)

    def process(self, process):
        """The process as it sees itself: what it was given is a copy, each thing by itself."""
        made = object.__new__(type(process))
        self.memo[id(process)] = made
        for name, value in process.__dict__.items():
            if name == "_args":
                value = tuple(_copy_of(each, self.memo) for each in value)
            elif name == "_kwargs":
                value = {key: _copy_of(each, self.memo) for key, each in value.items()}
            else:
                value = _copy_of(value, self.memo)
            made.__dict__[name] = value
        return made

    def loads(self, data):
        """An object that was sent to this process."""
        import io
        import pickle
        own = self.own

        class Unpickler(pickle.Unpickler):
            def find_class(self, module, name):
                first, *rest = name.split(".")
                if module != "__main__":
                    return super().find_class(module, name)
                try:
                    found = own[first]
                    for each in rest:
                        found = getattr(found, each)
                    return found
                except (KeyError, AttributeError):
                    raise AttributeError(f"Can't get attribute {name!r} on {sys.modules[module]!r}") from None
        return Unpickler(io.BytesIO(data)).load()


def _number_of(code):
    """A process's exit code by what sys.exit() was given."""
    if code is None:
        return 0
    if isinstance(code, int):
        return code
    sys.stderr.write(str(code) + "\n")
    return 1


class BaseProcess:
    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        assert group is None, "group argument must be None for now"
        parent = current_process()
        self._identity = parent._identity + (next(parent._state.numbers),)
        self._parent_pid = parent.pid
        self._parent_name = parent.name
        self._state = _State()
        self._target = target
        self._args = tuple(args)
        self._kwargs = dict(kwargs)
        self._name = name or type(self).__name__ + "-" + ":".join(map(str, self._identity))
        self._daemonic = parent.daemon if daemon is None else daemon

    def run(self):
        """What the process does; its target, unless a class says otherwise."""
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        """Begins the process, once."""
        self._check_closed()
        assert self._state.thread is None, "cannot start a process twice"
        assert not current_process()._daemonic, "daemonic processes are not allowed to have children"
        names = _Names()
        copied = names.process(self)
        state = self._state
        state.pid = next(_pids)
        state.thread = threading.Thread(target=_run, args=(copied, names), name=self._name, daemon=True)
        _children.add(self)
        del self._target, self._args, self._kwargs
        state.thread.start()

    def terminate(self):
        self._end_from_outside()

    def kill(self):
        self._end_from_outside()

    def _end_from_outside(self):
        self._check_closed()
        if self.is_alive():
            raise NotImplementedError("Simul cannot end a process from outside; let it end by itself, told by an Event")

    def join(self, timeout=None):
        """Waits for the process's end, or so many seconds."""
        self._check_closed()
        assert self._parent_pid == os.getpid(), "can only join a child process"
        assert self._state.thread is not None, "can only join a started process"
        self._state.thread.join(timeout)
        if self._state.exitcode is not None:
            _children.discard(self)

    def is_alive(self):
        self._check_closed()
        if self is current_process():
            return True
        assert self._parent_pid == os.getpid(), "can only test a child process"
        if self._state.thread is None or self._state.exitcode is not None:
            _children.discard(self)
            return False
        return True

    def close(self):
        """Nothing more is asked of this process."""
        if self._state.thread is not None and self._state.exitcode is None:
            raise ValueError("Cannot close a process while it is still running. "
                             "You should first call join() or terminate().")
        _children.discard(self)
        self._state.closed = True

    def _check_closed(self):
        if self._state.closed:
            raise ValueError("process object is closed")

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        assert isinstance(name, str), "name must be a string"
        self._name = name

    @property
    def daemon(self):
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        assert self._state.thread is None, "process has already started"
        self._daemonic = daemonic

    @property
    def exitcode(self):
        self._check_closed()
        return self._state.exitcode

    @property
    def ident(self):
        self._check_closed()
        return os.getpid() if self is current_process() else self._state.pid

    pid = ident

    def __repr__(self):
        if self._state.closed:
            status = "closed"
        elif self is current_process() or self._state.thread is not None and self._state.exitcode is None:
            status = "started"
        elif self._state.thread is None:
            status = "initial"
        else:
            status = "stopped"
        parts = [type(self).__name__, f"name={self._name!r}"]
        if self._state.pid is not None:
            parts.append(f"pid={self._state.pid}")
        parts.append(f"parent={self._parent_pid}")
        parts.append(status)
        if self._state.exitcode is not None:
            parts.append(f"exitcode={self._state.exitcode}")
        if self._daemonic:
            parts.append("daemon")
        return f"<{' '.join(parts)}>"


class Process(BaseProcess):
    """A process of the program's own."""
    _start_method = None


class ForkProcess(BaseProcess):
    """One of a pool."""
    _start_method = "fork"


Process.__module__ = ForkProcess.__module__ = "multiprocessing.context"


class _MainProcess(BaseProcess):
    def __init__(self):
        self._identity = ()
        self._name = "MainProcess"
        self._parent_pid = None
        self._parent_name = None
        self._daemonic = False
        self._state = _State()

    def close(self):
        pass

    def __deepcopy__(self, memo):
        return self


_main = _MainProcess()


def _run(process, names):
    """A process's life, in its thread."""
    me = threading.get_ident()
    _of_thread[me], _names_of[me] = process, names
    code = 1
    try:
        process.run()
        code = 0
    except SystemExit as exit:
        code = _number_of(exit.code)
    except BaseException:
        import traceback
        sys.stderr.write("Process %s:\n" % process.name)
        traceback.print_exc()
    finally:
        process._state.exitcode = code
        if process._state.ended is not None:
            process._state.ended(process)
        del _of_thread[me], _names_of[me]


def current_process():
    """The process that this is."""
    return _of_thread.get(threading.get_ident(), _main)


def active_children():
    """The processes that this one has started and that have not ended."""
    mine = os.getpid()
    for each in list(_children):
        if each._state.exitcode is not None:
            _children.discard(each)
    return [each for each in _children if each._parent_pid == mine]


def parent_process():
    """The one that started this one; None of the main process."""
    me = current_process()
    return None if me is _main else _of_pid(me._parent_pid)


def _of_pid(pid):
    for each in _of_thread.values():
        if each._state.pid == pid:
            return each
    return _main


def _getpid(plain=os.getpid):
    process = _of_thread.get(threading.get_ident())
    return plain() if process is None else process._state.pid


def _getppid(plain=os.getppid):
    process = _of_thread.get(threading.get_ident())
    return plain() if process is None else process._parent_pid


os.getpid, os.getppid = _getpid, _getppid


def _join_all():
    for each in list(_children):
        if not each._daemonic and each._state.thread is not None:
            each._state.thread.join()


threading._register_atexit(_join_all)
