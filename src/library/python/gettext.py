"""Messages in the language they are written in: no catalogue is found here. Mirrors CPython's Lib/gettext.py without its files."""

__all__ = ["NullTranslations", "find", "translation", "install", "textdomain", "bindtextdomain", "gettext", "ngettext", "pgettext",
           "npgettext", "dgettext", "dngettext", "dpgettext", "dnpgettext"]


def gettext(message):
    return message


def ngettext(msgid1, msgid2, n):
    return msgid1 if n == 1 else msgid2


def pgettext(context, message):
    return message


def npgettext(context, msgid1, msgid2, n):
    return ngettext(msgid1, msgid2, n)


class NullTranslations:
    def __init__(self, fp=None):
        self._info, self._charset, self._fallback = {}, None, None

    def add_fallback(self, fallback):
        if self._fallback:
            self._fallback.add_fallback(fallback)
        else:
            self._fallback = fallback

    def _told(plain):
        """What a fallback says, or else the plain function."""
        def say(self, *args):
            return (getattr(self._fallback, plain.__name__) if self._fallback else plain)(*args)
        return say

    gettext, ngettext, pgettext, npgettext = map(_told, (gettext, ngettext, pgettext, npgettext))
    del _told

    def info(self):
        return self._info

    def charset(self):
        return self._charset

    def install(self, names=None):
        import builtins
        builtins.__dict__['_'] = self.gettext
        for name in {'gettext', 'ngettext', 'npgettext', 'pgettext'} & set(names or ()):
            builtins.__dict__[name] = getattr(self, name)


_domain, _folders = 'messages', {}


def find(domain, localedir=None, languages=None, all=False):
    return [] if all else None


def translation(domain, localedir=None, languages=None, class_=None, fallback=False):
    if fallback:
        return NullTranslations()
    from errno import ENOENT
    raise FileNotFoundError(ENOENT, 'No translation file found for domain', domain)


def install(domain, localedir=None, *, names=None):
    translation(domain, localedir, fallback=True).install(names)


def textdomain(domain=None):
    global _domain
    _domain = _domain if domain is None else domain
    return _domain


def bindtextdomain(domain, localedir=None):
    if localedir is not None:
        _folders[domain] = localedir
    return _folders.get(domain, '/usr/share/locale')


def dgettext(domain, message):
    return message


def dngettext(domain, msgid1, msgid2, n):
    return ngettext(msgid1, msgid2, n)


def dpgettext(domain, context, message):
    return message


def dnpgettext(domain, context, msgid1, msgid2, n):
    return ngettext(msgid1, msgid2, n)


Catalog = translation


def __getattr__(name):
    if name in ("GNUTranslations", "c2py"):
        raise AttributeError(f"Simul's gettext has no {name}: it reads no catalogues (instead: NullTranslations)")
    raise AttributeError(f"module 'gettext' has no attribute {name!r}")
