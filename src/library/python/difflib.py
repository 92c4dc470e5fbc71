"""What two sequences have in common, and deltas of lines. Mirrors CPython's Lib/difflib.py: the same blocks are found, so that ratios,
opcodes and deltas are the same."""
from collections import namedtuple
from heapq import nlargest
from types import GenericAlias

__all__ = ["get_close_matches", "ndiff", "restore", "SequenceMatcher", "Differ", "IS_CHARACTER_JUNK", "IS_LINE_JUNK", "context_diff",
           "unified_diff", "diff_bytes", "Match"]

Match = namedtuple("Match", "a b size")


def _share(matches, length):
    return 2.0 * matches / length if length else 1.0


class SequenceMatcher:
    def __init__(self, isjunk=None, a="", b="", autojunk=True):
        self.isjunk, self.autojunk = isjunk, autojunk
        self.a = self.b = None
        self.set_seqs(a, b)

    __class_getitem__ = classmethod(GenericAlias)

    def set_seqs(self, a, b):
        self.set_seq1(a)
        self.set_seq2(b)

    def set_seq1(self, a):
        if self.a is a:
            return
        self.a, self.matching_blocks, self.opcodes = a, None, None

    def set_seq2(self, b):
        if self.b is b:
            return
        self.b, self.matching_blocks, self.opcodes, self.fullbcount = b, None, None, None
        places = {}
        for at, item in enumerate(b):
            places.setdefault(item, []).append(at)
        self.bjunk = {item for item in places if self.isjunk(item)} if self.isjunk else set()
        for item in self.bjunk:
            del places[item]
        self.bpopular = set()
        if self.autojunk and len(b) >= 200:
            most = len(b) // 100 + 1
            self.bpopular = {item for item, where in places.items() if len(where) > most}
            for item in self.bpopular:
                del places[item]
        self.b2j = places

    def find_longest_match(self, alo=0, ahi=None, blo=0, bhi=None):
        a, b, junk = self.a, self.b, self.bjunk
        ahi = len(a) if ahi is None else ahi
        bhi = len(b) if bhi is None else bhi
        best_a, best_b, best = alo, blo, 0
        ends = {}                   # j: how long a run of equal items ends at a[i], b[j]
        for i in range(alo, ahi):
            now = {}
            for j in self.b2j.get(a[i], ()):
                if j < blo:
                    continue
                if j >= bhi:
                    break
                size = now[j] = ends.get(j - 1, 0) + 1
                if size > best:
                    best_a, best_b, best = i - size + 1, j - size + 1, size
            ends = now
        for junky in (False, True):
            while (best_a > alo and best_b > blo and (b[best_b - 1] in junk) == junky and a[best_a - 1] == b[best_b - 1]):
                best_a, best_b, best = best_a - 1, best_b - 1, best + 1
            while (best_a + best < ahi and best_b + best < bhi and (b[best_b + best] in junk) == junky
                   and a[best_a + best] == b[best_b + best]):
                best += 1
        return Match(best_a, best_b, best)

    def get_matching_blocks(self):
        if self.matching_blocks is not None:
            return self.matching_blocks
        found, todo = [], [(0, len(self.a), 0, len(self.b))]
        while todo:
            alo, ahi, blo, bhi = todo.pop()
            i, j, size = match = self.find_longest_match(alo, ahi, blo, bhi)
            if size:
                found.append(match)
                if alo < i and blo < j:
                    todo.append((alo, i, blo, j))
                if i + size < ahi and j + size < bhi:
                    todo.append((i + size, ahi, j + size, bhi))
        joined = []
        for i, j, size in sorted(found):
            if joined and joined[-1][0] + joined[-1][2] == i and joined[-1][1] + joined[-1][2] == j:
                joined[-1] = (joined[-1][0], joined[-1][1], joined[-1][2] + size)
            else:
                joined.append((i, j, size))
        joined.append((len(self.a), len(self.b), 0))
        self.matching_blocks = [Match(*each) for each in joined]
        return self.matching_blocks

    def get_opcodes(self):
        if self.opcodes is None:
            self.opcodes, i, j = [], 0, 0
            for ai, bj, size in self.get_matching_blocks():
                if i < ai or j < bj:
                    tag = "replace" if i < ai and j < bj else "delete" if i < ai else "insert"
                    self.opcodes.append((tag, i, ai, j, bj))
                i, j = ai + size, bj + size
                if size:
                    self.opcodes.append(("equal", ai, i, bj, j))
        return self.opcodes

    def get_grouped_opcodes(self, n=3):
        """The changes with at most N equal items before and after each; those with more between them in groups of their own."""
        def first(code):
            tag, i1, i2, j1, j2 = code
            return tag, i1, min(i2, i1 + n), j1, min(j2, j1 + n)

        def last(code):
            tag, i1, i2, j1, j2 = code
            return tag, max(i1, i2 - n), i2, max(j1, j2 - n), j2
        # As CPython's, which cuts the first and the last of the very list that get_opcodes() keeps.
        codes, group = self.get_opcodes() or [("equal", 0, 1, 0, 1)], []
        for at, cut in ((0, last), (-1, first)):
            if codes[at][0] == "equal":
                codes[at] = cut(codes[at])
        for code in codes:
            if code[0] == "equal" and code[2] - code[1] > 2 * n:
                yield [*group, first(code)]
                group, code = [], last(code)
            group.append(code)
        if group and (len(group) > 1 or group[0][0] != "equal"):
            yield group

    def ratio(self):
        return _share(sum([size for _, _, size in self.get_matching_blocks()]), len(self.a) + len(self.b))

    def quick_ratio(self):
        if self.fullbcount is None:
            self.fullbcount = counts = {}
            for item in self.b:
                counts[item] = counts.get(item, 0) + 1
        left, matches = {}, 0
        for item in self.a:
            count = left.get(item, self.fullbcount.get(item, 0))
            left[item] = count - 1
            matches += count > 0
        return _share(matches, len(self.a) + len(self.b))

    def real_quick_ratio(self):
        a, b = len(self.a), len(self.b)
        return _share(min(a, b), a + b)


