# The classes of event loops: which is derived from which, and that the abstract one has every method and does nothing.
import asyncio

print([kind.__name__ for kind in asyncio.SelectorEventLoop.__mro__ if kind.__module__ == "asyncio.events"])
print(asyncio.EventLoop is asyncio.SelectorEventLoop, issubclass(asyncio.EventLoop, asyncio.BaseEventLoop))
loop = asyncio.EventLoop()
print(loop, isinstance(loop, asyncio.AbstractEventLoop))
print(loop.run_until_complete(asyncio.sleep(1, "slept")), loop.time())
loop.close()
print(loop)

abstract = asyncio.AbstractEventLoop()
for name, *arguments in [("run_forever",), ("run_until_complete", None), ("stop",), ("is_running",), ("is_closed",), ("close",),
                         ("call_soon", print), ("call_later", 1, print), ("call_at", 1, print), ("call_soon_threadsafe", print),
                         ("time",), ("create_future",), ("create_task", None), ("run_in_executor", None, print),
                         ("set_default_executor", None), ("add_reader", 0, print), ("remove_reader", 0), ("add_writer", 0, print),
                         ("remove_writer", 0), ("add_signal_handler", 2, print), ("remove_signal_handler", 2),
                         ("set_task_factory", None), ("get_task_factory",), ("get_exception_handler",),
                         ("set_exception_handler", None), ("default_exception_handler", {}), ("call_exception_handler", {}),
                         ("get_debug",), ("set_debug", True)]:
    try:
        print(name, getattr(abstract, name)(*arguments))
    except NotImplementedError as error:
        print(name, repr(error))


async def ask():
    for name, *arguments in [("shutdown_asyncgens",), ("shutdown_default_executor",), ("getaddrinfo", "host", 80),
                             ("getnameinfo", ("host", 80)), ("create_connection", None), ("create_server", None),
                             ("create_unix_connection", None), ("create_unix_server", None),
                             ("create_datagram_endpoint", None), ("start_tls", None, None, None),
                             ("sendfile", None, None), ("connect_accepted_socket", None, None),
                             ("connect_read_pipe", None, None), ("connect_write_pipe", None, None),
                             ("subprocess_shell", None, "ls"), ("subprocess_exec", None, "ls"), ("sock_recv", None, 1),
                             ("sock_recv_into", None, None), ("sock_recvfrom", None, 1), ("sock_recvfrom_into", None, None),
                             ("sock_sendall", None, b""), ("sock_sendto", None, b"", None), ("sock_connect", None, None),
                             ("sock_accept", None), ("sock_sendfile", None, None)]:
        coroutine = getattr(abstract, name)(*arguments)
        try:
            await coroutine
        except NotImplementedError as error:
            print(name, asyncio.iscoroutine(coroutine), repr(error))


asyncio.run(ask())


class Counting(asyncio.SelectorEventLoop):
    """A loop of one's own, derived from the usual one."""

    calls = 0

    def is_running(self):
        Counting.calls += 1
        return super().is_running()


async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(print, "by way of the subclass", loop.is_running())
    await asyncio.sleep(0)


with asyncio.Runner(loop_factory=Counting) as runner:
    runner.run(main())
print(Counting.calls > 0)
