"""Logging set up from a dict. Mirrors CPython's Lib/logging/config.py, without fileConfig() and without
listen() (a page has no free network)."""
import functools
import logging
import logging.handlers
import queue
import re

_LACKING = ("fileConfig", "listen", "stopListening")


def __getattr__(name):
    if name in _LACKING:
        raise AttributeError(f"Simul's logging.config has no {name}(): a page has no configuration files and no free network"
                             " (instead: dictConfig)")
    raise AttributeError(f"module '{__name__}' has no attribute '{name}'")


class _Telling:
    """Within it every error becomes a ValueError with these words, because of that error."""

    def __init__(self, words):
        self.words = words

    def __enter__(self):
        pass

    def __exit__(self, kind, error, place):
        if isinstance(error, Exception):
            raise ValueError(self.words) from error


def valid_ident(s):
    if re.match('^[a-z_][a-z0-9_]*$', s, re.I):
        return True
    raise ValueError(f'Not a valid Python identifier: {s!r}')


class ConvertingMixin:
    """What is looked up is converted, and the first time kept so."""

    def convert(self, value):
        made = self.configurator.convert(value)
        if made is not value and isinstance(made, ConvertingMixin):
            made.parent = self
        return made

    def convert_with_key(self, key, value, replace=True):
        made = self.convert(value)
        if made is not value:
            if replace:
                self[key] = made
            if isinstance(made, ConvertingMixin):
                made.key = key
        return made


class ConvertingDict(dict, ConvertingMixin):
    def __getitem__(self, key):
        return self.convert_with_key(key, dict.__getitem__(self, key))

    def get(self, key, default=None):
        return self.convert_with_key(key, dict.get(self, key, default))

    def pop(self, key, default=None):
        return self.convert_with_key(key, dict.pop(self, key, default), replace=False)


class ConvertingList(list, ConvertingMixin):
    def __getitem__(self, key):
        return self.convert_with_key(key, list.__getitem__(self, key))

    def pop(self, idx=-1):
        return self.convert(list.pop(self, idx))


class ConvertingTuple(tuple, ConvertingMixin):
    def __getitem__(self, key):
        return self.convert_with_key(key, tuple.__getitem__(self, key), replace=False)


def _found(path, importer=__import__):
    """What a path with dots leads to: attributes where there are any, else modules."""
    used, *parts = path.split('.')
    found = importer(used)
    for part in parts:
        used += '.' + part
        if not hasattr(found, part):
            importer(used)
        found = getattr(found, part)
    return found


class BaseConfigurator:
    """Finds what texts like ext://sys.stdout and cfg://handlers.file stand for."""
    CONVERT_PATTERN = re.compile(r'^(?P<prefix>[a-z]+)://(?P<suffix>.*)$')
    WORD_PATTERN = re.compile(r'^\s*(\w+)\s*')
    DOT_PATTERN = re.compile(r'^\.\s*(\w+)\s*')
    INDEX_PATTERN = re.compile(r'^\[([^\[\]]*)\]\s*')
    DIGIT_PATTERN = re.compile(r'^\d+$')
    value_converters = {'ext': 'ext_convert', 'cfg': 'cfg_convert'}
    importer = staticmethod(__import__)

    def __init__(self, config):
        self.config = made = ConvertingDict(config)
        made.configurator = self

    def resolve(self, s):
        try:
            return _found(s, self.importer)
        except ImportError as missing:
            raise ValueError(f'Cannot resolve {s!r}: {missing}') from missing

    def ext_convert(self, value):
        return self.resolve(value)

    def cfg_convert(self, value):
        found = self.WORD_PATTERN.match(value)
        if found is None:
            raise ValueError(f"Unable to convert {value!r}")
        at, rest = self.config[found[1]], value[found.end():]
        while rest:
            found = self.DOT_PATTERN.match(rest)
            number = None
            if not found:
                found = self.INDEX_PATTERN.match(rest)
                if not found:
                    raise ValueError(f"Unable to convert {value!r} at {rest!r}")
                number = self.DIGIT_PATTERN.match(found[1])
            try:
                at = at[int(found[1]) if number else found[1]]
            except TypeError:
                if not number:
                    raise
                at = at[found[1]]       # a dict whose keys are texts of digits
            rest = rest[found.end():]
        return at

    def convert(self, value):
        for kind, converting in ((dict, ConvertingDict), (list, ConvertingList), (tuple, ConvertingTuple)):
            if isinstance(value, kind) and not isinstance(value, converting):
                if kind is not tuple or not hasattr(value, '_fields'):
                    value = converting(value)
                    value.configurator = self
                return value
        if isinstance(value, str):
            m = self.CONVERT_PATTERN.match(value)
            converter = m and self.value_converters.get(m['prefix'])
            if converter:
                value = getattr(self, converter)(m['suffix'])
        return value

    def configure_custom(self, config):
        c = config.pop('()')
        if not callable(c):
            c = self.resolve(c)
        return _with_properties(c(**_arguments(config)), config)

    def as_tuple(self, value):
        return tuple(value) if isinstance(value, list) else value


