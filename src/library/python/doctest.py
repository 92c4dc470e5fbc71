"""Examples in docstrings, run and compared with what stands below them. Mirrors CPython's Lib/doctest.py.

A docstring is read line by line: a line that begins with >>> opens an example, ... goes on with it, and all up to a blank line or the
next >>> is what it should print. Each docstring's examples share a copy of the module's names. Nothing here stops in a debugger, and
DocTestSuite() and its like for unittest are not there.
"""
import difflib
import inspect
import io
import linecache
import re
import sys
import traceback
from collections import namedtuple

__all__ = ["register_optionflag", "DONT_ACCEPT_TRUE_FOR_1", "DONT_ACCEPT_BLANKLINE", "NORMALIZE_WHITESPACE", "ELLIPSIS", "SKIP",
           "IGNORE_EXCEPTION_DETAIL", "COMPARISON_FLAGS", "REPORT_UDIFF", "REPORT_CDIFF", "REPORT_NDIFF", "REPORT_ONLY_FIRST_FAILURE",
           "REPORTING_FLAGS", "FAIL_FAST", "Example", "DocTest", "DocTestParser", "DocTestFinder", "DocTestRunner", "OutputChecker",
           "DocTestFailure", "UnexpectedException", "DebugRunner", "testmod", "testfile", "run_docstring_examples",
           "script_from_examples"]

_NOT_HERE = {"DocTestSuite", "DocFileSuite", "DocTestCase", "DocFileCase", "DocFileTest", "SkipDocTestCase", "set_unittest_reportflags",
             "testsource", "debug", "debug_src", "debug_script"}


def __getattr__(name):
    if name in _NOT_HERE:
        raise AttributeError(f"Simul's doctest has no {name!r}: it has no debugger and makes no unittest cases (instead: testmod())")
    raise AttributeError(f"module 'doctest' has no attribute {name!r}")


OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    if name not in OPTIONFLAGS_BY_NAME:
        OPTIONFLAGS_BY_NAME[name] = 1 << len(OPTIONFLAGS_BY_NAME)
    return OPTIONFLAGS_BY_NAME[name]


COMPARISON_FLAGS = REPORTING_FLAGS = 0
for _name in ("DONT_ACCEPT_TRUE_FOR_1", "DONT_ACCEPT_BLANKLINE", "NORMALIZE_WHITESPACE", "ELLIPSIS", "SKIP", "IGNORE_EXCEPTION_DETAIL"):
    globals()[_name] = register_optionflag(_name)
    COMPARISON_FLAGS |= OPTIONFLAGS_BY_NAME[_name]
for _name in ("REPORT_UDIFF", "REPORT_CDIFF", "REPORT_NDIFF", "REPORT_ONLY_FIRST_FAILURE", "FAIL_FAST"):
    globals()[_name] = register_optionflag(_name)
    REPORTING_FLAGS |= OPTIONFLAGS_BY_NAME[_name]
del _name

BLANKLINE_MARKER, ELLIPSIS_MARKER = "<BLANKLINE>", "..."


class TestResults(namedtuple("TestResults", "failed attempted")):
    def __new__(cls, failed, attempted, *, skipped=0):
        made = super().__new__(cls, failed, attempted)
        made.skipped = skipped
        return made

    def __repr__(self):
        last = f", skipped={self.skipped}" if self.skipped else ""
        return f"TestResults(failed={self.failed}, attempted={self.attempted}{last})"


def _ended(text):
    return text + "\n" if text and text[-1] != "\n" else text


def _margin(text):
    """The text four columns to the right; lines without anything stay so."""
    return "".join(" " * 4 + line if line != "\n" else line for line in text.splitlines(keepends=True))


