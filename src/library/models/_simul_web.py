"""Requests over the modelled network: what aiohttp, httpx and requests have in common here.

reply() decides at once what will happen, without waiting: the callers wait, each in its own way. A request is half of its time on
its way there and half on its way back; opening a connection costs nothing.
"""
import fnmatch as _fnmatch
import json as _json
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

import simul

REASONS = {200: "OK", 201: "Created", 202: "Accepted", 204: "No Content", 206: "Partial Content", 400: "Bad Request",
           401: "Unauthorized", 402: "Payment Required", 403: "Forbidden", 404: "Not Found", 405: "Method Not Allowed",
           406: "Not Acceptable", 408: "Request Timeout", 409: "Conflict", 410: "Gone", 413: "Content Too Large",
           415: "Unsupported Media Type", 418: "I'm a Teapot", 422: "Unprocessable Content", 425: "Too Early",
           429: "Too Many Requests", 500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway",
           503: "Service Unavailable", 504: "Gateway Timeout"}


class Headers(dict):
    """Names in any case; shown as they were given."""

    def __init__(self, items=()):
        super().__init__()
        for key, value in dict(items or {}).items():
            self[key] = str(value)

    def _key(self, key):
        folded = key.lower()
        for each in super().keys():
            if each.lower() == folded:
                return each
        return key

    def __getitem__(self, key):
        return super().__getitem__(self._key(key))

    def __setitem__(self, key, value):
        super().__setitem__(self._key(key), value)

    def __delitem__(self, key):
        super().__delitem__(self._key(key))

    def __contains__(self, key):
        return super().__contains__(self._key(key))

    def get(self, key, default=None):
        return super().get(self._key(key), default)

    def update(self, other=(), /):
        for key, value in dict(other).items():
            self[key] = value


class Request:
    def __init__(self, method, url, headers, json, data):
        self.method, self.url, self.headers, self.json, self.data = method, url, headers, json, data
        parts = urlsplit(url)
        self.scheme, self.host, self.path = parts.scheme, parts.hostname, parts.path or "/"
        self.port = parts.port or (443 if parts.scheme == "https" else 80)
        self.query = dict(parse_qsl(parts.query, keep_blank_values=True))


class Reply:
    """head_s: seconds until the answer begins to arrive; body_s: how long the rest of it takes; failure: "name" (nobody knows the
    host), "refused" or None."""

    __slots__ = ("request", "status", "headers", "body", "head_s", "body_s", "failure")

    @property
    def reason(self):
        return REASONS.get(self.status, "")


def address(base, url, params):
    url = str(url)
    if base is not None:
        url = urljoin(str(base), url)
    if params:
        query = params if isinstance(params, (str, bytes)) else urlencode(params, doseq=True)
        url += ("&" if "?" in url else "?") + (query.decode() if isinstance(query, bytes) else query)
    return url


def _answer(request):
    """(answer, status, headers, seconds), None for a host that refuses."""
    bare = request.url.partition("#")[0]
    for pattern, answer, status, headers, seconds in simul.net._served:
        if _fnmatch.fnmatchcase(bare, pattern) or _fnmatch.fnmatchcase(bare.partition("?")[0], pattern):
            if callable(answer):
                answer = answer(request)
                if isinstance(answer, tuple):
                    status, answer = answer
            return answer, status, headers, seconds
    if request.host == "localhost" or request.host.startswith("127."):
        return None
    kind, _, value = request.path.strip("/").partition("/")
    if request.host.endswith("httpbin.org") and value.isdigit():
        if kind == "status":
            return "", int(value), {}, 0.0
        if kind == "delay":
            return _echo(request), 200, {}, min(int(value), 10)
    return _echo(request), 200, {}, 0.0


def _echo(request):
    """What a server of which the scenario says nothing answers: the question."""
    said = {"method": request.method, "url": request.url, "args": request.query}
    if request.json is not None:
        said["json"] = request.json
    elif request.data is not None:
        said["data"] = request.data if isinstance(request.data, (str, dict)) else str(request.data)
    return said


def reply(method, url, *, headers=None, json=None, data=None):
    """What will come of the request. ValueError: not a URL of http."""
    request = Request(method.upper(), url, Headers(headers), json, data)
    if request.scheme not in ("http", "https") or not request.host:
        raise ValueError(url)
    net, made = simul.net, Reply()
    made.request, made.failure, made.body_s, made.head_s = request, None, 0.0, net._way()
    made.status, made.body, made.headers = 0, b"", Headers()
    if request.host.endswith(".invalid"):
        made.failure = "name"
        return made
    made.head_s += net._way()
    found = None if net._fails() else _answer(request)
    if found is None:
        made.failure = "refused"
        return made
    answer, made.status, extra, seconds = found
    if isinstance(answer, (bytes, bytearray)):
        kind, made.body = "application/octet-stream", bytes(answer)
    elif isinstance(answer, str):
        kind = "text/html; charset=utf-8" if answer.lstrip()[:1] == "<" else "text/plain; charset=utf-8"
        made.body = answer.encode()
    else:
        kind, made.body = "application/json", _json.dumps(answer).encode()
    made.headers = Headers({"Content-Type": kind, "Content-Length": len(made.body)})
    made.headers.update(extra)
    if request.method == "HEAD":
        made.body = b""
    made.head_s += seconds
    if net.bandwidth is not None:
        made.body_s = len(made.body) / net.bandwidth
    return made


def charset(headers):
    _, _, rest = headers.get("Content-Type", "").partition("charset=")
    return rest.partition(";")[0].strip() or None
