"""Tracebacks as text. Mirrors CPython's Lib/traceback.py; the text itself is the machine's, which writes the same at the
end of a program."""
import linecache
import sys
import _simul

__all__ = ['extract_stack', 'extract_tb', 'format_exception', 'format_exception_only', 'format_list', 'format_stack',
           'format_tb', 'print_exc', 'format_exc', 'print_exception', 'print_last', 'print_stack', 'print_tb',
           'clear_frames', 'FrameSummary', 'StackSummary', 'TracebackException', 'walk_stack', 'walk_tb', 'print_list']

_nothing = object()


def _lines(text):
    return text.splitlines(keepends=True)


class FrameSummary:
    """Where one frame was; as a tuple (filename, lineno, name, line)."""
    __slots__ = ('filename', 'lineno', 'end_lineno', 'colno', 'end_colno', 'name', '_line', 'locals', '_text')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None, end_lineno=None, colno=None,
                 end_colno=None, **kwargs):
        self.filename, self.lineno, self.colno, self.end_colno = filename, lineno, colno, end_colno
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.name, self._line, self._text = name, line, None
        self.locals = {each: repr(value) for each, value in locals.items()} if locals else None

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"

    @property
    def line(self):
        if self._line is None and self.lineno is not None:
            self._line = linecache.getline(self.filename, self.lineno)
        return self._line and self._line.strip()

    def _parts(self):
        return self.filename, self.lineno, self.name, self.line

    def __len__(self):
        return 4

    def __iter__(self):
        return iter(self._parts())

    def __getitem__(self, pos):
        return self._parts()[pos]

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return all(getattr(self, each) == getattr(other, each) for each in ('filename', 'lineno', 'name', 'locals'))
        return self._parts() == other if isinstance(other, tuple) else NotImplemented


def _locals(frame):
    return ''.join(f'    {name} = {value}\n' for name, value in sorted(frame.locals.items())) if frame.locals else ''


class StackSummary(list):
    @classmethod
    def extract(cls, frame_gen, *, limit=None, lookup_lines=True, capture_locals=False):
        made = cls()
        for frame, lineno in frame_gen:
            made.append(FrameSummary(frame.f_code.co_filename, lineno, frame.f_code.co_name,
                                     locals=frame.f_locals if capture_locals else None))
        return _limited(made, limit)

    @classmethod
    def from_list(cls, a_list):
        def summary(filename, lineno, name, line):
            return FrameSummary(filename, lineno, name, line=line)
        return cls(each if isinstance(each, FrameSummary) else summary(*each) for each in a_list)

    def format_frame_summary(self, frame, **kwargs):
        if frame._text is not None:
            return frame._text + _locals(frame)
        text = f'  File "{frame.filename}", line {frame.lineno}, in {frame.name}\n'
        if frame.line:
            text += f'    {frame.line}\n'
        return text + _locals(frame)

    def format(self, **kwargs):
        result, last, count = [], None, 0

        def flush():
            if count > 3:
                more = count - 3
                result.append(f"  [Previous line repeated {more} more time{'s' if more > 1 else ''}]\n")
        for frame in self:
            key = (frame.filename, frame.lineno, frame.name)
            if key != last:
                flush()
                last, count = key, 0
            count += 1
            if count <= 3:
                result.append(self.format_frame_summary(frame))
        flush()
        return result


def _limited(summary, limit):
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
    if limit is not None:
        kept = summary[:limit] if limit >= 0 else summary[limit:]
        summary[:] = kept
    return summary


def walk_tb(tb):
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def walk_stack(f):
    each = sys._getframe(1).f_back if f is None else f
    while each is not None:
        yield each, each.f_lineno
        each = each.f_back


def extract_tb(tb, limit=None):
    return _extracted(tb, limit, False)


