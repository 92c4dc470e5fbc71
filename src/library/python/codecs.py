"""Codecs by name, their steps one piece at a time, and handlers of errors. Mirrors CPython's Lib/codecs.py."""
import _simul_codecs
import builtins

__all__ = ["register", "lookup", "open", "BOM", "BOM_BE", "BOM_LE", "BOM_UTF8", "BOM_UTF16", "BOM_UTF16_LE", "BOM_UTF16_BE", "BOM_UTF32",
           "BOM_UTF32_LE", "BOM_UTF32_BE", "CodecInfo", "Codec", "IncrementalEncoder", "IncrementalDecoder", "StreamReader", "StreamWriter",
           "getencoder", "getdecoder", "getincrementalencoder", "getincrementaldecoder", "getreader", "getwriter", "encode", "decode",
           "iterencode", "iterdecode", "strict_errors", "ignore_errors", "replace_errors", "xmlcharrefreplace_errors",
           "backslashreplace_errors", "register_error", "lookup_error"]
BOM_UTF8 = b"\xef\xbb\xbf"
BOM_LE = BOM_UTF16 = BOM = BOM_UTF16_LE = b"\xff\xfe"
BOM_BE = BOM_UTF16_BE = b"\xfe\xff"
BOM_UTF32 = BOM_UTF32_LE = b"\xff\xfe\x00\x00"
BOM_UTF32_BE = b"\x00\x00\xfe\xff"

strict_errors = _simul_codecs.strict
ignore_errors = _simul_codecs.ignore
replace_errors = _simul_codecs.replace
backslashreplace_errors = _simul_codecs.backslashreplace
xmlcharrefreplace_errors = _simul_codecs.xmlcharrefreplace


class CodecInfo(tuple):
    """What lookup() finds: a tuple of four, and everything by name."""
    _is_text_encoding = True

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None, name=None, *,
                _is_text_encoding=None):
        made = super().__new__(cls, (encode, decode, streamreader, streamwriter))
        made.name, made.encode, made.decode = name, encode, decode
        made.streamreader, made.streamwriter = streamreader, streamwriter
        made.incrementalencoder, made.incrementaldecoder = incrementalencoder, incrementaldecoder
        if _is_text_encoding is not None:
            made._is_text_encoding = _is_text_encoding
        return made

    def __repr__(self):
        return "<%s.%s object for encoding %s at %#x>" % (type(self).__module__, type(self).__qualname__, self.name, id(self))


class Codec:
    def encode(self, input, errors="strict"):
        raise NotImplementedError

    def decode(self, input, errors="strict"):
        raise NotImplementedError


class IncrementalEncoder:
    def __init__(self, errors="strict"):
        self.errors = errors
        self.buffer = ""

    def encode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return 0

    def setstate(self, state):
        pass


class IncrementalDecoder:
    def __init__(self, errors="strict"):
        self.errors = errors

    def decode(self, input, final=False):
        raise NotImplementedError

    def reset(self):
        pass

    def getstate(self):
        return b"", 0

    def setstate(self, state):
        pass


class BufferedIncrementalDecoder(IncrementalDecoder):
    """Keeps the bytes that are no whole letter yet."""

    def __init__(self, errors="strict"):
        super().__init__(errors)
        self.buffer = b""

    def decode(self, input, final=False):
        waiting = self.buffer + input
        text, used = self._buffer_decode(waiting, self.errors, final)
        self.buffer = waiting[used:]
        return text

    def _buffer_decode(self, input, errors, final):
        raise NotImplementedError

    def reset(self):
        self.buffer = b""

    def getstate(self):
        return self.buffer, 0

    def setstate(self, state):
        self.buffer = state[0]


def _whole(data, name):
    """How many of the bytes are whole letters, as far as that can be seen from their end."""
    size = len(data)
    if name.startswith("utf-8"):
        for back in range(1, min(3, size) + 1):
            byte = data[size - back]
            if byte >= 0xc0:
                need = 2 if byte < 0xe0 else 3 if byte < 0xf0 else 4
                if back >= need:
                    return size
                try:
                    data[size - back:].decode()
                except UnicodeDecodeError as error:
                    if error.reason != "unexpected end of data" or error.end != back:
                        return size
                return size - back
            if byte < 0x80:
                break
        return size
    if name.startswith("utf-32"):
        return size - size % 4
    if name.startswith("utf-16"):
        size -= size % 2
        high = data[size - 1 if name != "utf-16-be" else size - 2] if size else 0
        return size - 2 if 0xd8 <= high < 0xdc else size
    return size


