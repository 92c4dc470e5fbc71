"""Addresses taken apart and put together (text only, no bytes). Mirrors CPython's Lib/urllib/parse.py."""
from collections import namedtuple
import re

__all__ = ["urlparse", "urlunparse", "urljoin", "urldefrag", "urlsplit", "urlunsplit", "urlencode", "parse_qs", "parse_qsl", "quote",
           "quote_plus", "quote_from_bytes", "unquote", "unquote_plus", "unquote_to_bytes", "DefragResult", "ParseResult",
           "SplitResult"]

# Schemes that know relative addresses, that have a host, that have parameters behind a semicolon; and an address without a scheme.
uses_relative = ['', *'ftp http gopher nntp imap wais file https shttp mms prospero rtsp rtsps rtspu sftp svn svn+ssh ws wss'.split()]
uses_netloc = ['', *('ftp http gopher nntp telnet imap wais file mms https shttp snews prospero rtsp rtsps rtspu rsync svn svn+ssh sftp '
                     'nfs git git+ssh ws wss itms-services').split()]
uses_params = ['', *'ftp hdl prospero http imap https shttp rtsp rtsps rtspu sip sips mms sftp tel'.split()]

_CONTROLS_AND_SPACE = ''.join(map(chr, range(33)))
_UNQUOTED = frozenset(b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_.-~')


# --- whole addresses

class _Place:
    """What stands in a netloc: user:password@host:port."""
    __slots__ = ()

    username = property(lambda self: self._user()[0])
    password = property(lambda self: self._user()[1])

    def _user(self):
        user, at, _ = self.netloc.rpartition('@')
        name, colon, password = user.partition(':')
        return name if at else None, password if colon else None

    @property
    def hostname(self):
        name, *zone = _host_and_port(self.netloc)[0].split('%', 1)    # a zone of IPv6 keeps its capitals
        return '%'.join([name.lower(), *zone]) or None

    @property
    def port(self):
        digits = _host_and_port(self.netloc)[1]
        if not digits:
            return None
        if not (digits.isascii() and digits.isdigit()):
            raise ValueError(f"Port could not be cast to integer value as {digits!r}")
        if int(digits) >= 1 << 16:
            raise ValueError("Port out of range 0-65535")
        return int(digits)


def _host_and_port(netloc):
    place = netloc.rpartition('@')[2]
    if '[' not in place:
        host, _, port = place.partition(':')
        return host, port
    host, _, rest = place.partition('[')[2].partition(']')
    return host, rest.partition(':')[2]


class DefragResult(namedtuple('DefragResult', 'url fragment')):
    __slots__ = ()

    def geturl(self):
        return f"{self.url}#{self.fragment}" if self.fragment else self.url


class SplitResult(namedtuple('SplitResult', 'scheme netloc path query fragment'), _Place):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(namedtuple('ParseResult', 'scheme netloc path params query fragment'), _Place):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


def urlsplit(url, scheme='', allow_fragments=True):
    url, scheme = (re.sub('[\t\r\n]', '', text) for text in (url.lstrip(_CONTROLS_AND_SPACE), scheme.strip(_CONTROLS_AND_SPACE)))
    if found := re.match('([a-zA-Z][a-zA-Z0-9+.-]*):', url):
        scheme, url = found[1].lower(), url[found.end():]
    netloc = query = fragment = ''
    if url.startswith('//'):
        netloc = re.match('[^/?#]*', url[2:])[0]
        url = url[2 + len(netloc):]
        if '[' in netloc or ']' in netloc:
            _check_brackets(netloc)
    if allow_fragments:
        url, _, fragment = url.partition('#')
    path, _, query = url.partition('?')
    return SplitResult(scheme, netloc, path, query, fragment)


def _check_brackets(netloc):
    place = netloc.rpartition('@')[2]
    if '[' not in netloc or ']' not in netloc or '[' in place and not re.fullmatch(r'\[[^]]*(\](:.*)?)?', place):
        raise ValueError("Invalid IPv6 URL")
    host = _host_and_port(netloc)[0]
    if host.startswith('v'):
        if not re.fullmatch(r'v[a-fA-F0-9]+\..+', host):
            raise ValueError("IPvFuture address is invalid")
    elif _is_ipv4(host):
        raise ValueError("An IPv4 address cannot be in brackets")
    elif not _is_ipv6(host):
        raise ValueError(f"{host!r} does not appear to be an IPv4 or IPv6 address")


def _is_ipv4(text):
    byte = '(25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])'
    return re.fullmatch(rf'{byte}(\.{byte}){{3}}', text)


def _is_ipv6(text):
    """Eight groups of hexadecimal digits, the last two perhaps as one of IPv4; one or more may be left out as ::."""
    address, percent, zone = text.partition('%')
    before, _, last = address.rpartition(':')
    left, gap, right = (before + ':0:0' if _is_ipv4(last) else address).partition('::')
    groups = [each for side in (left, right) if side for each in side.split(':')]
    return (all(re.fullmatch('[0-9a-fA-F]{1,4}', each) for each in groups) and (len(groups) < 8 if gap else len(groups) == 8)
            and (not percent or zone and '%' not in zone))


def urlparse(url, scheme='', allow_fragments=True):
    scheme, netloc, path, *rest = urlsplit(url, scheme, allow_fragments)
    params = ''
    if scheme in uses_params:
        begin = path.find(';', path.rfind('/') + 1)
        if begin >= 0:
            path, params = path[:begin], path[begin + 1:]
    return ParseResult(scheme, netloc, path, params, *rest)


def urlunparse(components):
    scheme, netloc, path, params, query, fragment = components
    return urlunsplit((scheme, netloc, f"{path};{params}" if params else path, query, fragment))


def urlunsplit(components):
    scheme, netloc, path, query, fragment = components
    if netloc or path[:2] == '//' or scheme and scheme in uses_netloc and path[:1] in ('', '/'):
        slash = '/' if netloc and path and path[0] != '/' else ''
        path = '//' + (netloc or '') + slash + path
    return ''.join([f"{scheme}:" if scheme else '', path, f"?{query}" if query else '', f"#{fragment}" if fragment else ''])


def urljoin(base, url, allow_fragments=True):
    if not base or not url:
        return url or base
    there = urlparse(base, '', allow_fragments)
    scheme, netloc, path, params, query, fragment = urlparse(url, there.scheme, allow_fragments)
    if scheme != there.scheme or scheme not in uses_relative:
        return url
    if not netloc or scheme not in uses_netloc:
        if scheme in uses_netloc:
            netloc = there.netloc
        if path or params:
            path = _resolved(there.path, path)
        else:
            path, params, query = there.path, there.params, query or there.query
    return urlunparse((scheme, netloc, path, params, query, fragment))


def _resolved(base, path):
    """The path that another one means when it stands in the document `base`."""
    if not path.startswith('/'):
        folder = base[:base.rfind('/') + 1] if base else '/'
        path = folder + path
        while '//' in path:
            path = path.replace('//', '/')
    out = []
    for step in path.split('/'):
        if step == '..':
            del out[-1:]
        elif step != '.':
            out.append(step)
    if step in ('.', '..'):
        out.append('')
    return '/'.join(out) or '/'


def urldefrag(url):
    if '#' not in url:
        return DefragResult(url, '')
    found = urlparse(url)
    return DefragResult(urlunparse(found._replace(fragment='')), found.fragment)


# --- what a % stands before

def unquote_to_bytes(string):
    data = string.encode() if isinstance(string, str) else string
    first, *rest = data.split(b'%')
    is_hex = re.compile(b'[0-9a-fA-F]{2}').match
    return b''.join([first, *(bytes.fromhex(each[:2].decode()) + each[2:] if is_hex(each) else b'%' + each for each in rest)])


def unquote(string, encoding='utf-8', errors='replace'):
    if isinstance(string, bytes):
        return unquote_to_bytes(string).decode(encoding, errors)
    if '%' not in string:
        string.split    # what is not like a text says so
        return string
    return re.sub('[\0-\x7f]+', lambda found: unquote_to_bytes(found[0]).decode(encoding or 'utf-8', errors or 'replace'), string)


def unquote_plus(string, encoding='utf-8', errors='replace'):
    return unquote(string.replace('+', ' '), encoding, errors)


def quote(string, safe='/', encoding=None, errors=None):
    if isinstance(string, str):
        string = string.encode(encoding or 'utf-8', errors or 'strict')
    else:
        for name, given in (('encoding', encoding), ('errors', errors)):
            if given is not None:
                raise TypeError(f"quote() doesn't support {name!r} for bytes")
    return quote_from_bytes(string, safe)


def quote_plus(string, safe='', encoding=None, errors=None):
    if isinstance(string, str) and ' ' not in string:    # its bytes may have a 32 in some encoding, which is no space
        return quote(string, safe, encoding, errors)
    return quote(string, safe + (' ' if isinstance(safe, str) else b' '), encoding, errors).replace(' ', '+')


def quote_from_bytes(bs, safe='/'):
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError("quote_from_bytes() expected bytes")
    kept = _UNQUOTED.union(safe.encode('ascii', 'ignore') if isinstance(safe, str) else filter((128).__gt__, safe))
    return ''.join([chr(byte) if byte in kept else f'%{byte:02X}' for byte in bs])


# --- queries

def _pairs(query):
    try:
        if not len(query) or isinstance(query[0], tuple):
            return query
        raise TypeError
    except TypeError as err:
        raise TypeError("not a valid non-string sequence or mapping object") from err


def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus):
    def quoted(value):
        return quote_via(value, safe) if isinstance(value, bytes) else quote_via(str(value), safe, encoding, errors)

    pairs = []
    for key, value in query.items() if hasattr(query, 'items') else _pairs(query):
        values = [value]
        if doseq and hasattr(value, "__len__") and not isinstance(value, (str, bytes)):
            values = value
        key = quoted(key)
        pairs += [f"{key}={quoted(each)}" for each in values]
    return '&'.join(pairs)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None, separator='&'):
    if not (separator and isinstance(separator, (str, bytes))):
        raise ValueError("Separator must be of type string or bytes.")
    fields = qs.split(separator) if qs else []
    if fields and max_num_fields is not None and len(fields) > max_num_fields:
        raise ValueError('Max number of fields exceeded')
    pairs = []
    for field in fields:
        name, equals, value = field.partition('=')
        if strict_parsing and not equals:
            raise ValueError(f"bad query field: {field!r}")
        if value or keep_blank_values and field:
            pairs.append(tuple(unquote_plus(each, encoding, errors) for each in (name, value)))
    return pairs


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None, separator='&'):
    found = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        found.setdefault(name, []).append(value)
    return found
