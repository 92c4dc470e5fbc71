"""What counts as junk in a comparison, matches as tuples, and one matcher for several pairs."""
import difflib

print([difflib.IS_LINE_JUNK(line) for line in ("\n", "  #   \n", "hello\n", "", "##\n", "  \n")], [difflib.IS_CHARACTER_JUNK(each) for each in " \t\nx"])
print(difflib.IS_LINE_JUNK("-\n", pat=lambda line: line.startswith("-")), difflib.IS_CHARACTER_JUNK("x", "xyz"))
matcher = difflib.SequenceMatcher()
for one, two in (("abxcd", "abcd"), ([1, 2, 3], [3, 1, 2]), ("", ""), ("private Thread currentThread;", "private volatile Thread currentThread;")):
    matcher.set_seqs(one, two)
    print(matcher.find_longest_match(), matcher.get_matching_blocks(), round(matcher.ratio(), 4), matcher.quick_ratio(), matcher.real_quick_ratio())
match = matcher.find_longest_match(0, 5, 2)
print(match, isinstance(match, difflib.Match), match.a, match.b, match.size, match._fields, difflib.Match(1, 2, 3)._replace(size=4), tuple(match), difflib.Match.__mro__[1:])
junk = difflib.SequenceMatcher(difflib.IS_CHARACTER_JUNK, " abcd", "abcd abcd")
print(junk.find_longest_match(0, 5, 0, 9), junk.bjunk, sorted(junk.bpopular), sorted(junk.b2j))
print("".join(difflib.ndiff("one\n\ntwo\n".splitlines(True), "one\n#\ntwö\n".splitlines(True), linejunk=difflib.IS_LINE_JUNK, charjunk=difflib.IS_CHARACTER_JUNK)))
print(list(difflib.ndiff(["a  b"], ["a b"])), list(difflib.ndiff(["a  b"], ["a b"], charjunk=None)))
matcher.set_seq1("abc")
matcher.set_seq2("abd")
print(matcher.get_opcodes(), matcher.a, matcher.b, list(matcher.get_grouped_opcodes(0)))
long = difflib.SequenceMatcher(None, "x" * 10 + "y", "x" * 300 + "y")
print(long.bpopular, long.ratio(), difflib.SequenceMatcher(None, "x" * 10, "x" * 300, autojunk=False).ratio())
for action in (lambda: difflib.get_close_matches("a", ["b"], n=0), lambda: difflib.get_close_matches("a", ["b"], cutoff=2), lambda: difflib.get_close_matches("appel", ["ape", "apple", "peach", "puppy"]), lambda: difflib.SequenceMatcher[int]):
    try:
        print(action())
    except ValueError as error:
        print(error)
