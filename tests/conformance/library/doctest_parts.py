"""doctest's own parts: examples and tests taken apart, runners whose reports are one's own, flags, files, and what is raised."""
import doctest
import io
import sys

TEXT = '''A text.

    >>> x = 2
    >>> print(x,
    ...       "y")   # doctest: +ELLIPSIS
    2...
    >>> x / 0
    Traceback (most recent call last):
      ...
    ZeroDivisionError: division by zero

    >>> "last"
    'first'
'''
parser = doctest.DocTestParser()
test = parser.get_doctest(TEXT, {"z": 1}, "sample", "sample.txt", 10)
print(test, isinstance(test, doctest.DocTest), test.globs, test.name, test.filename, test.lineno, test.docstring == TEXT)
for example in test.examples:
    print(type(example) is doctest.Example, repr(example.source), repr(example.want), example.lineno, example.indent, example.options == {doctest.ELLIPSIS: True}, repr(example.exc_msg))
print(doctest.Example("1 + 1", "2").source, doctest.Example("a", "b") == doctest.Example("a\n", "b\n"), doctest.Example("a", "b") != doctest.Example("a", "c"), parser.parse("just text"))


class Told(doctest.DocTestRunner):
    def report_start(self, out, test, example):
        out(f"start {example.source!r}\n")

    def report_success(self, out, test, example, got):
        out(f"success {got[got.find(chr(60) + 'doctest'):]!r}\n")

    def report_failure(self, out, test, example, got):
        out(f"failure {example.want!r} {got!r}\n")

    def report_unexpected_exception(self, out, test, example, exc_info):
        out(f"unexpected {exc_info[0].__name__} {exc_info[1]}\n")


runner = Told(verbose=False)
print(runner.run(test, clear_globs=False), runner.tries, runner.failures, test.globs["x"])
print(runner.summarize(), runner.summarize(verbose=True), runner.DIVIDER)
other = Told()
strange = parser.get_doctest(">>> missing\n1\n>>> 3\n3\n", {}, "strange", None, None)
print(strange, other.run(strange, out=sys.stdout.write))
runner.merge(other)
print(runner.tries, runner.failures)
runner.summarize(verbose=True)

plain = doctest.DocTestRunner(verbose=True, optionflags=doctest.REPORT_NDIFF)
out = []
plain.run(parser.get_doctest(TEXT, {}, "sample", "sample.txt", 10), out=out.append)
print("".join(out))
plain.run(strange, out=print)

for flags in (0, doctest.REPORT_UDIFF, doctest.REPORT_CDIFF, doctest.REPORT_NDIFF, doctest.REPORT_ONLY_FIRST_FAILURE, doctest.FAIL_FAST):
    said = []
    shown = doctest.DocTestRunner(verbose=False, optionflags=flags)
    result = shown.run(parser.get_doctest(">>> for n in range(4): print(n)\n0\n1\n7\n3\n>>> 5\n6\n>>> 7\n8\n", {}, "loop", "loop.py", 0), out=said.append)
    print(flags, result)
    print("".join(said))

checker = doctest.OutputChecker()
for want, got, flags in (("1\n", "True\n", 0), ("True\n", "1\n", 0), ("1\n", "True\n", doctest.DONT_ACCEPT_TRUE_FOR_1), ("True\n", "1\n", doctest.DONT_ACCEPT_TRUE_FOR_1), ("a\n<BLANKLINE>\n", "a\n\n", 0),
                         ("a\n<BLANKLINE>\n", "a\n\n", doctest.DONT_ACCEPT_BLANKLINE), ("a  b\nc\n", "a b c\n", doctest.NORMALIZE_WHITESPACE), ("a  b\n", "a b\n", 0), ("a...z\n", "abcz\n", doctest.ELLIPSIS), ("...\n", "\n", doctest.ELLIPSIS)):
    print(repr(want), repr(got), flags, checker.check_output(want, got, flags))
print(checker.output_difference(doctest.Example("x", "a\nb\n"), "a\nc\n", doctest.REPORT_UDIFF))
print(checker.output_difference(doctest.Example("x", ""), "a\nc\n", 0))
print(checker.output_difference(doctest.Example("x", "a\n"), "", 0))
print(doctest.COMPARISON_FLAGS, doctest.REPORTING_FLAGS, doctest.SKIP, doctest.IGNORE_EXCEPTION_DETAIL, doctest.REPORT_ONLY_FIRST_FAILURE, doctest.register_optionflag("MINE"), doctest.register_optionflag("MINE"), doctest.register_optionflag("SKIP"))
skipped = doctest.DocTestRunner(verbose=False)
print(skipped.run(parser.get_doctest(">>> 1 # doctest: +SKIP\n2\n>>> int('x') # doctest: +IGNORE_EXCEPTION_DETAIL\nTraceback (most recent call last):\nValueError: other\n", {}, "skips", "f", 0)), skipped.skips)

for text in (">>> 1\n2\n", ">>> 1/0\n"):
    strict = doctest.DebugRunner(verbose=False)
    try:
        strict.run(parser.get_doctest(text, {}, "strict", "strict.py", 0))
    except doctest.DocTestFailure as failure:
        print("failure", failure, repr(failure.got), repr(failure.example.want), failure.test.name)
    except doctest.UnexpectedException as unexpected:
        print("unexpected", unexpected, unexpected.exc_info[0], unexpected.example.source, unexpected.test)
print(doctest.DebugRunner.DIVIDER == doctest.DocTestRunner.DIVIDER, strict.summarize(), strict.merge(skipped), strict.report_start(print, strict, doctest.Example("1", "1")))
for text in (">>>1\n", "    >>> if 1:\n  ...    x\n", ">>> 1 # doctest: +NOPE\n1\n", ">>> # doctest: +SKIP\n"):
    try:
        print(parser.get_examples(text, "bad"))
    except ValueError as error:
        print("ValueError", error)

with open("notes.txt", "w") as file:
    file.write("Notes.\n\n>>> a = 3\n>>> a + b\n7\n>>> a\n4\n")
print(doctest.testfile("notes.txt", module_relative=False, globs={"b": 4}, verbose=False))
print(doctest.testfile("notes.txt", module_relative=False, name="named", extraglobs={"b": 4}, report=False, optionflags=doctest.REPORT_NDIFF))
try:
    doctest.testfile("notes.txt", module_relative=False, globs={"b": 5}, raise_on_error=True)
except doctest.DocTestFailure as failure:
    print("raised", failure.got)
try:
    doctest.testfile("notes.txt", module_relative=False, package="x")
except ValueError as error:
    print(error)
