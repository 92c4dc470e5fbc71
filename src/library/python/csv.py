"""Tables as text. Mirrors CPython's Lib/csv.py and Modules/_csv.c."""
import io as _io

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)

__all__ = ["QUOTE_MINIMAL", "QUOTE_ALL", "QUOTE_NONNUMERIC", "QUOTE_NONE", "QUOTE_STRINGS", "QUOTE_NOTNULL", "Error", "Dialect", "excel",
           "excel_tab", "reader", "writer", "register_dialect", "get_dialect", "list_dialects", "unregister_dialect", "DictReader",
           "DictWriter", "unix_dialect", "field_size_limit", "Sniffer"]


class Error(Exception):
    pass


Error.__module__ = "_csv"


class Dialect:
    """What a class of one's own derives from; an object of it says whether its values go together."""
    _name, _valid = "", False
    delimiter = quotechar = escapechar = doublequote = skipinitialspace = lineterminator = quoting = None

    def __init__(self):
        self._valid = type(self) is not Dialect
        self._validate()

    def _validate(self):
        try:
            _Form(self, {})
        except TypeError as error:
            raise Error(str(error)) from None


class excel(Dialect):
    delimiter, quotechar, lineterminator, quoting = ',', '"', '\r\n', QUOTE_MINIMAL
    doublequote, skipinitialspace = True, False


class excel_tab(excel):
    delimiter = '\t'


class unix_dialect(Dialect):
    delimiter, quotechar, lineterminator, quoting = ',', '"', '\n', QUOTE_ALL
    doublequote, skipinitialspace = True, False


_dialects = {}


_UNLESS_SAID = {"delimiter": ",", "doublequote": True, "escapechar": None, "lineterminator": "\r\n", "quotechar": '"', "quoting": QUOTE_MINIMAL,
                "skipinitialspace": False, "strict": False}


class _Form:
    """What a dialect and the arguments beside it say."""

    def __init__(self, dialect, options):
        if isinstance(dialect, str):
            dialect = get_dialect(dialect)
        for name in options:
            if name not in _UNLESS_SAID:
                raise TypeError(f"this function got an unexpected keyword argument {name!r}")
        said = {name: options[name] if name in options else getattr(dialect, name) for name in _UNLESS_SAID
                if name in options or hasattr(dialect, name)}
        for name, otherwise in _UNLESS_SAID.items():
            setattr(self, name, _checked(name, said.get(name, otherwise)))
        if self.quotechar is None and "quoting" not in said:
            self.quoting = QUOTE_NONE
        if not 0 <= self.quoting <= QUOTE_NOTNULL:
            raise TypeError('bad "quoting" value')
        if self.quotechar is None and self.quoting != QUOTE_NONE:
            raise TypeError("quotechar must be set if quoting enabled")
        if self.lineterminator is None:
            raise TypeError("lineterminator must be set")
        self._go_together()
        # What a letter that is one of these means.
        self._special = {self.delimiter, self.escapechar, self.quotechar, *"\r\n", *self.lineterminator}

    def _go_together(self):
        letters = {name: getattr(self, name) for name in ("delimiter", "escapechar", "quotechar")}
        for name, letter in letters.items():
            if letter is None:
                continue
            if letter in "\r\n" or letter == " " and self.skipinitialspace and name != "delimiter":
                raise ValueError(f"bad {name} value")
            if letter in self.lineterminator:
                raise ValueError(f"bad {name} or lineterminator value")
        for one, other in (("delimiter", "escapechar"), ("delimiter", "quotechar"), ("escapechar", "quotechar")):
            if letters[one] == letters[other] is not None:
                raise ValueError(f"bad {one} or {other} value")


_Form.__name__ = _Form.__qualname__ = "Dialect"
_Form.__module__ = "_csv"


