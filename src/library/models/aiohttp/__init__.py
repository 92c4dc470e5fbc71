"""A small model of the aiohttp library's client, over simul.net. What it lacks is an AttributeError or a TypeError."""
import asyncio
import json as _json
import warnings as _warnings
from dataclasses import dataclass as _dataclass
from urllib.parse import parse_qsl as _parse_qsl, urlsplit as _urlsplit

import _simul_web as _web
from .client_exceptions import (ClientConnectionError, ClientConnectorDNSError, ClientConnectorError, ClientError, ClientOSError,
                                ClientPayloadError, ClientResponseError, ConnectionTimeoutError, ContentTypeError, InvalidURL,
                                InvalidUrlClientError, ServerConnectionError, ServerDisconnectedError, ServerTimeoutError,
                                SocketTimeoutError)

__version__ = "3.11.0"


def __getattr__(name):
    if name in ("web", "test_utils"):
        raise AttributeError(f"Simul's aiohttp has no {name!r}: a page serves nobody (instead: asyncio.start_server; "
                             "what requests ask for answers simul.net.serve())")
    raise AttributeError(f"module 'aiohttp' has no attribute {name!r}")


@_dataclass(frozen=True)
class ClientTimeout:
    total: float | None = None
    connect: float | None = None
    sock_read: float | None = None
    sock_connect: float | None = None
    ceil_threshold: float = 5


class URL:
    """As much of yarl's URL as a response shows."""

    __module__ = "yarl"

    def __init__(self, text):
        self._text = str(text)
        parts = _urlsplit(self._text)
        self.scheme, self.host, self.path = parts.scheme, parts.hostname, parts.path or "/"
        self.query_string, self.query = parts.query, dict(_parse_qsl(parts.query))

    def __str__(self):
        return self._text

    def __repr__(self):
        return f"URL({self._text!r})"

    def __eq__(self, other):
        return self._text == other._text if isinstance(other, URL) else NotImplemented

    def __hash__(self):
        return hash(self._text)


@_dataclass(frozen=True)
class RequestInfo:
    url: URL
    method: str
    headers: dict
    real_url: URL


@_dataclass(frozen=True)
class _ConnectionKey:
    host: str
    port: int
    is_ssl: bool


class _Limits:
    """A connection for each request; what is over the limits waits for its turn."""

    def __init__(self, limit=100, limit_per_host=0, **ignored):
        self.limit, self.limit_per_host, self._closed = limit, limit_per_host, False
        self._all = asyncio.Semaphore(limit) if limit else None
        self._hosts = {}

    async def _take(self, host):
        if self.limit_per_host:
            await self._hosts.setdefault(host, asyncio.Semaphore(self.limit_per_host)).acquire()
        if self._all is not None:
            try:
                await self._all.acquire()
            except BaseException:
                if self.limit_per_host:
                    self._hosts[host].release()
                raise

    def _give_back(self, host):
        if self._all is not None:
            self._all.release()
        if self.limit_per_host:
            self._hosts[host].release()

    @property
    def closed(self):
        return self._closed

    async def close(self):
        self._closed = True


class TCPConnector(_Limits):
    pass


class _Content:
    """The body, piece by piece."""

    def __init__(self, response):
        self._response, self._at = response, 0

    async def read(self, n=-1):
        if n is None or n < 0:
            n = len(self._response._reply.body) - self._at
        data = self._response._reply.body[self._at:self._at + n]
        await self._response._receive(len(data))
        self._at += len(data)
        return data

    async def readline(self):
        end = self._response._reply.body.find(b"\n", self._at)
        return await self.read(end + 1 - self._at if end >= 0 else -1)

    def at_eof(self):
        return self._at >= len(self._response._reply.body)

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if not line:
            raise StopAsyncIteration
        return line

    async def iter_chunked(self, n):
        while data := await self.read(n):
            yield data

    async def iter_any(self):
        while data := await self.read(65_536):
            yield data


