"""What wires, starts and named commands are meant to write, for gesture_fuzz.py: said on trees, from the tree before and the
gesture alone.

A name that the composer may choose is a hole in the tree that is expected: a string that begins with NUL. It stands for one
name that the text did not have, the same in all its places."""
import ast
import copy

from gesture_trees import DEFINITIONS, Wrong, dotted, need, names, replace_node, same, take_helpers


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


# --- one after the other, gather, TaskGroup


def read_sequential(statements):
    for each in statements:
        need(isinstance(each, (ast.Expr, ast.Assign)) and awaited_call(each) is not None, "each is an await of a call")
    return [(awaited_call(each), target_of(each)) for each in statements], None


def read_gather(statement):
    call = awaited_call(statement)
    need(is_gather(call), "a gather")
    targets = statement.targets[0] if isinstance(statement, ast.Assign) else None
    if isinstance(targets, ast.Tuple):
        return [(arg, None if name.id == "_" else name.id) for arg, name in zip(call.args, targets.elts, strict=True)], None
    return [(arg, None) for arg in call.args], targets.id if targets is not None else None


def read_group(before, statement):
    parts = [(started(each), target_of(each)) for each in statement.body]
    tasks = {target for _, target in parts if target}
    for node in list(ast.walk(function_of(before, statement))):
        result = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "result"
        if result and isinstance(node.func.value, ast.Name) and node.func.value.id in tasks:
            replace_node(before.tree, node, node.func.value)
    return parts, None


def name(text, context=None):
    return ast.Name(text, context or ast.Load())


def assign(target, value):
    return ast.Assign([name(target, ast.Store())], value) if target else ast.Expr(value)


def write_gather(parts, all_results):
    call = ast.Await(ast.Call(parsed("asyncio.gather")[0].value, [each for each, _ in parts], []))
    if any(target for _, target in parts):
        targets = ast.Tuple([name(target or "_", ast.Store()) for _, target in parts], ast.Store())
        return [ast.Assign([targets], call)]
    return [assign(all_results, call)]


def write_sequential(parts, all_results):
    if all_results:
        return [assign(all_results, ast.List([ast.Await(each) for each, _ in parts], ast.Load()))]
    return [assign(target, ast.Await(each)) for each, target in parts]


def write_group(parts, all_results):
    body, behind, results = [], [], []
    for number, (each, target) in enumerate(parts):
        start = ast.Call(ast.Attribute(name("\0group"), "create_task", ast.Load()), [each], [])
        task = f"\0task {number}" if target or all_results else None
        body.append(assign(task, start))
        result = ast.Call(ast.Attribute(name(task or ""), "result", ast.Load()), [], [])
        if target:
            behind.append(assign(target, result))
        results.append(result)
    group = parsed("async def f():\n    async with asyncio.TaskGroup() as §group: pass")[0].body[0]
    group.body = body
    return [group, *behind, *([assign(all_results, ast.List(results, ast.Load()))] if all_results else [])]


WRITERS = {"gather": write_gather, "sequential": write_sequential, "group": write_group}


def together(before, after, source, aim, block, last):
    taken = names(before.tree)
    body, index = place_of(before, before.statements[block])
    if source != "sequential":
        read = read_gather(body[index]) if source == "gather" else read_group(before, body[index])
        body[index:index + 1] = WRITERS[aim](*read)
        return compare(before, after, taken)
    if last >= 0:
        number = {id(each): n for n, each in enumerate(before.statements)}
        count = sum(1 for each in body[index:] if number[id(each)] <= last)
        body[index:index + count] = WRITERS[aim](*read_sequential(body[index:index + count]))
        return compare(before, after, taken)
    # As far as it goes: at least two.
    steps, imports = list(body), copy.deepcopy(after)
    for count in range(len(steps) - index, 1, -1):
        try:
            body[index:] = [*WRITERS[aim](*read_sequential(steps[index:index + count])), *steps[index + count:]]
            after.tree = copy.deepcopy(imports.tree)
            return compare(before, after, taken)
        except Wrong:
            continue
    raise Wrong("two or more awaits become one step")


def between(source, aim):
    return lambda before, after, gesture: together(before, after, source, aim, gesture["block"], gesture["last"])


# --- wires


def named_tasks(before, statements):
    """The name of each task; one without gets one."""
    found = []
    for number, each in enumerate(statements):
        target = target_of(each)
        if target is None and isinstance(each, ast.Expr):
            target = f"\0task {number}"
            replace_node(before.tree, each, assign(target, each.value))
        elif target is None:
            target = each.targets[0].id  # of a statement that was given a name above
        found.append(name(target))
    return found


def gives_value(before, call):
    if not isinstance(call, ast.Call):
        return False
    for each in ast.walk(before.tree):
        if isinstance(each, ast.AsyncFunctionDef) and each.name == dotted(call.func):
            return any(isinstance(n, ast.Return) and n.value is not None for s in each.body for n in own(s))
    return False


def draw(before, after, gesture):
    taken = names(before.tree)
    ids = gesture["from"]
    statements = [before.statements[i] for i in ids]
    calls = all(awaited_call(each) is not None for each in statements)
    aim = "group" if gesture["join"] == "group" else "gather"
    if gesture["to"] < 0:
        if calls:
            need(len(set(ids)) > 1, "a wire that ends nowhere begins at a task")
            return together(before, after, "sequential", aim, min(ids), max(ids))
        need(all(started(each) is not None for each in statements), "each starts a task")
        value = any(gives_value(before, started(each)) for each in statements)
        place = ast.Pass()
        before.insert(gesture["place"], place)
        tasks = named_tasks(before, statements)
        gather = ast.Call(parsed("asyncio.gather")[0].value, tasks, [])
        waits = ast.Await(tasks[0] if len(tasks) == 1 and gesture["join"] == "await" else gather)
        replace_node(before.tree, place, assign("\0result" if value else None, waits))
        return compare(before, after, taken)
    end = before.statements[gesture["to"]]
    call = awaited_call(end)
    if calls and call is not None and not is_gather(call):
        both = [*ids, gesture["to"]]
        return together(before, after, "sequential", aim, min(both), max(both))
    if isinstance(end, ast.AsyncWith):
        statement, = statements
        group = end.items[0].optional_vars.id
        made = started(statement) or awaited_call(statement)
        task = ast.Call(ast.Attribute(name(group), "create_task", ast.Load()), [made], [])
        before.insert([gesture["to"], 0, len(end.body)], assign(target_of(statement), task))
        before.remove(statement)
        return compare(before, after, taken)
    need(all(started(each) is not None for each in statements), "each starts a task")
    tasks = named_tasks(before, statements)
    if is_gather(call):
        call.args.extend(tasks)
    else:
        waits = value_of(end)
        waits.value = ast.Call(parsed("asyncio.gather")[0].value, [waits.value, *tasks], [])
    compare(before, after, taken)


def cut(before, after, gesture):
    statement = before.statements[gesture["block"]]
    call = awaited_call(statement)
    if not is_gather(call) or len(call.args) == 1:
        need(call is not None or started(statement) is not None or isinstance(value_of(statement), ast.Await), "a step with a wire")
        before.remove(statement)
    else:
        del call.args[gesture["item"]]
        if isinstance(statement, ast.Assign) and isinstance(statement.targets[0], ast.Tuple):
            del statement.targets[0].elts[gesture["item"]]
    same(before.tree, after.tree)


# --- the start of a task


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


# --- the other commands


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
