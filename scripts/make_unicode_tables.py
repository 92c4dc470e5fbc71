#!/usr/bin/env python3
"""make_unicode_tables.py UNICODE_DIR OUT.cpp: the character properties that Python's str knows, as compact tables.

Run by the build (src/base/room.cmake) on the Unicode 15.1 files. What each flag means is what CPython's str methods ask
for; src/base/unicode_tables.hpp explains the layout. About 25 KB of constants.
"""
import sys
from pathlib import Path

from unicode_module import LIMIT, rows_of

FLAGS = ["alpha", "decimal", "digit", "numeric", "lower", "upper", "title", "space", "printable",
         "id_start", "id_continue", "cased", "case_ignorable", "may_normalize"]
BIT = {name: 1 << i for i, name in enumerate(FLAGS)}
NAME_BITS = 1 << 16
# Numbers among the ideographs: properties of the Unihan database, which is a file of its own.
UNIHAN_NUMERIC = """3405 3483 382A 3B4D 4E00 4E03 4E07 4E09 4E24 4E5D 4E8C 4E94 4E96 4EAC 4EBF..4EC0 4EDF 4EE8 4F0D 4F70 4FE9 5006
5104 5146 5169 516B 516D 5341 5343..5345 534C 53C1..53C4 56DB 58F1 58F9 5E7A 5EFE..5EFF 5F0C..5F0E 5F10 62D0
62FE 634C 67D2 6D1E 6F06 7396 767E 7695 79ED 8086 842C 8CAE 8CB3 8D30 920E 94A9 9621 9646 964C 9678 96F6 20001
20064 200E2 20121 2092A 20983 2098C 2099C 20AEA 20AFD 20B19 22390 22998 23B1B 2626D"""


def ranges_of(path, wanted):
    """{property: [(first, last)]} of a file with lines `range ; property # comment`."""
    found = {name: [] for name in wanted}
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = [f.strip() for f in line.split("#")[0].split(";")]
        if len(fields) < 2 or fields[1] not in found:
            continue
        first, _, last = fields[0].partition("..")
        found[fields[1]].append((int(first, 16), int(last or first, 16)))
    return found


def read(folder, rows):
    flags = [0] * LIMIT
    simple = {"upper": {}, "lower": {}, "title": {}}
    zeros = []
    for code, f in rows:
        category, bidi = f[2], f[4]
        bits = 0
        if category in ("Lm", "Lt", "Lu", "Ll", "Lo"):
            bits |= BIT["alpha"]
        if f[6]:
            bits |= BIT["decimal"]
            if int(f[6]) == 0:
                zeros.append(code)
        if f[7]:
            bits |= BIT["digit"]
        if f[8]:
            bits |= BIT["numeric"]
        if category == "Lt":
            bits |= BIT["title"]
        if category == "Zs" or bidi in ("WS", "B", "S"):
            bits |= BIT["space"]
        if category[0] not in "CZ" or code == 0x20:
            bits |= BIT["printable"]
        flags[code] |= bits
        for kind, field in (("upper", 12), ("lower", 13), ("title", 14)):
            if f[field]:
                simple[kind][code] = int(f[field], 16)
        if not f[14] and f[12]:
            simple["title"][code] = int(f[12], 16)
    derived = ranges_of(folder / "DerivedCoreProperties.txt",
                        ["Lowercase", "Uppercase", "XID_Start", "XID_Continue", "Cased", "Case_Ignorable"])
    for name, flag in (("Lowercase", "lower"), ("Uppercase", "upper"), ("XID_Start", "id_start"),
                       ("XID_Continue", "id_continue"), ("Cased", "cased"),
                       ("Case_Ignorable", "case_ignorable")):
        for first, last in derived[name]:
            for each in range(first, last + 1):
                flags[each] |= BIT[flag]
    unsettled = ranges_of(folder / "DerivedNormalizationProps.txt", ["NFKC_QC"])["NFKC_QC"]
    for first, last in unsettled:
        for each in range(first, last + 1):
            if flags[each] & BIT["id_continue"]:
                flags[each] |= BIT["may_normalize"]
    for part in UNIHAN_NUMERIC.split():
        first, _, last = part.partition("..")
        for each in range(int(first, 16), int(last or first, 16) + 1):
            flags[each] |= BIT["numeric"]
    return flags, simple, zeros


