"""Words of a command line. Mirrors CPython's Lib/argparse.py for what a scenario asks of it: one parser, its groups and its
sub-commands. In a page there are no words but what parse_args() is given."""
import re as _re
import sys as _sys

__all__ = ['ArgumentParser', 'ArgumentError', 'ArgumentTypeError', 'Namespace', 'Action', 'HelpFormatter',
           'RawDescriptionHelpFormatter', 'RawTextHelpFormatter', 'ArgumentDefaultsHelpFormatter', 'MetavarTypeHelpFormatter', 'BooleanOptionalAction',
           'FileType', 'ONE_OR_MORE', 'OPTIONAL', 'PARSER', 'REMAINDER', 'SUPPRESS', 'ZERO_OR_MORE']

SUPPRESS, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, PARSER, REMAINDER = '==SUPPRESS==', '?', '*', '+', 'A...', '...'
_WIDTH = 78


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


class Namespace:
    def __init__(self, **kwargs):
        self.__dict__.update(kwargs)

    def __repr__(self):
        parts = [f"{name}={value!r}" if name.isidentifier() else f"**{ {name: value}!r}" for name, value in self.__dict__.items()]
        return f"{type(self).__name__}({', '.join(parts)})"

    def __eq__(self, other):
        return vars(self) == vars(other) if isinstance(other, Namespace) else NotImplemented

    def __contains__(self, key):
        return key in self.__dict__


class Action:
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None, deprecated=False):
        self.option_strings, self.dest, self.nargs, self.const, self.default = option_strings, dest, nargs, const, default
        self.type, self.choices, self.required, self.help, self.metavar = type, choices, required, help, metavar

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


class _StoreAction(Action):
    def __init__(self, option_strings, dest, nargs=None, const=None, default=None, type=None, choices=None, required=False, help=None,
                 metavar=None, deprecated=False):
        super().__init__(option_strings, dest, nargs, const, default, type, choices, required, help, metavar, deprecated)
        if nargs == 0:
            raise ValueError("nargs for store actions must be != 0; if you have nothing to store, actions such as store true or store "
                             "const may be more appropriate")

    __call__ = _sets(lambda self, namespace, values, option: values)


class _StoreConstAction(Action):
    def __init__(self, option_strings, dest, const=None, default=None, required=False, help=None, metavar=None, deprecated=False):
        super().__init__(option_strings, dest, 0, const, default, required=required, help=help)

    __call__ = _sets(lambda self, namespace, values, option: self.const)


class _StoreTrueAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=False, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, True, default, required, help)


class _StoreFalseAction(_StoreConstAction):
    def __init__(self, option_strings, dest, default=True, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, False, default, required, help)


class _AppendAction(_StoreAction):
    __call__ = _sets(lambda self, namespace, values, option: [*self._before(namespace, ()), values])


class _AppendConstAction(_StoreConstAction):
    __call__ = _sets(lambda self, namespace, values, option: [*self._before(namespace, ()), self.const])


class _ExtendAction(_AppendAction):
    __call__ = _sets(lambda self, namespace, values, option: [*self._before(namespace, ()), *values])


class _CountAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None, deprecated=False):
        super().__init__(option_strings, dest, 0, default=default, required=required, help=help)

    __call__ = _sets(lambda self, namespace, values, option: self._before(namespace, 0) + 1)


class _VersionAction(Action):
    def __init__(self, option_strings, version=None, dest=SUPPRESS, default=SUPPRESS, help="show program's version number and exit"):
        super().__init__(option_strings, dest, 0, default=default, help=help)
        self.version = version

    def __call__(self, parser, namespace, values, option_string=None):
        _sys.stdout.write(f"{(self.version or '') % {'prog': parser.prog}}\n")
        parser.exit()


class _HelpAction(Action):
    def __init__(self, option_strings, dest=SUPPRESS, default=SUPPRESS, help=None):
        super().__init__(option_strings, dest, 0, default=default, help=help)

    def __call__(self, parser, namespace, values, option_string=None):
        parser.print_help()
        parser.exit()


class BooleanOptionalAction(Action):
    def __init__(self, option_strings, dest, default=None, required=False, help=None):
        names = []
        for name in option_strings:
            names.append(name)
            if name.startswith('--'):
                names.append('--no-' + name[2:])
        super().__init__(names, dest, 0, default=default, required=required, help=help)

    __call__ = _sets(lambda self, namespace, values, option: not option.startswith('--no-'))

    def format_usage(self):
        return ' | '.join(self.option_strings)


