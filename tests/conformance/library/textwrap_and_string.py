# wrap() breaks at white space and hyphens, fill() joins, dedent() takes what all lines share, Template leaves $$ alone.
import string
import textwrap

text = "The quick brown fox jumped over the lazy-dog, which slept.   And  snored."
print(textwrap.wrap(text, 20), textwrap.fill("aaa bbb ccc", 7), textwrap.shorten(text, 30), textwrap.shorten("one two", 5, placeholder="~"), sep="\n")
print(textwrap.wrap("averyveryverylongword short", 10), textwrap.wrap("averylongword", 5, break_long_words=False), textwrap.wrap("a-b c", 3, break_on_hyphens=False), textwrap.wrap(""), textwrap.fill("one two three", 12, initial_indent="* ", subsequent_indent="  "), textwrap.wrap("a\tb\nc", 5, expand_tabs=False), textwrap.wrap("a b c d", 3, max_lines=1, placeholder="…"))
print(repr(textwrap.dedent("  a\n    b\n\n  c")), repr(textwrap.dedent("\ta\n  b")), repr(textwrap.indent("a\n\nb", "> ")), repr(textwrap.indent("a\n\nb", "> ", lambda line: True)))
template = string.Template("$who owes ${amount}$$ to $who's friend, not $5")
print(string.Template("$who owes ${amount}$$").substitute(who="Ada", amount=3), template.safe_substitute(who="Bob"), string.Template("$a $b").safe_substitute({"a": 1}), template.is_valid(), string.Template("$a ${b} $a").get_identifiers())
print(string.ascii_letters, string.digits, string.hexdigits, string.punctuation, repr(string.whitespace), string.capwords("hello  wORLD"), string.capwords("a-b", "-"), list(string.Formatter().parse("a{b!r:>{c}}d")))
for wrong in (lambda: string.Template("$a").substitute(), lambda: string.Template("$ a").substitute(a=1), lambda: template.substitute(who=1, amount=2), lambda: textwrap.wrap("a", 0), lambda: textwrap.wrap("abc def", 3, max_lines=1, placeholder="......")):
    try:
        print(wrong())
    except Exception as error:
        print(type(error).__name__, error)
