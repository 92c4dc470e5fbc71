"""CPython's Modules/cmathmodule.c: the functions of math for complex numbers. Where a part is not finite the answers are those of
its tables, by symmetry: most functions are odd or even and commute with the conjugate."""
import math as _math

e, pi, tau, inf, nan = _math.e, _math.pi, _math.tau, _math.inf, _math.nan
infj, nanj = complex(0.0, inf), complex(0.0, nan)

_LARGE = 8.98846567431158e307 / 2    # what is above would overflow when it is doubled
_LN2 = _math.log(2.0)


def _complex(z):
    if isinstance(z, complex):
        return z
    if hasattr(type(z), "__complex__") or isinstance(z, (int, float)) or hasattr(type(z), "__float__") or hasattr(type(z), "__index__"):
        return complex(z)
    raise TypeError(f"must be real number, not {type(z).__name__}")


def _hypot(x, y):
    """C's; math.hypot() is CPython's own and rounds otherwise."""
    return abs(complex(x, y))


def _domain():
    raise ValueError("math domain error")


def _overflow():
    raise OverflowError("math range error")


def _sign(x):
    return _math.copysign(1.0, x)


def _float(x):
    if isinstance(x, (str, complex)):
        raise TypeError(f"must be real number, not {type(x).__name__}")
    return float(x)


def isfinite(z, /):
    z = _complex(z)
    return _math.isfinite(z.real) and _math.isfinite(z.imag)


def isinf(z, /):
    z = _complex(z)
    return _math.isinf(z.real) or _math.isinf(z.imag)


def isnan(z, /):
    z = _complex(z)
    return _math.isnan(z.real) or _math.isnan(z.imag)


def isclose(a, b, *, rel_tol=1e-09, abs_tol=0.0):
    a, b = _complex(a), _complex(b)
    if rel_tol < 0.0 or abs_tol < 0.0:
        raise ValueError("tolerances must be non-negative")
    if a == b:
        return True
    if isinf(a) or isinf(b):
        return False
    apart = abs(a - b)
    return apart <= rel_tol * abs(b) or apart <= rel_tol * abs(a) or apart <= abs_tol


def phase(z, /):
    z = _complex(z)
    return _math.atan2(z.imag, z.real)


def polar(z, /):
    z = _complex(z)
    return abs(z), phase(z)


def rect(r, phi, /):
    r, phi = _float(r), _float(phi)
    if not _math.isfinite(r) or not _math.isfinite(phi):
        if _math.isinf(phi) and r != 0.0 and not _math.isnan(r):
            _domain()
        if _math.isinf(r) and _math.isfinite(phi) and phi != 0.0:
            part = complex(_math.copysign(inf, _math.cos(phi)), _math.copysign(inf, _math.sin(phi)))
            return part if r > 0.0 else -part
        if _math.isinf(r) and phi == 0.0:
            return complex(r, phi * _sign(r))
        if r == 0.0:
            return complex(0.0, 0.0)
        return complex(inf, nan) if _math.isinf(r) else complex(nan, phi if phi == 0.0 else nan)
    if phi == 0.0:
        return complex(r, r * phi)
    return complex(r * _math.cos(phi), r * _math.sin(phi))


def sqrt(z, /):
    z = _complex(z)
    x, y = z.real, z.imag
    if not isfinite(z):
        if _math.isinf(y):
            return complex(inf, y)
        if _math.isnan(x):
            return complex(nan, nan)
        if x > 0.0:
            return complex(inf, nan if _math.isnan(y) else _math.copysign(0.0, y)) if _math.isinf(x) else complex(nan, nan)
        return (complex(nan, inf) if _math.isnan(y) else complex(0.0, _math.copysign(inf, y))) if _math.isinf(x) else complex(nan, nan)
    if x == 0.0 and y == 0.0:
        return complex(0.0, y)
    ax, ay = abs(x), abs(y)
    if ax < 2.2250738585072014e-308 and ay < 2.2250738585072014e-308 and (ax > 0.0 or ay > 0.0):
        ax = _math.ldexp(ax, 53)
        s = _math.ldexp(_math.sqrt(ax + _hypot(ax, _math.ldexp(ay, 53))), -27)
    else:
        ax /= 8.0
        s = 2.0 * _math.sqrt(ax + _hypot(ax, ay / 8.0))
    d = ay / (2.0 * s)
    return complex(s, _math.copysign(d, y)) if x >= 0.0 else complex(d, _math.copysign(s, y))


