"""Exact fractions. Mirrors CPython's Lib/fractions.py."""
import math
import numbers
import operator
import re
from functools import lru_cache

__all__ = ['Fraction']

_FORM = re.compile(r"""
    \A\s*(?P<sign>[-+]?)(?=\d|\.\d)(?P<num>\d*|\d+(_\d+)*)
    (?:\s*/\s*(?P<denom>\d+(_\d+)*) | (?:\.(?P<decimal>\d*|\d+(_\d+)*))? (?:E(?P<exp>[-+]?\d+(_\d+)*))?)?
    \s*\Z""", re.VERBOSE | re.IGNORECASE)


def _rounded(n, d, exponent):
    """(negative, the whole number of 10**exponent that is nearest to n/d, to even)"""
    if exponent >= 0:
        d *= 10 ** exponent
    else:
        n *= 10 ** -exponent
    quotient, rest = divmod(n + (d >> 1), d)
    if rest == 0 and d & 1 == 0:
        quotient &= -2
    return n < 0, abs(quotient)


class Fraction(numbers.Rational):
    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        self = super().__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                self._numerator, self._denominator = numerator, 1
                return self
            if isinstance(numerator, numbers.Rational):
                self._numerator, self._denominator = numerator.numerator, numerator.denominator
                return self
            if isinstance(numerator, float) or hasattr(numerator, 'as_integer_ratio') and not isinstance(numerator, str):
                self._numerator, self._denominator = numerator.as_integer_ratio()
                return self
            if not isinstance(numerator, str):
                raise TypeError("argument should be a string or a Rational instance")
            m = _FORM.match(numerator)
            if m is None:
                raise ValueError('Invalid literal for Fraction: %r' % numerator)
            num = int(m['num'] or '0')
            if m['denom']:
                denominator = int(m['denom'])
            else:
                denominator = 1
                if m['decimal']:
                    digits = m['decimal'].replace('_', '')
                    scale = 10 ** len(digits)
                    num = num * scale + int(digits)
                    denominator *= scale
                if m['exp']:
                    exp = int(m['exp'])
                    if exp >= 0:
                        num *= 10 ** exp
                    else:
                        denominator *= 10 ** -exp
            numerator = -num if m['sign'] == '-' else num
        elif type(numerator) is int is type(denominator):
            pass
        elif isinstance(numerator, numbers.Rational) and isinstance(denominator, numbers.Rational):
            numerator, denominator = (numerator.numerator * denominator.denominator,
                                      denominator.numerator * numerator.denominator)
        else:
            raise TypeError("both arguments should be Rational instances")
        if denominator == 0:
            raise ZeroDivisionError('Fraction(%s, 0)' % numerator)
        g = math.gcd(numerator, denominator)
        if denominator < 0:
            g = -g
        self._numerator, self._denominator = numerator // g, denominator // g
        return self

    @classmethod
    def from_float(cls, f):
        if isinstance(f, numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("%s.from_float() only takes floats, not %r (%s)" % (cls.__name__, f, type(f).__name__))
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        from decimal import Decimal
        if isinstance(dec, numbers.Integral):
            return cls(dec)
        if not isinstance(dec, Decimal):
            raise TypeError("%s.from_decimal() only takes Decimals, not %r (%s)" % (cls.__name__, dec, type(dec).__name__))
        return cls(*dec.as_integer_ratio())

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return (self._numerator, self._denominator)

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction(p1, q1)
        return Fraction(p0 + k * p1, q0 + k * q1)

    @property
    def numerator(a):
        return a._numerator

    @property
    def denominator(a):
        return a._denominator

    def __repr__(self):
        return '%s(%s, %s)' % (self.__class__.__name__, self._numerator, self._denominator)

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return '%s/%s' % (self._numerator, self._denominator)

    def __format__(self, spec):
        if not spec:
            return str(self)
        found = re.fullmatch(r"(?:(.)?([<>=^]))?([-+ ]?)(z)?(#)?(0(?=[0-9]))?(0|[1-9][0-9]*)?([,_])?(?:\.(0|[1-9][0-9]*))?([eEfFgG%])?", spec, re.DOTALL)
        if found is None or found[10] is None and (found[4] or found[6] or found[9]) or found[2] and found[6]:
            raise ValueError(f"Invalid format specifier {spec!r} for object of type {type(self).__name__!r}")
        fill, align, plus, no_negative_zero, alternate, zeros, width, separator, precision, kind = found.groups()
        width, plus = int(width or 0), plus if plus != "-" else ""
        if kind is None:
            sign = "-" if self._numerator < 0 else plus
            body = f"{abs(self._numerator):{separator or ''}}"
            if self._denominator != 1 or alternate:
                body += f"/{self._denominator:{separator or ''}}"
        else:
            sign, body = self._decimal(kind, int(precision or 6), no_negative_zero, alternate)
            sign = "-" if sign else plus
            whole = len(body) - len(body.lstrip("0123456789"))
            leading, trailing = body[:whole], body[whole:]
            if zeros:
                least = width - len(sign) - len(trailing)
                leading = leading.zfill(3 * least // 4 + 1 if separator else least)
            if separator:
                first = 1 + (len(leading) - 1) % 3
                leading = leading[:first] + "".join(separator + leading[at:at + 3] for at in range(first, len(leading), 3))
            body = leading + trailing
        room = (fill or " ") * (width - len(sign) - len(body))
        if align == "<":
            return sign + body + room
        if align == "^":
            return room[:len(room) // 2] + sign + body + room[len(room) // 2:]
        return sign + room + body if align == "=" else room + sign + body

    def _decimal(self, kind, precision, no_negative_zero, alternate):
        """Whether it is negative, and its digits with a point, as a float's of the same format."""
        n, d = self._numerator, self._denominator
        if kind in "fF%":
            negative, digits = _rounded(n, d, -precision - (2 if kind == "%" else 0))
            negative = negative and not (no_negative_zero and digits == 0)
            after, suffix = precision, "%" if kind == "%" else ""
        else:
            figures = max(precision, 1) if kind in "gG" else precision + 1
            negative, digits, exponent = False, 0, 1 - figures
            if n:
                above, below = str(abs(n)), str(d)
                exponent = len(above) - len(below) + (below <= above) - figures
                negative, digits = _rounded(n, d, exponent)
                if len(str(digits)) == figures + 1:
                    digits, exponent = digits // 10, exponent + 1
            scientific = kind in "eE" or exponent > 0 or exponent + figures <= -4
            after = figures - 1 if scientific else -exponent
            suffix = f"{'E' if kind in 'EG' else 'e'}{exponent + after:+03d}" if scientific else ""
        text = f"{digits:0{after + 1}d}"
        whole, part = text[:len(text) - after], text[len(text) - after:]
        if kind in "gG" and not alternate:
            part = part.rstrip("0")
        return negative, whole + ("." if part or alternate else "") + part + suffix

    def _operate(op, exact):
        def forward(a, b):
            if isinstance(b, (int, Fraction)):
                return exact(a, Fraction(b))
            if isinstance(b, float):
                return op(float(a), b)
            if isinstance(b, complex):
                return op(complex(a), b)
            return NotImplemented

        def reverse(b, a):
            if isinstance(a, numbers.Rational):
                return exact(Fraction(a), b)
            if isinstance(a, numbers.Real):
                return op(float(a), float(b))
            if isinstance(a, numbers.Complex):
                return op(complex(a), complex(b))
            return NotImplemented
        return forward, reverse

    __add__, __radd__ = _operate(operator.add, lambda a, b: Fraction(
        a._numerator * b._denominator + b._numerator * a._denominator, a._denominator * b._denominator))
    __sub__, __rsub__ = _operate(operator.sub, lambda a, b: Fraction(
        a._numerator * b._denominator - b._numerator * a._denominator, a._denominator * b._denominator))
    __mul__, __rmul__ = _operate(operator.mul, lambda a, b: Fraction(
        a._numerator * b._numerator, a._denominator * b._denominator))
    def _quotient(a, b):
        top = math.gcd(a._numerator, b._numerator) or 1
        bottom = math.gcd(b._denominator, a._denominator)
        return Fraction((a._numerator // top) * (b._denominator // bottom),
                        (b._numerator // top) * (a._denominator // bottom))

    __truediv__, __rtruediv__ = _operate(operator.truediv, _quotient)
    __floordiv__, __rfloordiv__ = _operate(operator.floordiv, lambda a, b: (
        a._numerator * b._denominator) // (a._denominator * b._numerator))
    __mod__, __rmod__ = _operate(operator.mod, lambda a, b: Fraction(
        (a._numerator * b._denominator) % (b._numerator * a._denominator), a._denominator * b._denominator))
    __divmod__, __rdivmod__ = _operate(divmod, lambda a, b: (a // b, a % b))
    del _operate, _quotient

    def __pow__(a, b):
        if isinstance(b, numbers.Rational):
            if b.denominator == 1:
                power = b.numerator
                if power >= 0:
                    return Fraction(a._numerator ** power, a._denominator ** power)
                if a._numerator == 0:
                    raise ZeroDivisionError(f'Fraction({a._denominator ** -power}, 0)')
                return Fraction(a._denominator ** -power, a._numerator ** -power)
            return float(a) ** float(b)
        if isinstance(b, (float, complex)):
            return float(a) ** b
        return NotImplemented

    def __rpow__(b, a):
        if b._denominator == 1 and b._numerator >= 0:
            return a ** b._numerator
        if isinstance(a, numbers.Rational):
            return Fraction(a.numerator, a.denominator) ** b
        if b._denominator == 1:
            return a ** b._numerator
        return a ** float(b)

    def __pos__(a):
        return Fraction(a)

    def __neg__(a):
        return Fraction(-a._numerator, a._denominator)

    def __abs__(a):
        return Fraction(abs(a._numerator), a._denominator)

    def __int__(a):
        return -(-a._numerator // a._denominator) if a._numerator < 0 else a._numerator // a._denominator

    __trunc__ = __int__

    def __floor__(a):
        return a._numerator // a._denominator

    def __ceil__(a):
        return -(-a._numerator // a._denominator)

    def __round__(self, ndigits=None):
        if ndigits is None:
            floor, remainder = divmod(self._numerator, self._denominator)
            if remainder * 2 < self._denominator:
                return floor
            if remainder * 2 > self._denominator:
                return floor + 1
            return floor if floor % 2 == 0 else floor + 1
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        prime = 2 ** 61 - 1
        try:
            inverse = pow(self._denominator, -1, prime)
        except ValueError:
            number = 314159
        else:
            number = hash(hash(abs(self._numerator)) * inverse)
        result = number if self._numerator >= 0 else -number
        return -2 if result == -1 else result

    def __eq__(a, b):
        if type(b) is int:
            return a._numerator == b and a._denominator == 1
        if isinstance(b, numbers.Rational):
            return a._numerator == b.numerator and a._denominator == b.denominator
        if isinstance(b, numbers.Complex) and b.imag == 0:
            b = b.real
        if isinstance(b, float):
            if math.isnan(b) or math.isinf(b):
                return 0.0 == b
            return a == Fraction(b)
        return NotImplemented

    def _richcmp(self, other, op):
        if isinstance(other, numbers.Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if math.isnan(other) or math.isinf(other):
                return op(0.0, other)
            return op(self, Fraction(other))
        return NotImplemented

    def __lt__(a, b):
        return a._richcmp(b, operator.lt)

    def __gt__(a, b):
        return a._richcmp(b, operator.gt)

    def __le__(a, b):
        return a._richcmp(b, operator.le)

    def __ge__(a, b):
        return a._richcmp(b, operator.ge)

    def __bool__(a):
        return bool(a._numerator)

    def __reduce__(self):
        return (self.__class__, (self._numerator, self._denominator))

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()
