"""Tables as text. Mirrors CPython's Lib/csv.py and Modules/_csv.c."""
import io as _io

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL", "Error", "Dialect", "excel",
           "excel_tab", "reader", "writer", "register_dialect", "get_dialect", "list_dialects", "unregister_dialect", "DictReader",
           "DictWriter", "unix_dialect", "field_size_limit"]


class Error(Exception):
    pass


Error.__module__ = "_csv"


class Dialect:
    _name = ""
    delimiter = quotechar = escapechar = lineterminator = None
    doublequote = True
    skipinitialspace = strict = False
    quoting = QUOTE_MINIMAL


class excel(Dialect):
    delimiter, quotechar, lineterminator = ',', '"', '\r\n'


class excel_tab(excel):
    delimiter = '\t'


class unix_dialect(Dialect):
    delimiter, quotechar, lineterminator, quoting = ',', '"', '\n', QUOTE_ALL


_dialects = {}


class _Form:
    """What a dialect and the arguments beside it say."""

    def __init__(self, dialect, options):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        for name in ("delimiter", "quotechar", "escapechar", "lineterminator", "doublequote", "skipinitialspace", "strict", "quoting"):
            value = options.pop(name) if name in options else getattr(dialect, name, getattr(excel, name))
            if name in ("delimiter", "quotechar", "escapechar") and not (value is None and name != "delimiter"):
                if not isinstance(value, str):
                    raise TypeError(f'"{name}" must be {"string" if name == "delimiter" else "string or None"}, not '
                                    f'{type(value).__name__}' if name != "delimiter" else
                                    f'"delimiter" must be string, not {type(value).__name__}')
                if len(value) != 1:
                    raise TypeError(f'"{name}" must be a 1-character string')
            setattr(self, name, value)
        if options:
            raise TypeError(f"this function got an unexpected keyword argument {next(iter(options))!r}")
        if not isinstance(self.quoting, int):
            raise TypeError('"quoting" must be an integer')
        if not 0 <= self.quoting <= QUOTE_NOTNULL:
            raise TypeError('bad "quoting" value')
        if self.quotechar is None and self.quoting != QUOTE_NONE:
            self.quoting = QUOTE_NONE


def register_dialect(name, dialect=excel, **options):
    if not isinstance(name, str):
        raise TypeError("dialect name must be a string")
    _dialects[name] = _Form(dialect, options)


def unregister_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    del _dialects[name]


def get_dialect(name):
    if name not in _dialects:
        raise Error("unknown dialect")
    return _dialects[name]


def list_dialects():
    return list(_dialects)


register_dialect("excel", excel)
register_dialect("excel-tab", excel_tab)
register_dialect("unix", unix_dialect)


class _Reader:
    def __init__(self, lines, form):
        self._lines, self.dialect, self.line_num = iter(lines), form, 0

    def __iter__(self):
        return self

    def __next__(self):
        form = self.dialect
        delimiter, quote, escape = form.delimiter, form.quotechar, form.escapechar
        # state: "start" of a field, "in" one, "quoted", "after" a quote inside a quoted one, "escaped"
        row, field, state, was_quoted, before = [], [], "start", False, "in"

        def save():
            nonlocal field, was_quoted
            text = "".join(field)
            if not was_quoted and form.quoting == QUOTE_NONNUMERIC:
                row.append(float(text))
            elif not was_quoted and not text and form.quoting in (QUOTE_STRINGS, QUOTE_NOTNULL):
                row.append(None)
            elif not was_quoted and text and form.quoting == QUOTE_STRINGS:
                row.append(float(text))
            else:
                row.append(text)
            field, was_quoted = [], False
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if field or state in ("quoted", "escaped") or was_quoted:
                    if form.strict:
                        raise Error("unexpected end of data") from None
                    save()
                    return row
                raise
            if not isinstance(line, str):
                raise Error(f"iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)")
            self.line_num += 1
            ended = False
            for char in line:
                if ended:
                    if char not in "\r\n":
                        raise Error("new-line character seen in unquoted field - do you need to open the file with newline=''?")
                    continue
                if state == "escaped":
                    field.append(char)
                    state = before
                elif state == "quoted":
                    if char == escape:
                        state, before = "escaped", "quoted"
                    elif char == quote and form.quoting != QUOTE_NONE:
                        state = "after" if form.doublequote else "in"
                    else:
                        field.append(char)
                elif state == "after" and char == quote:
                    field.append(char)
                    state = "quoted"
                elif char in "\r\n":
                    if state != "start" or row:
                        save()
                    ended, state = True, "start"
                elif char == delimiter:
                    save()
                    state = "start"
                elif state == "after":
                    if form.strict:
                        raise Error(f"'{delimiter}' expected after '{quote}'")
                    field.append(char)
                    state = "in"
                elif state == "start" and char == quote and form.quoting != QUOTE_NONE:
                    state, was_quoted = "quoted", True
                elif char == escape:
                    state, before = "escaped", "in"
                elif state == "start" and char == " " and form.skipinitialspace:
                    pass
                else:
                    field.append(char)
                    state = "in"
            if state == "escaped" and not ended:
                field.append("\n")
                state = before
                continue
            if state == "quoted":
                continue
            if not ended and (state != "start" or row):
                save()
            return row