def read_special(folder, simple):
    """Mappings to more than one character, and what casefold() does differently from lower()."""
    special = {"upper": {}, "lower": {}, "title": {}, "fold": {}}
    for line in (folder / "SpecialCasing.txt").read_text(encoding="utf-8").splitlines():
        fields = [f.strip() for f in line.split("#")[0].split(";")]
        if len(fields) != 5:  # empty, or with a condition (a language or a context)
            continue
        code = int(fields[0], 16)
        for kind, text in (("lower", fields[1]), ("title", fields[2]), ("upper", fields[3])):
            mapped = [int(c, 16) for c in text.split()]
            if mapped != [simple[kind].get(code, code)]:
                special[kind][code] = mapped
    folds = {}
    for line in (folder / "CaseFolding.txt").read_text(encoding="utf-8").splitlines():
        fields = [f.strip() for f in line.split("#")[0].split(";")]
        if len(fields) >= 3 and fields[1] in "CF":
            folds[int(fields[0], 16)] = [int(c, 16) for c in fields[2].split()]
    lowers = {c: special["lower"].get(c, [simple["lower"].get(c, c)])
              for c in set(folds) | set(simple["lower"]) | set(special["lower"])}
    for code, lower in lowers.items():
        fold = folds.get(code, [code])
        if fold != lower:
            special["fold"][code] = fold
    return special


def runs_of(flags):
    classes = {}
    runs = []
    for code, bits in enumerate(flags):
        kind = classes.setdefault(bits, len(classes))
        if not runs or runs[-1][1] != kind:
            runs.append((code, kind))
    if len(classes) > 256:
        sys.exit("more than 256 kinds of characters: the run table has 8 bits for them")
    return runs, list(classes)


def case_ranges(mapping):
    """[(first, last, stride, delta)] with stride 1 or 2."""
    out = []
    for code in sorted(mapping):
        delta = mapping[code] - code
        if out and out[-1][3] == delta:
            first, last, stride, _ = out[-1]
            if (stride == 0 and code - last in (1, 2)) or (stride and code - last == stride):
                out[-1] = (first, code, stride or code - last, delta)
                continue
        out.append((code, code, 0, delta))
    return [(a, b, s or 1, d) for a, b, s, d in out]


def hash_of_beginning(text):
    """FNV-1a, as base/unicode.cpp has it."""
    value = 2166136261
    for byte in text.encode("ascii"):
        value = (value ^ byte) * 16777619 & 0xFFFFFFFF
    return value


def beginnings_of_names(folder, rows):
    """Which first words names of characters have, with the space behind where more words follow: a bit for each hash."""
    names = {"CJK UNIFIED IDEOGRAPH-4E00", "HANGUL SYLLABLE GA", "TANGUT IDEOGRAPH-17000"}
    names.update(fields[1] for _, fields in rows if not fields[1].startswith("<"))
    for line in (folder / "NameAliases.txt").read_text(encoding="utf-8").splitlines():
        fields = line.split("#")[0].split(";")
        if len(fields) > 1:
            names.add(fields[1])
    words = [0] * (NAME_BITS // 32)
    for name in names:
        first, space, _ = name.partition(" ")
        bit = hash_of_beginning(first + space) % NAME_BITS
        words[bit // 32] |= 1 << bit % 32
    return words


def lines_of(items, per_line=12):
    items = list(items)
    return "".join("  " + " ".join(f"{x}," for x in items[i:i + per_line]) + "\n"
                   for i in range(0, len(items), per_line))


def main():
    folder, out = Path(sys.argv[1]), Path(sys.argv[2])
    rows = list(rows_of(folder))
    flags, simple, zeros = read(folder, rows)
    special = read_special(folder, simple)
    runs, classes = runs_of(flags)
    text = ['// Made by scripts/make_unicode_tables.py while building; not in the repository.\n'
            '#include "base/unicode_tables.hpp"\n\nnamespace simul::unicode {\n\n']

    def table(declaration, items):
        text.append(f"const {declaration} = {{\n{lines_of(items)}}};\n\n")

    table("std::uint32_t kRuns[]", (f"{code << 8 | kind:#x}" for code, kind in runs))
    text.append(f"const std::uint32_t kRunCount = {len(runs)};\n\n")
    table("std::uint16_t kClasses[]", (f"{bits:#x}" for bits in classes))
    table("std::uint32_t kZeros[]", (f"{zero:#x}" for zero in zeros))
    text.append(f"const std::uint32_t kZeroCount = {len(zeros)};\n\n")
    for kind in ("upper", "lower", "title"):
        ranges = case_ranges(simple[kind])
        name = kind.capitalize()
        table(f"CaseRange k{name}[]",
              (f"{{{a:#x}, {b - a}, {s}, {d}}}" for a, b, s, d in ranges))
        text.append(f"const std::uint32_t k{name}Count = {len(ranges)};\n\n")
    for kind in ("upper", "lower", "title", "fold"):
        name = kind.capitalize()
        items = sorted(special[kind].items())
        table(f"SpecialCase k{name}Special[]",
              (f"{{{c:#x}, {{{', '.join(f'{x:#x}' for x in m)}}}}}" for c, m in items))
        text.append(f"const std::uint32_t k{name}SpecialCount = {len(items)};\n\n")
    table("std::uint32_t kNameBeginnings[kNameBits / 32]", (f"{word:#x}" for word in beginnings_of_names(folder, rows)))
    text.append("}  // namespace simul::unicode\n")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("".join(text), encoding="utf-8")


if __name__ == "__main__":
    main()
