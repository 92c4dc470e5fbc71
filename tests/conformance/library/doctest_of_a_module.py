"""A module with examples.

>>> double(4)
8
>>> [n * n for n in range(5)]
[0, 1, 4, 9, 16]
"""
from __future__ import annotations

import doctest


def double(n):
    """
    Twice n.

    >>> double(2)
    4
    >>> double("ab")
    'abab'
    >>> for n in range(3):
    ...     print(double(n))
    0
    2
    4
    >>> double(2.5)
    5
    """
    return n * 2


def root(n):
    """The root of n.

        >>> root(9)
        3.0
        >>> root(-1)
        Traceback (most recent call last):
            ...
        ValueError: expected a nonnegative input, got -1
        >>> root("b")  # doctest: +IGNORE_EXCEPTION_DETAIL
        Traceback (most recent call last):
        TypeError: something else
    """
    if n < 0:
        raise ValueError(f"expected a nonnegative input, got {n}")
    return n ** 0.5


class Stack:
    """Last in, first out.

    >>> s = Stack()
    >>> s.push(1); s.push(2)
    >>> s.pop(), s.pop()
    (2, 1)
    >>> len(s)
    1
    """

    def __init__(self):
        self.items = []

    def push(self, item):
        """>>> Stack().push(1)"""
        self.items.append(item)

    def pop(self):
        """Takes the last one.
        >>> Stack().items
        []
        >>> print("a\\n\\nb")
        a
        <BLANKLINE>
        b
        """
        return self.items.pop()

    def __len__(self):
        return len(self.items)

    @property
    def empty(self):
        """
        >>> Stack().empty
        False
        """
        return not self.items

    @staticmethod
    def of(*items):
        """
        >>> Stack.of(1, 2).items
        [1, 2]
        """
        made = Stack()
        made.items += items
        return made

    @classmethod
    def named(cls):
        """
        >>> Stack.named()   # doctest: +ELLIPSIS
        <...Stack object at 0x...>
        >>> list(range(20))  # doctest: +NORMALIZE_WHITESPACE, +ELLIPSIS
        [0,   1, ...,
         18, 19]
        >>> 1/0  # doctest: +SKIP
        """
        return cls()


__test__ = {"more": """
>>> True
1
>>> 1 == 1
True
>>> print("nothing")
"""}

print(doctest.testmod())
print(doctest.testmod(verbose=True, optionflags=doctest.REPORT_NDIFF))
doctest.run_docstring_examples(root, globals(), optionflags=doctest.FAIL_FAST)
parser = doctest.DocTestParser()
for part in parser.parse("""Some text
    >>> a = 1
    >>> a
    1

  more text
    >>> if a:
    ...     print(2)
    2
"""):
    print(repr(part) if isinstance(part, str) else (part.source, part.want, part.lineno, part.indent, part.options, part.exc_msg))
for wrong in (">>> 1\n  1\n   2\n 3", ">>>1\n1", "  >>> 1\n 1", ">>> 1 # doctest: +NOTHING", "# a\n>>> # doctest: +SKIP"):
    try:
        print(parser.get_examples(wrong, "wrong"))
    except ValueError as error:
        print(error)
print(doctest.DocTestFinder().find(Stack, "Stack"))
print(doctest.script_from_examples("Text.\n>>> 1 + 1\n2\n\nmore"))
checker = doctest.OutputChecker()
for want, got in (("a...c\n", "abc\n"), ("...", ""), ("aa...aa", "aaa"), ("a...b...c", "axbxbxc"), ("a", "a ")):
    print(checker.check_output(want, got, doctest.ELLIPSIS), checker.check_output(want, got, 0))
try:
    doctest.testmod(raise_on_error=True)
except doctest.DocTestFailure as failure:
    print(type(failure).__name__, failure.test.name, failure.example.source, failure.got)