class ClientResponse:
    __module__ = "aiohttp.client_reqrep"

    def __init__(self, reply, connector, timeout):
        self._reply, self._connector, self._timeout = reply, connector, timeout
        self.method, self.url = reply.request.method, URL(reply.request.url)
        self.real_url, self.host = self.url, reply.request.host
        self.status, self.reason, self.headers = reply.status, reply.reason, reply.headers
        self.history, self.cookies = (), {}
        self.content = _Content(self)
        self.request_info = RequestInfo(self.url, self.method, reply.request.headers, self.url)
        self._body = None
        self._released = False

    def __repr__(self):
        return f"<ClientResponse({self.url}) [{self.status} {self.reason}]>\n{self.headers!r}\n"

    @property
    def ok(self):
        return self.status < 400

    @property
    def closed(self):
        return self._released

    @property
    def content_type(self):
        return self.headers.get("Content-Type", "application/octet-stream").partition(";")[0]

    @property
    def content_length(self):
        return int(self.headers["Content-Length"])

    @property
    def charset(self):
        return _web.charset(self.headers)

    def raise_for_status(self):
        if not self.ok:
            self.release()
            raise ClientResponseError(self.request_info, self.history, status=self.status, message=self.reason, headers=self.headers)

    def release(self):
        if not self._released:
            self._released = True
            self._connector._give_back(self.host)

    close = release

    async def _receive(self, size):
        """The time that so many bytes take."""
        if self._released:
            raise ClientConnectionError("Connection closed")
        if size and self._reply.body_s:
            seconds = self._reply.body_s * size / len(self._reply.body)
            limit = self._timeout.sock_read
            async with self._timeout.limit():
                if limit is not None and seconds > limit:
                    await asyncio.sleep(limit)
                    raise SocketTimeoutError("Timeout on reading data from socket")
                await asyncio.sleep(seconds)

    async def read(self):
        if self._body is None:
            self._body = await self.content.read()
            self.release()
        return self._body

    async def text(self, encoding=None, errors="strict"):
        return (await self.read()).decode(encoding or self.charset or "utf-8", errors)

    async def json(self, *, encoding=None, loads=_json.loads, content_type="application/json"):
        body = await self.read()
        if content_type and self.content_type != content_type:
            raise ContentTypeError(self.request_info, self.history, status=self.status, headers=self.headers,
                                   message=f"Attempt to decode JSON with unexpected mimetype: {self.headers.get('Content-Type', '')}")
        stripped = body.strip()
        return loads(stripped.decode(encoding or self.charset or "utf-8")) if stripped else None

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc, tb):
        self.release()


class _Deadline:
    """A request's time limits, which go on while its body is read."""

    def __init__(self, timeout):
        self.sock_read = timeout.sock_read
        self.connect = timeout.connect or timeout.sock_connect
        loop = asyncio.get_running_loop()
        self._when = loop.time() + timeout.total if timeout.total is not None and timeout.total > 0 else None

    def limit(self):
        return asyncio.timeout_at(self._when)


class _RequestContextManager:
    """What session.get() gives: await it, or enter it."""

    __slots__ = ("_coro", "_resp")

    def __init__(self, coro):
        self._coro = coro

    def send(self, arg):
        return self._coro.send(arg)

    def throw(self, *args):
        return self._coro.throw(*args)

    def close(self):
        return self._coro.close()

    def __await__(self):
        return self._coro.__await__()

    def __iter__(self):
        return self.__await__()

    async def __aenter__(self):
        self._resp = await self._coro
        return await self._resp.__aenter__()

    async def __aexit__(self, exc_type, exc, tb):
        await self._resp.__aexit__(exc_type, exc, tb)


class _SessionRequestContextManager:
    """What aiohttp.request() gives: a session of its own around it."""

    def __init__(self, method, url, kwargs):
        self._asked = (method, url, kwargs)

    async def __aenter__(self):
        method, url, kwargs = self._asked
        self._session = ClientSession()
        try:
            self._resp = await self._session._request(method, url, **kwargs)
        except BaseException:
            await self._session.close()
            raise
        return self._resp

    async def __aexit__(self, exc_type, exc, tb):
        self._resp.release()
        await self._session.close()


