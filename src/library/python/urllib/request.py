"""A small model of urllib.request, over simul.net. It blocks, as urllib does: in a coroutine no task runs while it waits. Mirrors what
a program sees of CPython's Lib/urllib/request.py; the oracle gives this file to CPython too."""
import io
import time
from urllib.error import ContentTooShortError, HTTPError, URLError
from urllib.parse import quote, unquote, urljoin, urlparse, urlsplit

import _simul_web as _web

__all__ = ["Request", "urlopen", "urlretrieve"]


class _Message(_web.Headers):
    """The headers of an answer."""

    def get_content_type(self):
        return self.get("Content-Type", "text/plain").partition(";")[0].strip().lower()

    def get_content_charset(self, failobj=None):
        found = _web.charset(self)
        return failobj if found is None else found.lower()

    def get_all(self, name, failobj=None):
        return [self[name]] if name in self else failobj


class _Unknown(OSError):
    """Nobody knows the host."""


_Unknown.__name__ = _Unknown.__qualname__ = "gaierror"
_Unknown.__module__ = "socket"


class HTTPResponse(io.BytesIO):
    """An answer: what it says, read as a file."""
    __module__ = "http.client"

    def __init__(self, reply):
        super().__init__(reply.body)
        self.status = self.code = reply.status
        self.reason = self.msg = reply.reason
        self.headers = _Message(reply.headers)
        self.url = reply.request.url
        self.version = 11

    def __repr__(self):
        return f"<http.client.HTTPResponse object at {id(self):#x}>"

    def getcode(self):
        return self.status

    def geturl(self):
        return self.url

    def info(self):
        return self.headers

    def getheader(self, name, default=None):
        return self.headers.get(name, default)

    def getheaders(self):
        return list(self.headers.items())


class Request:
    """What is asked for."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        parts = urlsplit(url)
        if not parts.scheme:
            raise ValueError("unknown url type: %r" % self.full_url)
        self.type, self.host = parts.scheme, parts.netloc
        self.selector = (parts.path or "") + ("?" + parts.query if parts.query else "")
        self.fragment = parts.fragment or None
        self.headers = {}
        self.unredirected_hdrs = {}
        self.data = data
        for key, value in headers.items():
            self.add_header(key, value)
        if method is not None:
            self.method = method

    def get_method(self):
        return getattr(self, "method", "GET" if self.data is None else "POST")

    def get_full_url(self):
        return self.full_url

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def add_unredirected_header(self, key, val):
        self.unredirected_hdrs[key.capitalize()] = val

    def _all_headers(self):
        return {**self.unredirected_hdrs, **self.headers}

    def header_items(self):
        return list(self._all_headers().items())

    def has_header(self, header_name):
        return header_name in self._all_headers()

    def get_header(self, header_name, default=None):
        return self._all_headers().get(header_name, default)

    def remove_header(self, header_name):
        for kept in (self.headers, self.unredirected_hdrs):
            kept.pop(header_name, None)


def _sent(data):
    if data is None:
        return None
    if isinstance(data, str):
        raise TypeError("POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str.")
    if hasattr(data, "read"):
        data = data.read()
    elif not isinstance(data, (bytes, bytearray)):
        data = b"".join(data)
    return bytes(data).decode("utf-8", "replace")


def urlopen(url, data=None, timeout=None, *, context=None):
    """Asks and waits for the answer; URLError, HTTPError (an answer that says no) or TimeoutError."""
    request = Request(url, data) if isinstance(url, str) else url
    if data is not None:
        request.data = data
    if request.type not in ("http", "https"):
        raise URLError(f"unknown url type: {request.type}")
    if not request.host:
        raise URLError("no host given")
    reply = _web.reply(request.get_method(), request.full_url.partition("#")[0], headers=dict(request.header_items()), data=_sent(request.data))
    if timeout is not None and reply.head_s > timeout:
        time.sleep(timeout)
        raise TimeoutError("The read operation timed out" if request.type == "https" else "timed out")
    time.sleep(reply.head_s)
    if reply.failure is not None:
        raise URLError(_Unknown(-2, "Name or service not known") if reply.failure == "name"
                       else ConnectionRefusedError(111, "Connection refused"))
    if reply.body_s:
        time.sleep(reply.body_s)
    answer = HTTPResponse(reply)
    if not 200 <= answer.status < 300:
        raise HTTPError(request.full_url, answer.status, answer.reason, answer.headers, answer)
    return answer


def urlretrieve(url, filename=None, reporthook=None, data=None):
    """Asks, and writes the answer to a file: its name, and the headers."""
    with urlopen(url, data) as answer:
        content = answer.read()
        if filename is None:
            import tempfile
            filename = tempfile.NamedTemporaryFile(delete=False).name
        with open(filename, "wb") as file:
            file.write(content)
        if reporthook:
            reporthook(0, 8192, len(content))
            for block in range(1, (len(content) + 8191) // 8192 + 1):
                reporthook(block, 8192, len(content))
        return filename, answer.headers
