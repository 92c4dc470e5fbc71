#!/usr/bin/env python3
"""coverage_table.py [--check]: what of Python 3.13 Simul has, as COVERAGE.md.

    --check         exit code 1 if the file is not what this script would write now
    --simul-run P   the program that is asked; default build/release/simul-run

The left column is CPython's own: the nodes of its tree, dir() of its built-in types and of its modules. simul-run is asked for the
same names. A name is "yes" only when simul-run has it and a program of tests/conformance or examples, whose answers are
CPython's, uses it: a node stands in its tree; a function or method is called by the program's own lines while CPython runs it
(scripts/oracle/child/simul_calls.py); what is not called (a constant, a property, an exception's name) is written in it. What is
there without such a program says so. What a module's class has of a built-in type (an IntEnum's bit_length) stands in that type's row
only. asyncio has a page of its own, docs/asyncio-api.md.
"""
import ast
import concurrent.futures
import contextlib
import os
import re

import asked
from oracle import ask

TABLE = asked.ROOT / "COVERAGE.md"
# Whose members are listed: types that have a name, and those that a program meets without one.
TYPES = {name: name for name in """bool bytearray bytes classmethod complex dict enumerate filter float frozenset int list map memoryview
    object property range reversed set slice staticmethod str super tuple type zip BaseException BaseExceptionGroup
    AttributeError ImportError KeyError NameError OSError StopIteration SyntaxError SystemExit UnicodeDecodeError UnicodeEncodeError""".split()}
TYPES |= {"function": "types.FunctionType", "method": "types.MethodType", "generator": "types.GeneratorType",
          "coroutine": "types.CoroutineType", "async_generator": "types.AsyncGeneratorType", "traceback": "types.TracebackType",
          "frame": "types.FrameType", "code": "types.CodeType", "module": "types.ModuleType", "mappingproxy": "types.MappingProxyType",
          "dict_keys": "type({}.keys())", "dict_items": "type({}.items())", "dict_values": "type({}.values())"}
KINDS = {"stmt": "Statements", "expr": "Expressions", "pattern": "Patterns of match", "type_param": "Type parameters",
         "operator": "Operators of two", "unaryop": "Operators of one", "boolop": "and, or", "cmpop": "Comparisons"}
BEFORE = {"AugLoad", "AugStore", "Bytes", "Ellipsis", "Index", "ExtSlice", "NameConstant", "Num", "Param", "Str", "Suite"}    # of an older tree

