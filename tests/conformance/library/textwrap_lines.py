# textwrap: filling, hyphens and dashes, long words, shortening, indents.
import textwrap
from textwrap import dedent, fill, indent, shorten, wrap

text = "The quick brown-fox jumps -- over the lazy dog. A well-known, non-trivial e-mail address; supercalifragilisticexpialidocious!"
for width in (10, 20, 33, 70):
    print(width, wrap(text, width))
print(fill("one two three four five", 11, initial_indent="* ", subsequent_indent="  "))
print(wrap("a b\tc\nd", 5), wrap("", 5), wrap("aaaaaaaaaa", 3, break_long_words=False), wrap("x-y-zebra-crossing", 8, break_on_hyphens=False))
print(shorten("Hello  world, how are you today?", 20), shorten("Hello world", 8), shorten("Hello world", width=12, placeholder="..."))
print(repr(dedent("""
    def f():
        return 1

      indented
    """)), repr(dedent("\tx\n\t  y")), repr(dedent("  a\n b")))
print(repr(indent("a\n\nb\n", "> ")), repr(indent("a\n\nb", "- ", lambda line: True)))
print(wrap("word " * 12, 20, max_lines=2), wrap("Sentence one.  Two. three", 30, fix_sentence_endings=True))
print(wrap("--option -x and well--known --long-flag a--b c-d ab-cd 12-34 foo-", 12))
for wrong in (lambda: wrap("a", 0), lambda: shorten("abc def", 2)):
    try:
        print(wrong())
    except ValueError as error:
        print(error)
