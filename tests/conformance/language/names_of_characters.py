"""\\N{…}: the commonest names of characters, in any case, in str and in bytes that are decoded; what no character is called is an error."""
print("\N{SNOWMAN}\N{euro sign}\N{Greek Small Letter Alpha}\N{GREEK CAPITAL LETTER LAMDA}\N{LATIN SMALL LETTER Z}", ascii("\N{EM DASH}\N{GREEK SMALL LETTER FINAL SIGMA}"))
print(f"\N{DEGREE SIGN}{1}\N{BULLET}", b"\\N{INFINITY}".decode("unicode_escape"), br"\N{SNOWMAN}")
for name in ("foo", "foo bar", "SNOWMANN", "LATIN", "GREEK", " SNOWMAN", "SNOWMAN "):
    for text in (f'"\\N{{{name}}}"', f'f"{{1}}\\N{{{name}}}"'):
        try:
            print(ascii(eval(text)))
        except SyntaxError as error:
            print(text, error.msg, error.offset)
    try:
        print(f"\\N{{{name}}}".encode().decode("unicode_escape"))
    except UnicodeDecodeError as error:
        print(error)
