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


def _parsed(text):
    """Numerator and denominator of '3/4', '0.75' or '75e-2', not reduced."""
    m = _FORM.match(text)
    if m is None:
        raise ValueError('Invalid literal for Fraction: %r' % text)
    decimals = (m['decimal'] or '').replace('_', '')
    power = int(m['exp'] or 0) - len(decimals)
    top, bottom = int(m['sign'] + (m['num'] or '0') + decimals), int(m['denom'] or 1)
    return (top * 10 ** power, bottom) if power >= 0 else (top, bottom * 10 ** -power)


def _made(cls, top, bottom):
    """A Fraction of what is in lowest terms."""
    made = object.__new__(cls)
    made._numerator, made._denominator = top, bottom
    return made


class Fraction(numbers.Rational):
    """A quotient of two integers in lowest terms; the denominator is positive."""
    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        if type(numerator) is int is type(denominator):
            top, bottom = numerator, denominator
        elif denominator is not None:
            for each in (numerator, denominator):
                if not isinstance(each, numbers.Rational):
                    raise TypeError("both arguments should be Rational instances")
            top = numerator.numerator * denominator.denominator
            bottom = denominator.numerator * numerator.denominator
        elif type(numerator) is int:
            return _made(cls, numerator, 1)
        elif isinstance(numerator, numbers.Rational):
            return _made(cls, numerator.numerator, numerator.denominator)
        elif isinstance(numerator, str):
            top, bottom = _parsed(numerator)
        elif hasattr(numerator, 'as_integer_ratio'):
            return _made(cls, *numerator.as_integer_ratio())
        else:
            raise TypeError("argument should be a string or a Rational instance")
        if not bottom:
            raise ZeroDivisionError(f'Fraction({top}, 0)')
        common = math.gcd(top, bottom)
        if bottom < 0:
            common = -common
        made = object.__new__(cls)
        made._numerator, made._denominator = top // common, bottom // common
        return made

    @classmethod
    def _from(cls, number, kind, kinds):
        if isinstance(number, numbers.Integral):
            return cls(number)
        if isinstance(number, kind):
            return _made(cls, *number.as_integer_ratio())
        raise TypeError(f"{cls.__name__}.from_{kinds[:-1].lower()}() only takes {kinds}, not {number!r} ({type(number).__name__})")

    @classmethod
    def from_float(cls, f):
        return cls._from(f, float, 'floats')

    @classmethod
    def from_decimal(cls, dec):
        from decimal import Decimal
        return cls._from(dec, Decimal, 'Decimals')

    numerator = property(operator.attrgetter('_numerator'))
    denominator = property(operator.attrgetter('_denominator'))

    def as_integer_ratio(self):
        return (self._numerator, self._denominator)

    def is_integer(self):
        return self._denominator == 1

    def limit_denominator(self, max_denominator=1000000):
        """The nearest Fraction whose denominator is no greater."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        n, d = self._numerator, self._denominator
        if d <= max_denominator:
            return Fraction(self)
        # The last two convergents of the continued fraction; what is best lies at one or between both.
        (a, b), (top, bottom) = (0, 1), (1, 0)
        while b + (whole := n // d) * bottom <= max_denominator:
            (a, b), (top, bottom) = (top, bottom), (a + whole * top, b + whole * bottom)
            n, d = d, n - whole * d
        steps = (max_denominator - b) // bottom
        a, b = a + steps * top, b + steps * bottom
        return _made(Fraction, top, bottom) if 2 * d * b <= self._denominator else _made(Fraction, a, b)

    def __repr__(self):
        return f'{self.__class__.__name__}({self._numerator}, {self._denominator})'

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f'{self._numerator}/{self._denominator}'

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

    def _operate(op, exact, of_complex=True):
        def forward(a, b):
            if isinstance(b, (int, Fraction)):
                return exact(a, Fraction(b))
            if isinstance(b, float):
                return op(float(a), b)
            if of_complex and isinstance(b, complex):
                return op(complex(a), b)
            return NotImplemented

        def reverse(b, a):
            if isinstance(a, numbers.Rational):
                return exact(Fraction(a), b)
            if isinstance(a, numbers.Real):
                return op(float(a), float(b))
            if of_complex and isinstance(a, numbers.Complex):
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
        if not b._numerator:
            raise ZeroDivisionError(f'Fraction({b._denominator}, 0)')
        top = math.gcd(a._numerator, b._numerator)
        bottom = math.gcd(b._denominator, a._denominator)
        return Fraction((a._numerator // top) * (b._denominator // bottom),
                        (b._numerator // top) * (a._denominator // bottom))

    __truediv__, __rtruediv__ = _operate(operator.truediv, _quotient)
    __floordiv__, __rfloordiv__ = _operate(operator.floordiv, lambda a, b: (
        a._numerator * b._denominator) // (a._denominator * b._numerator), False)
    __mod__, __rmod__ = _operate(operator.mod, lambda a, b: Fraction(
        (a._numerator * b._denominator) % (b._numerator * a._denominator), a._denominator * b._denominator), False)
    __divmod__, __rdivmod__ = _operate(divmod, lambda a, b: (a // b, a % b), False)
    del _operate, _quotient

    def __pow__(self, power):
        if isinstance(power, (float, complex)):
            return float(self) ** power
        if not isinstance(power, numbers.Rational):
            return NotImplemented
        if power.denominator != 1:
            return float(self) ** float(power)
        (top, bottom), power = self.as_integer_ratio(), power.numerator
        if power < 0:
            top, bottom, power = bottom, top, -power
        return Fraction(top ** power, bottom ** power)

    def __rpow__(self, base):
        power, whole = self._numerator, self._denominator == 1
        if isinstance(base, numbers.Rational) and not (whole and power >= 0):
            return Fraction(base.numerator, base.denominator) ** self
        return base ** (power if whole else float(self))

    def __abs__(self):
        return _made(Fraction, abs(self._numerator), self._denominator)

    def __neg__(self):
        return _made(Fraction, -self._numerator, self._denominator)

    def __pos__(self):
        return _made(Fraction, self._numerator, self._denominator)

    def __bool__(self):
        return self._numerator != 0

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __floor__(self):
        return self._numerator // self._denominator

    def __int__(self):
        return self.__ceil__() if self._numerator < 0 else self.__floor__()

    __trunc__ = __int__

    def __round__(self, ndigits=None):
        negative, whole = _rounded(self._numerator, self._denominator, -(ndigits or 0))
        if negative:
            whole = -whole
        if ndigits is None:
            return whole
        return Fraction(whole, 10 ** ndigits) if ndigits > 0 else Fraction(whole * 10 ** -ndigits)

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

    def __eq__(self, other):
        if type(other) is int:
            return self._denominator == 1 and self._numerator == other
        if isinstance(other, numbers.Rational):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, numbers.Complex) and other.imag == 0:
            other = other.real
        if isinstance(other, float):
            return math.isfinite(other) and self == Fraction(other)
        return NotImplemented

    def _ordered(op):
        def compared(self, other):
            if isinstance(other, numbers.Rational):
                return op(self._numerator * other.denominator, other.numerator * self._denominator)
            if not isinstance(other, float):
                return NotImplemented
            return op(self, Fraction(other)) if math.isfinite(other) else op(0.0, other)
        return compared

    __lt__, __le__, __gt__, __ge__ = map(_ordered, (operator.lt, operator.le, operator.gt, operator.ge))
    del _ordered

    def __copy__(self):
        return self if type(self) is Fraction else self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()

    def __reduce__(self):
        return self.__class__, self.as_integer_ratio()