def _extracted(tb, limit, capture_locals):
    made = StackSummary()
    each = tb
    while each is not None:
        frame = each.tb_frame
        if frame is not None:
            end_lineno, colno, end_colno = _simul.position(each)
            summary = FrameSummary(frame.f_code.co_filename, each.tb_lineno, frame.f_code.co_name, end_lineno=end_lineno,
                                   colno=colno, end_colno=end_colno, locals=frame.f_locals if capture_locals else None)
            summary._text = _simul.format_traceback(each)
            made.append(summary)
        each = each.tb_next
    return _limited(made, limit)


def extract_stack(f=None, limit=None):
    if f is None:
        f = sys._getframe(1)
    stack = StackSummary.extract(walk_stack(f))
    stack.reverse()
    if limit is not None and limit >= 0:
        stack[:] = stack[-limit:] if limit else []
    return stack


def format_list(extracted_list):
    return StackSummary.from_list(extracted_list).format()


def format_tb(tb, limit=None):
    return extract_tb(tb, limit=limit).format()


def format_stack(f=None, limit=None):
    return format_list(extract_stack(sys._getframe(1) if f is None else f, limit=limit))


def _print(lines, file):
    for each in lines:
        print(each, file=sys.stderr if file is None else file, end="")


def print_list(extracted_list, file=None):
    _print(format_list(extracted_list), file)


def print_tb(tb, limit=None, file=None):
    _print(format_tb(tb, limit), file)


def print_stack(f=None, limit=None, file=None):
    _print(format_stack(sys._getframe(1) if f is None else f, limit=limit), file)


def _value_of(exc, value):
    if value is _nothing:
        if exc is None:
            return None
        if isinstance(exc, BaseException):
            return exc
        raise TypeError(f"Exception expected for value, {type(exc).__name__} found")
    return value


def format_exception(exc, /, value=_nothing, tb=_nothing, limit=None, chain=True, **kwargs):
    value = _value_of(exc, value)
    return list(TracebackException(type(value), value, value.__traceback__ if tb is _nothing and value is not None else tb,
                                   limit=limit).format(chain=chain))


def _text(exc, value=_nothing, tb=_nothing, limit=None, chain=True):
    """format_exception() in one piece, with the frames of the loop that only the machine knows."""
    value = _value_of(exc, value)
    if value is not None and chain and limit is None and (tb is _nothing or tb is value.__traceback__):
        return _simul.format_exception(value)
    return ''.join(format_exception(exc, value, tb, limit, chain))


def print_exception(exc, /, value=_nothing, tb=_nothing, limit=None, file=None, chain=True, **kwargs):
    text = _text(exc, value, tb, limit, chain)
    print(text, file=sys.stderr if file is None else file, end="")


def format_exception_only(exc, /, value=_nothing, *, show_group=False, **kwargs):
    value = _value_of(exc, value)
    return list(TracebackException(type(value), value, None).format_exception_only(show_group=show_group))


def format_exc(limit=None, chain=True):
    return _text(sys.exception(), limit=limit, chain=chain)


def print_exc(limit=None, file=None, chain=True):
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    raise ValueError("no last exception")


def clear_frames(tb):
    while tb is not None:
        try:
            tb.tb_frame.clear()
        except RuntimeError:
            pass    # it still runs
        tb = tb.tb_next


def _where_in_text(error):
    """The place of a SyntaxError, as the lines before its name."""
    if error.lineno is not None:
        yield f'  File "{error.filename or "<string>"}", line {error.lineno}\n'
    if not isinstance(error.text, str):
        return
    whole = error.text.rstrip('\n')
    shown = whole.lstrip(' \n\f')
    yield f'    {shown}\n'
    at, end = error.offset, error.end_offset
    if at is None or not isinstance(error.lineno, int):
        return
    if error.lineno != error.end_lineno:
        end = len(whole) + 1
    elif end in (None, 0):
        end = at
    if error.text and at > len(error.text):
        at = len(error.text) + 1
    if at >= end or end < 0:
        end = at + 1
    cut = len(whole) - len(shown) + 1
    if at >= cut:
        yield f"    {''.join(c if c.isspace() else ' ' for c in shown[:at - cut])}{'^' * (end - at)}\n"


