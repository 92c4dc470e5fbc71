"""Words of a command line. Mirrors CPython's Lib/argparse.py for what a scenario asks of it: one parser, its groups and its
sub-commands. In a page there are no words but what parse_args() is given."""
import re as _re
import sys as _sys

__all__ = ['ArgumentParser', 'ArgumentError', 'ArgumentTypeError', 'Namespace', 'Action', 'HelpFormatter',
           'RawDescriptionHelpFormatter', 'RawTextHelpFormatter', 'ArgumentDefaultsHelpFormatter', 'MetavarTypeHelpFormatter', 'BooleanOptionalAction',
           'FileType', 'ONE_OR_MORE', 'OPTIONAL', 'PARSER', 'REMAINDER', 'SUPPRESS', 'ZERO_OR_MORE']

SUPPRESS, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, PARSER, REMAINDER = '==SUPPRESS==', '?', '*', '+', 'A...', '...'


class ArgumentTypeError(Exception):
    pass


def _name_of(action):
    if action is None:
        return None
    if action.option_strings:
        return '/'.join(action.option_strings)
    if action.metavar not in (None, SUPPRESS):
        return '/'.join(action.metavar) if isinstance(action.metavar, tuple) else action.metavar
    if action.dest not in (None, SUPPRESS):
        return action.dest
    if action.choices:
        return '{' + ','.join(map(str, action.choices)) + '}'
    return None


class ArgumentError(Exception):
    def __init__(self, argument, message):
        self.argument_name, self.message = _name_of(argument), message

    def __str__(self):
        return self.message if self.argument_name is None else f"argument {self.argument_name}: {self.message}"


class _AttributeHolder:
    """Shows its positional and its named arguments."""

    def __repr__(self):
        named = self._get_kwargs()
        strange = {name: value for name, value in named if not name.isidentifier()}
        parts = [*map(repr, self._get_args()), *[f"{name}={value!r}" for name, value in named if name.isidentifier()]]
        return f"{type(self).__name__}({', '.join(parts + ([f'**{strange!r}'] if strange else []))})"

    def _get_kwargs(self):
        return [*vars(self).items()]

    def _get_args(self):
        return []


class Namespace(_AttributeHolder):
    def __init__(self, **kwargs):
        self.__dict__.update(kwargs)

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, key):
        return key in self.__dict__


class Action(_AttributeHolder):
    _TOLD = "option_strings dest nargs const default type choices required help metavar deprecated".split()

    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None, deprecated=False):
        self.option_strings, self.dest, self.nargs, self.const, self.default = option_strings, dest, nargs, const, default
        self.type, self.choices, self.required, self.help, self.metavar, self.deprecated = type, choices, required, help, metavar, deprecated

    def _get_kwargs(self):
        return [(name, getattr(self, name)) for name in self._TOLD]

    def __call__(self, parser, namespace, values, option_string=None):
        raise NotImplementedError('.__call__() not defined')

    def format_usage(self):
        return self.option_strings[0]

    def _before(self, namespace, otherwise):
        found = getattr(namespace, self.dest, None)
        return otherwise if found is None else found


def _sets(value):
    """What calling an action does that sets its dest to value(action, namespace, values, option)."""
    def __call__(self, parser, namespace, values, option_string=None):
        setattr(namespace, self.dest, value(self, namespace, values, option_string))
    return __call__


def _checked_const(nargs, const):
    if const is not None and nargs != OPTIONAL:
        raise ValueError(f"nargs must be {OPTIONAL!r} to supply const")


class _StoreAction(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None, deprecated=False):
        super().__init__(option_strings, dest, nargs, const, default, type, choices, required, help, metavar, deprecated)
        if nargs == 0:
            raise ValueError("nargs for store actions must be != 0; if you have nothing to store, actions such as store true or store "
                             "const may be more appropriate")
        _checked_const(nargs, const)

    __call__ = _sets(lambda self, namespace, values, option: values)


class _StoreConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None, deprecated=False):
        super().__init__(option_strings, dest, 0, const, default, required=required, help=help, deprecated=deprecated)

    __call__ = _sets(lambda self, namespace, values, option: self.const)


class _StoreTrueAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=False, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, True, default, required, help, deprecated=deprecated)


class _StoreFalseAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=True, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, False, default, required, help, deprecated=deprecated)


class _AppendAction(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None, deprecated=False):
        super().__init__(option_strings, dest, nargs, const, default, type, choices, required, help, metavar, deprecated)
        if nargs == 0:
            raise ValueError("nargs for append actions must be != 0; if arg strings are not supplying the value to append, the append "
                             "const action may be more appropriate")
        _checked_const(nargs, const)

    __call__ = _sets(lambda self, namespace, values, option: [*self._before(namespace, ()), values])


class _AppendConstAction(_StoreConstAction):
    __call__ = _sets(lambda self, namespace, values, option: [*self._before(namespace, ()), self.const])


