"""Digests of bytes. Mirrors CPython's Lib/hashlib.py."""
from _hashlib import (new, openssl_md5 as md5, openssl_sha1 as sha1, openssl_sha224 as sha224, openssl_sha256 as sha256,
                      openssl_sha384 as sha384, openssl_sha512 as sha512)

__all__ = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "sha3_224", "sha3_256", "sha3_384", "sha3_512",
           "shake_128", "shake_256", "new", "algorithms_guaranteed", "algorithms_available", "pbkdf2_hmac", "file_digest")
algorithms_guaranteed = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "sha3_224", "sha3_256",
                         "sha3_384", "sha3_512", "shake_128", "shake_256"}
algorithms_available = set(algorithms_guaranteed)



def __getattr__(name):
    """The digests that few ask for are read when somebody does."""
    if name in algorithms_guaranteed:
        import _simul_digests
        return getattr(_simul_digests, name)
    if name == "scrypt":
        raise AttributeError("Simul's hashlib has no scrypt: it would take minutes here (instead: pbkdf2_hmac)")
    raise AttributeError(f"module 'hashlib' has no attribute {name!r}")


def file_digest(fileobj, digest, /, *, _bufsize=2 ** 18):
    made = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, "getbuffer"):
        made.update(fileobj.getbuffer())
        return made
    if not (hasattr(fileobj, "readinto") and hasattr(fileobj, "readable") and fileobj.readable()):
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    while part := fileobj.read(_bufsize):
        made.update(part)
    return made


def pbkdf2_hmac(hash_name, password, salt, iterations, dklen=None):
    import hmac
    if iterations < 1:
        raise ValueError("iteration value must be greater than 0.")
    if dklen is not None and dklen < 1:
        raise ValueError("key length must be greater than 0.")
    begun = hmac.new(bytes(password), digestmod=hash_name)

    def keyed(data):
        one = begun.copy()
        one.update(data)
        return one.digest()
    made, block = b"", 0
    size = begun.digest_size if dklen is None else dklen
    while len(made) < size:
        block += 1
        last = keyed(bytes(salt) + block.to_bytes(4))
        mixed = int.from_bytes(last)
        for _ in range(iterations - 1):
            last = keyed(last)
            mixed ^= int.from_bytes(last)
        made += mixed.to_bytes(begun.digest_size)
    return made[:size]