class _SubParsersAction(Action):
    class _Choice(Action):
        def __init__(self, name, help):
            super().__init__([], name, metavar=name, help=help)

    def __init__(self, option_strings, prog, parser_class, dest=SUPPRESS, required=False, help=None, metavar=None):
        self._prog, self._parser_class, self._parsers, self._shown = prog, parser_class, {}, []
        super().__init__(option_strings, dest, PARSER, choices=self._parsers, required=required, help=help, metavar=metavar)

    def add_parser(self, name, *, aliases=(), help=None, **kwargs):
        kwargs.setdefault('prog', f"{self._prog} {name}")
        if help is not None:
            shown = f"{name} ({', '.join(aliases)})" if aliases else name
            self._shown.append(self._Choice(shown, help))
        parser = self._parser_class(**kwargs)
        for each in (name, *aliases):
            self._parsers[each] = parser
        return parser

    def __call__(self, parser, namespace, values, option_string=None):
        name, *rest = values
        if self.dest is not SUPPRESS:
            setattr(namespace, self.dest, name)
        if name not in self._parsers:
            raise ArgumentError(self, f"unknown parser {name!r} (choices: {', '.join(self._parsers)})")
        found, extras = self._parsers[name].parse_known_args(rest)
        for key, value in vars(found).items():
            setattr(namespace, key, value)
        if extras:
            vars(namespace).setdefault('_unrecognized_args', []).extend(extras)


