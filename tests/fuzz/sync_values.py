"""Shapes of expressions by the type they give. <word> in a shape stands for an expression of that type, or for one of WORDS.

Nothing here depends on addresses, on the hashes of strings (sets hold small ints; sets of text are sorted before they are
shown), on the machine's mathematics beyond sqrt, or grows without bound: repetition and powers take literals.
"""

# Literals and words, taken as they are.
WORDS = {
    "small": ["0", "1", "2", "3", "4", "5"],
    "index": ["0", "1", "2", "3", "-1", "-2", "-3", "7"],
    "slice": [":", "1:", ":2", ":-1", "::2", "::-1", "1:-1", "-3:", "2:1", "5:", "-2::-1", "1:9:3", "None:None:-2", ":0", "-9:9"],
    "shift": ["0", "1", "3", "8", "31", "64", "70"],
    "base": ["10", "16", "2", "8", "0", "36"],
    "digits": ["0", "1", "2", "-1", "-2", "3", "None"],
    "encoding": ["'utf-8'", "'ascii'", "'latin-1'", "'utf-16-le'", "'utf-8', 'ignore'", "'ascii', 'replace'", "'ascii', 'backslashreplace'",
                 "'ascii', 'xmlcharrefreplace'"],
    "width": ["0", "1", "5", "8", "12"],
    "ispec": ["d", "5", "<6", ">6", "^7", "05", "+", "+d", " d", "x", "X", "#x", "b", "#b", "o", "#o", ",", "_", "_b", "08b", "c", "n", "=+6",
              "*^9", "e", ".2f", "g", "%", ",.1f", "_x", "#010x", "-5d", "0=5", ".3", "s"],
    "fspec": ["f", ".2f", "8.3f", "<8.1f", "e", ".3e", "g", ".3g", "%", ".1%", "+.2f", " .1f", ",", ",.2f", "_.3f", "08.2f", "*^10.1f", ".0f",
              "#.0f", "G", "E", "n", "10", ".5", "z.1f", "#g", "=+9.1f", "d", ".0e", ".10"],
    "sspec": ["", "5", "<5", ">8", "^9", "*^9", ".2", "5.1", "->6s", "s", "_<4", ".0", "=5", "d", "010", "!^7", "\u00e9>6"],
    "percent_i": ["%d", "%5d", "%-5d|", "%05d", "%+d", "% d", "%x", "%X", "%#x", "%o", "%#o", "%i", "%c", "%s", "%r", "%.3d", "%f", "%e", "%g", "%5.1f",
                  "%u", "%a", "%-8s|", "%08.3f", "%+.2e"],
    "percent_s": ["%s", "%r", "%5s", "%-5s|", "%.2s", "%a", "%%%s", "%10.3s|", "%c", "%d", "%y", "%"],
    "percent_f": ["%f", "%.2f", "%8.3f", "%e", "%g", "%.3g", "%d", "%s", "%r", "%+.1f", "%-9.2f|", "%09.2f", "%G", "%#.0f", "%E", "%.0e", "%i", "%x"],
    "name": ["a", "b", "key", "n"],
    "regex": ["r'a+'", "r'(a)(b)?'", "r'[a-c]+'", "r'\\w+'", "r'\\b\\w'", "r'\\d{2,3}'", "r'(?P<first>\\w)(?P<rest>\\w*)'", "r'^\\s*|\\s*$'", "r'(a|b)*c'",
              "r'x*'", "r'(?i)AB'", "r'a.c'", "r'(\\w)\\1'", "r'(?<=a)b'", "r'a(?!b)'", "r'[^aeiou ]'", "r','", "r'\\s+'", "r'(?:ab)+?'", "r'$'", "r'(a'",
              "r'[z-a]'", "r'*'", "r'(?P<n>a)(?P=n)'", "r'\\W'", "r'a{2}'", "r'(?s).+'", "r'(?m)^.'", "r'(?x) a  b # c'", "r'[\\w.]+@'", "r'\\Aa'", "r'.{3}'",
              "r'(?>a+)b'", "r'a++'", "r'(?(1)a|b)'", "r'()()'", "r'[\\]a]'", "r'\\.'"],
    "regex_new": ["'-'", "r'<\\g<0>>'", "''", "r'[\\1]'", "lambda m: m[0].upper()", "r'\\n'", "lambda m: str(m.span())", "r'\\g<first>'"],
}

