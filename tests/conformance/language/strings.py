# Text: methods, slices, escapes, f-strings in all their forms.
s = "Hello, World"
print(s.upper(), s.lower(), s.swapcase(), s.title(), s.casefold(), s.center(20, "*"), s.ljust(15) + "|", s.rjust(15), s.zfill(15))
print(s[0], s[-1], s[2:5], s[::-1], s[::2], s[5:2], s[-5:], s[100:])
print(s.find("o"), s.rfind("o"), s.index("W"), s.count("l"), s.replace("l", "L", 1), s.startswith(("He", "x")), s.endswith("d"))
print("a,b,,c".split(","), " a  b ".split(), "a-b-c".rsplit("-", 1), "x=1".partition("="), "no".rpartition("="), "l1\nl2\r\nl3".splitlines())
print("-".join(["a", "b"]), "  strip ".strip(), "xxhixx".strip("x"), "abc".isalpha(), "12".isdigit(), "a1".isalnum(), " ".isspace(), "Ab".istitle())
print("prefix_x".removeprefix("prefix_"), "x.py".removesuffix(".py"), "tab\there".expandtabs(4), "abc".translate({97: "A", 98: None}))
print(repr("it's"), repr('say "hi"'), repr("both ' and \""), repr("nl\n tab\t nul\0 é \x7f \u200b 🐍"), ascii("é🐍"))
name, n, pi = "Ann", 42, 3.14159
print(f"{name} {n:5d}|{n:<5}|{n:>5}|{n:^5}|{n:05}|{n:+}|{n:,}|{1234567:_}|{n:b}|{n:o}|{n:x}|{n:#X}")
print(f"{pi:.2f} {pi:8.3f} {pi:e} {pi:g} {pi:%} {1e10:g} {0.00001:g} {1234567.891:,.2f} {pi!r:>10} {name!r} {name!s:*^9}")
w, p = 10, 3
print(f"{pi:{w}.{p}f}|{name:>{w}}|{'nested ' + f'{n}'}|{n=}|{n + 1 = }|{{}}|{pi=:.1f}")
print("%s %d %5.1f %r %x %% %-5s| %05d %c" % ("a", 3, 2.55, "q", 255, "l", 42, "z"), "%(k)s" % {"k": 1})
print("{} {1} {0}".format("a", "b") if False else "{0} {1} {0}".format("a", "b"), "{x:>4}{y!r}".format(x=1, y="q"), "{0[1]} {0.real}".format([1, 2]) if False else "{a[1]}".format(a=[1, 2]))
print(len("🐍é"), "🐍é"[0], "ß".upper(), "İ".lower() == "i̇", "ǆ".title(), ord("é"), chr(128013))
print("a" < "b", "abc" < "abd", "Z" < "a", "a" * 3, "b" in "abc", "" in "abc", not "")
print("line\
continued", r"raw\n", "con" "cat", """triple
quoted""", b"bytes\x00\xff", b"abc"[0])
print("abc".encode(), "é".encode("utf-8"), b"\xc3\xa9".decode(), "a b c".title(), "don't stop".title(), "x".join("abc"))
print("{:>10}|{:<10}|{:^10}".format("r", "l", "c"), format(3.0), format(10, "08b"), str(None), str([1, "a"]), str(1.0), str(1e100))
