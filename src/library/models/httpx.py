"""A small model of the httpx library, over simul.net. AsyncClient waits as a coroutine; Client and the module's own get(), post(), …
block."""
import asyncio as _asyncio
import contextlib as _contextlib
import datetime as _datetime
import json as _json
import time as _time

import _simul_web as _web

__version__ = "0.28.0"


class HTTPError(Exception):
    def __init__(self, message, *, request=None):
        super().__init__(message)
        self._request = request

    @property
    def request(self):
        if self._request is None:
            raise RuntimeError("The .request property has not been set.")
        return self._request


class RequestError(HTTPError):
    pass


class TransportError(RequestError):
    pass


class TimeoutException(TransportError):
    pass


class ConnectTimeout(TimeoutException):
    pass


class ReadTimeout(TimeoutException):
    pass


class WriteTimeout(TimeoutException):
    pass


class PoolTimeout(TimeoutException):
    pass


class NetworkError(TransportError):
    pass


class ConnectError(NetworkError):
    pass


class ReadError(NetworkError):
    pass


class UnsupportedProtocol(TransportError):
    pass


class HTTPStatusError(HTTPError):
    def __init__(self, message, *, request, response):
        super().__init__(message, request=request)
        self.response = response


class Timeout:
    def __init__(self, timeout=5.0, *, connect=None, read=None, write=None, pool=None):
        self.read = timeout if read is None else read
        self.connect = timeout if connect is None else connect
        self.write = timeout if write is None else write
        self.pool = timeout if pool is None else pool

    def __repr__(self):
        if self.connect == self.read == self.write == self.pool:
            return f"Timeout(timeout={self.read})"
        return f"Timeout(connect={self.connect}, read={self.read}, write={self.write}, pool={self.pool})"


class Limits:
    def __init__(self, *, max_connections=None, max_keepalive_connections=None, keepalive_expiry=5.0):
        self.max_connections, self.max_keepalive_connections = max_connections, max_keepalive_connections
        self.keepalive_expiry = keepalive_expiry


