#!/usr/bin/env python3
"""Holds our compiler against CPython 3.13's, code object by code object.

    python3.13 scripts/compare_dis.py --tool build/.../simul-dis [--show N] [--anchors] FILE_OR_FOLDER...

Both sides are brought to one form: no CACHE and EXTENDED_ARG, instruction numbers instead of byte offsets, names and
constants instead of indices. Compared are opcode, meaning of the operand, position, exception table, flags and
counts; with --anchors also the caret anchors that CPython's traceback module finds in the source.

Known differences that change nothing a program can see:
- __static_attributes__: CPython's tuple is in the order of a hash set, ours is sorted. Compared as sets.
- Constants of frozensets are compared as sets.
- Complex constants are folded by CPython (1+2j); we compute them when they run.
- stack_size is not compared; ours is proven by the verifier instead.
"""

import argparse
import collections
import dis
import pathlib
import subprocess
import sys
import traceback
import types
import warnings

SKIPPED = {"CACHE", "EXTENDED_ARG"}
UNSUPPORTED_ANCHOR = (0, -1, 0, -1)


def constant_text(value):
    if isinstance(value, types.CodeType):
        return f"<code object {value.co_name}>"
    if isinstance(value, tuple):
        return "(" + ", ".join(map(constant_text, value)) + (",)" if len(value) == 1 else ")")
    if isinstance(value, frozenset):
        return "frozenset({" + ", ".join(map(constant_text, value)) + "})"
    if isinstance(value, str):
        return quoted(value, "")
    if isinstance(value, bytes):
        return quoted(value.decode("latin-1"), "b")
    if isinstance(value, complex) and value.real == 0:
        return repr(value.imag).removesuffix(".0") + "j"
    return repr(value)


def quoted(text, prefix):
    """As disassemble.cpp writes text: like repr(), but characters beyond ASCII stay."""
    quote = '"' if "'" in text and '"' not in text else "'"
    out = []
    for c in text:
        if c in (quote, "\\"):
            out.append("\\" + c)
        elif c in "\n\r\t":
            out.append({"\n": "\\n", "\r": "\\r", "\t": "\\t"}[c])
        elif ord(c) < 32 or ord(c) == 127 or (prefix and ord(c) > 127):
            out.append(f"\\x{ord(c):02x}")
        else:
            out.append(c)
    return prefix + quote + "".join(out) + quote


def escaped(text):
    return text.replace("\t", "\\t").replace("\n", "\\n")


class Item:
    """A code object in the common form."""

    def __init__(self, name, head):
        self.name, self.head = name, head
        self.code, self.handlers = [], []


def anchors_of(position, lines, cache):
    line, end_line, col, end_col = position
    if not line or col is None or col < 0:
        return UNSUPPORTED_ANCHOR
    key = position
    if key in cache:
        return cache[key]
    segment = lines[line - 1:end_line]
    result = UNSUPPORTED_ANCHOR
    try:
        raw = [text.encode() for text in segment]
        raw[-1] = raw[-1][:end_col]
        raw[0] = raw[0][col:]
        text = "\n".join(part.decode() for part in raw)
        found = traceback._extract_caret_anchors_from_line_segment(text)
        if found is not None:
            parts = text.split("\n")

            def column(row, chars):
                width = len(parts[row][:chars].encode())
                return width + (col if row == 0 else 0)
            result = (line + found.left_end_lineno, column(found.left_end_lineno, found.left_end_offset),
                      line + found.right_start_lineno, column(found.right_start_lineno, found.right_start_offset))
    except Exception:
        pass
    cache[key] = result
    return result


def theirs(code, lines, want_anchors, cache, out):
    kept, number = [], {}
    for instruction in dis.get_instructions(code):
        if instruction.opname not in SKIPPED:
            kept.append(instruction)
    # A jump may land on the EXTENDED_ARG in front of an instruction.
    for index, instruction in enumerate(kept):
        for offset in range(instruction.start_offset, instruction.offset + 2, 2):
            number[offset] = index
    head = (code.co_firstlineno, code.co_flags & 0x2bf & ~0x40, code.co_argcount, code.co_posonlyargcount,
            code.co_kwonlyargcount)
    item = Item(code.co_qualname, head)
    for instruction in kept:
        text = instruction.argrepr
        if instruction.opname in ("IS_OP", "CONTAINS_OP"):
            text = ("is", "is not", "in", "not in")[instruction.arg + 2 * (instruction.opname == "CONTAINS_OP")]
        if instruction.opname in ("LOAD_CONST", "RETURN_CONST"):
            text = constant_text(instruction.argval)
        elif instruction.jump_target is not None:
            text = f"to {number[instruction.jump_target]}"
        elif not text and instruction.arg is not None:
            text = str(instruction.arg)
        p = instruction.positions
        line = p.lineno or 0
        place = (line, p.end_lineno or 0, -1 if p.col_offset is None else p.col_offset,
                 -1 if p.end_col_offset is None else p.end_col_offset) if p.lineno is not None else (0, 0, -1, -1)
        if line == 0:
            place = (0, 0, -1, -1)
        anchor = anchors_of(place, lines, cache) if want_anchors else None
        item.code.append((instruction.opname, text, place, anchor))
    for entry in dis._parse_exception_table(code):
        start = number[entry.start]
        end = number.get(entry.end, len(kept))
        item.handlers.append((start, end, number[entry.target], entry.depth, int(entry.lasti)))
    out.append(item)
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            theirs(constant, lines, want_anchors, cache, out)


