"""The values that a text spells out, and what is none."""
import ast
for s in ("1", "-1.5e3", "'a' 'b'", "b'x'", "[1, 2, (3,), {4, 5}, {'a': None, 'b': [True, False]}]", "()", "(1)", "{}", "set()", "1+2j", "-3-4j", "1_000", "0xff", "...", "  3", "1, 2", "{1: 2,}", "[1,]", "'it\\'s'", '"""x\ny"""', "r'\\n'", "{'k': (1, -2)}", "[\n1,\n2]", "''", "0b11", "1e5", ".5", "5.", "3j",
          "x", "f(1)", "1+2", "a.b", "a[0]", "[x for x in y]", "__import__('os')", "lambda: 1", "not 1", "1 if 2 else 3", "1 < 2", "f'x'", "-'a'", "1*2", "{1: x}", "[*a]", "1 and 2", "~1", "+-1", "", "1 +", "(", "x = 1", "a b", "[1, 2", "{1: 2, 3}", "'abc", "\n1", "1 2", "None", "True", "none"):
    try: print(repr(s), repr(ast.literal_eval(s)))
    except Exception as e: print(repr(s), type(e).__name__, str(e).split(" object at")[0])
for v in (3, None, [1]):
    try: print(ast.literal_eval(v))
    except Exception as e: print(type(e).__name__, e)
