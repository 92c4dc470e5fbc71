"""Processes, modelled: each is a modelled thread with its own copy of the program's names. Mirrors what a program sees of CPython's
Lib/multiprocessing with the start method "fork".

What is as in CPython: what is copied and what is shared, what cannot be sent and why, exit codes, errors from elsewhere. What is
not: methods of a class see the program's own names; processes take turns by the rules of threads, on eight cores; none can be ended
from outside.
"""
from multiprocessing.context import (AuthenticationError, BaseContext, BufferTooShort, ProcessError, TimeoutError, default)
from multiprocessing.process import Process, active_children, current_process, parent_process

_names = ("Array", "Barrier", "BoundedSemaphore", "Condition", "Event", "JoinableQueue", "Lock", "Manager", "Pipe", "Pool", "Queue",
          "RLock", "RawArray", "RawValue", "Semaphore", "SimpleQueue", "Value", "cpu_count", "freeze_support",
          "get_all_start_methods", "get_context", "get_start_method", "set_start_method")
globals().update((name, getattr(default, name)) for name in _names)
__all__ = sorted((*_names, "AuthenticationError", "BufferTooShort", "Process", "ProcessError", "TimeoutError", "active_children",
                  "current_process", "parent_process"))
