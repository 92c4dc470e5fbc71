"""literal_eval(): the values that a text spells out. CPython's Lib/ast.py has the tree of a program, which is not handed to programs here."""
import re as _re

__all__ = ["literal_eval"]
_TOKEN = _re.compile(r"""\s*(?:(?P<number>(?:0[xX][\da-fA-F_]+|0[oO][0-7_]+|0[bB][01_]+|(?:\d[\d_]*)?\.?\d[\d_]*\.?(?:[eE][+-]?\d[\d_]*)?)[jJ]?)
  |(?P<text>[bBrRuUfF]{0,2}(?:'''(?:\\.|[^\\])*?'''|\"\"\"(?:\\.|[^\\])*?\"\"\"|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"))
  |(?P<name>[^\W\d]\w*)|(?P<sign>\*\*|//|<<|>>|==|!=|<=|>=|:=|\.\.\.|.))""", _re.VERBOSE | _re.DOTALL)
_NAMES = {"None": None, "True": True, "False": False}


class _Malformed(Exception):
    pass


class _Reader:
    """A value at a time. Anything that is no literal ends in _Malformed, with the name of what CPython's tree has there."""

    def __init__(self, text):
        found = [each for each in _TOKEN.finditer(text) if each.lastgroup and each[each.lastgroup] != "\\"]
        self.words = [(each.lastgroup, each[each.lastgroup]) for each in found] + [("end", "")]
        self.lines = [text.count("\n", 0, each.start(each.lastgroup)) + 1 for each in found] + [1]
        self.at = 0

    def sign(self, *signs):
        kind, word = self.words[self.at]
        if kind == "sign" and word in signs:
            self.at += 1
            return word
        return None

    def whole(self):
        value = self.value()
        if self.words[self.at][1] == "," and self.words[self.at][0] == "sign":
            value = [value]
            while self.sign(",") and self.words[self.at][0] != "end":
                value.append(self.value())
            value = tuple(value)
        if self.words[self.at][0] != "end":
            raise _Malformed(self.follows())
        return value

    def follows(self):
        """What a value with more behind it is a part of."""
        word = self.words[self.at][1]
        return {"(": "Call", ".": "Attribute", "[": "Subscript", "if": "IfExp", "and": "BoolOp", "or": "BoolOp", "for": "GeneratorExp",
                "in": "Compare", "not": "Compare", "is": "Compare"}.get(word, "Compare" if word in ("==", "!=", "<", ">", "<=", ">=") else "BinOp")

    def value(self):
        value = self.signed()
        while (word := self.sign("+", "-")) is not None:
            right = self.signed(False)
            if type(value) not in (int, float) or not isinstance(right, complex):
                raise _Malformed("BinOp")
            value = value + right if word == "+" else value - right
        if self.words[self.at][0] == "name" or self.words[self.at][1] not in ("", ",", ")", "]", "}", ":"):
            raise _Malformed(self.follows())
        return value

    def signed(self, may=True):
        if may and (word := self.sign("+", "-")) is not None:
            value = self.atom()
            if type(value) not in (int, float, complex):
                raise _Malformed({list: "List", tuple: "Tuple", dict: "Dict", set: "Set"}.get(type(value), "Constant"))
            return +value if word == "+" else -value
        return self.atom()

    def many(self, end):
        values = []
        while not self.sign(end):
            values.append(self.value())
            self.sign(",")
        return values

    def comprehends(self):
        """Has the bracket that was opened a `for` of its own?"""
        depth = 0
        for kind, word in self.words[self.at:]:
            if kind == "sign" and word in "([{":
                depth += 1
            elif kind == "sign" and word in ")]}":
                depth -= 1
                if depth < 0:
                    return False
            elif depth == 0 and kind == "name" and word == "for":
                return True
        return False

    def atom(self):
        kind, word = self.words[self.at]
        self.at += 1
        if kind == "number":
            return eval(word)
        if kind == "text":
            texts = [word]
            while self.words[self.at][0] == "text":
                texts.append(self.words[self.at][1])
                self.at += 1
            if any(["f" in each[:2].lower().partition("'")[0].partition('"')[0] for each in texts]):
                raise _Malformed("JoinedStr")
            return eval(" ".join(texts))
        if kind == "name":
            if word in _NAMES:
                return _NAMES[word]
            if word == "set" and self.words[self.at][1] == "(" and self.words[self.at + 1][1] == ")":
                self.at += 2
                return set()
            raise _Malformed({"lambda": "Lambda", "not": "UnaryOp"}.get(word) or (
                self.follows() if self.words[self.at][0] == "sign" and self.words[self.at][1] not in ",)]}:+-" else "Name"))
        if word == "...":
            return ...
        if word in ("[", "(", "{") and self.comprehends():
            raise _Malformed({"[": "ListComp", "(": "GeneratorExp", "{": "SetComp"}[word])
        if word == "[":
            return self.many("]")
        if word == "(":
            if self.sign(")"):
                return ()
            value = self.value()
            if self.sign(")"):
                return value
            self.sign(",")
            return (value, *self.many(")"))
        if word == "{":
            if self.sign("}"):
                return {}
            value = self.value()
            if not self.sign(":"):
                self.sign(",")
                return {value, *self.many("}")}
            made = {value: self.value()}
            while not self.sign("}"):
                self.sign(",")
                if self.sign("}"):
                    break
                key = self.value()
                self.sign(":")
                made[key] = self.value()
            return made
        raise _Malformed("Starred" if word == "*" else "UnaryOp")


def literal_eval(node_or_string):
    if not isinstance(node_or_string, str):
        raise ValueError(f"malformed node or string: {node_or_string!r}")
    text = node_or_string.lstrip(" \t")
    compile(text, "<unknown>", "eval")    # which says what is wrong with its syntax
    reader = _Reader("\n".join(["" if line.lstrip().startswith("#") else line for line in text.split("\n")]))
    try:
        return reader.whole()
    except _Malformed as found:
        kind = found.args[0]
    raise ValueError(f"malformed node or string on line {reader.lines[max(reader.at - 1, 0)]}: <ast.{kind} object at {id(text):#014x}>")


def __getattr__(name):
    raise AttributeError(f"Simul's ast has no {name!r}: the tree is not handed to programs (there is literal_eval(); instead: eval(), compile())")