class Example:
    """Some source, with its newline, and what it should print; `exc_msg` where that is an exception."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        self.source = source if source.endswith("\n") else source + "\n"
        self.want = _ended(want)
        self.exc_msg = exc_msg if exc_msg is None or exc_msg.endswith("\n") else exc_msg + "\n"
        self.lineno, self.indent = lineno, indent
        self.options = {} if options is None else options

    def _facts(self):
        return self.source, self.want, self.lineno, self.indent, self.options, self.exc_msg

    def __eq__(self, other):
        return self._facts() == other._facts() if type(other) is type(self) else NotImplemented

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


class DocTest:
    """The examples of one docstring, and the names that they see."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        self.examples, self.globs = examples, globs.copy()
        self.name, self.filename, self.lineno, self.docstring = name, filename, lineno, docstring

    def __repr__(self):
        count = len(self.examples)
        how_many = "no examples" if not count else "1 example" if count == 1 else f"{count} examples"
        return f"<{type(self).__name__} {self.name} from {self.filename}:{self.lineno} ({how_many})>"

    def _facts(self):
        return self.examples, self.docstring, self.globs, self.name, self.filename, self.lineno

    def __eq__(self, other):
        return self._facts() == other._facts() if type(other) is type(self) else NotImplemented

    def __hash__(self):
        return hash((self.docstring, self.name, self.filename, self.lineno))

    def __lt__(self, other):
        if not isinstance(other, DocTest):
            return NotImplemented
        first, second = ((each.name, each.filename or "", each.lineno or 0, id(each)) for each in (self, other))
        return first < second


_DIRECTIVE = re.compile(r"""#\s*doctest:\s*([^\n'"]*)$""", re.M)


def _is_raise(want):
    """The message of the exception that `want` shows, from its first line that begins with a word to the end; else None."""
    head, *rest = want.split("\n")
    if head.rstrip() not in ("Traceback (most recent call last):", "Traceback (innermost last):"):
        return None
    for n, line in enumerate(rest):
        if line and (line[0].isalnum() or line[0] == "_"):
            return "\n".join(rest[n:])
    return None


def _only_comment(source):
    return "\n" not in source and source.lstrip(" ")[:1] in ("", "#")


class DocTestParser:
    def parse(self, string, name="<string>"):
        """The string's parts in turn: texts, and an Example for each."""
        lines = string.expandtabs().split("\n")
        outer = min((len(line) - len(line.lstrip(" ")) for line in lines if line.strip()), default=0)
        lines = [line[outer:] for line in lines]
        parts, text, at = [], [], 0
        while at < len(lines):
            if not lines[at].lstrip(" ").startswith(">>>"):
                text.append(lines[at])
                at += 1
                continue
            begin, inner = at, len(lines[at]) - len(lines[at].lstrip(" "))
            at += 1
            while at < len(lines) and lines[at].lstrip(" ").startswith("..."):
                at += 1
            middle = at
            while at < len(lines) and lines[at].strip(" ") and not lines[at].lstrip(" ").startswith(">>>"):
                at += 1
            source = self._source(lines[begin:middle], inner, name, begin)
            want = self._at_margin(lines[middle:at], " " * inner, inner, name, middle)
            options = self._options(source, name, begin)
            if not _only_comment(source):
                parts.append("".join(line + "\n" for line in text))
                text = []
                parts.append(Example(source, want, _is_raise(want), lineno=begin, indent=outer + inner, options=options))
            else:
                parts.append("".join(line + "\n" for line in text))
                text = []
        parts.append("\n".join(text))
        return parts

    def _source(self, lines, inner, name, begin):
        for n, line in enumerate(lines, begin + 1):
            if line[inner + 3:inner + 4] not in ("", " "):
                raise ValueError(f"line {n!r} of the docstring for {name} lacks blank after {line[inner:inner + 3]}: {line!r}")
        self._at_margin(lines[1:], " " * inner + ".", 0, name, begin)
        return "\n".join(line[inner + 4:] for line in lines)

    def _at_margin(self, lines, margin, cut, name, begin):
        for n, line in enumerate(lines, begin + 1):
            if line and not line.startswith(margin):
                raise ValueError(f"line {n!r} of the docstring for {name} has inconsistent leading whitespace: {line!r}")
        return "".join(line[cut:] + "\n" for line in lines)

    def _options(self, source, name, begin):
        found = {}
        for comment in _DIRECTIVE.findall(source):
            for word in comment.replace(",", " ").split():
                if word[0] not in "+-" or word[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError(f"line {begin + 1!r} of the doctest for {name} has an invalid option: {word!r}")
                found[OPTIONFLAGS_BY_NAME[word[1:]]] = word[0] == "+"
        if found and _only_comment(source):
            raise ValueError(f"line {begin!r} of the doctest for {name} has an option directive on a line with no example: {source!r}")
        return found

    def get_examples(self, string, name="<string>"):
        return [part for part in self.parse(string, name) if isinstance(part, Example)]

    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)