def _checked(name, value):
    if name in ("doublequote", "skipinitialspace", "strict"):
        return bool(value)
    if name == "quoting":
        if type(value) is not int:
            raise TypeError('"quoting" must be an integer')
    elif name == "lineterminator":
        if value is not None and not isinstance(value, str):
            raise TypeError('"lineterminator" must be a string')
    elif value is not None or name == "delimiter":
        if not isinstance(value, str):
            raise TypeError(f'"{name}" must be string{" or None" if name != "delimiter" else ""}, not {type(value).__name__}')
        if len(value) != 1:
            raise TypeError(f'"{name}" must be a 1-character string')
    return value


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


# Where a reader is, between two letters.
_BEFORE_RECORD, _BEFORE_FIELD, _IN_FIELD, _ESCAPED, _ESCAPED_END, _QUOTED, _QUOTED_ESCAPED, _QUOTE_IN_QUOTED, _AFTER_RECORD = range(9)


class _Reader:
    def __init__(self, lines, form):
        self._lines, self.dialect, self.line_num = iter(lines), form, 0

    def __iter__(self):
        return self

    def __next__(self):
        form = self.dialect
        quote, escape, delimiter = form.quotechar, form.escapechar, form.delimiter
        state, row, field, quoted = _BEFORE_RECORD, [], [], False
        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if not field and state != _QUOTED:
                    raise
                if form.strict:
                    raise Error("unexpected end of data") from None
                row.append(self._value(field, quoted))
                return row
            if not isinstance(line, str):
                raise Error(f"iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)")
            self.line_num += 1
            if state == _BEFORE_RECORD and (plain := self._split(line)) is not None:
                return plain
            for char in [*line, ""]:    # the empty text is the line's end
                if state == _QUOTED:
                    if char == escape:
                        state = _QUOTED_ESCAPED
                    elif char == quote and form.quoting != QUOTE_NONE:
                        state = _QUOTE_IN_QUOTED if form.doublequote else _IN_FIELD
                    elif char:
                        field.append(char)
                    continue
                at_end = char in "\r\n"
                if state == _BEFORE_RECORD:
                    if at_end:
                        state = _AFTER_RECORD if char else _BEFORE_RECORD
                        continue
                    state = _BEFORE_FIELD
                elif state == _ESCAPED_END and not char:
                    continue    # and so for the rest of the field, be there other letters in between
                if state == _QUOTED_ESCAPED or state == _ESCAPED:
                    field.append(char or "\n")
                    state = _QUOTED if state == _QUOTED_ESCAPED else _ESCAPED_END if at_end and char else _IN_FIELD
                elif state == _AFTER_RECORD:
                    if not at_end:
                        raise Error("new-line character seen in unquoted field - do you need to open the file with newline=''?")
                    state = _AFTER_RECORD if char else _BEFORE_RECORD
                elif state == _QUOTE_IN_QUOTED and char == quote:
                    field.append(char)
                    state = _QUOTED
                elif state == _BEFORE_FIELD and char == quote and form.quoting != QUOTE_NONE:
                    state, quoted = _QUOTED, True
                elif char == escape and state != _QUOTE_IN_QUOTED:
                    state = _ESCAPED
                elif state == _BEFORE_FIELD and char == " " and form.skipinitialspace:
                    pass
                elif at_end or char == delimiter:
                    row.append(self._value(field, quoted))
                    field, quoted = [], False
                    state = _BEFORE_FIELD if not at_end else _AFTER_RECORD if char else _BEFORE_RECORD
                else:
                    if state == _QUOTE_IN_QUOTED and form.strict:
                        raise Error(f"'{delimiter}' expected after '{quote}'")
                    field.append(char)
                    if state != _ESCAPED_END:
                        state = _IN_FIELD
            if field:
                self._value(field, True)    # which looks at its length
            if state == _BEFORE_RECORD:
                return row

    def _split(self, line):
        """The row of a line in which no letter means anything but the delimiter; None if one does."""
        form = self.dialect
        text = line.rstrip("\r\n")
        if (form.quotechar is not None and form.quotechar in text or form.escapechar is not None and form.escapechar in text
                or "\n" in text or "\r" in text or form.skipinitialspace or len(text) > _field_size_limit):
            return None
        if form.quoting < QUOTE_NONNUMERIC:
            return text.split(form.delimiter) if text else []
        return [self._value(each, False) for each in text.split(form.delimiter)] if text else []

    def _value(self, field, quoted):
        if len(field) > _field_size_limit:
            raise Error(f"field larger than field limit ({_field_size_limit})")
        quoting, text = self.dialect.quoting, "".join(field)
        if not quoted:
            if text and quoting in (QUOTE_NONNUMERIC, QUOTE_STRINGS):
                return float(text)
            if not text and quoting in (QUOTE_STRINGS, QUOTE_NOTNULL):
                return None
        return text


