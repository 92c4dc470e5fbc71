# asyncio is a package: its names are also in its modules, which are there without being imported.
import asyncio
import asyncio.queues
from asyncio import events, locks
from asyncio.exceptions import CancelledError
from asyncio.log import logger
from asyncio.tasks import Task

print(asyncio.CancelledError is CancelledError is asyncio.exceptions.CancelledError, Task is asyncio.Task)
print(asyncio.queues.Queue is asyncio.Queue, locks.Lock is asyncio.Lock, events.AbstractServer is asyncio.AbstractServer)
print(asyncio.base_events.BaseEventLoop is asyncio.BaseEventLoop, asyncio.futures.Future is asyncio.Future)
print(asyncio.taskgroups.TaskGroup is asyncio.TaskGroup, asyncio.timeouts.timeout is asyncio.timeout, logger.name)
print(asyncio.runners.Runner is asyncio.Runner, asyncio.coroutines.iscoroutine is asyncio.iscoroutine)
print(asyncio.streams.StreamReader is asyncio.StreamReader, asyncio.transports.Transport is asyncio.Transport)
for name in ("locks", "queues", "runners", "coroutines", "taskgroups", "timeouts", "futures", "threads", "exceptions", "tasks"):
    print(name, getattr(asyncio, name).__name__, sorted(getattr(asyncio, name).__all__))
for kind in (asyncio.Lock, asyncio.Queue, asyncio.Task, asyncio.Runner, asyncio.TaskGroup, asyncio.Timeout, asyncio.Server,
             asyncio.AbstractServer, asyncio.StreamReader, asyncio.Protocol, asyncio.Transport, asyncio.Handle, asyncio.Barrier,
             asyncio.CancelledError, asyncio.QueueFull, asyncio.BrokenBarrierError, asyncio.LimitOverrunError):
    print(kind)
