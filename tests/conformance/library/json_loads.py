# json.loads: values, hooks, and where each mistake is.
import io
import json

print(json.loads('{"a": [1, 2.5, -3e2, true, false, null, "x\\u00e9\\n\\ud83d\\ude00"], "b": {}}'))
print(json.loads(" [ ] "), json.loads('"\\/\\b"') == "/\b", json.loads("1E5"), json.loads("-0"), json.loads("12345678901234567890"))
print(json.loads("[NaN, Infinity, -Infinity]"), json.loads(b'{"bytes": 1}'), json.loads('{"a": 1, "a": 2}'), type(json.loads("1.0")))
print(json.loads('{"x": 1}', object_hook=lambda d: sorted(d.items())), json.loads('{"b": 1, "a": 2}', object_pairs_hook=list))
print(json.loads("[1.1, 2]", parse_float=str, parse_int=float), json.load(io.StringIO("[1]")))
print(json.JSONDecoder().raw_decode('{"a": 1} and more'))
for text in ("", "  ", "{", "[1,", "[1,]", '{"a":1,}', "{'a': 1}", '{"a" 1}', '{"a": }', "[1 2]", '"open', '"bad \\x"', '"\\u12"', '"tab\there"',
             "nul", "tru", "01", "1.", "-", "+1", "[1] x", '{"a": 1\n "b": 2}', "\ufeff1", '{"a":\n\n  oops}', "]", '{"a": "b}'):
    try:
        print(repr(text), "->", json.loads(text))
    except json.JSONDecodeError as error:
        print(repr(text), error, "|", error.lineno, error.colno, error.pos)
for wrong in (None, 3, [1]):
    try:
        json.loads(wrong)
    except TypeError as error:
        print(error)
text = json.dumps({"k": [1, 2.5, None, True, "é"]})
print(json.loads(text) == {"k": [1, 2.5, None, True, "é"]})
json.loads('{"a": [1, 2')