class _ExtendAction(_AppendAction):
    __call__ = _sets(lambda self, namespace, values, option: [*self._before(namespace, ()), *values])


class _CountAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, 0, default=default, required=required, help=help, deprecated=deprecated)

    __call__ = _sets(lambda self, namespace, values, option: self._before(namespace, 0) + 1)


class _VersionAction(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS, help=None, deprecated=False):
        help = "show program's version number and exit" if help is None else help
        super().__init__(option_strings, dest, 0, default=default, help=help, deprecated=deprecated)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        formatter = parser._get_formatter()
        formatter.add_text(parser.version if self.version is None else self.version)
        parser._print_message(formatter.format_help(), _sys.stdout)
        parser.exit()


class _HelpAction(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None, deprecated=False):
        super().__init__(option_strings, dest, 0, default=default, help=help, deprecated=deprecated)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


_UNSET = object()


class BooleanOptionalAction(Action):
    def __init__(self, option_strings, dest, default=None, type=_UNSET, choices=_UNSET, required=False, help=None, metavar=_UNSET,
                 deprecated=False):
        names = []
        for name, given in ('type', type), ('choices', choices), ('metavar', metavar):
            if given is not _UNSET:
                import warnings
                warnings.warn(f"{name!r} is deprecated as of Python 3.12 and will be removed in Python 3.14.", DeprecationWarning, 2)
        type, choices, metavar = [None if each is _UNSET else each for each in (type, choices, metavar)]
        for name in option_strings:
            names.append(name)
            if name.startswith('--'):
                names.append('--no-' + name[2:])
        super().__init__(names, dest, 0, None, default, type, choices, required, help, metavar, deprecated)

    __call__ = _sets(lambda self, namespace, values, option: not option.startswith('--no-'))

    def format_usage(self):
        return ' | '.join(self.option_strings)


class _SubParsersAction(Action):
    class _ChoicesPseudoAction(Action):
        def __init__(self, name, aliases, help):
            shown = f"{name} ({', '.join(aliases)})" if aliases else name
            super().__init__([], shown, help=help, metavar=shown)

    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prog_prefix, self._parser_class, self._name_parser_map = prog, parser_class, {}
        self._choices_actions, self._deprecated = [], set()
        super().__init__(option_strings, dest, PARSER, choices=self._name_parser_map, required=required, help=help, metavar=metavar)

    def add_parser(self, name, *, deprecated=False, aliases=(), **kwargs):
        if kwargs.get('prog') is None:
            kwargs['prog'] = f"{self._prog_prefix} {name}"
        if name in self._name_parser_map:
            raise ArgumentError(self, f"conflicting subparser: {name}")
        for each in aliases:
            if each in self._name_parser_map:
                raise ArgumentError(self, f"conflicting subparser alias: {each}")
        if 'help' in kwargs:
            self._choices_actions.append(self._ChoicesPseudoAction(name, aliases, kwargs.pop('help')))
        parser = self._parser_class(**kwargs)
        for each in (name, *aliases):
            self._name_parser_map[each] = parser
        if deprecated:
            self._deprecated.update((name, *aliases))
        return parser

    def _get_subactions(self):
        return self._choices_actions

    def __call__(self, parser, namespace, values, option_string=None):
        name, *rest = values
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        if name not in self._name_parser_map:
            raise ArgumentError(self, f"unknown parser {name!r} (choices: {', '.join(self._name_parser_map)})")
        if name in self._deprecated:
            parser._warning(f"command {name!r} is deprecated")
        found, extras = self._name_parser_map[name].parse_known_args(rest)
        for key, value in vars(found).items():
            setattr(namespace, key, value)
        if extras:
            vars(namespace).setdefault('_unrecognized_args', []).extend(extras)


