"""Which builtins, methods of types and members of modules a program's own lines call.

A call of one's own function or class is none of these. What the standard library calls on the program's behalf does not count. A
method that a class inherits from another one of the library is called where it is called on an instance of that class.
"""
import sys


def watch(files):
    """The list into which goes, once each, what the code of these files calls."""
    watched, seen = sys.monitoring, {}

    def call(code, _offset, callee, first):
        if code.co_filename in files:
            # A method on its way to being called is its function and, as the first argument, the object.
            owner = getattr(callee, "__self__", first)
            kind = owner if isinstance(owner, type) else type(owner)
            seen.setdefault((id(callee), kind), (callee, kind))
    watched.use_tool_id(watched.PROFILER_ID, "called")
    watched.register_callback(watched.PROFILER_ID, watched.events.CALL, call)
    watched.set_events(watched.PROFILER_ID, watched.events.CALL)
    return seen


def raw(callee):
    """What stands in the class's or the module's own dictionary: a bound method is its function, "".upper is str.upper."""
    while hasattr(type(callee), "__func__"):    # an object that has whatever it is asked for (mock.call) has this too
        callee = callee.__func__
    owner = getattr(callee, "__self__", None)
    if owner is None or type(owner) is type(sys):
        return callee
    for kind in getattr(owner if isinstance(owner, type) else type(owner), "__mro__", ()):
        found = vars(kind).get(getattr(callee, "__name__", None))
        if found is not None:
            return getattr(found, "__func__", found)
    return callee


def names(seen, modules):
    """The called among "module.name" and "module.Class.method", of these modules as far as they are imported."""
    called = {}    # a function's id: itself, kept so that no id is given twice, and the classes of what it was called on
    for callee, kind in list(seen.values()):
        function = raw(callee)
        called.setdefault(id(function), (function, []))[1].append(kind)
    found = set()
    for module in modules:
        for name, value in list(vars(sys.modules.get(module, object)).items()) if module in sys.modules else ():
            if id(value) in called:
                found.add(f"{module}.{name}")
            for base in value.__mro__ if isinstance(value, type) else ():
                for method, member in list(vars(base).items()):
                    member = getattr(member, "__func__", member)
                    if id(member) in called and (base is value or any(value in kind.__mro__ for kind in called[id(member)][1])):
                        found.add(f"{module}.{name}.{method}")
    return found