CPYTHON = r"""
import ast, builtins, importlib, json, sys, types
def public(value): return sorted(name for name in dir(value) if not name.startswith('_'))
def members(value):
    return {name: callable(getattr(value, name, None)) for name in public(value)}
def own_members(value):    # without what it merely has of a built-in type, whose row has that
    bases = [each for each in value.__mro__ if each.__module__ == 'builtins']
    def is_own(name):
        home = next((each for each in value.__mro__ if name in vars(each)), None)
        return home is None or home not in bases    # None: of the class of the class
    return {name: there for name, there in members(value).items() if is_own(name)}
kinds = {}
for base in KINDS:
    kinds[base] = sorted(each.__name__ for each in getattr(ast, base).__subclasses__() if each.__name__ not in BEFORE)
found = {"kinds": kinds, "builtins": {name: type(getattr(builtins, name)) is type(len) for name in public(builtins)}, "types": {}, "hooks": {}, "modules": {}}
for name, text in TYPES.items():
    kind = eval(text)
    found["types"][name] = members(kind)
    found["hooks"][name] = sorted(each for each in dir(kind) if each.startswith('__'))
for name in MODULES:
    try:
        module = importlib.import_module(name)
    except Exception:
        continue
    # What a module merely imported for itself is not its member, nor is a module in a module.
    listed = getattr(module, '__all__', None) or [each for each in public(module) if not isinstance(getattr(module, each), types.ModuleType)
        and getattr(getattr(module, each), '__module__', name) in (name, '_' + name, 'builtins', None)]
    found["modules"][name] = {}
    for each in sorted(listed):
        if name in NUMBERS and each.isupper():
            continue
        value = getattr(module, each, None)
        own = isinstance(value, type) and getattr(value, '__module__', '').lstrip('_').split('.')[0] == name.split('.')[0]
        found["modules"][name][each] = [callable(value), own_members(value) if own and not issubclass(value, BaseException) else {}]
found["library"] = sorted(each for each in sys.stdlib_module_names if not each.startswith('_'))
print(json.dumps(found))
"""
OURS = r"""
import builtins, importlib, sys, types
def lacking(value):
    doc = getattr(value, '__doc__', None) if callable(value) else ''
    return doc.split('\n')[0] if isinstance(doc, str) and doc.startswith('Not in Simul') else ''
def told(label, owner, name):
    try:
        value = getattr(owner, name)
    except AttributeError as error:
        there = any(name in vars(each) for each in getattr(owner, '__mro__', ()))    # only instances have it
        print(f"{label}\t{'yes' if there else 'no'}\t{error if 'Simul' in str(error) else ''}")
    except Exception:
        print(f"{label}\tyes\t")
    else:
        print(f"{label}\t{'no' if lacking(value) else 'yes'}\t{lacking(value)}")
for name in BUILTINS:
    told(f"builtins.{name}", builtins, name)
for name, (text, listed) in TYPES.items():
    try:
        parts = text.split('.')
        kind = {'type({}.keys())': type({}.keys()), 'type({}.items())': type({}.items()), 'type({}.values())': type({}.values())}.get(text)
        kind = kind or (getattr(builtins, text) if len(parts) == 1 else getattr(types, parts[1]))
    except AttributeError:
        print(f"type {name}\tno\t")
        continue
    print(f"type {name}\tyes\t")
    for each in listed:
        told(f"type {name}.{each}", kind, each)
for name, listed in MODULES.items():
    try:
        module = importlib.import_module(name)
    except ImportError as error:
        print(f"module {name}\tno\t{error}")
        continue
    print(f"module {name}\tyes\t")
    for each, methods in listed.items():
        told(f"module {name}.{each}", module, each)
        value = getattr(module, each, None)
        for method in methods if value is not None else ():
            told(f"module {name}.{each}.{method}", value, method)
"""
NUMBERS = ["errno", "os", "signal", "time"]    # their constants are the machine's: not listed
CPYTHONS = os.cpu_count() or 1    # that are asked at a time
NOT_ASKED = {"antigravity", "this", "idlelib", "turtle", "turtledemo", "lib2to3", "test", "asyncio"}


def ours_of(lines):
    return {label: (there, why) for label, there, why in (line.split("\t") for line in lines)}


class Uses:
    """What the programs use, as evidence."""

    def __init__(self, programs, modules):
        self.nodes, self.attributes, self.names, self.called = set(), set(), set(), set()
        asked_of = sorted({"builtins", "types", *modules})
        for tree in map(parsed, programs.values()):
            if tree is not None:
                self._written(tree)
        texts = list(programs.values())
        with concurrent.futures.ThreadPoolExecutor() as pool:
            for called in pool.map(lambda part: called_by(part, asked_of), [texts[n::CPYTHONS] for n in range(CPYTHONS)]):
                self.called |= called

    def _written(self, tree):
        imported = {}    # the name in the program -> the module's
        for node in ast.walk(tree):
            self.nodes.add(type(node).__name__)
            if isinstance(node, ast.Import):
                for each in node.names:
                    imported[each.asname or each.name] = each.name
            elif isinstance(node, ast.ImportFrom):
                self.names.update(f"{node.module}.{each.name}" for each in node.names)
            elif isinstance(node, ast.Name):
                self.names.add(f"builtins.{node.id}")
            elif isinstance(node, ast.Constant) and (node.value is None or isinstance(node.value, bool)):
                self.names.add(f"builtins.{node.value}")
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute):
                self.attributes.add(node.attr)
                whole = ast.unparse(node)
                for name, module in imported.items():
                    if whole.startswith(name + "."):
                        self.names.add(module + whole[len(name):])


