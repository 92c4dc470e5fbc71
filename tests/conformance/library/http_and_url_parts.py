"""http's names one by one, urllib.parse's results as classes, and the headers of an urllib.request.Request."""
from http import HTTPMethod, HTTPStatus
from urllib.parse import DefragResult, ParseResult, SplitResult, urldefrag, urlparse, urlsplit
from urllib.request import Request

print(HTTPStatus.CONTINUE, HTTPStatus.SWITCHING_PROTOCOLS, HTTPStatus.PROCESSING, HTTPStatus.EARLY_HINTS)
for status in (HTTPStatus.CREATED, HTTPStatus.ACCEPTED, HTTPStatus.NON_AUTHORITATIVE_INFORMATION, HTTPStatus.NO_CONTENT, HTTPStatus.RESET_CONTENT,
               HTTPStatus.PARTIAL_CONTENT, HTTPStatus.MULTI_STATUS, HTTPStatus.ALREADY_REPORTED, HTTPStatus.IM_USED, HTTPStatus.MULTIPLE_CHOICES,
               HTTPStatus.MOVED_PERMANENTLY, HTTPStatus.FOUND, HTTPStatus.SEE_OTHER, HTTPStatus.NOT_MODIFIED, HTTPStatus.USE_PROXY,
               HTTPStatus.TEMPORARY_REDIRECT, HTTPStatus.PERMANENT_REDIRECT, HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED,
               HTTPStatus.PAYMENT_REQUIRED, HTTPStatus.FORBIDDEN, HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.NOT_ACCEPTABLE,
               HTTPStatus.PROXY_AUTHENTICATION_REQUIRED, HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.CONFLICT, HTTPStatus.GONE,
               HTTPStatus.LENGTH_REQUIRED, HTTPStatus.PRECONDITION_FAILED, HTTPStatus.CONTENT_TOO_LARGE, HTTPStatus.URI_TOO_LONG,
               HTTPStatus.UNSUPPORTED_MEDIA_TYPE, HTTPStatus.RANGE_NOT_SATISFIABLE, HTTPStatus.EXPECTATION_FAILED, HTTPStatus.IM_A_TEAPOT,
               HTTPStatus.MISDIRECTED_REQUEST, HTTPStatus.UNPROCESSABLE_CONTENT, HTTPStatus.LOCKED, HTTPStatus.FAILED_DEPENDENCY,
               HTTPStatus.TOO_EARLY, HTTPStatus.UPGRADE_REQUIRED, HTTPStatus.PRECONDITION_REQUIRED, HTTPStatus.TOO_MANY_REQUESTS,
               HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, HTTPStatus.UNAVAILABLE_FOR_LEGAL_REASONS, HTTPStatus.INTERNAL_SERVER_ERROR,
               HTTPStatus.NOT_IMPLEMENTED, HTTPStatus.BAD_GATEWAY, HTTPStatus.SERVICE_UNAVAILABLE, HTTPStatus.GATEWAY_TIMEOUT,
               HTTPStatus.HTTP_VERSION_NOT_SUPPORTED, HTTPStatus.VARIANT_ALSO_NEGOTIATES, HTTPStatus.INSUFFICIENT_STORAGE,
               HTTPStatus.LOOP_DETECTED, HTTPStatus.NOT_EXTENDED, HTTPStatus.NETWORK_AUTHENTICATION_REQUIRED):
    print(repr(status), status.phrase)
for method in (HTTPMethod.CONNECT, HTTPMethod.DELETE, HTTPMethod.HEAD, HTTPMethod.OPTIONS, HTTPMethod.PATCH, HTTPMethod.POST, HTTPMethod.TRACE):
    print(repr(method), f"{method:-<9}", method.lower(), method == str(method))

parsed = urlparse("https://ann:secret@example.com:8080/a/b;v=1?q=x#top")
print(parsed, isinstance(parsed, ParseResult), parsed.scheme, parsed.netloc, parsed.params, parsed.fragment, parsed.username, parsed.port)
print(ParseResult("http", "a.b", "/c", "", "d=e", "f").geturl(), ParseResult("http", "a.b", "/c", "p", "", "")._replace(scheme="ftp").geturl())
split = urlsplit("//example.com/a?q#f")
print(split, isinstance(split, SplitResult), repr(split.scheme), split.netloc, split.fragment, SplitResult("", "x", "y", "", "z").geturl())
cut = urldefrag("http://a.b/c#part")
print(cut, isinstance(cut, DefragResult), cut.url, cut.fragment, cut.geturl(), DefragResult("u", "").geturl())

request = Request("http://example.com/path?x=1#frag", headers={"X-One": "1", "accept": "text/plain"})
request.add_header("content-TYPE", "application/json")
request.add_unredirected_header("Host", "other")
print(request.get_full_url(), request.full_url, request.fragment, request.selector, request.host, request.type, request.get_method())
print(request.has_header("Content-type"), request.has_header("content-type"), request.has_header("Host"), request.get_header("X-one"), request.get_header("X-One", "none"))
print(request.header_items(), request.headers)
request.remove_header("Accept")
request.remove_header("Host")
request.remove_header("Nothing")
request.data = b"body"
print(request.header_items(), request.get_method(), request.data, Request("http://a", b"x", method="PUT").get_method(), Request("http://a", method="HEAD").get_method())
for wrong in (lambda: Request("no url"), lambda: ParseResult("http"), lambda: urlparse("http://a:99999").port, lambda: urlparse("http://a:b").port, lambda: urlsplit("http://[::1")):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
