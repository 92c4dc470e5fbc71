"""Files of sections and options. Mirrors CPython's Lib/configparser.py."""
import functools
import io
import itertools
import os
import re
from collections import ChainMap
from collections.abc import MutableMapping

__all__ = ("NoSectionError", "DuplicateOptionError", "DuplicateSectionError", "NoOptionError", "InterpolationError",
           "InterpolationDepthError", "InterpolationMissingOptionError", "InterpolationSyntaxError", "ParsingError",
           "MissingSectionHeaderError", "MultilineContinuationError", "ConfigParser", "RawConfigParser", "Interpolation",
           "BasicInterpolation", "ExtendedInterpolation", "SectionProxy", "ConverterMapping", "DEFAULTSECT", "MAX_INTERPOLATION_DEPTH",
           "UNNAMED_SECTION")

DEFAULTSECT = "DEFAULT"
MAX_INTERPOLATION_DEPTH = 10
_UNSET = object()


class _UnnamedSection:
    def __repr__(self):
        return "<UNNAMED_SECTION>"


UNNAMED_SECTION = _UnnamedSection()


class Error(Exception):
    def __init__(self, msg=''):
        super().__init__(msg)
        self.message = msg

    def _about(self, message, *args, **fields):
        """What it says, what it is pickled with, and what can be asked of it."""
        Error.__init__(self, message)
        self.args = args
        vars(self).update(fields)

    def __repr__(self):
        return self.message

    __str__ = __repr__


class NoSectionError(Error):
    def __init__(self, section):
        self._about(f'No section: {section!r}', section, section=section)


def _twice(what, source, lineno):
    """The words about something that exists already, with the place if one is known."""
    if source is None:
        return f"{what[0].upper()}{what[1:]} already exists"
    return f"While reading from {source!r}{'' if lineno is None else f' [line {lineno:2d}]'}: {what} already exists"


class DuplicateSectionError(Error):
    def __init__(self, section, source=None, lineno=None):
        self._about(_twice(f"section {section!r}", source, lineno), section, source, lineno,
                    section=section, source=source, lineno=lineno)


class DuplicateOptionError(Error):
    def __init__(self, section, option, source=None, lineno=None):
        self._about(_twice(f"option {option!r} in section {section!r}", source, lineno), section, option, source, lineno,
                    section=section, option=option, source=source, lineno=lineno)


class NoOptionError(Error):
    def __init__(self, option, section):
        self._about(f"No option {option!r} in section: {section!r}", option, section, option=option, section=section)


class InterpolationError(Error):
    def __init__(self, option, section, msg, *args, **fields):
        self._about(msg, option, section, *(args or [msg]), option=option, section=section, **fields)


class InterpolationMissingOptionError(InterpolationError):
    def __init__(self, option, section, rawval, reference):
        super().__init__(option, section, f"Bad value substitution: option {option!r} in section {section!r} contains an interpolation "
                         f"key {reference!r} which is not a valid option name. Raw value: {rawval!r}", rawval, reference,
                         reference=reference)


class InterpolationSyntaxError(InterpolationError):
    pass


class InterpolationDepthError(InterpolationError):
    def __init__(self, option, section, rawval):
        super().__init__(option, section, f"Recursion limit exceeded in value substitution: option {option!r} in section {section!r} "
                         f"contains an interpolation key which cannot be substituted in {MAX_INTERPOLATION_DEPTH} steps. "
                         f"Raw value: {rawval!r}", rawval)


class ParsingError(Error):
    def __init__(self, source, *args):
        self._about(f'Source contains parsing errors: {source!r}', source, source=source, errors=[])
        if args:
            self.append(*args)

    def append(self, lineno, line):
        self.errors.append((lineno, line))
        self.message += f'\n\t[line {lineno:2d}]: {line!r}'

    def combine(self, others):
        for each in others:
            for place in each.errors:
                self.append(*place)
        return self


def _at_a_line(words):
    def __init__(self, filename, lineno, line):
        self._about(f'{words}\nfile: {filename!r}, line: {lineno}\n{line!r}', filename, lineno, line,
                    source=filename, lineno=lineno, line=line)
    return __init__


class MissingSectionHeaderError(ParsingError):
    __init__ = _at_a_line('File contains no section headers.')


class MultilineContinuationError(ParsingError):
    __init__ = _at_a_line('Key without value continued with an indented line.')


class Interpolation:
    """Leaves values as they are."""

    def before_get(self, parser, section, option, value, *defaults):
        return value

    before_set = before_read = before_write = before_get