def exp(z, /):
    z = _complex(z)
    x, y = z.real, z.imag
    if not isfinite(z):
        if _math.isinf(y) and (_math.isfinite(x) or x > 0.0):
            _domain()
        if _math.isinf(x) and _math.isfinite(y) and y != 0.0:
            size = inf if x > 0.0 else 0.0
            return complex(_math.copysign(size, _math.cos(y)), _math.copysign(size, _math.sin(y)))
        if y == 0.0:
            return complex(0.0 if x == -inf else x, y)
        if x == -inf:
            return complex(0.0, 0.0)
        return complex(x if x == inf else nan, nan)
    if x > 708.396:
        size = _math.exp(x - 1.0)
        return _finite(complex(size * _math.cos(y) * e, size * _math.sin(y) * e))
    size = _math.exp(x)
    return complex(size * _math.cos(y), size * _math.sin(y))


def log(z, base=None, /):
    found = _log(_complex(z))
    if base is None:
        return found
    return found / _log(_complex(base))


def _log(z):
    x, y = abs(z.real), abs(z.imag)
    if not isfinite(z):
        size = inf if isinf(z) else nan
        return complex(size, _math.atan2(z.imag, z.real))
    if x > _LARGE or y > _LARGE:
        real = _math.log(_hypot(x / 2.0, y / 2.0)) + _LN2
    elif x < 2.2250738585072014e-308 and y < 2.2250738585072014e-308:
        if x == 0.0 and y == 0.0:
            _domain()
        real = _math.log(_hypot(_math.ldexp(x, 53), _math.ldexp(y, 53))) - 53 * _LN2
    else:
        h = _hypot(x, y)
        if 0.71 <= h <= 1.73:
            large, small = max(x, y), min(x, y)
            real = _math.log1p((large - 1) * (large + 1) + small * small) / 2.0
        else:
            real = _math.log(h)
    return complex(real, _math.atan2(z.imag, z.real))


def log10(z, /):
    found = _log(_complex(z))
    return complex(found.real / _math.log(10.0), found.imag / _math.log(10.0))


def cosh(z, /):
    z = _complex(z)
    x, y = z.real, z.imag
    if not isfinite(z):
        if _math.isinf(y) and not _math.isnan(x):
            _domain()
        if _math.isinf(x) and _math.isfinite(y) and y != 0.0:
            return complex(_math.copysign(inf, _math.cos(y)), _math.copysign(inf, _math.sin(y)) * _sign(x))
        if _math.isinf(x):
            return complex(inf, nan if _math.isnan(y) else y * _sign(x))
        return complex(nan, 0.0 if y == 0.0 or x == 0.0 else nan)
    if abs(x) > 708.0:
        less = x - _sign(x)
        return _finite(complex(_math.cos(y) * _math.cosh(less) * e, _math.sin(y) * _math.sinh(less) * e))
    return complex(_math.cos(y) * _math.cosh(x), _math.sin(y) * _math.sinh(x))


def sinh(z, /):
    z = _complex(z)
    x, y = z.real, z.imag
    if not isfinite(z):
        if _math.isinf(y) and not _math.isnan(x):
            _domain()
        if _math.isinf(x) and _math.isfinite(y) and y != 0.0:
            return complex(_math.copysign(inf, _math.cos(y)) * _sign(x), _math.copysign(inf, _math.sin(y)))
        if _math.isnan(y):
            return complex(abs(x) if x == 0.0 or _math.isinf(x) else nan, nan)
        return complex(x if _math.isinf(x) else nan, y if y == 0.0 or _math.isinf(x) else nan)
    if abs(x) > 708.0:
        less = x - _sign(x)
        return _finite(complex(_math.cos(y) * _math.sinh(less) * e, _math.sin(y) * _math.cosh(less) * e))
    return complex(_math.cos(y) * _math.sinh(x), _math.sin(y) * _math.cosh(x))


def _finite(z):
    if isinf(z):
        _overflow()
    return z


