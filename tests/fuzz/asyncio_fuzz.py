#!/usr/bin/env python3
"""asyncio_fuzz.py --seeds FROM:TO[,FROM:TO...]: random asyncio programs under CPython 3.13 and under simul-run must agree.

    --seeds A:B           the seeds from A up to B, without B; one seed is one program, everywhere and always
    --stop-after S        no seed is judged later than so many seconds after the start; what was judged counts, in the order of seeds
    --shrink              each difference's program made as small as it goes
    --count-constructs    what the programs reached (ran, not only contained), as a table
    --record FILE         the run's date, counts and table of constructs written into FILE behind its line "<!-- recorded -->"
    --log FILE            each program's outcome goes there as a line of JSON. What it has of these seeds already is not asked
                          again, and counts as it stands there: a long run can be made in parts
    --commit NAME         of which commit the simul-run is; a program that differs is asked again when the log has it of another
    --keep FOLDER         a difference's program is written there (seed_N.py, and seed_N_small.py with --shrink)
    --jobs N              programs at a time; default 2
    --show SEED           only print that seed's program
    --simul-run P         the program under test; default build/release/simul-run
"""
import argparse
import collections
import datetime
import json
import multiprocessing
import os
import pathlib
import sys
import time
import warnings

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import constructs  # noqa: E402
import judge  # noqa: E402
import derived_programs  # noqa: E402
import shrink  # noqa: E402


def seeds_of(text):
    seeds = []
    for part in text.split(","):
        first, colon, last = part.partition(":")
        seeds.extend(range(int(first), int(last) if colon else int(first) + 1))
    return seeds


def ranges_of(seeds):
    """The same in words: "0 to 299 and 1000 to 1009"."""
    ranges = []
    for seed in seeds:
        if ranges and seed == ranges[-1][1] + 1:
            ranges[-1][1] = seed
        else:
            ranges.append([seed, seed])
    return " and ".join(f"{first} to {last}" for first, last in ranges)


def examine(the_judge, make, seed, count, small):
    """(lines of difference, program, small program or None, {construct: times})."""
    source = make(seed)
    reached = set() if count else None
    try:
        found = the_judge.differences(source, reached)
    except judge.ask.Refused as refused:
        found = [str(refused)]
    counted = collections.Counter()
    if count:
        counted.update(name for name, line in constructs.of(source) if line in reached)
    smallest = None
    if found and small:
        wanted, allowed = judge.signature(found), judge.mistakes(the_judge.ask_cpython(source))

        def still(text):
            try:
                return (judge.signature(the_judge.differences(text)) == wanted
                        and judge.mistakes(the_judge.last_answer) <= allowed)
            except judge.ask.Refused:
                return False
        smallest = shrink.shrink(source, still)
        found = the_judge.differences(smallest) or found
    return found, source, smallest, counted


_judge = None


def _work(job):
    warnings.simplefilter("ignore")    # of programs that are compiled while they are made smaller
    make, simul_run, seed, count, small = job
    global _judge
    if _judge is None:
        _judge = judge.Judge(simul_run)
    return seed, examine(_judge, make, seed, count, small)


def table(programs_with, counted):
    rows = [f"| {name} | {programs} | {counted[name]} |"
            for name, programs in sorted(programs_with.items(), key=lambda item: (-item[1], item[0]))]
    return "\n".join(["| reached | programs | sites |", "|---|---:|---:|", *rows])


RECORDED = "<!-- recorded -->"


def record(arguments, seeds, kinds, commits, reached):
    """What this run found, into the document, in place of the run before."""
    count, bad = len(seeds), kinds.total()
    differs = ", ".join(f"{n} in {kind}" for kind, n in kinds.most_common())
    asked = ", ".join(f"{n} of {commit}" for commit, n in commits.most_common() if commit)
    said = (f"{datetime.date.today()}: of the {count} programs of the seeds {ranges_of(sorted(seeds))}, {count - bad} agree and {bad} "
            "do not" + (f" ({differs})" if bad else "") + "." + (f" Asked was the simul-run of these commits: {asked}." if asked else ""))
    text = arguments.record.read_text(encoding="utf-8")
    head, mark, _ = text.partition(RECORDED)
    arguments.record.write_text(
        f"{head}{mark or RECORDED}\n\n## The run that is on record\n\n{said}\n\nA site is a place in a program; it counts when "
        f"CPython ran its line.\n\n{reached}\n", encoding="utf-8")


