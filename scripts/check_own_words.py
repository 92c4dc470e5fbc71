#!/usr/bin/env python3
"""check_own_words.py [--all]: is our library written by us?

src/library does what CPython's Lib and its C modules do, under the same names, in words and a structure of its own. It and Lib are
read as tokens, without comments, docstrings and layout, and for each file of ours two things are counted: the longest run of tokens that
some file of CPython's has too, and the share of tokens that lie in runs of 24 and more. Names, signatures and lists of names are
facts, so some of both is always there; past LONGEST or SHARE a file fails, unless FACTS says what in it cannot be otherwise.
    --all   every file's figures, and not only those that fail
Ends with "N passed, N failed".
"""
import io
import pathlib
import sys
import tokenize

import asked

ROOT = asked.ROOT
OURS = [ROOT / "src" / "library" / part for part in ("models", "python", "twins")]
RUN = 24  # tokens: about three lines
LONGEST = 60
SHARE = 0.25
SMALL = 120  # tokens; of a file with fewer only the longest run is judged

# File: (longest run, share) that it may have, and what in it cannot be otherwise.
FACTS = {
    "asyncio/_connections.py": (67, SHARE),  # create_connection()'s signature
    "asyncio/events.py": (100, 0.64),        # __all__, and AbstractServer: signatures that raise NotImplementedError
    "asyncio/exceptions.py": (38, 0.37),     # two constructors and how they are pickled
    "asyncio/protocols.py": (156, 0.93),     # signatures
    "asyncio/transports.py": (152, 0.47),    # signatures that raise NotImplementedError
    "dataclasses.py": (66, SHARE),           # make_dataclass()'s signature
    "enum.py": (62, SHARE),                  # __all__
    "json/__init__.py": (79, 0.33),          # the signatures of load() and loads(), and what they say
    "keyword.py": (111, 0.90),               # the keywords
    "logging/__init__.py": (93, SHARE),      # __all__
    "numbers.py": (40, 0.29),                # the tower's defaults, of an expression each
    "reprlib.py": (62, SHARE),               # the signature of Repr()
    "timeit.py": (47, 0.26),                 # signatures of four functions
    "typing.py": (171, SHARE),               # __all__
    "unittest/case.py": (72, SHARE),         # the signatures of assertListEqual() and assertTupleEqual(), a call each
}

LAYOUT = {tokenize.NL, tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER, tokenize.ENCODING}


def words(text):
    """[(token, line)] without comments, layout, and strings that stand alone."""
    found = []
    begins = True  # a statement
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            continue
        if token.type in LAYOUT:
            begins = begins or token.type != tokenize.NL
            continue
        if not (begins and token.type == tokenize.STRING):
            found.append((token.string, token.start[0]))
        begins = False
    return found


def runs_of(found):
    """Each run of RUN tokens, as one hashable."""
    texts = [text for text, _ in found]
    return [tuple(texts[i:i + RUN]) for i in range(len(texts) - RUN + 1)]


def measure(found, known):
    """(longest run in tokens, the line where it begins, share of the tokens in runs that are known)"""
    shared = [run in known for run in runs_of(found)]
    covered = [any(shared[max(0, i - RUN + 1):i + 1]) for i in range(len(found))]
    longest, line, begin = 0, 0, None
    for i, same in enumerate([*shared, False]):
        if same and begin is None:
            begin = i
        elif not same and begin is not None:
            if i - begin + RUN - 1 > longest:
                longest, line = i - begin + RUN - 1, found[begin][1]
            begin = None
    return longest, line, sum(covered) / max(1, len(found))


def judge(name, tokens, longest, share):
    """What is wrong with such a file, or None."""
    may_run, may_share = FACTS.get(name, (LONGEST, SHARE))
    if longest > may_run:
        return f"a run of {longest} tokens stands in CPython's Lib too; {may_run} is the most"
    if tokens >= SMALL and share > may_share:
        return f"{share:.0%} of it stands in CPython's Lib too; {may_share:.0%} is the most"
    return None


def main():
    lib = pathlib.Path(asked.ask_cpython("import json, sysconfig; print(json.dumps(sysconfig.get_path('stdlib')))"))
    known = set()
    for path in lib.rglob("*.py"):
        try:
            known.update(runs_of(words(path.read_text(encoding="utf-8"))))
        except (SyntaxError, UnicodeDecodeError, tokenize.TokenError, FileNotFoundError):
            pass  # a sample of what does not parse, or a link to nowhere
    passed = failed = 0
    all_tokens = all_shared = 0
    for folder, path in [(folder, path) for folder in OURS for path in sorted(folder.rglob("*.py"))]:
        name = path.relative_to(folder).as_posix()
        found = words(path.read_text(encoding="utf-8"))
        longest, line, share = measure(found, known)
        wrong = judge(name, len(found), longest, share)
        all_tokens, all_shared = all_tokens + len(found), all_shared + share * len(found)
        passed, failed = passed + (wrong is None), failed + (wrong is not None)
        if wrong is not None or "--all" in sys.argv[1:]:
            print(f"{path.relative_to(ROOT)}:{line}: {wrong or f'{longest} tokens, {share:.0%} of {len(found)}'}")
    print(f"of {all_tokens:,} tokens of the library {all_shared / max(1, all_tokens):.1%} stand in runs that CPython's Lib has too")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
