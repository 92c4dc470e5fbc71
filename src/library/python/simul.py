"""What a scenario says about the world that Simul models. On CPython there is no such module: see README for a few lines that stand
in for it, so that the same file runs there too."""


class _Network:
    """The network between the tasks of one program.

    latency: seconds from one end to the other.
    bandwidth: bytes a second of each direction of a connection; None: without limit.
    buffer: how many bytes of a direction may be on their way or unread before the sender has to wait.
    """

    def __init__(self):
        self.latency = 0.0
        self.bandwidth = None
        self.buffer = 2_500_000

    def __repr__(self):
        return f"<simul.net latency={self.latency!r} bandwidth={self.bandwidth!r} buffer={self.buffer!r}>"


net = _Network()
