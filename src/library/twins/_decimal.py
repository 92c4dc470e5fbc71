"""CPython's Modules/_decimal: decimal numbers and their contexts.

A number is a sign, a whole coefficient, an exponent and a kind (finite, infinite, NaN, signalling NaN). The rules are in
_simul_decimal, exp and its kind in _simul_decimal_powers.
"""
import contextvars
import math as _math
from _simul import c_class
from _simul_decimal import *
from _simul_decimal_format import *
from _simul_decimal_powers import *


# --- contexts ----------------------------------------------------------------------------------------------------------------

class SignalDict:
    """context.flags and context.traps: signal -> is it set?"""
    __module__ = "decimal"
    __slots__ = ("_context", "_which")
    __hash__ = None

    def __getitem__(self, signal):
        return bool(getattr(self._context, self._which) & _bit(signal))

    def __setitem__(self, signal, value):
        bit = _bit(signal)
        now = getattr(self._context, self._which)
        object.__setattr__(self._context, self._which, now | bit if value else now & ~bit)

    def __delitem__(self, signal):
        raise ValueError("signal keys cannot be deleted")

    def __iter__(self):
        return iter(_SIGNALS)

    def __len__(self):
        return len(_SIGNALS)

    def __contains__(self, signal):
        return signal in _SIGNALS

    def keys(self):
        return _SIGNALS.keys()

    def values(self):
        return [self[signal] for signal in _SIGNALS]

    def items(self):
        return [(signal, self[signal]) for signal in _SIGNALS]

    def get(self, signal, default=None):
        return self[signal] if signal in _SIGNALS else default

    def copy(self):
        return dict(self.items())

    def update(self, other):
        for signal, value in dict(other).items():
            self[signal] = value

    def __eq__(self, other):
        if isinstance(other, (dict, SignalDict)):
            return dict(self.items()) == (other if isinstance(other, dict) else dict(other.items()))
        return NotImplemented

    def __repr__(self):
        return "{" + ", ".join([f"{signal!r}:{self[signal]}" for signal in _SIGNALS]) + "}"


def _bit(signal):
    try:
        return _SIGNALS[signal]
    except (KeyError, TypeError):
        raise KeyError(_SIGNAL_ERROR) from None


def _named_bits(bits):
    names, seen = [], set()
    for bit, name in _SHOWN:
        if bits & bit and name not in seen:
            seen.add(name)
            names.append(name)
    return "[" + ", ".join(names) + "]"


def _given_bits(given):
    if isinstance(given, (list, tuple)):
        bits = 0
        for signal in given:
            bits |= _bit(signal) if signal in _SIGNALS else _condition(signal)
        return bits
    if not isinstance(given, (dict, SignalDict)):
        raise TypeError("argument must be a signal dict")
    if len(given) != len(_SIGNALS) or any(signal not in _SIGNALS for signal in given):
        raise KeyError("invalid signal dict")
    return sum(bit for signal, bit in _SIGNALS.items() if given[signal])


def _condition(signal):
    for reason, bit in _REASONS:
        if reason is signal:
            return bit
    raise TypeError("argument must be a signal dict") if not isinstance(signal, type) else KeyError(_SIGNAL_ERROR)


_LIMITS = {"prec": (1, MAX_PREC, "valid range for prec is [1, MAX_PREC]"), "Emin": (MIN_EMIN, 0, "valid range for Emin is [MIN_EMIN, 0]"),
           "Emax": (0, MAX_EMAX, "valid range for Emax is [0, MAX_EMAX]"), "capitals": (0, 1, "valid values for capitals are 0 or 1"),
           "clamp": (0, 1, "valid values for clamp are 0 or 1")}
_WHERE = {"prec": "_prec", "Emin": "_emin", "Emax": "_emax", "capitals": "_capitals", "clamp": "_clamp"}


