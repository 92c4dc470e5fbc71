"""Keyed digests. Mirrors CPython's Lib/hmac.py."""
import hashlib as _hashlib
from secrets import compare_digest

__all__ = ["HMAC", "compare_digest", "digest", "new"]


class HMAC:
    blocksize = 64
    def __init__(self, key, msg=None, digestmod=''):
        if not isinstance(key, (bytes, bytearray)):
            raise TypeError(f"key: expected bytes or bytearray, but got {type(key).__name__!r}")
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        make = digestmod
        if isinstance(digestmod, str):
            make = lambda data=b"": _hashlib.new(digestmod, data)
        elif not callable(digestmod):
            make = lambda data=b"": digestmod.new(data)    # a module, as it was before hashlib
        self._inner, self._outer = make(), make()
        self.block_size, self.digest_size = self._inner.block_size, self._inner.digest_size
        if len(key) > self.block_size:
            key = make(key).digest()
        key = bytes(key).ljust(self.block_size, b"\0")
        self._outer.update(bytes([byte ^ 0x5C for byte in key]))
        self._inner.update(bytes([byte ^ 0x36 for byte in key]))
        if msg is not None:
            self.update(msg)

    @property
    def name(self):
        return f"hmac-{self._inner.name}"

    def update(self, msg):
        self._inner.update(msg)

    def copy(self):
        made = HMAC.__new__(HMAC)
        made.block_size, made.digest_size = self.block_size, self.digest_size
        made._inner, made._outer = self._inner.copy(), self._outer.copy()
        return made

    def digest(self):
        outer = self._outer.copy()
        outer.update(self._inner.digest())
        return outer.digest()

    def hexdigest(self):
        return self.digest().hex()


def new(key, msg=None, digestmod=''):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()
