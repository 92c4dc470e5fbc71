"""CPython's Modules/md5module.c, sha1module.c, sha2module.c: the digests of which a program in a page has use."""

_M32, _M64 = 0xFFFFFFFF, 0xFFFFFFFFFFFFFFFF


def _primes():
    found, n = [], 2
    while len(found) < 80:
        if all(n % p for p in found):
            found.append(n)
        n += 1
    return found


def _root(n, power, bits):
    """The first bits of the fraction of n's root."""
    n <<= power * bits
    low, high = 0, 1 << bits + 5
    while low + 1 < high:
        middle = (low + high) // 2
        if middle ** power <= n:
            low = middle
        else:
            high = middle
    return low & (1 << bits) - 1


_P = _primes()
_K64 = [_root(p, 3, 64) for p in _P]
_K32 = [k >> 32 for k in _K64[:64]]
_H512 = [_root(p, 2, 64) for p in _P[:8]]
_H384 = [_root(p, 2, 64) for p in _P[8:16]]
_H256 = [h >> 32 for h in _H512]
_H224 = [h & _M32 for h in _H384]
_MD5_SHIFTS = [[7, 12, 17, 22], [5, 9, 14, 20], [4, 11, 16, 23], [6, 10, 15, 21]]
_MD5_K = []
_H1 = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0]


def _md5(state, block):
    if not _MD5_K:
        import math
        _MD5_K.extend(int(abs(math.sin(i + 1)) * 4294967296) for i in range(64))
    words = [int.from_bytes(block[i:i + 4], "little") for i in range(0, 64, 4)]
    a, b, c, d = state
    for i in range(64):
        turn = i >> 4
        if turn == 0:
            f, g = (b & c) | (~b & d), i
        elif turn == 1:
            f, g = (d & b) | (~d & c), (5 * i + 1) & 15
        elif turn == 2:
            f, g = b ^ c ^ d, (3 * i + 5) & 15
        else:
            f, g = c ^ (b | (~d & _M32)), (7 * i) & 15
        f = (f + a + _MD5_K[i] + words[g]) & _M32
        shift = _MD5_SHIFTS[turn][i & 3]
        a, d, c = d, c, b
        b = (b + (f << shift | f >> 32 - shift)) & _M32
    return [(x + y) & _M32 for x, y in zip(state, (a, b, c, d))]


def _sha1(state, block):
    words = [int.from_bytes(block[i:i + 4], "big") for i in range(0, 64, 4)]
    for i in range(16, 80):
        w = words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16]
        words.append((w << 1 | w >> 31) & _M32)
    a, b, c, d, e = state
    for i, w in enumerate(words):
        if i < 20:
            f, k = (b & c) | (~b & d), 0x5A827999
        elif i < 40:
            f, k = b ^ c ^ d, 0x6ED9EBA1
        elif i < 60:
            f, k = (b & c) | (b & d) | (c & d), 0x8F1BBCDC
        else:
            f, k = b ^ c ^ d, 0xCA62C1D6
        a, b, c, d, e = ((a << 5 | a >> 27) + f + e + k + w) & _M32, a, (b << 30 | b >> 2) & _M32, c, d
    return [(x + y) & _M32 for x, y in zip(state, (a, b, c, d, e))]


def _sha2(bits, mask, constants, small0, small1, big0, big1):
    size = bits // 8

    def turn(x, n):
        return (x >> n | x << bits - n) & mask

    def compress(state, block):
        words = [int.from_bytes(block[i:i + size], "big") for i in range(0, 16 * size, size)]
        for i in range(16, len(constants)):
            x, y = words[i - 15], words[i - 2]
            s0 = turn(x, small0[0]) ^ turn(x, small0[1]) ^ x >> small0[2]
            s1 = turn(y, small1[0]) ^ turn(y, small1[1]) ^ y >> small1[2]
            words.append((words[i - 16] + s0 + words[i - 7] + s1) & mask)
        a, b, c, d, e, f, g, h = state
        for k, w in zip(constants, words):
            s1 = turn(e, big1[0]) ^ turn(e, big1[1]) ^ turn(e, big1[2])
            t1 = h + s1 + ((e & f) ^ (~e & g)) + k + w
            s0 = turn(a, big0[0]) ^ turn(a, big0[1]) ^ turn(a, big0[2])
            t2 = s0 + ((a & b) ^ (a & c) ^ (b & c))
            a, b, c, d, e, f, g, h = (t1 + t2) & mask, a, b, c, (d + t1) & mask, e, f, g
        return [(x + y) & mask for x, y in zip(state, (a, b, c, d, e, f, g, h))]
    return compress