class DocTestFinder:
    """Looks for docstrings in a module, its functions, its classes and their methods."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._verbose, self._parser, self._recurse, self._exclude_empty = verbose, parser, recurse, exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        if name is None and (name := getattr(obj, "__name__", None)) is None:
            raise ValueError(f"DocTestFinder.find: name must be given when obj.__name__ doesn't exist: {type(obj)!r}")
        if module is None:
            module = inspect.getmodule(obj)
        elif module is False:
            module = None
        try:
            file = inspect.getsourcefile(obj)
        except TypeError:
            file = None
        lines = file and linecache.getlines(file) or None
        names = dict(globs) if globs is not None else dict(vars(module)) if module is not None else {}
        names.update(extraglobs or {})
        names.setdefault("__name__", "__main__")
        found, seen = [], set()
        self._visit(obj, name, module, lines, names, found, seen)
        return sorted(found)

    def _visit(self, obj, name, module, lines, names, found, seen):
        if self._verbose:
            print("Finding tests in", name)
        if id(obj) in seen:
            return
        seen.add(id(obj))
        doc = obj if isinstance(obj, str) else getattr(obj, "__doc__", None)
        doc = "" if doc is None else str(doc)
        if doc or not self._exclude_empty:
            file = None if module is None else getattr(module, "__file__", None) or module.__name__
            found.append(self._parser.get_doctest(doc, names, name, file, self._find_lineno(obj, lines)))
        for inner_name, inner in self._inside(obj, name, module):
            self._visit(inner, inner_name, module, lines, names, found, seen)

    def _inside(self, obj, name, module):
        """(name, object) of what lies in a module or class and may have examples."""
        if not self._recurse:
            return
        if inspect.ismodule(obj):
            for key, value in list(vars(obj).items()):
                if (inspect.isclass(value) or self._is_function(value)) and self._from_module(module, value):
                    yield f"{name}.{key}", value
            for key, value in getattr(obj, "__test__", {}).items():
                if not isinstance(key, str):
                    raise ValueError(f"DocTestFinder.find: __test__ keys must be strings: {type(key)!r}")
                if not (isinstance(value, str) or inspect.isroutine(value) or inspect.isclass(value) or inspect.ismodule(value)):
                    raise ValueError("DocTestFinder.find: __test__ values must be strings, functions, methods, classes, or modules: "
                                     f"{type(value)!r}")
                yield f"{name}.__test__.{key}", value
        elif inspect.isclass(obj):
            for key, value in list(vars(obj).items()):
                value = value.__func__ if isinstance(value, (staticmethod, classmethod)) else value
                if (isinstance(value, property) or inspect.isclass(value) or inspect.isroutine(value)) and self._from_module(module, value):
                    yield f"{name}.{key}", value

    def _is_function(self, obj):
        try:
            return inspect.isroutine(inspect.unwrap(obj))
        except ValueError:    # it wraps itself
            return inspect.isroutine(obj)

    def _from_module(self, module, obj):
        if module is None or isinstance(obj, property):
            return True
        if inspect.isfunction(obj) and inspect.getmodule(obj) is None:
            return vars(module) is obj.__globals__
        whose = getattr(getattr(obj, "__objclass__", obj), "__module__", None)
        return whose is None or whose == module.__name__

    def _find_lineno(self, obj, lines):
        """The line, from 0, at which the docstring begins, or None."""
        at = 0 if inspect.ismodule(obj) and obj.__doc__ is not None else None
        if inspect.isclass(obj) and obj.__doc__ is not None:
            if lines is None:
                return None
            head = re.compile(rf"\s*class\s*{re.escape(obj.__name__)}\b")
            at = next((n for n, line in enumerate(lines) if head.match(line)), None)
        function = obj.__func__ if inspect.ismethod(obj) else obj.fget if isinstance(obj, property) else obj
        if inspect.isfunction(function) and function.__doc__:
            code = getattr(inspect.unwrap(function), "__code__", None)
            if code is None:
                return None
            at = code.co_firstlineno - 1
        if at is None:
            return None
        if lines is None:
            return at + 1
        quoted = re.compile(r"""(^|.*:)\s*\w*("|')""")
        return next((n for n in range(at, len(lines)) if quoted.match(lines[n])), None)


