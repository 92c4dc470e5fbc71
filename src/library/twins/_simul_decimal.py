"""The rules of decimal: what can happen, how a result is brought into a context, arithmetic, order and digits. A part of CPython's
Modules/_decimal, by the General Decimal Arithmetic Specification, as libmpdec rounds and signals.

Every operation first works exactly, or far enough, on whole numbers; then _Work.fit() brings the result into the context and keeps
what happened, so that flags are set and traps taken once, at the end. Operations are called as (work, operands) -> result.
"""
import math as _math

ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR = "ROUND_UP", "ROUND_DOWN", "ROUND_CEILING", "ROUND_FLOOR"
ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP = "ROUND_HALF_UP", "ROUND_HALF_DOWN", "ROUND_HALF_EVEN", "ROUND_05UP"
_ROUNDINGS = (ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)
HAVE_THREADS = HAVE_CONTEXTVAR = True
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN, MIN_ETINY = -MAX_EMAX, -1999999999999999997
_P = 2**61 - 1


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class InvalidOperation(DecimalException):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class Inexact(DecimalException):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class InvalidContext(InvalidOperation):
    pass


for _each in (DecimalException, Clamped, InvalidOperation, DivisionByZero, Inexact, Rounded, Subnormal, Overflow, Underflow, FloatOperation,
              ConversionSyntax, DivisionImpossible, DivisionUndefined, InvalidContext):
    _each.__module__ = "decimal"

# What can happen, as libmpdec's bits: repr(context) names them in this order.
_CLAMPED, _SYNTAX, _BY_ZERO, _IMPOSSIBLE, _UNDEFINED, _INEXACT, _INVALID = 0x1, 0x2, 0x4, 0x8, 0x10, 0x40, 0x100
_FLOAT, _OVERFLOW, _ROUNDED, _SUBNORMAL, _UNDERFLOW = 0x400, 0x800, 0x1000, 0x2000, 0x4000
_ANY_INVALID = _SYNTAX | _IMPOSSIBLE | _UNDEFINED | _INVALID | 0x80
_SIGNALS = {InvalidOperation: _ANY_INVALID, FloatOperation: _FLOAT, DivisionByZero: _BY_ZERO, Overflow: _OVERFLOW, Underflow: _UNDERFLOW,
            Subnormal: _SUBNORMAL, Inexact: _INEXACT, Rounded: _ROUNDED, Clamped: _CLAMPED}
_REASONS = [(InvalidOperation, _INVALID), (ConversionSyntax, _SYNTAX), (DivisionImpossible, _IMPOSSIBLE), (DivisionUndefined, _UNDEFINED),
            (InvalidContext, 0x80)] + list(_SIGNALS.items())[1:]
_SHOWN = [(_CLAMPED, "Clamped"), (_SYNTAX, "InvalidOperation"), (_BY_ZERO, "DivisionByZero"), (_IMPOSSIBLE, "InvalidOperation"),
          (_UNDEFINED, "InvalidOperation"), (_INEXACT, "Inexact"), (0x80, "InvalidOperation"), (_INVALID, "InvalidOperation"),
          (_FLOAT, "FloatOperation"), (_OVERFLOW, "Overflow"), (_ROUNDED, "Rounded"), (_SUBNORMAL, "Subnormal"), (_UNDERFLOW, "Underflow")]
_SIGNAL_ERROR = ("valid values for signals are:\n  [InvalidOperation, FloatOperation, DivisionByZero,\n"
                 "   Overflow, Underflow, Subnormal, Inexact, Rounded,\n   Clamped]")