LITERALS = {
    "int": ["0", "1", "-1", "2", "3", "7", "10", "-5", "42", "255", "1000", "-128", "2**31", "2**63 - 1", "10**18", "-2**64", "10**20 + 7", "0x1F", "0b101",
            "1_000_000", "3**40", "True"],
    "float": ["0.0", "1.0", "-0.0", "0.5", "2.5", "-1.5", "0.1", "3.14159", "1e10", "1e16", "1e-5", "123456.789", "1e22", "1e300", "5e-324", "float('inf')",
              "float('nan')", "-2.675", "1/3", "1e100", "0.30000000000000004", "999999.5"],
    "str": ["''", "'a'", "'abc'", "'Hello, World'", "'  pad '", "'a,b,,c'", "'x=1'", "'line one\\nline two'", "'ab' 'cd'", "'caf\\u00e9'", "'\\u4e2d\\u6587'",
            "'\\U0001f600'", "'tab\\there'", "\"it's\"", "'say \"hi\"'", "'\\x00\\x7f'", "'UPPER lower'", "'12'", "'-3.5'", "'0x1f'", "'ss\\u00df'", "'aXbXc'",
            "'\\u0130I'", "r'\\d'", "'mississippi'", "'one two  three'", "' 7 '", "'1_000'", "'\\u0661'", "'a\\r\\nb\\x0bc'", "'e\\u0301'"],
    "bytes": ["b''", "b'abc'", "b'\\x00\\xff'", "b'a,b'", "bytes(3)", "b'Hello'", "b\"it's\"", "b' x '", "bytes([65, 66])", "b'12'", "b'\\xc3\\xa9'", "b'q\\\\\\n'"],
    "bool": ["True", "False"],
    "ints": ["[]", "[1]", "[3, 1, 2]", "[5, -1, 5, 0]", "[10, 20, 30, 40, 50]", "list(range(6))"],
    "strs": ["[]", "['b', 'a']", "['x']", "['pear', 'fig', 'apple', 'kiwi']", "['a', 'B', 'c', 'A']", "list('hello')"],
    "tuple": ["()", "(1,)", "(1, 'a')", "(3, 2, 1)", "((1, 2), 3)", "(None, True)", "('k', 2.5)"],
    "dict": ["{}", "{'a': 1}", "{'b': 2, 'a': 1}", "{'key': 5, 'n': 0, 'a': -3}", "dict(a=1, b=2)", "dict(zip('abc', range(3)))"],
    "set": ["set()", "{1, 2, 3}", "{5, 3}", "set(range(4))", "frozenset({2, 4})", "{9, 1, 8}"],
    "complex": ["1j", "2 + 3j", "-1j", "0j", "complex(1.5, -2)", "complex(0, -0.0)"],
    "none": ["None"],
    "iter": ["iter([1, 2, 3])", "zip('abc', [1, 2])", "enumerate('ab')", "reversed([1, 2])", "map(str, [1, 2])", "range(3)", "range(5, 0, -2)", "(i * i for i in range(4))"],
}

