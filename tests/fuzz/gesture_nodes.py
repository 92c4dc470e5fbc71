"""Nodes of trees before and after a gesture, compared but for names that the composer may choose: what is read of them, and
the few that are made.

A name that the composer may choose is a hole in the tree that is expected: a string that begins with NUL. It stands for one
name that the text did not have, the same in all its places."""
import ast

from gesture_trees import DEFINITIONS, dotted, need, take_helpers


class Number:
    """Stands for a number in the tree that is expected."""

    def __init__(self, value):
        self.value = value


def unify(expected, found, taken, bound):
    if isinstance(expected, Number):
        need(type(found) in (int, float) and abs(found - expected.value) < 1e-6, "the number that was asked for")
    elif isinstance(expected, str) and expected.startswith("\0"):
        if expected not in bound:
            need(isinstance(found, str) and found not in taken and found not in bound.values(), "a name that is free")
            bound[expected] = found
        need(bound[expected] == found, "one name in all its places")
    elif isinstance(expected, ast.AST):
        need(type(expected) is type(found), "the tree is another one")
        for field in expected._fields:
            unify(getattr(expected, field, None), getattr(found, field, None), taken, bound)
    elif isinstance(expected, list):
        need(isinstance(found, list) and len(expected) == len(found), "the tree is another one")
        for one, other in zip(expected, found):
            unify(one, other, taken, bound)
    else:
        need(type(expected) is type(found) and expected == found, "the tree is another one")


def compare(before, after, taken):
    take_helpers(before, after, {"imports": ["asyncio"]})
    unify(before.tree, after.tree, taken, {})


def parsed(text):
    """Statements of a text with holes written as §name."""
    tree = ast.parse(text.replace("§", "hole_"))
    for node in ast.walk(tree):
        for field, value in ast.iter_fields(node):
            if isinstance(value, str) and value.startswith("hole_"):
                setattr(node, field, "\0" + value[5:])
    return tree.body


def value_of(statement):
    if isinstance(statement, (ast.Expr, ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Return)):
        return statement.value
    return None


def target_of(statement):
    """The one name that gets the value, or None."""
    targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target] if isinstance(statement, ast.AnnAssign) else []
    return targets[0].id if len(targets) == 1 and isinstance(targets[0], ast.Name) else None


def awaited_call(statement):
    value = value_of(statement)
    return value.value if isinstance(value, ast.Await) and isinstance(value.value, ast.Call) else None


def is_gather(call):
    return call is not None and dotted(call.func) == "asyncio.gather"


def started(statement):
    """The coroutine's call of a statement that starts a task, or None."""
    value = value_of(statement)
    if isinstance(value, ast.Call) and value.args and dotted(value.func).endswith(("create_task", "ensure_future")):
        return value.args[0]
    return None


def own(node):
    """The nodes of a statement without those of functions and classes in it."""
    yield node
    if not isinstance(node, (*DEFINITIONS, ast.ClassDef, ast.Lambda)):
        for child in ast.iter_child_nodes(node):
            yield from own(child)


def function_of(before, statement):
    """The innermost function around a statement."""
    found = None
    for each in before.statements:
        if isinstance(each, DEFINITIONS) and each is not statement and any(n is statement for n in ast.walk(each)):
            found = each  # in the order of the text the innermost is the last
    return found


def place_of(before, statement):
    body = before.home(statement)
    return body, next(i for i, each in enumerate(body) if each is statement)


def name(text, context=None):
    return ast.Name(text, context or ast.Load())


def assign(target, value):
    return ast.Assign([name(target, ast.Store())], value) if target else ast.Expr(value)