_ROUNDING_ERROR = ("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                   "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
_FINITE, _INF, _NAN, _SNAN = range(4)


def _signal(context, bits):
    """Sets the flags; raises what is trapped of them."""
    context._flags |= bits
    trapped = bits & context._traps
    if trapped:
        reasons = [reason for reason, bit in _REASONS if trapped & bit]
        for signal, bit in _SIGNALS.items():
            if trapped & bit:
                raise signal(reasons)


def _digits(c):
    """How many decimal digits a whole number has; 1 for 0."""
    if c < 10**16:
        return len(str(c))
    low = (c.bit_length() - 1) * 30102999566 // 10**11
    return low + 2 if c >= 10**(low + 1) else low + 1


def _rounds_up(rounding, sign, quotient, compared, exact):
    """Does a quotient grow by one? compared: the rest against one half (-1, 0, 1)."""
    if exact:
        return False
    if rounding == ROUND_HALF_EVEN:
        return compared > 0 or compared == 0 and quotient & 1
    if rounding == ROUND_HALF_UP:
        return compared >= 0
    if rounding == ROUND_HALF_DOWN:
        return compared > 0
    if rounding == ROUND_DOWN:
        return False
    if rounding == ROUND_UP:
        return True
    if rounding == ROUND_CEILING:
        return not sign
    if rounding == ROUND_FLOOR:
        return bool(sign)
    return quotient % 10 in (0, 5)


def _cut(c, drop, rounding, sign):
    """c without its last digits, rounded; and was that exact?"""
    if drop > _digits(c) + 1:
        quotient, rest, half = 0, c, 2 * c + 1
    else:
        unit = 10**drop
        quotient, rest = divmod(c, unit)
        half = unit // 2
    compared = (rest > half) - (rest < half)
    if _rounds_up(rounding, sign, quotient, compared, not rest):
        quotient += 1
    return quotient, not rest


_kind_made = []     # Decimal itself, put here by _decimal


def _make(sign, c, e, kind=_FINITE, cls=None):
    made = object.__new__(cls or _kind_made[0])
    made._s, made._c, made._e, made._k = sign, c, e, kind
    return made


class _Work:
    """One operation: its context, and what has happened in it."""
    __slots__ = ("context", "bits", "prec", "rounding", "low", "high", "clamp")

    def __init__(self, context):
        self.context = context
        self.bits = 0
        self.prec, self.rounding = context._prec, context._rounding
        self.low, self.high, self.clamp = context._emin, context._emax, context._clamp

    def done(self, result):
        if self.bits:
            _signal(self.context, self.bits)
        return result

    def invalid(self, bit=_INVALID):
        self.bits |= bit
        return _make(0, 0, 0, _NAN)

    def wide(self, prec):
        """Another one, with hardly any limits, for what lies between."""
        inner = _Work(self.context)
        inner.prec, inner.rounding, inner.low, inner.high, inner.clamp = prec, ROUND_HALF_EVEN, MIN_EMIN, MAX_EMAX, 0
        return inner

    def finish(self, d):
        """A result brought into the context."""
        if d._k:
            if d._k >= _NAN and d._c and _digits(d._c) > self.prec - self.clamp:
                return _make(d._s, d._c % 10**(self.prec - self.clamp), 0, d._k)
            return d
        return self.fit(d._s, d._c, d._e)

    def fit(self, sign, c, e):
        prec, low = self.prec, self.low
        tiny, top = low - prec + 1, self.high - prec + 1
        if not c:
            fitted = min(max(e, tiny), top if self.clamp else self.high)
            if fitted != e:
                self.bits |= _CLAMPED
            return _make(sign, 0, fitted)
        digits = _digits(c)
        adjusted = e + digits - 1
        if adjusted > self.high:
            return self.overflow(sign)
        least = max(adjusted - prec + 1, tiny)
        small = adjusted < low
        if e < least:
            c, exact = _cut(c, least - e, self.rounding, sign)
            e = least
            self.bits |= _ROUNDED
            if not exact:
                self.bits |= _INEXACT
            if small:
                self.bits |= _SUBNORMAL | (0 if exact else _UNDERFLOW)
            if not c:
                self.bits |= _CLAMPED
            elif _digits(c) > prec:
                c //= 10
                e += 1
                if e > top:
                    return self.overflow(sign)
        elif small:
            self.bits |= _SUBNORMAL
        if self.clamp and e > top:
            self.bits |= _CLAMPED
            c *= 10**(e - top)
            e = top
        return _make(sign, c, e)

    def overflow(self, sign):
        self.bits |= _OVERFLOW | _INEXACT | _ROUNDED
        if self.rounding in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN, ROUND_UP) or \
                self.rounding == (ROUND_FLOOR if sign else ROUND_CEILING):
            return _make(sign, 0, 0, _INF)
        return _make(sign, 10**self.prec - 1, self.high - self.prec + 1)

    def nan(self, *operands):
        """The NaN that an operation with NaNs gives, None where there is none."""
        for d in operands:
            if d._k == _SNAN:
                self.bits |= _INVALID
                return self.finish(_make(d._s, d._c, 0, _NAN))
        for d in operands:
            if d._k == _NAN:
                return self.finish(d)
        return None


# --- arithmetic: (work, operands) -> result ----------------------------------------------------------------------------------