class _Marked(Interpolation):
    """What both forms share: a mark, which doubled stands for itself, and a name behind it."""

    def before_get(self, parser, section, option, value, defaults):
        out = []
        self._into(out, parser, option, value, value, section, defaults, 1)
        return ''.join(out)

    def before_set(self, parser, section, option, value):
        rest = self._form.sub('', value.replace(self._mark * 2, ''))
        if self._mark in rest:
            raise ValueError(f"invalid interpolation syntax in {value!r} at position {rest.find(self._mark)}")
        return value

    def _into(self, out, parser, option, rest, rawval, section, names, depth):
        if depth > MAX_INTERPOLATION_DEPTH:
            raise InterpolationDepthError(option, section, parser.get(section, option, raw=True, fallback=rest))
        raw = parser.get(section, option, raw=True, fallback=rest)
        mark = self._mark
        while rest:
            at = rest.find(mark)
            if at < 0:
                out.append(rest)
                return
            out.append(rest[:at])
            rest = rest[at:]
            follows = rest[1:2]
            if follows == mark:
                out.append(mark)
                rest = rest[2:]
            elif follows == self._open:
                found = self._form.match(rest)
                if found is None:
                    raise InterpolationSyntaxError(option, section, f"bad interpolation variable reference {rest!r}")
                rest = rest[found.end():]
                into_option, into_section, value, inner = self._lookup(parser, found.group(1), option, section, names, raw, rest)
                if mark in value:
                    self._into(out, parser, into_option, value, rawval, into_section, inner, depth + 1)
                else:
                    out.append(value)
            else:
                raise InterpolationSyntaxError(option, section, f"'{mark}' must be followed by {self._follows}, found: {rest!r}")


class BasicInterpolation(_Marked):
    """%(name)s"""
    _mark, _open, _form, _follows = '%', '(', re.compile(r"%\(([^)]+)\)s"), "'%' or '('"

    def _lookup(self, parser, name, option, section, names, raw, rest):
        name = parser.optionxform(name)
        try:
            return option, section, names[name], names
        except KeyError:
            raise InterpolationMissingOptionError(option, section, raw, name) from None


class ExtendedInterpolation(_Marked):
    """${name} and ${section:name}"""
    _mark, _open, _form, _follows = '$', '{', re.compile(r"\$\{([^}]+)\}"), "'$' or '{'"

    def _lookup(self, parser, name, option, section, names, raw, rest):
        path = name.split(':')
        into_section, into_option = section, option
        try:
            if len(path) == 1:
                into_option = parser.optionxform(path[0])
                value = names[into_option]
            elif len(path) == 2:
                into_section, into_option = path[0], parser.optionxform(path[1])
                value = parser.get(into_section, into_option, raw=True)
            else:
                raise InterpolationSyntaxError(option, section, f"More than one ':' found: {rest!r}")
        except (KeyError, NoSectionError, NoOptionError):
            raise InterpolationMissingOptionError(option, section, raw, ":".join(path)) from None
        return into_option, into_section, value, dict(parser.items(into_section, raw=True))


