import os, io, sys, json, csv, glob, shutil, tempfile, pathlib, contextlib, pickle, time
from pathlib import Path, PurePath, PurePosixPath
with tempfile.TemporaryDirectory() as d:
    root = Path(d)
    (root / "a" / "b").mkdir(parents=True)
    (root / "a" / "one.txt").write_text("alpha\nbeta\n", encoding="utf-8")
    (root / "a" / "b" / "two.json").write_text(json.dumps({"k": [1, None, True], "é": "ü"}, ensure_ascii=False, indent=2))
    (root / "data.bin").write_bytes(bytes(range(5)))
    for p in sorted(root.rglob("*")): print(p.relative_to(root), p.is_dir(), p.suffix, p.stem)
    print([p.name for p in sorted(root.glob("**/*.txt"))], sorted(os.path.basename(x) for x in glob.glob(d + "/**", recursive=True) if x != d + "/"))
    with open(root / "a" / "one.txt", "a+", newline="\n") as f:
        print(f.tell() > 0, f.seek(0), f.readline(), f.writable(), f.name.endswith("one.txt"), f.mode, f.encoding.lower()); f.write("gamma"); f.flush()
    for n, line in enumerate(open(root / "a/one.txt"), 1): print(n, line.rstrip())
    print(json.load(open(root / "a/b/two.json")), (root / "a/one.txt").stat().st_size)
    shutil.copy(root / "data.bin", root / "copy.bin"); shutil.move(root / "copy.bin", root / "moved.bin"); print((root / "moved.bin").read_bytes(), (root / "copy.bin").exists())
    try: (root / "nope").read_text()
    except FileNotFoundError as e: print(e.errno, e.strerror, Path(e.filename).name)
    try: (root / "a").rmdir()
    except OSError as e: print(type(e).__name__, e.errno)
    try: (root / "a").mkdir()
    except FileExistsError as e: print("exists", e.errno)
    try: open(root / "a")
    except IsADirectoryError as e: print("dir", e.errno)
    try: open(root / "data.bin", "x")
    except FileExistsError: print("x refuses")
    with (root / "t.csv").open("w", newline="") as f:
        w = csv.DictWriter(f, ["name", "n"], quoting=csv.QUOTE_NONNUMERIC); w.writeheader(); w.writerow({"name": 'q"t', "n": 1.5}); w.writerows([{"name": "x,y", "n": 2}])
    print(repr((root / "t.csv").read_text())); print([r for r in csv.DictReader(open(root / "t.csv"))])
    print(sorted((os.path.relpath(dp, d), sorted(dn), sorted(fn)) for dp, dn, fn in os.walk(d)))
    with contextlib.chdir(d): print(Path.cwd() == Path(d).resolve(), os.listdir() and Path("a").is_dir())
    print(sorted(e.name for e in os.scandir(d) if e.is_file()))
    (root / "data.bin").rename(root / "renamed"); (root / "renamed").unlink(); (root / "renamed").unlink(missing_ok=True)
    shutil.rmtree(root / "a"); print(os.path.exists(root / "a"))
print(os.path.exists(d))
p = PurePosixPath("/usr/lib/../x.tar.gz"); print(p.parts, p.suffixes, p.with_suffix(".zip"), p.parent, p.with_name("y"), p.with_stem("z"), p / "k", p.is_absolute(), p.match("*.gz"), list(p.parents)[:2], p.as_uri(), PurePosixPath("a//b/./c"), p.relative_to("/usr"))
try: p.relative_to("/etc")
except ValueError as e: print(e)
print(os.path.join("a", "/b", "c"), os.path.split("/a/b"), os.path.splitext("x.tar.gz"), os.path.normpath("a/../b//c"), os.path.commonpath(["/a/b", "/a/c"]), os.path.dirname("/a/b/"), os.path.expanduser("x"), os.sep, os.linesep.encode(), os.getenv("NOPE", "dflt"), os.environ.get("NOPE"))
b = io.BytesIO(b"abc"); b.seek(0, 2); b.write(b"d"); print(b.getvalue(), b.getbuffer()[1:3].tobytes(), io.StringIO("x\ny").readlines(), io.TextIOWrapper(io.BytesIO(b"\xc3\xa9")).read())
out = io.StringIO()
with contextlib.redirect_stdout(out): print("caught", end="")
print(repr(out.getvalue()), file=sys.stdout)
class P:
    def __init__(s, x): s.x = x
    def __getstate__(s): return {"x": s.x + 1}
    def __eq__(s, o): return s.x == o.x
print(pickle.loads(pickle.dumps(P(1))).x, pickle.loads(pickle.dumps({"a": (1, {2}), "b": b"x"})))
f = tempfile.NamedTemporaryFile("w+", suffix=".txt", delete=True); f.write("hi"); f.seek(0); print(f.read()); f.close(); print(os.path.exists(f.name))
