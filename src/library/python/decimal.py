"""Decimal numbers. Mirrors CPython's Lib/decimal.py."""
from _decimal import (BasicContext, Clamped, Context, ConversionSyntax, Decimal, DecimalException, DefaultContext, DivisionByZero,
                      DivisionImpossible, DivisionUndefined, ExtendedContext, FloatOperation, HAVE_CONTEXTVAR, HAVE_THREADS, Inexact,
                      InvalidContext, InvalidOperation, MAX_EMAX, MAX_PREC, MIN_EMIN, MIN_ETINY, Overflow, ROUND_05UP, ROUND_CEILING,
                      ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Rounded, Subnormal, Underflow,
                      getcontext, localcontext, setcontext)
import numbers as _numbers
from collections import namedtuple as _namedtuple

__version__, __libmpdec_version__ = "1.70", "2.5.1"
DecimalTuple = _namedtuple("DecimalTuple", "sign digits exponent")
DecimalTuple.__module__ = "decimal"
_numbers.Number.register(Decimal)