class RawConfigParser(MutableMapping):
    SECTCRE = re.compile(r"\[(?P<header>.+)\]")
    NONSPACECRE = re.compile(r"\S")
    BOOLEAN_STATES = {'1': True, 'yes': True, 'true': True, 'on': True, '0': False, 'no': False, 'false': False, 'off': False}
    _DEFAULT_INTERPOLATION = Interpolation()

    def __init__(self, defaults=None, dict_type=dict, allow_no_value=False, *, delimiters=('=', ':'), comment_prefixes=('#', ';'),
                 inline_comment_prefixes=None, strict=True, empty_lines_in_values=True, default_section=DEFAULTSECT,
                 interpolation=_UNSET, converters=_UNSET, allow_unnamed_section=False):
        self._dict, self._sections, self._defaults = dict_type, dict_type(), dict_type()
        self._converters = ConverterMapping(self)
        self._proxies = dict_type()
        self._proxies[default_section] = SectionProxy(self, default_section)
        self._delimiters = tuple(delimiters)
        marks = '|'.join([re.escape(each) for each in self._delimiters])
        end = f"(?:(?P<vi>{marks})\\s*(?P<value>.*))?$" if allow_no_value else f"(?P<vi>{marks})\\s*(?P<value>.*)$"
        self._optcre = re.compile(rf"(?P<option>.*?)\s*{end}")
        self._comment_prefixes, self._inline = tuple(comment_prefixes or ()), tuple(inline_comment_prefixes or ())
        self._allow_unnamed_section = allow_unnamed_section
        self._strict, self._allow_no_value, self._empty_lines = strict, allow_no_value, empty_lines_in_values
        self.default_section = default_section
        self._interpolation = (self._DEFAULT_INTERPOLATION if interpolation is _UNSET else interpolation) or Interpolation()
        if not isinstance(self._interpolation, Interpolation):
            raise TypeError(f"interpolation= must be None or an instance of Interpolation; got an object of type {type(self._interpolation)}")
        if converters is not _UNSET:
            self._converters.update(converters)
        if defaults:
            self._read_defaults(defaults)

    def _read_defaults(self, defaults):
        for key, value in defaults.items():
            self._defaults[self.optionxform(key)] = value

    def defaults(self):
        return self._defaults

    def sections(self):
        return list(self._sections.keys())

    def add_section(self, section):
        if section == self.default_section:
            raise ValueError(f'Invalid section name: {section!r}')
        if section in self._sections:
            raise DuplicateSectionError(section)
        self._new(section)

    def _new(self, section):
        self._sections[section] = self._dict()
        self._proxies[section] = SectionProxy(self, section)
        return self._sections[section]

    def has_section(self, section):
        return section in self._sections

    def options(self, section):
        try:
            names = self._sections[section].copy()
        except KeyError:
            raise NoSectionError(section) from None
        names.update(self._defaults)
        return list(names.keys())

    def read(self, filenames, encoding=None):
        if isinstance(filenames, (str, bytes, os.PathLike)):
            filenames = [filenames]
        done = []
        for name in filenames:
            try:
                with open(name, encoding=encoding) as file:
                    self._read(file, name)
            except OSError:
                continue
            done.append(os.fspath(name))
        return done

    def read_file(self, f, source=None):
        self._read(f, getattr(f, 'name', f'<{"?" * 3}>') if source is None else source)

    def read_string(self, string, source='<string>'):
        self.read_file(io.StringIO(string), source)

    def read_dict(self, dictionary, source='<dict>'):
        seen = set()
        for section, keys in dictionary.items():
            section = str(section)
            try:
                self.add_section(section)
            except (DuplicateSectionError, ValueError):
                if self._strict and section in seen:
                    raise
            seen.add(section)
            for key, value in keys.items():
                key = self.optionxform(str(key))
                value = None if value is None else str(value)
                if self._strict and (section, key) in seen:
                    raise DuplicateOptionError(section, key, source)
                seen.add((section, key))
                self.set(section, key, value)

    def _read(self, lines, source):
        errors = []
        try:
            self._read_lines(lines, source, errors)
        finally:    # of what could be read, too
            self._join_values()
        if errors:
            raise errors[0].combine(errors[1:])

    def _join_values(self):
        for section, options in itertools.chain([(self.default_section, self._defaults)], self._sections.items()):
            for key, value in options.items():
                if isinstance(value, list):
                    value = '\n'.join(value).rstrip()
                options[key] = self._interpolation.before_read(self, section, key, value)

    def _read_lines(self, lines, source, errors):
        seen = set()
        current = option = name = None
        column = 0
        for lineno, line in enumerate(lines, 1):
            ends = [at for prefix in self._inline for at in [m.start() for m in re.finditer(re.escape(prefix), line)]
                    if at == 0 or line[at - 1].isspace()]
            comment = bool(ends) or line.strip().startswith(self._comment_prefixes) and bool(self._comment_prefixes)
            value = '' if line.strip().startswith(self._comment_prefixes or ('\0',)) else line[:min(ends, default=len(line))].strip()
            if not value:
                if self._empty_lines:
                    # An empty line is part of a value that goes on; one with a comment is not.
                    if not comment and current is not None and option and current[option] is not None:
                        current[option].append('')
                else:
                    column = 1 << 30
                continue
            first = self.NONSPACECRE.search(line)
            indent = first.start() if first else 0
            if current is not None and option and indent > column:
                if current[option] is None:
                    raise MultilineContinuationError(source, lineno, line)
                current[option].append(value)
                continue
            column = indent
            found = self.SECTCRE.match(value)
            if current is None and self._allow_unnamed_section:    # whatever the first line is
                name, option = UNNAMED_SECTION, None
                if name in self._sections and self._strict and name in seen:
                    raise DuplicateSectionError(name, source, lineno)
                current = self._sections[name] if name in self._sections else self._new(name)
                seen.add(name)
            if found:
                name, option = found.group('header'), None
                if name in self._sections:
                    if self._strict and name in seen:
                        raise DuplicateSectionError(name, source, lineno)
                    current = self._sections[name]
                elif name == self.default_section:
                    current = self._defaults
                else:
                    current = self._new(name)
                seen.add(name)
                continue
            if current is None:
                raise MissingSectionHeaderError(source, lineno, line)
            found = self._optcre.match(value)
            if not found:
                errors.append(ParsingError(source, lineno, line))
                continue
            option, text = found.group('option', 'value')
            if not option:
                errors.append(ParsingError(source, lineno, line))
            option = self.optionxform(option.rstrip())
            if self._strict and (name, option) in seen:
                raise DuplicateOptionError(name, option, source, lineno)
            seen.add((name, option))
            current[option] = None if text is None else [text.strip()]

    def _chain(self, section, vars):
        own = {}
        try:
            own = self._sections[section]
        except KeyError:
            if section != self.default_section:
                raise NoSectionError(section) from None
        said = {self.optionxform(key): None if value is None else str(value) for key, value in (vars or {}).items()}
        return ChainMap(said, own, self._defaults)

    def get(self, section, option, *, raw=False, vars=None, fallback=_UNSET):
        try:
            names = self._chain(section, vars)
        except NoSectionError:
            if fallback is _UNSET:
                raise
            return fallback
        option = self.optionxform(option)
        try:
            value = names[option]
        except KeyError:
            if fallback is _UNSET:
                raise NoOptionError(option, section) from None
            return fallback
        return value if raw or value is None else self._interpolation.before_get(self, section, option, value, names)

    def _get_conv(self, section, option, conv, *, raw=False, vars=None, fallback=_UNSET, **kwargs):
        try:
            found = self.get(section, option, raw=raw, vars=vars, **kwargs)
        except (NoSectionError, NoOptionError):
            if fallback is not _UNSET:
                return fallback
            raise
        return conv(found)

    def _converting(converter):
        def get(self, section, option, **settings):
            return self._get_conv(section, option, converter(self), **settings)
        return get

    getint, getfloat = _converting(lambda self: int), _converting(lambda self: float)
    getboolean = _converting(lambda self: self._convert_to_boolean)
    del _converting

    def _convert_to_boolean(self, value):
        found = self.BOOLEAN_STATES.get(value.lower())
        if found is None:
            raise ValueError(f'Not a boolean: {value}')
        return found

    def items(self, section=_UNSET, raw=False, vars=None):
        if section is _UNSET:
            return super().items()
        names = self._defaults.copy()
        try:
            names.update(self._sections[section])
        except KeyError:
            if section != self.default_section:
                raise NoSectionError(section)
        keys = list(names.keys())
        for key, value in (vars or {}).items():
            names[self.optionxform(key)] = value
        if raw:
            return [(key, names[key]) for key in keys]
        return [(key, self._interpolation.before_get(self, section, key, names[key], names) if names[key] is not None else None)
                for key in keys]

    def popitem(self):
        if not self._sections:
            raise KeyError
        section = next(iter(self._sections))
        found = self._proxies[section]
        self.remove_section(section)
        return section, found

    def optionxform(self, optionstr):
        return optionstr.lower()

    def has_option(self, section, option):
        names = [self._defaults]
        if section and section != self.default_section:
            if not self.has_section(section):
                return False
            names.append(self._sections[section])
        option = self.optionxform(option)
        return any(option in each for each in names)

    def _of(self, section):
        if not section or section == self.default_section:
            return self._defaults
        try:
            return self._sections[section]
        except KeyError:
            raise NoSectionError(section) from None

    def set(self, section, option, value=None):
        if value:
            value = self._interpolation.before_set(self, section, option, value)
        self._of(section)[self.optionxform(option)] = value

    def write(self, fp, space_around_delimiters=True):
        mark = f" {self._delimiters[0]} " if space_around_delimiters else self._delimiters[0]
        parts = [(self.default_section, self._defaults)] if self._defaults else []
        if UNNAMED_SECTION in self._sections:
            parts.append((UNNAMED_SECTION, self._sections[UNNAMED_SECTION]))
        parts += [each for each in self._sections.items() if each[0] is not UNNAMED_SECTION]
        for section, options in parts:
            if section is not UNNAMED_SECTION:
                fp.write(f"[{section}]\n")
            for key, value in options.items():
                value = self._interpolation.before_write(self, section, key, value)
                if value is not None or not self._allow_no_value:
                    value = mark + str(value).replace('\n', '\n\t')
                else:
                    value = ""
                fp.write(f"{key}{value}\n")
            fp.write("\n")

    def remove_option(self, section, option):
        options, option = self._of(section), self.optionxform(option)
        existed = option in options
        if existed:
            del options[option]
        return existed

    def remove_section(self, section):
        existed = section in self._sections
        if existed:
            del self._sections[section], self._proxies[section]
        return existed

    # As a mapping: of each section's name to its proxy, the defaults' first.

    def __getitem__(self, key):
        found = self._proxies.get(key)
        if found is None:
            raise KeyError(key)
        return found

    def __setitem__(self, key, value):
        if self._proxies.get(key, self) is not value:
            (self._defaults if key == self.default_section else self._sections.get(key, {})).clear()
            self.read_dict({key: value})

    def __delitem__(self, key):
        if key == self.default_section:
            raise ValueError("Cannot remove the default section.")
        if not self.remove_section(key):
            raise KeyError(key)

    def __contains__(self, key):
        return key in self._proxies

    def __len__(self):
        return len(self._proxies)

    def __iter__(self):
        return iter(self._proxies)

    @property
    def converters(self):
        return self._converters