class _Writer:
    def __init__(self, file, form):
        if not hasattr(file, "write"):
            raise TypeError('argument 1 must have a "write" method')
        self._write, self.dialect = file.write, form

    def _field(self, value, alone):
        form = self.dialect
        number = isinstance(value, (int, float))
        text = "" if value is None else value if isinstance(value, str) else str(value)
        quoted = (form.quoting == QUOTE_ALL or form.quoting == QUOTE_NONNUMERIC and not number
                  or form.quoting == QUOTE_STRINGS and isinstance(value, str) or form.quoting == QUOTE_NOTNULL and value is not None)
        out = []
        for char in text:
            if char in (form.delimiter, form.escapechar, form.quotechar) or char in "\r\n" or char in form.lineterminator:
                if form.quoting == QUOTE_NONE:
                    escaped = True
                elif char == form.quotechar:
                    escaped = not form.doublequote
                    if not escaped:
                        out.append(form.quotechar)
                else:
                    escaped = char == form.escapechar
                if not escaped:
                    quoted = True
                elif form.escapechar is None:
                    raise Error("need to escape, but no escapechar set")
                else:
                    out.append(form.escapechar)
            out.append(char)
        text = "".join(out)
        if not text and alone and not quoted:
            if form.quoting == QUOTE_NONE or form.quoting in (QUOTE_STRINGS, QUOTE_NOTNULL) and value is None:
                raise Error("single empty field record must be quoted")
            quoted = True
        if form.skipinitialspace and text == "" and form.delimiter == " ":
            quoted = True
        return form.quotechar + text + form.quotechar if quoted else text

    def writerow(self, row, /):
        try:
            row = list(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        return self._write(self.dialect.delimiter.join([self._field(each, len(row) == 1) for each in row]) + self.dialect.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)


_Reader.__module__ = _Writer.__module__ = "_csv"
_Reader.__name__ = _Reader.__qualname__ = "reader"
_Writer.__name__ = _Writer.__qualname__ = "writer"


def reader(iterable, /, dialect='excel', **options):
    return _Reader(iterable, _Form(dialect, options))


def writer(fileobj, /, dialect='excel', **options):
    return _Writer(fileobj, _Form(dialect, options))


class DictReader:
    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect="excel", *args, **kwds):
        self._fieldnames = list(fieldnames) if fieldnames is not None and iter(fieldnames) is fieldnames else fieldnames
        self.restkey, self.restval = restkey, restval
        self.reader, self.dialect, self.line_num = reader(f, dialect, *args, **kwds), dialect, 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            self._fieldnames = next(self.reader, None)
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        names = self.fieldnames
        row = next(self.reader)
        while row == []:
            row = next(self.reader)
        self.line_num = self.reader.line_num
        found = dict(zip(names, row))
        if len(names) < len(row):
            found[self.restkey] = row[len(names):]
        for name in names[len(row):]:
            found[name] = self.restval
        return found


class DictWriter:
    def __init__(self, f, fieldnames, restval="", extrasaction="raise", dialect="excel", *args, **kwds):
        self.fieldnames, self.restval = list(fieldnames) if iter(fieldnames) is fieldnames else fieldnames, restval
        self.extrasaction = extrasaction.lower()
        if self.extrasaction not in ("raise", "ignore"):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == "raise":
            if wrong := rowdict.keys() - self.fieldnames:
                raise ValueError("dict contains fields not in fieldnames: " + ", ".join([repr(each) for each in wrong]))
        return [rowdict.get(key, self.restval) for key in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        return self.writer.writerows(map(self._row, rowdicts))


_field_size_limit = 131072


def field_size_limit(new_limit=None, /):
    """What CPython would refuse to read more letters of; here nothing is refused."""
    global _field_size_limit
    old = _field_size_limit
    if new_limit is not None:
        if not isinstance(new_limit, int):
            raise TypeError("limit must be an integer")
        _field_size_limit = new_limit
    return old