class HelpFormatter:
    """Lays out usage and help. What is to be told is put together in sections first, so that all of them share one column."""

    class _Section:
        def __init__(self, heading, indent):
            self.heading, self.indent, self.items = heading, indent, []    # items: functions that give text, and sections

        def text(self):
            said = ''.join([each.text() if isinstance(each, HelpFormatter._Section) else each() or '' for each in self.items])
            if not said or self.indent is None:
                return said
            heading = '' if self.heading is None or self.heading is SUPPRESS else f"{' ' * self.indent}{self.heading}:\n"
            return f"\n{heading}{said}\n"

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            import os
            columns = os.environ.get('COLUMNS', '')
            width = (int(columns) if columns.isdigit() and int(columns) else 80) - 2
        self._prog, self._width, self._indent_increment = prog, width, indent_increment
        self._max_help_position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._current_indent = self._action_max_length = 0
        self._open = [self._Section(None, None)]

    def _indent(self):
        self._current_indent += self._indent_increment

    def _dedent(self):
        self._current_indent -= self._indent_increment

    # What is to be told.

    def _add_item(self, func, args):
        indent = self._current_indent

        def later():
            now, self._current_indent = self._current_indent, indent
            text = func(*args)
            self._current_indent = now
            return text
        self._open[-1].items.append(later)

    def start_section(self, heading):
        section = self._Section(heading, self._current_indent)
        self._open[-1].items.append(section)
        self._open.append(section)
        self._indent()

    def end_section(self):
        self._open.pop()
        self._dedent()

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            self._add_item(self._format_text, [text])

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._add_item(self._format_usage, (usage, actions, groups, prefix))

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        lengths = [len(self._format_action_invocation(action)) + self._current_indent]
        for each in self._iter_indented_subactions(action):
            lengths.append(len(self._format_action_invocation(each)) + self._current_indent)
        self._action_max_length = max(self._action_max_length, *lengths)
        self._add_item(self._format_action, [action])

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        said = self._open[0].text()
        return _re.sub('\n{3,}', '\n\n', said).strip('\n') + '\n' if said else said

    # The usage.

    def _format_usage(self, usage, actions, groups, prefix):
        prefix = 'usage: ' if prefix is None else prefix
        if usage is not None:
            return f"{prefix}{usage % {'prog': self._prog}}\n\n"
        options = [each for each in actions if each.option_strings]
        positions = [each for each in actions if not each.option_strings]
        parts = [self._prog, ' '.join(self._get_actions_usage_parts(options + positions, groups))]
        whole, room = ' '.join([each for each in parts if each]), self._width - self._current_indent
        if actions and len(prefix) + len(whole) > room:
            options, positions = (self._get_actions_usage_parts(each, groups) for each in (options, positions))
            whole = '\n'.join(self._usage_lines(options, positions, prefix, room))
        return f"{prefix}{whole}\n\n"

    def _usage_lines(self, options, positions, prefix, room):
        def wrapped(parts, indent, begun=None):
            lines, line, length = [], [], (indent if begun is None else begun) - 1
            for part in parts:
                if length + 1 + len(part) > room and line:
                    lines.append(line)
                    line, length = [], indent - 1
                line.append(part)
                length += len(part) + 1
            lines += [line] if line else []
            return [' ' * (indent if n or begun is None else 0) + ' '.join(line) for n, line in enumerate(lines)]
        if len(prefix) + len(self._prog) <= 0.75 * room:    # the rest stands behind the name
            indent = len(prefix) + len(self._prog) + 1
            if options:
                return wrapped([self._prog, *options], indent, len(prefix)) + wrapped(positions, indent)
            return wrapped([self._prog, *positions], indent, len(prefix))
        indent = len(prefix)
        lines = wrapped([*options, *positions], indent)
        if len(lines) > 1:
            lines = wrapped(options, indent) + wrapped(positions, indent)
        return [self._prog, *lines]

    def _get_actions_usage_parts(self, actions, groups):
        """An exclusive group whose members stand beside each other has marks between them and brackets around."""
        grouped, runs = set(), {}
        for group in groups:
            members = group._group_actions
            if not members:
                raise ValueError(f'empty group {group}')
            if members[0] in actions and not all([each.help is SUPPRESS for each in members]):
                start = actions.index(members[0])
                if actions[start:start + len(members)] == members:
                    grouped.update(members)
                    runs[start, start + len(members)] = group
        parts = [None if each.help is SUPPRESS else self._usage_part(each, each in grouped) for each in actions]
        marked = set()    # the places that have their | from a group inside this one
        for (start, end), group in sorted(runs.items(), key=lambda run: run[0], reverse=True):
            shown = [each for each in parts[start:end] if each is not None]
            left, right = ('[', ']') if not group.required else ('(', ')') if len(shown) > 1 else ('', '')
            shown[0] = left + shown[0]
            shown[-1] += right
            for place in range(start, start + len(shown) - 1):
                if place in marked:
                    shown[place - start] = parts[place]
                else:
                    shown[place - start] += ' |'
                    marked.add(place)
            parts[start:end] = shown + [None] * (end - start - len(shown))
        return [each for each in parts if each is not None]

    def _usage_part(self, action, in_group):
        if not action.option_strings:
            part = self._format_args(action, self._get_default_metavar_for_positional(action))
            return part[1:-1] if in_group and part[:1] == '[' and part[-1:] == ']' else part
        if action.nargs == 0:
            part = action.format_usage()
        else:
            part = f"{action.option_strings[0]} {self._format_args(action, self._get_default_metavar_for_optional(action))}"
        return part if action.required or in_group else f"[{part}]"

    # Text and arguments.

    def _format_text(self, text):
        if '%(prog)' in text:
            text = text % {'prog': self._prog}
        return self._fill_text(text, max(self._width - self._current_indent, 11), ' ' * self._current_indent) + '\n\n'

    def _format_action(self, action):
        column = min(self._action_max_length + 2, self._max_help_position)
        head = ' ' * self._current_indent + self._format_action_invocation(action)
        lines = []
        if action.help and action.help.strip() and (told := self._expand_help(action)):
            lines = self._split_lines(told, max(self._width - column, 11))
        if not action.help or len(head) > column - 2:
            out = [head, '\n']
        else:    # the help begins beside it
            out = [head.ljust(column), (lines.pop(0) if lines else '') + '\n']
        out += [' ' * column + line + '\n' for line in lines]
        return ''.join(out + [self._format_action(each) for each in self._iter_indented_subactions(action)])

    def _format_action_invocation(self, action):
        if not action.option_strings:
            return ' '.join(self._metavar_formatter(action, self._get_default_metavar_for_positional(action))(1))
        names = ', '.join(action.option_strings)
        return names if action.nargs == 0 else f"{names} {self._format_args(action, self._get_default_metavar_for_optional(action))}"

    def _metavar_formatter(self, action, default_metavar):
        shown = action.metavar
        if shown is None:
            shown = default_metavar if action.choices is None else '{' + ','.join(map(str, action.choices)) + '}'
        return lambda size: shown if isinstance(shown, tuple) else (shown,) * size

    def _format_args(self, action, default_metavar):
        names, nargs = self._metavar_formatter(action, default_metavar), action.nargs
        if nargs is None:
            return '%s' % names(1)
        if nargs == OPTIONAL:
            return '[%s]' % names(1)
        if nargs == ZERO_OR_MORE:
            return '[%s [%s ...]]' % names(1) if len(names(1)) == 2 else '[%s ...]' % names(1)
        if nargs == ONE_OR_MORE:
            return '%s [%s ...]' % names(2)
        if nargs in (REMAINDER, SUPPRESS):
            return '...' if nargs == REMAINDER else ''
        if nargs == PARSER:
            return '%s ...' % names(1)
        try:
            places = ' '.join(['%s' for _ in range(nargs)])
        except TypeError:
            raise ValueError("invalid nargs value") from None
        return places % names(nargs)

    def _expand_help(self, action):
        known = {name: getattr(value, '__name__', value) for name, value in {**vars(action), 'prog': self._prog}.items() if value is not SUPPRESS}
        if known.get('choices') is not None:
            known['choices'] = ', '.join(map(str, known['choices']))
        return self._get_help_string(action) % known

    def _iter_indented_subactions(self, action):
        if hasattr(action, '_get_subactions'):
            self._indent()
            yield from action._get_subactions()
            self._dedent()

    def _get_default_metavar_for_positional(self, action):
        return action.dest

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_help_string(self, action):
        return action.help

    @staticmethod
    def _on_one_line(text):
        return ' '.join(_re.split('[ \t-\r]+', text)).strip()

    def _fill_text(self, text, width, indent):
        from textwrap import fill
        return fill(self._on_one_line(text), width, initial_indent=indent, subsequent_indent=indent)

    def _split_lines(self, text, width):
        from textwrap import wrap
        return wrap(self._on_one_line(text), width)


