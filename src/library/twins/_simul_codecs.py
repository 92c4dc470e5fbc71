"""What str.encode() and bytes.decode() ask that the machine does not know itself: the codecs with tables, unicode_escape, handlers
of the program's own, and the registry of CPython's Python/codecs.c."""

search_functions = []
handlers = {}
_NOT_TEXT = {"rot13": "rot-13", "rot_13": "rot-13", "hex": "hex", "hex_codec": "hex", "base64": "base64", "base_64": "base64",
             "base64_codec": "base64"}
_ESCAPES = {"unicode_escape": "unicode-escape", "raw_unicode_escape": "raw-unicode-escape"}
_MACHINE = {"utf-8": "utf_8 utf8 u8 utf cp65001", "utf-8-sig": "utf_8_sig", "ascii": "ascii us_ascii 646 us",
            "iso8859-1": "latin_1 latin1 latin l1 iso_8859_1 iso8859_1 8859 cp819", "utf-16": "utf_16 utf16 u16",
            "utf-16-le": "utf_16_le utf_16le", "utf-16-be": "utf_16_be utf_16be", "utf-32": "utf_32 utf32 u32",
            "utf-32-le": "utf_32_le utf_32le", "utf-32-be": "utf_32_be utf_32be"}
_LATER = frozenset("""big5 big5hkscs cp037 cp500 cp720 cp737 cp775 cp932 cp949 cp950 euc_jp euc_kr gb18030 gb2312 gbk hz idna iso2022_jp
    johab mbcs punycode quopri shift_jis utf_7 uu zlib bz2 tis_620 undefined""".split())


def plain(name):
    import encodings
    return encodings.normalize_encoding(name).lower()


def known_name(name):
    """What CPython calls the codec, or None."""
    short = plain(name)
    for known, aliases in _MACHINE.items():
        if short in aliases.split():
            return known
    import encodings
    table = encodings.table_of(name)
    if table is not None:
        return table.replace("_", "-")
    return _ESCAPES.get(short) or _NOT_TEXT.get(short)


def _searched(name):
    for function in search_functions:
        found = function(name.replace("-", "_").replace(" ", "_").lower())
        if found is not None:
            if not isinstance(found, tuple) or len(found) != 4:
                raise TypeError("codec search functions must return 4-tuples")
            return found
    return None


def _unknown(name):
    if plain(name) in _LATER:
        return LookupError(f"Simul has no codec '{name}' yet")
    return LookupError(f"unknown encoding: {name}")


def handler_of(errors):
    """A function of the error that gives (replacement, position)."""
    if errors in handlers:
        function = handlers[errors]
    else:
        function = _HANDLERS.get(errors)
        if function is None:
            raise LookupError(_no_handler(errors))

    def ask(error):
        answer = function(error)
        encoding = isinstance(error, UnicodeEncodeError)
        if (not isinstance(answer, tuple) or len(answer) != 2 or not isinstance(answer[1], int)
                or not isinstance(answer[0], (str, bytes) if encoding else str)):
            raise TypeError(f"{'en' if encoding else 'de'}coding error handler must return "
                            f"({'str/bytes' if encoding else 'str'}, int) tuple")
        instead, at = answer
        if at < 0:
            at += len(error.object)
        if not 0 <= at <= len(error.object):
            raise IndexError(f"position {answer[1]} from error handler out of bounds")
        return instead, at
    return ask


def _no_handler(name):
    if name == "namereplace":
        return "Simul has no error handler 'namereplace' yet (instead: 'backslashreplace')"
    return f"unknown error handler name '{name}'"


def _wrong_error(error):
    return TypeError(f"don't know how to handle {type(error).__name__} in error callback")


def strict(error):
    if isinstance(error, Exception):
        raise error
    raise TypeError("codec must pass exception instance")


def ignore(error):
    if not isinstance(error, UnicodeError):
        raise _wrong_error(error)
    return "", error.end


