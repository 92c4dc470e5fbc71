"""The digests that hashlib has beside md5, sha1 and sha2: CPython's Modules/sha3module.c and blake2module.c. The bytes are kept
until a digest is asked for."""
from _simul import c_class

_M64 = (1 << 64) - 1


def _turned(x, n, bits=64):
    """x, whose bits go round to the left."""
    n %= bits
    return (x << n | x >> bits - n) & (1 << bits) - 1


def _keccak(lanes):
    """Keccak-f[1600] of 25 lanes, lane x + 5 * y."""
    register = 1
    for _ in range(24):
        columns = [lanes[x] ^ lanes[x + 5] ^ lanes[x + 10] ^ lanes[x + 15] ^ lanes[x + 20] for x in range(5)]
        for x in range(5):
            mixed = columns[x - 1] ^ _turned(columns[(x + 1) % 5], 1)
            for y in range(0, 25, 5):
                lanes[x + y] ^= mixed
        x, y, moved = 1, 0, lanes[1]
        for t in range(24):
            x, y = y, (2 * x + 3 * y) % 5
            lanes[x + 5 * y], moved = _turned(moved, (t + 1) * (t + 2) // 2), lanes[x + 5 * y]
        for y in range(0, 25, 5):
            row = lanes[y:y + 5]
            for x in range(5):
                lanes[x + y] = row[x] ^ (~row[(x + 1) % 5] & _M64 & row[(x + 2) % 5])
        for j in range(7):
            if register & 1:
                lanes[0] ^= 1 << (1 << j) - 1
            register = register << 1 ^ (0x171 if register & 0x80 else 0)


def _sponge(data, rate, ending, length):
    data = bytearray(data) + bytes([ending])
    data += bytes(-len(data) % rate)
    data[-1] |= 0x80
    lanes = [0] * 25
    for at in range(0, len(data), rate):
        for i in range(0, rate, 8):
            lanes[i // 8] ^= int.from_bytes(data[at + i:at + i + 8], "little")
        _keccak(lanes)
    out = b""
    while True:
        out += b"".join([lane.to_bytes(8, "little") for lane in lanes[:rate // 8]])
        if len(out) >= length:
            return out[:length]
        _keccak(lanes)


_H64 = [0x6A09E667F3BCC908, 0xBB67AE8584CAA73B, 0x3C6EF372FE94F82B, 0xA54FF53A5F1D36F1, 0x510E527FADE682D1, 0x9B05688C2B3E6C1F,
        0x1F83D9ABFB41BD6B, 0x5BE0CD19137E2179]
_SIGMA = [[int(digit, 16) for digit in row] for row in (
    "0123456789abcdef", "ea489fd61c02b753", "b8c052fdae367194", "7931dcbe265a40f8", "905724afe1bc683d",
    "2c6a0b834d75fe19", "c51fed4a0763928b", "db7ec13950f4862a", "6fe9b308c2d714a5", "a2847615fb9e3cd0")]


def _blake(data, key, length, salt, person, bits):
    size, mask, rounds = bits // 8, (1 << bits) - 1, 12 if bits == 64 else 10
    turns = (32, 24, 16, 63) if bits == 64 else (16, 12, 8, 7)
    block = 16 * size
    first = [each if bits == 64 else each >> 32 for each in _H64]
    parameters = bytes([length, len(key), 1, 1]) + bytes(4 * size - 4) + salt.ljust(2 * size, b"\0") + person.ljust(2 * size, b"\0")
    state = [h ^ int.from_bytes(parameters[i * size:i * size + size], "little") for i, h in enumerate(first)]
    if key:
        data = key.ljust(block, b"\0") + data
    count = max(1, -(-len(data) // block))
    for n in range(count):
        piece = data[n * block:n * block + block].ljust(block, b"\0")
        words = [int.from_bytes(piece[i:i + size], "little") for i in range(0, block, size)]
        done = min(len(data), (n + 1) * block)
        v = state + first
        v[12] ^= done & mask
        v[13] ^= done >> bits
        if n == count - 1:
            v[14] ^= mask
        for r in range(rounds):
            s = _SIGMA[r % 10]
            for i in range(8):
                a = i % 4
                b, c, d = 4 + (a + i // 4) % 4, 8 + (a + i // 4 * 2) % 4, 12 + (a + i // 4 * 3) % 4
                for word, (turn_d, turn_b) in ((words[s[2 * i]], turns[:2]), (words[s[2 * i + 1]], turns[2:])):
                    v[a] = (v[a] + v[b] + word) & mask
                    v[d] = _turned(v[d] ^ v[a], bits - turn_d, bits)
                    v[c] = (v[c] + v[d]) & mask
                    v[b] = _turned(v[b] ^ v[c], bits - turn_b, bits)
        state = [h ^ v[i] ^ v[i + 8] for i, h in enumerate(state)]
    return b"".join([each.to_bytes(size, "little") for each in state])[:length]


class _Kept:
    __slots__ = ("_data",)

    def update(self, obj, /):
        if isinstance(obj, str):
            raise TypeError("Strings must be encoded before hashing")
        if not isinstance(obj, (bytes, bytearray, memoryview)):
            raise TypeError("object supporting the buffer API required")
        self._data += bytes(obj)

    def hexdigest(self):
        return self.digest().hex()


class HASH(_Kept):
    __module__ = "_hashlib"
    __slots__ = ("name", "digest_size", "block_size")

    def __init__(self, name, string):
        self.name, self._data, self.digest_size = name, b"", int(name[5:]) // 8
        self.block_size = 200 - 2 * self.digest_size
        self.update(string)

    def digest(self):
        return _sponge(self._data, self.block_size, 0x06, self.digest_size)

    def copy(self):
        return type(self)(self.name, self._data)

    def __repr__(self):
        return f"<{self.name} _hashlib.{type(self).__name__} object @ 0x{id(self):x}>"


class HASHXOF(HASH):
    __module__ = "_hashlib"
    __slots__ = ()

    def __init__(self, name, string):
        self.name, self._data, self.digest_size = name, b"", 0
        self.block_size = 200 - int(name[6:]) // 4
        self.update(string)

    def digest(self, length):
        if length < 0:
            raise MemoryError
        return _sponge(self._data, self.block_size, 0x1F, length)

    def hexdigest(self, length):
        return self.digest(length).hex()


def _sha3(name):
    def made(string=b"", *, usedforsecurity=True):
        return (HASHXOF if name.startswith("shake") else HASH)(name, string)
    made.__name__ = made.__qualname__ = "openssl_" + name
    return made


sha3_224, sha3_256, sha3_384, sha3_512 = _sha3("sha3_224"), _sha3("sha3_256"), _sha3("sha3_384"), _sha3("sha3_512")
shake_128, shake_256 = _sha3("shake_128"), _sha3("shake_256")


class _Blake(_Kept):
    __slots__ = ("digest_size", "_key", "_salt", "_person")

    def __new__(cls, data=b"", /, *, digest_size=None, key=b"", salt=b"", person=b"", fanout=1, depth=1, leaf_size=0, node_offset=0,
                node_depth=0, inner_size=0, last_node=False, usedforsecurity=True):
        most = cls.MAX_DIGEST_SIZE
        if digest_size is None:
            digest_size = most
        if (fanout, depth, leaf_size, node_offset, node_depth, inner_size, last_node) != (1, 1, 0, 0, 0, 0, False):
            raise NotImplementedError("Simul's blake2 has no trees (instead: leave fanout, depth and their kind out)")
        if not 1 <= digest_size <= most:
            raise ValueError(f"digest_size must be between 1 and {most} bytes")
        for name, value, limit in (("salt", salt, cls.SALT_SIZE), ("person", person, cls.PERSON_SIZE), ("key", key, cls.MAX_KEY_SIZE)):
            if len(value) > limit:
                raise ValueError(f"maximum {name} length is {limit} bytes")
        self = object.__new__(cls)
        self.digest_size, self._key, self._salt, self._person, self._data = digest_size, bytes(key), bytes(salt), bytes(person), b""
        self.update(data)
        return self

    @property
    def name(self):
        return type(self).__name__

    def digest(self):
        return _blake(self._data, self._key, self.digest_size, self._salt, self._person, self.MAX_DIGEST_SIZE)

    def copy(self):
        return type(self)(self._data, digest_size=self.digest_size, key=self._key, salt=self._salt, person=self._person)


@c_class
class blake2b(_Blake):
    __module__ = "_blake2"
    __slots__ = ()
    SALT_SIZE = PERSON_SIZE = 16
    MAX_KEY_SIZE = MAX_DIGEST_SIZE = 64
    block_size = 128


@c_class
class blake2s(_Blake):
    __module__ = "_blake2"
    __slots__ = ()
    SALT_SIZE = PERSON_SIZE = 8
    MAX_KEY_SIZE = MAX_DIGEST_SIZE = 32
    block_size = 64