class RawDescriptionHelpFormatter(HelpFormatter):
    def _fill_text(self, text, width, indent):
        return ''.join([indent + line for line in text.splitlines(keepends=True)])


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    def _get_help_string(self, action):
        text = action.help or ''
        told = action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE)
        return text + ' (default: %(default)s)' if told and action.default is not SUPPRESS and '%(default)' not in text else text


class MetavarTypeHelpFormatter(HelpFormatter):
    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    _get_default_metavar_for_positional = _get_default_metavar_for_optional


class FileType:
    """type= of an argument that names a file to open; '-' is a standard stream."""

    def __init__(self, mode='r', bufsize=-1, encoding=None, errors=None):
        self._mode, self._bufsize, self._encoding, self._errors = mode, bufsize, encoding, errors

    def __call__(self, string):
        if string == '-':
            if 'r' in self._mode:
                stream = _sys.stdin
            elif any([letter in self._mode for letter in 'wax']):
                stream = _sys.stdout
            else:
                raise ValueError('argument "-" with mode %r' % self._mode)
            return stream.buffer if 'b' in self._mode else stream
        try:
            return open(string, self._mode, self._bufsize, self._encoding, self._errors)
        except OSError as error:
            raise ArgumentTypeError(f"can't open '{string}': {error}")

    def __repr__(self):
        parts = [repr(each) for each in (self._mode, self._bufsize) if each != -1]
        parts += [f"{name}={value!r}" for name, value in (('encoding', self._encoding), ('errors', self._errors)) if value is not None]
        return f"{type(self).__name__}({', '.join(parts)})"


_ACTIONS = {None: _StoreAction, 'store': _StoreAction, 'store_const': _StoreConstAction, 'store_true': _StoreTrueAction, 'store_false': _StoreFalseAction,
            'append': _AppendAction, 'append_const': _AppendConstAction, 'extend': _ExtendAction, 'count': _CountAction, 'help': _HelpAction, 'version': _VersionAction}


