# f-strings: = keeps the text as written, nested quotes and specs, and braces that are doubled.
width, name, items = 8, "Ada", {"k": [1, 2]}
print(f"{name=} {name = } {1 + 1=} {name!r:>{width}}|{name=!s:>{width}}")
print(f"{items['k'][0]} {items["k"][1]} {f"{name:>{width}}"}|{{{name}}}|{'{'}{'}'}")
print(f"{width:=^{width + 4}}", f"{3.14159:.{2}f}", f"{'a' if width > 5 else 'b'}", f"{(lambda x: x * 2)(3)}", f"{[n for n in range(3)]}")
print(f"{10**20:,}", f"{width!s}", f"{None}", f"{True:d}", f"{1j:.1f}", f"{b'x'!r}")
print(f"a{
    name
}b", f"{name
!r}", f'''{
width
:>4}''')
print(f"{'\n'.join(['x', 'y'])}", rf"\d{width}\n", f"\x41{name}\N{BULLET}")
print("joined " f"{name} " "plain {name}" f"{'!'}")