class ConfigParser(RawConfigParser):
    _DEFAULT_INTERPOLATION = BasicInterpolation()

    def _checked(self, section="", option="", value=""):
        if not isinstance(section, str):
            raise TypeError("section names must be strings")
        if not isinstance(option, str):
            raise TypeError("option keys must be strings")
        if not isinstance(value, str) and (not self._allow_no_value or value):
            raise TypeError("option values must be strings")

    def set(self, section, option, value=None):
        self._checked(option=option, value=value)
        super().set(section, option, value)

    def add_section(self, section):
        self._checked(section=section)
        super().add_section(section)

    def _read_defaults(self, defaults):
        hold, self._interpolation = self._interpolation, Interpolation()
        try:
            self.read_dict({self.default_section: defaults})
        finally:
            self._interpolation = hold


class SectionProxy(MutableMapping):
    """A section of its parser, as a mapping."""

    def __init__(self, parser, name):
        self._parser, self._name = parser, name
        for conv in parser.converters:
            self._take(conv)

    def _take(self, conv):
        setattr(self, 'get' + conv, functools.partial(self.get, _impl=getattr(self._parser, 'get' + conv)))

    def __repr__(self):
        return f'<Section: {self._name}>'

    def __getitem__(self, key):
        if not self._parser.has_option(self._name, key):
            raise KeyError(key)
        return self._parser.get(self._name, key)

    def __setitem__(self, key, value):
        if isinstance(self._parser, ConfigParser):
            self._parser._checked(option=key, value=value)
        return self._parser.set(self._name, key, value)

    def __delitem__(self, key):
        if key not in self or not self._parser.remove_option(self._name, key):
            raise KeyError(key)

    def __contains__(self, key):
        return self._parser.has_option(self._name, key)

    def _options(self):
        whole = self._parser
        return [*whole.defaults()] if self._name == whole.default_section else whole.options(self._name)

    def __len__(self):
        return len(self._options())

    def __iter__(self):
        return self._options().__iter__()

    @property
    def parser(self):
        return self._parser

    @property
    def name(self):
        return self._name

    def get(self, option, fallback=None, *, raw=False, vars=None, _impl=None, **kwargs):
        return (_impl or self._parser.get)(self._name, option, raw=raw, vars=vars, fallback=fallback, **kwargs)


class ConverterMapping(MutableMapping):
    """Which get...() methods the parser and its sections have."""

    def __init__(self, parser):
        self._parser = parser
        self._data = {name[3:]: None for name in dir(parser) if name.startswith('get') and name != 'get' and callable(getattr(parser, name))}

    def __getitem__(self, key):
        return self._data[key]

    def __setitem__(self, key, value):
        if not isinstance(key, str):
            raise ValueError(f'Incompatible key: {key} (type: {type(key)})')
        if not key:
            raise ValueError('Incompatible key: cannot use "" as a name')
        read = functools.partial(self._parser._get_conv, conv=value)
        read.converter = value
        self._data[key] = value
        setattr(self._parser, 'get' + key, read)
        for proxy in self._parser._proxies.values():
            proxy._take(key)

    def __delitem__(self, key):
        if not isinstance(key, str):
            raise KeyError(key)
        del self._data[key]
        for each in (self._parser, *self._parser._proxies.values()):
            vars(each).pop('get' + key, None)    # a method of the class stays

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)