def _ratio(matcher, enough):
    """The ratio, if it is enough: what it cannot exceed is asked first, for that is found sooner."""
    for bound in (matcher.real_quick_ratio, matcher.quick_ratio, matcher.ratio):
        found = bound()
        if not enough(found):
            return None
    return found


def get_close_matches(word, possibilities, n=3, cutoff=0.6):
    for kept, rule, given in ((n > 0, "n must be > 0", n), (0.0 <= cutoff <= 1.0, "cutoff must be in [0.0, 1.0]", cutoff)):
        if not kept:
            raise ValueError(f"{rule}: {given!r}")
    matcher = SequenceMatcher(b=word)
    alike = []
    for each in possibilities:
        matcher.set_seq1(each)
        ratio = _ratio(matcher, lambda bound: bound >= cutoff)
        if ratio is not None:
            alike.append((ratio, each))
    return [each for _, each in nlargest(n, alike)]


class Differ:
    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk, self.charjunk = linejunk, charjunk

    def compare(self, a, b):
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == "replace":
                yield from self._fancy(a, alo, ahi, b, blo, bhi)
            elif tag == "delete":
                yield from self._marked("-", a, alo, ahi)
            elif tag == "insert":
                yield from self._marked("+", b, blo, bhi)
            else:
                yield from self._marked(" ", a, alo, ahi)

    def _marked(self, mark, lines, low, high):
        for at in range(low, high):
            yield f"{mark} {lines[at]}"

    def _plain(self, a, alo, ahi, b, blo, bhi):
        if bhi - blo < ahi - alo:
            yield from self._marked("+", b, blo, bhi)
            yield from self._marked("-", a, alo, ahi)
        else:
            yield from self._marked("-", a, alo, ahi)
            yield from self._marked("+", b, blo, bhi)

    def _fancy(self, a, alo, ahi, b, blo, bhi):
        # The most alike pair that is alike enough shows what changed in it; around it the same again.
        best, cutoff, same = 0.74999, 0.75, None
        matcher = SequenceMatcher(self.charjunk)
        best_i = best_j = None
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            for i in range(alo, ahi):
                if a[i] == b[j]:
                    if same is None:
                        same = i, j
                    continue
                matcher.set_seq1(a[i])
                ratio = _ratio(matcher, lambda bound: bound > best)
                if ratio is not None:
                    best, best_i, best_j = ratio, i, j
        if best < cutoff:
            if same is None:
                yield from self._plain(a, alo, ahi, b, blo, bhi)
                return
            best_i, best_j = same
            best = 1.0
        else:
            same = None
        yield from self._around(a, alo, best_i, b, blo, best_j)
        if same is None:
            low, high = "", ""
            matcher.set_seqs(a[best_i], b[best_j])
            for tag, i1, i2, j1, j2 in matcher.get_opcodes():
                ni, nj = i2 - i1, j2 - j1
                low += {"replace": "^", "delete": "-", "insert": "", "equal": " "}[tag] * ni
                high += {"replace": "^", "delete": "", "insert": "+", "equal": " "}[tag] * nj
            yield from self._told(a[best_i], b[best_j], low, high)
        else:
            yield "  " + a[best_i]
        yield from self._around(a, best_i + 1, ahi, b, best_j + 1, bhi)

    def _around(self, a, alo, ahi, b, blo, bhi):
        if alo < ahi and blo < bhi:
            yield from self._fancy(a, alo, ahi, b, blo, bhi)
        elif alo < ahi:
            yield from self._marked("-", a, alo, ahi)
        elif blo < bhi:
            yield from self._marked("+", b, blo, bhi)

    def _told(self, aline, bline, low, high):
        low, high = (("".join(c if tag == " " and c.isspace() else tag for c, tag in zip(line, tags))).rstrip()
                     for line, tags in ((aline, low), (bline, high)))
        yield "- " + aline
        if low:
            yield f"? {low}\n"
        yield "+ " + bline
        if high:
            yield f"? {high}\n"