def replace(error):
    if isinstance(error, UnicodeEncodeError):
        return "?" * (error.end - error.start), error.end
    if isinstance(error, UnicodeDecodeError):
        return "\ufffd", error.end
    if isinstance(error, UnicodeTranslateError):
        return "\ufffd" * (error.end - error.start), error.end
    raise _wrong_error(error)


def _escaped(code):
    return f"\\x{code:02x}" if code < 256 else f"\\u{code:04x}" if code < 65536 else f"\\U{code:08x}"


def backslashreplace(error):
    if not isinstance(error, UnicodeError):
        raise _wrong_error(error)
    part = error.object[error.start:error.end]
    return "".join(_escaped(each if isinstance(each, int) else ord(each)) for each in part), error.end


def xmlcharrefreplace(error):
    if not isinstance(error, UnicodeEncodeError):
        raise _wrong_error(error)
    return "".join(f"&#{ord(each)};" for each in error.object[error.start:error.end]), error.end


def surrogateescape(error):
    part = error.object[error.start:error.end]
    if isinstance(error, UnicodeEncodeError):
        if all("\udc80" <= each <= "\udcff" for each in part):
            return bytes(ord(each) - 0xdc00 for each in part), error.end
    elif part[0] >= 128:
        return chr(0xdc00 + part[0]), error.start + 1
    raise error


_HANDLERS = {"strict": strict, "ignore": ignore, "replace": replace, "backslashreplace": backslashreplace,
             "xmlcharrefreplace": xmlcharrefreplace, "surrogateescape": surrogateescape}


def _noted(error, name, what):
    error.add_note(f"{what} with '{name}' codec failed")
    return error


def encode(text, name, errors):
    """The text's bytes, for a codec or a handler that the machine does not have."""
    known = known_name(name)
    if known in _MACHINE:
        return _by_pieces(text, name, errors)
    import encodings
    table = encodings.table_of(name)
    try:
        if table is not None:
            return encodings.encode(text, table, errors, lambda error: handler_of(errors)(error))
        if known == "unicode-escape":
            return _escape(text)
        if known == "raw-unicode-escape":
            return b"".join(bytes([ord(c)]) if c < "\u0100" else _escaped(ord(c)).encode() for c in text)
    except Exception as error:
        raise _noted(error, name, "encoding")
    if known is not None:
        raise LookupError(f"'{name}' is not a text encoding; use codecs.encode() to handle arbitrary codecs")
    found = _searched(name)
    if found is None:
        raise _unknown(name)
    answer = found[0](text, errors)
    if not isinstance(answer[0], bytes):
        raise TypeError(f"'{name}' encoder returned '{type(answer[0]).__name__}' instead of 'bytes'; "
                        "use codecs.encode() to encode to arbitrary types")
    return answer[0]


def decode(content, name, errors):
    known = known_name(name)
    if known in _MACHINE:
        return _decoded_by_pieces(content, name, errors)
    import encodings
    table = encodings.table_of(name)
    try:
        if table is not None:
            return encodings.decode(content, table, errors, lambda error: handler_of(errors)(error))
        if known in ("unicode-escape", "raw-unicode-escape"):
            return _unescape(content, errors, known == "raw-unicode-escape")
    except Exception as error:
        raise _noted(error, name, "decoding")
    if known is not None:
        raise LookupError(f"'{name}' is not a text encoding; use codecs.decode() to handle arbitrary codecs")
    found = _searched(name)
    if found is None:
        raise _unknown(name)
    answer = found[1](content, errors)
    if not isinstance(answer[0], str):
        raise TypeError(f"'{name}' decoder returned '{type(answer[0]).__name__}' instead of 'str'; "
                        "use codecs.decode() to decode to arbitrary types")
    return answer[0]


def _by_pieces(text, name, errors):
    """With a handler of the program's own: the machine up to what it refuses, then the handler."""
    ask, out, at = handler_of(errors), [], 0
    while True:
        try:
            out.append(text[at:].encode(name))
            return b"".join(out)
        except UnicodeEncodeError as error:
            start, end = at + error.start, at + error.end
            out.append(text[at:start].encode(name))
            whole = UnicodeEncodeError(error.encoding, text, start, end, error.reason)
        instead, at = ask(whole)
        if isinstance(instead, str):
            try:
                instead = instead.encode(name)
            except UnicodeEncodeError:
                raise whole from None
        out.append(instead)


