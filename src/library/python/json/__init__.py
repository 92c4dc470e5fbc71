"""JSON. Mirrors CPython's Lib/json/__init__.py."""
from .decoder import JSONDecodeError, JSONDecoder
from .encoder import JSONEncoder

__all__ = ['dump', 'dumps', 'load', 'loads', 'JSONDecoder', 'JSONDecodeError', 'JSONEncoder']


_ENCODER, _DECODER = JSONEncoder(), JSONDecoder()    # for who asks for nothing else


def _encoder(skipkeys, ensure_ascii, check_circular, allow_nan, cls, indent, separators, default, sort_keys, kw):
    plain = cls is None and indent is None and separators is None and default is None
    if plain and ensure_ascii and check_circular and allow_nan and not (skipkeys or sort_keys or kw):
        return _ENCODER
    return (JSONEncoder if cls is None else cls)(
        sort_keys=sort_keys, default=default, separators=separators, indent=indent, allow_nan=allow_nan,
        check_circular=check_circular, ensure_ascii=ensure_ascii, skipkeys=skipkeys, **kw)


def dump(obj, fp, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
         separators=None, default=None, sort_keys=False, **kw):
    encoder = _encoder(skipkeys, ensure_ascii, check_circular, allow_nan, cls, indent, separators, default, sort_keys, kw)
    for chunk in encoder.iterencode(obj):
        fp.write(chunk)


def dumps(obj, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, cls=None, indent=None,
          separators=None, default=None, sort_keys=False, **kw):
    return _encoder(skipkeys, ensure_ascii, check_circular, allow_nan, cls, indent, separators, default, sort_keys,
                    kw).encode(obj)


def _encoding(b):
    """Which of the Unicode encodings the bytes are in: a mark says so, or where the zeros of the first two letters are."""
    if b.startswith((b'\xff\xfe\0\0', b'\0\0\xfe\xff')):
        return 'utf-32'
    if b.startswith((b'\xff\xfe', b'\xfe\xff')):
        return 'utf-16'
    if b.startswith(b'\xef\xbb\xbf'):
        return 'utf-8-sig'
    zeros = tuple([not each for each in b[:4]])
    if zeros[:1] == (True,) and len(zeros) in (2, 4):
        return 'utf-16-be' if len(zeros) == 2 or not zeros[1] else 'utf-32-be'
    if zeros[1:2] == (True,) and len(zeros) in (2, 4):
        return 'utf-16-le' if len(zeros) == 2 or not (zeros[2] and zeros[3]) else 'utf-32-le'
    return 'utf-8'


def load(fp, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
         object_pairs_hook=None, **kw):
    return loads(fp.read(), **kw, object_pairs_hook=object_pairs_hook, object_hook=object_hook, cls=cls,
                 parse_constant=parse_constant, parse_int=parse_int, parse_float=parse_float)


def loads(s, *, cls=None, object_hook=None, parse_float=None, parse_int=None, parse_constant=None,
          object_pairs_hook=None, **kw):
    if isinstance(s, str):
        if s.startswith('\ufeff'):
            raise JSONDecodeError("Unexpected UTF-8 BOM (decode using utf-8-sig)", s, 0)
    else:
        if not isinstance(s, (bytes, bytearray)):
            raise TypeError(f'the JSON object must be str, bytes or bytearray, not {s.__class__.__name__}')
        s = bytes(s).decode(_encoding(s), 'surrogatepass')
    # A class of the program is told what was given, and nothing of the rest.
    for name, given in (("object_hook", object_hook), ("object_pairs_hook", object_pairs_hook), ("parse_float", parse_float),
                        ("parse_int", parse_int), ("parse_constant", parse_constant)):
        if given is not None:
            kw[name] = given
    if cls is None:
        return (JSONDecoder(**kw) if kw else _DECODER).decode(s)
    return cls(**kw).decode(s)
