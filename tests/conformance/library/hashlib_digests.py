# hashlib and hmac: digests of known texts, piece by piece, at the edges of blocks; what is refused.
import hashlib
import hmac

for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512"):
    make = getattr(hashlib, name)
    print(name, make(b"").hexdigest())
    print(name, make(b"The quick brown fox jumps over the lazy dog").hexdigest())
    whole = make(b"abc" * 100)
    pieces = make()
    for _ in range(100):
        pieces.update(b"abc")
    print(whole.digest() == pieces.digest(), whole.name, whole.digest_size, whole.block_size, hashlib.new(name, b"x").hexdigest()[:16])
    print([make(b"a" * n).hexdigest()[:6] for n in (54, 55, 56, 57, 63, 64, 65, 111, 112, 113, 127, 128)])
one = hashlib.sha256(b"begin")
two = one.copy()
two.update(b" end")
print(one.hexdigest()[:8], two.hexdigest()[:8], hashlib.sha256("é".encode(), usedforsecurity=False).hexdigest()[:8])
print(int(hashlib.md5(b"key").hexdigest(), 16) % 10, hashlib.new("SHA256", bytearray(b"x")).name)
print(hmac.new(b"key", b"message", hashlib.sha256).hexdigest(), hmac.new(b"k" * 100, digestmod="md5").hexdigest())
print(hmac.digest(b"key", b"m", "sha1").hex(), hmac.compare_digest("a", "a"), hmac.new(b"k", b"m", "sha256").name)
for bad in (lambda: hashlib.sha256("text"), lambda: hashlib.sha256(5), lambda: hashlib.new("crc"), lambda: hmac.new("k", b"", "md5"),
            lambda: hmac.new(b"k", b"")):
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
