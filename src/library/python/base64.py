"""Base 64 and 16. Mirrors what programs use of CPython's Lib/base64.py."""
import binascii
from binascii import Error

__all__ = ['encodebytes', 'decodebytes', 'b64encode', 'b64decode', 'standard_b64encode', 'standard_b64decode',
           'urlsafe_b64encode', 'urlsafe_b64decode', 'b16encode', 'b16decode', 'b32encode', 'b32decode', 'b32hexencode',
           'b32hexdecode', 'b85encode', 'b85decode', 'a85encode', 'a85decode', 'z85encode', 'z85decode']

_LETTERS = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
_VALUES = bytes.maketrans(_LETTERS, bytes(range(64)))
_OTHERS = bytes(each for each in range(256) if each not in _LETTERS)


def _bytes(s):
    if isinstance(s, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    if not isinstance(s, (bytes, bytearray, memoryview)):
        raise TypeError(f"a bytes-like object is required, not {type(s).__name__!r}")
    return bytes(s)


def _letters(s):
    """What is to be decoded, as bytes."""
    if isinstance(s, str):
        if not s.isascii():
            raise ValueError('string argument should contain only ASCII characters')
        return s.encode()
    try:
        return bytes(memoryview(s))
    except TypeError:
        raise TypeError(f'argument should be a bytes-like object or ASCII string, not {type(s).__name__!r}') from None


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
        assert len(altchars) == 2, repr(altchars)
        made = made.replace(b'+', altchars[:1]).replace(b'/', altchars[1:2])
    return made


def b64decode(s, altchars=None, validate=False):
    s = _letters(s)
    if altchars is not None:
        altchars = _letters(altchars)
        assert len(altchars) == 2, repr(altchars)
        s = s.translate(bytes.maketrans(altchars, b'+/'))
    if validate:
        _be_strict(s)
    values = s.translate(_VALUES, _OTHERS)
    missing = -len(values) % 4
    if missing == 3:
        raise _one_more(len(values))
    if missing and s[len(s.rstrip(_OTHERS)):].count(b'=') < missing:
        raise Error('Incorrect padding')
    values += bytes(missing)
    out = bytearray()
    for at in range(0, len(values), 4):
        a, b, c, d = values[at:at + 4]
        out += (a << 18 | b << 12 | c << 6 | d).to_bytes(3)
    return bytes(out[:len(out) - missing])


def _one_more(count):
    return Error(f'Invalid base64-encoded string: number of data characters ({count}) cannot be 1 more than a multiple of 4')


def _be_strict(s):
    """Refuses letters that mean nothing, and padding that is not at the end or too much."""
    if s.startswith(b'='):
        raise Error('Leading padding not allowed')
    count = pads = 0
    for letter in s:
        extra = count % 4
        if letter == 61:
            if extra == 1:
                raise _one_more(count)
            pads += 1
            if not extra or extra + pads > 4:
                raise Error('Excess padding not allowed')
        elif letter not in _LETTERS:
            raise Error('Only base64 data is allowed')
        elif pads:
            raise Error('Discontinuous padding not allowed' if extra + pads < 4 else 'Excess data after padding')
        else:
            count += 1


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b'-_')


def urlsafe_b64decode(s):
    return b64decode(s, b'-_')


def _viewed(s):
    try:
        return memoryview(s)
    except TypeError as error:
        raise TypeError(f'expected bytes-like object, not {type(s).__name__}') from error


def encodebytes(s):
    s = _viewed(s)
    return b''.join([b64encode(s[at:at + 57]) + b'\n' for at in range(0, len(s), 57)])


def decodebytes(s):
    return b64decode(_viewed(s))


def b16encode(s):
    return _bytes(s).hex().upper().encode('ascii')


def b16decode(s, casefold=False):
    s = _letters(s)
    if casefold:
        s = s.upper()
    if s.strip(b'0123456789ABCDEF'):
        raise Error('Non-base16 digit found')
    return binascii.unhexlify(s)


_B32, _B32_HEX = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567', b'0123456789ABCDEFGHIJKLMNOPQRSTUV'
_B85 = b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~'


def _encode32(s, alphabet):
    s = bytes(memoryview(s))
    out = bytearray()
    for at in range(0, len(s), 5):
        number = int.from_bytes(s[at:at + 5].ljust(5, b'\0'))
        out += bytes([alphabet[number >> shift & 31] for shift in range(35, -1, -5)])
    if len(s) % 5:
        keep = (len(s) % 5 * 8 + 4) // 5
        out[keep - 8:] = b'=' * (8 - keep)
    return bytes(out)


