"""What a character is: the tables of src/library/twins/unicodedata.py, as the text of the module _simul_unicode.

pack_library.py adds it to the library where the Unicode files are. A property is a row of runs "VALUE LENGTH", the length
hexadecimal; a number that is no decimal's
digit is how far behind the one before it stands (hexadecimal), "*" for a digit or "=", and its text; decompositions are a line for
each character: how far behind, its kind, and what it is made of; with a ":" before the kind, a line for as many characters in a row
as there are behind it, each of one. A kind of "=" is canonical, of "!" canonical and never composed again; any other is a place in KINDS.
"""
LIMIT = 0x110000


def rows_of(folder):
    """Each character's fields of UnicodeData.txt; those of a range for each character of it."""
    start = 0
    for line in (folder / "UnicodeData.txt").read_text(encoding="utf-8").splitlines():
        fields = line.split(";")
        code = int(fields[0], 16)
        if fields[1].endswith(", First>"):
            start = code
        elif fields[1].endswith(", Last>"):
            yield from ((each, fields) for each in range(start, code + 1))
        else:
            yield code, fields


def ranges_of(path, wanted=None):
    """(first, last, value) of the lines `range ; value # comment`; with `wanted`, only those of this value."""
    for line in path.read_text(encoding="utf-8").splitlines():
        fields = [each.strip() for each in line.split("#")[0].split(";")]
        if len(fields) >= 2 and wanted in (None, fields[1]):
            first, _, last = fields[0].partition("..")
            yield int(first, 16), int(last or first, 16), fields[1]


def runs(values):
    out, begin = [], 0
    for at in range(1, LIMIT + 1):
        if at == LIMIT or values[at] != values[begin]:
            out.append(f"{values[begin]} {at - begin:x}")
            begin = at
    return " ".join(out)


def module_text(folder):
    category, bidi, combining = ["Cn"] * LIMIT, ["-"] * LIMIT, ["0"] * LIMIT
    mirrored, width = ["N"] * LIMIT, ["N"] * LIMIT
    numbers, lines, kinds, last, last_number, rows = [], [], [], 0, 0, {}
    for first, end, value in ranges_of(folder / "EastAsianWidth.txt"):
        width[first:end + 1] = [value] * (end + 1 - first)
    alone = {code for first, end, _ in ranges_of(folder / "DerivedNormalizationProps.txt", "Full_Composition_Exclusion")
             for code in range(first, end + 1)}
    for code, fields in rows_of(folder):
        category[code], combining[code], bidi[code], mirrored[code] = fields[2], fields[3], fields[4], fields[9]
        if fields[8] and not fields[6]:
            numbers.append(f"{code - last_number:x}{'*' if fields[7] else '='}{fields[8]}")
            last_number = code
        if fields[5]:
            parts = fields[5].split()
            if parts[0][0] == "<":
                name = parts.pop(0)
                if name not in kinds:
                    kinds.append(name)
                kind = chr(97 + kinds.index(name))
            else:
                kind = "!" if code in alone else "="
            rows[code] = f"{'~' if kind.isalpha() else ''}{kind}", "".join(chr(int(each, 16)) for each in parts)
    for code, (kind, made_of) in rows.items():
        alike = rows.get(code - 1)
        if lines and alike is not None and alike[0] == kind and len(alike[1]) == len(made_of) == 1:
            if ":" not in lines[-1]:
                lines[-1] = lines[-1].replace(kind, ":" + kind, 1)
            lines[-1] += made_of
        else:
            lines.append(f"{code - last:x}{kind}{made_of}")
        last = code
    tables = {"CATEGORY": runs(category), "BIDI": runs(bidi), "COMBINING": runs(combining), "MIRRORED": runs(mirrored),
              "WIDTH": runs(width), "NUMBERS": " ".join(numbers), "KINDS": " ".join(kinds), "DECOMPOSITIONS": "\n".join(lines)}
    return "".join(f"{name}={text!r}\n" for name, text in tables.items())