def called_by(texts, asked_of):
    """What of the modules `asked_of` the own lines of these programs call, by a CPython of their own."""
    called = set()
    with ask.Warm() as warm:
        for text in texts:
            # Most that start processes wait for them for ever here, where no virtual clock reaches those.
            limit = {"real_limit_s": 3.0} if ask.has_processes(text) else {}
            with contextlib.suppress(ask.Refused):
                called.update(warm.ask(text, called=asked_of, **limit).get("called", ()))
    return called


def parsed(text):
    try:
        return ast.parse(text)
    except SyntaxError:
        return None    # it shows an error


class Table:
    def __init__(self, ours):
        self.ours = ours
        self.count = {"yes": 0, "untested": 0, "no": 0}
        self.lines = []

    def sort(self, label, names, used):
        """The names as (yes, there without a program, no), and counts them. `used` says which a program uses."""
        kept = {"yes": [], "untested": [], "no": []}
        for name in names:
            there = self.ours.get(f"{label}.{name}", ("no", ""))[0] == "yes"
            kept["no" if not there else "yes" if used(name) else "untested"].append(name)
        for word, found in kept.items():
            self.count[word] += len(found)
        return kept

    def row(self, title, kept, reasons=()):
        said = "yes" if not kept["no"] and not kept["untested"] else "no" if not kept["yes"] and not kept["untested"] else "partly"
        if not any(kept.values()):
            return
        def names(word):
            return ", ".join(f"`{name}`" for name in kept[word]) or "–"
        no = names("no") + ("".join(f"; {each}" for each in reasons))
        self.lines.append(f"| {title} | {said} | {names('yes')} | {names('untested')} | {no} |")

    def head(self, title, *text):
        self.lines += ["", f"## {title}", "", *([*text, ""] if text else [])]
        self.lines += ["| | | yes | there, but no program uses it | no |", "|---|---|---|---|---|"]


def build(program):
    modules = [name for name in ask_names() if name not in NOT_ASKED]
    left = asked.ask_cpython(f"KINDS = {list(KINDS)!r}\nBEFORE = {BEFORE!r}\nTYPES = {TYPES!r}\nMODULES = {modules!r}\nNUMBERS = {NUMBERS!r}\n{CPYTHON}")
    listed = {name: (text, [*left["types"][name], *left["hooks"][name]]) for name, text in TYPES.items()}
    wanted = {name: {each: list(methods) for each, (_, methods) in members.items()} for name, members in left["modules"].items()}
    ours = ours_of(asked.ask_simul(program, f"BUILTINS = {list(left['builtins'])!r}\nTYPES = {listed!r}\nMODULES = {wanted!r}\n{OURS}"))
    there = [name for name in left["modules"] if ours.get(f"module {name}", ("no",))[0] == "yes"]
    uses = Uses(asked.programs(), there)
    return written(left, ours, there, uses)


def ask_names():
    """The modules of CPython's library, and the packages' modules that a program imports by their dotted names."""
    names = asked.ask_cpython("import json, sys; print(json.dumps(sorted(n for n in sys.stdlib_module_names if not n.startswith('_'))))")
    return [*names, "collections.abc", "concurrent.futures", "importlib.resources", "os.path", "string.templatelib", "urllib.parse",
            "urllib.request", "xml.etree.ElementTree", "multiprocessing.pool", "logging.handlers", "email.message", "http.client"]