def _plus(w, a):
    found = w.nan(a)
    if found is not None:
        return found
    if not a._k and not a._c:
        return w.fit(1 if a._s and w.rounding == ROUND_FLOOR else 0, 0, a._e)
    return w.finish(a)


def _minus(w, a):
    return w.nan(a) or _plus(w, _make(a._s ^ 1, a._c, a._e, a._k))


def _abs(w, a):
    return w.nan(a) or _plus(w, _make(0, a._c, a._e, a._k))


def _sum(a, b, prec, rounding):
    """(sign, c, e) that rounds as the exact sum; what is far too small is only hinted at."""
    e = min(a._e, b._e)
    if not a._c or not b._c:
        if not a._c and not b._c:
            sign = a._s if a._s == b._s else 1 if rounding == ROUND_FLOOR else 0
            return sign, 0, e
        other, zero = (b, a) if not a._c else (a, b)
        if prec is not None and zero._e < other._e:
            e = max(zero._e, other._e - prec - 1, e)
            return other._s, other._c * 10**(other._e - e), e
        return other._s, other._c * 10**(other._e - e), e
    if prec is not None:
        large, small = (a, b) if a._e >= b._e else (b, a)
        far = large._e + min(-1, _digits(large._c) - prec - 2)
        if _digits(small._c) + small._e - 1 < far:
            small = _make(small._s, 1, far)
        a, b, e = large, small, min(large._e, small._e)
    c = (-1 if a._s else 1) * a._c * 10**(a._e - e) + (-1 if b._s else 1) * b._c * 10**(b._e - e)
    if not c:
        return 1 if rounding == ROUND_FLOOR else 0, 0, e
    return (1, -c, e) if c < 0 else (0, c, e)


def _add(w, a, b):
    if a._k or b._k:
        found = w.nan(a, b)
        if found is not None:
            return found
        if a._k and b._k and a._s != b._s:
            return w.invalid()
        return a if a._k else b
    return w.fit(*_sum(a, b, w.prec, w.rounding))


def _subtract(w, a, b):
    return w.nan(a, b) or _add(w, a, _make(b._s ^ 1, b._c, b._e, b._k))


def _multiply(w, a, b):
    sign = a._s ^ b._s
    if a._k or b._k:
        found = w.nan(a, b)
        if found is not None:
            return found
        if not a._k and not a._c or not b._k and not b._c:
            return w.invalid()
        return _make(sign, 0, 0, _INF)
    return w.fit(sign, a._c * b._c, a._e + b._e)


def _fma(w, a, b, c):
    if a._k or b._k or c._k:
        if _SNAN in (a._k, b._k, c._k):
            return w.nan(a, b, c)
        found = w.nan(a, b)
        if found is None:
            product = _multiply(w, a, b) if a._k or b._k else _make(0, 0, 0)
            found = product if product._k == _NAN else _add(w, product, c)
        return found
    return w.fit(*_sum(_make(a._s ^ b._s, a._c * b._c, a._e + b._e), c, w.prec, w.rounding))


def _divide(w, a, b):
    sign = a._s ^ b._s
    if a._k or b._k:
        found = w.nan(a, b)
        if found is not None:
            return found
        if a._k:
            return w.invalid() if b._k else _make(sign, 0, 0, _INF)
        w.bits |= _CLAMPED
        return _make(sign, 0, w.low - w.prec + 1)
    if not b._c:
        if not a._c:
            return w.invalid(_UNDEFINED)
        w.bits |= _BY_ZERO
        return _make(sign, 0, 0, _INF)
    ideal = a._e - b._e
    if not a._c:
        return w.fit(sign, 0, ideal)
    shift = _digits(b._c) - _digits(a._c) + w.prec + 1
    e = ideal - shift
    if shift >= 0:
        c, rest = divmod(a._c * 10**shift, b._c)
    else:
        c, rest = divmod(a._c, b._c * 10**-shift)
    if rest:
        if c % 5 == 0:
            c += 1      # so that no rounding takes it for exact, nor for a half
    else:
        while e < ideal and c % 10 == 0:
            c //= 10
            e += 1
    return w.fit(sign, c, e)


