"""bytes % values: %b and %s want bytes, %a and %r give ASCII, and the words of the errors are bytes' own."""


def show(make):
    try:
        print(repr(make()))
    except Exception as error:
        print(type(error).__name__ + ":", error)


show(lambda: b"%s and %b" % (b"one", bytearray(b"two")))
show(lambda: b"%d|%5d|%-5d|%05d|%x" % (1, 2, 3, 4, 255))
show(lambda: b"%r %a" % ("é", [1, "x"]))
show(lambda: b"%c%c" % (65, b"B"))
show(lambda: b"%(n)s" % {b"n": b"by a bytes key"})
show(lambda: bytearray(b"%.2f") % 2.5)
show(lambda: b"100%%")
show(lambda: b"%d%%" % 100)
show(lambda: b"%s" % "text")
show(lambda: b"%s" % 5)
show(lambda: b"%d" % b"5")
show(lambda: b"%f" % b"5")
show(lambda: b"%c" % 256)
show(lambda: b"%c" % b"ab")
show(lambda: b"%s" % (b"a", b"b"))
show(lambda: b"%s %s" % b"a")
show(lambda: b"%(n)s" % {"n": b"x"})
show(lambda: "%5%" % ())
show(lambda: "%-5%" % 1)