class _Writer:
    def __init__(self, file, form):
        if not hasattr(file, "write"):
            raise TypeError('argument 1 must have a "write" method')
        self._write, self.dialect = file.write, form

    def _field(self, value):
        form = self.dialect
        quoting = form.quoting
        quoted = (quoting == QUOTE_ALL or quoting == QUOTE_NONNUMERIC and not _is_number(value)
                  or quoting == QUOTE_STRINGS and isinstance(value, str) or quoting == QUOTE_NOTNULL and value is not None)
        text = "" if value is None else value if isinstance(value, str) else str(value)
        if not text and form.delimiter == " " and form.skipinitialspace:
            if self._may_not_quote(value):
                raise Error("empty field must be quoted if delimiter is a space and skipinitialspace is true")
            quoted = True
        if not form._special.isdisjoint(text):
            out = []
            for char in text:
                if char in form._special:
                    if quoting != QUOTE_NONE and char == form.quotechar and form.doublequote:
                        out.append(char)
                        quoted = True
                    elif quoting == QUOTE_NONE or char in (form.quotechar, form.escapechar):
                        if form.escapechar is None:
                            raise Error("need to escape, but no escapechar set")
                        out.append(form.escapechar)
                    else:
                        quoted = True
                out.append(char)
            text = "".join(out)
        return form.quotechar + text + form.quotechar if quoted else text

    def _may_not_quote(self, value):
        return self.dialect.quoting == QUOTE_NONE or value is None and self.dialect.quoting in (QUOTE_STRINGS, QUOTE_NOTNULL)

    def writerow(self, row, /):
        try:
            values = iter(row)
        except TypeError:
            raise Error(f"iterable expected, not {type(row).__name__}") from None
        fields, value = [], None
        for value in values:
            fields.append(self._field(value))
        if fields == [""]:
            if self._may_not_quote(value):
                raise Error("single empty field record must be quoted")
            fields = [2 * self.dialect.quotechar]
        return self._write(self.dialect.delimiter.join(fields) + self.dialect.lineterminator)

    def writerows(self, rows, /):
        for row in rows:
            self.writerow(row)


def _is_number(value):
    return isinstance(value, (int, float, complex)) or any(hasattr(type(value), name) for name in ("__index__", "__int__", "__float__"))


_Reader.__module__ = _Writer.__module__ = "_csv"
_Reader.__name__ = _Reader.__qualname__ = "reader"
_Writer.__name__ = _Writer.__qualname__ = "writer"


def reader(iterable, /, dialect=None, **options):
    return _Reader(iterable, _Form(dialect, options))


def writer(fileobj, /, dialect=None, **options):
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