@c_class
class Context:
    __module__ = "decimal"
    __slots__ = ("_prec", "_rounding", "_emin", "_emax", "_capitals", "_clamp", "_flags", "_traps")

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        base = globals().get("DefaultContext")
        for slot, value in zip(Context.__slots__, (28, ROUND_HALF_EVEN, -999999, 999999, 1, 0, 0, _ANY_INVALID | _BY_ZERO | _OVERFLOW)):
            object.__setattr__(self, slot, value if base is None or slot == "_flags" else getattr(base, slot))
        for name, value in (("prec", prec), ("rounding", rounding), ("Emin", Emin), ("Emax", Emax), ("capitals", capitals), ("clamp", clamp)):
            if value is not None:
                setattr(self, name, value)
        if traps is not None:
            object.__setattr__(self, "_traps", _given_bits(traps))
        if flags is not None:
            object.__setattr__(self, "_flags", _given_bits(flags))

    def __setattr__(self, name, value):
        if name in _LIMITS:
            if not isinstance(value, int):
                raise TypeError("an integer is required")
            low, high, wrong = _LIMITS[name]
            if not low <= value <= high:
                raise ValueError(wrong)
            object.__setattr__(self, _WHERE[name], int(value))
        elif name == "rounding":
            if value not in _ROUNDINGS:
                raise TypeError(_ROUNDING_ERROR)
            object.__setattr__(self, "_rounding", value)
        elif name in ("flags", "traps"):
            object.__setattr__(self, "_" + name, _given_bits(value) if isinstance(value, (dict, SignalDict)) else _given_bits(None))
        elif name in Context.__slots__:
            object.__setattr__(self, name, value)
        else:
            raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")

    def __delattr__(self, name):
        if name in _LIMITS or name in ("rounding", "flags", "traps"):
            raise AttributeError("context attributes cannot be deleted")
        raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")

    prec, rounding = property(lambda self: self._prec), property(lambda self: self._rounding)
    Emin, Emax = property(lambda self: self._emin), property(lambda self: self._emax)
    capitals, clamp = property(lambda self: self._capitals), property(lambda self: self._clamp)

    @property
    def flags(self):
        return _signal_dict(self, "_flags")

    @property
    def traps(self):
        return _signal_dict(self, "_traps")

    def __repr__(self):
        return (f"Context(prec={self._prec}, rounding={self._rounding}, Emin={self._emin}, Emax={self._emax}, capitals={self._capitals}, "
                f"clamp={self._clamp}, flags={_named_bits(self._flags)}, traps={_named_bits(self._traps)})")

    def __reduce__(self):
        def listed(bits):
            return [signal for signal, bit in sorted(_SIGNALS.items(), key=lambda item: item[1] & -item[1]) if bits & bit]
        return type(self), (self._prec, self._rounding, self._emin, self._emax, self._capitals, self._clamp,
                            listed(self._flags), listed(self._traps))

    def copy(self):
        made = object.__new__(Context)
        for slot in Context.__slots__:
            object.__setattr__(made, slot, getattr(self, slot))
        return made
    __copy__ = copy

    def clear_flags(self):
        object.__setattr__(self, "_flags", 0)

    def clear_traps(self):
        object.__setattr__(self, "_traps", 0)

    def Etiny(self):
        return self._emin - self._prec + 1

    def Etop(self):
        return self._emax - self._prec + 1

    def radix(self):
        return _make(0, 10, 0)

    def create_decimal(self, num="0", /):
        w = _Work(self)
        if isinstance(num, str) and (num != num.strip() or "_" in num):
            d = w.invalid(_SYNTAX)    # what Decimal() takes off itself
        else:
            d = _converted(num, w)
        if d._k >= _NAN and d._c and _digits(d._c) > w.prec - w.clamp:
            d = w.invalid(_SYNTAX)
        return w.done(w.finish(d))

    def create_decimal_from_float(self, f, /):
        w = _Work(self)
        return w.done(w.finish(Decimal.from_float(f)))

    def is_normal(self, a, /):
        return _operand(a).is_normal(self)

    def is_subnormal(self, a, /):
        return _operand(a).is_subnormal(self)

    def number_class(self, a, /):
        return _operand(a).number_class(self)

    def divmod(self, a, b, /):
        w = _Work(self)
        return w.done(_divmod(w, _operand(a), _operand(b)))

    def power(self, a, b, modulo=None):
        w = _Work(self)
        return w.done(_power(w, _operand(a), _operand(b), None if modulo is None else _operand(modulo)))

    def to_sci_string(self, a, /):
        return _text(_operand(a), self._capitals)

    def to_eng_string(self, a, /):
        return _text(_operand(a), self._capitals, True)

    def copy_decimal(self, a, /):
        return _operand(a)
    canonical = copy_decimal


def _signal_dict(context, which):
    made = object.__new__(SignalDict)
    made._context, made._which = context, which
    return made


DefaultContext = Context()
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP, traps=[Clamped, InvalidOperation, DivisionByZero, Overflow, Underflow])
ExtendedContext = Context(prec=9, rounding=ROUND_HALF_EVEN, traps=[])
_current = contextvars.ContextVar("decimal_context")


