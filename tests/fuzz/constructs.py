"""Which constructs of asyncio and of the language stand on which line of a program, to count those that were reached."""
import ast

MODES = ("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED")
METHODS = {"cancel", "uncancel", "cancelling", "add_done_callback", "remove_done_callback", "set_result", "set_exception",
           "call_soon", "call_later", "call_at", "reschedule", "notify", "notify_all", "put_nowait", "get_nowait", "shutdown",
           "task_done", "join", "aclose", "asend", "athrow", "set_exception_handler", "shutdown_asyncgens",
           "run_until_complete", "all_tasks", "create_future", "result", "exception", "release", "acquire", "expired",
           "run_in_executor", "run", "set_task_factory", "feed_data", "feed_eof", "readline", "readexactly", "readuntil",
           "call_soon_threadsafe", "get_loop", "abort", "stop", "run_forever", "drain", "write_eof", "writelines", "wait_closed",
           "is_closing", "create_server", "create_connection", "serve_forever", "close_clients", "abort_clients", "wait_for", "when",
           "call_exception_handler", "default_exception_handler", "get_exception_handler", "set_debug", "pause_reading",
           "resume_reading"}


def of(source):
    """[(construct, line), ...]: reached when that line is. A program that does not compile reaches nothing."""
    found = []
    try:
        tree = ast.parse(source)
    except SyntaxError:
        return found
    for node in ast.walk(tree):
        line = getattr(node, "lineno", 0)
        for name in _names(node):
            if isinstance(name, tuple):
                found.append(name)
            else:
                found.append((name, line))
    return found


def _dotted(node):
    if isinstance(node, ast.Attribute):
        return _dotted(node.value) + "." + node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _names(node):
    if isinstance(node, ast.Call):
        yield from _of_call(node)
    elif isinstance(node, ast.AsyncWith):
        for item in node.items:
            if isinstance(item.context_expr, ast.Name):
                kind = item.context_expr.id.rstrip("0123456789")
                yield f"async with {dict(cond='condition', sem='semaphore', bounded='bounded semaphore').get(kind, kind)}"
            elif isinstance(item.context_expr, ast.Call) and _dotted(item.context_expr.func) == "Room":
                yield "async with of one's own"
    elif isinstance(node, ast.ClassDef):
        for base in node.bases:
            if _dotted(base).startswith("asyncio."):
                yield f"a class derived from {_dotted(base).removeprefix('asyncio.')}"
    elif isinstance(node, ast.AsyncFor):
        yield "async for"
    elif isinstance(node, ast.comprehension) and node.is_async:
        yield ("async comprehension", node.target.lineno)
    elif isinstance(node, ast.Try):
        if node.finalbody:
            yield ("finally", node.finalbody[0].lineno)
            if any(isinstance(part, ast.Await) for part in ast.walk(ast.Module(node.finalbody, []))):
                yield ("finally that awaits", node.finalbody[0].lineno)
        for handler in node.handlers:
            caught = ast.unparse(handler.type) if handler.type else ""
            yield (f"except {caught.removeprefix('asyncio.')}", handler.body[0].lineno)
    elif isinstance(node, getattr(ast, "TryStar", ())):
        for handler in node.handlers:
            yield ("except*", handler.body[0].lineno)
    elif isinstance(node, ast.Raise):
        yield "raise again" if node.exc is None else "raise from" if node.cause else "raise"
    elif isinstance(node, ast.Expr) and isinstance(node.value, ast.Call):
        called = _dotted(node.value.func)
        if called == "asyncio.sleep" or (called[:1] == "w" and called[1:].isdigit()):
            yield "a coroutine that nobody awaits"
    elif isinstance(node, ast.Await) and isinstance(node.value, ast.Call):
        called = _dotted(node.value.func)
        if called[:1] == "w" and called[1:].isdigit():
            yield "await a coroutine function"
        elif called == "future":
            yield "await a future"
        elif called == "Turns":
            yield "await an object with __await__"
        elif called.endswith((".wait", ".get", ".put")) and "." in called and not called.startswith("asyncio"):
            kind, method = called.split(".", 1)
            yield f"await {kind.rstrip('0123456789')}.{method}()"
    elif isinstance(node, ast.Await) and isinstance(node.value, ast.Subscript):
        yield "await a task by name"


def _of_call(node):
    called = _dotted(node.func)
    last = called.rpartition(".")[2] or getattr(node.func, "attr", "")
    options = {option.arg for option in node.keywords}
    if called.startswith("asyncio.") and called.count(".") == 1:
        name = called.removeprefix("asyncio.")
        if "context" in options:
            yield f"{name} with a context"
        if name == "sleep" and node.args and isinstance(node.args[0], ast.Constant) and node.args[0].value == 0:
            name = "sleep(0)"
        elif name == "wait":
            for option in node.keywords:
                if option.arg == "return_when":
                    yield f"wait {_dotted(option.value).rpartition('.')[2]}"
            name = "wait with timeout" if "timeout" in options else "wait"
        elif name == "gather" and "return_exceptions" in options:
            name = "gather return_exceptions"
        elif name in ("timeout", "wait_for") and isinstance(node.args[-1], ast.Constant) and node.args[-1].value in (0, None):
            name = f"{name} {node.args[-1].value}"
        yield name
    elif last in METHODS:
        yield f".{last}() with a message" if last == "cancel" and node.args else f".{last}()"
    elif called == "cancel":
        yield "cancel another task" if len(node.args) == 1 else "cancel another task with a message"
    elif called == "spawn":
        yield "create_task"
    elif called == "start":
        yield "an eager task"
    elif called in ("OwnTask", "OwnFuture", "OwnQueue"):
        yield f"an {called} of one's own"
    elif called == "connect":
        yield "a connection by name"
    elif called.startswith(("contextvars.", "concurrent.futures.")):
        yield called.rpartition(".")[2]
    elif called == "time.sleep":
        yield "time.sleep in a coroutine"
