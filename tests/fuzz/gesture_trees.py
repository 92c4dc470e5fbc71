"""Python programs as trees, for gesture_fuzz.py: statements numbered as the composer numbers them, places, and what a gesture
may add at a module's top."""
import ast

DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


class Wrong(Exception):
    pass


def line_starts(data):
    starts, at = [3 if data.startswith(b"\xef\xbb\xbf") else 0], 0
    while at < len(data):
        if data[at:at + 2] == b"\r\n":
            at += 2
            starts.append(at)
        elif data[at:at + 1] in (b"\n", b"\r"):
            at += 1
            starts.append(at)
        else:
            at += 1
    return starts


class Program:
    """A text's tree with its statements numbered in preorder; an elif is a body of its if and has no number."""

    def __init__(self, data):
        self.data = data
        self.starts = line_starts(data)
        self.tree = ast.parse(data)
        self.statements = []
        self.number(self.tree.body)

    def number(self, body):
        for statement in body:
            self.statements.append(statement)
            for inner in self.bodies(statement):
                self.number(inner)

    def offset(self, node, end=False):
        line, column = (node.end_lineno, node.end_col_offset) if end else (node.lineno, node.col_offset)
        return self.starts[line - 1] + column

    def bodies(self, node):
        if isinstance(node, ast.If):
            found = [node.body]
            while len(node.orelse) == 1 and isinstance(node.orelse[0], ast.If) and self.data[self.offset(node.orelse[0]):].startswith(b"elif"):
                node = node.orelse[0]
                found.append(node.body)
            return found + ([node.orelse] if node.orelse else [])
        if isinstance(node, (ast.Try, ast.TryStar)):
            return [node.body] + [h.body for h in node.handlers] + [b for b in (node.orelse, node.finalbody) if b]
        if isinstance(node, ast.Match):
            return [case.body for case in node.cases]
        if isinstance(node, (ast.For, ast.AsyncFor, ast.While)):
            return [node.body] + ([node.orelse] if node.orelse else [])
        if isinstance(node, (*DEFINITIONS, ast.ClassDef, ast.With, ast.AsyncWith)):
            return [node.body]
        return []

    def body_at(self, place):
        owner, number, _ = place
        return self.tree.body if owner < 0 else self.bodies(self.statements[owner])[number]

    def home(self, statement):
        for body in [self.tree.body] + [b for s in self.statements for b in self.bodies(s)]:
            for each in body:
                if each is statement:
                    return body
        raise Wrong("no body has the statement")

    def held_open(self, body):
        """Where the `pass` stands that only holds a body open, or -1."""
        if body is self.tree.body:
            return -1
        first = 0
        owner = next((s for s in self.statements if any(b is body for b in self.bodies(s))), None)
        for index, each in enumerate(body):
            text = isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant) and isinstance(each.value.value, str)
            if index == 0 and text and isinstance(owner, (*DEFINITIONS, ast.ClassDef)):
                first = 1
            elif isinstance(each, (ast.Global, ast.Nonlocal)) and isinstance(owner, DEFINITIONS):
                first = index + 1
        return first if len(body) == first + 1 and isinstance(body[first], ast.Pass) else -1

    def insert(self, place, statement):
        body = self.body_at(place)
        index = self.held_open(body)
        if index >= 0:
            body[index] = statement
        else:
            body.insert(place[2], statement)

    def remove(self, statement):
        body = self.home(statement)
        del body[next(i for i, each in enumerate(body) if each is statement)]
        if not body and body is not self.tree.body:
            body.append(ast.Pass())

    def parents(self):
        return {id(child): node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}


def dump(tree):
    return ast.dump(tree)


def same(expected, found):
    if dump(expected) != dump(found):
        raise Wrong("the tree is another one")


def names(tree):
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.keyword):
            continue
        for field in ("id", "arg", "name"):
            value = getattr(node, field, None)
            if isinstance(value, str):
                found.add(value)
    return found


def expression(text):
    return ast.parse("(" + text + "\n)", mode="eval").body


