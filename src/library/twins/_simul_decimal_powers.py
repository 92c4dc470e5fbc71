"""exp, ln, log10 and power of decimals, a part of CPython's Modules/_decimal: on whole numbers of 10**-digits, with more digits as
long as the last ones do not decide how to round.
"""
import math as _math
from _simul_decimal import *


def _atanh_inverse(n, one):
    """atanh(1/n) * one"""
    total = term = one // n
    square, k = n * n, 1
    while term:
        term //= square
        k += 2
        total += term // k
    return total


_ln10_known = [0, 0]


def _ln10(digits):
    if _ln10_known[0] < digits:
        one = 10**(digits + 10)
        _ln10_known[1] = (46 * _atanh_inverse(31, one) + 34 * _atanh_inverse(49, one) + 20 * _atanh_inverse(161, one)) // 10**10
        _ln10_known[0] = digits
    return _ln10_known[1] // 10**(_ln10_known[0] - digits)


def _fixed_exp(c, e, digits):
    """(c * 10**e).exp() as (whole number, exponent), right to about `digits` digits."""
    size = max(0, _digits(abs(c)) + e) + digits + 10
    x = c * 10**(e + size) if e + size >= 0 else c // 10**-(e + size)
    ln10 = _ln10(size)
    tens, x = divmod(x, ln10)
    halvings = 8 + _math.isqrt(digits)
    one = 10**size
    guard = 10**(halvings // 3 + 5)
    unit = one * guard
    total = term = unit
    x = x * guard >> halvings
    k = 1
    while term:
        term = term * x // (unit * k)
        total += term
        k += 1
    for _ in range(halvings):
        total = total * total // unit
    return total // guard, tens - size


def _fixed_ln(c, e, digits):
    """(c * 10**e).ln() * 10**result as (whole number, -digits kept)."""
    tens = e + _digits(c) - 1
    size = digits + 15
    if tens == -1 and c * 10 > 9 * 10**_digits(c):
        tens = 0        # just below 1: no use for ln(10)
    shift = tens - e
    halvings = 4 + _math.isqrt(digits) // 2
    size += halvings
    one = 10**size
    x = c * 10**(size - shift) if size >= shift else c // 10**(shift - size)
    for _ in range(halvings):
        x = _math.isqrt(x * one)
    y = (x - one) * one // (x + one)
    square = y * y // one
    total = term = y
    k = 1
    while term not in (0, -1):
        term = term * square // one
        k += 2
        total += term // k
    return (total << halvings + 1) + tens * _ln10(size), -size


def _settled(w, compute):
    """Rounds half even what compute(digits) gives to the last digit."""
    digits = w.prec + 5
    while True:
        c, e = compute(digits)
        sign, c = (1, -c) if c < 0 else (0, c)
        spare, wrong = _digits(c) - w.prec, 6 + _math.isqrt(digits) // 2
        if spare > wrong + 1:
            # So many of the last digits may be wrong; do they decide?
            unit = 10**spare
            if abs(c % unit - unit // 2) > 10**wrong:
                return sign, c if c % 10 else c + 1, e
        digits += 10 + digits // 2


def _exp(w, a):
    if a._k:
        found = w.nan(a)
        if found is not None:
            return found
        return _make(0, 0, 0) if a._s else a
    if not a._c:
        return _make(0, 1, 0)
    w.rounding = ROUND_HALF_EVEN
    adjusted = a._e + _digits(a._c) - 1
    if adjusted > _digits(max(w.high, -w.low + w.prec)) + 1:
        if a._s:
            return w.fit(0, 1, w.low - w.prec - w.prec)
        return w.overflow(0)
    if adjusted < -w.prec - 1:
        # 1 and next to nothing
        return w.fit(0, 10**(w.prec + 1) + (-1 if a._s else 1), -w.prec - 1)
    value = -a._c if a._s else a._c
    return w.fit(*_settled(w, lambda digits: _fixed_exp(value, a._e, digits)))


def _logarithm(w, a, of_positive):
    if a._k:
        return _no_number(w, a)
    if not a._c:
        return _make(1, 0, 0, _INF)
    if a._s:
        return w.invalid()
    w.rounding = ROUND_HALF_EVEN
    return of_positive(w, a)


def _ln(w, a):
    return _logarithm(w, a, _ln_of_positive)


def _log10(w, a):
    return _logarithm(w, a, _log10_of_positive)


def _ln_of_positive(w, a):
    if a._e <= 0 and a._c == 10**-a._e if a._e > -5000 else False:
        return _make(0, 0, 0)
    return w.fit(*_settled(w, lambda digits: _fixed_ln(a._c, a._e, digits)))


def _log10_of_positive(w, a):
    digits = _digits(a._c)
    if a._c == 10**(digits - 1):
        power = a._e + digits - 1
        return w.fit(1 if power < 0 else 0, abs(power), 0)

    def compute(digits):
        c, e = _fixed_ln(a._c, a._e, digits + 5)
        return c * 10**-e // _ln10(-e), e
    return w.fit(*_settled(w, compute))


def _is_whole(a):
    return a._k == _INF or not a._k and (not a._c or a._e >= 0 or -a._e <= _digits(a._c) and a._c % 10**-a._e == 0)


def _is_odd(a):
    if a._k or not a._c or a._e > 0 or not _is_whole(a):
        return False
    return bool(a._c // 10**-a._e & 1)


def _power(w, a, b, modulus=None):
    if modulus is not None:
        return _power_modulo(w, a, b, modulus)
    if a._k >= _NAN or b._k >= _NAN:
        return w.nan(a, b)
    whole = _is_whole(b)
    sign = 1 if a._s and whole and _is_odd(b) else 0
    if not a._k and not a._c:
        if not b._k and not b._c:
            return w.invalid()
        return _make(sign, 0, 0, _INF) if b._s else _make(sign, 0, 0)
    if a._s and (not whole or b._k):
        if b._k and not a._k or not whole:
            return w.invalid()
    if not b._k and not b._c:
        return _make(0, 1, 0)
    if a._k:
        return _make(sign, 0, 0) if b._s else _make(sign, 0, 0, _INF)
    against_one = _compared(_make(0, a._c, a._e), _make(0, 1, 0))
    if b._k:
        if not against_one:
            w.bits |= _INEXACT | _ROUNDED
            return _make(0, 10**(w.prec - 1), 1 - w.prec)
        return _make(0, 0, 0) if (against_one < 0) != bool(b._s) else _make(0, 0, 0, _INF)
    if not against_one:
        if not whole:
            w.bits |= _INEXACT | _ROUNDED
            return _make(sign, 10**(w.prec - 1), 1 - w.prec)
        n = 0 if b._s else b._c * 10**b._e if b._e >= 0 and b._e < 20 else 10**20 if b._e > 0 else b._c // 10**-b._e
        shift = a._e * min(n, w.prec)
        if shift < 1 - w.prec:
            shift = 1 - w.prec
            w.bits |= _ROUNDED
        return _make(sign, 10**-shift, shift)
    # |log10| of the result is far beyond every exponent?
    size = a._e + _digits(a._c) - 1
    reach = _digits(b._c) + b._e - 1
    scale = _digits(abs(size) or 1) - 1 if size not in (0, -1) else -_closeness(a)
    if reach + scale > _digits(max(w.high, -w.low + 2 * w.prec)) + 1:
        return w.overflow(sign) if (against_one > 0) != bool(b._s) else w.fit(sign, 1, w.low - 2 * w.prec)
    if whole and reach < 19:
        n = b._c * 10**b._e if b._e >= 0 else b._c // 10**-b._e
        return _whole_power(w, a, n, b._s, sign)
    inner = w.wide(max(_digits(a._c), w.prec) + 23)
    logarithm = _ln(inner, _make(0, a._c, a._e))
    product = _multiply(inner, logarithm, b)
    rounding = w.rounding
    inner = w.wide(inner.prec)
    found = _exp(inner, product)
    w.rounding = rounding
    w.bits |= _INEXACT | _ROUNDED
    if found._k:
        return w.overflow(sign)
    if found._c == 10**(_digits(found._c) - 1) and found._e + _digits(found._c) == 1:
        return w.fit(sign, 10**(w.prec - 1), 1 - w.prec)
    return w.fit(sign, found._c, found._e)


def _closeness(a):
    """How many zeros, or nines, a number near to 1 has behind the point."""
    apart = abs(a._c - 10**-a._e) if -5000 < a._e <= 0 else 1
    return max(0, -a._e - _digits(apart)) if apart else 0


def _whole_power(w, a, n, negative, sign):
    inner = w.wide(w.prec + 4 + _digits(n))
    inner.low, inner.high = w.low, w.high
    base = _make(0, a._c, a._e)
    if negative:
        inner.prec += 1
        base = _divide(inner, _make(0, 1, 0), base)
        inner.bits = 0
    result = base
    for bit in bin(n)[3:]:
        result = _multiply(inner, result, result)
        if bit == "1":
            result = _multiply(inner, result, base)
        if result._k or not result._c:
            break
    w.bits |= inner.bits
    return w.overflow(sign) if result._k else w.fit(sign, result._c, result._e)


def _power_modulo(w, a, b, m):
    found = w.nan(a, b, m)
    if found is not None:
        return found
    if a._k or b._k or m._k or not (_is_whole(a) and _is_whole(b) and _is_whole(m)) or b._s or not m._c:
        return w.invalid()
    modulus = int(_make(0, m._c, m._e))
    if _digits(modulus) > w.prec or not a._c and not b._c:
        return w.invalid()
    base, exponent = int(_make(0, a._c, a._e)), int(b)
    return _make(1 if a._s and exponent & 1 else 0, pow(base, exponent, modulus), 0)


__all__ = [name for name in globals() if name[:2] != "__"]
