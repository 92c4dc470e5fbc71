#!/usr/bin/env python3
"""gesture_fuzz.py [--seed S] [--count N]: random gestures on programs; each result's tree under CPython 3.13 must be the one intended.

    --seed S       where to begin; with the same seed and files the gestures are the same
    --count N      how many gestures; default 3000
    --jobs N       how many runs at a time, each with a part of the count; default 2
    --show N       how many faults are shown in full; default 3
    --gestures P   the program that makes them; default build/release/simul-gestures

What is intended is said here, from the tree before and the gesture alone, without a look at how the composer does it:
a deleted statement is gone (`pass` where a body would be empty), a moved one stands there and no longer here, an inserted
one stands between the others, which are as they were, and has the shape that the palette promises; besides it there are
only an import, a new coroutine, or a lock or queue that it needs. After a rename the tree is the one before, with the new
name for the old. What compiled before compiles after.
The last line is "N passed, N failed".
"""
import argparse
import ast
import collections
import copy
import json
import multiprocessing
import pathlib
import subprocess
import sys
import warnings

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))
import gesture_commands  # noqa: E402
import gesture_start  # noqa: E402
import gesture_wires  # noqa: E402
from gesture_trees import (Program, Wrong, dotted, dump, expression, names, need, replace_node, same, take_helpers,  # noqa: E402
                           with_context)

ROOT = pathlib.Path(__file__).resolve().parents[2]
# --- what is intended -------------------------------------------------------------------------------------------------


def edit(before, after, gesture):
    begin, end = gesture["range"]
    text = gesture["text"].strip()
    kind = gesture.get("kind")
    if before.data[begin:end].decode() == text:
        return same(before.tree, after.tree)
    if kind == "statement":
        old = next(s for s in before.statements if (before.offset(s), before.offset(s, True)) == (begin, end))
        new = ast.parse(text).body
        body = before.home(old)
        index = next(i for i, each in enumerate(body) if each is old)
        body[index:index + 1] = new
        return same(before.tree, after.tree)
    nodes = [node for node in ast.walk(before.tree) if isinstance(node, ast.expr)]
    candidates = [node for node in nodes if (before.offset(node), before.offset(node, True)) == (begin, end)]
    calls = [n for n in nodes if isinstance(n, ast.Call) and before.offset(n.func, True) <= begin and end <= before.offset(n, True)]
    if kind == "arguments":
        node = min(calls, key=lambda n: before.offset(n, True) - before.offset(n.func, True))
        try:
            call = ast.parse("f(" + text + "\n)", mode="eval").body
        except SyntaxError:
            need(candidates, "what stands for arguments can be arguments")
        else:
            node.args, node.keywords = call.args, call.keywords
            return same(before.tree, after.tree)
    failures = []
    for node in candidates:
        tree = copy.deepcopy(before.tree)
        twin = next(n for n in ast.walk(tree) if isinstance(n, type(node)) and n.lineno == node.lineno and n.col_offset == node.col_offset
                    and n.end_lineno == node.end_lineno and n.end_col_offset == node.end_col_offset and dump(n) == dump(node))
        try:
            replace_node(tree, twin, with_context(expression(text), twin))
        except SyntaxError:
            # The only argument of a call may become several.
            for call in ast.walk(tree):
                if isinstance(call, ast.Call) and call.args == [twin] and not call.keywords:
                    new = ast.parse("f(" + text + "\n)", mode="eval").body
                    call.args, call.keywords = new.args, new.keywords
        if dump(tree) == dump(after.tree):
            return
        for call in ast.walk(before.tree):
            if isinstance(call, ast.Call) and len(call.args) == 1 and call.args[0] is node and not call.keywords:
                kept = call.args, call.keywords
                try:
                    new = ast.parse("f(" + text + "\n)", mode="eval").body
                except SyntaxError:
                    continue
                call.args, call.keywords = new.args, new.keywords
                equal = dump(before.tree) == dump(after.tree)
                call.args, call.keywords = kept
                if equal:
                    return
        failures.append(node)
    raise Wrong("the slot's new text is not where the old one was")


def seconds(before, after, gesture):
    begin, end = gesture["range"]
    shift = len(after.data) - len(before.data)
    node = next(n for n in ast.walk(before.tree) if isinstance(n, ast.Constant) and (before.offset(n), before.offset(n, True)) == (begin, end))
    replace_node(before.tree, node, expression(after.data[begin:end + shift].decode()))
    same(before.tree, after.tree)


