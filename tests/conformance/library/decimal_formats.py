# decimal: the formatting mini-language on decimals, whose digits are never lost on the way through a float.
from decimal import ROUND_DOWN, Decimal, localcontext

NUMBERS = ["0", "-0", "1.5", "-1234567.891", "1E+10", "1.23E-9", "0E+3", "0.000", "123456789012345678901234567890.12345", "999.995", "Infinity", "-NaN", "sNaN12"]
SPECS = ["", ".2f", ".0f", "f", ",", ",.2f", "+.1f", " .1f", "015.2f", "015,.2f", "<14", ">14", "^14", "*^14.1f", "=+14", ".3e", "E", ".0e", "g", ".3g", ".10G", ".1%", "%", "z.0f",
         "n", "020", ".30f"]
for text in NUMBERS:
    number = Decimal(text)
    print(text)
    for spec in SPECS:
        try:
            print(f"   {spec:8} |{number:{spec}}|")
        except ValueError as error:
            print(f"   {spec:8} {error}")
for spec in ("d", "s", "x", ",d", "_f", "<<", "..2f", "10.", "1.2.3", ",n", "<010"):
    try:
        print(spec, format(Decimal("1.5"), spec))
    except ValueError as error:
        print(spec, error)
with localcontext(rounding=ROUND_DOWN):
    print(f"{Decimal('2.999'):.2f} {Decimal('2.999'):.1e} {Decimal('2.5'):.0f}")
print("%s %.2f %d %r" % (Decimal("1.10"), Decimal("1.115"), Decimal("7.9"), Decimal("1E+2")), "{:>8.1f}|{!r}".format(Decimal("2.25"), Decimal("2.250")))
for text in ("1", "12", "123", "1234", "0", "7.1"):
    print([Decimal(text).scaleb(n).to_eng_string() for n in (-9, -8, -7, -6, 0, 1, 2, 3, 4)])