def _safely(show, value, what):
    try:
        return show(value)
    except Exception:
        return f'<{what} {show.__name__}() failed>'


class TracebackException:
    """An exception, ready to be told, with those before it."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, lookup_lines=True, capture_locals=False,
                 compact=False, max_group_width=15, max_group_depth=10, save_exc_type=True, _seen=None):
        self._value, self._exc_type, self._tb = exc_value, exc_type, exc_traceback
        self._limit, self._locals = limit, capture_locals
        self.stack = StackSummary() if exc_traceback in (None, _nothing) else _extracted(exc_traceback, limit, capture_locals)
        try:
            self._str = None if exc_value is None else str(exc_value)
        except Exception:
            self._str = '<exception str() failed>'
        try:
            self.__notes__ = getattr(exc_value, '__notes__', None)
        except Exception as error:
            self.__notes__ = [f"Ignored error getting __notes__: {_safely(repr, error, '__notes__')}"]
        self.__suppress_context__ = getattr(exc_value, '__suppress_context__', False)
        self.exceptions = [TracebackException.from_exception(each, limit=limit, capture_locals=capture_locals)
                           for each in exc_value.exceptions] if isinstance(exc_value, BaseExceptionGroup) else None
        self.__cause__ = self._before('__cause__')
        self.__context__ = None if self.__cause__ or self.__suppress_context__ else self._before('__context__')

    def _before(self, name):
        other = getattr(self._value, name, None)
        if other is not None:
            return TracebackException.from_exception(other, limit=self._limit, capture_locals=self._locals)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    @property
    def exc_type(self):
        import warnings
        warnings.warn('Deprecated in 3.13. Use exc_type_str instead.', DeprecationWarning, stacklevel=2)
        return self._exc_type

    @property
    def exc_type_str(self):
        if self._exc_type is None:
            return None
        name, module = self._exc_type.__qualname__, self._exc_type.__module__
        return name if module in ("__main__", "builtins") else f"{module}.{name}"

    def __eq__(self, other):
        return list(self.format()) == list(other.format()) if isinstance(other, TracebackException) else NotImplemented

    def __str__(self):
        return self._str

    def format_exception_only(self, *, show_group=False, _depth=0, **kwargs):
        margin = 3 * _depth * ' '
        for text in self._only():
            yield margin + text
        if show_group and isinstance(self._value, BaseExceptionGroup):
            for each in self._value.exceptions:
                yield from TracebackException(type(each), each, None).format_exception_only(show_group=True, _depth=_depth + 1)

    def _only(self):
        if self._value is None:
            yield "NoneType: None\n"
            return
        if isinstance(self._value, SyntaxError):
            yield from _where_in_text(self._value)
        yield _simul.exception_only(self._value, self._tb) + "\n"
        if isinstance(self.__notes__, (list, tuple)):
            for note in self.__notes__:
                yield from [line + '\n' for line in _safely(str, note, 'note').split('\n')]
        elif self.__notes__ is not None:
            yield _safely(repr, self.__notes__, '__notes__') + "\n"

    def format(self, *, chain=True, **kwargs):
        value = self._value
        if value is None:
            yield "NoneType: None\n"
            return
        plain = self._limit is None and self._tb is value.__traceback__ and not self._locals
        if plain and isinstance(value, BaseExceptionGroup):
            yield from _lines(_simul.format_exception(value))
            return
        for before, words in ((self.__cause__, "The above exception was the direct cause of the following exception:"),
                              (self.__context__, "During handling of the above exception, another exception occurred:")):
            if chain and before is not None:
                yield from before.format(chain=chain)
                yield f"\n{words}\n\n"
        if self.stack:
            yield 'Traceback (most recent call last):\n'
            yield from self.stack.format()
        yield from self.format_exception_only()

    def print(self, *, file=None, chain=True, **kwargs):
        _print(self.format(chain=chain), file)