def _whole(w, a, b):
    """(quotient, rest) of a division of finite numbers to whole numbers, None where the quotient is too long."""
    sign = a._s ^ b._s
    ideal = a._e if b._k else min(a._e, b._e)
    apart = a._e + _digits(a._c) - b._e - _digits(b._c)
    if not a._c or b._k or apart <= -2:
        return _make(sign, 0, 0), (_make(a._s, 0, ideal) if not a._c else a if b._k else _rescaled(a, ideal))
    if apart <= w.prec:
        top, bottom = a._c, b._c
        if a._e >= b._e:
            top *= 10**(a._e - b._e)
        else:
            bottom *= 10**(b._e - a._e)
        q, r = divmod(top, bottom)
        if q < 10**w.prec:
            return _make(sign, q, 0), _make(a._s, r, ideal)
    return None


def _rescaled(a, e):
    return a if a._e <= e else _make(a._s, a._c * 10**(a._e - e), e) if a._e - e < 5000 else a


def _divide_int(w, a, b):
    if a._k or b._k:
        found = w.nan(a, b)
        if found is not None:
            return found
        if a._k:
            return w.invalid() if b._k else _make(a._s ^ b._s, 0, 0, _INF)
        return _make(a._s ^ b._s, 0, 0)
    if not b._c:
        if not a._c:
            return w.invalid(_UNDEFINED)
        w.bits |= _BY_ZERO
        return _make(a._s ^ b._s, 0, 0, _INF)
    parts = _whole(w, a, b)
    return w.invalid(_IMPOSSIBLE) if parts is None else w.finish(parts[0])


def _remainder(w, a, b):
    if a._k or b._k:
        found = w.nan(a, b)
        if found is not None:
            return found
        return w.invalid() if a._k else w.finish(a)
    if not b._c:
        return w.invalid(_INVALID if a._c else _UNDEFINED)
    parts = _whole(w, a, b)
    return w.invalid(_IMPOSSIBLE) if parts is None else w.finish(parts[1])


def _divmod(w, a, b):
    if a._k or b._k:
        found = w.nan(a, b)
        if found is not None:
            return found, found
        if a._k:
            if b._k:
                return w.invalid(), w.invalid()
            return _make(a._s ^ b._s, 0, 0, _INF), w.invalid()
        return _make(a._s ^ b._s, 0, 0), w.finish(a)
    if not b._c:
        if not a._c:
            return w.invalid(_UNDEFINED), w.invalid(_UNDEFINED)
        w.bits |= _BY_ZERO | _INVALID
        return _make(a._s ^ b._s, 0, 0, _INF), _make(0, 0, 0, _NAN)
    parts = _whole(w, a, b)
    if parts is None:
        return w.invalid(_IMPOSSIBLE), w.invalid(_IMPOSSIBLE)
    return w.finish(parts[0]), w.finish(parts[1])


def _remainder_near(w, a, b):
    if a._k or b._k:
        found = w.nan(a, b)
        if found is not None:
            return found
        return w.invalid() if a._k else w.finish(a)
    if not b._c:
        return w.invalid(_INVALID if a._c else _UNDEFINED)
    ideal = min(a._e, b._e)
    apart = a._e + _digits(a._c) - b._e - _digits(b._c)
    if not a._c:
        return w.fit(a._s, 0, ideal)
    if apart >= w.prec + 1:
        return w.invalid(_IMPOSSIBLE)
    if apart <= -2:
        return w.finish(_rescaled(a, ideal))
    top, bottom, sign = a._c, b._c, a._s
    if a._e >= b._e:
        top *= 10**(a._e - b._e)
    else:
        bottom *= 10**(b._e - a._e)
    q, r = divmod(top, bottom)
    if 2 * r + (q & 1) > bottom:
        r -= bottom
        q += 1
    if q >= 10**w.prec:
        return w.invalid(_IMPOSSIBLE)
    if r < 0:
        sign, r = sign ^ 1, -r
    return w.fit(sign, r, ideal)


def _no_number(w, a):
    """What a root or a logarithm gives of a NaN or an infinity."""
    found = w.nan(a)
    if found is not None:
        return found
    return w.invalid() if a._s else a


def _sqrt(w, a):
    if a._k:
        return _no_number(w, a)
    ideal = a._e >> 1
    if not a._c:
        return w.fit(a._s, 0, ideal)
    if a._s:
        return w.invalid()
    w.rounding = ROUND_HALF_EVEN
    c, e = (a._c, ideal) if not a._e & 1 else (a._c * 10, ideal)
    shift = w.prec + 1 - ((_digits(c) + 1) >> 1)
    exact = True
    if shift >= 0:
        c *= 100**shift
    else:
        c, rest = divmod(c, 100**-shift)
        exact = not rest
    e -= shift
    root = _math.isqrt(c)
    exact = exact and root * root == c
    if exact:
        while e < ideal and root % 10 == 0:
            root //= 10
            e += 1
        if shift < 0:
            root *= 10**-shift
            e += shift
    elif root % 5 == 0:
        root += 1
    return w.fit(0, root, e)