def getcontext():
    found = _current.get(None)
    if found is None:
        found = DefaultContext.copy()
        found.clear_flags()
        _current.set(found)
    return found


def setcontext(context, /):
    if not isinstance(context, Context):
        raise TypeError("argument must be a context")
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current.set(context)


@c_class
class ContextManager:
    __module__ = "decimal"
    __slots__ = ("_inside", "_outside")

    def __enter__(self):
        setcontext(self._inside)
        return self._inside

    def __exit__(self, *args):
        setcontext(self._outside)


def localcontext(ctx=None, **changes):
    if ctx is None:
        ctx = getcontext()
    elif not isinstance(ctx, Context):
        raise TypeError("optional argument must be a context")
    made = ContextManager()
    made._outside, made._inside = getcontext(), ctx.copy()
    for name, value in changes.items():
        if name not in _LIMITS and name not in ("rounding", "flags", "traps"):
            raise TypeError(f"this function got an unexpected keyword argument '{name}'")
        if name in ("flags", "traps"):
            object.__setattr__(made._inside, "_" + name, _given_bits(value))
        else:
            setattr(made._inside, name, value)
    return made


def _context(given):
    if given is None:
        return getcontext()
    if not isinstance(given, Context):
        raise TypeError("optional argument must be a context")
    return given


# --- the numbers -------------------------------------------------------------------------------------------------------------

def _parsed(text, w):
    """A number from its text; the exponent may be any."""
    body = text.strip().replace("_", "")
    sign, rest = 0, body
    if rest[:1] in ("+", "-"):
        sign, rest = int(rest[0] == "-"), rest[1:]
    low = rest.lower()
    if low in ("inf", "infinity"):
        return _make(sign, 0, 0, _INF)
    kind = _SNAN if low.startswith("snan") else _NAN if low.startswith("nan") else _FINITE
    if kind:
        payload = rest[4 if kind == _SNAN else 3:]
        if payload and not payload.isdecimal():
            return w.invalid(_SYNTAX)
        return _make(sign, int(payload or "0"), 0, kind)
    mantissa, mark, exponent = low.partition("e")
    e = 0
    if mark:
        digits = exponent[1:] if exponent[:1] in ("+", "-") else exponent
        if not digits.isdecimal():
            return w.invalid(_SYNTAX)
        e = int(exponent)
    whole, _, fraction = mantissa.partition(".")
    digits = whole + fraction
    if not digits.isdecimal() or any(c.isspace() for c in body):
        return w.invalid(_SYNTAX)
    c, e = _long_int(digits), e - len(fraction)
    if c and (e + _digits(c) - 1 > MAX_EMAX or e < MIN_ETINY):
        return w.invalid()
    return _make(sign, c, e)


def _long_int(digits):
    if len(digits) <= 4000:
        return int(digits)
    half = len(digits) // 2
    return _long_int(digits[:-half]) * 10**half + _long_int(digits[-half:])


def _from_parts(parts):
    if len(parts) != 3:
        raise ValueError("argument must be a sequence of length 3")
    sign, digits, e = parts
    if not isinstance(sign, int) or sign not in (0, 1):
        raise ValueError("sign must be an integer with the value 0 or 1")
    kind = _FINITE
    if isinstance(e, str):
        if e not in ("F", "n", "N"):
            raise ValueError("string argument in the third position must be 'F', 'n' or 'N'")
        kind = {"F": _INF, "n": _NAN, "N": _SNAN}[e]
    elif not isinstance(e, int):
        raise ValueError("exponent must be an integer")
    if not isinstance(digits, (tuple, list)) or any(not isinstance(d, int) or not 0 <= d <= 9 for d in digits):
        raise ValueError("coefficient must be a tuple of digits")
    c = _long_int("".join(map(str, digits)) or "0")
    return _make(int(sign), 0 if kind == _INF else c, 0 if kind else e, kind)


def _from_float(f):
    if f != f:
        return _make(int(_math.copysign(1.0, f) < 0), 0, 0, _NAN)
    sign = int(_math.copysign(1.0, f) < 0)
    if _math.isinf(f):
        return _make(sign, 0, 0, _INF)
    n, d = abs(f).as_integer_ratio()
    k = d.bit_length() - 1
    return _make(sign, n * 5**k, -k)


