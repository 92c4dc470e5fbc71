"""What pulling the start of a task is meant to write, for gesture_fuzz.py."""
import ast

from gesture_nodes import Number, awaited_call, compare, name, parsed
from gesture_trees import dotted, names, replace_node, same


def is_sleep(statement):
    call = awaited_call(statement)
    return isinstance(statement, ast.Expr) and call is not None and dotted(call.func) == "asyncio.sleep" and len(call.args) == 1 and not call.keywords


def start(before, after, gesture):
    taken, seconds = names(before.tree), gesture["seconds"]
    call = next(n for n in ast.walk(before.tree) if isinstance(n, ast.Call) and (n.lineno, n.col_offset + 1) == (gesture["line"], gesture["column"]))
    called = lambda node: dotted(node.func).rpartition(".")[2]  # noqa: E731
    function, = [n for n in before.statements if isinstance(n, ast.AsyncFunctionDef) and n.name == called(call)]
    calls = sum(1 for n in ast.walk(before.tree) if isinstance(n, ast.Call) and called(n) == function.name)
    first = 1 if ast.get_docstring(function, clean=False) is not None else 0
    while first < len(function.body) and isinstance(function.body[first], (ast.Global, ast.Nonlocal)):
        first += 1
    sleep = function.body[first] if first < len(function.body) and is_sleep(function.body[first]) else None
    waits = [n for s in function.body for n in ast.walk(s) if isinstance(n, (ast.Await, ast.AsyncFor, ast.AsyncWith))]
    if sleep is not None and len(waits) == 1:
        sleep = None  # its only wait is its work
    if sleep is None:
        if seconds == 0:
            return same(before.tree, after.tree)
        delay = ast.Constant(Number(seconds)) if calls == 1 else name("\0start")
        put_first(before, function, first, delay)
        if calls > 1:
            parameter(function, "\0start", ast.Constant(0))
            call.keywords.append(ast.keyword("\0start", ast.Constant(Number(seconds))))
        return compare(before, after, taken)
    delay = awaited_call(sleep).args[0]
    if isinstance(delay, ast.Constant):
        if delay.value == seconds:
            return same(before.tree, after.tree)
        if calls == 1 and seconds == 0:
            before.remove(sleep)
        elif calls == 1:
            delay.value = Number(seconds)
        else:
            parameter(function, "\0start", ast.Constant(delay.value))
            call.keywords.append(ast.keyword("\0start", ast.Constant(Number(seconds))))
            replace_node(before.tree, delay, name("\0start"))
        return compare(before, after, taken)
    given = argument(function, call, delay.id, any(n is function for c in ast.walk(before.tree) if isinstance(c, ast.ClassDef) for n in c.body))
    if given is not None:
        if given.value == seconds:
            return same(before.tree, after.tree)
        replace_node(before.tree, given, ast.Constant(Number(seconds)))
    elif usual(function, delay.id).value != seconds:
        call.keywords.append(ast.keyword(delay.id, ast.Constant(Number(seconds))))
    compare(before, after, taken)


def put_first(before, function, first, delay):
    sleep = parsed("async def f():\n    await asyncio.sleep(0)")[0].body[0]
    sleep.value.value.args = [delay]
    if len(function.body) == first + 1 and isinstance(function.body[first], ast.Pass):
        function.body[first] = sleep
    else:
        function.body.insert(first, sleep)


def parameter(function, word, usual_value):
    """Behind all others: among those by keyword only, where there are such."""
    arguments = function.args
    if arguments.kwonlyargs or arguments.vararg:
        arguments.kwonlyargs.append(ast.arg(word))
        arguments.kw_defaults.append(usual_value)
    else:
        arguments.args.append(ast.arg(word))
        arguments.defaults.append(usual_value)


def argument(function, call, word, method):
    for each in call.keywords:
        if each.arg == word:
            return each.value
    positional = [a.arg for a in function.args.posonlyargs + function.args.args][1 if method else 0:]
    index = positional.index(word) if word in positional else len(call.args)
    return call.args[index] if index < len(call.args) else None


def usual(function, word):
    positional = [a.arg for a in function.args.posonlyargs + function.args.args]
    if word in positional:
        return function.args.defaults[positional.index(word) - len(positional)]
    return function.args.kw_defaults[[a.arg for a in function.args.kwonlyargs].index(word)]