# --- order -------------------------------------------------------------------------------------------------------------------

def _compared(a, b):
    """-1, 0 or 1; no NaNs."""
    if a._k or b._k:
        left, right = (1 - 2 * a._s) * (a._k == _INF), (1 - 2 * b._s) * (b._k == _INF)
        return (left > right) - (left < right)
    if not a._c or not b._c:
        left, right = (1 - 2 * a._s) * bool(a._c), (1 - 2 * b._s) * bool(b._c)
        return (left > right) - (left < right)
    if a._s != b._s:
        return -1 if a._s else 1
    left, right = a._e + _digits(a._c), b._e + _digits(b._c)
    if left == right:
        e = min(a._e, b._e)
        left, right = a._c * 10**(a._e - e), b._c * 10**(b._e - e)
    found = (left > right) - (left < right)
    return -found if a._s else found


def _number(n):
    return _make(1 if n < 0 else 0, abs(n), 0)


def _compare(w, a, b):
    return w.nan(a, b) or _number(_compared(a, b))


def _compare_signal(w, a, b):
    if a._k >= _NAN or b._k >= _NAN:
        w.bits |= _INVALID
    return w.nan(a, b) or _number(_compared(a, b))


def _total(a, b):
    if a._s != b._s:
        return -1 if a._s else 1
    left, right = (_FINITE, _INF, _SNAN, _NAN).index(a._k), (_FINITE, _INF, _SNAN, _NAN).index(b._k)
    found = (left > right) - (left < right)
    if not found:
        if a._k >= _NAN:
            found = (a._c > b._c) - (a._c < b._c)
        elif not a._k:
            found = _compared(_make(0, a._c, a._e), _make(0, b._c, b._e)) or (a._e > b._e) - (a._e < b._e)
    return -found if a._s else found


def _extreme(want, magnitudes):
    def choose(w, a, b):
        if a._k >= _NAN or b._k >= _NAN:
            if a._k == _NAN and b._k < _NAN:
                return w.finish(b)
            if b._k == _NAN and a._k < _NAN:
                return w.finish(a)
            return w.nan(a, b)
        found = _compared(_absolute(a), _absolute(b)) if magnitudes else _compared(a, b)
        if not found and magnitudes:
            found = _compared(a, b)
        if not found:
            found = _total(a, b)
        return w.finish(a if found * want >= 0 and found else b if found else a)
    return choose


def _absolute(a):
    return _make(0, a._c, a._e, a._k)


# --- digits ------------------------------------------------------------------------------------------------------------------

def _quantize(w, a, b):
    if a._k or b._k:
        found = w.nan(a, b)
        if found is not None:
            return found
        return a if a._k and b._k else w.invalid()
    e = b._e
    if not w.low - w.prec + 1 <= e <= w.high:
        return w.invalid()
    if not a._c:
        return w.fit(a._s, 0, e)
    if _digits(a._c) + a._e - 1 > w.high or _digits(a._c) + a._e - e > w.prec:
        return w.invalid()
    inexact = 0
    if a._e >= e:
        c = a._c * 10**(a._e - e)
    else:
        c, exact = _cut(a._c, e - a._e, w.rounding, a._s)
        inexact = _ROUNDED if exact else _ROUNDED | _INEXACT
        if _digits(c) > w.prec or _digits(c) + e - 1 > w.high:
            return w.invalid()
    w.bits |= inexact
    found = w.fit(a._s, c, e)
    w.bits &= ~_UNDERFLOW
    return found


def _integral(exact):
    def to_integral(w, a):
        found = w.nan(a)
        if found is not None:
            return found
        if a._k or a._e >= 0:
            return a
        if not a._c:
            return _make(a._s, 0, 0)
        c, same = _cut(a._c, -a._e, w.rounding, a._s)
        if exact:
            w.bits |= _ROUNDED if same else _ROUNDED | _INEXACT
        return _make(a._s, c, 0)
    return to_integral