def written(left, ours, there, uses):
    table = Table(ours)
    table.lines += ["", "## Statements and expressions", "", "By the names of CPython's `ast`.", "",
                    "| | yes | no program has it |", "|---|---|---|"]
    for base, names in left["kinds"].items():
        yes = [name for name in names if name in uses.nodes]
        no = [name for name in names if name not in uses.nodes]
        table.count["yes"] += len(yes)
        table.count["no"] += len(no)
        table.lines.append(f"| {KINDS[base]} | {', '.join(f'`{name}`' for name in yes) or '–'} | "
                           f"{', '.join(f'`{name}`' for name in no) or '–'} |")

    def used_builtin(name):
        return f"builtins.{name}" in (uses.called if left["builtins"][name] else uses.names)
    table.head("Builtins")
    errors = [name for name in left["builtins"] if name[0].isupper()]
    table.row("functions and types", table.sort("builtins", [n for n in left["builtins"] if n not in errors], used_builtin))
    table.row("errors, warnings, constants", table.sort("builtins", errors, used_builtin))

    table.head("Methods of built-in types")
    for name, text in TYPES.items():
        def used_member(member, owner=name, callables=left["types"][name], text=text):
            if not callables[member]:
                return member in uses.attributes
            own = text if text.startswith("types.") else f"builtins.{owner}"
            return any(f"{each}.{member}" in uses.called for each in (own, *BASES.get(owner, ()))) or (
                owner.startswith("dict_") and member in uses.attributes)
        table.row(f"`{name}`", table.sort(f"type {name}", left["types"][name], used_member))

    lacking = [(name, [each for each in left["hooks"][name] if ours.get(f"type {name}.{each}", ("no",))[0] == "no"]) for name in TYPES]
    table.lines += ["", "What `dir()` of a type shows of the names in double underscores, and Simul's does not: "
                    + "; ".join(f"`{name}`: {' '.join(f'`{each}`' for each in found)}" for name, found in lacking if found) + ".",
                    "The operations that they stand for are those of the operators and statements above."]

    table.head("Modules", "A name is a member of the module; `Class.name` a method of a class of its own. asyncio: see "
               "[docs/asyncio-api.md](docs/asyncio-api.md).")
    for name in there:
        flat, callables = [], {}
        for each, (is_callable, methods) in left["modules"][name].items():
            flat.append(each)
            callables[each] = is_callable
            if ours.get(f"module {name}.{each}", ("no",))[0] == "yes":
                for method, method_callable in methods.items():
                    flat.append(f"{each}.{method}")
                    callables[f"{each}.{method}"] = method_callable

        def used(member, module=name, callables=callables):
            if f"{module}.{member}" in uses.called or f"{module}.{member}" in uses.names:
                return True
            return "." in member and not callables[member] and member.split(".")[1] in uses.attributes
        kept = table.sort(f"module {name}", flat, used)
        reasons = sorted({ours[f"module {name}.{each}"][1] for each in kept["no"]} - {""})
        table.row(f"`{name}`", kept, reasons[:3])

    missing = [name for name in left["library"] if name not in there and name not in NOT_ASKED]
    table.lines += modules_not_there({name: ours.get(f"module {name}", ("no", ""))[1] for name in missing})
    count = table.count
    head = ["# What of Python 3.13 is there", "",
            "Made by `scripts/coverage_table.py`; do not edit. \"yes\": Simul has it, and a program in `tests/conformance` or `examples`, whose",
            "answers are CPython's, uses it (a function is called by the program's own lines; a class is named). \"partly\" names what is missing.", "",
            f"{count['yes']} yes, {count['untested']} there without a program, {count['no']} not; and {len(missing)} of CPython's modules."]
    return "\n".join(head + table.lines) + "\n"


def modules_not_there(said):
    """`said`: what the import of each says."""
    reasons = {}
    for name, sentence in said.items():
        reasons.setdefault(re.sub(r"^Simul has no module .*?(: | yet |$)", "", sentence) if "(instead" in sentence else "", []).append(name)
    rest = reasons.pop("", [])
    return ["", "## Modules that are not there", "", "| | what the import says |", "|---|---|",
            *(f"| {', '.join(f'`{name}`' for name in names)} | {why} |" for why, names in reasons.items()),
            "", "And, with a sentence that says no more than this: " + ", ".join(f"`{name}`" for name in rest) + "."]


BASES = {"bool": ["builtins.int"], "BaseExceptionGroup": ["builtins.ExceptionGroup"],
         **{name: ["builtins.BaseException"] for name in TYPES if name.endswith(("Error", "Exit", "Iteration"))}}


if __name__ == "__main__":
    asked.run(__doc__, "coverage_table.py", TABLE, build)
