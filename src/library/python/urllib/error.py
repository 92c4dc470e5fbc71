"""What urllib.request raises. Mirrors CPython's Lib/urllib/error.py."""
from operator import attrgetter

__all__ = ["URLError", "HTTPError", "ContentTooShortError"]


class URLError(OSError):
    """The request could not be made."""

    def __init__(self, reason, filename=None):
        super().__init__(reason)
        self.reason = reason
        if filename is not None:
            self.filename = filename

    def __str__(self):
        return f"<urlopen error {self.reason}>"


class HTTPError(URLError):
    """An answer that says no; it can be read like any other."""

    def __init__(self, url, code, msg, hdrs, fp):
        self.url = self.filename = url
        self.code, self.msg, self.hdrs, self.fp = code, msg, hdrs, fp

    def __str__(self):
        return f"HTTP Error {self.code}: {self.msg}"

    def __repr__(self):
        return f"<HTTPError {self.code}: {self.msg!r}>"

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    # One thing by two names, and what others ask of an answer as a call.

    reason = property(attrgetter("msg"))
    status = property(attrgetter("code"))
    headers = property(attrgetter("hdrs"), lambda self, headers: setattr(self, "hdrs", headers))

    def getcode(self):
        return self.code

    def geturl(self):
        return self.url

    def info(self):
        return self.hdrs

    def read(self, *args):
        return self.fp.read(*args) if self.fp is not None else b""

    def close(self):
        if self.fp is not None:
            self.fp.close()


class ContentTooShortError(URLError):
    """Less has come than was promised."""

    def __init__(self, message, content):
        super().__init__(message)
        self.content = content