class HelpFormatter:
    _raw_text = _raw_lines = _defaults = False

    def metavar(self, action, default):
        found = action.metavar
        if found is None:
            found = '{' + ','.join(map(str, action.choices)) + '}' if action.choices is not None else default
        return found if isinstance(found, tuple) else (found,) * 9

    def default_metavar(self, action):
        if action.option_strings:
            return action.dest.upper()
        return action.dest

    def arguments(self, action, default):
        names = self.metavar(action, default)
        if action.nargs is None:
            return names[0]
        if action.nargs == OPTIONAL:
            return f"[{names[0]}]"
        if action.nargs == ZERO_OR_MORE:
            return f"[{names[0]} [{names[1]} ...]]" if isinstance(action.metavar, tuple) and len(names) == 2 else f"[{names[0]} ...]"
        if action.nargs == ONE_OR_MORE:
            return f"{names[0]} [{names[1]} ...]"
        if action.nargs == REMAINDER:
            return '...'
        if action.nargs == PARSER:
            return f"{names[0]} ..."
        if action.nargs == SUPPRESS:
            return ''
        return ' '.join(names[:action.nargs])

    def usage_part(self, action, in_group):
        if not action.option_strings:
            part = self.arguments(action, self.default_metavar(action))
            return part[1:-1] if in_group and part.startswith('[') and part.endswith(']') else part
        part = action.format_usage() if action.nargs == 0 else \
            f"{action.option_strings[0]} {self.arguments(action, self.default_metavar(action))}"
        return part if action.required or in_group else f"[{part}]"

    def usage(self, parser):
        prog = parser.prog
        if parser.usage is not None:
            return f"usage: {parser.usage % {'prog': prog}}\n"
        options, positions = [], []
        done = set()
        for action in parser._actions:
            if id(action) in done or action.help is SUPPRESS:
                continue
            group = next((each for each in parser._exclusive if action in each._members), None)
            into = options if action.option_strings else positions
            if group is None:
                into.append(self.usage_part(action, False))
                continue
            members = [each for each in group._members if each.help is not SUPPRESS]
            done.update(map(id, members))
            text = ' | '.join([self.usage_part(each, True) for each in members])
            into.append((f"({text})" if len(members) > 1 else text) if group.required else f"[{text}]")
        whole = ' '.join([prog, *options, *positions])
        if len("usage: ") + len(whole) <= _WIDTH:
            return f"usage: {whole}\n"

        def lines(parts, indent, prefix=None):
            out, line, length = [], [], (len(prefix) if prefix is not None else indent) - 1
            for part in parts:
                if length + 1 + len(part) > _WIDTH and line:
                    out.append(' ' * indent + ' '.join(line))
                    line, length = [], indent - 1
                line.append(part)
                length += len(part) + 1
            if line:
                out.append(' ' * indent + ' '.join(line))
            if prefix is not None:
                out[0] = out[0][indent:]
            return out
        if len("usage: ") + len(prog) <= 0.75 * _WIDTH:
            indent = len("usage: ") + len(prog) + 1
            if options:
                out = lines([prog, *options], indent, "usage: ") + lines(positions, indent)
            elif positions:
                out = lines([prog, *positions], indent, "usage: ")
            else:
                out = [prog]
        else:
            indent = len("usage: ")
            out = lines([*options, *positions], indent)
            if len(out) > 1:
                out = lines(options, indent) + lines(positions, indent)
            out = [prog, *out]
        return "usage: " + '\n'.join(out) + "\n"

    def fill(self, text, width):
        if self._raw_text:
            return text
        import textwrap
        return textwrap.fill(_re.sub(r'\s+', ' ', text).strip(), width)

    def split(self, text, width):
        if self._raw_lines:
            return text.splitlines()
        import textwrap
        return textwrap.wrap(_re.sub(r'\s+', ' ', text).strip(), width)

    def invocation(self, action):
        if not action.option_strings:
            return self.metavar(action, self.default_metavar(action))[0]
        if action.nargs == 0:
            return ', '.join(action.option_strings)
        return ', '.join(action.option_strings) + ' ' + self.arguments(action, self.default_metavar(action))

    def help_of(self, parser, action):
        text = action.help
        if self._defaults and '%(default)' not in text and action.default is not SUPPRESS:
            if action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE):
                if not isinstance(action, (_HelpAction, _VersionAction)) and (action.required is False or action.default is not None):
                    text += ' (default: %(default)s)'
        values = {key: getattr(value, '__name__', value) for key, value in vars(action).items() if value is not SUPPRESS}
        values['prog'] = parser.prog
        if values.get('choices') is not None:
            values['choices'] = ', '.join(map(str, values['choices']))
        return text % values

    def help(self, parser):
        shown = []    # (title, description, [(indent, action)])
        for group in parser._groups:
            rows = []
            for action in group._members:
                if action.help is not SUPPRESS:
                    rows.append((2, action))
                    rows.extend((4, each) for each in getattr(action, '_shown', ()))
            shown.append((group.title, group.description, rows))
        longest = max([len(self.invocation(action)) + indent for _, _, rows in shown for indent, action in rows], default=0) + 2
        column = min(longest, 24)
        width = _WIDTH - column
        out = [self.usage(parser)]
        if parser.description:
            out.append(self.fill(parser.description.replace('%(prog)s', parser.prog), _WIDTH) + '\n')
        for title, description, rows in shown:
            if not rows and not description:
                continue
            part = [f"{title}:\n"]
            if description:
                lines = self.fill(description, _WIDTH - 2).splitlines(keepends=True)
                part.append(''.join('  ' + line for line in lines) + '\n' + ('\n' if rows else ''))
            for indent, action in rows:
                head = ' ' * indent + self.invocation(action)
                if not action.help:
                    part.append(head + '\n')
                    continue
                lines = self.split(self.help_of(parser, action), width)
                if len(head) <= column - 2:
                    part.append(f"{head:<{column}}{lines[0] if lines else ''}\n")
                    lines = lines[1:]
                else:
                    part.append(head + '\n')
                part.extend(' ' * column + line + '\n' for line in lines)
            out.append(''.join(part))
        if parser.epilog:
            out.append(self.fill(parser.epilog.replace('%(prog)s', parser.prog), _WIDTH) + '\n')
        import re
        return re.sub('\n{3,}', '\n\n', '\n'.join(out)).strip('\n') + '\n'


class RawDescriptionHelpFormatter(HelpFormatter):
    _raw_text = True


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    _raw_lines = True


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    _defaults = True


class MetavarTypeHelpFormatter(HelpFormatter):
    def default_metavar(self, action):
        return action.type.__name__


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


class _Group:
    def __init__(self, parser, title=None, description=None):
        self._parser, self.title, self.description, self._members = parser, title, description, []

    def add_argument(self, *names, **options):
        return self._add(self._parser._make(names, options))

    def _add(self, action):
        self._members.append(action)
        self._parser._add(action)
        return action

    def add_mutually_exclusive_group(self, *, required=False):
        return self._parser.add_mutually_exclusive_group(required=required, _group=self)


class _Exclusive(_Group):
    def __init__(self, parser, required, group):
        super().__init__(parser)
        self.required, self._group = required, group

    def _add(self, action):
        if action.required:
            raise ValueError('mutually exclusive arguments must be optional')
        self._members.append(action)
        (self._group or self._parser._default_group(action))._add(action)
        return action


