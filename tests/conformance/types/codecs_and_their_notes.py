# A codec that CPython looks up by its registry notes on the error what failed; its usual names have a short cut and do not.
import traceback

for name in ("utf-8", "UTF8", "u8", "ascii", "us-ascii", "646", "latin-1", "L1", "utf-16", "utf-16-le", "utf_16_be", "utf-8-sig", "no-such"):
    for attempt in (lambda: b"\xff\xfe\xff".decode(name), lambda: "\ud800\u20ac".encode(name)):
        try:
            print(name, repr(attempt()))
        except (UnicodeError, LookupError) as error:
            print(name, type(error).__name__, error, getattr(error, "__notes__", None))
b"abc".decode("utf-16-le")
