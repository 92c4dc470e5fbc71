"""Logging set up from a dict. Mirrors CPython's Lib/logging/config.py, without fileConfig() (there is no configparser) and without
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


def _handle_existing_loggers(existing, child_loggers, disable_existing):
    for name in existing:
        logger = logging.root.manager.loggerDict[name]
        if name in child_loggers:
            if not isinstance(logger, logging.PlaceHolder):
                logger.setLevel(logging.NOTSET)
                logger.handlers = []
                logger.propagate = True
        else:
            logger.disabled = disable_existing


def _clearExistingHandlers():
    logging._handlers.clear()
    logging.shutdown(logging._handlerList[:])
    del logging._handlerList[:]


def valid_ident(s):
    if not re.match('^[a-z_][a-z0-9_]*$', s, re.I):
        raise ValueError('Not a valid Python identifier: %r' % s)
    return True


class ConvertingMixin:
    """What is looked up is converted, and the first time kept so."""

    def convert_with_key(self, key, value, replace=True):
        result = self.configurator.convert(value)
        if value is not result:
            if replace:
                self[key] = result
            if type(result) in (ConvertingDict, ConvertingList, ConvertingTuple):
                result.parent = self
                result.key = key
        return result

    def convert(self, value):
        result = self.configurator.convert(value)
        if value is not result and type(result) in (ConvertingDict, ConvertingList, ConvertingTuple):
            result.parent = self
        return result


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


class BaseConfigurator:
    CONVERT_PATTERN = re.compile(r'^(?P<prefix>[a-z]+)://(?P<suffix>.*)$')
    WORD_PATTERN = re.compile(r'^\s*(\w+)\s*')
    DOT_PATTERN = re.compile(r'^\.\s*(\w+)\s*')
    INDEX_PATTERN = re.compile(r'^\[([^\[\]]*)\]\s*')
    DIGIT_PATTERN = re.compile(r'^\d+$')
    value_converters = {'ext': 'ext_convert', 'cfg': 'cfg_convert'}
    importer = staticmethod(__import__)

    def __init__(self, config):
        self.config = ConvertingDict(config)
        self.config.configurator = self

    def resolve(self, s):
        first, *rest = s.split('.')
        used = first
        try:
            found = self.importer(used)
            for part in rest:
                used += '.' + part
                try:
                    found = getattr(found, part)
                except AttributeError:
                    self.importer(used)
                    found = getattr(found, part)
            return found
        except ImportError as e:
            v = ValueError('Cannot resolve %r: %s' % (s, e))
            raise v from e

    def ext_convert(self, value):
        return self.resolve(value)

    def cfg_convert(self, value):
        m = self.WORD_PATTERN.match(value)
        if m is None:
            raise ValueError("Unable to convert %r" % value)
        rest = value[m.end():]
        d = self.config[m[1]]
        while rest:
            m = self.DOT_PATTERN.match(rest)
            if m:
                d = d[m[1]]
            else:
                m = self.INDEX_PATTERN.match(rest)
                if m:
                    idx = m[1]
                    if not self.DIGIT_PATTERN.match(idx):
                        d = d[idx]
                    else:
                        try:
                            d = d[int(idx)]
                        except TypeError:
                            d = d[idx]
            if not m:
                raise ValueError('Unable to convert %r at %r' % (value, rest))
            rest = rest[m.end():]
        return d

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
    def configure(self):
        config = self.config
        if 'version' not in config:
            raise ValueError("dictionary doesn't specify a version")
        if config['version'] != 1:
            raise ValueError("Unsupported version: %s" % config['version'])
        if config.pop('incremental', False):
            self._adjust(config)
            return
        disable_existing = config.pop('disable_existing_loggers', True)
        _clearExistingHandlers()
        formatters = config.get('formatters', {})
        for name in formatters:
            try:
                formatters[name] = self.configure_formatter(formatters[name])
            except Exception as e:
                raise ValueError('Unable to configure formatter %r' % name) from e
        filters = config.get('filters', {})
        for name in filters:
            try:
                filters[name] = self.configure_filter(filters[name])
            except Exception as e:
                raise ValueError('Unable to configure filter %r' % name) from e
        self._handlers(config.get('handlers', {}))
        existing = sorted(logging.root.manager.loggerDict.keys())
        child_loggers = []
        loggers = config.get('loggers', {})
        for name in loggers:
            if name in existing:
                child_loggers += [each for each in existing if each.startswith(name + ".")]
                existing.remove(name)
            try:
                self.configure_logger(name, loggers[name])
            except Exception as e:
                raise ValueError('Unable to configure logger %r' % name) from e
        _handle_existing_loggers(existing, child_loggers, disable_existing)
        self._root(config)

    def _handlers(self, handlers):
        # Some refer to others, which then come first.
        deferred = []
        for name in sorted(handlers):
            try:
                handler = self.configure_handler(handlers[name])
                handler.name = name
                handlers[name] = handler
            except Exception as e:
                if ' not configured yet' in str(e.__cause__):
                    deferred.append(name)
                else:
                    raise ValueError('Unable to configure handler %r' % name) from e
        for name in deferred:
            try:
                handler = self.configure_handler(handlers[name])
                handler.name = name
                handlers[name] = handler
            except Exception as e:
                raise ValueError('Unable to configure handler %r' % name) from e

    def _root(self, config, incremental=False):
        root = config.get('root', None)
        if root:
            try:
                self.configure_root(root, incremental)
            except Exception as e:
                raise ValueError('Unable to configure root logger') from e

    def _adjust(self, config):
        handlers = config.get('handlers', {})
        for name in handlers:
            if name not in logging._handlers:
                raise ValueError('No handler found with name %r' % name)
            try:
                level = handlers[name].get('level', None)
                if level:
                    logging._handlers[name].setLevel(logging._checkLevel(level))
            except Exception as e:
                raise ValueError('Unable to configure handler %r' % name) from e
        loggers = config.get('loggers', {})
        for name in loggers:
            try:
                self.configure_logger(name, loggers[name], True)
            except Exception as e:
                raise ValueError('Unable to configure logger %r' % name) from e
        self._root(config, True)

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
        cname = config.get('class', None)
        kwargs = {}
        if (defaults := config.get('defaults', None)) is not None:
            kwargs['defaults'] = defaults
        if 'validate' in config:
            kwargs['validate'] = config['validate']
        c = self.resolve(cname) if cname else logging.Formatter
        return c(config.get('format', None), config.get('datefmt', None), config.get('style', '%'), **kwargs)

    def configure_filter(self, config):
        return self.configure_custom(config) if '()' in config else logging.Filter(config.get('name', ''))

    def add_filters(self, filterer, filters):
        for f in filters:
            try:
                if not callable(f) and not callable(getattr(f, 'filter', None)):
                    f_ = self.config['filters'][f]
                else:
                    f_ = f
                filterer.addFilter(f_)
            except Exception as e:
                raise ValueError('Unable to add filter %r' % f) from e

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
                try:
                    config['target'] = self._other_handler(config, config_copy, name, 'target not configured yet')
                except Exception as e:
                    raise ValueError('Unable to set target handler %r' % name) from e
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
                    try:
                        found.append(self._other_handler(config, config_copy, name,
                                                         'Required handler %r is not configured yet' % name))
                    except Exception as e:
                        raise ValueError('Unable to set required handler %r' % name) from e
                config['handlers'] = found

    def configure_handler(self, config):
        config_copy = dict(config)
        formatter = config.pop('formatter', None)
        if formatter:
            try:
                formatter = self.config['formatters'][formatter]
            except Exception as e:
                raise ValueError('Unable to set formatter %r' % formatter) from e
        level = config.pop('level', None)
        filters = config.pop('filters', None)
        if '()' in config:
            factory = config.pop('()')
            if not callable(factory):
                factory = self.resolve(factory)
        else:
            factory = config.pop('class')
            if not callable(factory):
                factory = self.resolve(factory)
            self._refers(factory, config, config_copy)
            if issubclass(factory, logging.handlers.QueueHandler):
                factory = functools.partial(self._configure_queue_handler, factory)
        result = factory(**_arguments(config))
        if formatter:
            result.setFormatter(formatter)
        if level is not None:
            result.setLevel(logging._checkLevel(level))
        if filters:
            self.add_filters(result, filters)
        return _with_properties(result, config)

    def add_handlers(self, logger, handlers):
        for h in handlers:
            try:
                logger.addHandler(self.config['handlers'][h])
            except Exception as e:
                raise ValueError('Unable to add handler %r' % h) from e

    def common_logger_config(self, logger, config, incremental=False):
        level = config.get('level', None)
        if level is not None:
            logger.setLevel(logging._checkLevel(level))
        if not incremental:
            for h in logger.handlers[:]:
                logger.removeHandler(h)
            handlers = config.get('handlers', None)
            if handlers:
                self.add_handlers(logger, handlers)
            filters = config.get('filters', None)
            if filters:
                self.add_filters(logger, filters)

    def configure_logger(self, name, config, incremental=False):
        logger = logging.getLogger(name)
        self.common_logger_config(logger, config, incremental)
        logger.disabled = False
        propagate = config.get('propagate', None)
        if propagate is not None:
            logger.propagate = propagate

    def configure_root(self, config, incremental=False):
        self.common_logger_config(logging.getLogger(), config, incremental)


dictConfigClass = DictConfigurator


def dictConfig(config):
    dictConfigClass(config).configure()
