# urllib.parse: hosts in brackets, odd addresses, joining step by step, encodings, what quote_via is asked, every refusal.
from urllib.parse import (DefragResult, parse_qs, parse_qsl, quote, quote_from_bytes, quote_plus, unquote, unquote_plus, unquote_to_bytes, urldefrag, urlencode,
                          urljoin, urlparse, urlsplit, urlunparse, urlunsplit, uses_netloc, uses_params, uses_relative)


def tried(call, *args, **options):
    try:
        return call(*args, **options)
    except Exception as error:
        return f"{type(error).__name__}: {error}" + (f" from {error.__cause__!r}" if error.__cause__ else "")


for host in ["[::1]", "[::1]:80", "u@[1::2]:x", "[1:2:3:4:5:6:7:8]", "[1:2:3:4:5:6:7::]", "[::1.2.3.4]", "[FE80::1%Eth0]", "[v1.Any:thing]", "[]", "[v.a]", "[1.2.3.4]", "[::1]a",
             "a[::1]", "[::1", "::1]", "[1:2:3]", "[1::2::3]", "[12345::]", "[::g]", "[::256.1.1.1]", "[::1%]", "[1:2:3:4:5:6:7::8]", "u[:]p@h", "a:b:c@H%41:080", ":@:", "@h:+1", "h:65536"]:
    print(host, tried(urlsplit, f"//{host}/x"))
    for name in ("username", "password", "hostname", "port"):
        print("   ", name, tried(lambda: getattr(urlsplit(f"//{host}/x"), name)))
for url in [" \x00http:x", "ht\ntp://h\t/p ", "1http:x", "é:x", "a+b-c.d:/x", ":x", "sip:a;b;c", "http:a;b/c;d;e", "x:a;b", "file:/etc", "file:///etc", "http:?q#", "//", "a//b?c?d#e#f"]:
    print(repr(url), urlparse(url), repr(urlparse(url).geturl()), repr(urlsplit(url, "\tFTP ", False).geturl()))
print(urlunparse(("http", "h", "p", "x", "q", "f")), urlunsplit(("", "", "//p", "", "")), urlunsplit(("x", "", "/p", "", "")), urlunsplit(("file", "", "", None, None)), urlunsplit(["http", "h", "", "q", ""]))
print(urldefrag("a#b#c"), urldefrag("http:?#"), urldefrag("HTTP:a#b"), DefragResult("u", "").geturl())

for base in ["http://h/a//b/c", "http://h", "http://h/a/", "a/b", "a", "", "mailto:x", "sip:a/b", "ftp://h/x;p?q"]:
    print(repr(base), [tried(urljoin, base, link) for link in ["", "g", "./", "../g", "..", "/..//x/.", "//k/y", "?z", ";r", "http:g", "ftp:g", "#f", "g//h/../i", "x:y", "...", "g/.", "g/..?u"]])
print(urljoin("http://h/a?b#c", "#d", allow_fragments=False), len(uses_netloc), uses_params[:4], uses_relative[-2:])

print(unquote("%E4%e4é%", "latin-1"), unquote("a%00b", "utf-16-be", "replace"), unquote("%ff", errors="strict") if 0 else tried(unquote, "%ff", errors="strict"), unquote(b"%C3%BC+"), unquote("%41%5", None, None))
print(unquote_plus("a+%2B%"), unquote_to_bytes("é%4a%zz%"), unquote_to_bytes(b""), [tried(unquote_to_bytes, each) for each in (None, 5)], [tried(unquote, each) for each in (None, [], b"")])
print(quote("~é /", safe=" é"), quote("é", encoding="latin-1"), quote("€", encoding="latin-1", errors="ignore"), quote(bytearray(b"a\xff")), quote_from_bytes(b"a/\xff", safe=b"\xff"), quote_plus(b"a b", safe=b"/"))
print([tried(quote, *each) for each in ((5,), (b"a", "/", "utf-8"), (b"a", "/", None, "strict"), ("€", "", "ascii"))], tried(quote_plus, 5), tried(quote_from_bytes, "a"))


def via(*args):
    print("   asked", args)
    return "~"


print(urlencode({"a": [1, "b"], "c": [], b"d": b"e"}, True, "/", "utf-8", "strict", via))
print(urlencode([("é", None), (1, 2.5)], encoding="latin-1"), urlencode((), True), urlencode({"a": (1, [2])}, True), urlencode({"s": {"x": 1}}, True), urlencode({"a": iter(())}, True)[:5])
print([tried(urlencode, each) for each in (5, "ab", ["ab"], [["a", 1]], [()], None, [("a", 1), 5])])
for query in ["a=1&&b&=2&c=", "a=1;b=2", "%61=%zz+&a=3=4", "=", "&"]:
    for options in [{}, {"keep_blank_values": True}, {"strict_parsing": True}, {"max_num_fields": 3}, {"separator": ";"}, {"max_num_fields": 0}]:
        print(query, options, tried(parse_qsl, query, **options), tried(parse_qs, query, **options))
print(parse_qsl(""), parse_qsl("", max_num_fields=0), tried(parse_qsl, "a", separator=""), tried(parse_qsl, "a", separator=5), parse_qs("a=%e4", encoding="latin-1"))
