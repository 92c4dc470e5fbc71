"""The tower of numbers. Mirrors CPython's Lib/numbers.py: what each floor asks of a number, and what follows from that."""
from abc import ABCMeta, abstractmethod, update_abstractmethods

__all__ = ["Number", "Complex", "Real", "Rational", "Integral"]


def _asks(unary, binary):
    """A decorator: these methods are abstract, those of one number and those of two."""
    def of_one():
        def asked(self):
            raise NotImplementedError
        return asked

    def of_two():
        def asked(self, other):
            raise NotImplementedError
        return asked

    def decorate(cls):
        for names, make in (unary, of_one), (binary, of_two):
            for name in names.split():
                method = abstractmethod(make())
                method.__name__, method.__qualname__ = name, f"{cls.__name__}.{name}"
                setattr(cls, name, method)
        return update_abstractmethods(cls)
    return decorate


class Number(metaclass=ABCMeta):
    __slots__ = ()
    __hash__ = None    # a number class says itself how it is hashed


@_asks("__complex__ __neg__ __pos__ __abs__ conjugate",
       "__add__ __radd__ __mul__ __rmul__ __truediv__ __rtruediv__ __eq__")
class Complex(Number):
    __slots__ = ()

    @property
    @abstractmethod
    def real(self):
        raise NotImplementedError

    @property
    @abstractmethod
    def imag(self):
        raise NotImplementedError

    @abstractmethod
    def __pow__(self, exponent):
        raise NotImplementedError

    @abstractmethod
    def __rpow__(self, base):
        raise NotImplementedError

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other

    def __bool__(self):
        return self != 0


@_asks("__float__ __trunc__ __floor__ __ceil__", "__floordiv__ __rfloordiv__ __mod__ __rmod__ __lt__ __le__")
class Real(Complex):
    __slots__ = ()

    @abstractmethod
    def __round__(self, ndigits=None):
        raise NotImplementedError

    def __divmod__(self, other):
        quotient = self // other
        return quotient, self % other

    def __rdivmod__(self, other):
        quotient = other // self
        return quotient, other % self

    def __complex__(self):
        return complex(float(self))

    def conjugate(self):
        return +self

    @property
    def real(self):
        return +self

    @property
    def imag(self):
        return 0


class Rational(Real):
    __slots__ = ()

    @property
    @abstractmethod
    def numerator(self):
        raise NotImplementedError

    @property
    @abstractmethod
    def denominator(self):
        raise NotImplementedError

    def __float__(self):
        over = int(self.numerator)
        return over / int(self.denominator)


@_asks("__int__ __invert__", "__lshift__ __rlshift__ __rshift__ __rrshift__ __and__ __rand__ __xor__ __rxor__ __or__ __ror__")
class Integral(Rational):
    __slots__ = ()

    @abstractmethod
    def __pow__(self, exponent, modulus=None):
        raise NotImplementedError

    def __index__(self):
        return int(self)

    def __float__(self):
        return float(int(self))

    @property
    def numerator(self):
        return +self

    @property
    def denominator(self):
        return 1


for _floor, _native in (Complex, complex), (Real, float), (Integral, int):
    _floor.register(_native)
del _floor, _native