def delete(before, after, gesture):
    before.remove(before.statements[gesture["block"]])
    same(before.tree, after.tree)


def duplicate(before, after, gesture):
    statement = before.statements[gesture["block"]]
    body = before.home(statement)
    index = next(i for i, each in enumerate(body) if each is statement)
    body.insert(index + 1, copy.deepcopy(statement))
    same(before.tree, after.tree)


def move(before, after, gesture):
    statement = before.statements[gesture["block"]]
    home, body = before.home(statement), before.body_at(gesture["place"])
    if home is body:
        index = next(i for i, each in enumerate(home) if each is statement)
        if gesture["place"][2] in (index, index + 1):
            return same(before.tree, after.tree)
    before.insert(gesture["place"], copy.deepcopy(statement))
    before.remove(statement)
    same(before.tree, after.tree)


CALLS = ("call", "task", "gather", "group")
CODE = {
    "sleep": "await asyncio.sleep(1.0)",
    "print": "print('hello')",
    "blocking": "time.sleep(0.5)",
}


def helpers_of(kind):
    allowed = {"imports": ["time"] if kind == "blocking" else ["asyncio"]}
    if kind == "print":
        allowed["imports"] = []
    if kind in CALLS:
        allowed["coroutine"] = True
    if kind == "lock":
        allowed["shared"] = ["asyncio.Lock"]
    if kind in ("queue-put", "queue-get"):
        allowed["shared"] = ["asyncio.Queue"]
    return allowed


def coroutine_call(node, after, made):
    need(isinstance(node, ast.Call) and isinstance(node.func, ast.Name), "a call of a coroutine by its name")
    known = {n.name for n in ast.walk(after.tree) if isinstance(n, ast.AsyncFunctionDef)} | ({made.name} if made else set())
    need(node.func.id in known, "the coroutine is in the text")


def shape(kind, node, after, made, old_names):
    """Is the inserted statement what the palette promises?"""
    if kind in CODE:
        return need(dump(node) == dump(ast.parse(CODE[kind]).body[0]), "the palette's statement")
    target, value = None, node
    if isinstance(node, ast.Assign):
        need(len(node.targets) == 1 and isinstance(node.targets[0], ast.Name), "one name for the result")
        target, value = node.targets[0].id, node.value
        need(target not in old_names, "a name that is free")
    elif isinstance(node, ast.Expr):
        value = node.value
    if kind == "call":
        need(isinstance(value, ast.Await), "an await")
        coroutine_call(value.value, after, made)
    elif kind == "task":
        need(target is not None and isinstance(value, ast.Call) and dotted(value.func) == "asyncio.create_task", "a task in a name")
        coroutine_call(value.args[0], after, made)
    elif kind == "gather":
        need(isinstance(value, ast.Await) and dotted(value.value.func) == "asyncio.gather" and len(value.value.args) == 2, "a gather of two")
        for each in value.value.args:
            coroutine_call(each, after, made)
    elif kind == "group":
        need(isinstance(node, ast.AsyncWith) and dotted(node.items[0].context_expr.func) == "asyncio.TaskGroup", "a group")
        group = node.items[0].optional_vars.id
        need(group not in old_names and len(node.body) == 2, "two tasks in a group with a free name")
        for each in node.body:
            need(dotted(each.value.func) == group + ".create_task", "tasks of the group")
            coroutine_call(each.value.args[0], after, made)
    elif kind == "queue-put":
        need(isinstance(value, ast.Await) and dotted(value.value.func).endswith(".put"), "a put")
    elif kind == "queue-get":
        need(target is not None and isinstance(value, ast.Await) and dotted(value.value.func).endswith(".get"), "a get")
    else:
        wrapper(kind, node, old_names)


def wrapper(kind, node, old_names):
    if kind == "timeout":
        need(isinstance(node, ast.AsyncWith) and dump(node.items[0].context_expr) == dump(expression("asyncio.timeout(1.5)")), "a timeout")
    elif kind == "lock":
        need(isinstance(node, ast.AsyncWith) and isinstance(node.items[0].context_expr, ast.Name), "a lock")
    elif kind == "try":
        need(isinstance(node, ast.Try) and len(node.handlers) == 1 and node.handlers[0].name not in old_names, "a try")
    elif kind == "loop":
        need(isinstance(node, ast.For) and node.target.id not in old_names and dump(node.iter) == dump(expression("range(3)")), "a loop")


def remove_at(program, place):
    body = program.body_at(place)
    return body, body[place[2]]


