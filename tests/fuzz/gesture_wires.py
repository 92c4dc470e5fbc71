"""What drawing and cutting a wire is meant to write, for gesture_fuzz.py."""
import ast

from gesture_nodes import assign, awaited_call, compare, is_gather, name, own, parsed, started, target_of, value_of
from gesture_together import together
from gesture_trees import dotted, names, need, replace_node, same


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
