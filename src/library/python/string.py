"""Letters, Template and Formatter. Mirrors CPython's Lib/string.py."""

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits",
           "printable", "punctuation", "whitespace", "Formatter", "Template"]

digits, octdigits, hexdigits = '0123456789', '01234567', '0123456789abcdefABCDEF'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = ascii_lowercase.upper()
ascii_letters = ascii_lowercase + ascii_uppercase
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
whitespace = ' \t\n\r\v\f'
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Each word with a capital; without SEP one blank stays between two."""
    words = map(str.capitalize, s.split(sep))
    return (sep or ' ').join(words)


class _Placeholders:
    """Template.pattern: made of the class's own delimiter and idpattern when it is first asked for, for that needs re."""

    def __set_name__(self, owner, name):
        self._made = {}

    def __get__(self, template, cls):
        if cls not in self._made:
            import re
            mark, name = re.escape(cls.delimiter), cls.idpattern
            text = (f"{mark}(?:(?P<escaped>{mark})|(?P<named>{name})|"
                    f"{{(?P<braced>{cls.braceidpattern or name})}}|(?P<invalid>))")
            self._made[cls] = re.compile(text, re.VERBOSE | (re.IGNORECASE if cls.flags is None else cls.flags))
        return self._made[cls]


class Template:
    delimiter = '$'
    idpattern = r'(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = flags = None
    pattern = _Placeholders()

    def __init_subclass__(cls):
        super().__init_subclass__()
        own = cls.__dict__.get('pattern')
        if isinstance(own, str):
            import re
            cls.pattern = re.compile(own, re.VERBOSE | (re.IGNORECASE if cls.flags is None else cls.flags))

    def __init__(self, template):
        self.template = template

    def _invalid(self, found):
        at = found.start('invalid')
        lines = self.template[:at].splitlines(keepends=True)
        if not lines:
            colno, lineno = 1, 1
        else:
            colno, lineno = at - len(''.join(lines[:-1])), len(lines)
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (lineno, colno))

    def _with(self, value):
        """The text with what value(name, match) gives in the place of each name; of one that is invalid the name is None."""
        def text(found):
            name = found.group('named') or found.group('braced')
            if name is not None:
                return value(name, found)
            if found.group('escaped') is not None:
                return self.delimiter
            if found.group('invalid') is not None:
                return value(None, found)
            raise ValueError('Unrecognized named group in pattern', self.pattern)
        return self.pattern.sub(text, self.template)

    def substitute(self, mapping={}, /, **kws):
        def value(name, found):
            if name is None:
                self._invalid(found)
            return str(kws[name] if name in kws else mapping[name])
        return self._with(value)

    def safe_substitute(self, mapping={}, /, **kws):
        def value(name, found):
            if name in kws:
                return str(kws[name])
            try:
                return found.group() if name is None else str(mapping[name])
            except KeyError:
                return found.group()
        return self._with(value)

    def _found(self):
        for found in self.pattern.finditer(self.template):
            name = found.group('named') or found.group('braced')
            invalid = found.group('invalid') is not None
            if name is None and not invalid and found.group('escaped') is None:
                raise ValueError('Unrecognized named group in pattern', self.pattern)
            yield name, invalid

    def is_valid(self):
        return not any(invalid for _, invalid in self._found())

    def get_identifiers(self):
        return list(dict.fromkeys([name for name, _ in self._found() if name is not None]))


class _Numbering:
    """{} takes the argument after the last, {0} names one; a text does either."""
    next = 0    # None: it names them

    def of(self, name):
        if name == '':
            if self.next is not None:
                self.next += 1
                return str(self.next - 1)
        elif not name.isdigit():
            return name
        elif not self.next:
            self.next = None
            return name
        raise ValueError('cannot switch from manual field specification to automatic field numbering')


class Formatter:
    """str.format() in steps, each a method that a class of one's own may replace."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used = set()
        text = self._filled(format_string, args, kwargs, used, 2, _Numbering())
        self.check_unused_args(used, args, kwargs)
        return text

    def _filled(self, format_string, args, kwargs, used, depth, numbering):
        """The text with its fields' values; those in a field's format may stand DEPTH deep."""
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        parts = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                parts.append(literal)
            if name is not None:
                value, key = self.get_field(numbering.of(name), args, kwargs)
                used.add(key)
                value = self.convert_field(value, conversion)
                spec = self._filled(spec, args, kwargs, used, depth - 1, numbering)
                parts.append(self.format_field(value, spec))
        return ''.join(parts)

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def get_value(self, key, args, kwargs):
        return (args if isinstance(key, int) else kwargs)[key]

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion not in ('s', 'r', 'a'):
            raise ValueError(f"Unknown conversion specifier {conversion!s}")
        return {'s': str, 'r': repr, 'a': ascii}[conversion](value)

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def parse(self, format_string):
        text, at = [], 0
        while at < len(format_string):
            letter = format_string[at]
            if letter in '{}' and format_string[at + 1:at + 2] == letter:
                text.append(letter)
                at += 2
                yield ''.join(text), None, None, None
                text = []
                continue
            if letter == '}':
                raise ValueError("Single '}' encountered in format string")
            if letter != '{':
                text.append(letter)
                at += 1
                continue
            depth, end = 1, at + 1
            while end < len(format_string) and depth:
                depth += {'{': 1, '}': -1}.get(format_string[end], 0)
                end += 1
            if depth:
                raise ValueError("Single '{' encountered in format string" if end == at + 1
                                 else "expected '}' before end of string")
            inside = format_string[at + 1:end - 1]
            at = end
            brackets, stop = 0, len(inside)
            for place, each in enumerate(inside):
                if each == '[':
                    brackets += 1
                elif each == ']':
                    brackets -= 1
                elif each in '!:' and brackets <= 0:
                    stop = place
                    break
            name, rest = inside[:stop], inside[stop:]
            conversion = None
            if rest.startswith('!'):
                conversion, rest = rest[1:2], rest[2:]
            yield ''.join(text), name, rest[1:], conversion
            text = []
        if text:
            yield ''.join(text), None, None, None

    def get_field(self, field_name, args, kwargs):
        end = min([place for place in (field_name.find('.'), field_name.find('[')) if place >= 0] or [len(field_name)])
        first, rest = field_name[:end], field_name[end:]
        if first.isdigit():
            first = int(first)
        obj = self.get_value(first, args, kwargs)
        while rest:
            if rest[0] == '.':
                ends = [place for place in (rest.find('.', 1), rest.find('[', 1)) if place >= 0]
                end = min(ends or [len(rest)])
                obj = getattr(obj, rest[1:end])
            else:
                end = rest.index(']') + 1
                key = rest[1:end - 1]
                obj = obj[int(key) if key.isdigit() else key]
            rest = rest[end:]
        return obj, first