def _normalize(w, a):
    found = w.nan(a)
    if found is not None:
        return found
    a = w.finish(a)
    if a._k:
        return a
    if not a._c:
        return _make(a._s, 0, 0)
    c, e, most = a._c, a._e, w.high - w.prec + 1 if w.clamp else w.high
    while e < most and c % 10 == 0:
        c //= 10
        e += 1
    return _make(a._s, c, e)


def _next(direction):
    def step(w, a):
        found = w.nan(a)
        if found is not None:
            return found
        if a._k:
            if (direction < 0) == bool(a._s):
                return a
            return _make(a._s, 10**w.prec - 1, w.high - w.prec + 1)
        w.rounding = ROUND_CEILING if direction > 0 else ROUND_FLOOR
        found = w.finish(a)
        if found._k or _compared(found, a):
            w.bits = 0
            return found
        tiny = _make(0 if direction > 0 else 1, 1, w.low - w.prec)
        found = _add(w, a, tiny)
        w.bits = 0
        return found
    return step


def _next_toward(w, a, b):
    found = w.nan(a, b)
    if found is not None:
        return found
    order = _compared(a, b)
    if not order:
        return _make(b._s, a._c, a._e, a._k)
    found = _next(-order)(w, a)
    w.bits = 0
    if found._k:
        w.bits = _OVERFLOW | _INEXACT | _ROUNDED
    elif found._e + _digits(found._c) - 1 < w.low:
        w.bits = _UNDERFLOW | _SUBNORMAL | _INEXACT | _ROUNDED | (0 if found._c else _CLAMPED)
    return found


def _logb(w, a):
    found = w.nan(a)
    if found is not None:
        return found
    if a._k:
        return _make(0, 0, 0, _INF)
    if not a._c:
        w.bits |= _BY_ZERO
        return _make(1, 0, 0, _INF)
    return w.finish(_number(a._e + _digits(a._c) - 1))


def _scaleb(w, a, b):
    found = w.nan(a, b)
    if found is not None:
        return found
    if b._k or b._e != 0 or b._c > 2 * (w.high + w.prec):
        return w.invalid()
    if a._k:
        return a
    return w.fit(a._s, a._c, a._e + (-b._c if b._s else b._c))


def _moved(turn):
    def move(w, a, b):
        found = w.nan(a, b)
        if found is not None:
            return found
        if b._k or b._e != 0 or b._c > w.prec:
            return w.invalid()
        if a._k:
            return a
        n = -b._c if b._s else b._c
        room = 10**w.prec
        c = a._c % room
        if turn:
            n %= w.prec
            c = c * 10**n % room + c // 10**(w.prec - n)
        elif n >= 0:
            c = c * 10**n % room
        else:
            c //= 10**-n
        return _make(a._s, c, a._e)
    return move


def _bits_of(w, a):
    if a._k or a._s or a._e or _long_text(a._c).strip("01"):
        return None
    return int(_long_text(a._c)[-w.prec:], 2)


def _logical(op):
    def combine(w, a, b):
        left, right = _bits_of(w, a), _bits_of(w, b)
        if left is None or right is None:
            return w.invalid()
        return _make(0, int(bin(op(left, right))[2:]), 0)
    return combine


def _logical_invert(w, a):
    bits = _bits_of(w, a)
    if bits is None:
        return w.invalid()
    return _make(0, int(bin(bits ^ (1 << w.prec) - 1)[2:]), 0)


def _long_text(c):
    if c < 10**4000:
        return str(c)
    half = _digits(c) // 2
    top, bottom = divmod(c, 10**half)
    return _long_text(top) + _long_text(bottom).rjust(half, "0")


def _text(d, capitals, engineering=False):
    sign = "-" if d._s else ""
    if d._k == _INF:
        return sign + "Infinity"
    if d._k:
        return sign + ("sNaN" if d._k == _SNAN else "NaN") + (_long_text(d._c) if d._c else "")
    digits = _long_text(d._c)
    left = d._e + len(digits)
    if d._e <= 0 and left > -6:
        point = left
    elif not engineering:
        point = 1
    elif digits == "0":
        point = (left + 1) % 3 - 1
    else:
        point = (left - 1) % 3 + 1
    if point <= 0:
        text = "0." + "0" * -point + digits
    elif point >= len(digits):
        text = digits + "0" * (point - len(digits))
    else:
        text = digits[:point] + "." + digits[point:]
    if left != point:
        text += f"{'E' if capitals else 'e'}{left - point:+d}"
    return sign + text


__all__ = [name for name in globals() if name[:2] != "__"]
