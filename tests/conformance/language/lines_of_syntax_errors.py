# The line that a SyntaxError of compile() shows: the parser's ends with a newline even where the text has none, the tokenizer's does not.
TEXTS = (
    '0xg\n', '0xg', 'x = 1\n0xg', 'x = 1\n0xg\n', "f'{'\n", "f'{'", "'abc\n", "'abc", "x\n'abc\ny\n", '"""abc\n', '"""abc\ndef\n',
    '"""abc\ndef', "x = '''\n", '1_\n', '0777\n', '0777', '\xe9 = $\n', '\xe9 = $', 'a ? b\n', 'a ? b', "f'{a!z}'", "f'{a!z}'\n", "f'{}'",
    "f'{}'\n", "f'{a b}'", '(\n', '(', 'x = (1,\n', '[1\n)', '[1\n)\n', "'\\N{foo}'", "'\\N{foo}'\n", "b'\xe9'\n", 'x = 5 y', 'x = 5 y\n',
    'if 1:\nx', 'if 1:\nx\n', 'if 1:\n  x\n y', 'if 1:\n  x\n y\n', '\tx\n        y', 'if 1:\n\tx\n        y\n', '1e', '1e\n', '1.2.3',
    '1.2.3\n', '0b2', '0o8\n', '1__0', '\\ x', '\\ x\n', '\\', 'x = \\\n', 'x = \\', "'''", "f'''{", "f'''{\n", "f'{a:{b:{c:{d}}}}'",
    'def f():\n', 'def f():', 'class A:\n\n\n', "print 'a'\n", '}', '}\n', '\U0001f389', 'x = \U0001f389\n', '\x00', 'a\x00b\n',
    '1if 2else 3', '1or 2', '0x1for x in []', '1in [1]', '1and 2', '[1for x in ()]', '1.0if 1 else 2', '1jif 1 else 2', '0b1or 1',
    '0o7and 1', '1_000if 1 else 2', 'x = 1if 1else 2',
)
for text in TEXTS:
    try:
        compile(text, "<s>", "exec")
    except SyntaxError as error:
        print(ascii(text), type(error).__name__, error.msg, error.lineno, error.offset, error.end_lineno, error.end_offset, ascii(error.text))
    else:
        print(ascii(text), "ok")