def replace_node(tree, old, new):
    for node in ast.walk(tree):
        for field, value in ast.iter_fields(node):
            if value is old:
                setattr(node, field, new)
                return
            if isinstance(value, list):
                for index, each in enumerate(value):
                    if each is old:
                        value[index] = new
                        return
    raise Wrong("the node is not in the tree")


def with_context(new, old):
    context = getattr(old, "ctx", None)
    if isinstance(context, ast.Store):
        new = ast.parse(ast.unparse(new) + " = 0").body[0].targets[0]
    return new


def need(condition, what):
    if not condition:
        raise Wrong(what)


def dotted(node):
    if isinstance(node, ast.Name):
        return node.id
    return dotted(node.value) + "." + node.attr if isinstance(node, ast.Attribute) else "?"


def take_helpers(before, after, allowed):
    """Takes out of the new module what a gesture may add at its top: an import, a coroutine, a lock or queue."""
    old = [dump(each) for each in before.tree.body]
    plain = {a.name for each in before.tree.body if isinstance(each, ast.Import) for a in each.names if a.asname in (None, a.name)}
    taken = []
    for module in allowed["imports"]:
        if module in plain:
            continue
        for each in after.tree.body:
            if isinstance(each, ast.Import) and [a.name for a in each.names] == [module] and each.names[0].asname is None:
                after.tree.body.remove(each)
                taken.append(module)
                break
    taken_names = names(before.tree)
    made = None
    for each in list(after.tree.body):
        if allowed.get("coroutine") and made is None and isinstance(each, ast.AsyncFunctionDef) and each.name not in taken_names:
            made = each
            after.tree.body.remove(each)
    shared = hand_back(after, taken_names, allowed["shared"]) if allowed.get("shared") else None
    if allowed.get("shared"):
        hand_back_known(before, after)
    for each in list(after.tree.body):
        if (allowed.get("shared") and shared is None and isinstance(each, ast.Assign) and isinstance(each.targets[0], ast.Name)
                and each.targets[0].id not in taken_names and isinstance(each.value, ast.Call) and dotted(each.value.func) in allowed["shared"]):
            shared = each
            after.tree.body.remove(each)
    return made, shared, taken


def hand_back(after, taken_names, makers):
    """A lock or queue that a function makes and hands to another as its last argument is taken back; gives its name."""
    for function in ast.walk(after.tree):
        if not isinstance(function, DEFINITIONS):
            continue
        for each in function.body:
            if (isinstance(each, ast.Assign) and isinstance(each.targets[0], ast.Name) and each.targets[0].id not in taken_names
                    and isinstance(each.value, ast.Call) and dotted(each.value.func) in makers and not each.value.args):
                function.body.remove(each)
                name = each.targets[0].id
                for other in after.tree.body:
                    if isinstance(other, DEFINITIONS) and (other.args.kwonlyargs or other.args.args or [None])[-1] is not None:
                        take_parameter(after, other, name)
                return each
    return None


def take_parameter(after, function, name):
    lists = (function.args.kwonlyargs, function.args.args)
    where = next((l for l in lists if l and l[-1].arg == name), None)
    if where is None:
        return
    where.pop()
    if where is function.args.kwonlyargs:
        function.args.kw_defaults.pop()
    for call in ast.walk(after.tree):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == function.name:
            if call.keywords and call.keywords[-1].arg == name:
                call.keywords.pop()
            else:
                need(isinstance(call.args[-1], ast.Name) and call.args[-1].id == name, "each call hands it on")
                call.args.pop()


def parameter_counts(tree):
    return {n.name: len(n.args.args) + len(n.args.kwonlyargs) for n in tree.body if isinstance(n, DEFINITIONS)}


def hand_back_known(before, after):
    """The same where the lock or queue was there already: a function has one parameter more than before."""
    old, new = parameter_counts(before.tree), parameter_counts(after.tree)
    for function in after.tree.body:
        if isinstance(function, DEFINITIONS) and new[function.name] == old.get(function.name, 0) + 1 and function.name in old:
            last = (function.args.kwonlyargs or function.args.args)[-1].arg
            return take_parameter(after, function, last)