SHAPES = {
    "int": ["<int> + <int>", "<int> - <int>", "<int> * <int>", "<int> // <int>", "<int> % <int>", "-<int>", "~<int>", "+<bool>", "<int> & <int>", "<int> | <int>",
            "<int> ^ <int>", "<int> << <shift>", "<int> >> <shift>", "<int> ** <small>", "abs(<int>)", "divmod(<int>, <int>)[0]", "pow(<int>, <small>, <int>)",
            "len(<str>)", "len(<ints>)", "len(<dict>)", "len(<set>)", "sum(<ints>)", "max(<ints>, default=<int>)", "min(<int>, <int>)", "int(<float>)", "int(<str>)",
            "int(<str>, <base>)", "round(<float>)", "round(<int>, <digits>)", "<str>.count(<str>)", "<str>.find(<str>)", "<str>.index(<str>)", "<str>.rfind(<str>, <small>)",
            "<ints>.index(<int>)", "<ints>.count(<int>)", "<tuple>.count(<any>)", "<tuple>.index(<any>)", "ord(<str>)", "hashed(<int> + 0)", "hashed(<float>)",
            "<int>.bit_length()", "<int>.bit_count()", "int.from_bytes(<bytes>, 'big')", "int.from_bytes(<bytes>, 'little', signed=True)", "<bytes>[<index>]",
            "<ints>[<index>]", "<dict>[<str>]", "<dict>['a']", "<dict>.get(<str>, <int>)", "<dict>.pop(<str>)", "<dict>.setdefault(<str>, <int>)", "<ints>.pop()",
            "<ints>.pop(<index>)", "<int> if <bool> else <int>", "(<bool> and <int>)", "(<int> or <int>)", "math.gcd(<int>, <int>)", "math.isqrt(<int>)", "math.floor(<float>)",
            "math.comb(<small>, <small>)", "math.factorial(<small>)", "math.prod(<ints>)", "math.trunc(<float>)", "math.ceil(<float>)", "hashed((<int> + 0, <small>))", "hash(())",
            "(lambda x, y=<int>: x * y)(<int>)", "next(iter(<ints>), <int>)", "<float>.__floor__()", "functools.reduce(operator.add, <ints>, <int>)",
            "<bytes>.find(<bytes>)", "len(range(<int>, <int>, <int>))", "range(<int>)[<index>]", "bisect.bisect(sorted(<ints>), <int>)", "<int>.__index__()", "<set>.pop()",
            "<float>.as_integer_ratio()[0]", "operator.itemgetter(<index>)(<ints>)"],
    "float": ["<float> + <float>", "<float> - <float>", "<float> * <float>", "<float> / <float>", "<int> / <int>", "<float> // <float>", "<float> % <float>", "-<float>",
              "<float> ** <small>", "abs(<float>)", "round(<float>, <digits>)", "float(<int>)", "float(<str>)", "sum([<float>, <float>, <int>])", "max(<float>, <float>)",
              "<int> * <float>", "math.sqrt(<float>)", "math.fsum([<float>, <float>])", "math.copysign(<float>, <float>)", "math.fmod(<float>, <float>)", "math.hypot(<float>, <float>)",
              "float.fromhex(<float>.hex())", "divmod(<float>, <float>)[1]", "<complex>.real", "abs(<complex>)", "<float> if <bool> else <float>", "math.ldexp(<float>, <small>)",
              "<int> ** -<small>", "statistics.mean(<ints>)", "math.dist([<float>], [<float>])", "min(<float>, <int>)", "<float>.__round__(<digits>)"],
    "complex": ["<complex> + <complex>", "<complex> * <complex>", "<complex> / <complex>", "<complex> ** <small>", "<complex>.conjugate()", "complex(<float>, <float>)", "complex(<str>)",
                "-<complex>", "<complex> - <float>", "sum([<complex>, <complex>])"],
    "bool": ["<int> < <int>", "<float> <= <float>", "<str> == <str>", "<any> == <any>", "<any> != <any>", "<int> in <ints>", "<str> in <str>", "<str> not in <dict>", "not <any>",
             "<any> is None", "<ints> < <ints>", "<tuple> >= <tuple>", "<set> <= <set>", "<set>.isdisjoint(<set>)", "<str>.startswith(<str>)", "<str>.endswith((<str>, <str>))",
             "<str>.isalpha()", "<str>.isdigit()", "<str>.isidentifier()", "<str>.isupper()", "<str>.istitle()", "<str>.isspace()", "<str>.isnumeric()", "<str>.isprintable()",
             "<str>.isalnum()", "<str>.isdecimal()", "<str>.isascii()", "any(<ints>)", "all(<ints>)", "isinstance(<any>, (int, str))", "isinstance(<any>, int | None)", "issubclass(bool, int)", "callable(<any>)", "<int> < <int> <= <int>",
             "<bool> and <bool>", "<bool> or <bool>", "bool(<any>)", "<float>.is_integer()", "math.isclose(<float>, <float>)", "math.isnan(<float>)", "hasattr(<any>, 'upper')", "<str> < <str>",
             "<dict> == <dict>", "<bytes> < <bytes>", "<int> == <float>", "<int> < <float>", "hashed(<int>) == hashed(<float>)", "<set> == <set>", "<list> == <list>", "<any> < <any>", "<any> in <any>",
             "re.fullmatch(<regex>, <str>) is None", "<any> is not <none>", "<int> in range(<int>, <int>)"],
    "str": ["<str> + <str>", "<str> * <small>", "<str>[<index>]", "<str>[<slice>]", "str(<any>)", "repr(<any>)", "ascii(<str>)", "<str>.upper()", "<str>.lower()", "<str>.title()",
            "<str>.capitalize()", "<str>.swapcase()", "<str>.casefold()", "<str>.strip()", "<str>.strip(<str>)", "<str>.lstrip(<str>)", "<str>.rstrip()", "<str>.replace(<str>, <str>)",
            "<str>.replace(<str>, <str>, <small>)", "<str>.join(<strs>)", "<str>.center(<width>)", "<str>.center(<width>, '*')", "<str>.ljust(<width>, '.')", "<str>.rjust(<width>)",
            "<str>.zfill(<width>)", "<str>.expandtabs(<width>)", "<str>.removeprefix(<str>)", "<str>.removesuffix(<str>)", "<str>.translate({97: 'A', 98: None})",
            "<str>.translate(str.maketrans('abc', 'xyz'))", "format(<int>, '<ispec>')", "format(<float>, '<fspec>')", "format(<str>, '<sspec>')", "f'{<int>:<ispec>}'", "f'{<float>:<fspec>}'",
            "f'{<str>!r:<sspec>}'", "f'{<str>:<sspec>}|{<int>}'", "f'{<any>}'", "f'{<any>!r}'", "f'{<int>=}'", "f'{<float>:{<width>}.{<small>}f}'", "'<percent_i>' % <int>",
            "'<percent_s>' % (<str>,)", "'<percent_f>' % <float>", "'<percent_s> <percent_i>' % (<any>, <int>)", "'%(a)s-%(b)05d' % <dict>", "'{} {}'.format(<any>, <any>)",
            "'{0:<ispec>} {1!r}'.format(<int>, <any>)", "'{x[0]} {x}'.format(x=<ints>)", "'{:>{}}'.format(<str>, <width>)", "'{a}'.format_map(<dict>)", "chr(<int>)", "hex(<int>)",
            "bin(<int>)", "oct(<int>)", "<bytes>.decode(<encoding>)", "<bytes>.hex()", "<bytes>.hex(':')", "max(<strs>)", "min(<strs>, key=len)", "''.join(sorted(<str>))", "''.join(reversed(<str>))",
            "<strs>[<index>]", "type(<any>).__name__", "<str> if <bool> else <str>", "<float>.hex()", "str(<float>)", "repr(<float>)", "str(<complex>)", "str(<bytes>, <encoding>)",
            "textwrap.fill(<str>, 8)", "re.sub(<regex>, <regex_new>, <str>)", "re.escape(<str>)", "next(iter(<str>))", "json.dumps(<any>)", "json.dumps(<dict>, indent=1, sort_keys=True)", "string.capwords(<str>)",
            "', '.join(map(str, <ints>))", "''.join(c for c in <str> if c.<isword>())", "<str>.format(<int>, a=<int>)", "str(<int>)[<slice>]", "<str>.partition(<str>)[0]", "<str>.encode(<encoding>).decode('latin-1')",
            "type(<iter>).__name__", "textwrap.shorten(<str>, <width>)", "reprlib.repr(<ints>)"],
    "bytes": ["<bytes> + <bytes>", "<bytes> * <small>", "<bytes>[<slice>]", "<str>.encode(<encoding>)", "bytes(<ints>)", "<bytes>.upper()", "<bytes>.replace(<bytes>, <bytes>)", "<bytes>.strip()",
              "<int>.to_bytes(<width>, 'big')", "<int>.to_bytes(9, 'little', signed=True)", "<bytes>.join([<bytes>, <bytes>])", "bytes.fromhex(<str>)", "bytearray(<bytes>)", "<bytes>.center(<width>, b'-')",
              "<bytes>.title()", "<bytes>.zfill(<width>)", "bytes(reversed(<bytes>))", "memoryview(<bytes>)[<slice>].tobytes()", "<bytes>.translate(None, b'a')", "b'<percent_i>' % <int>", "b'<percent_s>' % <bytes>",
              "<bytes>.ljust(<width>)", "<bytes>.removeprefix(<bytes>)", "base64.b64encode(<bytes>)"],
    "ints": ["[<int>, <int>]", "<ints> + <ints>", "<ints> * <small>", "<ints>[<slice>]", "sorted(<ints>)", "sorted(<ints>, reverse=<bool>)", "sorted(<ints>, key=lambda v: -v)", "list(reversed(<ints>))",
             "[x + 1 for x in <ints>]", "[x for x in <ints> if x % 2]", "[x * y for x in <ints> for y in <ints>][:9]", "list(range(<small>, <small>))", "list(range(<small>, <index>, <index>))", "list(map(abs, <ints>))",
             "[*<ints>, <int>]", "list(<set>)", "sorted(<set>)", "list(<bytes>)", "list(<dict>.values())", "list(filter(None, <ints>))", "[ord(c) for c in <str>]", "list(itertools.accumulate(<ints>))",
             "list(itertools.chain(<ints>, <ints>))", "list(itertools.islice(itertools.count(<int>), <small>))", "sorted(<ints>, key=str)", "<ints>.copy()", "heapq.nsmallest(<small>, <ints>)",
             "[len(s) for s in <strs>]", "list(itertools.takewhile(lambda v: v < <int>, <ints>))", "[x if x > <int> else -x for x in <ints>]", "list(itertools.compress(<ints>, [1, 0, 1]))",
             "[i for i, c in enumerate(<str>) if c in <str>]", "list(dict.fromkeys(<ints>))", "sorted(<ints>, key=lambda v: (v % 3, v))", "list(collections.deque(<ints>, maxlen=<small>))",
             "[m.start() for m in re.finditer(<regex>, <str>)]"],
    "strs": ["[<str>, <str>]", "<str>.split()", "<str>.split(<str>)", "<str>.split(',', <small>)", "<str>.rsplit(None, 1)", "<str>.splitlines()", "<str>.splitlines(True)", "sorted(<strs>)", "sorted(<strs>, key=str.lower)",
             "sorted(<strs>, key=len, reverse=True)", "<strs>[<slice>]", "list(<str>)", "[s.upper() for s in <strs>]", "list(map(str, <ints>))", "list(<dict>)", "sorted(<dict>)", "<strs> + <strs>", "list(<str>.partition(<str>))",
             "re.findall(<regex>, <str>)", "re.split(<regex>, <str>)", "[f'{x}' for x in <list>]", "[*<str>]", "textwrap.wrap(<str>, 6)", "sorted(set(<str>))", "[a + b for a, b in zip(<str>, <str>)]", "sorted(<strs>, key=lambda s: (len(s), s))",
             "[k for k, g in itertools.groupby(<str>)]", "list(map(''.join, itertools.permutations(<str>[:3], 2)))", "re.split(<regex>, <str>, maxsplit=<small>)"],
    "tuple": ["(<any>, <any>)", "<tuple> + <tuple>", "<tuple> * <small>", "<tuple>[<slice>]", "tuple(<ints>)", "divmod(<int>, <int>)", "tuple(<str>)", "(*<ints>, <any>)", "<str>.partition(<str>)", "<str>.rpartition(<str>)",
              "max(<dict>.items(), default=())", "tuple(sorted(<set>))", "<float>.as_integer_ratio()", "divmod(<float>, <float>)", "tuple(map(type, <tuple>))", "(re.search(<regex>, <str>) or re.match('', '')).groups()",
              "(re.search(<regex>, <str>) or re.match('', '')).span()", "math.frexp(<float>)", "math.modf(<float>)", "slice(<int>, <int>, <int>).indices(<small>)", "<tuple> if <bool> else <tuple>", "collections.namedtuple('P', 'x y')(<any>, <any>)"],
    "dict": ["{<str>: <int>, <str>: <int>}", "{**<dict>, <str>: <int>}", "<dict> | <dict>", "{k: v + 1 for k, v in <dict>.items()}", "{s: len(s) for s in <strs>}", "dict(sorted(<dict>.items()))", "dict(zip(<strs>, <ints>))",
             "dict.fromkeys(<strs>, <int>)", "<dict>.copy()", "dict(<dict>, a=<int>)", "{v: k for k, v in <dict>.items()}", "dict(sorted(<dict>.items(), key=lambda p: p[1]))", "dict(collections.Counter(<str>))", "dict(enumerate(<strs>))",
             "{k: <dict>[k] for k in <strs>}", "(re.search(<regex>, <str>) or re.match('', '')).groupdict()", "collections.Counter(<strs>)", "collections.OrderedDict(<dict>)", "json.loads(json.dumps(<dict>))", "dict([<tuple>, <tuple>])"],
    "set": ["<set> | <set>", "<set> & <set>", "<set> - <set>", "<set> ^ <set>", "set(whole(<ints>))", "{x % 5 for x in whole(<ints>)}", "{len(s) for s in <strs>}", "frozenset(whole(<ints>))", "<set>.union(whole(<ints>), <set>)",
            "<set>.intersection(<ints>)", "<set>.difference(<set>)", "<set>.symmetric_difference(whole(<ints>))", "<set>.copy()", "set(whole(<dict>.values()))", "{*whole([<int>, <int>]), <small>}", "{*<set>, <small>}"],
    "iter": ["iter(<list>)", "zip(<list>, <list>)", "enumerate(<strs>, <small>)", "reversed(<ints>)", "map(<fun>, <list>)", "filter(None, <list>)", "range(<small>, <int>)", "(x for x in <list>)", "itertools.pairwise(<list>)",
             "itertools.product(<strs>, repeat=<small>)", "itertools.combinations(<ints>[:4], <small>)", "itertools.zip_longest(<list>, <list>)", "zip(<list>, <list>, strict=True)", "itertools.starmap(pow, [(2, 3), (<int>, <small>)])", "itertools.batched(<list>, <small>)",
             "<dict>.items()", "<dict>.keys()", "itertools.repeat(<any>, <small>)", "itertools.groupby(sorted(<strs>, key=len), len)"],
    "none": ["print(<any>, <any>, sep=<str>)", "print(*<list>, end=<str>)", "<ints>.append(<any>)", "<ints>.sort()", "<ints>.sort(key=lambda v: -v)", "<ints>.reverse()", "<ints>.insert(<index>, <int>)", "<ints>.remove(<int>)", "<ints>.extend(<any>)", "<dict>.update(<dict>)",
             "<dict>.clear()", "<set>.add(<small>)", "<set>.remove(<any>)", "<set>.discard(<int>)", "<set>.update([<small>, <small>])", "<strs>.sort(key=str.swapcase)", "<dict>.update(<tuple>)", "<ints>.sort(key=<fun>)", "<list>.sort()"],
}
SHAPES["fun"] = ["len", "str", "abs", "repr", "int", "bool", "str.upper", "lambda v: v", "lambda v: (v, 1)", "lambda v: v * 2", "functools.partial(pow, 2)", "operator.neg", "type", "operator.itemgetter(0)", 
                 "lambda *a, **k: (a, k)", "lambda x, /, y=1: x", "str.lower", "tuple", "operator.methodcaller('upper')", "float"]