def request(method, url, **kwargs):
    return _SessionRequestContextManager(method, url, kwargs)


def _timeout(value, otherwise):
    if value is _unset:
        return otherwise
    return value if isinstance(value, ClientTimeout) else ClientTimeout(total=value)


_unset = object()


class ClientSession:
    __module__ = "aiohttp.client"

    def __init__(self, base_url=None, *, connector=None, headers=None, timeout=_unset, raise_for_status=False, auth=None, cookies=None,
                 json_serialize=_json.dumps, trust_env=False, connector_owner=True):
        self._loop = asyncio.get_running_loop()
        self._base_url, self._raise_for_status, self._closed = base_url, raise_for_status, False
        self._connector = TCPConnector() if connector is None else connector
        self.headers = _web.Headers(headers)
        self._timeout = _timeout(timeout, ClientTimeout(total=300, sock_connect=30))

    def __del__(self):
        if not getattr(self, "_closed", True):
            _warnings.warn(f"Unclosed client session {self!r}", ResourceWarning, source=self)
            self._loop.call_exception_handler({"client_session": self, "message": "Unclosed client session"})

    @property
    def closed(self):
        return self._closed

    @property
    def connector(self):
        return self._connector

    @property
    def timeout(self):
        return self._timeout

    async def close(self):
        if not self._closed:
            self._closed = True
            await self._connector.close()

    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type, exc, tb):
        await self.close()

    async def _request(self, method, url, *, params=None, data=None, json=None, headers=None, timeout=_unset, raise_for_status=None,
                       allow_redirects=True, ssl=True, auth=None, cookies=None, proxy=None):
        if self._closed:
            raise RuntimeError("Session is closed")
        url = _web.address(self._base_url, url, params)
        try:
            reply = _web.reply(method, url, headers={**self.headers, **dict(headers or {})}, json=json, data=data)
        except ValueError:
            raise InvalidUrlClientError(url) from None
        asked, deadline = reply.request, _Deadline(_timeout(timeout, self._timeout))
        async with deadline.limit():
            await self._connector._take(asked.host)
            response = ClientResponse(reply, self._connector, deadline)
            try:
                if deadline.sock_read is not None and reply.head_s > deadline.sock_read:
                    await asyncio.sleep(deadline.sock_read)
                    raise SocketTimeoutError("Timeout on reading data from socket")
                await asyncio.sleep(reply.head_s)
                if reply.failure is not None:
                    key = _ConnectionKey(asked.host, asked.port, asked.scheme == "https")
                    if reply.failure == "name":
                        raise ClientConnectorDNSError(key, OSError(-2, "Name or service not known"))
                    raise ClientConnectorError(key, ConnectionRefusedError(111, f"Connect call failed ({asked.host!r}, {asked.port})"))
            except BaseException:
                response.release()
                raise
        if self._raise_for_status if raise_for_status is None else raise_for_status:
            response.raise_for_status()
        if not reply.body:
            response._body = b""
            response.release()
        return response

    def request(self, method, url, **kwargs):
        return _RequestContextManager(self._request(method, url, **kwargs))

    def get(self, url, **kwargs):
        return _RequestContextManager(self._request("GET", url, **kwargs))

    def post(self, url, **kwargs):
        return _RequestContextManager(self._request("POST", url, **kwargs))

    def put(self, url, **kwargs):
        return _RequestContextManager(self._request("PUT", url, **kwargs))

    def patch(self, url, **kwargs):
        return _RequestContextManager(self._request("PATCH", url, **kwargs))

    def delete(self, url, **kwargs):
        return _RequestContextManager(self._request("DELETE", url, **kwargs))

    def head(self, url, **kwargs):
        return _RequestContextManager(self._request("HEAD", url, **kwargs))

    def options(self, url, **kwargs):
        return _RequestContextManager(self._request("OPTIONS", url, **kwargs))
