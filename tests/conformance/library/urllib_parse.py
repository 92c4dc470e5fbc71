# urllib.parse: addresses taken apart, joined, quoted; queries as lists and back.
from urllib.parse import (parse_qs, parse_qsl, quote, quote_plus, unquote, unquote_plus, unquote_to_bytes, urldefrag, urlencode, urljoin,
                          urlparse, urlsplit, urlunparse, urlunsplit)
import urllib.parse

for url in ["https://user:pa%20ss@Example.org:8080/a/b;p=1?q=1&r=2#top", "http://[::1]:80/x", "mailto:ada@example.org", "/only/path?x",
            "//host/p", "", "http://host:99999/", "HTTP://h?x=/y#z?", "path:with/colon", "http://h/a;b/c;d"]:
    parts = urlparse(url)
    print(parts)
    print("   ", urlsplit(url)._asdict())
    print("   ", parts.hostname, parts.username, parts.password, parts.geturl() == urlunparse(parts) == urlunsplit(urlsplit(url)), parts.geturl())
    try:
        print("   ", parts.port)
    except ValueError as error:
        print("   ", error)
base = "http://a.example/b/c/d;p?q"
for link in ["g", "./g", "g/", "/g", "//g", "?y", "g?y", "#s", "g#s", ";x", "", ".", "..", "../..", "../../../g", "g;x=1/../y", "http:g",
             "https://other.example/x", "../../g/./h/../i", "/./g"]:
    print(f"{link!r:<28}{urljoin(base, link)}")
print(urldefrag("http://x/y#z"), urldefrag("http://x/y"), urldefrag("http://x/y#z").geturl())
print(quote("a b/ü&=é~"), quote("a b/c", safe=""), quote_plus("a b+c/d"), quote(b"\xff x"), quote(""))
print(unquote("a%20b%2Fc%C3%BC%zz%4"), unquote_plus("a+b%2B"), unquote_to_bytes("%ff%zz%4"), unquote("%ff"), unquote("100%"))
print(urlencode({"q": "a b", "page": 2, "tags": ["x", "y"]}), urlencode([("a", "1"), ("a", b"\xff")]))
print(urlencode({"tags": ["x", "y"], "n": 5, "s": "text"}, doseq=True), urlencode({"a": "b c"}, quote_via=quote))
print(parse_qs("a=1&a=2&b=&c&d=x%20y+z"), parse_qs("a=&b=1", keep_blank_values=True))
print(parse_qsl("a=1;a=2&b=3"), parse_qsl("a=1;a=2", separator=";"), parse_qsl(""))
for bad in (lambda: urlencode(5), lambda: urlencode("abc"), lambda: quote(5), lambda: parse_qsl("a", strict_parsing=True),
            lambda: parse_qsl("a=1&b=2", max_num_fields=1), lambda: urlsplit("http://[::1"), lambda: quote(b"x", encoding="utf-8")):
    try:
        print(bad())
    except (TypeError, ValueError) as error:
        print(f"{type(error).__name__}: {error}")
parts = urlsplit("http://h/p")._replace(query=urlencode({"x": 1}))
print(urlunsplit(parts), parts._replace(scheme="https").geturl(), urllib.parse.urlsplit("x", scheme="ftp"))