def _converted(value, w):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, str):
        return _parsed(value, w)
    if isinstance(value, int):
        return _number(int(value))
    if isinstance(value, (tuple, list)):
        return _from_parts(value)
    if isinstance(value, float):
        _signal(w.context, _FLOAT)
        return _from_float(value)
    raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")


def _operand(value):
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int):
        return _number(int(value))
    raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")


def _binary(operation):
    def forward(self, other):
        if not isinstance(other, Decimal):
            if not isinstance(other, int):
                return NotImplemented
            other = _number(int(other))
        w = _Work(getcontext())
        return w.done(operation(w, self, other))

    def reverse(self, other):
        if not isinstance(other, int):
            return NotImplemented
        w = _Work(getcontext())
        return w.done(operation(w, _number(int(other)), self))
    return forward, reverse


def _rational(other):
    import numbers
    return isinstance(other, numbers.Rational)


def _ordered(test, equality, of_nan=False):
    def compare(self, other):
        if not isinstance(other, Decimal):
            if isinstance(other, int):
                other = _number(int(other))
            elif isinstance(other, float):
                context = getcontext()
                if equality:
                    object.__setattr__(context, "_flags", context._flags | _FLOAT)
                else:
                    _signal(context, _FLOAT)
                other = _from_float(other)
            elif equality and isinstance(other, complex):
                if other.imag:
                    return NotImplemented if equality is None else test(1)
                other = _from_float(other.real)
            elif _rational(other):
                if not self._k:
                    exact = _Work(getcontext()).wide(MAX_PREC)
                    self = _make(self._s, self._c * other.denominator, self._e)
                other = _number(other.numerator)
            else:
                return NotImplemented
        if self._k >= _NAN or other._k >= _NAN:
            if not equality or _SNAN in (self._k, other._k):
                _signal(getcontext(), _INVALID)
            return of_nan
        return test(_compared(self, other))
    return compare


