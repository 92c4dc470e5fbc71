"""UUIDs. Mirrors CPython's Lib/uuid.py; uuid4 comes from the run's own generator, so that a run can be made again.

A UUID is one number of 128 bits; everything else is a way to read it or to write it down."""
import operator as _operator
import random as _random
from enum import Enum

RESERVED_NCS = 'reserved for NCS compatibility'
RFC_4122 = 'specified in RFC 4122'
RESERVED_MICROSOFT = 'reserved for Microsoft compatibility'
RESERVED_FUTURE = 'reserved for future definition'
_VARIANTS = 4 * [RESERVED_NCS] + 2 * [RFC_4122] + [RESERVED_MICROSOFT, RESERVED_FUTURE]    # by the three bits from 61 on

_PARTS = ((96, 32), (80, 16), (64, 16), (56, 8), (48, 8), (0, 48))    # the fields, as (first bit, number of bits)
_int, _bytes = int, bytes    # these names are a UUID's own within the class
_set = object.__setattr__    # a UUID's own refuses


class SafeUUID(Enum):
    safe, unsafe, unknown = 0, -1, None


def _part(first, size):
    mask = (1 << size) - 1
    return property(lambda self: self.int >> first & mask)


def _compared(compare):
    def method(self, other):
        return compare(self.int, other.int) if isinstance(other, UUID) else NotImplemented
    method.__name__ = f"__{compare.__name__}__"
    method.__qualname__ = "UUID." + method.__name__
    return method


def _in_other_order(data):
    """The first three fields with their bytes turned round, as bytes_le has them; done twice it is as it was."""
    return data[3::-1] + data[5:3:-1] + data[7:5:-1] + data[8:]


def _of_hex(text):
    digits = text.replace('urn:', '').replace('uuid:', '').strip('{}').replace('-', '')
    if len(digits) != 32:
        raise ValueError('badly formed hexadecimal UUID string')
    return _int(digits, 16)


def _of_bytes(data):
    if len(data) != 16:
        raise ValueError('bytes is not a 16-char string')
    assert isinstance(data, _bytes), repr(data)
    return _int.from_bytes(data)


def _of_bytes_le(data):
    if len(data) != 16:
        raise ValueError('bytes_le is not a 16-char string')
    return _of_bytes(_in_other_order(data))


def _of_fields(fields):
    if len(fields) != 6:
        raise ValueError('fields is not a 6-tuple')
    made = 0
    for number, (value, (first, size)) in enumerate(zip(fields, _PARTS), 1):
        if not 0 <= value < 1 << size:
            raise ValueError(f"field {number} out of range (need a{'n' * (size == 8)} {size}-bit value)")
        made |= value << first
    return made


class UUID:
    __slots__ = 'int', 'is_safe', '__weakref__'

    def __init__(self, hex=None, bytes=None, bytes_le=None, fields=None, int=None, version=None, *, is_safe=SafeUUID.unknown):
        if (hex, bytes, bytes_le, fields, int).count(None) != 4:
            raise TypeError('one of the hex, bytes, bytes_le, fields, or int arguments must be given')
        if int is None:
            int = (_of_hex(hex) if hex is not None else _of_bytes(bytes) if bytes is not None else
                   _of_fields(fields) if fields is not None else _of_bytes_le(bytes_le))
        elif not 0 <= int < 1 << 128:
            raise ValueError('int is out of range (need a 128-bit value)')
        if version is not None:
            if not 1 <= version <= 5:
                raise ValueError('illegal version number')
            int = int & ~(0xf << 76 | 0b11 << 62) | version << 76 | 0b10 << 62
        _set(self, 'int', int)
        _set(self, 'is_safe', is_safe)

    def __getstate__(self):
        state = {'int': self.int}
        if self.is_safe is not SafeUUID.unknown:
            state['is_safe'] = self.is_safe.value
        return state

    def __setstate__(self, state):
        _set(self, 'int', state['int'])
        _set(self, 'is_safe', SafeUUID(state.get('is_safe')))

    def __setattr__(self, name, value):
        raise TypeError('UUID objects are immutable')

    def __hash__(self):
        return hash(self.int)

    __eq__, __lt__, __le__, __gt__, __ge__ = map(_compared, (_operator.eq, _operator.lt, _operator.le, _operator.gt, _operator.ge))

    # How it is read.

    def __int__(self):
        return self.int

    def __str__(self):
        digits = self.hex
        return '-'.join([digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]])

    def __repr__(self):
        return f"{type(self).__name__}({str(self)!r})"

    hex = property(lambda self: f'{self.int:032x}')
    urn = property(lambda self: f'urn:uuid:{self}')
    bytes = property(lambda self: self.int.to_bytes(16))
    bytes_le = property(lambda self: _in_other_order(self.bytes))
    time_low, time_mid, time_hi_version, clock_seq_hi_variant, clock_seq_low, node = (_part(*each) for each in _PARTS)
    fields = property(lambda self: (self.time_low, self.time_mid, self.time_hi_version, self.clock_seq_hi_variant, self.clock_seq_low, self.node))
    clock_seq = _part(48, 14)
    time = property(lambda self: (self.time_hi_version & 0xfff) << 48 | self.time_mid << 32 | self.time_low)
    variant = property(lambda self: _VARIANTS[self.int >> 61 & 7])
    version = property(lambda self: self.int >> 76 & 15 if self.variant == RFC_4122 else None)


_source = _random.Random(20240102)


def getnode():
    """A page has no network card: a number of the kind that is for those."""
    return 0x020000000001


def uuid1(node=None, clock_seq=None):
    import time
    ticks = time.time_ns() // 100 + 0x01b21dd213814000    # of 100 ns, since the Gregorian calendar began in 1582
    if clock_seq is None:
        clock_seq = _source.getrandbits(14)
    return UUID(fields=(ticks & 0xffffffff, ticks >> 32 & 0xffff, ticks >> 48 & 0xfff, clock_seq >> 8 & 0x3f, clock_seq & 0xff,
                        getnode() if node is None else node), version=1)


def uuid4():
    return UUID(int=_source.getrandbits(128), version=4)


def _of_name(digest, namespace, name, version):
    data = namespace.bytes + (name.encode() if isinstance(name, str) else name)
    return UUID(bytes=digest(data).digest()[:16], version=version)


def uuid3(namespace, name):
    from hashlib import md5
    return _of_name(md5, namespace, name, 3)


def uuid5(namespace, name):
    from hashlib import sha1
    return _of_name(sha1, namespace, name, 5)


NAMESPACE_DNS, NAMESPACE_URL, NAMESPACE_OID, NAMESPACE_X500 = (UUID(f'6ba7b81{each}-9dad-11d1-80b4-00c04fd430c8') for each in (0, 1, 2, 4))
