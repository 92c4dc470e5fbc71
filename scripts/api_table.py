#!/usr/bin/env python3
"""api_table.py [--check]: what of CPython 3.13's asyncio Simul has, as docs/asyncio-api.md.

    --check         exit code 1 if the file is not what this script would write now
    --simul-run P   the program that is asked; default build/release/simul-run

CPython is asked for asyncio.__all__, the public methods of its classes and their signatures; simul-run for the same names.
A name is "yes" when simul-run has it and a program in tests/conformance or examples uses it; "modelled" when, besides, it
stands for something that Simul plays by rules (threads, a network). A name without a program says so. What is missing
gives the reason: that of asyncio's own AttributeError, or of REASONS here for methods.
"""
import re

import asked

TABLE = asked.ROOT / "docs" / "asyncio-api.md"

# Classes whose methods are listed elsewhere.
ALIKE = {"AbstractEventLoop": "BaseEventLoop", "SelectorEventLoop": "BaseEventLoop", "EventLoop": "BaseEventLoop",
         "DefaultEventLoopPolicy": "AbstractEventLoopPolicy"}
MODELLED = re.compile(r"to_thread|run_coroutine_threadsafe|wrap_future|open_\w*connection|start_\w*server|Server|Stream\w+|IncompleteReadError"
                      r"|LimitOverrunError|\w*Transport|\w*Protocol|BaseEventLoop\.(run_in_executor|set_default_executor|shutdown_default_executor"
                      r"|call_soon_threadsafe|create_\w*connection|create_\w*server|getaddrinfo)")
REASONS = [
    (r".*child_watcher", "needs processes"),
    (r"start_tls", "needs TLS"),
]

PRIMITIVES = """run Runner create_task ensure_future TaskGroup eager_task_factory current_task all_tasks cancel uncancel
    sleep gather wait wait_for timeout timeout_at reschedule as_completed shield
    Lock Event Condition Semaphore BoundedSemaphore Barrier Queue PriorityQueue LifoQueue shutdown join
    get_running_loop new_event_loop run_until_complete run_forever stop call_soon call_later call_at call_soon_threadsafe
    create_future Future add_done_callback set_exception_handler set_task_factory slow_callback_duration ContextVar
    to_thread run_in_executor run_coroutine_threadsafe open_connection start_server drain""".split()

CPYTHON = r"""
import asyncio, inspect, json
def signature(value):
    try: return str(inspect.signature(value))
    except (TypeError, ValueError): return None
table = []
for name in sorted(asyncio.__all__):
    value = getattr(asyncio, name)
    if not isinstance(value, type):
        table.append([name, "function" if callable(value) else "constant", signature(value) if callable(value) else None, {}])
        continue
    methods = {}
    for base in reversed(value.__mro__):
        if base.__module__.startswith(("asyncio", "_asyncio")):
            for each, member in vars(base).items():
                if not each.startswith("_"):
                    methods[each] = signature(getattr(value, each)) if callable(getattr(value, each, None)) else None
    table.append([name, "error" if issubclass(value, BaseException) else "class", signature(value), methods])
print(json.dumps(table))
"""
OURS = r"""
import asyncio, inspect
def told(value):
    text = getattr(value, '__text_signature__', None)
    if text is None and inspect.isfunction(value):
        text = str(inspect.signature(value))
    return text or ''
for name, methods in NAMES:
    try:
        value = getattr(asyncio, name)
    except AttributeError as error:
        print(f"{name}\tno\t{error}")
        continue
    doc = (getattr(value, '__doc__', None) or '').split('\\n')[0] if callable(value) else '-'
    print(f"{name}\tyes\t{told(value)}\t{doc}")
    for each in methods:
        member = getattr(value, each, None)
        there = each in dir(value) or member is not None
        doc = (getattr(member, '__doc__', None) or '').split('\\n')[0]
        lacking = doc.startswith('Not in Simul: ')
        print(f"{name}.{each}\t{'no' if lacking or not there else 'yes'}"
              f"\t{doc if lacking else told(member)}\t{doc}")
"""


def ask_simul(program, table):
    names = [(name, [] if name in ALIKE else list(methods)) for name, _, _, methods in table]
    lines = asked.ask_simul(program, f"NAMES = {names!r}\n{OURS}")
    return {line.split("\t")[0]: line.split("\t")[1:] for line in lines}