@c_class
class Decimal:
    __module__ = "decimal"
    __slots__ = ("_s", "_c", "_e", "_k")

    def __new__(cls, value="0", context=None):
        w = _Work(_context(context))
        found = w.done(_converted(value, w))
        if type(found) is cls and (cls is Decimal or found is not value):
            return found
        return _make(found._s, found._c, found._e, found._k, cls)

    @classmethod
    def from_float(cls, f, /):
        if isinstance(f, int):
            found = _number(int(f))
        elif isinstance(f, float):
            found = _from_float(f)
        else:
            raise TypeError("argument must be int or float")
        return found if cls is Decimal else cls(found)

    def __repr__(self):
        return f"Decimal('{_text(self, getcontext()._capitals)}')"

    def __str__(self):
        return _text(self, getcontext()._capitals)

    def to_eng_string(self, context=None):
        return _text(self, _context(context)._capitals, True)

    def __format__(self, spec, /):
        if isinstance(spec, str) and spec.endswith("N"):
            import warnings
            warnings.warn("Format specifier 'N' is deprecated", DeprecationWarning, 1)
            spec = spec[:-1] + "n"
        return _formatted(self, spec, getcontext())

    def __hash__(self):
        if self._k == _SNAN:
            raise TypeError("Cannot hash a signaling NaN value")
        if self._k == _NAN:
            return object.__hash__(self)
        if self._k:
            return -314159 if self._s else 314159
        found = self._c % _P * pow(10, self._e, _P) % _P
        if self._s:
            found = -found
        return -2 if found == -1 else found

    def __bool__(self):
        return bool(self._k or self._c)

    def __int__(self):
        if self._k == _INF:
            raise OverflowError("cannot convert Infinity to integer")
        if self._k:
            raise ValueError("cannot convert NaN to integer")
        n = self._c * 10**self._e if self._e >= 0 else self._c // 10**-self._e if -self._e <= _digits(self._c) else 0
        return -n if self._s else n
    __trunc__ = __int__

    def __float__(self):
        if self._k >= _NAN:
            if self._k == _SNAN:
                raise ValueError("cannot convert signaling NaN to float")
            return -_math.nan if self._s else _math.nan
        return float(_text(self, 1))

    def __complex__(self):
        return complex(float(self))

    def _rounded(self, rounding):
        if self._k == _INF:
            raise OverflowError("cannot convert Infinity to integer")
        if self._k:
            raise ValueError("cannot convert NaN to integer")
        if self._e >= 0:
            return int(self)
        c = _cut(self._c, -self._e, rounding, self._s)[0]
        return -c if self._s else c

    def __floor__(self):
        return self._rounded(ROUND_FLOOR)

    def __ceil__(self):
        return self._rounded(ROUND_CEILING)

    def __round__(self, n=None, /):
        if n is None:
            return self._rounded(ROUND_HALF_EVEN)
        if not isinstance(n, int):
            raise TypeError("optional arg must be an integer")
        w = _Work(getcontext())
        return w.done(_quantize(w, self, _make(0, 1, -n)))

    def __pos__(self):
        w = _Work(getcontext())
        return w.done(_plus(w, self))

    def __neg__(self):
        w = _Work(getcontext())
        return w.done(_minus(w, self))

    def __abs__(self):
        w = _Work(getcontext())
        return w.done(_abs(w, self))

    __add__, __radd__ = _binary(_add)
    __sub__, __rsub__ = _binary(_subtract)
    __mul__, __rmul__ = _binary(_multiply)
    __truediv__, __rtruediv__ = _binary(_divide)
    __floordiv__, __rfloordiv__ = _binary(_divide_int)
    __mod__, __rmod__ = _binary(_remainder)
    __divmod__, __rdivmod__ = _binary(_divmod)
    _forward_power, __rpow__ = _binary(_power)

    def __pow__(self, other, modulo=None):
        if modulo is None:
            return self._forward_power(other)
        if not isinstance(other, (Decimal, int)) or not isinstance(modulo, (Decimal, int)):
            return NotImplemented
        w = _Work(getcontext())
        return w.done(_power(w, self, _operand(other), _operand(modulo)))

    __eq__ = _ordered(lambda found: found == 0, True)
    __ne__ = _ordered(lambda found: found != 0, True, True)
    __lt__ = _ordered(lambda found: found < 0, False)
    __le__ = _ordered(lambda found: found <= 0, False)
    __gt__ = _ordered(lambda found: found > 0, False)
    __ge__ = _ordered(lambda found: found >= 0, False)

    real = property(lambda self: self)
    imag = property(lambda self: _make(0, 0, 0))

    def conjugate(self):
        return self

    def canonical(self):
        return self

    def radix(self):
        return _make(0, 10, 0)

    def adjusted(self):
        return 0 if self._k else self._e + _digits(self._c) - 1

    def as_tuple(self):
        from decimal import DecimalTuple
        if self._k == _INF:
            return DecimalTuple(self._s, (0,), "F")
        digits = tuple(map(int, _long_text(self._c))) if self._c or not self._k else ()
        return DecimalTuple(self._s, digits, "n" if self._k == _NAN else "N" if self._k else self._e)

    def as_integer_ratio(self):
        if self._k:
            if self._k == _INF:
                raise OverflowError("cannot convert Infinity to integer ratio")
            raise ValueError("cannot convert NaN to integer ratio")
        if not self._c:
            return 0, 1
        n, d = (self._c * 10**self._e, 1) if self._e >= 0 else (self._c, 10**-self._e)
        common = _math.gcd(n, d)
        return (-n if self._s else n) // common, d // common

    def copy_abs(self):
        return _make(0, self._c, self._e, self._k)

    def copy_negate(self):
        return _make(self._s ^ 1, self._c, self._e, self._k)

    def copy_sign(self, other, context=None):
        return _make(_operand(other)._s, self._c, self._e, self._k)

    def same_quantum(self, other, context=None):
        other = _operand(other)
        if self._k or other._k:
            return (self._k >= _NAN) == (other._k >= _NAN) and (self._k == _INF) == (other._k == _INF)
        return self._e == other._e

    def compare_total(self, other, context=None):
        return _number(_total(self, _operand(other)))

    def compare_total_mag(self, other, context=None):
        return _number(_total(_absolute(self), _absolute(_operand(other))))

    def is_canonical(self):
        return True

    def is_finite(self):
        return not self._k

    def is_infinite(self):
        return self._k == _INF

    def is_nan(self):
        return self._k >= _NAN

    def is_qnan(self):
        return self._k == _NAN

    def is_snan(self):
        return self._k == _SNAN

    def is_signed(self):
        return bool(self._s)

    def is_zero(self):
        return not self._k and not self._c

    def is_normal(self, context=None):
        return not self._k and bool(self._c) and self.adjusted() >= _context(context)._emin

    def is_subnormal(self, context=None):
        return not self._k and bool(self._c) and self.adjusted() < _context(context)._emin

    def number_class(self, context=None):
        if self._k >= _NAN:
            return "sNaN" if self._k == _SNAN else "NaN"
        name = "Infinity" if self._k else "Zero" if not self._c else "Subnormal" if self.is_subnormal(context) else "Normal"
        return ("-" if self._s else "+") + name

    def quantize(self, exp, rounding=None, context=None):
        w = _Work(_context(context))
        if rounding is not None:
            if rounding not in _ROUNDINGS:
                raise TypeError(_ROUNDING_ERROR)
            w.rounding = rounding
        return w.done(_quantize(w, self, _operand(exp)))

    def _to_integral(self, exact, rounding, context):
        w = _Work(_context(context))
        if rounding is not None:
            if rounding not in _ROUNDINGS:
                raise TypeError(_ROUNDING_ERROR)
            w.rounding = rounding
        return w.done(_integral(exact)(w, self))

    def to_integral_value(self, rounding=None, context=None):
        return self._to_integral(False, rounding, context)
    to_integral = to_integral_value

    def to_integral_exact(self, rounding=None, context=None):
        return self._to_integral(True, rounding, context)

    def fma(self, other, third, context=None):
        w = _Work(_context(context))
        return w.done(_fma(w, self, _operand(other), _operand(third)))

    def __reduce__(self):
        return type(self), (str(self),)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo, /):
        return self


