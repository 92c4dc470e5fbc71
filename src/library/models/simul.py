"""What a scenario says about the world that Simul models. On CPython there is no such module: see README for a few lines that stand
in for it, so that the same file runs there too."""


def _number(name, value, least):
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        raise TypeError(f"simul.net.{name} must be a number, not {type(value).__name__}")
    if not least <= value < float("inf"):
        raise ValueError(f"simul.net.{name} must be {least} or more and finite, not {value!r}")
    return value


class _Network:
    """The network between the tasks of one program."""

    __slots__ = ("_latency", "_bandwidth", "_buffer")

    def __init__(self):
        self._latency = 0.0
        self._bandwidth = None
        self._buffer = 2_500_000

    def __repr__(self):
        return f"<simul.net latency={self._latency!r} bandwidth={self._bandwidth!r} buffer={self._buffer!r}>"

    @property
    def latency(self):
        """Seconds from one end to the other."""
        return self._latency

    @latency.setter
    def latency(self, seconds):
        self._latency = _number("latency", seconds, 0)

    @property
    def bandwidth(self):
        """Bytes a second of each direction of a connection; None: without limit."""
        return self._bandwidth

    @bandwidth.setter
    def bandwidth(self, rate):
        self._bandwidth = None if rate is None else _number("bandwidth", rate, 1)

    @property
    def buffer(self):
        """How many bytes of a direction may be on their way or unread before the sender has to wait."""
        return self._buffer

    @buffer.setter
    def buffer(self, size):
        self._buffer = int(_number("buffer", size, 1))


net = _Network()
