# textwrap: where a word may be cut, when a sentence has ended, what the last line that may be says, and the steps a class may replace.
import textwrap

wrapper = textwrap.TextWrapper(width=10)
print(vars(wrapper))
for text in ("a-b-cd ab-cd e-mail 12-34 1a-b2 x²-yz foo- -bar", "x--y end.--then (a)--b --option -- a---b well--", "tabs\tand\nlines\r\n of \x0b\x0ckinds"):
    print(wrapper._split(text))
print(wrapper._split("a-b-cd x--y") == textwrap.TextWrapper(break_on_hyphens=False)._split("a-b-cd x--y"))
for text in ('He said "no." Then left.', "Odd.\"' Here. there", "B. c", "x.  y?' z!  end", "(over.) again"):
    print(textwrap.wrap(text, 40, fix_sentence_endings=True))

text = "aaa bbbbbbbbb cc ---------- dd-eeeeeeeeee f"
for width in (1, 3, 4, 7):
    print(width, textwrap.wrap(text, width), textwrap.wrap(text, width, drop_whitespace=False), textwrap.wrap(text, width, break_long_words=False))
    print(width, textwrap.wrap(text, width, break_on_hyphens=False, initial_indent="*" * (width - 1)))
for most in (0, 1, 2, 3, 9):
    print(most, textwrap.wrap(text, 9, max_lines=most), textwrap.wrap(text, 9, max_lines=most, placeholder="", drop_whitespace=False))
print(textwrap.wrap("a   ", 1, max_lines=1, placeholder=""), textwrap.wrap("word " * 3 + "  ", 5, max_lines=3, placeholder="…"), textwrap.wrap("abcdefgh ij", 8, max_lines=1, placeholder="..."))
print(textwrap.shorten(" one \t two\n three ", 10), repr(textwrap.shorten("abcdef gh", 5, placeholder="")), textwrap.shorten("abcdef ghi", 8, placeholder="~"))
print(textwrap.wrap("a\tb", expand_tabs=False), textwrap.wrap("a\tb", tabsize=3, drop_whitespace=False), textwrap.wrap("a\tb\nc", expand_tabs=False, replace_whitespace=False))


class Comments(textwrap.TextWrapper):
    def _split(self, text):
        return super()._split(text.replace(",", " , "))

    def _handle_long_word(self, reversed_chunks, cur_line, cur_len, width):
        print("long", reversed_chunks[::-1], cur_line, cur_len, width)
        super()._handle_long_word(reversed_chunks, cur_line, cur_len, width)

    def __setattr__(self, name, value):
        if name in ("width", "placeholder"):
            print("set", name, value)
        super().__setattr__(name, value)


print(Comments(12, subsequent_indent="# ").wrap("one,two,three hippopotamuses"))
for text in ("\n  a\n\tb\n", "  a\n \n   b\n    \t\n", "\ta\n\tb\n\t\tc", "a\n  b", "   \n  ", "", "  a\r\n  b\r\n"):
    print(repr(textwrap.dedent(text)), repr(textwrap.indent(text, "> ")))
for call in (lambda: textwrap.wrap("a", -1), lambda: textwrap.wrap("a", 3, max_lines=1), lambda: textwrap.wrap("a", 8, max_lines=2, subsequent_indent="    "),
             lambda: textwrap.wrap("a", 8, 3), lambda: textwrap.wrap("a", wide=8)):
    try:
        print(call())
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)
