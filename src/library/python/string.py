"""Letters, Template and Formatter. Mirrors CPython's Lib/string.py."""

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits",
           "printable", "punctuation", "whitespace", "Formatter", "Template"]

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or ' ').join(map(str.capitalize, s.split(sep)))


_letters = frozenset(ascii_letters + '_')
_more = _letters | frozenset(digits)


class Template:
    delimiter = '$'

    def __init__(self, template):
        self.template = template

    def _parts(self):
        """(text before, name or None, how it was written, where), the last with None and ''."""
        text, mark = self.template, self.delimiter
        begin = 0
        while True:
            at = text.find(mark, begin)
            if at < 0:
                yield text[begin:], None, '', len(text)
                return
            after = at + len(mark)
            if text.startswith(mark, after):
                yield text[begin:at] + mark, None, '', at
                begin = after + len(mark)
                continue
            braced = text.startswith('{', after)
            start = after + braced
            end = start
            while end < len(text) and text[end] in (_more if end > start else _letters):
                end += 1
            if end == start or (braced and not text.startswith('}', end)):
                yield text[begin:at], None, mark, at
                begin = after
                continue
            yield text[begin:at], text[start:end], text[at:end + braced], at
            begin = end + braced

    def _invalid(self, at):
        at += len(self.delimiter)
        lines = self.template[:at].splitlines(keepends=True)
        if not lines:
            colno, lineno = 1, 1
        else:
            colno, lineno = at - len(''.join(lines[:-1])), len(lines)
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (lineno, colno))

    def substitute(self, mapping={}, /, **kws):
        out = []
        for before, name, written, at in self._parts():
            out.append(before)
            if name is not None:
                out.append(str(kws[name] if name in kws else mapping[name]))
            elif written:
                self._invalid(at)
        return ''.join(out)

    def safe_substitute(self, mapping={}, /, **kws):
        out = []
        for before, name, written, _ in self._parts():
            out.append(before)
            if name is None:
                out.append(written)
            elif name in kws:
                out.append(str(kws[name]))
            else:
                try:
                    out.append(str(mapping[name]))
                except KeyError:
                    out.append(written)
        return ''.join(out)

    def is_valid(self):
        return not any(name is None and written for _, name, written, _ in self._parts())

    def get_identifiers(self):
        names = []
        for _, name, _, _ in self._parts():
            if name is not None and name not in names:
                names.append(name)
        return names


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used_args = set()
        result, _ = self._vformat(format_string, args, kwargs, used_args, 2)
        self.check_unused_args(used_args, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for literal_text, field_name, format_spec, conversion in self.parse(format_string):
            if literal_text:
                result.append(literal_text)
            if field_name is not None:
                if field_name == '':
                    if auto_arg_index is False:
                        raise ValueError('cannot switch from manual field specification to automatic field numbering')
                    field_name = str(auto_arg_index)
                    auto_arg_index += 1
                elif field_name.isdigit():
                    if auto_arg_index:
                        raise ValueError('cannot switch from automatic field numbering to manual field specification')
                    auto_arg_index = False
                obj, arg_used = self.get_field(field_name, args, kwargs)
                used_args.add(arg_used)
                obj = self.convert_field(obj, conversion)
                format_spec, auto_arg_index = self._vformat(format_spec, args, kwargs, used_args, recursion_depth - 1,
                                                            auto_arg_index=auto_arg_index)
                result.append(self.format_field(obj, format_spec))
        return ''.join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

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