def _decode32(s, alphabet, casefold, map01=None):
    s = _letters(s)
    if len(s) % 8:
        raise Error('Incorrect padding')
    if map01 is not None:
        s = s.translate(bytes.maketrans(b'01', b'O' + _letters(map01)))
    if casefold:
        s = s.upper()
    kept = s.rstrip(b'=')
    pads = len(s) - len(kept)
    values = [alphabet.find(each) for each in kept]
    if -1 in values:
        raise Error('Non-base32 digit found')
    if pads not in (0, 1, 3, 4, 6):
        raise Error('Incorrect padding')
    values += [0] * pads
    out = bytearray()
    for at in range(0, len(values), 8):
        number = 0
        for value in values[at:at + 8]:
            number = number << 5 | value
        out += number.to_bytes(5)
    return bytes(out[:len(out) - 5 + (43 - 5 * pads) // 8] if pads else out)


def b32encode(s):
    return _encode32(s, _B32)


def b32decode(s, casefold=False, map01=None):
    return _decode32(s, _B32, casefold, map01)


def b32hexencode(s):
    return _encode32(s, _B32_HEX)


def b32hexdecode(s, casefold=False):
    return _decode32(s, _B32_HEX, casefold)


def b85encode(b, pad=False):
    b = bytes(memoryview(b))
    missing = -len(b) % 4
    out = bytearray()
    for at in range(0, len(b), 4):
        number = int.from_bytes(b[at:at + 4].ljust(4, b'\0'))
        out += bytes([_B85[number // 85 ** power % 85] for power in (4, 3, 2, 1, 0)])
    return bytes(out[:len(out) - missing] if missing and not pad else out)


def b85decode(b):
    b = _letters(b)
    missing = -len(b) % 5
    b += b'~' * missing
    out = bytearray()
    for at in range(0, len(b), 5):
        number = 0
        for place, each in enumerate(b[at:at + 5]):
            value = _B85.find(each)
            if value < 0:
                raise ValueError(f'bad base85 character at position {at + place}')
            number = number * 85 + value
        if number >> 32:
            raise ValueError(f'base85 overflow in hunk starting at byte {at}')
        out += number.to_bytes(4)
    return bytes(out[:len(out) - missing] if missing else out)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    b = bytes(memoryview(b))
    missing = -len(b) % 4
    out = []
    for at in range(0, len(b), 4):
        number = int.from_bytes(b[at:at + 4].ljust(4, b'\0'))
        digits = bytes([33 + number // 85 ** power % 85 for power in (4, 3, 2, 1, 0)])
        cut = missing if at + 4 > len(b) and not pad else 0
        whole = b'z' if not number else b'y' if foldspaces and number == 0x20202020 else digits
        out.append(digits[:5 - cut] if cut else whole)
    text = (b'<~' if adobe else b'') + b''.join(out)
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [text[at:at + wrapcol] for at in range(0, len(text), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b'')
        text = b'\n'.join(lines)
    return text + b'~>' if adobe else text


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b' \t\n\r\v'):
    b = _letters(b)
    if adobe:
        if not b.endswith(b'~>'):
            raise ValueError(f"Ascii85 encoded byte sequences must end with {b'~>'!r}")
        b = b[2 if b.startswith(b'<~') else 0:-2]
    out, digits = bytearray(), []
    for each in b + b'uuuu':
        if 33 <= each <= 117:
            digits.append(each - 33)
            if len(digits) == 5:
                number = 0
                for digit in digits:
                    number = number * 85 + digit
                if number >> 32:
                    raise ValueError('Ascii85 overflow')
                out += number.to_bytes(4)
                digits = []
        elif each == 122 or each == 121 and foldspaces:
            if digits:
                raise ValueError(f'{each:c} inside Ascii85 5-tuple')
            out += b'\0\0\0\0' if each == 122 else b'    '
        elif each not in ignorechars:
            raise ValueError(f'Non-Ascii85 digit found: {each:c}')
    padding = 4 - len(digits)
    return bytes(out[:len(out) - padding] if padding else out)


_Z85 = b'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#'
_TO_Z85 = bytes.maketrans(_B85, _Z85)
_FROM_Z85 = bytes.maketrans(_Z85 + b';_`|~', _B85 + bytes(5))


def z85encode(s):
    return b85encode(s).translate(_TO_Z85)


def z85decode(s):
    try:
        return b85decode(_letters(s).translate(_FROM_Z85))
    except ValueError as error:
        raise ValueError(error.args[0].replace('base85', 'z85')) from None
