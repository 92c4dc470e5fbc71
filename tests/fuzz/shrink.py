"""Makes a program smaller while it still shows what it was kept for: delta debugging on its syntax tree.

It knows nothing of what a program means. It tries to leave out runs of statements (halves first, then less), to put a
compound statement's body in its place, to leave out handlers, branches and arguments, and to make expressions simpler, until
none of this keeps the program interesting. What is returned was always tried itself.
"""
import ast
import copy

SIMPLER_NUMBERS = (0, 1)


def shrink(source, interesting, tries=3000):
    """A text at most as large as `source` for which interesting(text) is true, as it was for `source`."""
    best = ast.unparse(ast.parse(source)) + "\n"
    if not interesting(best):
        best = source
    left = [tries]

    def attempt(tree):
        nonlocal best
        if left[0] <= 0:
            return False
        try:
            text = ast.unparse(ast.fix_missing_locations(tree)) + "\n"
            compile(text, "program.py", "exec")
        except (SyntaxError, ValueError, TypeError, AttributeError):
            return False
        if text == best or len(text) > len(best):
            return False
        left[0] -= 1
        if not interesting(text):
            return False
        best = text
        return True

    changed = True
    while changed and left[0] > 0:
        changed = False
        for reduce in (_drop_statements, _lift_bodies, _drop_parts, _simplify_expressions):
            while reduce(best, attempt):
                changed = True
                if left[0] <= 0:
                    break
    return best


def _bodies(tree):
    """(node, field) of each list of statements, outermost first."""
    for node in ast.walk(tree):
        for field in ("body", "orelse", "finalbody"):
            if isinstance(getattr(node, field, None), list) and getattr(node, field):
                yield node, field


def _edit(source, number, change):
    """A tree of source, with change(node, field) done to its list of statements of that number."""
    tree = ast.parse(source)
    change(*list(_bodies(tree))[number])
    return tree


def _drop_statements(source, attempt):
    any_change = False
    number = 0
    while number < len(list(_bodies(ast.parse(source)))):
        node, field = list(_bodies(ast.parse(source)))[number]
        size = len(getattr(node, field))
        chunk = size
        while chunk >= 1:
            start = 0
            while start < size:
                def leave_out(node, field):
                    kept = getattr(node, field)
                    del kept[start:start + chunk]
                    if not kept and field == "body":
                        if isinstance(node, ast.Module):
                            raise ValueError("nothing left")
                        kept.append(ast.Pass())
                try:
                    tree = _edit(source, number, leave_out)
                except (ValueError, IndexError):
                    break
                if attempt(tree):
                    source = ast.unparse(ast.fix_missing_locations(tree)) + "\n"
                    any_change = True
                    bodies = list(_bodies(ast.parse(source)))
                    if number >= len(bodies):
                        return any_change
                    size = len(getattr(*bodies[number]))
                else:
                    start += chunk
            chunk //= 2
        number += 1
    return any_change


def _lift_bodies(source, attempt):
    """A with, try, if, loop or handler's statements in place of the whole statement."""
    any_change = False
    number = 0
    while True:
        bodies = list(_bodies(ast.parse(source)))
        if number >= len(bodies):
            return any_change
        for index in range(len(getattr(*bodies[number]))):
            for which in range(4):
                def lift(node, field):
                    statements = getattr(node, field)
                    whole = statements[index]
                    if isinstance(whole, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                        raise ValueError
                    inner = [getattr(whole, part, None) for part in ("body", "orelse", "finalbody")]
                    inner.append([s for handler in getattr(whole, "handlers", []) for s in handler.body])
                    if not inner[which]:
                        raise ValueError
                    statements[index:index + 1] = inner[which]
                try:
                    tree = _edit(source, number, lift)
                except (ValueError, IndexError):
                    continue
                if attempt(tree):
                    source = ast.unparse(ast.fix_missing_locations(tree)) + "\n"
                    any_change = True
                    break
        number += 1


def _each(source, variants, attempt):
    """Tries variants(node) (functions that change the node) on every node of the tree, until one holds."""
    any_change, number = False, 0
    while True:
        nodes = list(ast.walk(ast.parse(source)))
        if number >= len(nodes):
            return any_change
        held = False
        for variant in range(len(list(variants(nodes[number])))):
            tree = ast.parse(source)
            node = list(ast.walk(tree))[number]
            list(variants(node))[variant]()
            if attempt(tree):
                source = ast.unparse(ast.fix_missing_locations(tree)) + "\n"
                any_change = held = True
                break
        number += 0 if held else 1


def _drop_parts(source, attempt):
    def variants(node):
        for field in ("handlers", "keywords", "args", "items", "elts", "decorator_list", "defaults", "bases"):
            parts = getattr(node, field, None)
            if isinstance(parts, list):
                for index in range(len(parts)):
                    yield lambda parts=parts, index=index: parts.pop(index)
        if isinstance(node, ast.ExceptHandler) and node.name:
            yield lambda: setattr(node, "name", None)
        if isinstance(node, ast.Return) and node.value is not None:
            yield lambda: setattr(node, "value", None)
        if isinstance(node, ast.Raise) and node.cause is not None:
            yield lambda: setattr(node, "cause", None)
        if isinstance(node, (ast.With, ast.AsyncWith)):
            for item in node.items:
                if item.optional_vars is not None:
                    yield lambda item=item: setattr(item, "optional_vars", None)
    return _each(source, variants, attempt)


def _simplify_expressions(source, attempt):
    def variants(node):
        for field, value in ast.iter_fields(node):
            if isinstance(value, ast.expr) and not isinstance(value, (ast.Name, ast.Starred)):
                for simpler in _simpler(value):
                    yield lambda field=field, simpler=simpler: setattr(node, field, simpler)
            elif isinstance(value, list):
                for index, part in enumerate(value):
                    if isinstance(part, ast.expr):
                        for simpler in _simpler(part):
                            yield lambda value=value, index=index, simpler=simpler: value.__setitem__(index, simpler)
    return _each(source, variants, attempt)


def _simpler(node):
    if isinstance(node, ast.Constant):
        if isinstance(node.value, (int, float)) and not isinstance(node.value, bool) and node.value not in SIMPLER_NUMBERS:
            for number in SIMPLER_NUMBERS:
                yield ast.Constant(number)
        return
    for field, child in ast.iter_fields(node):
        for part in child if isinstance(child, list) else [child]:
            if isinstance(part, ast.expr) and not isinstance(part, ast.Starred) and field != "func":
                yield copy.deepcopy(part)
    yield ast.Constant(0)
