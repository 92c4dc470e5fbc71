"""Text made fit for HTML. Mirrors CPython's Lib/html/__init__.py; of the names of characters it knows the usual ones."""
import re as _re

__all__ = ['escape', 'unescape']

_NAMES = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": "\xa0", "copy": "©", "reg": "®", "euro": "€", "hellip": "…",
          "ndash": "–", "mdash": "—", "laquo": "«", "raquo": "»", "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö",
          "Uuml": "Ü", "szlig": "ß", "eacute": "é", "deg": "°", "times": "×", "middot": "·", "bull": "•", "rarr": "→", "larr": "←"}


def escape(s, quote=True):
    s = s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return s.replace('"', "&quot;").replace("'", "&#x27;") if quote else s


def _character(found):
    name = found[1]
    if name[0] != "#":
        if name not in _NAMES:
            raise NotImplementedError(f"Simul's html.unescape() does not know the character &{name};")
        return _NAMES[name]
    number = int(name[2:], 16) if name[1] in "xX" else int(name[1:])
    if 0x80 <= number < 0xA0:
        return bytes([number]).decode("latin-1") if number in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else _OLD[number - 0x80]
    if number == 0 or 0xD800 <= number <= 0xDFFF or number > 0x10FFFF:
        return "\ufffd"
    return chr(number) if number >= 32 and number != 127 or number in (9, 10, 12, 13) else ""


_OLD = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ"


def unescape(s):
    return _re.sub(r"&(#[0-9]+|#[xX][0-9a-fA-F]+|[a-zA-Z][a-zA-Z0-9]*);", _character, s) if "&" in s else s
