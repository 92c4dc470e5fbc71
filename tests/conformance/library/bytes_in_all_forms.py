"""hashlib, base64, uuid, secrets, struct, binascii, zlib: bytes in all their forms."""
import array
import base64
import binascii
import hashlib
import hmac
import io
import secrets
import struct
import uuid
import zlib

data = b"The quick brown fox"
for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "sha3_256", "sha3_512", "blake2b", "blake2s"):
    h = hashlib.new(name, data); print(name, h.hexdigest()[:20], h.digest_size, h.block_size, h.name)
print(hashlib.shake_128(data).hexdigest(8), hashlib.blake2b(data, digest_size=8, key=b"k").hexdigest(), hashlib.sha256().update(b"x"), hashlib.pbkdf2_hmac("sha256", b"pw", b"salt", 2).hex()[:16])
h = hashlib.sha256(b"a"); c = h.copy(); h.update(b"b"); print(h.hexdigest() == hashlib.sha256(b"ab").hexdigest(), c.hexdigest()[:8], hashlib.file_digest(io.BytesIO(data), "md5").hexdigest())
for fn in (lambda: hashlib.new("nope"), lambda: hashlib.sha256("text"), lambda: hashlib.md5(3), lambda: h.update("x"), lambda: hmac.new(b"k", b"m"), lambda: hmac.compare_digest("a", b"a"), lambda: hmac.compare_digest("é", "é"), lambda: hashlib.shake_128().hexdigest()):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
m = hmac.new(b"key", data, hashlib.sha256); print(m.hexdigest()[:16], m.digest_size, m.block_size, m.name, hmac.digest(b"k", b"m", "sha1").hex()[:8], hmac.compare_digest(m.digest(), m.digest()))
print(base64.b64encode(data), base64.b64decode("aGk="), base64.urlsafe_b64encode(b"\xff\xfe"), base64.b32encode(b"hi"), base64.b16encode(b"hi"), base64.b85encode(b"hello"), base64.b64decode("aG k=\n"), base64.b32hexencode(b"a"), base64.encodebytes(b"x" * 60))
for fn in (lambda: base64.b64decode("abc"), lambda: base64.b64decode("a"), lambda: base64.b64decode("ab$d", validate=True), lambda: base64.b64encode("text"), lambda: base64.b32decode("1"), lambda: base64.b16decode("zz"), lambda: base64.b85decode("~~~~~~"), lambda: base64.b64decode("é"), lambda: base64.b16decode("ab")):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
print(binascii.hexlify(data, "-", 4), binascii.unhexlify("6869"), binascii.b2a_base64(b"x", newline=False), binascii.a2b_hex(b"00ff"), binascii.crc32(data), binascii.b2a_hex(b"hi").decode(), binascii.crc_hqx(b"abc", 0), binascii.a2b_base64("eA=="))
for fn in (lambda: binascii.unhexlify("abc"), lambda: binascii.unhexlify("zz"), lambda: binascii.a2b_base64("a"), lambda: bytes.fromhex("0g"), lambda: binascii.hexlify("x")):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e, isinstance(e, ValueError))
print(zlib.crc32(data), zlib.adler32(data), zlib.crc32(b"fox", zlib.crc32(b"The ")), hex(zlib.adler32(b"")), zlib.crc32(b"") & 0xffffffff)
u = uuid.UUID("12345678-1234-5678-1234-567812345678")
print(u, repr(u), u.hex, u.int, u.bytes[:3], u.version, u.variant, u.urn, u.fields, u.time_low, u.node, uuid.uuid5(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid3(uuid.NAMESPACE_URL, "x").version, uuid.uuid4().version, len(str(uuid.uuid4())), u == uuid.UUID(int=u.int), u < uuid.UUID(int=0), uuid.UUID(bytes=b"\1" * 16), uuid.UUID("{12345678123456781234567812345678}") == u, hash(u) == hash(u.int), u.is_safe)
for fn in (lambda: uuid.UUID("x"), lambda: uuid.UUID(), lambda: uuid.UUID(bytes=b"1"), lambda: uuid.UUID(int=-1), lambda: setattr(u, "int", 3), lambda: uuid.UUID(int=1, version=9)):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
print(len(secrets.token_hex(8)), len(secrets.token_bytes()), secrets.compare_digest("a", "a"), secrets.choice([1]), secrets.randbelow(1), 0 <= secrets.randbits(4) < 16)
print(struct.pack(">IhB?f4s2x", 1, -2, 255, True, 1.5, b"ab"), struct.unpack("<hq", struct.pack("<hq", 1, -1)), struct.calcsize("@iqc"), struct.unpack_from("!H", b"\0\1\2\3", 2), list(struct.iter_unpack("2s", b"abcd")), struct.pack("e", 1.5), struct.pack("5p", b"abc"), struct.pack("n", 1)[:2], struct.Struct("<2d").size)
for fn in (lambda: struct.pack("B", 256), lambda: struct.pack("i", "x"), lambda: struct.unpack("i", b"abc"), lambda: struct.pack("z", 1), lambda: struct.pack("ii", 1), lambda: struct.pack("h", 40000), lambda: struct.pack("s", "a"), lambda: struct.unpack_from("I", b"abcd", 2), lambda: struct.pack("q", 1.5), lambda: struct.pack_into("i", bytearray(2), 0, 1), lambda: struct.pack("f", 1e300), lambda: struct.pack("c", b"ab"), lambda: struct.pack("<P", 1)):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
a = array.array("i", [1, 2, 3]); a.append(4); a.extend([5]); a.insert(0, 0); print(a, a[1:3], a.typecode, a.itemsize, a.tobytes()[:4], len(a), a.index(3), a.pop(), a.count(1), a + array.array("i", [9]), a * 2 == a + a, array.array("u", "hé"), array.array("d", [1.5]).tolist(), bytes(a)[:4], a.buffer_info()[1], sum(a), array.array("B", b"ab"), list(reversed(a)), 3 in a)
for fn in (lambda: array.array("i", ["x"]), lambda: array.array("b", [200]), lambda: array.array("z"), lambda: a.append(1.5), lambda: a + [1], lambda: a.remove(77), lambda: a.index(77), lambda: a.frombytes(b"abc"), lambda: a[99], lambda: array.array("i", "ab"), lambda: array.array()):
    try: print(fn())
    except Exception as e: print(type(e).__name__, e)
a.byteswap(); a.reverse(); a[0] = 7; del a[1]; print(a)
mv = memoryview(bytearray(b"abcdef")); mv[1:3] = b"XY"; print(mv.tobytes(), mv[::2].tolist(), mv.readonly, mv.format, mv.nbytes, mv.cast("H").tolist(), mv[-1], bytes(mv[1:3]), mv == b"aXYdef")
print((1000).to_bytes(2, "big"), int.from_bytes(b"\x03\xe8"), (-1).to_bytes(2, "little", signed=True), b"a,b".split(b","), b"%d-%s" % (3, b"x"), bytes([65, 66]).decode(), "é".encode("utf-16"), b"\xe9".decode("latin-1"), b"ab".hex(":"), bytearray(b"abc").translate(None, b"b"), "naïve".encode("ascii", "xmlcharrefreplace"), b"\xff".decode("utf-8", "replace"), "a\udc80".encode("utf-8", "surrogateescape"), b"abc"[1], b"x" in b"xyz", bytes(3), b"AbC".swapcase(), bytes.maketrans(b"a", b"b")[97])
(300).to_bytes(1)