class _ArgumentGroup:
    def __init__(self, parser, title=None, description=None):
        self._parser, self.title, self.description, self._group_actions = parser, title, description, []

    def add_argument(self, *names, **options):
        return self._add_action(self._parser._make(names, options))

    def _add_action(self, action):
        self._group_actions.append(self._parser._known(action))
        return action

    def set_defaults(self, **defaults):
        self._parser.set_defaults(**defaults)

    def get_default(self, dest):
        return self._parser.get_default(dest)

    def add_mutually_exclusive_group(self, *, required=False):
        return self._parser.add_mutually_exclusive_group(required=required, _container=self)


class _MutuallyExclusiveGroup(_ArgumentGroup):
    def __init__(self, parser, required, container):
        super().__init__(parser)
        self.required, self._container = required, container

    def _add_action(self, action):
        if action.required:
            raise ValueError('mutually exclusive arguments must be optional')
        self._container._add_action(action)
        self._group_actions.append(action)
        return action


class ArgumentParser(_AttributeHolder):
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=HelpFormatter, prefix_chars='-',
                 fromfile_prefix_chars=None, argument_default=None, conflict_handler='error', add_help=True, allow_abbrev=True,
                 exit_on_error=True):
        if conflict_handler not in ('error', 'resolve'):
            raise ValueError(f"invalid conflict_resolution value: {conflict_handler!r}")
        self.prefix_chars, self.fromfile_prefix_chars, self.conflict_handler = prefix_chars, fromfile_prefix_chars, conflict_handler
        self.prog = prog if prog is not None else _sys.argv[0].rpartition('/')[2]
        self.usage, self.description, self.epilog, self.formatter_class = usage, description, epilog, formatter_class
        self.argument_default, self.add_help, self.allow_abbrev, self.exit_on_error = argument_default, add_help, allow_abbrev, exit_on_error
        self._actions, self._mutually_exclusive_groups, self._defaults, self._option_string_actions = [], [], {}, {}
        self._action_groups, self._subparsers = [], None
        self._registries = {'action': {**_ACTIONS, 'parsers': _SubParsersAction}, 'type': {}}
        self._positionals, self._optionals = self.add_argument_group('positional arguments'), self.add_argument_group('options')
        if add_help:
            mark = '-' if '-' in prefix_chars else prefix_chars[0]
            self.add_argument(mark + 'h', 2 * mark + 'help', action='help', default=SUPPRESS, help='show this help message and exit')
        for parent in parents:
            if not isinstance(parent, ArgumentParser):
                raise TypeError('parents must be a list of ArgumentParser')
            self._take_all_of(parent)

    def _take_all_of(self, parent):
        """Its arguments, in groups of the same titles."""
        own, homes = {group.title: group for group in self._action_groups}, {}
        for group in parent._action_groups:
            if group.title not in own:
                own[group.title] = self.add_argument_group(group.title, group.description)
            homes.update(dict.fromkeys(group._group_actions, own[group.title]))
        for group in parent._mutually_exclusive_groups:
            container = own[group._container.title] if group._container is not parent else self
            homes.update(dict.fromkeys(group._group_actions, container.add_mutually_exclusive_group(required=group.required)))
        for action in parent._actions:
            homes.get(action, self)._add_action(action)
        self._defaults.update(parent._defaults)

    def _get_kwargs(self):
        return [(name, getattr(self, name)) for name in 'prog usage description formatter_class conflict_handler add_help'.split()]

    # What is known.

    def register(self, registry_name, value, object):
        """What action='value' or type='value' stands for from now on."""
        self._registries.setdefault(registry_name, {})[value] = object

    def _add_action(self, action):
        return (self._optionals if action.option_strings else self._positionals)._add_action(action)

    def _get_optional_actions(self):
        return [each for each in self._actions if each.option_strings]

    def _get_positional_actions(self):
        return [each for each in self._actions if not each.option_strings]

    def _make(self, names, options):
        options = dict(options)
        kind = options.pop('action', None)
        marks = self.prefix_chars
        if not names or len(names) == 1 and names[0][:1] not in marks:
            if names and 'dest' in options:
                raise ValueError('dest supplied twice for positional argument')
            if not names and 'dest' not in options:
                raise TypeError("_ActionsContainer._get_positional_kwargs() missing 1 required positional argument: 'dest'")
            dest = names[0] if names else options.pop('dest')
            if 'required' in options:
                raise TypeError("'required' is an invalid argument for positionals")
            strings = []
            if options.get('nargs') not in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS, 0):
                options['required'] = True
        else:
            for name in names:
                if name[:1] not in marks:
                    raise ValueError(f"invalid option string {name!r}: must start with a character {marks!r}")
            strings = list(names)
            long = next((name for name in names if name[1:2] and name[1] in marks), names[0])
            dest = options.pop('dest', None)
            if dest is None and not long.lstrip(marks):
                raise ValueError(f"dest= is required for options like {names[-1]!r}")
            dest = long.lstrip(marks).replace('-', '_') if dest is None else dest
        if 'default' not in options:
            if dest in self._defaults:
                options['default'] = self._defaults[dest]
            elif self.argument_default is not None:
                options['default'] = self.argument_default
        make = self._registries['action'].get(kind, kind)
        if not callable(make):
            raise ValueError(f'unknown action "{make}"')
        action = make(option_strings=strings, dest=dest, **options)
        if (read := self._registries['type'].get(action.type, action.type)) is not None and not callable(read):
            raise ValueError(f"{read!r} is not callable")
        if read is FileType:
            raise ValueError(f"{read!r} is a FileType class object, instance of it must be passed")
        return action

    def _known(self, action):
        taken = [name for name in action.option_strings if name in self._option_string_actions]
        if taken and self.conflict_handler == 'error':
            raise ArgumentError(action, f"conflicting option string{'s' if len(taken) > 1 else ''}: {', '.join(taken)}")
        for name in taken:
            old = self._option_string_actions.pop(name)
            old.option_strings.remove(name)
            if not old.option_strings:
                self._actions.remove(old)
                for group in self._action_groups:
                    if old in group._group_actions:
                        group._group_actions.remove(old)
        for name in action.option_strings:
            self._option_string_actions[name] = action
        self._actions.append(action)
        return action

    def add_argument(self, *names, **options):
        action = self._make(names, options)
        try:
            self._get_formatter()._format_args(action, None)
        except TypeError:
            raise ValueError("length of metavar tuple does not match nargs")
        return self._add_action(action)

    def add_argument_group(self, title=None, description=None):
        self._action_groups.append(_ArgumentGroup(self, title, description))
        return self._action_groups[-1]

    def add_mutually_exclusive_group(self, *, required=False, _container=None):
        self._mutually_exclusive_groups.append(_MutuallyExclusiveGroup(self, required, _container or self))
        return self._mutually_exclusive_groups[-1]

    def add_subparsers(self, **options):
        kind = options.pop('action', 'parsers')
        if self._subparsers is not None:
            raise ArgumentError(None, 'cannot have multiple subparser arguments')
        options.setdefault('parser_class', type(self))
        if 'title' in options or 'description' in options:
            self._subparsers = self.add_argument_group(options.pop('title', 'subcommands'), options.pop('description', None))
        else:
            self._subparsers = self._positionals
        if options.get('prog') is None:
            formatter = self._get_formatter()
            formatter.add_usage(self.usage, self._get_positional_actions(), self._mutually_exclusive_groups, '')
            options['prog'] = formatter.format_help().strip()
        return self._subparsers._add_action(self._registries['action'].get(kind, kind)(option_strings=[], **options))

    def set_defaults(self, **defaults):
        self._defaults.update(defaults)
        for action in self._actions:
            if action.dest in defaults:
                action.default = defaults[action.dest]

    def get_default(self, dest):
        for action in self._actions:
            if action.dest == dest and action.default is not None:
                return action.default
        return self._defaults.get(dest)

    # What is said.

    def parse_args(self, args=None, namespace=None):
        return self._all_of(*self.parse_known_args(args, namespace))

    def parse_intermixed_args(self, args=None, namespace=None):
        return self._all_of(*self.parse_known_intermixed_args(args, namespace))

    def parse_known_intermixed_args(self, args=None, namespace=None):
        for action in self._actions:
            if not action.option_strings and action.nargs in (PARSER, REMAINDER):
                raise TypeError(f'parse_intermixed_args: positional arg with nargs={action.nargs}')
        return self.parse_known_args(args, namespace, True)

    def convert_arg_line_to_args(self, arg_line):
        return [arg_line]

    def _with_files(self, words):
        out = []
        for word in words:
            if not word or word[0] not in self.fromfile_prefix_chars:
                out.append(word)
                continue
            try:
                with open(word[1:]) as file:
                    said = [each for line in file.read().splitlines() for each in self.convert_arg_line_to_args(line)]
            except OSError as error:
                raise ArgumentError(None, str(error))
            out.extend(self._with_files(said))
        return out

    def _all_of(self, found, extras):
        if extras:
            message = f"unrecognized arguments: {' '.join(extras)}"
            if not self.exit_on_error:
                raise ArgumentError(None, message)
            self.error(message)
        return found

    def parse_known_args(self, args=None, namespace=None, _intermixed=False):
        words = list(_sys.argv[1:] if args is None else args)
        namespace = Namespace() if namespace is None else namespace
        for action in self._actions:
            if action.dest is not SUPPRESS and action.default is not SUPPRESS and not hasattr(namespace, action.dest):
                setattr(namespace, action.dest, action.default)
        for dest, value in self._defaults.items():
            if not hasattr(namespace, dest):
                setattr(namespace, dest, value)
        if self.exit_on_error:
            try:
                extras = self._parse(words, namespace, _intermixed)
            except ArgumentError as error:
                self.error(str(error))
        else:
            extras = self._parse(words, namespace, _intermixed)
        extras += vars(namespace).pop('_unrecognized_args', [])
        return namespace, extras

    def _option(self, word):
        """None for a position; else all it may be: (action, name, value said with it or None, what stands between); action None: nobody knows it."""
        marks, known = self.prefix_chars, self._option_string_actions
        if not word or word[0] not in marks:
            return None
        if word in known:
            return [(known[word], word, None, None)]
        if len(word) == 1:
            return None
        name, equals, value = word.partition('=')
        said = (value, '=') if equals else (None, None)
        if equals and name in known:
            return [(known[name], name, *said)]
        fits = [(known[each], each, *said) for each in known if self.allow_abbrev and each.startswith(name)]
        if word[1] not in marks:    # a letter may have its value right behind it
            fits = [(known[each], each, word[2:], '') if each == word[:2] else (known[each], each, *said) for each in known
                    if each == word[:2] or self.allow_abbrev and each.startswith(name)]
        if fits:
            return fits
        if _re.match(r'-(?:\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)$', word) and not any(
                _re.match(r'-(?:\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)$', each) for each in known):
            return None
        return None if ' ' in word else [(None, word, None, None)]

    _PATTERNS = {None: '(-*A-*)', OPTIONAL: '(-*A?-*)', ZERO_OR_MORE: '(-*[A-]*)', ONE_OR_MORE: '(-*A[A-]*)', REMAINDER: '([-AO]*)',
                 PARSER: '(-*A[-AO]*)', SUPPRESS: '(-*)'}

    def _pattern(self, action):
        if isinstance(action.nargs, int):
            found = '(-*' + '-*'.join('A' * action.nargs) + ')'
        else:
            found = self._PATTERNS[action.nargs]
        return found.replace('-*', '').replace('-', '') if action.option_strings else found

    def _parse(self, words, namespace, intermixed=False):
        if self.fromfile_prefix_chars is not None:
            words = self._with_files(words)
        kinds, known, rest = [], {}, False
        for i, word in enumerate(words):
            if rest:
                kinds.append('A')
            elif word == '--':
                kinds.append('-')
                rest = True
            else:
                known[i] = self._option(word)
                kinds.append('A' if known[i] is None else 'O')
        kinds = ''.join(kinds)
        positions = [each for each in self._actions if not each.option_strings]
        seen, seen_words, warned, extras = set(), set(), set(), []

        def take(action, values_said, name=None):
            seen.add(action)
            values = self._values(action, values_said)
            if values is not action.default:
                seen_words.add(action)
                for group in self._mutually_exclusive_groups:
                    if action in group._group_actions:
                        for other in group._group_actions:
                            if other is not action and other in seen_words:
                                raise ArgumentError(action, f"not allowed with argument {_name_of(other)}")
            if values is not SUPPRESS:
                action(self, namespace, values, name)

        def take_option(at):
            if len(known[at]) > 1:
                raise ArgumentError(None, f"ambiguous option: {words[at]} could match {', '.join([each[1] for each in known[at]])}")
            action, name, said, between = known[at][0]
            marks, takes = self.prefix_chars, []
            after = at + 1
            while True:
                if action is None:
                    extras.append(words[at])
                    return after
                if said is None:
                    count = self._match(action, kinds[after:])
                    takes.append((action, words[after:after + count], name))
                    after += count
                    break
                count = self._match(action, 'A')
                if count == 1:
                    takes.append((action, [said], name))
                    break
                if count or name[1] in marks or not said or between or said[0] in marks:
                    raise ArgumentError(action, f"ignored explicit argument {said!r}")
                takes.append((action, [], name))    # what is left are letters of further options
                name = name[0] + said[0]
                if name not in self._option_string_actions:
                    extras.append(name[0] + said)
                    break
                action, said = self._option_string_actions[name], said[1:]
                between = '=' if said[:1] == '=' else ''
                said = said.removeprefix('=') if said else None
            for action, values, name in takes:
                if action.deprecated and name not in warned:
                    self._warning(f"option {name!r} is deprecated")
                    warned.add(name)
                take(action, values, name)
            return after

        def take_positions(at):
            counts = []
            for n in range(len(positions), 0, -1):
                if found := _re.match(''.join([self._pattern(each) for each in positions[:n]]), kinds[at:]):
                    counts = [len(each) for each in found.groups()]
                    break
            if 'O' in kinds[at:]:
                # One that takes nothing yet may take what stands behind the next option.
                while counts and counts[-1] == 0 and positions[len(counts) - 1].nargs not in (PARSER,):
                    counts.pop()
            for action, count in zip(positions, counts):
                said = words[at:at + count]
                if action.nargs == PARSER:
                    if said[:1] == ['--']:
                        said = said[1:]
                elif action.nargs != REMAINDER and '-' in kinds[at:at + count]:
                    said.remove('--')
                at += count
                if said and action.deprecated and action.dest not in warned:
                    self._warning(f"argument {action.dest!r} is deprecated")
                    warned.add(action.dest)
                take(action, said)
            positions[:] = positions[len(counts):]
            return at
        between = []    # what stands between the options, where the positions are asked for last of all
        at, last = 0, max([i for i, kind in enumerate(kinds) if kind == 'O'], default=-1)
        while at <= last:
            next_option = kinds.index('O', at)
            if intermixed:
                between.extend(zip(words[at:next_option], kinds[at:next_option]))
                at = next_option
            elif at != next_option:
                after = take_positions(at)
                if after > at:
                    at = after
                    continue
            if kinds[at] != 'O':
                extras.extend(words[at:next_option])
                at = next_option
            at = take_option(at)
        if intermixed:
            between.extend(zip(words[at:], kinds[at:]))
            words, kinds, at = [word for word, _ in between], ''.join([kind for _, kind in between]), 0
        at = take_positions(at)
        extras.extend(words[at:])
        missing = []
        for action in self._actions:
            if action in seen:
                continue
            if action.required:
                missing.append(_name_of(action))
            elif isinstance(action.default, str) and action.dest is not SUPPRESS and getattr(namespace, action.dest, None) is action.default:
                setattr(namespace, action.dest, self._value(action, action.default))
        if missing:
            raise ArgumentError(None, f"the following arguments are required: {', '.join(missing)}")
        for group in self._mutually_exclusive_groups:
            if group.required and not any(each in seen_words for each in group._group_actions):
                names = [_name_of(each) for each in group._group_actions if each.help is not SUPPRESS]
                raise ArgumentError(None, f"one of the arguments {' '.join(names)} is required")
        return extras

    def _match(self, action, kinds):
        if action.nargs == 0:
            return 0
        found = _re.match(self._pattern(action), kinds)
        if found is None:
            if action.nargs is None:
                raise ArgumentError(action, 'expected one argument')
            if action.nargs == OPTIONAL:
                raise ArgumentError(action, 'expected at most one argument')
            if action.nargs == ONE_OR_MORE:
                raise ArgumentError(action, 'expected at least one argument')
            raise ArgumentError(action, f"expected {action.nargs} argument{'s' if action.nargs != 1 else ''}")
        return len(found[1])

    def _values(self, action, said):
        if not said and action.nargs == OPTIONAL:
            value = action.const if action.option_strings else action.default
            if isinstance(value, str) and value is not SUPPRESS:
                value = self._value(action, value)
            return value
        if not said and action.nargs == ZERO_OR_MORE and not action.option_strings:
            return action.default if action.default is not None else []
        if action.nargs in (None, OPTIONAL) and len(said) == 1:
            value = self._value(action, said[0])
            self._check(action, value)
            return value
        if action.nargs == SUPPRESS:
            return SUPPRESS
        values = [self._value(action, each) for each in said]
        if action.nargs == PARSER:
            self._check(action, values[0])
        elif action.nargs != REMAINDER:
            for value in values:
                self._check(action, value)
        return values

    def _value(self, action, word):
        make = self._registries['type'].get(action.type, action.type)
        if make is None:
            return word
        try:
            return make(word)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error))
        except (TypeError, ValueError):
            raise ArgumentError(action, f"invalid {getattr(action.type, '__name__', repr(action.type))} value: {word!r}")

    def _check(self, action, value):
        choices = action.choices
        if choices is not None:
            if isinstance(choices, str):
                choices = iter(choices)
            if value not in choices:
                raise ArgumentError(action, f"invalid choice: {str(value)!r} (choose from {', '.join(map(str, action.choices))})")

    # What is told.

    def _get_formatter(self):
        return self.formatter_class(prog=self.prog)

    def _with_usage(self):
        begun = self._get_formatter()
        begun.add_usage(self.usage, self._actions, self._mutually_exclusive_groups)
        return begun

    def format_usage(self):
        return self._with_usage().format_help()

    def format_help(self):
        page = self._with_usage()
        page.add_text(self.description)
        for each in self._action_groups:
            page.start_section(each.title)
            page.add_text(each.description)
            page.add_arguments(each._group_actions)
            page.end_section()
        page.add_text(self.epilog)
        return page.format_help()

    def print_usage(self, file=None):
        self._print_message(self.format_usage(), file or _sys.stdout)

    def print_help(self, file=None):
        self._print_message(self.format_help(), file or _sys.stdout)

    def _print_message(self, message, file=None):
        if message:
            (file or _sys.stderr).write(message)

    def exit(self, status=0, message=None):
        self._print_message(message, _sys.stderr)
        _sys.exit(status)

    def error(self, message):
        self.print_usage(_sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")

    def _warning(self, message):
        self._print_message(f"{self.prog}: warning: {message}\n", _sys.stderr)