class Response:
    def __init__(self, reply):
        self.status_code, self.reason_phrase, self.headers = reply.status, reply.reason, reply.headers
        self.request, self.url, self._reply = reply.request, reply.request.url, reply
        self.content = reply.body
        self.elapsed = _datetime.timedelta(seconds=reply.head_s + reply.body_s)
        self.encoding = _web.charset(reply.headers) or "utf-8"
        self.history, self.cookies, self.http_version = [], {}, "HTTP/1.1"

    def __repr__(self):
        return f"<Response [{self.status_code} {self.reason_phrase}]>"

    @property
    def is_success(self):
        return 200 <= self.status_code < 300

    @property
    def is_error(self):
        return self.status_code >= 400

    @property
    def is_client_error(self):
        return 400 <= self.status_code < 500

    @property
    def is_server_error(self):
        return self.status_code >= 500

    @property
    def text(self):
        return self.content.decode(self.encoding, "replace")

    def json(self, **kwargs):
        return _json.loads(self.content, **kwargs)

    def read(self):
        return self.content

    async def aread(self):
        if self._reply.body_s:
            await _asyncio.sleep(self._reply.body_s)
            self._reply.body_s = 0.0
        return self.content

    async def aiter_bytes(self, chunk_size=65_536):
        share = self._reply.body_s / max(len(self.content), 1)
        for at in range(0, len(self.content), chunk_size):
            data = self.content[at:at + chunk_size]
            if share:
                await _asyncio.sleep(share * len(data))
            yield data
        self._reply.body_s = 0.0

    async def aiter_text(self, chunk_size=65_536):
        async for data in self.aiter_bytes(chunk_size):
            yield data.decode(self.encoding, "replace")

    async def aiter_lines(self):
        for line in (await self.aread()).decode(self.encoding, "replace").splitlines():
            yield line

    def raise_for_status(self):
        if self.is_success:
            return self
        kind = {4: "Client error", 5: "Server error"}.get(self.status_code // 100, "Invalid status code")
        raise HTTPStatusError(f"{kind} '{self.status_code} {self.reason_phrase}' for url '{self.url}'\nFor more information check: "
                              f"https://developer.mozilla.org/en-US/docs/Web/HTTP/Status/{self.status_code}",
                              request=self.request, response=self)


_unset = object()


class _Base:
    def __init__(self, *, base_url="", headers=None, params=None, timeout=5.0, limits=None, follow_redirects=False, verify=True,
                 auth=None, cookies=None, http2=False, transport=None, event_hooks=None):
        if transport is not None or event_hooks:
            raise NotImplementedError("Simul's httpx is a small model: it has no transports and no event hooks")
        self.base_url, self.params = str(base_url), dict(params or {})
        self.headers = _web.Headers(headers)
        self.timeout = timeout if isinstance(timeout, Timeout) else Timeout(timeout)
        self.is_closed = False
        self._limit = (limits.max_connections if limits is not None else 100) or 0

    def _ask(self, method, url, params=None, data=None, json=None, headers=None, timeout=_unset, content=None, follow_redirects=None,
             auth=None, cookies=None):
        """(the reply, seconds to wait, what to raise then)"""
        if self.is_closed:
            raise RuntimeError("Cannot send a request, as the client has been closed.")
        base, url = self.base_url, str(url)
        if base and "://" not in url:
            url = base.rstrip("/") + "/" + url.lstrip("/")
        url = _web.address(None, url, {**self.params, **dict(params or {})})
        try:
            reply = _web.reply(method, url, headers={**self.headers, **dict(headers or {})}, json=json,
                               data=content if data is None else data)
        except ValueError:
            raise UnsupportedProtocol("Request URL is missing an 'http://' or 'https://' protocol.") from None
        limit = self.timeout if timeout is _unset else timeout
        limit = limit.read if isinstance(limit, Timeout) else limit
        if limit is not None and reply.head_s > limit:
            return reply, limit, ReadTimeout("", request=reply.request)
        if reply.failure is not None:
            why = "[Errno -2] Name or service not known" if reply.failure == "name" else "All connection attempts failed"
            return reply, reply.head_s, ConnectError(why, request=reply.request)
        return reply, reply.head_s, None


class AsyncClient(_Base):
    async def __aenter__(self):
        return self

    async def __aexit__(self, exc_type=None, exc_value=None, traceback=None):
        await self.aclose()

    async def aclose(self):
        self.is_closed = True

    async def _wait(self, method, url, kwargs):
        reply, seconds, error = self._ask(method, url, **kwargs)
        if self._limit:
            if not hasattr(self, "_free"):
                self._free = _asyncio.Semaphore(self._limit)
            await self._free.acquire()
        try:
            await _asyncio.sleep(seconds)
            if error is not None:
                raise error
        finally:
            if self._limit:
                self._free.release()
        return Response(reply)

    async def request(self, method, url, **kwargs):
        response = await self._wait(method, url, kwargs)
        await response.aread()
        return response

    @_contextlib.asynccontextmanager
    async def stream(self, method, url, **kwargs):
        yield await self._wait(method, url, kwargs)

    async def get(self, url, **kwargs):
        return await self.request("GET", url, **kwargs)

    async def post(self, url, **kwargs):
        return await self.request("POST", url, **kwargs)

    async def put(self, url, **kwargs):
        return await self.request("PUT", url, **kwargs)

    async def patch(self, url, **kwargs):
        return await self.request("PATCH", url, **kwargs)

    async def delete(self, url, **kwargs):
        return await self.request("DELETE", url, **kwargs)

    async def head(self, url, **kwargs):
        return await self.request("HEAD", url, **kwargs)


class Client(_Base):
    def __enter__(self):
        return self

    def __exit__(self, exc_type=None, exc_value=None, traceback=None):
        self.close()

    def close(self):
        self.is_closed = True

    def request(self, method, url, **kwargs):
        reply, seconds, error = self._ask(method, url, **kwargs)
        _time.sleep(seconds)
        if error is not None:
            raise error
        if reply.body_s:
            _time.sleep(reply.body_s)
        return Response(reply)

    def get(self, url, **kwargs):
        return self.request("GET", url, **kwargs)

    def post(self, url, **kwargs):
        return self.request("POST", url, **kwargs)

    def put(self, url, **kwargs):
        return self.request("PUT", url, **kwargs)

    def patch(self, url, **kwargs):
        return self.request("PATCH", url, **kwargs)

    def delete(self, url, **kwargs):
        return self.request("DELETE", url, **kwargs)

    def head(self, url, **kwargs):
        return self.request("HEAD", url, **kwargs)


def request(method, url, **kwargs):
    with Client() as client:
        return client.request(method, url, **kwargs)


def get(url, **kwargs):
    return request("GET", url, **kwargs)


def post(url, **kwargs):
    return request("POST", url, **kwargs)


def put(url, **kwargs):
    return request("PUT", url, **kwargs)


def patch(url, **kwargs):
    return request("PATCH", url, **kwargs)


def delete(url, **kwargs):
    return request("DELETE", url, **kwargs)


def head(url, **kwargs):
    return request("HEAD", url, **kwargs)


for _each in list(globals().values()):
    if isinstance(_each, type) and _each.__module__ == __name__ and issubclass(_each, HTTPError):
        _each.__module__ = "httpx"
del _each
