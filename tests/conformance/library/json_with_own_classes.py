"""json and classes of the program's own: what they are told, what json makes itself, where an error says it is."""
import copy
import io
import json
import pickle


def attempt(what, action):
    try:
        print(what, "->", repr(action()))
    except Exception as exc:
        print(what, "raised", repr(exc), repr(exc.__context__), exc.__suppress_context__)


class Told(json.JSONDecoder):
    def __init__(self, *args, **kwargs):
        print("decoder told", args, [(k, v if isinstance(v, (int, str)) else v.__name__) for k, v in kwargs.items()])
        kwargs.setdefault("object_hook", self.hook)
        super().__init__(*args, **kwargs)

    def hook(self, d):
        return ("hooked", d)


class Writes(json.JSONEncoder):
    def __init__(self, **kwargs):
        print("encoder told", sorted(kwargs.items(), key=str))
        super().__init__(**kwargs)

    def default(self, o):
        if isinstance(o, set):
            return sorted(o)
        return super().default(o)


def pairs(p):
    return p


text = '{"a": [1, 2.5, NaN, {"b": null}], "c": "\\u00e9"}'
attempt("cls", lambda: json.loads(text, cls=Told))
attempt("cls, hooks", lambda: json.loads(text, cls=Told, object_hook=dict, parse_int=float, parse_constant=str))
attempt("cls, pairs", lambda: json.loads(text, cls=Told, object_pairs_hook=pairs, parse_float=str))
attempt("cls, load", lambda: json.load(io.StringIO(text), cls=Told, strict=False))
attempt("other kw", lambda: json.loads(text, other=1))
attempt("strict", lambda: json.loads('"a\tb"'))
attempt("not strict", lambda: json.loads('"a\tb"', strict=False))
attempt("hooks", lambda: json.loads(text, object_hook=len, parse_float=str, parse_int=str, parse_constant=lambda c: "<" + c + ">"))
attempt("pairs win", lambda: json.loads(text, object_hook=len, object_pairs_hook=pairs))
attempt("bytes", lambda: json.loads(text.encode("utf-16")))
attempt("default", lambda: json.dumps({1: {2}, "x": (3,)}, cls=Writes, indent=1))
attempt("kw", lambda: json.dumps([], cls=Writes, sort_keys=True, separators=(",", ":")))
attempt("refused", lambda: json.dumps(object, cls=Writes))
attempt("other", lambda: json.dumps(1, other=2))
attempt("set", lambda: json.dumps({1, 2}))
attempt("set, default", lambda: json.dumps({1, 2}, default=list))
attempt("nan", lambda: json.dumps([float("nan"), 1e999, -1e999]))
attempt("no nan", lambda: json.dumps(float("nan"), allow_nan=False))
attempt("keys", lambda: json.dumps({1: 1, None: 2, True: 3, 2.5: 4, "s": 5}))
attempt("bad key", lambda: json.dumps({(1,): 1}))
attempt("skipped key", lambda: json.dumps({(1,): 1, "a": 2}, skipkeys=True))
attempt("sorted", lambda: json.dumps({"b": 1, "a": {"d": 1, "c": 2}}, sort_keys=True))
attempt("unsorted", lambda: json.dumps({"b": 1, 2: 2}, sort_keys=True))
for indent in (None, 0, 1, 3, "\t", "--"):
    for separators in (None, (",", ":"), (" ; ", " = ")):
        attempt(f"{indent!r} {separators}", lambda: json.dumps({"a": [1, {}, [], [2]], "b": {"c": "é"}}, indent=indent, separators=separators))
attempt("not ascii", lambda: json.dumps("é\u2028\U0001f600\x7f", ensure_ascii=False))
attempt("ascii", lambda: json.dumps("é\u2028\U0001f600\x7f"))
ring = []
ring.append(ring)
attempt("ring", lambda: json.dumps(ring))


class Out:
    def write(self, text):
        print("write", repr(text))


json.dump({"k": 1}, Out())
for bad in ("", " ", "{", "[1,", "[1,]", '{"a"}', '{"a":}', '{"a":1,}', "nul", "1 2", '"abc', '"\\x"', '"\\u12"', "[1\n,\n2", "\n\n  x", "{1: 2}", "-", "01", "1.", "\ufeff1", b"\xef\xbb\xbf1", 5, None):
    attempt(f"bad {bad!r}", lambda: json.loads(bad))
try:
    json.loads('{"a":\n  [1,\n x]}')
except json.JSONDecodeError as error:
    print(error.msg, error.pos, error.lineno, error.colno, len(error.doc), error.args, isinstance(error, ValueError))
    again = pickle.loads(pickle.dumps(error))
    print(again, again.pos, again.__reduce__()[1][2], copy.copy(error).lineno)
print(json.JSONDecodeError("m", "ab\ncd\ne", 4), json.JSONDecodeError("m", "ab\ncd\ne", 6), json.JSONDecodeError("m", "", 0))
decoder = json.JSONDecoder()
attempt("raw", lambda: decoder.raw_decode("[1] rest"))
attempt("raw at", lambda: decoder.raw_decode("xx[1] rest", 2))
attempt("raw nothing", lambda: decoder.raw_decode(" [1]"))
attempt("raw below", lambda: decoder.raw_decode("[1]", -1))
attempt("extra", lambda: decoder.decode(" [1] rest"))
attempt("positional", lambda: json.JSONDecoder(None))
attempt("encoder", lambda: list(json.JSONEncoder(indent=2).iterencode([1, {"a": ()}])) != [])
print(json.JSONEncoder(indent=2).item_separator, json.JSONEncoder().item_separator, json.JSONEncoder(separators=("a", "b")).key_separator, json.JSONEncoder.item_separator)


class P:
    def __init__(self, x):
        self.x = x

    def __replace__(self, /, **changes):
        return P(changes["x"])


print(copy.replace(P(1), x=2).x)
attempt("replace", lambda: copy.replace(5, x=1))


class L(list):
    pass


class D(dict):
    pass


class Cut(Exception):
    pass


l, d, e = L([[1], [2]]), D(a=[1]), Cut(1, [2])
l.more, d.more, e.more = [1], [2], [3]
for value in (l, d, e):
    for make in copy.copy, copy.deepcopy:
        made = make(value)
        print(type(made).__name__, made, made.more, made.more is value.more, made == value if not isinstance(value, Cut) else made.args)