def _fits(pattern, text):
    """Does the text fit, where ... in the pattern stands for anything?"""
    if ELLIPSIS_MARKER not in pattern:
        return pattern == text
    first, *middle, last = pattern.split(ELLIPSIS_MARKER)
    if not (text.startswith(first) and text.endswith(last) and len(first) + len(last) <= len(text)):
        return False
    at, end = len(first), len(text) - len(last)
    for piece in middle:
        at = text.find(piece, at, end)
        if at < 0:
            return False
        at += len(piece)
    return True


class OutputChecker:
    def check_output(self, want, got, optionflags):
        want, got = (text.encode("ascii", "backslashreplace").decode() for text in (want, got))
        if want == got:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (want, got) in (("1\n", "True\n"), ("0\n", "False\n")):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(rf"(?m)^{BLANKLINE_MARKER}\s*?$", "", want)
            got = re.sub(r"(?m)^[^\S\n]+$", "", got)
        if optionflags & NORMALIZE_WHITESPACE:
            want, got = " ".join(want.split()), " ".join(got.split())
        return want == got or bool(optionflags & ELLIPSIS) and _fits(want, got)

    def output_difference(self, example, got, optionflags):
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub("(?m)^[ ]*(?=\n)", BLANKLINE_MARKER, got)
        long = want.count("\n") > 2 < got.count("\n")
        if optionflags & REPORT_NDIFF or long and optionflags & (REPORT_UDIFF | REPORT_CDIFF):
            return self._as_diff(want.splitlines(True), got.splitlines(True), optionflags)
        expected = "Expected:\n" + _margin(want) if want else "Expected nothing\n"
        return expected + ("Got:\n" + _margin(got) if got else "Got nothing\n")

    def _as_diff(self, want, got, optionflags):
        if optionflags & REPORT_UDIFF:
            kind, lines = "unified diff with -expected +actual", list(difflib.unified_diff(want, got, n=2))[2:]
        elif optionflags & REPORT_CDIFF:
            kind, lines = "context diff with expected followed by actual", list(difflib.context_diff(want, got, n=2))[2:]
        else:
            kind, lines = "ndiff with -expected +actual", list(difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK).compare(want, got))
        return f"Differences ({kind}):\n{_margin(''.join(lines))}"


def _bare(message):
    """An exception's class without its module and without what follows."""
    line = message.split("\n", 1)[0].split(":", 1)[0]
    return line.rsplit(".", 1)[-1]


def _counted(things):
    return f"{len(things)} item{'' if len(things) == 1 else 's'}"


def _plural(number, word):
    return f"{number} {word}{'' if number == 1 else 's'}"