def logged(arguments):
    """{seed: outcome} of those in the log that need not be asked again."""
    if not arguments.log or not arguments.log.exists():
        return {}
    outcomes = {}
    for line in arguments.log.read_text(encoding="utf-8").splitlines():
        outcome = json.loads(line)
        outcomes[outcome["seed"]] = outcome
    return {seed: outcome for seed, outcome in outcomes.items() if not outcome["kind"] or outcome["commit"] == arguments.commit}


def run(make, arguments):
    """Prints differences and totals; 0 when everything agrees."""
    began = time.monotonic()
    seeds = seeds_of(arguments.seeds)
    known = logged(arguments)
    jobs = [(make, arguments.simul_run, seed, arguments.count_constructs, arguments.shrink) for seed in seeds if seed not in known]
    counted, programs_with, kinds, bad = collections.Counter(), collections.Counter(), collections.Counter(), 0
    commits, judged = collections.Counter(), []
    for seed in seeds:
        if seed in known:
            judged.append(seed)
            counted.update(known[seed]["reached"])
            programs_with.update(known[seed]["reached"].keys())
            commits[known[seed]["commit"]] += 1
            if known[seed]["kind"]:
                kinds[known[seed]["kind"]] += 1
    bad = kinds.total()
    with multiprocessing.Pool(max(1, arguments.jobs)) as pool:
        for seed, (found, source, smallest, reached) in pool.imap(_work, jobs, chunksize=1):
            if arguments.stop_after and time.monotonic() - began > arguments.stop_after:
                pool.terminate()
                break
            judged.append(seed)
            counted.update(reached)
            programs_with.update(reached.keys())
            commits[arguments.commit] += 1
            if arguments.log:
                outcome = {"seed": seed, "kind": judge.kind_of(found) if found else "", "commit": arguments.commit, "reached": reached}
                with arguments.log.open("a", encoding="utf-8") as log:
                    log.write(json.dumps(outcome) + "\n")
            if not found:
                continue
            bad += 1
            kinds[judge.kind_of(found)] += 1
            print(f"SEED {seed}: {judge.kind_of(found)}")
            if smallest is not None:
                print("".join(f"    | {line}\n" for line in smallest.splitlines()), end="")
            for line in found[:60]:
                print("    " + line)
            sys.stdout.flush()
            if arguments.keep:
                arguments.keep.mkdir(parents=True, exist_ok=True)
                (arguments.keep / f"seed_{seed}.py").write_text(source, encoding="utf-8")
                if smallest is not None:
                    (arguments.keep / f"seed_{seed}_small.py").write_text(smallest, encoding="utf-8")
        else:
            pool.close()
        pool.join()
    took_s = time.monotonic() - began
    if arguments.count_constructs:
        print(table(programs_with, counted))
    if arguments.record:
        record(arguments, judged, kinds, commits, table(programs_with, counted))
    if kinds:
        print("differences: " + ", ".join(f"{n} {kind}" for kind, n in kinds.most_common()))
    print(f"{len(judged)} programs in {took_s:.0f} s")
    print(f"{len(judged) - bad} passed, {bad} failed")
    return 1 if bad or not judged else 0


def main(make=derived_programs.make, what=__doc__):
    parser = argparse.ArgumentParser(description=what, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", default="0:300")
    parser.add_argument("--stop-after", type=float)
    parser.add_argument("--shrink", action="store_true")
    parser.add_argument("--count-constructs", action="store_true")
    parser.add_argument("--record", type=pathlib.Path)
    parser.add_argument("--log", type=pathlib.Path)
    parser.add_argument("--commit", default="")
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1))
    parser.add_argument("--show", type=int)
    parser.add_argument("--simul-run", type=pathlib.Path, default=judge.SIMUL_RUN)
    arguments = parser.parse_args()
    if arguments.show is not None:
        print(make(arguments.show), end="")
        return 0
    arguments.count_constructs |= arguments.record is not None or arguments.log is not None
    arguments.simul_run = arguments.simul_run.resolve()
    if not arguments.simul_run.exists():
        print(f"{arguments.simul_run} is not built: cmake --preset release && ninja -C build/release simul-run\n0 passed, 1 failed")
        return 1
    return run(make, arguments)


if __name__ == "__main__":
    sys.exit(main())
