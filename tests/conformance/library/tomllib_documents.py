"""tomllib: what is read, and what is refused where."""
import tomllib, io
DOC = r'''
# This is a TOML document
title = "TOML Example"

[owner]
name = "Tom Preston-Werner"
dob = 1979-05-27T07:32:00-08:00
utc = 1979-05-27 07:32:00.5Z
local = 1979-05-27T07:32:00.123456789
day = 1979-05-27
hour = 07:32:00

[database]
enabled = true
ports = [ 8000, 8001, 8002, ] # trailing comma
data = [ ["delta", "phi"], [3.14],
   # comment
]
temp_targets = { cpu = 79.5, case = 72.0, x.y = 1, x.z = { q = [] } }

[servers]
[servers.alpha]
ip = "10.0.0.1"
"role of it" = 'front\end'
[servers.beta]
ip = "10.0.0.2"
a.b.c = 0xDEAD_beef
a.b.d = 0o17
a.'e f' = 0b1_0
[[products]]
name = "Hammer"
sku = 738_594_937
[[products]]
[[products]]
name = "Nail"
color = "gray"
[[products.variants]]
n = +1
[products.variants.more]
z = -0.0
[[products.variants]]
n = -17
[floats]
a = 1e3
b = 6.626e-34
c = inf
d = -inf
e = nan
f = 9_224.5_6
[text]
one = "tab\t quote\" nl\n uni\u00e9\U0001F600"
many = """
Roses \
   are red
Violets"""
quotes = """"two" ""ends"""""
raw = \'\'\'
C:\x 'q'
\'\'\'
empty = ""
'''.replace("\\'", "'")
def show(value, depth=0):
    for key, each in value.items():
        if isinstance(each, dict):
            print(' ' * depth + repr(key)); show(each, depth + 2)
        else:
            print(' ' * depth + repr(key), repr(each))
doc = tomllib.loads(DOC)
show(doc)
print(tomllib.load(io.BytesIO(b"a = 1\r\nb = 2.50\r\n"), parse_float=str))
BAD = ['a', 'a =', 'a = 1 b = 2', 'a = 1\na = 2', '[a]\n[a]', '[a', '[[a]', '[a]]', 'a.b = 1\na.b.c = 2', '[a.b]\n[a]\nb.c = 1', '[[a]]\n[a]', 'a = []\n[[a]]',
    'a = {}\n[a.b]', 'a = {b = 1, b = 2}', 'a = {b = {}, b.c = 2}', 'a = {b = 1,}', 'a = {b = 1', 'a = [1 2]', 'a = [1', 'a = "x', "a = 'x", 'a = """x', "a = '''x", 'a = "\\q"', 'a = "\\u12"',
    'a = "\\ud800"', 'a = "\n"', 'a = "\x01"', "a = '\x01'", '# \x02', 'a = 01', 'a = 1979-02-30', 'a = +0x1', 'a = _1', 'a = 1.', 'a = tru', '= 1', '.a = 1', 'a..b = 1', 'a = 1\n[a]', 'a = 1\n[a.b]', '[a]\nb = 1\n[a.b]',
    '[a]\nb.c = 1\n[a.b]', '[a.b.c]\n[a]\n[a.b]\n[a.b.c]', 'é = 1', '!', 'a = """x \\ y"""', '[[a.b]]\n[a]\nb.c=1', '[[a]]\nb=1\n[[a]]\nb=2\n[a.c]\n[a.c]', 'a.b=1\n[a]', 'a = 25:00:00', 'x = {a.b = 1, a.c = 2}\n', 'x = {a = [1], a.c = 2}', '"" = 1', 'a = 5__0']
for text in BAD:
    try:
        print(repr(text), tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        print(repr(text), '->', error)
for f in (lambda: tomllib.loads(b"a=1"), lambda: tomllib.load(io.StringIO("a=1")), lambda: tomllib.loads(3), lambda: tomllib.loads("a = 1.5", parse_float=lambda s: [])):
    try: print(f())
    except Exception as error: print(type(error).__name__, error)
print(tomllib.TOMLDecodeError.__mro__, tomllib.__all__)
