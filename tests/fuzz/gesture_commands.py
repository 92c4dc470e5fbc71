"""What named commands are meant to write, for gesture_fuzz.py: said on trees, from the tree before and the gesture alone. Those
that change how steps run together are in gesture_together.py."""
import ast
import copy

from gesture_nodes import assign, awaited_call, compare, function_of, name, own, parsed, place_of, target_of, value_of
from gesture_start import usual
from gesture_together import between
from gesture_trees import DEFINITIONS, dotted, names, need, same


def add_timeout(before, after, gesture):
    body, index = place_of(before, before.statements[gesture["block"]])
    number = {id(each): n for n, each in enumerate(before.statements)}
    count = sum(1 for each in body[index:] if number[id(each)] <= gesture["last"])
    around = parsed("async def f():\n    async with asyncio.timeout(1.5): pass")[0].body[0]
    around.body = body[index:index + count]
    taken = names(before.tree)
    body[index:index + count] = [around]
    compare(before, after, taken)


def return_exceptions(before, after, gesture):
    call = awaited_call(before.statements[gesture["block"]])
    call.keywords.insert(0, ast.keyword("return_exceptions", ast.Constant(True)))
    same(before.tree, after.tree)


def limit(before, after, gesture):
    taken = names(before.tree)
    body, index = place_of(before, before.statements[gesture["block"]])
    call = awaited_call(body[index])

    def held(made):
        return ast.Call(name("\0limited"), [made], [])

    for at, arg in enumerate(call.args):
        if isinstance(arg, ast.Starred):
            arg.value.elt = held(arg.value.elt)
        else:
            call.args[at] = held(arg)
    body[index:index] = parsed("§limit = asyncio.Semaphore(2)\nasync def §limited(call):\n    async with §limit:\n        return await call")
    compare(before, after, taken)


def without_time(tree):
    """`import time` goes where nothing else could mean it."""
    nodes = list(ast.walk(tree))
    said = {n.id for n in nodes if isinstance(n, ast.Name)} | {w for n in nodes if isinstance(n, (ast.Global, ast.Nonlocal)) for w in n.names}
    if said & {"time", "eval", "exec", "globals", "locals", "vars", "__all__"}:
        return
    holders = [n for n in nodes if isinstance(n, ast.Import) and any(a.name.startswith("time") or a.asname == "time" for a in n.names)]
    if len(holders) != 1 or holders[0] not in tree.body:
        return
    mine = [a for a in holders[0].names if a.name.startswith("time") or a.asname == "time"]
    if len(mine) != 1 or mine[0].name != "time" or mine[0].asname is not None:
        return
    holders[0].names.remove(mine[0])
    if not holders[0].names:
        tree.body.remove(holders[0])


def unblock(before, after, gesture):
    taken = names(before.tree)
    statement = before.statements[gesture["block"]]
    call = value_of(statement)
    sleeps = dotted(call.func) == "time.sleep" and gesture["kind"] == "unblock"
    if sleeps:
        new = ast.Call(parsed("asyncio.sleep")[0].value, call.args, call.keywords)
    else:
        new = ast.Call(parsed("asyncio.to_thread")[0].value, [call.func, *call.args], call.keywords)
    statement.value = ast.Await(new)
    # Beside a line that is no Python nobody knows what it needs.
    if sleeps and not before.broken:
        without_time(before.tree)
    compare(before, after, taken)


def bound_in(nodes):
    found = set()
    for node in nodes:
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            found.add(node.id)
        elif isinstance(node, ast.alias):
            found.add((node.asname or node.name).partition(".")[0])
        elif isinstance(node, (ast.ExceptHandler, ast.MatchAs, ast.MatchStar)) and node.name:
            found.add(node.name)
        elif isinstance(node, ast.MatchMapping) and node.rest:
            found.add(node.rest)
    return found


def parameters_of(function):
    return {node.arg for node in ast.walk(function.args) if isinstance(node, ast.arg)}