class ArgumentParser:
    def __init__(self, prog=None, usage=None, description=None, epilog=None, parents=(), formatter_class=HelpFormatter, prefix_chars='-',
                 fromfile_prefix_chars=None, argument_default=None, conflict_handler='error', add_help=True, allow_abbrev=True,
                 exit_on_error=True):
        if prefix_chars != '-':
            raise NotImplementedError("Simul's argparse knows '-' options only (instead: leave prefix_chars out)")
        if conflict_handler not in ('error', 'resolve'):
            raise ValueError(f"invalid conflict_resolution value: {conflict_handler!r}")
        self.fromfile_prefix_chars, self.conflict_handler = fromfile_prefix_chars, conflict_handler
        self.prog = prog if prog is not None else _sys.argv[0].rpartition('/')[2]
        self.usage, self.description, self.epilog, self.formatter_class = usage, description, epilog, formatter_class
        self.argument_default, self.add_help, self.allow_abbrev, self.exit_on_error = argument_default, add_help, allow_abbrev, exit_on_error
        self._actions, self._exclusive, self._defaults, self._options, self._sub = [], [], {}, {}, None
        self._groups = [_Group(self, 'positional arguments'), _Group(self, 'options')]
        if add_help:
            self.add_argument('-h', '--help', action='help', default=SUPPRESS, help='show this help message and exit')
        for parent in parents:
            for action in parent._actions:
                self._default_group(action)._add(action)
            self._defaults.update(parent._defaults)

    def __repr__(self):
        return (f"ArgumentParser(prog={self.prog!r}, usage={self.usage!r}, description={self.description!r}, "
                f"formatter_class={self.formatter_class!r}, conflict_handler={self.conflict_handler!r}, add_help={self.add_help!r})")

    # What is known.

    def _default_group(self, action):
        return self._groups[1 if action.option_strings else 0]

    def _make(self, names, options):
        options = dict(options)
        kind = options.pop('action', None)
        if not names or len(names) == 1 and not names[0].startswith('-'):
            if names and 'dest' in options:
                raise ValueError('dest supplied twice for positional argument')
            dest = names[0] if names else options.pop('dest')
            if options.get('nargs') == 0:
                raise ValueError('nargs for positionals must be != 0')
            if 'required' in options:
                raise TypeError("'required' is an invalid argument for positionals")
            strings = []
            optional = options.get('nargs') in (OPTIONAL, ZERO_OR_MORE, REMAINDER, SUPPRESS, 0)
            if kind not in ('store_true', 'store_false', 'store_const', 'count', 'append_const'):
                options['required'] = not optional
        else:
            for name in names:
                if not name.startswith('-'):
                    raise ValueError(f"invalid option string {name!r}: must start with a character '-'")
            strings = list(names)
            long = next((name for name in names if name.startswith('--')), names[0])
            dest = options.pop('dest', None) or long.lstrip('-').replace('-', '_')
            if not dest:
                raise ValueError(f"dest= is required for options like {names[0]!r}")
        if 'default' not in options:
            if dest in self._defaults:
                options['default'] = self._defaults[dest]
            elif self.argument_default is not None:
                options['default'] = self.argument_default
        if isinstance(kind, type) and issubclass(kind, Action):
            made = kind
        elif kind in _ACTIONS:
            made = _ACTIONS[kind]
        else:
            raise ValueError(f'unknown action "{kind}"')
        if made in (_HelpAction, _VersionAction):
            dest = SUPPRESS
        action = made(option_strings=strings, dest=dest, **options)
        if action.type is not None and not callable(action.type):
            raise ValueError(f"{action.type!r} is not callable")
        return action

    def _add(self, action):
        taken = [name for name in action.option_strings if name in self._options]
        if taken and self.conflict_handler == 'error':
            raise ArgumentError(action, f"conflicting option string{'s' if len(taken) > 1 else ''}: {', '.join(taken)}")
        for name in taken:
            old = self._options.pop(name)
            old.option_strings.remove(name)
            if not old.option_strings:
                self._actions.remove(old)
                for group in self._groups:
                    if old in group._members:
                        group._members.remove(old)
        for name in action.option_strings:
            self._options[name] = action
        self._actions.append(action)
        return action

    def add_argument(self, *names, **options):
        action = self._make(names, options)
        return self._default_group(action)._add(action)

    def add_argument_group(self, title=None, description=None):
        self._groups.append(_Group(self, title, description))
        return self._groups[-1]

    def add_mutually_exclusive_group(self, *, required=False, _group=None):
        self._exclusive.append(_Exclusive(self, required, _group))
        return self._exclusive[-1]

    def add_subparsers(self, *, title=None, description=None, prog=None, dest=SUPPRESS, required=False, help=None, metavar=None,
                       parser_class=None):
        if self._sub is not None:
            raise ValueError('cannot have multiple subparser arguments')
        if title or description:
            group = self.add_argument_group(title or 'subcommands', description)
        else:
            group = self._groups[0]
        if prog is None:
            words = [self.formatter_class().usage_part(each, False) for each in self._actions if not each.option_strings]
            prog = ' '.join([self.prog, *words])
        self._sub = _SubParsersAction([], prog, parser_class or type(self), dest, required, help, metavar)
        return group._add(self._sub)

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
        """None for a position; (action, name, value said with it or None); action None: nobody knows it."""
        if not word.startswith('-') or word == '-':
            return None
        if word in self._options:
            return self._options[word], word, None
        name, equals, value = word.partition('=')
        if equals and name in self._options:
            return self._options[name], name, value
        if word.startswith('--'):
            fits = [each for each in self._options if each.startswith(name)] if self.allow_abbrev else []
            if len(fits) > 1:
                raise ArgumentError(None, f"ambiguous option: {word} could match {', '.join(fits)}")
            if fits:
                return self._options[fits[0]], fits[0], value if equals else None
        elif word[:2] in self._options:
            return self._options[word[:2]], word[:2], word[2:]
        if _re.match(r'-(?:\d+(?:_\d+)*(?:\.\d+(?:_\d+)*)?|\.\d+(?:_\d+)*)$', word) and not any(
                _re.match(r'-\d', each) for each in self._options):
            return None
        if ' ' in word:
            return None
        return None, word, None

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
        seen, seen_words, extras = set(), set(), []

        def take(action, values_said, name=None):
            seen.add(action)
            values = self._values(action, values_said)
            if values is not action.default:
                seen_words.add(action)
                for group in self._exclusive:
                    if action in group._members:
                        for other in group._members:
                            if other is not action and other in seen_words:
                                raise ArgumentError(action, f"not allowed with argument {_name_of(other)}")
            if values is not SUPPRESS:
                action(self, namespace, values, name)

        def take_option(at):
            action, name, said = known[at]
            if action is None:
                extras.append(words[at])
                return at + 1
            while said is not None:
                if action.nargs == 0:
                    if name.startswith('--') or not said or words[at][2:3] == '=':
                        raise ArgumentError(action, f"ignored explicit argument {said!r}")
                    take(action, [], name)
                    name, more = '-' + said[0], said[1:]
                    if name not in self._options:
                        extras.append('-' + said)
                        return at + 1
                    action, said = self._options[name], more or None
                elif action.nargs in (None, OPTIONAL, ZERO_OR_MORE, ONE_OR_MORE, 1):
                    if not name.startswith('--') and said.startswith('='):
                        said = said[1:]
                    take(action, [said], name)
                    return at + 1
                else:
                    raise ArgumentError(action, f"ignored explicit argument {said!r}")
            count = self._match(action, kinds[at + 1:])
            take(action, words[at + 1:at + 1 + count], name)
            return at + 1 + count

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
        for group in self._exclusive:
            if group.required and not any(each in seen_words for each in group._members):
                names = [_name_of(each) for each in group._members if each.help is not SUPPRESS]
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
        make = action.type
        if make is None:
            return word
        try:
            return make(word)
        except ArgumentTypeError as error:
            raise ArgumentError(action, str(error))
        except (TypeError, ValueError):
            raise ArgumentError(action, f"invalid {getattr(make, '__name__', repr(make))} value: {word!r}")

    def _check(self, action, value):
        choices = action.choices
        if choices is not None:
            if isinstance(choices, str):
                choices = iter(choices)
            if value not in choices:
                raise ArgumentError(action, f"invalid choice: {str(value)!r} (choose from {', '.join(map(str, action.choices))})")

    # What is told.

    def format_usage(self):
        return self.formatter_class().usage(self)

    def format_help(self):
        return self.formatter_class().help(self)

    def print_usage(self, file=None):
        (file or _sys.stdout).write(self.format_usage())

    def print_help(self, file=None):
        (file or _sys.stdout).write(self.format_help())

    def exit(self, status=0, message=None):
        if message:
            _sys.stderr.write(message)
        _sys.exit(status)

    def error(self, message):
        self.print_usage(_sys.stderr)
        self.exit(2, f"{self.prog}: error: {message}\n")