# What goes on without the mark that stands once in front.
_AFTER_THE_MARK = {"utf-16": "utf-16-le", "utf-32": "utf-32-le", "utf-8-sig": "utf-8"}


def _made(name):
    """The machine's codec of this name as an object."""
    text = name not in ("rot-13", "hex", "base64")
    one = not name.startswith("utf")

    def encode(input, errors="strict"):
        if not text:
            return _other(name, input, True), len(input)
        if not isinstance(input, str):
            raise TypeError(f"{name.replace('-', '_')}_encode() argument 1 must be str, not {type(input).__name__}")
        return input.encode(name, errors), len(input)

    def decode(input, errors="strict"):
        if not text:
            return _other(name, input, False), len(input)
        return bytes(input).decode(name, errors), len(input)

    class Encoder(IncrementalEncoder):
        begun = False    # whether the mark has been written

        def encode(self, input, final=False):
            if not text:
                return _other(name, input, True)
            if name not in _AFTER_THE_MARK or self.begun:
                return input.encode(_AFTER_THE_MARK.get(name, name), self.errors)
            self.begun = bool(input)
            return input.encode(name, self.errors) if input else b""

        def reset(self):
            self.begun = False

        def getstate(self):
            return (1 if name == "utf-8-sig" else 2) * (name in _AFTER_THE_MARK and not self.begun)

        def setstate(self, state):
            self.begun = not state

    class Decoder(BufferedIncrementalDecoder):
        order = None

        def decode(self, input, final=False):
            if not text:
                return _other(name, input, False)
            if one:
                return bytes(input).decode(name, self.errors)
            return super().decode(bytes(input), final)

        def _buffer_decode(self, data, errors, final):
            used = self.order or name
            if self.order is None and name in ("utf-16", "utf-32", "utf-8-sig"):
                size = {"utf-16": 2, "utf-32": 4, "utf-8-sig": 3}[name]
                if len(data) < size and not final and (name != "utf-8-sig" or BOM_UTF8.startswith(data)):
                    return "", 0
                if name == "utf-8-sig":
                    self.order = used = "utf-8"
                    skip = 3 if data.startswith(BOM_UTF8) else 0
                else:
                    big = data[:size] == (BOM_BE if size == 2 else BOM_UTF32_BE)
                    skip = size if big or data[:size] == (BOM_LE if size == 2 else BOM_UTF32_LE) else 0
                    if not skip and len(data) >= size:
                        raise UnicodeDecodeError(name, data, 0, size, "Stream does not start with BOM")
                    self.order = used = name + ("-be" if big else "-le")
                rest, consumed = self._buffer_decode(data[skip:], errors, final)
                return rest, consumed + skip
            end = len(data) if final else _whole(data, used)
            return data[:end].decode(used, errors), end

        def reset(self):
            super().reset()
            self.order = None

    class Reader(StreamReader):
        pass

    class Writer(StreamWriter):
        def reset(self):
            super().reset()
            vars(self).pop("encode", None)

    def encode_once(self, input, errors="strict"):
        """With the mark; what is written next has none."""
        made = encode(input, errors)
        self.encode = lookup(_AFTER_THE_MARK[name]).encode
        return made
    Encoder.__name__ = Encoder.__qualname__ = "IncrementalEncoder"
    Decoder.__name__ = Decoder.__qualname__ = "IncrementalDecoder"
    Reader.__name__ = Reader.__qualname__ = "StreamReader"
    Writer.__name__ = Writer.__qualname__ = "StreamWriter"
    Reader.decode = Writer.decode = staticmethod(decode)
    Reader.encode = staticmethod(encode)
    Writer.encode = encode_once if name in _AFTER_THE_MARK else staticmethod(encode)
    return CodecInfo(encode, decode, Reader, Writer, Encoder, Decoder, name, _is_text_encoding=text)


def _other(name, input, forth):
    if name == "rot-13":
        low, up = "abcdefghijklmnopqrstuvwxyz", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
        return input.translate(str.maketrans(low + up, low[13:] + low[:13] + up[13:] + up[:13]))
    if name == "hex":
        return bytes(input).hex().encode() if forth else bytes.fromhex(bytes(input).decode())
    import base64
    return base64.encodebytes(input) if forth else base64.decodebytes(input)


_kept = {}


def register(search_function, /):
    if not callable(search_function):
        raise TypeError("argument must be callable")
    _simul_codecs.search_functions.append(search_function)


def unregister(search_function, /):
    if search_function in _simul_codecs.search_functions:
        _simul_codecs.search_functions.remove(search_function)
        _kept.clear()


