"""The formatting mini-language on decimals, a part of CPython's Modules/_decimal."""
from _simul_decimal import *


class _Format:
    """A format mini-language text, taken apart; ValueError("invalid format string") where it is none."""
    __slots__ = ("fill", "align", "sign", "no_negative_zero", "zeros", "width", "comma", "precision", "type", "point", "groups")

    def __init__(self, spec):
        at = 0
        self.fill, self.align, self.sign, self.no_negative_zero, self.zeros = " ", "", "-", False, False
        self.width, self.comma, self.precision, self.type = 0, False, None, ""
        if len(spec) > 1 and spec[1] in "<>=^":
            self.fill, self.align, at = spec[0], spec[1], 2
        elif spec[:1] in ("<", ">", "=", "^"):
            self.align, at = spec[0], 1
        if spec[at:at + 1] in ("+", "-", " "):
            self.sign = spec[at]
            at += 1
        if spec[at:at + 1] == "z":
            self.no_negative_zero = True
            at += 1
        if spec[at:at + 1] == "0":
            if self.align:
                self.wrong()
            self.zeros, self.fill, self.align = True, "0", "="
            at += 1
        begin = at
        while at < len(spec) and "0" <= spec[at] <= "9":
            at += 1
        if at > begin:
            if spec[begin] == "0":
                self.wrong()
            self.width = int(spec[begin:at])
        if spec[at:at + 1] == ",":
            self.comma = True
            at += 1
        if spec[at:at + 1] == ".":
            begin = at = at + 1
            while at < len(spec) and "0" <= spec[at] <= "9":
                at += 1
            if at == begin:
                self.wrong()
            self.precision = int(spec[begin:at])
        if at < len(spec) and spec[at] in "eEfFgGn%":
            self.type = spec[at]
            if self.type == "n" and self.comma:
                self.wrong()
            at += 1
        if at != len(spec):
            self.wrong()

    def wrong(self):
        raise ValueError("invalid format string")


def _formatted(d, spec, context):
    f = _Format(spec)
    kind = f.type or ("G" if context._capitals else "g")
    if kind == "n":
        kind = "g"
    rounding, precision = context._rounding, f.precision
    if d._k:
        body, sign = _text(_make(0, d._c, 0, d._k), 1), d._s
        if f.fill == "0" and f.zeros:
            f.fill, f.align = " ", f.align if f.align != "=" else ">"
        return _padded(f, sign, body + "%" * (kind == "%"))
    if kind == "%":
        d = _make(d._s, d._c, d._e + 2)
    if precision is not None:
        if kind in "eE":
            d = _shortened(d, precision + 1, rounding)
        elif kind in "fF%":
            d = _at_exponent(d, -precision, rounding)
        else:
            precision = precision or 1
            d = _shortened(d, precision, rounding, False)
    if not d._c and d._e > 0 and kind in "fF%":
        d = _make(d._s, 0, 0)
    sign = d._s
    if f.no_negative_zero and not d._c:
        sign = 0
    digits = _long_text(d._c)
    left = d._e + len(digits)
    if kind in "eE":
        point = 1 - precision if not d._c and precision is not None else 1
    elif kind in "fF%":
        point = left
    else:
        point = left if d._e <= 0 and left > -6 else 1
    if point <= 0:
        whole, fraction = "0", "0" * -point + digits
    elif point > len(digits):
        whole, fraction = digits + "0" * (point - len(digits)), ""
    else:
        whole, fraction = digits[:point] or "0", digits[point:]
    tail = "." + fraction if fraction else ""
    if left != point or kind in "eE":
        tail += f"{'E' if kind in 'EG' else 'e'}{left - point:+d}"
    if kind == "%":
        tail += "%"
    if f.comma:
        room = f.width - len(tail) - (sign or f.sign in "+ ") if f.zeros else 0
        first = len(whole) % 3
        whole = ",".join(([whole[:first]] if first else []) + [whole[i:i + 3] for i in range(first, len(whole), 3)])
        while len(whole) < room:
            whole = ("0" if len(whole.partition(",")[0]) < 3 else "0,") + whole
    return _padded(f, sign, whole + tail)


def _padded(f, sign, body):
    mark = "-" if sign else f.sign if f.sign in "+ " else ""
    gap = f.fill * (f.width - len(mark) - len(body))
    align = f.align or ">"
    if align == "=":
        return mark + gap + body
    if align == "<":
        return mark + body + gap
    if align == ">":
        return gap + mark + body
    half = len(gap) // 2
    return gap[:half] + mark + body + gap[half:]


def _shortened(d, places, rounding, pads=True):
    digits = _digits(d._c)
    if not d._c:
        return d
    if digits > places:
        c, _ = _cut(d._c, digits - places, rounding, d._s)
        e = d._e + digits - places
        if _digits(c) > places:
            c //= 10
            e += 1
        return _make(d._s, c, e)
    return _make(d._s, d._c * 10**(places - digits), d._e - places + digits) if pads else d


def _at_exponent(d, e, rounding):
    if not d._c:
        return _make(d._s, 0, e)
    if d._e >= e:
        return _make(d._s, d._c * 10**(d._e - e), e)
    return _make(d._s, _cut(d._c, e - d._e, rounding, d._s)[0], e)


__all__ = [name for name in globals() if name[:2] != "__"]
