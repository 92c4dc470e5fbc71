#!/usr/bin/env python3
"""Remakes tests/syntax/errors.json: broken programs and what CPython 3.13 says of them.

    python3.13 scripts/bless_syntax_errors.py [tests/syntax/errors.json]

The programs are the file's own: add one by adding {"source": "..."} to the list and running this. Each entry gets
the attributes of the exception that ast.parse() raises (a MemoryError has no place); entries that compile (or that only the symbol table refuses,
which is the compiler's business) are dropped with a note.
"""
import ast
import json
import sys
import warnings


def ask(source):
    try:
        ast.parse(source)
    except SyntaxError as e:
        return {
            "type": type(e).__name__,
            "message": e.msg,
            "place": [0 if v is None else v for v in (e.lineno, e.offset, e.end_lineno, e.end_offset)],
        }
    except MemoryError as e:
        return {"type": "MemoryError", "message": str(e), "place": None}
    return None


def main():
    if sys.version_info[:2] != (3, 13):
        sys.exit("CPython 3.13 is the judge; this is " + sys.version.split()[0])
    warnings.simplefilter("ignore")
    path = sys.argv[1] if len(sys.argv) > 1 else "tests/syntax/errors.json"
    with open(path, encoding="utf-8") as f:
        entries = json.load(f)
    kept = []
    for source in dict.fromkeys(entry["source"] for entry in entries):
        answer = ask(source)
        if answer is None:
            print("compiles, dropped:", repr(source), file=sys.stderr)
        else:
            kept.append({"source": source, **answer})
    with open(path, "w", encoding="utf-8") as f:
        f.write("[\n" + ",\n".join(json.dumps(entry) for entry in kept) + "\n]\n")
    print(len(kept), "programs")


if __name__ == "__main__":
    main()
