"""What a loop, a handle and a server must be able to do. Mirrors CPython's Lib/asyncio/events.py; all but AbstractServer is the
loop's own."""
from asyncio import (AbstractEventLoop, AbstractEventLoopPolicy, Handle, TimerHandle, _get_running_loop, _set_running_loop,
                     get_event_loop, get_event_loop_policy, get_running_loop, new_event_loop, set_event_loop, set_event_loop_policy)

__all__ = ("AbstractEventLoopPolicy", "AbstractEventLoop", "AbstractServer", "Handle", "TimerHandle", "get_event_loop_policy",
           "set_event_loop_policy", "get_event_loop", "set_event_loop", "new_event_loop", "_set_running_loop", "get_running_loop",
           "_get_running_loop")


class AbstractServer:
    """What create_server() gives: something that listens."""

    def close(self):
        """Takes no more connections; those that there are stay."""
        raise NotImplementedError

    def close_clients(self):
        """Closes the transports of all its connections."""
        raise NotImplementedError

    def abort_clients(self):
        """Ends all its connections at once."""
        raise NotImplementedError

    def get_loop(self):
        """The loop it belongs to."""
        raise NotImplementedError

    def is_serving(self):
        """True while it takes connections."""
        raise NotImplementedError

    async def start_serving(self):
        """Begins to take connections; no harm if it does already."""
        raise NotImplementedError

    async def serve_forever(self):
        """Takes connections until the task that waits here is cancelled; then the server closes."""
        raise NotImplementedError

    async def wait_closed(self):
        """Waits until it is closed and every connection has ended."""
        raise NotImplementedError

    async def __aenter__(self):
        return self

    async def __aexit__(self, *exc):
        self.close()
        await self.wait_closed()
