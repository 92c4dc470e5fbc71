#!/usr/bin/env python3
"""pack_library.py SOURCE OUT PACKED: the modules of src/library, packed.

SOURCE/python/ holds the modules that CPython has in Python too: their frames show in a traceback as "[frames in NAME]".
SOURCE/twins/ holds those that CPython has in C: their frames never show.
a/__init__.py is the package a, a/b.py the module a.b.

Writes PACKED, the text that library::Library reads: for each module, in order of names, a line
`NAME module|package library|twin BYTES` and then its text and a newline; and into OUT two C++ files: names.cpp (the names
alone, which is all that the page carries) and embedded.cpp (PACKED).
"""
import pathlib
import sys

PIECE = 8000    # characters of a literal: compilers promise 65,536


def modules(source):
    """(name, is package, kind, text), by name."""
    found = {}
    for folder, kind in (("python", "library"), ("twins", "twin")):
        root = source / folder
        for path in root.rglob("*.py"):
            parts = list(path.relative_to(root).with_suffix("").parts)
            package = parts[-1] == "__init__"
            name = ".".join(parts[:-1] if package else parts)
            if name in found:
                raise SystemExit(f"{path}: the module {name} is there twice")
            found[name] = (name, package, kind, path.read_text(encoding="utf-8"))
    return [found[name] for name in sorted(found)]


def packed(all_modules):
    parts = []
    for name, package, kind, text in all_modules:
        parts.append(f"{name} {'package' if package else 'module'} {kind} {len(text.encode())}\n{text}\n")
    return "".join(parts)


def literal(data):
    """Bytes as one C++ string literal's inside."""
    out = []
    for byte in data:
        if byte == 10:
            out.append("\\n")
        elif byte in (34, 92):
            out.append("\\" + chr(byte))
        elif 32 <= byte < 127:
            out.append(chr(byte))
        else:
            out.append(f"\\{byte:03o}")
    return "".join(out)


def main(argv):
    source, out, target = map(pathlib.Path, argv[1:])
    all_modules = modules(source)
    text = packed(all_modules)
    target.write_text(text, encoding="utf-8")
    out.mkdir(parents=True, exist_ok=True)
    names = "".join(f'    "{name}",\n' for name, *_ in all_modules)
    (out / "names.cpp").write_text(
        '// Made while building: see scripts/pack_library.py.\n#include "library/library.hpp"\n\n'
        "namespace simul::library {\n\nstd::span<const std::string_view> names() {\n"
        "  static constexpr std::string_view kNames[] = {\n" + names + "  };\n  return kNames;\n}\n\n"
        "}  // namespace simul::library\n", encoding="utf-8")
    data = text.encode()
    pieces = [data[i:i + PIECE] for i in range(0, len(data), PIECE)]
    body = "".join(f'    "{literal(piece)}",\n' for piece in pieces)
    sizes = "".join(f"{len(piece)}, " for piece in pieces)
    (out / "embedded.cpp").write_text(
        '// Made while building: see scripts/pack_library.py.\n#include "library/library.hpp"\n\n'
        "namespace simul::library {\n\nstd::string embedded() {\n"
        "  static constexpr const char* kPieces[] = {\n" + body + "  };\n"
        f"  static constexpr std::size_t kSizes[] = {{{sizes}}};\n"
        "  std::string text;\n  for (std::size_t i = 0; i < std::size(kPieces); ++i) text.append(kPieces[i], kSizes[i]);\n"
        "  return text;\n}\n\n}  // namespace simul::library\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv)
