"""Every digest that is guaranteed: by name and by function, in pieces, of any length, with keys."""
import hashlib
import hmac

print(sorted(hashlib.algorithms_guaranteed), hashlib.algorithms_guaranteed <= hashlib.algorithms_available)
for name in sorted(hashlib.algorithms_guaranteed):
    made = getattr(hashlib, name)(b"one")
    made.update(b" two" * 40)
    copy = made.copy()
    copy.update(b"!")
    size = (8,) if name.startswith("shake") else ()
    print(made.name, made.digest_size, made.block_size, made.hexdigest(*size)[:32], copy.digest(*size)[:4], hashlib.new(name, b"one" + b" two" * 40).digest(*size) == made.digest(*size))
for make in (hashlib.sha3_224, hashlib.sha3_256, hashlib.sha3_384, hashlib.sha3_512, hashlib.blake2s):
    print(make().hexdigest()[:40], make(usedforsecurity=False).digest_size)
print(hashlib.shake_256(b"x").hexdigest(0), hashlib.shake_256(b"x").digest(5), len(hashlib.shake_256(b"x").digest(500)), hashlib.shake_128(b"x").hexdigest(3), hashlib.shake_256().digest_size)
print(hashlib.blake2s(b"x", digest_size=4).hexdigest(), hashlib.blake2s(b"x", key=b"k", salt=b"s", person=b"p").hexdigest()[:20], hashlib.blake2b(b"x", digest_size=8, key=b"k" * 64).hexdigest(), hashlib.blake2s.MAX_DIGEST_SIZE, hashlib.blake2b.MAX_KEY_SIZE, hashlib.blake2s.SALT_SIZE, hashlib.blake2b.PERSON_SIZE)
for action in (lambda: hashlib.new("nope"), lambda: hashlib.sha3_256("text"), lambda: hashlib.blake2s("text"), lambda: hashlib.sha256("text"), lambda: hashlib.sha256(3), lambda: hashlib.sha3_256(3), lambda: hashlib.blake2s(b"", digest_size=33), lambda: hashlib.blake2s(b"", digest_size=0),
               lambda: hashlib.blake2s(key=b"k" * 33), lambda: hashlib.blake2s(salt=b"s" * 9), lambda: hashlib.shake_256(b"").digest(), lambda: hashlib.sha256(b"").digest(4), lambda: hashlib.sha256(b"", b""), lambda: hashlib.new("sha3_256", "x"),
               lambda: hashlib.new(3), lambda: hashlib.sha256().update(), lambda: hashlib.sha256().update("x"), lambda: hashlib.blake2s(b"").update("x")):
    try:
        print(action())
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
keyed = hmac.HMAC(b"key", b"message", "sha256")
print(keyed.name, keyed.digest_size, keyed.block_size, keyed.hexdigest())
copy = keyed.copy()
copy.update(b" more")
print(copy.hexdigest() == hmac.new(b"key", b"message more", hashlib.sha256).hexdigest(), keyed.hexdigest() == copy.hexdigest(), isinstance(copy, hmac.HMAC))
print(hmac.digest(b"key", b"message", "sha3_256").hex()[:16], hmac.new(b"k" * 200, b"m", "md5").hexdigest(), hmac.compare_digest("a", "a"), hmac.compare_digest(b"a", b"b"))
for action in (lambda: hmac.new("key", b"m", "sha256"), lambda: hmac.new(b"key", b"m"), lambda: hmac.new(b"key", "m", "sha256"), lambda: hmac.new(b"key", b"m", "nope"), lambda: hmac.new(b"key", b"m", ""), lambda: hmac.compare_digest("é", "é"), lambda: hmac.compare_digest("a", b"a"), lambda: keyed.update("x"),
               lambda: hmac.new(b"key", b"m", 3), lambda: hmac.digest(b"k", b"m", "nope"), lambda: hmac.compare_digest(1, 1), lambda: hmac.new(bytearray(b"k"), bytearray(b"m"), "sha1").hexdigest(), lambda: hmac.new(memoryview(b"k"), b"", "sha1").hexdigest()):
    try:
        print(action())
    except (TypeError, ValueError, AttributeError) as error:
        print(type(error).__name__, error)
