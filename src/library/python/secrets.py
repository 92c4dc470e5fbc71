"""Random numbers that look secret: in Simul they come from the run's seed, so that a run can be made again. Mirrors
CPython's Lib/secrets.py."""
import random as _random

__all__ = ['choice', 'randbelow', 'randbits', 'SystemRandom', 'token_bytes', 'token_hex', 'token_urlsafe',
           'compare_digest']

DEFAULT_ENTROPY = 32


class SystemRandom(_random.Random):
    def seed(self, *args, **kwargs):
        """Has no effect: it is not this generator's to say what comes next."""

    def getstate(self, *args, **kwargs):
        raise NotImplementedError('System entropy source does not have state.')

    setstate = getstate


SystemRandom.__module__ = 'random'
_source = SystemRandom()
_random.Random.seed(_source, 20240101)
randbits = _source.getrandbits
choice = _source.choice


def compare_digest(a, b, /):
    if isinstance(a, str) and isinstance(b, str):
        if not (a.isascii() and b.isascii()):
            raise TypeError("comparing strings with non-ASCII characters is not supported")
        return a == b
    strange = [type(each).__name__ for each in (a, b) if not isinstance(each, (bytes, bytearray, memoryview))]
    if len(strange) == 2:
        raise TypeError(f"unsupported operand types(s) or combination of types: {strange[0]!r} and {strange[1]!r}")
    if strange:
        raise TypeError(f"a bytes-like object is required, not {strange[0]!r}")
    return bytes(a) == bytes(b)


def randbelow(exclusive_upper_bound):
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    return _source.randrange(exclusive_upper_bound)


def token_bytes(nbytes=None):
    return _source.randbytes(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


_LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'


def token_urlsafe(nbytes=None):
    data = token_bytes(nbytes)
    bits = int.from_bytes(data, 'big') << -len(data) * 8 % 6
    count = (len(data) * 8 + 5) // 6
    return ''.join([_LETTERS[bits >> 6 * at & 63] for at in range(count - 1, -1, -1)])
