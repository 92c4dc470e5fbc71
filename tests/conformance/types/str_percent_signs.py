# The old % takes a tuple apart, a dict by name, and everything else as the one value.
print("%s is %d years" % ("Ada", 36), "%s" % (("a", "b"),), "%(name)s: %(n)03d" % {"name": "x", "n": 7})
print("%5.1f|%-8s|%+d|% d|%x|%X|%#x|%o|%#o|%e|%g|%c|%c|%%" % (3.14159, "left", 5, 5, 255, 255, 255, 8, 8, 12345.678, 0.00001, 65, "B"))
print("%r %a %s" % ("é", "é", b"x"), "%.2s|%5.3s|" % ("abc", "abcdef"), "%*d|%-*d|%.*f" % (5, 42, 5, 42, 2, 3.14159))
print("%s" % None, "%s" % [1], "%d" % 3.99, "%d" % True, "%i" % -0.5, "%5s|%-5s|" % (True, None))
print("100%%" % (), "no marks" % {}, "%s %s" % tuple("ab"))
for wrong in (lambda: "%d" % "5", lambda: "%s %s" % "a", lambda: "%s" % ("a", "b"), lambda: "%(x)s" % {}, lambda: "%(x)s" % 5, lambda: "%q" % 1, lambda: "%" % 1,
              lambda: "%c" % "ab", lambda: "%x" % 1.5, lambda: "%d" % None, lambda: "%(x" % {}, lambda: "%.f" % "x", lambda: "%c" % -1, lambda: "%*d" % ("a", 1)):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
