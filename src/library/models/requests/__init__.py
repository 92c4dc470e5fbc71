"""A small model of the requests library, over simul.net. It blocks, as requests does: while it waits, no task runs."""
import datetime as _datetime
import json as _json
import time as _time

import _simul_web as _web
from . import exceptions
from .exceptions import (ConnectionError, ConnectTimeout, HTTPError, InvalidSchema, InvalidURL, JSONDecodeError, MissingSchema,
                         ReadTimeout, RequestException, Timeout, TooManyRedirects)

__version__ = "2.32.0"


class _Codes:
    ok, created, not_found, too_many_requests, internal_server_error = 200, 201, 404, 429, 500


codes = _Codes()


class Response:
    __module__ = "requests.models"

    def __init__(self, reply, seconds):
        self.status_code, self.reason, self.url = reply.status, reply.reason, reply.request.url
        self.headers, self.content, self.request = reply.headers, reply.body, reply.request
        self.elapsed = _datetime.timedelta(seconds=seconds)
        self.encoding = _web.charset(reply.headers)
        self.history, self.cookies = [], {}

    def __repr__(self):
        return f"<Response [{self.status_code}]>"

    def __bool__(self):
        return self.ok

    def __enter__(self):
        return self

    def __exit__(self, *args):
        pass

    @property
    def ok(self):
        return self.status_code < 400

    @property
    def text(self):
        return self.content.decode(self.encoding or "utf-8", "replace")

    def json(self, **kwargs):
        try:
            return _json.loads(self.text, **kwargs)
        except _json.JSONDecodeError as error:
            raise JSONDecodeError(error.msg, error.doc, error.pos)

    def iter_content(self, chunk_size=1):
        for at in range(0, len(self.content), chunk_size):
            yield self.content[at:at + chunk_size]

    def iter_lines(self, decode_unicode=False):
        for line in self.content.splitlines():
            yield line.decode(self.encoding or "utf-8") if decode_unicode else line

    def raise_for_status(self):
        if 400 <= self.status_code < 600:
            whose = "Client" if self.status_code < 500 else "Server"
            raise HTTPError(f"{self.status_code} {whose} Error: {self.reason} for url: {self.url}", response=self)

    def close(self):
        pass


class Session:
    __module__ = "requests.sessions"

    def __init__(self):
        self.headers, self.params, self.auth, self.cookies, self.verify = _web.Headers(), {}, None, {}, True

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def close(self):
        pass

    def mount(self, prefix, adapter):
        pass

    def request(self, method, url, params=None, data=None, headers=None, timeout=None, json=None, allow_redirects=True, stream=None,
                verify=None, auth=None, cookies=None, proxies=None):
        url = _web.address(None, url, {**self.params, **params} if isinstance(params, dict) or not params and self.params else params)
        try:
            reply = _web.reply(method, url, headers={**self.headers, **dict(headers or {})}, json=json, data=data)
        except ValueError:
            if "://" not in url:
                raise MissingSchema(f"Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?") from None
            scheme, _, rest = url.partition("://")
            if scheme in ("http", "https"):
                raise InvalidURL(f"Invalid URL {url!r}: No host supplied") from None
            raise InvalidSchema(f"No connection adapters were found for {url!r}") from None
        asked = reply.request
        pool = f"{'HTTPS' if asked.scheme == 'https' else 'HTTP'}ConnectionPool(host={asked.host!r}, port={asked.port})"
        limit = timeout[1] if isinstance(timeout, tuple) else timeout
        if limit is not None and reply.head_s > limit:
            _time.sleep(limit)
            raise ReadTimeout(f"{pool}: Read timed out. (read timeout={limit})", request=asked)
        _time.sleep(reply.head_s)
        if reply.failure is not None:
            why = ("Name or service not known" if reply.failure == "name" else "Connection refused")
            raise ConnectionError(f"{pool}: Max retries exceeded with url: {asked.path} (Caused by {why})", request=asked)
        if reply.body_s:
            _time.sleep(reply.body_s)
        return Response(reply, reply.head_s)

    def get(self, url, **kwargs):
        return self.request("GET", url, **kwargs)

    def post(self, url, data=None, json=None, **kwargs):
        return self.request("POST", url, data=data, json=json, **kwargs)

    def put(self, url, data=None, **kwargs):
        return self.request("PUT", url, data=data, **kwargs)

    def patch(self, url, data=None, **kwargs):
        return self.request("PATCH", url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request("DELETE", url, **kwargs)

    def head(self, url, **kwargs):
        return self.request("HEAD", url, **kwargs)


def session():
    return Session()


def request(method, url, **kwargs):
    return Session().request(method, url, **kwargs)


def get(url, params=None, **kwargs):
    return request("GET", url, params=params, **kwargs)


def post(url, data=None, json=None, **kwargs):
    return request("POST", url, data=data, json=json, **kwargs)


def put(url, data=None, **kwargs):
    return request("PUT", url, data=data, **kwargs)


def patch(url, data=None, **kwargs):
    return request("PATCH", url, data=data, **kwargs)


def delete(url, **kwargs):
    return request("DELETE", url, **kwargs)


def head(url, **kwargs):
    return request("HEAD", url, **kwargs)