def insert(before, after, gesture):
    kind = gesture["kind"]
    old_names = names(before.tree)
    if kind == "coroutine":
        made, _, _ = take_helpers(before, after, {"imports": ["asyncio"], "coroutine": True})
        need(made is not None, "a new coroutine")
        start = next((each for each in after.tree.body if dump(each) == dump(ast.parse(f"asyncio.run({made.name}())").body[0])), None)
        if made.name == "main" and start is not None:
            after.tree.body.remove(start)
        return same(before.tree, after.tree)
    made, shared, _ = take_helpers(before, after, helpers_of(kind))
    # A marker stands in the old tree where the statement is meant to be; the new tree must have it there.
    marker = ast.Expr(ast.Constant("the new statement"))
    before.insert(gesture["place"], marker)
    found = find_where(before.tree, marker, after.tree)
    shape(kind, found, after, made, old_names - ({made.name} if made else set()))
    replace_node(before.tree, marker, found)
    same(before.tree, after.tree)


def find_where(old, marker, new):
    """The node of `new` at the place that `marker` has in `old`."""
    path = []

    def search(node):
        for field, value in ast.iter_fields(node):
            for index, each in enumerate(value if isinstance(value, list) else [value]):
                if not isinstance(each, ast.AST):
                    continue
                path.append((field, index))
                if each is marker or search(each):
                    return True
                path.pop()
        return False

    need(search(old), "the marker is in the old tree")
    node = new
    for field, index in path:
        value = getattr(node, field, None)
        if isinstance(value, list):
            need(index < len(value), "the place is in the new tree")
            value = value[index]
        need(value is not None, "the place is in the new tree")
        node = value
    return node


def wrap(before, after, gesture):
    old_names = names(before.tree)
    take_helpers(before, after, helpers_of(gesture["kind"]))
    statement = before.statements[gesture["onto"]]
    found = find_where(before.tree, statement, after.tree)
    wrapper(gesture["kind"], found, old_names)
    need(len(found.body) == 1 and dump(found.body[0]) == dump(statement), "the step is inside as it was")
    replace_node(before.tree, statement, found)
    same(before.tree, after.tree)


def refactor(before, after, gesture):
    if gesture["kind"] == "add-timeout" and gesture["last"] < 0:
        return wrap(before, after, {"kind": "timeout", "onto": gesture["block"]})
    return gesture_commands.COMMANDS[gesture["kind"]](before, after, gesture)


INTENDED = {
    "edit": edit,
    "seconds": seconds,
    "delete": delete,
    "duplicate": duplicate,
    "move": move,
    "insert": insert,
    "wrap": wrap,
    "cut": gesture_wires.cut,
    "refactor": refactor,
    "draw": gesture_wires.draw,
    "start": gesture_start.start,
}


def compiles(data):
    try:
        compile(data, "text", "exec", dont_inherit=True, flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT)
        return True
    except (SyntaxError, ValueError):
        return False


def apply(data, edits):
    out, at = b"", 0
    for begin, end, text in edits:
        out += data[at:begin] + text.encode()
        at = end
    return out + data[at:]


def untouched(before, gesture):
    """What a plain insertion takes away is nothing but the `pass` and the space it stands for."""
    if gesture["op"] != "insert":
        return
    for begin, end, _ in gesture["edits"]:
        gone = before[begin:end].decode().strip(" \t\r\n;")
        need(gone in ("", "pass"), "an insertion takes away " + repr(gone))


def is_broken(data):
    """Whether its strange line breaks it: at some places `with ooops:` is a line like any other."""
    if b"ooops" not in data:
        return False
    try:
        ast.parse(data)
        return False
    except (SyntaxError, ValueError):
        return True


def has_two_readings(data):
    """Whether it is broken only because the strange line and another one exclude each other by their indentation. CPython blames the
    other one, which the composer leaves out then; here the strange one would be. So nobody can say what is meant."""
    if not is_broken(data):
        return False
    try:
        ast.parse(data)
    except SyntaxError as error:
        return error.msg.startswith("unindent does not match") and b"ooops" not in data.splitlines()[error.lineno - 1]
    return False


def without_broken(data, broken):
    """The text without its lines that are no Python, and of each of these its number, where it begins and ends."""
    if not broken:
        return data, []
    kept, gone, at = [], [], 0
    for number, line in enumerate(data.splitlines(keepends=True), 1):
        if b"ooops" in line:
            gone.append((number, at, at + len(line)))
        else:
            kept.append(line)
        at += len(line)
    return b"".join(kept), gone


