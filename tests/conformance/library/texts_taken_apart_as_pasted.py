"""Texts taken apart: a log, a tokenizer, a calculator, templates, tables, and patterns that are wrong."""
import re, string, textwrap, shlex, itertools as it, io, csv
from collections import namedtuple, Counter
LOG = '''127.0.0.1 - frank [10/Oct/2000:13:55:36 -0700] "GET /apache_pb.gif?x=1 HTTP/1.0" 200 2326
10.0.0.7 - - [10/Oct/2000:13:55:37 -0700] "POST /login HTTP/1.1" 302 -
garbage line
::1 - ann [11/Oct/2000:00:00:01 +0000] "GET /a%20b HTTP/2" 404 17
'''
LINE = re.compile(r'''
    ^(?P<ip>\S+)\s-\s(?P<user>-|\w+)\s
    \[(?P<day>\d{2})/(?P<mon>[A-Z][a-z]{2})/(?P<year>\d{4}):(?P<clock>[\d:]{8})\s(?P<tz>[+-]\d{4})\]\s
    "(?P<method>GET|POST|PUT) \s (?P<path>[^\s?"]+)(?:\?(?P<query>[^\s"]*))? \s HTTP/(?P<v>\d(?:\.\d)?)"\s
    (?P<status>\d{3})\s(?P<size>\d+|-)$ ''', re.VERBOSE | re.MULTILINE)
for m in LINE.finditer(LOG):
    print(m['ip'], m.group('user', 'status'), m.span('path'), m.groupdict(default='')['query'], m.lastgroup, m.lastindex)
print(LINE.groups, sorted(LINE.groupindex.items(), key=lambda kv: kv[1])[:3], LINE.flags, [l for l in LOG.splitlines() if not LINE.match(l)])

Token = namedtuple('Token', 'kind value line col')
SPEC = [('NUM', r'\d+(\.\d*)?'), ('ASSIGN', r':='), ('END', r';'), ('ID', r'[A-Za-z_]\w*'), ('OP', r'[+\-*/^()]'), ('NL', r'\n'), ('SKIP', r'[ \t]+'), ('BAD', r'.')]
RX = re.compile('|'.join('(?P<%s>%s)' % p for p in SPEC))
def tokenize(code, keywords=frozenset({'IF', 'THEN', 'ENDIF'})):
    line, start = 1, 0
    for mo in RX.finditer(code):
        kind, value, col = mo.lastgroup, mo.group(), mo.start() - start
        match kind:
            case 'NUM': value = float(value) if '.' in value else int(value)
            case 'ID' if value in keywords: kind = value
            case 'NL': start = mo.end(); line += 1; continue
            case 'SKIP': continue
            case 'BAD': raise RuntimeError(f'{value!r} unexpected on line {line}')
        yield Token(kind, value, line, col)
print(*tokenize('IF q THEN\n  t := t + 3.5 * (x-1);\nENDIF;'), sep='\n')
try: list(tokenize('a := 3 $ 4'))
except RuntimeError as e: print(e)

class Calc:
    PREC = {'+': (1, float.__add__), '-': (1, float.__sub__), '*': (2, float.__mul__), '/': (2, float.__truediv__), '^': (3, float.__pow__)}
    def __init__(self, text): self.toks = it.chain((t for t in tokenize(text)), [Token('EOF', None, 0, 0)]); self.next()
    def next(self): self.cur = next(self.toks); return self.cur
    def atom(self):
        k, v = self.cur[:2]
        if k == 'NUM': self.next(); return float(v)
        if v == '-': self.next(); return -self.expr(3)
        if v == '(':
            self.next(); r = self.expr(0)
            if self.cur.value != ')': raise SyntaxError('expected )')
            self.next(); return r
        raise SyntaxError(f'unexpected {v!r} at col {self.cur.col}')
    def expr(self, p):
        left = self.atom()
        while (op := self.PREC.get(self.cur.value)) and op[0] > p:
            self.next(); left = op[1](left, self.expr(op[0] - (self.cur is None)))
        return left
for e in ('1 + 2*3', '2 * (3 + 4) - 5/2', '-2 ^ 2', '1 / 0', '2 +', '(1'):
    try: print(e, '=', Calc(e).expr(0))
    except (SyntaxError, ZeroDivisionError) as x: print(e, type(x).__name__, x.args)

print(re.sub(r'(?<!^)(?=[A-Z])', '_', 'someCamelCaseName').lower(), re.sub(r'_(\w)', lambda m: m[1].upper(), 'snake_case_name'), re.split(r'([,;])\s*', 'a, b;c,d', maxsplit=2), re.findall(r'(\w)(\d)?', 'a1b'), re.sub(r'(?P<a>\w)(\d)', r'\g<2>\g<a>\\', 'x1y2', count=1))
print(re.escape('a.b*c[d] e'), re.compile(r'\bfoo\b', re.I), re.fullmatch(r'[\w.+-]+@[\w-]+\.[\w.-]+', 'me+x@site.co.uk'), re.search('b+', 'abbb', pos) if (pos := 0) else re.compile('b+').search('abbb', 2))
for bad in ('(a', 'a)', '[z-a]', '*a', r'(?P<1>a)', 'a{2,1}', r'\1', '(?<=a+)b', '(?z)', '[[:alpha:]', 'a**'):
    try: re.compile(bad); print(bad, 'fine')
    except re.error as e: print(bad, '|', e, e.pos, e.msg)
print(string.Template('$who owes $$${amount:-}').safe_substitute(who='Bob'), string.Template('${a}b').substitute(a=1), string.Formatter().vformat('{0!r:>6}{x[k]}', ('q',), {'x': {'k': 3}}), string.capwords('hello wORLD'))
print(textwrap.fill('The quick brown fox jumped over the lazy dog ' * 2, 30, initial_indent='* ', subsequent_indent='  '), textwrap.shorten('Hello  world, this is long', 15), textwrap.indent('a\n\nb', '> '), sep='\n')
print(shlex.split('a "b c" d\\ e \'f g\' # not'), shlex.quote("it's"), shlex.join(['a b', 'c']))
rows = list(csv.DictReader(io.StringIO('id,name,qty\n1,"Smith, J",3\n2,O\'Neil\n3,x,1,extra\n'), restval='?'))
print(rows); out = io.StringIO(); w = csv.DictWriter(out, ['id', 'name'], extrasaction='ignore', quoting=csv.QUOTE_NONNUMERIC, lineterminator='\n'); w.writeheader(); w.writerows(rows); print(out.getvalue())
print(Counter(re.findall(r"[a-z']+", "the cat and the dog and THE end".lower())).most_common(2), 'ß'.casefold() == 'SS'.casefold(), 'Ǆ'.title(), '١٢'.isdecimal(), int('١٢'), '%-10s|%+05d|%#x|%e|%r' % ('ab', 42, 255, 12345.678, 'q'), '{:*^20,.2f}|{:%}|{:_b}|{!a}'.format(1234567.891, .25, 1023, 'é'), f'{"nested " + f"{1 + 1:>{3 + 1}}"!r:^20}')