def _decoded_by_pieces(content, name, errors):
    ask, out, at = handler_of(errors), [], 0
    while True:
        try:
            out.append(content[at:].decode(name))
            return "".join(out)
        except UnicodeDecodeError as error:
            start, end = at + error.start, at + error.end
            out.append(content[at:start].decode(name))
            whole = UnicodeDecodeError(error.encoding, content, start, end, error.reason)
        instead, at = ask(whole)
        out.append(instead)


_SHORT = {"\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_LETTERS = {ord("n"): "\n", ord("r"): "\r", ord("t"): "\t", ord("\\"): "\\", ord("'"): "'", ord('"'): '"', ord("a"): "\a", ord("b"): "\b",
            ord("f"): "\f", ord("v"): "\v", ord("\n"): ""}
_SIZES = {ord("x"): (2, "truncated \\xXX escape"), ord("u"): (4, "truncated \\uXXXX escape"), ord("U"): (8, "truncated \\UXXXXXXXX escape")}


def _escape(text):
    return "".join(_SHORT.get(c) or (c if " " <= c < "\x7f" else _escaped(ord(c))) for c in text).encode()


def _unescape(content, errors, raw):
    out, at, size = [], 0, len(content)

    def refused(start, end, why):
        error = UnicodeDecodeError("rawunicodeescape" if raw else "unicodeescape", content, start, end, why)
        if errors == "strict":
            raise error
        return handler_of(errors)(error)

    while at < size:
        byte = content[at]
        if byte != 92:
            out.append(chr(byte))
            at += 1
            continue
        start, at = at, at + 1
        if raw:
            while at < size and content[at] == 92:
                at += 1
            slashes = at - start
            out.append("\\" * (slashes - 1))
            if at == size or slashes % 2 == 0 or content[at] not in b"uU":
                out.append("\\")
                continue
            start = at - 1
        if at == size:
            instead, at = refused(start, at, "\\ at end of string")
            out.append(instead)
            continue
        byte = content[at]
        at += 1
        if byte in _SIZES:
            digits, why = _SIZES[byte]
            end = at
            while end < size and end < at + digits and content[end] in b"0123456789abcdefABCDEF":
                end += 1
            if end - at < digits:
                instead, at = refused(start, end, why)
                out.append(instead)
                continue
            code = int(content[at:end], 16)
            if code > 0x10ffff:
                instead, at = refused(start, end, "\\Uxxxxxxxx out of range" if raw else "illegal Unicode character")
                out.append(instead)
                continue
            out.append(chr(code))
            at = end
        elif byte in _LETTERS:
            out.append(_LETTERS[byte])
        elif 48 <= byte < 56:
            end = at
            while end < size and end < at + 2 and 48 <= content[end] < 56:
                end += 1
            out.append(chr(int(content[at - 1:end], 8)))
            at = end
        elif byte == 78:
            end = content.find(b"}", at)
            if content[at:at + 1] != b"{" or end <= at + 1:
                instead, at = refused(start, size if end < 0 else at, "malformed \\N character escape")
                out.append(instead)
                continue
            try:
                out.append(eval(b"'\\N" + content[at:end + 1] + b"'"))
            except SyntaxError as error:
                if "Simul" in error.msg:
                    raise NotImplementedError("Simul knows only the commonest names of characters (instead: \\x, \\u or \\U)") from None
                instead, end = refused(start, end + 1, "unknown Unicode character name")
                out.append(instead)
                end -= 1
            at = end + 1
        else:
            import warnings
            warnings.warn(f"invalid escape sequence '\\{chr(byte)}'", DeprecationWarning, stacklevel=2)
            out.append("\\" + chr(byte))
    return "".join(out)