def __getattr__(name):
    if name == "HtmlDiff":
        raise AttributeError("Simul's difflib has no HtmlDiff: it writes no HTML (instead: ndiff or unified_diff)")
    raise AttributeError(f"module 'difflib' has no attribute {name!r}")


def IS_LINE_JUNK(line, pat=None):
    return line.strip() in ("", "#") if pat is None else pat(line) is not None


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    return ch in ws


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    try:
        marks = {1: "- ", 2: "+ "}[int(which)], "  "
    except KeyError:
        raise ValueError("unknown delta choice (must be 1 or 2): %r" % which) from None
    for line in delta:
        if line[:2] in marks:
            yield line[2:]


def _check(a, b, *args):
    for lines in (a, b):
        if lines and not isinstance(lines[0], str):
            raise TypeError("lines to compare must be str, not %s (%r)" % (type(lines[0]).__name__, lines[0]))
    for arg in args:
        if not isinstance(arg, str):
            raise TypeError("all arguments must be str, not: %r" % (arg,))


def _heading(mark, name, date, lineterm):
    return "%s %s%s%s" % (mark, name, "\t%s" % date if date else "", lineterm)


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    _check(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)

    def span(start, stop):
        length = stop - start
        return str(start + 1) if length == 1 else f"{start + (length > 0)},{length}"
    begun = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not begun:
            begun = True
            yield _heading("---", fromfile, fromfiledate, lineterm)
            yield _heading("+++", tofile, tofiledate, lineterm)
        yield f"@@ -{span(group[0][1], group[-1][2])} +{span(group[0][3], group[-1][4])} @@{lineterm}"
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                for line in a[i1:i2]:
                    yield " " + line
                continue
            if tag in ("replace", "delete"):
                for line in a[i1:i2]:
                    yield "-" + line
            if tag in ("replace", "insert"):
                for line in b[j1:j2]:
                    yield "+" + line


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    _check(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)

    def span(start, stop):
        first, length = start + (stop > start), stop - start
        return str(first) if length <= 1 else f"{first},{first + length - 1}"
    marks = {"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}
    begun = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not begun:
            begun = True
            yield _heading("***", fromfile, fromfiledate, lineterm)
            yield _heading("---", tofile, tofiledate, lineterm)
        yield "***************" + lineterm
        yield f"*** {span(group[0][1], group[-1][2])} ****{lineterm}"
        if any(tag in ("replace", "delete") for tag, *_ in group):
            for tag, i1, i2, _, _ in group:
                if tag != "insert":
                    for line in a[i1:i2]:
                        yield marks[tag] + line
        yield f"--- {span(group[0][3], group[-1][4])} ----{lineterm}"
        if any(tag in ("replace", "insert") for tag, *_ in group):
            for tag, _, _, j1, j2 in group:
                if tag != "delete":
                    for line in b[j1:j2]:
                        yield marks[tag] + line


def diff_bytes(dfunc, a, b, fromfile=b"", tofile=b"", fromfiledate=b"", tofiledate=b"", n=3, lineterm=b"\n"):
    def text(value):
        try:
            return value.decode("ascii", "surrogateescape")
        except AttributeError as error:
            raise TypeError("all arguments must be bytes, not %s (%r)" % (type(value).__name__, value)) from error
    given = map(text, (fromfile, tofile, fromfiledate, tofiledate))
    for line in dfunc([text(each) for each in a], [text(each) for each in b], *given, n, text(lineterm)):
        yield line.encode("ascii", "surrogateescape")