def extract(before, after, gesture):
    """The steps stand in a function of their own, which gets what it needs and gives back what is needed behind it."""
    taken = names(before.tree)
    body, index = place_of(before, before.statements[gesture["block"]])
    number = {id(each): n for n, each in enumerate(before.statements)}
    last = max(gesture["last"], gesture["block"])
    count = sum(1 for each in body[index:] if number[id(each)] <= last)
    steps = body[index:index + count]
    outer = function_of(before, steps[0])
    nodes = [node for step in steps for node in own(step)]
    inside = {id(node) for step in steps for node in ast.walk(step)}
    others = [node for s in outer.body for node in own(s) if id(node) not in inside]
    definitions = {n.name for n in before.statements if isinstance(n, (*DEFINITIONS, ast.ClassDef)) and function_of(before, n) is outer}
    local = bound_in(others) | bound_in(nodes) | parameters_of(outer) | definitions
    loads = {n.id for step in steps for n in ast.walk(step) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)}
    top = next(s for s in before.tree.body if any(n is outer for n in ast.walk(s)))
    made, = [s for s in after.tree.body if isinstance(s, DEFINITIONS) and s.name not in taken]
    awaits = any(isinstance(n, (ast.Await, ast.AsyncFor, ast.AsyncWith)) or isinstance(n, ast.comprehension) and n.is_async for n in nodes)
    need(isinstance(made, ast.AsyncFunctionDef) == awaits, "a coroutine if it awaits")
    ins = [a.arg for a in made.args.args]
    outs = []
    if len(made.body) == count + 1 and isinstance(made.body[-1], ast.Return):
        given = made.body[-1].value
        outs = [each.id for each in (given.elts if isinstance(given, ast.Tuple) else [given])]
    need(len(made.body) == count + bool(outs), "its body is the steps, and a return of names")
    bound = bound_in(nodes)
    around = [n for n in before.statements if isinstance(n, DEFINITIONS) and any(m is outer for m in ast.walk(n))]
    inner = {n.name for each in around for n in before.statements if isinstance(n, DEFINITIONS) and function_of(before, n) is each}
    reach = local.union(inner, *(bound_in(n for s in each.body for n in own(s)) | parameters_of(each) for each in around))
    need(set(ins) <= reach, "it gets only names of the functions around it")
    for each in loads & (bound_in(others) | parameters_of(outer)) - bound:
        need(each in ins, f"it gets {each}")
    behind = {n.id for n in others if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Load)
              and (n.lineno, n.col_offset) > (steps[-1].end_lineno, steps[-1].end_col_offset)}
    for each in bound & behind:
        need(each in outs, f"it gives back {each}")
    need(set(outs) <= bound | definitions, "it gives back what it binds")
    arguments = ast.arguments([], [ast.arg(each) for each in ins], None, [], [], None, [])
    returned = name(outs[0]) if len(outs) == 1 else ast.Tuple([name(each) for each in outs], ast.Load())
    kind = ast.AsyncFunctionDef if awaits else ast.FunctionDef
    new = kind("\0step", arguments, [*copy.deepcopy(steps), *([ast.Return(returned)] if outs else [])], [], None, None, [])
    call = ast.Call(name("\0step"), [name(each) for each in ins], [])
    value = ast.Await(call) if awaits else call
    targets = ast.Tuple([name(each, ast.Store()) for each in outs], ast.Store())
    body[index:index + count] = [ast.Assign([targets], value) if len(outs) > 1 else assign(outs[0] if outs else None, value)]
    before.tree.body.insert(next(i for i, s in enumerate(before.tree.body) if s is top), new)
    compare(before, after, taken)


def inline(before, after, gesture):
    taken = names(before.tree)
    body, index = place_of(before, before.statements[gesture["block"]])
    call, target = awaited_call(body[index]), target_of(body[index])
    function, = [s for s in before.tree.body if isinstance(s, ast.AsyncFunctionDef) and s.name == dotted(call.func)]
    nodes = [n for s in function.body for n in ast.walk(s)]
    bound = bound_in(nodes)
    positional, lines, swaps = [a.arg for a in function.args.args], [], {}
    for number, word in enumerate(positional + [a.arg for a in function.args.kwonlyargs]):
        given = next((k.value for k in call.keywords if k.arg == word), None)
        if given is None and number < len(positional) and number < len(call.args):
            given = call.args[number]
        given = given or usual(function, word)
        if isinstance(given, (ast.Name, ast.Constant)) and word not in bound:
            swaps[word] = given
        else:
            lines.append(assign(word, given))

    class Swap(ast.NodeTransformer):
        def visit_Name(self, node):
            return copy.deepcopy(swaps[node.id]) if node.id in swaps else node

    returned = False
    for number, each in enumerate(copy.deepcopy(function.body)):
        text = isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant) and isinstance(each.value.value, str)
        if isinstance(each, ast.Pass) or number == 0 and text:
            continue
        each = Swap().visit(each)
        if not isinstance(each, ast.Return):
            lines.append(each)
            continue
        returned = True
        if target:
            lines.append(assign(target, each.value or ast.Constant(None)))
        elif each.value is not None and not isinstance(each.value, (ast.Name, ast.Constant)):
            lines.append(ast.Expr(each.value))
    if target and not returned:
        lines.append(assign(target, ast.Constant(None)))
    body[index:index + 1] = lines or [ast.Pass()]
    compare(before, after, taken)


def rename(before, after, gesture):
    old = before.data[gesture["range"][0]:gesture["range"][1]].decode()
    changed = 0
    for node in ast.walk(after.tree):
        for field, value in ast.iter_fields(node):
            if value == "fresh_name":
                setattr(node, field, old)
                changed += 1
            elif isinstance(value, list) and "fresh_name" in value:
                setattr(node, field, [old if each == "fresh_name" else each for each in value])
                changed += 1
    need(changed > 0, "something has the new name")
    same(before.tree, after.tree)


COMMANDS = {
    "sequential-to-gather": between("sequential", "gather"),
    "gather-to-sequential": between("gather", "sequential"),
    "gather-to-group": between("gather", "group"),
    "group-to-gather": between("group", "gather"),
    "sequential-to-group": between("sequential", "group"),
    "group-to-sequential": between("group", "sequential"),
    "add-timeout": add_timeout,
    "return-exceptions": return_exceptions,
    "limit": limit,
    "unblock": unblock,
    "to-thread": unblock,
    "extract": extract,
    "inline": inline,
    "rename": rename,
}
