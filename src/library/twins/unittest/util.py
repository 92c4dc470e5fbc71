"""How the parts of unittest name and shorten things. Mirrors CPython's Lib/unittest/util.py."""


def three_way_cmp(x, y):
    return (x > y) - (x < y)


def _class_name(cls):
    return "%s.%s" % (cls.__module__, cls.__qualname__)


def _short(value):
    try:
        return repr(value)
    except Exception:
        return object.__repr__(value)


def _cut(text, head, tail):
    gone = len(text) - head - tail
    return "%s[%d chars]%s" % (text[:head], gone, text[len(text) - tail:]) if gone > 12 else text


def _pair(first, second):
    """Both reprs, without most of what they have in common where they are long."""
    shown = [_short(first), _short(second)]
    most = max(map(len, shown))
    if most <= 80:
        return tuple(shown)
    same = 0
    while same < min(map(len, shown)) and shown[0][same] == shown[1][same]:
        same += 1
    room = 80 - (most - same + 5 + 12)
    if room > 5:
        return tuple(_cut(shown[0][:same], 5, room) + text[same:] for text in shown)
    return tuple(_cut(shown[0][:same], 5, 5) + _cut(text[same:], 41, 5) for text in shown)