def _arguments(config):
    return {k: config[k] for k in config if k != '.' and valid_ident(k)}


def _with_properties(result, config):
    for name, value in (config.pop('.', None) or {}).items():
        setattr(result, name, value)
    return result


def _is_queue_like_object(obj):
    return isinstance(obj, (queue.Queue, queue.SimpleQueue)) or all(
        callable(getattr(obj, method, None)) for method in ('put_nowait', 'get'))


class DictConfigurator(BaseConfigurator):
    """Does what such a dict says."""

    def configure(self):
        config = self.config
        if 'version' not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config['version'] != 1:
            raise ValueError(f"Unsupported version: {config['version']}")
        if config.pop('incremental', False):
            self._adjust()
            return
        disable_existing = config.pop('disable_existing_loggers', True)
        logging._handlers.clear()
        logging.shutdown(logging._handlerList[:])
        logging._handlerList.clear()
        for kind, make in (("formatter", self.configure_formatter), ("filter", self.configure_filter)):
            section = config.get(kind + "s", {})
            for name in section:
                with _Telling(f"Unable to configure {kind} {name!r}"):
                    section[name] = make(section[name])
        self._make_handlers(config.get('handlers', {}))
        known = logging.root.manager.loggerDict
        before = list(known)
        loggers = self._set_loggers()
        heads = tuple(f"{each}." for each in loggers if each in before)
        for name in before:
            if name in loggers:
                continue
            if not name.startswith(heads):
                known[name].disabled = disable_existing
            elif isinstance(known[name], logging.Logger):
                # Below one that is named it begins anew.
                known[name].setLevel(logging.NOTSET)
                known[name].handlers, known[name].propagate = [], True
        self._set_root()

    def _make_handlers(self, handlers):
        names = sorted(handlers)
        for again in (True, False):
            waiting = []        # for one that they refer to
            for name in names:
                try:
                    made = self.configure_handler(handlers[name])
                    made.name = name
                    handlers[name] = made
                except Exception as error:
                    if not again or ' not configured yet' not in str(error.__cause__):
                        raise ValueError(f'Unable to configure handler {name!r}') from error
                    waiting.append(name)
            names = waiting

    def _adjust(self):
        """Only levels, and whether loggers propagate."""
        handlers = self.config.get('handlers', {})
        for name in handlers:
            if name not in logging._handlers:
                raise ValueError(f'No handler found with name {name!r}')
            with _Telling(f'Unable to configure handler {name!r}'):
                if level := handlers[name].get('level', None):
                    logging._handlers[name].setLevel(logging._checkLevel(level))
        self._set_loggers(True)
        self._set_root(True)

    def _set_loggers(self, incremental=False):
        loggers = self.config.get('loggers', {})
        for name in loggers:
            with _Telling(f'Unable to configure logger {name!r}'):
                self.configure_logger(name, loggers[name], incremental)
        return loggers

    def _set_root(self, incremental=False):
        if root := self.config.get('root', None):
            with _Telling('Unable to configure root logger'):
                self.configure_root(root, incremental)

    def configure_formatter(self, config):
        if '()' in config:
            factory = config['()']
            try:
                return self.configure_custom(config)
            except TypeError as te:
                if "'format'" not in str(te):
                    raise
                config['fmt'] = config.pop('format')
                config['()'] = factory
                return self.configure_custom(config)
        cls = config.get('class', None)
        args = [config.get('format', None), config.get('datefmt', None), config.get('style', '%')]
        if 'validate' in config:
            args.append(config['validate'])
        # A class of one's own need not know of defaults.
        defaults = config.get('defaults', None)
        return (_found(cls) if cls else logging.Formatter)(*args, **({} if defaults is None else {'defaults': defaults}))

    def configure_filter(self, config):
        return self.configure_custom(config) if '()' in config else logging.Filter(config.get('name', ''))

    def add_handlers(self, logger, handlers):
        for each in handlers:
            with _Telling(f'Unable to add handler {each!r}'):
                logger.addHandler(self.config['handlers'][each])

    def add_filters(self, filterer, filters):
        for each in filters:
            with _Telling(f'Unable to add filter {each!r}'):
                ready = callable(each) or callable(getattr(each, 'filter', None))
                filterer.addFilter(each if ready else self.config['filters'][each])

    def _configure_queue_handler(self, klass, **kwargs):
        q = kwargs.pop('queue') if 'queue' in kwargs else queue.Queue()
        respects = kwargs.pop('respect_handler_level', False)
        listener = kwargs.pop('listener', logging.handlers.QueueListener)(
            q, *kwargs.pop('handlers', []), respect_handler_level=respects)
        handler = klass(q, **kwargs)
        handler.listener = listener
        return handler

    def _other_handler(self, config, config_copy, name, message):
        handler = self.config['handlers'][name]
        if not isinstance(handler, logging.Handler):
            config.update(config_copy)
            raise TypeError(message)
        return handler

    def _refers(self, klass, config, config_copy):
        if issubclass(klass, logging.handlers.MemoryHandler):
            if 'flushLevel' in config:
                config['flushLevel'] = logging._checkLevel(config['flushLevel'])
            if 'target' in config:
                name = config['target']
                with _Telling(f'Unable to set target handler {name!r}'):
                    config['target'] = self._other_handler(config, config_copy, name, 'target not configured yet')
        elif issubclass(klass, logging.handlers.QueueHandler):
            if 'queue' in config:
                wanted = config['queue']
                if isinstance(wanted, dict) and '()' in wanted:
                    config['queue'] = self.configure_custom(dict(wanted))
                elif isinstance(wanted, str) and callable(made := self.resolve(wanted)):
                    config['queue'] = made()
                elif isinstance(wanted, (str, dict)) or not _is_queue_like_object(wanted):
                    raise TypeError('Invalid queue specifier %r' % wanted)
            if 'listener' in config and not isinstance(listener := config['listener'], type):
                if isinstance(listener, dict) and '()' in listener:
                    made = self.configure_custom(dict(listener))
                elif isinstance(listener, str):
                    made = self.resolve(listener)
                else:
                    made = None
                if not callable(made):
                    raise TypeError('Invalid listener specifier %r' % listener)
                config['listener'] = made
            if 'handlers' in config:
                found = []
                for name in config['handlers']:
                    with _Telling(f'Unable to set required handler {name!r}'):
                        found.append(self._other_handler(config, config_copy, name,
                                                         f'Required handler {name!r} is not configured yet'))
                config['handlers'] = found

    def configure_handler(self, config):
        config_copy = dict(config)
        formatter = config.pop('formatter', None)
        if formatter:
            with _Telling(f'Unable to set formatter {formatter!r}'):
                formatter = self.config['formatters'][formatter]
        level, filters = config.pop('level', None), config.pop('filters', None)
        custom = '()' in config
        factory = config.pop('()' if custom else 'class')
        if not callable(factory):
            factory = self.resolve(factory)
        if not custom:
            self._refers(factory, config, config_copy)
            if issubclass(factory, logging.handlers.QueueHandler):
                factory = functools.partial(self._configure_queue_handler, factory)
        made = factory(**_arguments(config))
        if formatter:
            made.setFormatter(formatter)
        if level is not None:
            made.setLevel(logging._checkLevel(level))
        if filters:
            self.add_filters(made, filters)
        return _with_properties(made, config)

    def common_logger_config(self, logger, config, incremental=False):
        level = config.get('level', None)
        if level is not None:
            logger.setLevel(logging._checkLevel(level))
        if incremental:
            return
        for each in list(logger.handlers):
            logger.removeHandler(each)
        for listed, add in (('handlers', self.add_handlers), ('filters', self.add_filters)):
            if names := config.get(listed, None):
                add(logger, names)

    def configure_root(self, config, incremental=False):
        self.common_logger_config(logging.getLogger(), config, incremental)

    def configure_logger(self, name, config, incremental=False):
        logger = logging.getLogger(name)
        self.common_logger_config(logger, config, incremental)
        propagate = config.get('propagate', None)
        logger.disabled, logger.propagate = False, logger.propagate if propagate is None else propagate


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()