LITERALS["fun"] = ["len", "str", "lambda v: v"]
WORDS["isword"] = ["isalpha", "isdigit", "isupper", "isspace", "isalnum"]

# What <list> and <any> may be.
MIXED = {
    "list": ["ints", "strs", "ints", "tuple", "anys"],
    "any": ["int", "float", "str", "bool", "none_value", "ints", "strs", "tuple", "dict", "set", "bytes", "complex", "int", "str", "anys"],
}
SHAPES["anys"] = ["[<any>, <any>, <any>]", "[<any>] * <small>", "[(<any>, <any>), (<any>, <any>)]", "list(<iter>)", "list(zip(<list>, <list>))", "[<ints>, <ints>]", "[[x] for x in <list>]", "sorted([<any>, <any>])", "list(map(<fun>, <list>))",
                  "[(lambda: i)() for i in <list>]", "[i for i in <iter>]", "sorted(<anys>, key=repr)", "copy.deepcopy(<anys>)", "[<none>, <any>]", "sorted(<anys>, key=str)", "[a for a, b in <iter>]", "[a for a, *b in <list>]", "json.loads(<str>)"]
LITERALS["anys"] = ["[1, 'a', None]", "[[], {}]", "[(2, 'b'), (1, 'a')]", "[0.5, 2]"]
SHAPES["none_value"] = ["None"]
LITERALS["none_value"] = ["None", "...", "NotImplemented"]

# Types that a variable of a program may have.
VARIABLES = ["int", "float", "str", "bool", "ints", "strs", "tuple", "dict", "set", "bytes"]
IMPORTS = ["base64", "bisect", "collections", "copy", "functools", "heapq", "itertools", "json", "math", "operator", "re", "reprlib", "statistics", "string", "textwrap"]
