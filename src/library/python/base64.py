"""Base 64 and 16. Mirrors what programs use of CPython's Lib/base64.py."""

__all__ = ['encodebytes', 'decodebytes', 'b64encode', 'b64decode', 'standard_b64encode', 'standard_b64decode',
           'urlsafe_b64encode', 'urlsafe_b64decode', 'b16encode', 'b16decode']

_LETTERS = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
_VALUES = {letter: value for value, letter in enumerate(_LETTERS)}


class Error(ValueError):
    __module__ = 'binascii'


def _bytes(s):
    if isinstance(s, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    if not isinstance(s, (bytes, bytearray, memoryview)):
        raise TypeError(f"a bytes-like object is required, not {type(s).__name__!r}")
    return bytes(s)


def b64encode(s, altchars=None):
    s = _bytes(s)
    out = bytearray()
    for at in range(0, len(s), 3):
        piece = s[at:at + 3]
        bits = int.from_bytes(piece + bytes(3 - len(piece)), 'big')
        for place in range(4):
            out.append(_LETTERS[bits >> (18 - 6 * place) & 63] if place <= len(piece) else 61)
    made = bytes(out)
    if altchars is not None:
        made = made.replace(b'+', altchars[:1]).replace(b'/', altchars[1:2])
    return made


def b64decode(s, altchars=None, validate=False):
    if isinstance(s, str):
        if not s.isascii():
            raise ValueError('string argument should contain only ASCII characters')
        s = s.encode('ascii')
    s = bytes(s)
    if altchars is not None:
        s = s.replace(altchars[:1], b'+').replace(altchars[1:2], b'/')
    if validate and not all([letter in _VALUES or letter == 61 for letter in s]):
        raise Error('Only base64 data is allowed')
    bits = count = padding = 0
    out = bytearray()
    for letter in s:
        if letter == 61:
            padding += 1
            if count % 4 >= 2 and count % 4 + padding >= 4:
                break
            continue
        value = _VALUES.get(letter)
        if value is None:
            continue
        padding = 0
        bits = bits << 6 | value
        count += 1
        if count % 4:
            out.append(bits >> (6 - 2 * (count % 4 - 1)) & 255) if count % 4 > 1 else None
            if count % 4 > 1:
                bits &= (1 << (6 - 2 * (count % 4 - 1))) - 1
        else:
            out.append(bits & 255)
            bits = 0
    if count % 4 == 1:
        raise Error(f'Invalid base64-encoded string: number of data characters ({count}) cannot be 1 more than a '
                    'multiple of 4')
    if count % 4 and padding + count % 4 < 4:
        raise Error('Incorrect padding')
    return bytes(out)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b'-_')


def urlsafe_b64decode(s):
    return b64decode(s, b'-_')


def encodebytes(s):
    s = _bytes(s)
    return b''.join([b64encode(s[at:at + 57]) + b'\n' for at in range(0, len(s), 57)])


def decodebytes(s):
    return b64decode(s)


def b16encode(s):
    return _bytes(s).hex().upper().encode('ascii')


def b16decode(s, casefold=False):
    text = s if isinstance(s, str) else bytes(s).decode('ascii')
    if casefold:
        text = text.upper()
    if len(text) % 2 or not all([letter in '0123456789ABCDEF' for letter in text]):
        raise Error('Non-base16 digit found')
    return bytes.fromhex(text)