class Sniffer:
    """Guesses the dialect of a sample, and whether its first row has names."""
    _DELIMITER, _QUOTED = r"""(?P<delim>[^\w\n"'])(?P<space> ?)""", r"""(?P<quote>["']).*?(?P=quote)"""
    _BEGIN, _END = r"(?:^|\n)", r"(?:$|\n)"
    _FORMS = (_DELIMITER + _QUOTED + r"(?P=delim)", _BEGIN + _QUOTED + _DELIMITER, _DELIMITER + _QUOTED + _END, _BEGIN + _QUOTED + _END)

    def __init__(self):
        self.preferred = [",", "\t", ";", " ", ":"]    # of several that would do

    def sniff(self, sample, delimiters=None):
        quote, doubled, delim, skip = self._by_quotes(sample, delimiters)
        if not delim:
            delim, skip = self._by_counts(sample, delimiters)
        if not delim:
            raise Error("Could not determine delimiter")

        class dialect(Dialect):
            _name, lineterminator, quoting = "sniffed", "\r\n", QUOTE_MINIMAL
            doublequote, delimiter, quotechar, skipinitialspace = doubled, delim, quote or '"', skip
        return dialect

    def _by_quotes(self, sample, delimiters):
        """What stands most often around the quotes, and between them and the next field."""
        import re
        for form in self._FORMS:
            found = [each.groupdict() for each in re.finditer(form, sample, re.DOTALL | re.MULTILINE)]
            if found:
                break
        else:
            return "", False, None, 0
        quotes, delims = {}, {}
        for each in found:
            quotes[each["quote"]] = quotes.get(each["quote"], 0) + 1
            mark = each.get("delim")
            if mark and (delimiters is None or mark in delimiters):
                delims[mark] = delims.get(mark, 0) + 1
        quote, delim = max(quotes, key=quotes.get), max(delims, key=delims.get, default="")
        skip = delims[delim] == sum([bool(each.get("space")) for each in found]) if delims else 0
        mark = re.escape(delim)
        inner = rf"[^{mark}\n]*{quote}"
        doubled = re.search(rf"(({mark})|^)\W*{quote}{inner}{inner}\W*(({mark})|$)", sample, re.MULTILINE)
        return quote, doubled is not None, delim, skip

    def _by_counts(self, sample, delimiters):
        """The letter that most lines have equally often. Ten lines more are looked at until only one letter is left."""
        lines = [line for line in sample.split("\n") if line]
        step, good, usual = min(10, len(lines)), {}, {}
        tables = {chr(code): {} for code in range(127)}    # of each letter: how many lines have it so many times
        for start in range(0, len(lines), step or 1):
            for line in lines[start:start + step]:
                for letter, table in tables.items():
                    count = line.count(letter)
                    table[count] = table.get(count, 0) + 1
            for letter, table in tables.items():
                if [*table] != [0]:
                    count = max(table, key=table.get)
                    usual[letter] = count, 2 * table[count] - sum(table.values())
            share, seen = 1.0, float(min(start + step, len(lines)))
            while not good and share >= 0.9:
                good = {letter: each for letter, each in usual.items()
                        if each[0] > 0 < each[1] and each[1] / seen >= share and (delimiters is None or letter in delimiters)}
                share -= 0.01
            if len(good) == 1:
                break
        if not good:
            return "", 0
        best = next((each for each in self.preferred if each in good), None) if len(good) > 1 else None
        delim = best or max((each, letter) for letter, each in good.items())[1]
        return delim, lines[0].count(delim) == lines[0].count(delim + " ")

    def has_header(self, sample):
        """Whether the first row differs in kind or length from what all others have in common, in most columns."""
        rows = reader(_io.StringIO(sample), self.sniff(sample))
        header = next(rows)
        kinds = dict.fromkeys(range(len(header)))    # of each column: complex for numbers, else the length of its texts
        for n, row in enumerate(rows):
            if n > 20:
                break
            if len(row) != len(header):
                continue
            for column in list(kinds):
                kind = complex if self._is_complex(row[column]) else len(row[column])
                if kinds[column] is None:
                    kinds[column] = kind
                elif kinds[column] != kind:
                    del kinds[column]
        votes = 0
        for column, kind in kinds.items():
            if kind is None:    # there is no other row
                differs = True
            else:
                differs = len(header[column]) != kind if isinstance(kind, int) else not self._is_complex(header[column])
            votes += 1 if differs else -1
        return votes > 0

    def _is_complex(self, text):
        try:
            complex(text)
        except (ValueError, OverflowError):
            return False
        return True


_field_size_limit = 131072


def field_size_limit(*new_limit):
    """How many letters a field may have; with another number, from now on."""
    global _field_size_limit
    old = _field_size_limit
    if new_limit:
        if type(new_limit[0]) is not int:
            raise TypeError("limit must be an integer")
        _field_size_limit = new_limit[0]
    return old