def reason(name):
    for pattern, why in REASONS:
        if re.match(pattern, name.split(".")[-1]):
            return why
    return "not yet"


def verdict(name, answer, text):
    there, detail = answer[:2]
    if there == "no":
        if detail.startswith("Not in Simul: it "):
            return "no: " + detail.removeprefix("Not in Simul: it ").rstrip(".")
        if match := re.search(rf"Simul does not have asyncio\.{re.escape(name)}:? (?:it )?(.*)", detail):
            return "no: " + match[1]
        return "no: " + reason(name)
    pattern = rf"(\.|\"|def ){re.escape(name.split('.')[1])}\b" if "." in name else rf"\b{re.escape(name)}\b"
    if not re.search(pattern, text):
        return "there, but no program uses it"
    return "modelled" if MODELLED.fullmatch(name) or MODELLED.fullmatch(name.split(".")[0]) else "yes"


def plain(signature):
    """A signature without what the two sides write differently: annotations, markers, unknown defaults."""
    signature = re.sub(r" -> .*$|: (Optional\[\w+\]|\w+)", "", signature)
    signature = re.sub(r"<[^>]*>|'[A-Z_]+'|object\(\)", "...", signature)
    return signature


def row(name, signature, answer, text):
    said = verdict(name, answer, text)
    shown = f"`{name}{signature or ''}`" if signature else f"`{name}`"
    if said in ("yes", "modelled") and answer[1] and signature and plain(answer[1]) != plain(signature):
        said += f", but as `{answer[1]}`"
    return f"| {shown} | {said} |".replace("\\|", "|")


def scenarios():
    """Each primitive beside the examples that show it."""
    examples = {path.name: path.read_text(encoding="utf-8") for path in sorted((asked.ROOT / "examples").glob("*.py"))}
    yield from ["", "## A scenario for each", "", "| primitive | in `examples` |", "|---|---|"]
    for primitive in PRIMITIVES:
        found = [name for name, text in examples.items() if re.search(rf"\.{primitive}\b", text)]
        # One that is about little else says more than one where it comes as well.
        found.sort(key=lambda name: primitive.lower() not in name.replace("_", ""))
        yield f"| `{primitive}` | {', '.join(f'`{name}`' for name in found[:2]) or '**none**'} |"


def build(program):
    table = asked.ask_cpython(CPYTHON)
    ours = ask_simul(program, table)
    text = "\n".join(asked.programs().values())
    lines, count = [], {}
    for kind, title in (("function", "Functions"), ("class", "Classes"), ("error", "Errors"), ("constant", "Constants")):
        lines += ["", f"## {title}", "", "| CPython 3.13 | Simul |", "|---|---|"]
        for name, own_kind, signature, methods in table:
            if own_kind != kind:
                continue
            rows = [row(name, signature if kind != "error" else None, ours[name], text)]
            if name in ALIKE and ours[name][0] == "yes":
                rows[0] = rows[0].removesuffix(" |") + f"; its methods are `{ALIKE[name]}`'s |"
            elif ours[name][0] == "yes":
                rows += [row(f"{name}.{each}", ours[f"{name}.{each}"] and methods[each], ours[f"{name}.{each}"], text)
                         for each in sorted(methods) if f"{name}.{each}" in ours]
            for each in rows:
                word = re.match(r"\| .* \| (yes|modelled|no|there)", each)[1]
                count[word] = count.get(word, 0) + 1
            lines += rows
    lines += scenarios()
    head = ["# asyncio, name by name", "",
            "Made by `scripts/api_table.py`; do not edit. \"yes\": Simul has it and a program in `tests/conformance` or `examples`, whose answers",
            "are CPython's, uses it. \"modelled\": the same, and it stands for something that Simul plays by rules: threads, a network.", "",
            f"{count.get('yes', 0)} yes, {count.get('modelled', 0)} modelled, {count.get('there', 0)} there without a program, {count.get('no', 0)} not."]
    return "\n".join(head + lines) + "\n"


if __name__ == "__main__":
    asked.run(__doc__, "api_table.py", TABLE, build)
