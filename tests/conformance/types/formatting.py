# Formatting: every line is an expression, and what it gives or raises. Made by tests/vm/make_expression_programs.py.


def show(text, function):
    try:
        result = repr(function())
    except Exception as error:
        result = f"{type(error).__name__}: {error}"
    print(text, "->", result)


class Number:
    """Converts where it is asked to."""

    def __init__(self, value):
        self.value = value

    def __index__(self):
        return self.value

    def __float__(self):
        return float(self.value)

    def __repr__(self):
        return f"Number({self.value})"


class Key:
    """Equal to other keys of the same letter, without regard to case."""

    def __init__(self, text):
        self.text = text

    def __eq__(self, other):
        return isinstance(other, Key) and self.text.lower() == other.text.lower()

    def __hash__(self):
        return hash(self.text.lower())

    def __lt__(self, other):
        return self.text < other.text

    def __repr__(self):
        return f"<{self.text}>"


def same(value):
    return value


def filled(function, start):
    """start after function(start), and what it gave."""
    result = function(start)
    return start, result


show('f"{5:3d}|{5:<3}|{5:^5}|{5:>4}|{5:03}|{-5:05}|{5:+}|{5: }"', lambda: (f"{5:3d}|{5:<3}|{5:^5}|{5:>4}|{5:03}|{-5:05}|{5:+}|{5: }"))
show('f"{1234567:,}|{1234567:_}|{1234567.891:,.2f}|{0:,}|{1234567:012,}|{-1234:010,}"', lambda: (f"{1234567:,}|{1234567:_}|{1234567.891:,.2f}|{0:,}|{1234567:012,}|{-1234:010,}"))
show('f"{255:x}|{255:X}|{255:#x}|{255:o}|{255:b}|{255:#b}|{255:#010x}|{65:c}|{2**70:_x}"', lambda: (f"{255:x}|{255:X}|{255:#x}|{255:o}|{255:b}|{255:#b}|{255:#010x}|{65:c}|{2**70:_x}"))
show('f"{3.14159:.2f}|{3.14159:8.3f}|{3.14159:<10.1f}|{3.14159:e}|{3.14159:.0f}|{1e10:g}|{0.00001:g}|{0.5:%}|{0.256:.1%}"', lambda: (f"{3.14159:.2f}|{3.14159:8.3f}|{3.14159:<10.1f}|{3.14159:e}|{3.14159:.0f}|{1e10:g}|{0.00001:g}|{0.5:%}|{0.256:.1%}"))
show('f"{2.5:.0f}|{3.5:.0f}|{0.125:.2f}|{1e300:.3e}|{float(\'inf\'):08}|{float(\'nan\'):>6}|{-0.0:z}|{1.0:#.0f}|{12345.678:n}"', lambda: (f"{2.5:.0f}|{3.5:.0f}|{0.125:.2f}|{1e300:.3e}|{float('inf'):08}|{float('nan'):>6}|{-0.0:z}|{1.0:#.0f}|{12345.678:n}"))
show('f"{\'abc\':5}|{\'abc\':>5}|{\'abc\':^7}|{\'abc\':*^9}|{\'abcdef\':.3}|{\'abc\':05}|{\'é\':>3}"', lambda: (f"{'abc':5}|{'abc':>5}|{'abc':^7}|{'abc':*^9}|{'abcdef':.3}|{'abc':05}|{'é':>3}"))
show('f"{\'a\'!r}|{\'a\'!s:>3}|{\'é\'!a}|{[1, 2]!r:>10}|{None}|{True:5}|{1 + 2j}|{1 + 2j:.1f}"', lambda: (f"{'a'!r}|{'a'!s:>3}|{'é'!a}|{[1, 2]!r:>10}|{None}|{True:5}|{1 + 2j}|{1 + 2j:.1f}"))
show('f"{1:{2 + 3}}|{\'x\':{\'*\'}^{5}}|{3.14159:.{2}f}"', lambda: (f"{1:{2 + 3}}|{'x':{'*'}^{5}}|{3.14159:.{2}f}"))
show('f"{[1, 2]}|{(1,)}|{ {\'a\': 1} }|{ {1} }|{object:}"[:40]', lambda: (f"{[1, 2]}|{(1,)}|{ {'a': 1} }|{ {1} }|{object:}"[:40]))
show('f"{5:q}"', lambda: (f"{5:q}"))
show('f"{5:.2}"', lambda: (f"{5:.2}"))
show('f"{\'a\':d}"', lambda: (f"{'a':d}"))
show('f"{1.5:d}"', lambda: (f"{1.5:d}"))
show('f"{1:,_}"', lambda: (f"{1:,_}"))
show('f"{[]:5}"', lambda: (f"{[]:5}"))
show('f"{None:>5}"', lambda: (f"{None:>5}"))
show('f"{\'a\':+}"', lambda: (f"{'a':+}"))
show('f"{\'a\':=5}"', lambda: (f"{'a':=5}"))
show('f"{10**400:f}"', lambda: (f"{10**400:f}"))
show('"{} {}".format(1, 2), "{1} {0}".format("a", "b"), "{x} {y!r}".format(x=1, y="z"), "{0.real} {1[0]} {2[k]}".format(5, [7], {"k": 8})', lambda: ("{} {}".format(1, 2), "{1} {0}".format("a", "b"), "{x} {y!r}".format(x=1, y="z"), "{0.real} {1[0]} {2[k]}".format(5, [7], {"k": 8})))
show('"{:>{w}}".format("a", w=4), "{{}} {}".format(1), "{:{}.{}f}".format(3.14159, 8, 2), "{!s:^7}".format("ab"), "".format()', lambda: ("{:>{w}}".format("a", w=4), "{{}} {}".format(1), "{:{}.{}f}".format(3.14159, 8, 2), "{!s:^7}".format("ab"), "".format()))
show('"{} {}".format(1)', lambda: ("{} {}".format(1)))
show('"{a}".format()', lambda: ("{a}".format()))
show('"{0} {}".format(1, 2)', lambda: ("{0} {}".format(1, 2)))
show('"{".format()', lambda: ("{".format()))
show('"}".format()', lambda: ("}".format()))
show('"{!x}".format(1)', lambda: ("{!x}".format(1)))
show('"{0.foo}".format(1)', lambda: ("{0.foo}".format(1)))
show('"{:{:{}}}".format(1, 2, 3)', lambda: ("{:{:{}}}".format(1, 2, 3)))
show('"{a}-{b[0]}".format_map({"a": 1, "b": [2]})', lambda: ("{a}-{b[0]}".format_map({"a": 1, "b": [2]})))
show('"%d %s %r" % (1, "a", "b"), "%5d|%-5d|%05d|%+d" % (1, 2, 3, 4), "%x %X %#x %o" % (255, 255, 255, 8), "%c%c" % (65, "b")', lambda: ("%d %s %r" % (1, "a", "b"), "%5d|%-5d|%05d|%+d" % (1, 2, 3, 4), "%x %X %#x %o" % (255, 255, 255, 8), "%c%c" % (65, "b")))
show('"%.2f %e %g %G" % (3.14159, 12345.678, 1e-7, 1e20), "%5.1f|%-8.3f|" % (2.55, 1.5), "%s" % None, "%s" % [1, 2], "%%" % ()', lambda: ("%.2f %e %g %G" % (3.14159, 12345.678, 1e-7, 1e20), "%5.1f|%-8.3f|" % (2.55, 1.5), "%s" % None, "%s" % [1, 2], "%%" % ()))
show('"%(a)s %(b)05.1f" % {"a": 1, "b": 2.5}, "%*d|%-*d|" % (5, 1, 5, 2), "%.*f" % (2, 1.23456), "%.3s|%5s" % ("abcdef", "é")', lambda: ("%(a)s %(b)05.1f" % {"a": 1, "b": 2.5}, "%*d|%-*d|" % (5, 1, 5, 2), "%.*f" % (2, 1.23456), "%.3s|%5s" % ("abcdef", "é")))
show('"%d" % 1.9, "%i" % True, "%s" % (1,), "%r" % ("a",), "%a" % "é", "%d" % 10**30, "%x" % -255, "%s and %s" % ("a", "b")', lambda: ("%d" % 1.9, "%i" % True, "%s" % (1,), "%r" % ("a",), "%a" % "é", "%d" % 10**30, "%x" % -255, "%s and %s" % ("a", "b")))
show('"%d" % "a"', lambda: ("%d" % "a"))
show('"%x" % 1.5', lambda: ("%x" % 1.5))
show('"%s %s" % 1', lambda: ("%s %s" % 1))
show('"%s" % (1, 2)', lambda: ("%s" % (1, 2)))
show('"%z" % 1', lambda: ("%z" % 1))
show('"%(a)s" % 1', lambda: ("%(a)s" % 1))
show('"%(b)s" % {"a": 1}', lambda: ("%(b)s" % {"a": 1}))
show('"%" % ()', lambda: ("%" % ()))
show('"%c" % "ab"', lambda: ("%c" % "ab"))
show('"a" % 1', lambda: ("a" % 1))
show('format(5), format(5, "03"), format("a", ">3"), format(3.0, ".1f"), format([1]), format(True, "d")', lambda: (format(5), format(5, "03"), format("a", ">3"), format(3.0, ".1f"), format([1]), format(True, "d")))
show('format(1, 2)', lambda: (format(1, 2)))
