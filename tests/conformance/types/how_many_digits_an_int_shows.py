"""sys.set_int_max_str_digits(): how long an int's text may be, both ways."""
import sys


def tell(ask):
    try:
        print(ask())
    except (ValueError, TypeError, OverflowError) as error:
        print(type(error).__name__, error)


many = 7 ** 6000
tell(lambda: len(str(many)))
for most in (640, 5000, 0, 6000, 4300, 639, 1, -1, "640", None, 10**30, 1.5):
    tell(lambda: sys.set_int_max_str_digits(most))
    tell(sys.get_int_max_str_digits)
    tell(lambda: len(str(many)))
    tell(lambda: len(f"{many:,}"))
    tell(lambda: len("%d" % -many))
    tell(lambda: len(repr([many])))
    tell(lambda: int("9" * 5001) % 1000)
    tell(lambda: int("9" * 640) % 1000)
    tell(lambda: int("f" * 6000, 16) % 1000)
    tell(lambda: len(hex(many)))
sys.set_int_max_str_digits(maxdigits=700)
tell(sys.get_int_max_str_digits)
tell(lambda: str(10 ** 699)[:3])
tell(lambda: str(10 ** 700)[:3])