def lookup(encoding, /):
    if not isinstance(encoding, str):
        raise TypeError(f"lookup() argument must be str, not {type(encoding).__name__}")
    if encoding in _kept:
        return _kept[encoding]
    name = _simul_codecs.known_name(encoding)
    found = _made(name) if name is not None else _simul_codecs._searched(encoding)
    if found is None:
        raise _simul_codecs._unknown(encoding)
    _kept[encoding] = found
    return found


def getencoder(encoding):
    return lookup(encoding).encode


def getdecoder(encoding):
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    found = lookup(encoding).incrementalencoder
    if found is None:
        raise LookupError(encoding)
    return found


def getincrementaldecoder(encoding):
    found = lookup(encoding).incrementaldecoder
    if found is None:
        raise LookupError(encoding)
    return found


def getreader(encoding):
    return lookup(encoding).streamreader


def getwriter(encoding):
    return lookup(encoding).streamwriter


def encode(obj, encoding="utf-8", errors="strict"):
    if isinstance(obj, str) and _simul_codecs.known_name(encoding) not in (None, "rot-13", "hex", "base64"):
        return obj.encode(encoding, errors)
    return lookup(encoding).encode(obj, errors)[0]


def decode(obj, encoding="utf-8", errors="strict"):
    if isinstance(obj, (bytes, bytearray)) and _simul_codecs.known_name(encoding) not in (None, "rot-13", "hex", "base64"):
        return obj.decode(encoding, errors)
    return lookup(encoding).decode(obj, errors)[0]


def _steps(step, pieces, end):
    for piece in pieces:
        made = step(piece)
        if made:
            yield made
    made = step(end, True)
    if made:
        yield made


def iterencode(iterator, encoding, errors="strict", **kwargs):
    """The pieces encoded, those that give nothing left out."""
    yield from _steps(getincrementalencoder(encoding)(errors, **kwargs).encode, iterator, "")


def iterdecode(iterator, encoding, errors="strict", **kwargs):
    """The pieces decoded, as far as each completes letters."""
    yield from _steps(getincrementaldecoder(encoding)(errors, **kwargs).decode, iterator, b"")


def register_error(errors, handler, /):
    if not callable(handler):
        raise TypeError("handler must be callable")
    _simul_codecs.handlers[errors] = handler


def lookup_error(name, /):
    found = _simul_codecs.handlers.get(name) or name in _simul_codecs._HANDLERS and getattr(_simul_codecs, name)
    if not found:
        raise LookupError(_simul_codecs._no_handler(name))
    return found


class StreamWriter(Codec):
    """A stream that encodes what is written."""

    def __init__(self, stream, errors="strict"):
        self.stream, self.errors = stream, errors

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, type, value, tb):
        self.stream.close()

    def reset(self):
        pass

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        if whence == 0 and offset == 0:
            self.reset()

    def write(self, object):
        self.stream.write(self.encode(object, self.errors)[0])

    def writelines(self, list):
        self.write("".join(list))


class StreamReader(Codec):
    """Of what the stream has at once."""

    def __init__(self, stream, errors="strict"):
        self.stream = stream
        self.errors = errors
        self._text = ""

    def _more(self):
        data = self.stream.read()
        if data:
            self._text += self.decode(data, self.errors)[0]

    def read(self, size=-1, chars=-1, firstline=False):
        self._more()
        count = chars if chars >= 0 else size if size >= 0 else len(self._text)
        out, self._text = self._text[:count], self._text[count:]
        return out

    def readline(self, size=None, keepends=True):
        self._more()
        lines = self._text.splitlines(True)
        line = lines[0] if lines else ""
        self._text = self._text[len(line):]
        return line if keepends else line.splitlines()[0] if line else ""

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def reset(self):
        self._text = ""

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    __getattr__, __enter__, __exit__ = StreamWriter.__getattr__, StreamWriter.__enter__, StreamWriter.__exit__


def __getattr__(name):
    if name in ("EncodedFile", "StreamReaderWriter", "StreamRecoder"):
        raise AttributeError(f"Simul's codecs has no {name} (instead: io.TextIOWrapper over the bytes)")
    codec, _, what = name.rpartition("_")
    if what in ("encode", "decode") and _simul_codecs.known_name(codec) in _simul_codecs._MACHINE:
        raise AttributeError(f"Simul's codecs has no {name} (instead: codecs.lookup({codec!r}).{what})")
    if name == "namereplace_errors":
        raise AttributeError("Simul's codecs has no namereplace_errors yet (instead: backslashreplace_errors)")
    raise AttributeError(f"module 'codecs' has no attribute {name!r}")


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    if encoding is not None and "b" not in mode:
        return builtins.open(filename, mode, encoding=encoding, errors=errors, newline="")
    return builtins.open(filename, mode)
