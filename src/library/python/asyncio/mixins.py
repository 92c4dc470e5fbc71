"""What belongs to the loop that first uses it. Mirrors CPython's Lib/asyncio/mixins.py; the locks and queues of asyncio are the
loop's own."""
import threading
from asyncio import events

_global_lock = threading.Lock()


class _LoopBoundMixin:
    _loop = None

    def _get_loop(self):
        running = events._get_running_loop()
        if self._loop is None:
            with _global_lock:
                if self._loop is None:
                    self._loop = running
        if running is self._loop:
            return running
        raise RuntimeError(f"{self!r} is bound to a different event loop")
