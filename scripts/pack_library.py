#!/usr/bin/env python3
"""pack_library.py SOURCE OUT PACKED [UNICODE_DIR]: the modules of src/library, packed.

SOURCE/python/ holds the modules that CPython has in Python too: their frames show in a traceback as "[frames in NAME]".
SOURCE/models/ holds those that no Python has: what a page cannot do, modelled; they run on CPython too.
SOURCE/twins/ holds those that CPython has in C: their frames never show.
a/__init__.py is the package a, a/b.py the module a.b.

What only a reader of the source needs is left out: comments, docstrings, blank lines, space that separates nothing. As no
frame of the library shows a line number, nothing that a program prints changes. asyncio keeps its docstrings: help() of its
names is a part of what the playground teaches.

Writes PACKED, the text that library::Library reads: for each module a line `NAME module|package library|twin BYTES` and
then its text and a newline; and into OUT two C++ files: names.cpp (the names in order, which is all that the page carries)
and embedded.cpp (PACKED). Modules of like words lie side by side in PACKED: gzip, which looks back 32 KB, makes it a
fiftieth smaller so than by name.
"""
import io
import pathlib
import re
import sys
import tokenize

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import unicode_module  # noqa: E402

PIECE = 8000    # characters of a literal: compilers promise 65,536
NEAR = 20_000   # characters that the next module is compared with


def tokens(text):
    """The tokens that count, as (type, string, first line, gap before it?); an f-string is one token under every Python."""
    lines, out, inside, end = text.splitlines(keepends=True), [], 0, (0, 0)
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        name = tokenize.tok_name[token.type]
        if name == "FSTRING_START":
            inside += 1
            if inside == 1:
                begin = token
        if inside:
            if name == "FSTRING_END":
                inside -= 1
                if not inside:
                    (first, left), (last, right) = begin.start, token.end
                    rows = lines[first - 1:last]
                    rows[-1] = rows[-1].encode("utf-32-le")[:4 * right].decode("utf-32-le")
                    out.append((tokenize.STRING, "".join(rows)[left:], end != begin.start))
                    end = token.end
        elif token.type not in (tokenize.COMMENT, tokenize.NL):
            out.append((token.type, token.string, end != token.start))
            end = token.end
    return out


def needs_space(left, right):
    """Would two tokens grow together, or mean something else, without the space between them?"""
    (kind, before), (_, after) = left, right
    if kind == tokenize.NUMBER and (after[0].isalnum() or after[0] in "._"):
        return True
    word_before, word_after = before[-1].isalnum() or before[-1] in "_\"'", after[0].isalnum() or after[0] in "_\"'"
    return word_before and word_after or before[-1] == after[0] == "."


def stripped(text, keeps_docs=False):
    """The same program without comments, docstrings, blank lines and needless space."""
    all_tokens = tokens(text)
    out, level, i = [], 0, 0
    while all_tokens[i][0] != tokenize.ENDMARKER:
        if all_tokens[i][0] in (tokenize.INDENT, tokenize.DEDENT):
            level += 1 if all_tokens[i][0] == tokenize.INDENT else -1
            i += 1
            continue
        end = i
        while all_tokens[end][0] != tokenize.NEWLINE:
            end += 1
        line = all_tokens[i:end]
        if len(line) == 1 and line[0][0] == tokenize.STRING and not (keeps_docs and level):
            alone = i > 0 and all_tokens[i - 1][0] == tokenize.INDENT and all_tokens[end + 1][0] == tokenize.DEDENT
            line = [(tokenize.NAME, "pass", False)] if alone else []
        if line:
            parts = [" " * level, line[0][1]]
            for left, right in zip(line, line[1:]):
                parts.append(" " + right[1] if right[2] and needs_space(left[:2], right[:2]) else right[1])
            out.append("".join(parts) + "\n")
        i = end + 1
    return "".join(out)


def modules(source, unicode_files=None):
    """(name, is package, kind, text), by name."""
    found = {}
    if unicode_files is not None:
        found["_simul_unicode"] = ("_simul_unicode", False, "twin", unicode_module.module_text(unicode_files))
    for folder, kind in (("python", "library"), ("models", "library"), ("twins", "twin")):
        root = source / folder
        for path in root.rglob("*.py"):
            parts = list(path.relative_to(root).with_suffix("").parts)
            package = parts[-1] == "__init__"
            name = ".".join(parts[:-1] if package else parts)
            if name in found:
                raise SystemExit(f"{path}: the module {name} is there twice")
            text = stripped(path.read_text(encoding="utf-8"), keeps_docs=name.startswith("asyncio."))
            found[name] = (name, package, kind, text)
    return [found[name] for name in sorted(found)]


def like_beside_like(all_modules):
    """The same modules, each followed by the one that has most of its words in common with what was just before."""
    words = {module: frozenset(re.findall(r"\w{3,}", module[3])) for module in all_modules}
    letters = {module: sum(map(len, of)) or 1 for module, of in words.items()}
    ordered, rest = all_modules[:1], all_modules[1:]
    while rest:
        near, length = set(), 0
        for module in reversed(ordered):
            near |= words[module]
            length += len(module[3])
            if length > NEAR:
                break
        following = max(rest, key=lambda module: sum(map(len, words[module] & near)) / letters[module])
        ordered.append(following)
        rest.remove(following)
    return ordered


def packed(all_modules):
    parts = []
    for name, package, kind, text in like_beside_like(all_modules):
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
    source, out, target, *unicode_files = map(pathlib.Path, argv[1:])
    all_modules = modules(source, *unicode_files)
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