_kind_made.append(Decimal)


def _method(name, operation, operands):
    """Gives Decimal and Context the same operation."""
    if operands == 1:
        def of_number(self, context=None):
            w = _Work(_context(context))
            return w.done(operation(w, self))

        def of_context(self, a, /):
            w = _Work(self)
            return w.done(operation(w, _operand(a)))
    else:
        def of_number(self, other, context=None):
            w = _Work(_context(context))
            return w.done(operation(w, self, _operand(other)))

        def of_context(self, a, b, /):
            w = _Work(self)
            return w.done(operation(w, _operand(a), _operand(b)))
    for cls, function in ((Decimal, of_number), (Context, of_context)):
        if cls is Decimal and name in ("plus", "minus", "abs", "add", "subtract", "multiply", "divide", "divide_int", "remainder") or \
                name in cls.__dict__:
            continue
        function.__name__, function.__qualname__ = name, f"{cls.__name__}.{name}"
        setattr(cls, name, function)


for _name, _operation in (("sqrt", _sqrt), ("exp", _exp), ("ln", _ln), ("log10", _log10), ("normalize", _normalize), ("next_plus", _next(1)),
                          ("next_minus", _next(-1)), ("logb", _logb), ("logical_invert", _logical_invert), ("plus", _plus), ("minus", _minus),
                          ("abs", _abs), ("to_integral_value", _integral(False)), ("to_integral", _integral(False)),
                          ("to_integral_exact", _integral(True))):
    _method(_name, _operation, 1)
for _name, _operation in (("compare", _compare), ("compare_signal", _compare_signal), ("max", _extreme(1, False)), ("min", _extreme(-1, False)),
                          ("max_mag", _extreme(1, True)), ("min_mag", _extreme(-1, True)), ("next_toward", _next_toward), ("scaleb", _scaleb),
                          ("shift", _moved(False)), ("rotate", _moved(True)), ("remainder_near", _remainder_near),
                          ("logical_and", _logical(lambda a, b: a & b)), ("logical_or", _logical(lambda a, b: a | b)),
                          ("logical_xor", _logical(lambda a, b: a ^ b)), ("add", _add), ("subtract", _subtract), ("multiply", _multiply),
                          ("divide", _divide), ("divide_int", _divide_int), ("remainder", _remainder), ("quantize", _quantize)):
    _method(_name, _operation, 2)


def _plain(name, operands):
    """Gives Context a method that only asks the number."""
    def of_context(self, a, *others):
        return getattr(_operand(a), name)(*others)
    of_context.__name__, of_context.__qualname__ = name, f"Context.{name}"
    setattr(Context, name, of_context)


for _name in ("copy_abs", "copy_negate", "is_canonical", "is_finite", "is_infinite", "is_nan", "is_qnan", "is_snan", "is_signed", "is_zero",
              "copy_sign", "same_quantum", "compare_total", "compare_total_mag"):
    _plain(_name, 1)


def _context_fma(self, a, b, c, /):
    return _operand(a).fma(b, c, self)


_context_fma.__name__, _context_fma.__qualname__ = "fma", "Context.fma"
Context.fma = _context_fma