def tanh(z, /):
    z = _complex(z)
    x, y = z.real, z.imag
    if not isfinite(z):
        if _math.isinf(y) and _math.isfinite(x):
            _domain()
        if _math.isinf(x):
            sign = 2.0 * _math.sin(y) * _math.cos(y) if _math.isfinite(y) else 0.0
            return complex(_sign(x), _math.copysign(0.0, sign))
        return complex(nan, y if y == 0.0 else nan)
    if abs(x) > 708.0:
        return complex(_sign(x), 4.0 * _math.sin(y) * _math.cos(y) * _math.exp(-2.0 * abs(x)))
    tx, ty, cx = _math.tanh(x), _math.tan(y), 1.0 / _math.cosh(x)
    both = tx * ty
    below = 1.0 + both * both
    return complex(tx * (1.0 + ty * ty) / below, ((ty / below) * cx) * cx)


def _turned(function, z):
    """f(iz) / i, for cos, sin and tan are cosh, sinh and tanh of a number that is turned by a quarter."""
    z = _complex(z)
    found = function(complex(-z.imag, z.real))
    return complex(found.imag, -found.real)


def cos(z, /):
    z = _complex(z)
    return cosh(complex(-z.imag, z.real))


def sin(z, /):
    return _turned(sinh, z)


def tan(z, /):
    return _turned(tanh, z)


def acos(z, /):
    z = _complex(z)
    x, y = z.real, z.imag
    if _math.isnan(y):
        return complex(nan, inf) if _math.isinf(x) else complex(pi / 2.0 if x == 0.0 else nan, nan)
    if abs(x) > _LARGE or abs(y) > _LARGE:
        real = _math.atan2(abs(y), x)
        size = _math.log(_hypot(x / 2.0, y / 2.0)) + _LN2 * 2.0
        return complex(real, _math.copysign(size, -y))
    s1, s2 = sqrt(complex(1.0 - x, -y)), sqrt(complex(1.0 + x, y))
    return complex(2.0 * _math.atan2(s1.real, s2.real), _math.asinh(s2.real * s1.imag - s2.imag * s1.real))


def acosh(z, /):
    z = _complex(z)
    x, y = z.real, z.imag
    if abs(x) > _LARGE or abs(y) > _LARGE:
        return complex(_math.log(_hypot(x / 2.0, y / 2.0)) + _LN2 * 2.0, _math.atan2(y, x))
    s1, s2 = sqrt(complex(x - 1.0, y)), sqrt(complex(x + 1.0, y))
    return complex(_math.asinh(s1.real * s2.real + s1.imag * s2.imag), 2.0 * _math.atan2(s1.imag, s2.real))


def asinh(z, /):
    z = _complex(z)
    x, y = z.real, z.imag
    if _math.isnan(x) and not _math.isinf(y):
        return complex(nan, y if y == 0.0 else nan)
    if abs(x) > _LARGE or abs(y) > _LARGE:
        size = _math.log(_hypot(x / 2.0, y / 2.0)) + _LN2 * 2.0
        return complex(_math.copysign(size, x), _math.atan2(y, abs(x)))
    s1, s2 = sqrt(complex(1.0 + y, -x)), sqrt(complex(1.0 - y, x))
    return complex(_math.asinh(s1.real * s2.imag - s2.real * s1.imag), _math.atan2(y, s1.real * s2.real - s1.imag * s2.imag))


def asin(z, /):
    return _turned(asinh, z)


def atanh(z, /):
    z = _complex(z)
    x, y = z.real, z.imag
    if x < 0.0 or (x == 0.0 and _sign(x) < 0.0):
        return -atanh(-z)
    if isnan(z) and not _math.isinf(y):
        return complex(0.0 if x == 0.0 or _math.isinf(x) else nan, nan)
    ay = abs(y)
    root = 6.703903964971298e+153
    if x > root or ay > root:
        h = _hypot(x / 2.0, y / 2.0)
        return complex(x / 4.0 / h / h if _math.isfinite(h) else 0.0, -_math.copysign(pi / 2.0, -y))
    if x == 1.0 and ay < 1.4916681462400413e-154:
        if ay == 0.0:
            _domain()
        return complex(-_math.log(_math.sqrt(ay) / _math.sqrt(_hypot(ay, 2.0))), _math.copysign(_math.atan2(2.0, -ay) / 2, y))
    return complex(_math.log1p(4.0 * x / ((1 - x) * (1 - x) + ay * ay)) / 4.0,
                   -_math.atan2(-2.0 * y, (1 - x) * (1 + x) - ay * ay) / 2.0)


def atan(z, /):
    return _turned(atanh, z)