class DocTestRunner:
    DIVIDER = "*" * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = "-v" in sys.argv if verbose is None else verbose
        self.optionflags = self.original_optionflags = optionflags
        self.tries = self.failures = self.skips = 0
        self._stats = {}

    def report_start(self, out, test, example):
        if self._verbose:
            expecting = "Expecting:\n" + _margin(example.want) if example.want else "Expecting nothing\n"
            out(f"Trying:\n{_margin(example.source)}{expecting}")

    def report_success(self, out, test, example, got):
        if self._verbose:
            out("ok\n")

    def report_failure(self, out, test, example, got):
        out(self._where(test, example) + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        out(f"{self._where(test, example)}Exception raised:\n{_margin(''.join(traceback.format_exception(*exc_info)))}")

    def _where(self, test, example):
        if test.filename:
            known = test.lineno is not None and example.lineno is not None
            place = f'File "{test.filename}", line {test.lineno + example.lineno + 1 if known else "?"}'
        else:
            place = f"Line {example.lineno + 1}"
        return f"{self.DIVIDER}\n{place}, in {test.name}\nFailed example:\n{_margin(example.source)}"

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        self.test = test
        if compileflags is None:    # the futures of the module: all but annotations are in force anyway, and compile() here takes none
            compileflags = 0
        stdout, hook = sys.stdout, sys.displayhook
        sys.stdout, sys.displayhook = io.StringIO(), sys.__displayhook__
        try:
            return self._run_all(test, compileflags, out or stdout.write)
        finally:
            sys.stdout, sys.displayhook = stdout, hook
            for n in range(len(test.examples)):
                linecache.cache.pop(self._file_of(test, n), None)
            if clear_globs:
                test.globs.clear()
                import builtins
                builtins._ = None

    def _file_of(self, test, n):
        return f"<doctest {test.name}[{n}]>"

    def _run_all(self, test, flags, out):
        usual, failures, attempted, skipped = self.optionflags, 0, 0, 0
        for n, example in enumerate(test.examples):
            attempted += 1
            quiet = bool(self.optionflags & REPORT_ONLY_FIRST_FAILURE) and failures > 0
            self.optionflags = usual
            for flag, wanted in example.options.items():
                self.optionflags = self.optionflags | flag if wanted else self.optionflags & ~flag
            if self.optionflags & SKIP:
                skipped += 1
                continue
            failures += not self._run_one(test, example, self._file_of(test, n), flags, (lambda said: None) if quiet else out)
            if failures and self.optionflags & FAIL_FAST:
                break
        self.optionflags = usual
        before = self._stats.get(test.name, (0, 0, 0))
        self._stats[test.name] = tuple(a + b for a, b in zip(before, (failures, attempted, skipped)))
        self.failures += failures
        self.tries += attempted
        self.skips += skipped
        return TestResults(failures, attempted, skipped=skipped)

    def _run_one(self, test, example, filename, flags, out):
        self.report_start(out, test, example)
        raised = None
        # For the tracebacks; without a time it is never taken for out of date.
        linecache.cache[filename] = len(example.source), None, example.source.splitlines(keepends=True), filename
        try:
            exec(compile(example.source, filename, "single", flags, True), test.globs)
        except KeyboardInterrupt:
            raise
        except BaseException:
            raised = sys.exc_info()
        got = _ended(sys.stdout.getvalue())
        sys.stdout.seek(0)
        sys.stdout.truncate()
        if raised is None:
            good = self._checker.check_output(example.want, got, self.optionflags)
        else:
            message = self._message(raised)
            got += "".join(traceback.format_exception(*raised))
            if example.exc_msg is None:
                self.report_unexpected_exception(out, test, example, raised)
                return False
            good = self._checker.check_output(example.exc_msg, message, self.optionflags)
            if not good and self.optionflags & IGNORE_EXCEPTION_DETAIL:
                good = self._checker.check_output(_bare(example.exc_msg), _bare(message), self.optionflags)
        (self.report_success if good else self.report_failure)(out, test, example, got)
        return good

    def _message(self, raised):
        lines = traceback.format_exception_only(*raised[:2])
        if issubclass(raised[0], SyntaxError):    # its line and its carets say nothing of what went wrong
            names = (f"{raised[0].__qualname__}:", f"{raised[0].__module__}.{raised[0].__qualname__}:")
            while not lines[0].startswith(names):
                del lines[0]
        return "".join(lines)

    def summarize(self, verbose=None):
        verbose = self._verbose if verbose is None else verbose
        failures, tries, skips = (sum(column) for column in zip((0, 0, 0), *self._stats.values()))
        failed = sorted((name, each) for name, each in self._stats.items() if each[0])
        if verbose:
            empty = sorted(name for name, each in self._stats.items() if not each[1])
            passed = sorted((name, each[1]) for name, each in self._stats.items() if each[1] and not each[0])
            if empty:
                print(f"{_counted(empty)} had no tests:", *(f"    {name}" for name in empty), sep="\n")
            if passed:
                print(f"{_counted(passed)} passed all tests:")
                for name, count in passed:
                    print(f" {count:3d} test{'' if count == 1 else 's'} in {name}")
        if failed:
            print(self.DIVIDER, f"{_counted(failed)} had failures:", sep="\n")
            for name, each in failed:
                print(f" {each[0]:3d} of {each[1]:3d} in {name}")
        if verbose:
            print(f"{_plural(tries, 'test')} in {_counted(self._stats)}.")
            print(f"{tries - failures} passed{f' and {failures} failed' if failures else ''}.")
        if failures:
            print(f"***Test Failed*** {_plural(failures, 'failure')}{' and ' + _plural(skips, 'skipped test') if skips else ''}.")
        elif verbose:
            print("Test passed.")
        return TestResults(failures, tries, skipped=skips)

    def merge(self, other):
        for name, each in other._stats.items():
            self._stats[name] = tuple(a + b for a, b in zip(self._stats.get(name, (0, 0, 0)), each))


class DocTestFailure(Exception):
    def __init__(self, test, example, got):
        self.test, self.example, self.got = test, example, got

    def __str__(self):
        return str(self.test)


class UnexpectedException(Exception):
    def __init__(self, test, example, exc_info):
        self.test, self.example, self.exc_info = test, example, exc_info

    def __str__(self):
        return str(self.test)


class DebugRunner(DocTestRunner):
    """Raises at the first example that fails; its names stay as they were then."""

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        results = super().run(test, compileflags, out, False)
        if clear_globs:
            test.globs.clear()
        return results

    def report_failure(self, out, test, example, got):
        raise DocTestFailure(test, example, got)

    def report_unexpected_exception(self, out, test, example, exc_info):
        raise UnexpectedException(test, example, exc_info)


master = None


def _run(tests, report, verbose, optionflags, raise_on_error):
    global master
    runner = (DebugRunner if raise_on_error else DocTestRunner)(verbose=verbose, optionflags=optionflags)
    for test in tests:
        runner.run(test)
    if report:
        runner.summarize()
    if master is None:
        master = runner
    else:
        master.merge(runner)
    return TestResults(runner.failures, runner.tries, skipped=runner.skips)


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None, raise_on_error=False,
            exclude_empty=False):
    if m is None:
        m = sys.modules.get("__main__")
    if not inspect.ismodule(m):
        raise TypeError(f"testmod: module required; {m!r}")
    tests = DocTestFinder(exclude_empty=exclude_empty).find(m, m.__name__ if name is None else name, globs=globs, extraglobs=extraglobs)
    return _run(tests, report, verbose, optionflags, raise_on_error)


def testfile(filename, module_relative=True, name=None, package=None, globs=None, verbose=None, report=True, optionflags=0,
             extraglobs=None, raise_on_error=False, parser=DocTestParser(), encoding=None):
    if package and not module_relative:
        raise ValueError("Package may only be specified for module-relative paths.")
    with open(filename, encoding=encoding) as file:
        text = file.read()
    names = {"__name__": "__main__", **(globs or {}), **(extraglobs or {})}
    test = parser.get_doctest(text, names, name or filename.rpartition("/")[2], filename, 0)
    return _run([test], report, verbose, optionflags, raise_on_error)


def run_docstring_examples(f, globs, verbose=False, name="NoName", compileflags=None, optionflags=0):
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)


def script_from_examples(s):
    """The string as a program: its examples, and all else as comments."""
    out = []
    for part in DocTestParser().parse(s):
        if isinstance(part, Example):
            out.append(part.source[:-1])
            if part.want:
                out += ["# Expected:", *(f"## {line}" for line in part.want.split("\n")[:-1])]
        else:
            out += [f"# {line}" if line else "#" for line in part.split("\n")[:-1]]
    while out and out[-1] == "#":
        out.pop()
    while out and out[0] == "#":
        del out[0]
    return "\n".join(out) + "\n"
