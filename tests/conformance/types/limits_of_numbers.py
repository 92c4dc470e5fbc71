# sys: the numbers behind int, float and hash().
import sys

print(sys.float_info)
print(sys.int_info)
print(sys.hash_info)
print(sys.float_info.max, sys.float_info.epsilon == 2.0 ** -52, sys.float_info[3], sys.int_info.default_max_str_digits == sys.get_int_max_str_digits(), len(sys.float_info), sys.hash_info.n_fields)
print(hash(float("inf")) == sys.hash_info.inf, hash(2 ** 61) == 2 ** 61 % sys.hash_info.modulus, hash(1j) == sys.hash_info.imag, sys.float_info.max * 2, -sys.float_info.min / 2 ** 60, 1 + sys.float_info.epsilon / 2 == 1)
print(sys.byteorder, sys.maxsize == 2 ** 63 - 1, sys.maxunicode == 0x10FFFF, sys.getdefaultencoding(), sys.getfilesystemencoding(), sys.platform, sys.implementation.name, sys.hexversion >> 16 == 0x030d, sys.api_version, sys.float_repr_style, isinstance(sys.version, str), isinstance(sys.path, list), len(sys.argv), isinstance(sys.executable, str))
print(sys.getrecursionlimit() >= 1000, sys.intern("a b") is sys.intern("a b"), isinstance(sys.getsizeof([]), int), sys.getrefcount(object()) >= 1)
print(sys.getswitchinterval())
try:
    1 / 0
except ZeroDivisionError as error:
    print(sys.exc_info()[0].__name__, sys.exc_info()[1] is sys.exception() is error, sys.exc_info()[2] is error.__traceback__)
print(sys.exc_info(), sys.exception())
try:
    sys.intern(5)
except TypeError as error:
    print(error)