_sha256 = _sha2(32, _M32, _K32, (7, 18, 3), (17, 19, 10), (2, 13, 22), (6, 11, 25))
_sha512 = _sha2(64, _M64, _K64, (1, 8, 7), (19, 61, 6), (28, 34, 39), (14, 18, 41))
# compress, first state, bytes of a word, their order, bytes of a block, of the digest
_KINDS = {"md5": (_md5, _H1[:4], 4, "little", 64, 16), "sha1": (_sha1, _H1, 4, "big", 64, 20),
          "sha224": (_sha256, _H224, 4, "big", 64, 28), "sha256": (_sha256, _H256, 4, "big", 64, 32),
          "sha384": (_sha512, _H384, 8, "big", 128, 48), "sha512": (_sha512, _H512, 8, "big", 128, 64)}


class HASH:
    __module__ = "_hashlib"
    __slots__ = ("name", "digest_size", "block_size", "_state", "_rest", "_length")

    def __init__(self, name):
        _, state, _, _, self.block_size, self.digest_size = _KINDS[name]
        self.name, self._state, self._rest, self._length = name, state, b"", 0

    def __repr__(self):
        return f"<{self.name} _hashlib.HASH object @ 0x{id(self):x}>"

    def update(self, obj, /):
        if isinstance(obj, str):
            raise TypeError("Strings must be encoded before hashing")
        if not isinstance(obj, (bytes, bytearray, memoryview)):
            raise TypeError("object supporting the buffer API required")
        data = self._rest + bytes(obj)
        self._length += len(obj)
        self._state, self._rest = self._compressed(self._state, data)

    def _compressed(self, state, data):
        compress, size = _KINDS[self.name][0], self.block_size
        whole = len(data) - len(data) % size
        for at in range(0, whole, size):
            state = compress(state, data[at:at + size])
        return state, data[whole:]

    def digest(self):
        _, _, word, order, size, length = _KINDS[self.name]
        end = b"\x80" + bytes(-(len(self._rest) + 1 + size // 8) % size) + (8 * self._length).to_bytes(size // 8, order)
        state, _ = self._compressed(self._state, self._rest + end)
        return b"".join([each.to_bytes(word, order) for each in state])[:length]

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        made = HASH(self.name)
        made._state, made._rest, made._length = self._state, self._rest, self._length
        return made


def new(name, data=b"", *, usedforsecurity=True):
    if not isinstance(name, str):
        raise TypeError(f"new() argument 'name' must be str, not {type(name).__name__}")
    folded = name.lower().replace("-", "")
    if folded not in _KINDS:
        import _simul_digests
        wanted = name.lower().replace("-", "_")
        if wanted in ("blake2b", "blake2s") or wanted.startswith(("sha3_", "shake_")) and hasattr(_simul_digests, wanted):
            return getattr(_simul_digests, wanted)(data)
        raise ValueError(f"unsupported hash type {name}")
    made = HASH(folded)
    made.update(data)
    return made


def openssl_md5(string=b"", *, usedforsecurity=True):
    return new("md5", string)


def openssl_sha1(string=b"", *, usedforsecurity=True):
    return new("sha1", string)


def openssl_sha224(string=b"", *, usedforsecurity=True):
    return new("sha224", string)


def openssl_sha256(string=b"", *, usedforsecurity=True):
    return new("sha256", string)


def openssl_sha384(string=b"", *, usedforsecurity=True):
    return new("sha384", string)


def openssl_sha512(string=b"", *, usedforsecurity=True):
    return new("sha512", string)