def as_without(said, gone):
    """What was said of the text, as of the text without its broken lines."""
    said = dict(said)
    if "range" in said:
        said["range"] = [at - sum(end - begin for _, begin, end in gone if begin < at) for at in said["range"]]
    if said["op"] == "start":
        said["line"] -= sum(1 for number, _, _ in gone if number < said["line"])
    return said


def check(said, data, result, compiled):
    """Raises Wrong where the result is not the one intended. True when it compiles."""
    broken = is_broken(data)
    clean, gone = without_broken(data, broken)
    after, left = without_broken(result, broken)
    need(len(left) >= len(gone) or said["op"] in ("delete", "edit"), "the line that is no Python is still there")
    good = compiles(after)
    before = Program(clean)
    before.broken = bool(gone)
    INTENDED[said["op"]](before, Program(after), as_without(said, gone))
    untouched(data, said)
    if compiled and not good and said["op"] != "edit":
        raise Wrong("it compiles no more")
    return good


def judge(job):
    path, seed, count, files = job
    counted, faults = collections.Counter(), []
    warnings.simplefilter("ignore")
    with subprocess.Popen([path, str(seed), str(count), *files], stdout=subprocess.PIPE) as process:
        data, readable, compiled = b"", False, False
        for line in process.stdout:
            said = json.loads(line)
            if "text" in said and "gesture" not in said:
                data = said["text"].encode()
                clean = without_broken(data, is_broken(data))[0]
                try:
                    ast.parse(clean)
                    readable = True
                except (SyntaxError, ValueError):
                    readable = False
                compiled = readable and compiles(clean)
                continue
            if "made" in said:
                counted["native faults"] += said["wrong"]
                continue
            counted["gestures"] += 1
            kind = said["op"] + (" " + said.get("kind", "") if said["op"] == "refactor" else "")
            broken = is_broken(data)
            counted["broken"] += broken
            if "refused" in said:
                counted["refused"] += 1
                counted["refused " + kind] += 1
                counted["refused broken"] += broken
                continue
            if "fault" in said:
                faults.append((said["fault"], said, data.decode()))
                continue
            result = apply(data, said["edits"])
            if readable and has_two_readings(data):
                counted["two readings"] += 1
                compiled = compiles(without_broken(result, is_broken(result))[0])
            elif readable:
                try:
                    compiled = check(said, data, result, compiled)
                    counted["judged"] += 1
                    counted["judged " + kind] += 1
                    counted["judged broken"] += broken
                except Exception as wrong:  # noqa: BLE001 - whatever goes wrong here is a fault to show
                    faults.append((f"{type(wrong).__name__}: {wrong}", said, data.decode() + "\n--- after\n" + result.decode()))
                    compiled = compiles(without_broken(result, is_broken(result))[0])
            data = result
    return counted, faults


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=3000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--show", type=int, default=3)
    parser.add_argument("--gestures", default=str(ROOT / "build/release/simul-gestures"))
    options = parser.parse_args()
    python = (ROOT / ".toolchain/python.path").read_text().strip()
    if sys.version_info[:2] != (3, 13):
        import os
        os.execv(python, [python, *sys.argv])
    files = sorted(str(p) for folder in ("examples", "tests/conformance") for p in (ROOT / folder).rglob("*.py"))
    part = max(1, options.count // options.jobs)
    jobs = [(options.gestures, options.seed + i, part, files) for i in range(options.jobs)]
    counted, faults = collections.Counter(), []
    with multiprocessing.Pool(options.jobs) as pool:
        for more, wrong in pool.imap_unordered(judge, jobs):
            counted.update(more)
            faults.extend(wrong)
    for why, said, text in faults[:options.show]:
        print("FAULT", why)
        print(json.dumps(said, ensure_ascii=False))
        print(text)
        print("=" * 60)
    kinds = collections.Counter(f"{said['op']} {said.get('kind', '')}: {why[:90]}" for why, said, _ in faults)
    for kind, n in kinds.most_common(40):
        print(f"{n:6} {kind}")
    for kind in sorted(key[7:] for key in counted if key.startswith("judged ")):
        print(f"{counted['judged ' + kind]:6} {kind} ({counted['refused ' + kind]} more refused)")
    print(f"{counted['gestures']} gestures from seed {options.seed}: {counted['judged']} results judged by CPython's tree, {counted['refused']} refused, "
          f"{counted['two readings']} not judged, as their program had two readings")
    print(f"{counted['gestures'] - len(faults)} passed, {len(faults)} failed")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
