"""Status codes and methods of HTTP by name. Mirrors CPython's Lib/http; no request leaves a page, so there is no client here."""
from enum import IntEnum, StrEnum

__all__ = ["HTTPStatus", "HTTPMethod"]

_NOT_HERE = {"client": "a page has no free network (instead: urllib.request.urlopen)",
             "server": "a page serves nobody (instead: asyncio.start_server)",
             "cookies": "it is not written yet (instead: a dict of names and values)",
             "cookiejar": "it is not written yet (instead: a dict of names and values)"}


def __getattr__(name):
    if name in _NOT_HERE:
        raise AttributeError(f"Simul's http has no {name!r}: {_NOT_HERE[name]}")
    raise AttributeError(f"module 'http' has no attribute {name!r}")

# A line each: code and phrase, which is the name too, what it tells, and an older name.
_STATUSES = """\
100 Continue|Request received, please continue
101 Switching Protocols|Switching to new protocol; obey Upgrade header
102 Processing
103 Early Hints
200 OK|Request fulfilled, document follows
201 Created|Document created, URL follows
202 Accepted|Request accepted, processing continues off-line
203 Non-Authoritative Information|Request fulfilled from cache
204 No Content|Request fulfilled, nothing follows
205 Reset Content|Clear input form for further input
206 Partial Content|Partial content follows
207 Multi-Status
208 Already Reported
226 IM Used
300 Multiple Choices|Object has several resources -- see URI list
301 Moved Permanently|Object moved permanently -- see URI list
302 Found|Object moved temporarily -- see URI list
303 See Other|Object moved -- see Method and URL list
304 Not Modified|Document has not changed since given time
305 Use Proxy|You must use proxy specified in Location to access this resource
307 Temporary Redirect|Object moved temporarily -- see URI list
308 Permanent Redirect|Object moved permanently -- see URI list
400 Bad Request|Bad request syntax or unsupported method
401 Unauthorized|No permission -- see authorization schemes
402 Payment Required|No payment -- see charging schemes
403 Forbidden|Request forbidden -- authorization will not help
404 Not Found|Nothing matches the given URI
405 Method Not Allowed|Specified method is invalid for this resource
406 Not Acceptable|URI not available in preferred format
407 Proxy Authentication Required|You must authenticate with this proxy before proceeding
408 Request Timeout|Request timed out; try again later
409 Conflict|Request conflict
410 Gone|URI no longer exists and has been permanently removed
411 Length Required|Client must specify Content-Length
412 Precondition Failed|Precondition in headers is false
413 Content Too Large|Content is too large|REQUEST_ENTITY_TOO_LARGE
414 URI Too Long|URI is too long|REQUEST_URI_TOO_LONG
415 Unsupported Media Type|Entity body in unsupported format
416 Range Not Satisfiable|Cannot satisfy request range|REQUESTED_RANGE_NOT_SATISFIABLE
417 Expectation Failed|Expect condition could not be satisfied
418 I'm a Teapot|Server refuses to brew coffee because it is a teapot.
421 Misdirected Request|Server is not able to produce a response
422 Unprocessable Content||UNPROCESSABLE_ENTITY
423 Locked
424 Failed Dependency
425 Too Early
426 Upgrade Required
428 Precondition Required|The origin server requires the request to be conditional
429 Too Many Requests|The user has sent too many requests in a given amount of time ("rate limiting")
431 Request Header Fields Too Large|The server is unwilling to process the request because its header fields are too large
451 Unavailable For Legal Reasons|The server is denying access to the resource as a consequence of a legal demand
500 Internal Server Error|Server got itself in trouble
501 Not Implemented|Server does not support this operation
502 Bad Gateway|Invalid responses from another server/proxy
503 Service Unavailable|The server cannot process the request due to a high load
504 Gateway Timeout|The gateway server did not receive a timely response
505 HTTP Version Not Supported|Cannot fulfill request
506 Variant Also Negotiates
507 Insufficient Storage
508 Loop Detected
510 Not Extended
511 Network Authentication Required|The client needs to authenticate to gain network access
"""
_METHODS = """\
CONNECT Establish a connection to the server.
DELETE Remove the target.
GET Retrieve the target.
HEAD Same as GET, but only retrieve the status line and header section.
OPTIONS Describe the communication options for the target.
PATCH Apply partial modifications to a target.
POST Perform target-specific processing with the request payload.
PUT Replace the target with the request payload.
TRACE Perform a message loop-back test along the path to the target.
"""


def _members():
    for line in _STATUSES.splitlines():
        title, description, *older = (line + "||").split("|")
        code, phrase = title.split(" ", 1)
        name = phrase.upper().translate({39: None, 32: "_", 45: "_"})
        for each in filter(None, (name, *older)):
            yield each, (int(code), phrase, description)


def _hundred(digit):
    return property(lambda self: self._value_ // 100 == digit)


class HTTPStatus(IntEnum):
    def __new__(cls, code, phrase, description=""):
        member = int.__new__(cls, code)
        member._value_, member.phrase, member.description = code, phrase, description
        return member

    is_informational, is_success, is_redirection, is_client_error, is_server_error = map(_hundred, range(1, 6))
    vars().update(_members())


class HTTPMethod(StrEnum):
    def __new__(cls, name, description):
        member = str.__new__(cls, name)
        member._value_, member.description = name, description
        return member

    def __repr__(self):
        return f"<{type(self).__name__}.{self._name_}>"

    vars().update((line.split()[0], tuple(line.split(" ", 1))) for line in _METHODS.splitlines())
