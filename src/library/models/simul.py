"""What a scenario says about the world that Simul models. The same file stands in for it on CPython: see README."""
import random as _random

try:
    from _simul import mark as _mark
except ImportError:     # CPython, which runs these models to judge them
    def _mark(text):
        pass


def _number(name, value, least, most=float("inf")):
    if not isinstance(value, (int, float)) or isinstance(value, bool):
        raise TypeError(f"simul.net.{name} must be a number, not {type(value).__name__}")
    if not least <= value <= most or value == float("inf"):
        bounds = f"{least} or more and finite" if most == float("inf") else f"between {least} and {most}"
        raise ValueError(f"simul.net.{name} must be {bounds}, not {value!r}")
    return value


class _Network:
    """The network between the tasks of one program (streams), and between the program and the servers that it asks for pages
    (aiohttp, httpx, requests)."""

    __slots__ = ("_latency", "_bandwidth", "_buffer", "_jitter", "_failure_rate", "_seed", "_chance", "_served")

    def __init__(self):
        self._latency = None
        self._bandwidth = None
        self._buffer = 2_500_000
        self._jitter = 0.0
        self._failure_rate = 0.0
        self.seed = 0
        self._served = []

    def __repr__(self):
        return f"<simul.net latency={self.latency!r} bandwidth={self._bandwidth!r} buffer={self._buffer!r}>"

    @property
    def latency(self):
        """Seconds from one end to the other. As long as nobody has said it: 0 for streams, 0.05 for requests."""
        return self._latency or 0.0

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

    @property
    def jitter(self):
        """Up to so many seconds more, each way of a request."""
        return self._jitter

    @jitter.setter
    def jitter(self, seconds):
        self._jitter = _number("jitter", seconds, 0)

    @property
    def failure_rate(self):
        """The share of requests to which no server answers, from 0 to 1."""
        return self._failure_rate

    @failure_rate.setter
    def failure_rate(self, share):
        self._failure_rate = _number("failure_rate", share, 0, 1)

    @property
    def seed(self):
        """Jitter and failures come from random numbers of their own: the same seed, the same run."""
        return self._seed

    @seed.setter
    def seed(self, seed):
        self._seed = seed
        self._chance = _random.Random(seed)

    def serve(self, url, answer="", *, status=200, headers=None, seconds=0.0):
        """What a server answers at `url` (which may hold the patterns of fnmatch) after having worked for `seconds`.

        answer: text, bytes, anything that JSON can say, or a function that is given the request (method, url, path, query, headers,
        json, data) and returns one of these, or (status, one of these). What was said last counts.
        """
        if not isinstance(url, str):
            raise TypeError(f"simul.net.serve() takes a URL, not {type(url).__name__}")
        if not 200 <= status < 600 or 300 <= status < 400:
            raise ValueError(f"simul.net.serve() cannot answer with status {status!r}: 200 to 299 and 400 to 599 are modelled")
        self._served.insert(0, (url, answer, status, headers or {}, _number("serve(seconds)", seconds, 0)))

    def _way(self):
        """Seconds that a request, or its answer, is on its way."""
        latency = 0.05 if self._latency is None else self._latency
        return latency + (self._chance.uniform(0, self._jitter) if self._jitter else 0.0)

    def _fails(self):
        return self._failure_rate > 0 and self._chance.random() < self._failure_rate


def mark(text):
    """Puts a flag with this text on the time axis, at this moment. On CPython: say what it shall do there, or nothing."""
    _mark(str(text))


net = _Network()
# What input() gets, one after another, before anybody is asked. On CPython somebody types it.
answers = []
