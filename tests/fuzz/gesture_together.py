"""What it means to run steps one after the other, in a gather or in a TaskGroup, for gesture_fuzz.py."""
import ast
import copy

from gesture_nodes import assign, awaited_call, compare, function_of, is_gather, name, parsed, place_of, started, target_of
from gesture_trees import Wrong, names, need, replace_node


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