def ours(text, want_anchors):
    items = []
    for line in text.split("\n"):
        fields = line.split("\t")
        if fields[0] == "CODE":
            items.append(Item(fields[1], tuple(map(int, (fields[2], int(fields[3]) & 0x2bf & ~0x40, *fields[4:7])))))
        elif fields[0] == "I":
            name, arg, meaning = fields[1], fields[2], fields[3]
            if not meaning and dis.opmap[name] > dis.HAVE_ARGUMENT:
                meaning = arg
            place = tuple(map(int, fields[4].split(",")))
            if place[0] == 0:
                place = (0, 0, -1, -1)
            anchor = None
            if want_anchors:
                a = tuple(map(int, fields[5].split(",")))
                anchor = (a[0], a[1], a[2], a[3]) if a[0] > 0 else UNSUPPORTED_ANCHOR
            items[-1].code.append((name, meaning, place, anchor))
        elif fields[0] == "E":
            items[-1].handlers.append(tuple(map(int, fields[1:])))
    return items


def same_constant(mine, their):
    """Sets have no order, nor has __static_attributes__."""
    if mine == their:
        return True
    both_sets = mine.startswith("frozenset") and their.startswith("frozenset")
    both_tuples = mine.startswith("('") and their.startswith("('")
    return (both_sets or both_tuples) and sorted(mine.replace(",)", ")")) == sorted(their.replace(",)", ")"))


def first_difference(mine, their):
    if mine.head != their.head:
        return f"head {mine.head} / {their.head}"
    for index in range(max(len(mine.code), len(their.code))):
        a = mine.code[index] if index < len(mine.code) else None
        b = their.code[index] if index < len(their.code) else None
        if a == b:
            continue
        if a and b and a[0] == b[0] and a[2:] == b[2:]:
            if a[0] in ("LOAD_CONST", "RETURN_CONST") and same_constant(a[1], b[1]):
                continue
        return f"[{index}] ours {a}\n      theirs {b}"
    if mine.handlers != their.handlers:
        return f"handlers ours {mine.handlers}\n      theirs {their.handlers}"
    return None


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tool", required=True)
    parser.add_argument("--show", type=int, default=10)
    parser.add_argument("--anchors", action="store_true")
    parser.add_argument("paths", nargs="+")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    files = []
    for path in map(pathlib.Path, options.paths):
        files += sorted(path.glob("*.py")) if path.is_dir() else [path]
    same = total = shown = 0
    file_results = collections.Counter()
    kinds = collections.Counter()
    for path in files:
        source = path.read_bytes()
        run = subprocess.run([options.tool, str(path), "--normal"], capture_output=True, text=True, encoding="utf-8",
                             errors="surrogatepass")
        try:
            code = compile(source, str(path), "exec", dont_inherit=True)
        except (SyntaxError, RecursionError) as error:
            expected = (type(error).__name__, escaped(str(error.msg)), error.lineno, error.offset, error.end_lineno,
                        -1 if error.end_offset is None else error.end_offset) if isinstance(error, SyntaxError) else ("RecursionError",)
            got = run.stdout.strip().split("\t")
            got = (got[1], got[2], *map(int, got[3:])) if got[0] == "ERROR" else ("no error",)
            ok = got == expected
            file_results["same error" if ok else "different error"] += 1
            if not ok and shown < options.show:
                shown += 1
                print(f"{path}: error ours {got}\n      theirs {expected}")
            continue
        if run.returncode != 0:
            file_results["failed: " + run.stdout.split("\t")[0][:12]] += 1
            if shown < options.show:
                shown += 1
                print(f"{path}: exit {run.returncode} {run.stdout[:200]}{run.stderr[-300:]}")
            continue
        want = []
        theirs(code, source.decode(errors="replace").split("\n"), options.anchors, {}, want)
        have = ours(run.stdout, options.anchors)
        total += len(want)
        if [item.name for item in have] != [item.name for item in want]:
            file_results["other code objects"] += 1
            if shown < options.show:
                shown += 1
                print(f"{path}: code objects differ")
        all_same = len(have) == len(want)
        for mine, their in zip(have, want):
            difference = first_difference(mine, their)
            if difference is None:
                same += 1
                continue
            all_same = False
            kinds[difference.split("(")[1].split(",")[0] if "[" in difference[:2] else difference[:8]] += 1
            if shown < options.show:
                shown += 1
                print(f"{path}: {their.name}: {difference}")
        file_results["identical" if all_same else "with differences"] += 1
    print(f"{same} of {total} code objects identical; files: {dict(file_results)}; first differences: {kinds.most_common(12)}")


if __name__ == "__main__":
    sys.exit(main())
