#!/usr/bin/env python3
"""sync_fuzz.py --seeds FROM:TO: random programs without asyncio under CPython 3.13 and under simul-run must agree.

Compared are stdout, stderr with every traceback and its carets, the exit status and the uncaught exception. The options are
those of asyncio_fuzz.py.
"""
import pathlib
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import asyncio_fuzz  # noqa: E402
import sync_programs  # noqa: E402

if __name__ == "__main__":
    sys.exit(asyncio_fuzz.main(sync_programs.make, __doc__))
