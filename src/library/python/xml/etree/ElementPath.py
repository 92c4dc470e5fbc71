"""The small XPath of find(), findall() and their like. Mirrors CPython's Lib/xml/etree/ElementPath.py.

A path becomes steps, each a generator function of the elements that the step before it found.
"""
import re

xpath_tokenizer_re = re.compile(r"""('[^']*'|"[^"]*"|::|//?|\.\.|\(\)|!=|[/.*:\[\]()@=])|((?:\{[^}]+\})?[^/\[\]()@!=\s]+)|\s+""")
_NUMBER = re.compile(r"-?\d+$")


def xpath_tokenizer(pattern, namespaces=None):
    usual = namespaces.get('') if namespaces else None
    behind_at = False
    for sign, name in xpath_tokenizer_re.findall(pattern):
        if not name or name[0] == "{":
            yield sign, name
            behind_at = sign == "@"
            continue
        if ":" in name:
            prefix, local = name.split(":", 1)
            if not namespaces or prefix not in namespaces:
                raise SyntaxError(f"prefix {prefix!r} not found in prefix map")
            yield sign, f"{{{namespaces[prefix]}}}{local}"
        elif usual and not behind_at:
            yield sign, f"{{{usual}}}{name}"
        else:
            yield sign, name
        behind_at = False


class _SelectorContext:
    def __init__(self, root):
        self.root, self._parents = root, None

    def parents(self):
        if self._parents is None:
            self._parents = {child: each for each in self.root.iter() for child in each}
        return self._parents


def _is_wild(tag):
    return tag[:3] == "{*}" or tag[-2:] == "}*"


def _fits(tag):
    """A test of elements for a tag with a star in it."""
    if tag == "{*}*":
        return lambda elem: isinstance(elem.tag, str)
    if tag == "{}*":
        return lambda elem: isinstance(elem.tag, str) and elem.tag[0] != "{"
    if tag[:3] == "{*}":
        local, end = tag[3:], tag[2:]
        return lambda elem: elem.tag == local or isinstance(elem.tag, str) and elem.tag.endswith(end)
    space = tag[:-1]
    return lambda elem: isinstance(elem.tag, str) and elem.tag.startswith(space)


def _children(tag):
    if _is_wild(tag):
        fits = _fits(tag)
        return lambda context, result: (child for elem in result for child in elem if fits(child))
    if tag[:2] == "{}":
        tag = tag[2:]
    return lambda context, result: (child for elem in result for child in elem if child.tag == tag)


def _all_below(tokens):
    sign, tag = next(tokens, (None, None))
    if sign is None:
        return None    # what a path that ends too soon meets is that None cannot be called
    if sign == "*":
        tag = "*"
    elif sign:
        raise SyntaxError("invalid descendant")
    if _is_wild(tag):
        fits = _fits(tag)
        return lambda context, result: (each for elem in result for each in elem.iter() if each is not elem and fits(each))
    if tag[:2] == "{}":
        tag = tag[2:]
    return lambda context, result: (each for elem in result for each in elem.iter(tag) if each is not elem)


def _above(context, result):
    parents, seen = context.parents(), set()
    for elem in result:
        parent = parents.get(elem)
        if parent is not None and parent not in seen:
            seen.add(parent)
            yield parent


def _predicate(tokens):
    shape, parts = "", []
    for sign, name in tokens:
        if sign == "]":
            break
        if not sign and not name:
            continue
        if sign and sign[0] in "'\"":
            sign, name = "'", sign[1:-1]
        shape += sign or "-"
        parts.append(name)
    else:
        return None
    negated = "!" in shape
    plain = shape.replace("!=", "=")
    is_number = bool(parts) and _NUMBER.match(parts[0]) is not None
    if shape == "@-":
        return _which(lambda elem: elem.get(parts[1]) is not None)
    if plain == "@-='":
        if negated:
            return _which(lambda elem: elem.get(parts[1]) not in (None, parts[-1]))
        return _which(lambda elem: elem.get(parts[1]) == parts[-1])
    if shape == "-" and not is_number:
        return _which(lambda elem: elem.find(parts[0]) is not None)
    if plain == ".='" or plain == "-='" and not is_number:
        wanted = parts[-1]
        if parts[0]:
            return _which(lambda elem: any(("".join(each.itertext()) == wanted) != negated for each in elem.findall(parts[0])))
        return _which(lambda elem: ("".join(elem.itertext()) == wanted) != negated)
    if shape in ("-", "-()", "-()-"):
        return _place(shape, parts)
    raise SyntaxError("invalid predicate")


def _which(test):
    return lambda context, result: (elem for elem in result if test(elem))


def _place(shape, parts):
    if shape == "-":
        index = int(parts[0]) - 1
        if index < 0:
            raise SyntaxError("XPath position >= 1 expected")
    else:
        if parts[0] != "last":
            raise SyntaxError("unsupported function")
        index = -1
        if shape == "-()-":
            try:
                index = int(parts[2]) - 1
            except ValueError:
                raise SyntaxError("unsupported expression")
            if index > -2:
                raise SyntaxError("XPath offset from last() must be negative")

    def select(context, result):
        parents = context.parents()
        for elem in result:
            if elem in parents:
                same = parents[elem].findall(elem.tag)
                if -len(same) <= index < len(same) and same[index] is elem:
                    yield elem
    return select


def _step(tokens, sign, name):
    if sign == "":
        return _children(name)
    if sign == "*":
        return lambda context, result: (child for elem in result for child in elem)
    if sign == ".":
        return lambda context, result: result
    if sign == "..":
        return _above
    if sign == "//":
        return _all_below(tokens)
    if sign == "[":
        return _predicate(tokens)
    raise KeyError(sign)


_cache = {}


def _steps(path, namespaces):
    if path[:1] == "/":
        raise SyntaxError("cannot use absolute path on element")
    tokens = iter(xpath_tokenizer(path, namespaces))
    steps = []
    sign, name = next(tokens, (None, None))
    while sign is not None:
        steps.append(_step(tokens, sign, name))
        sign, name = next(tokens, (None, None))
        if sign == "/":
            sign, name = next(tokens, (None, None))
    return steps


def iterfind(elem, path, namespaces=None):
    if path[-1:] == "/":
        path += "*"
    key = (path, *sorted(namespaces.items())) if namespaces else (path,)
    steps = _cache.get(key)
    if steps is None:
        if len(_cache) > 100:
            _cache.clear()
        steps = _steps(path, namespaces)
        if not steps:
            return None
        _cache[key] = steps
    context, result = _SelectorContext(elem), [elem]
    for select in steps:
        result = select(context, result)
    return iter(result)


def findtext(elem, path, default=None, namespaces=None):
    if (first := find(elem, path, namespaces)) is None:
        return default
    return first.text if first.text is not None else ""


def findall(elem, path, namespaces=None):
    found = iterfind(elem, path, namespaces)
    return list(found)


def find(elem, path, namespaces=None):
    return next(iterfind(elem, path, namespaces), None)
