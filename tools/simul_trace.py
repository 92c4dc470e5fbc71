"""Records what asyncio does in a real program, for Simul to show. CPython 3.12 or newer; one file, nothing to install.

    python simul_trace.py PROGRAM.py [ARGUMENT ...]     writes PROGRAM.simul.txt
    with simul_trace.record("run.simul.txt"): asyncio.run(main())

Simul opens the file (Export, Open a recording). It holds the program's text and what it printed; nothing is sent anywhere.
Watched are asyncio's own functions and the coroutines of tasks (sys.monitoring): the rest runs at full speed.
"""
import asyncio, contextlib, functools, itertools, json, os, platform, re, runpy, sys, time  # noqa: E401

MON, E = sys.monitoring, sys.monitoring.events  # of 3.12
LIBRARY, MOST = os.path.dirname(asyncio.__file__), 1_000_000  # events
SLEEP, TASK, FUTURE, GATHER = 1, 2, 3, 4  # the kinds of waits as Simul counts them; and inside asyncio by function:
WAITS = {"Lock.acquire": 6, "Event.wait": 7, "Condition.wait": 8, "Semaphore.acquire": 9, "Barrier.wait": 10,
         "Queue.get": 11, "Queue.put": 12, "Queue.join": 13, "_wait": 14, "TaskGroup.__aexit__": 15}


class Recorder:
    def __init__(self):
        self.events, self.tasks, self.queued, self.pending, self.codes, self.timers = [], {}, {}, [], set(), {}
        self.new_id, self.turns = itertools.count(2).__next__, itertools.count(1).__next__
        self.running, self.top, self.start = None, None, time.monotonic_ns()

    def put(self, kind, subject, text=None, **fields):
        event = [time.monotonic_ns(), kind, subject, {**fields, "text": text}]
        if len(self.events) < MOST:
            self.events.append(event)
        return event

    def id_of(self, task):
        return self.tasks[task][0] if task in self.tasks else 0

    def created(self, task):
        coro = task.get_coro() if isinstance(task, asyncio.Task) else None
        if task in self.tasks or not hasattr(coro, "cr_code") or coro.cr_code.co_qualname.startswith("BaseEventLoop."):
            return  # the last: what asyncio.run() does after the program
        frame = sys._getframe(2)
        while frame is not None and frame.f_code.co_filename.startswith(LIBRARY):
            frame = frame.f_back
        number, code = self.new_id(), coro.cr_code
        self.tasks[task] = (number, coro)  # alive as long as the recording: an id means one task
        self.put("task_created", number, task.get_name(), object=self.id_of(self.running), line=frame.f_lineno if frame else 0)
        given = list(coro.cr_frame.f_locals.values())[:1] if coro.cr_frame and code.co_argcount else []
        first = f"\x1f{given[0]}" if given and isinstance(given[0], (str, int, float)) else ""
        self.put("task_labelled", number, code.co_qualname + first)
        if code not in self.codes:
            self.codes.add(code)
            MON.set_local_events(self.tool, code, E.PY_START | E.PY_RESUME | E.PY_YIELD | E.PY_RETURN)
        self.queue(task, 0)  # call_soon came before the task was known

    def queue(self, task, detail):
        if task in self.timers:
            timer = self.timers.pop(task)
            over = time.monotonic_ns() >= timer[3]["due"]
            self.put("timer_fired" if over else "timer_cancelled", timer[2], object=timer[3]["object"], due=timer[3]["due"])
        self.queued[task] = handle = self.new_id()
        self.put("handle_queued", handle, object=self.id_of(task), cause=self.id_of(self.running), detail=detail)

    def entered(self, code, offset, *_):
        if code is self.once:
            self.fill()
            self.put("turn_began", self.turns(), object=1)
        elif self.running is None and code in self.codes and (task := asyncio.current_task()) in self.tasks:
            self.fill()
            task in self.queued or self.queue(task, 0)
            self.running, self.top, self.handle = task, sys._getframe(1), self.queued.pop(task)
            self.put("handle_began", self.handle, object=self.id_of(task))

    def left(self, kind, code, offset, value):
        task, top = self.running, sys._getframe(1) is self.top
        if code is self.create:
            self.created(value)
        elif code is self.soon and (owner := getattr(value._callback, "__self__", None)) in self.tasks:
            self.queue(owner, 1)
        elif top:  # and not another call of the same coroutine function, inside the step
            timer = self.put(None, 0) if kind == "waits" else None
            fields = self.put("task_waits" if kind == "waits" else "task_done", self.id_of(task))[3]
            if kind == "waits":
                self.pending.append((fields, timer, task, value))
            elif kind == "raised":
                fields.update(detail=2 if isinstance(value, asyncio.CancelledError) else 1, text=f"{type(value).__name__}: {value}")
            self.put("handle_ended", self.handle, object=self.id_of(task))
            self.running = self.top = None

    def fill(self):  # what a task waits for can be read once it stands still
        for fields, timer, task, future in self.pending:
            chain = [self.tasks[task][1]]
            while hasattr(inner := chain[-1].cr_await, "cr_code"):
                chain.append(inner)
            own = [one for one in chain if one.cr_frame and not one.cr_code.co_filename.startswith(LIBRARY)]
            fields["line"] = own[-1].cr_frame.f_lineno if own else 0
            local = chain[-1].cr_frame.f_locals if chain[-1].cr_frame else {}
            names = [one.cr_code.co_qualname for one in chain[::-1] if one.cr_code.co_qualname in WAITS]
            if future is not None:
                fields["object"] = self.id_of(future) or self.new_id()
            if chain[-1].cr_code is asyncio.sleep.__code__ and "h" in local:
                fields.update(detail=SLEEP, due=int(local["h"].when() * 1e9), text=f"sleep({local['delay']})")
                timer[1:3] = "timer_armed", self.new_id()
                timer[3].update({key: fields[key] for key in ("object", "line", "due")})
                self.timers[task] = timer
            elif future in self.tasks:
                fields.update(detail=TASK, text=future.get_name())
            elif future is not None:
                gathers = type(future).__name__ == "_GatheringFuture"
                fields.update(detail=GATHER if gathers else WAITS[names[0]] if names else FUTURE)
                fields.update(text="gather" if gathers else names[0] if names else "a future")
        self.pending.clear()

    def write(self, out, source, name):
        self.fill()
        by = f"{platform.python_implementation()} {platform.python_version()}"
        out.write(f"# simul recording {json.dumps({'simul': 1, 'by': by, 'file': name, 'source': source})}\n")
        stamp = lambda ns: f"{max(0, ns - self.start) // 10**9}.{max(0, ns - self.start) % 10**9:09d}"  # noqa: E731
        for at, kind, subject, fields in (event for event in self.events if event[1] is not None):
            text = fields.pop("text")
            words = [f"{key}={stamp(value) if key == 'due' else value}" for key, value in fields.items() if value]
            if text is not None:
                text = re.sub(r'["\\]|[\0-\x1f]', lambda found: f"\\x{ord(found[0]):02x}", text[:2000])
                words.append(f'"{text}"'.encode("utf-8", "replace").decode())
            out.write(" ".join([stamp(at), kind, str(subject), *words]) + "\n")

    def begin(self):
        loop = asyncio.BaseEventLoop
        self.tool = next(n for n in (MON.PROFILER_ID, 3, 4) if MON.get_tool(n) is None)
        MON.use_tool_id(self.tool, "simul_trace")
        self.once, self.create, self.soon = (one.__code__ for one in (loop._run_once, loop.create_task, loop.call_soon))
        for event in (E.PY_START, E.PY_RESUME, E.PY_THROW):
            MON.register_callback(self.tool, event, self.entered)
        for event, kind in ((E.PY_YIELD, "waits"), (E.PY_RETURN, "returned"), (E.PY_UNWIND, "raised")):
            MON.register_callback(self.tool, event, functools.partial(self.left, kind))
        for code, event in ((self.once, E.PY_START), (self.create, E.PY_RETURN), (self.soon, E.PY_RETURN)):
            MON.set_local_events(self.tool, code, event)
        MON.set_events(self.tool, E.PY_THROW | E.PY_UNWIND)  # exceptions only
        self.put("loop_started", 1)
        for number, stream in ((1, sys.stdout), (2, sys.stderr)):
            stream.write = self.telling(stream.write, "output", lambda text, n=number: (text, {"detail": n}))
        blocks = lambda s: (f"time.sleep({s})", {"due": time.monotonic_ns() + int(s * 1e9)})  # noqa: E731
        self.sleep, time.sleep = time.sleep, self.telling(time.sleep, "blocking_began", blocks, "blocking_ended")

    def telling(self, call, kind, what, after=None):
        def told(value):
            (text, fields), task = what(value), self.id_of(self.running)
            self.put(kind, task, text, line=sys._getframe(1).f_lineno, **fields)
            result = call(value)
            after and self.put(after, task)
            return result

        return told

    def end(self):
        del sys.stdout.write, sys.stderr.write
        time.sleep = self.sleep
        MON.free_tool_id(self.tool)
        self.put("loop_stopped", 1)


@contextlib.contextmanager
def record(path, source=None, name="main.py"):
    if source is None and (main := getattr(sys.modules["__main__"], "__file__", None)):
        source, name = open(main, encoding="utf-8").read(), os.path.basename(main)
    recorder = Recorder()
    recorder.begin()
    try:
        yield recorder
    finally:
        recorder.end()
        with open(path, "w", encoding="utf-8") as out:
            recorder.write(out, source or "", name)


if __name__ == "__main__":
    sys.argv = sys.argv[1:] or sys.exit(__doc__)
    sys.path[0] = os.path.dirname(os.path.abspath(sys.argv[0]))
    text = open(sys.argv[0], encoding="utf-8").read()
    with record(os.path.splitext(sys.argv[0])[0] + ".simul.txt", text, os.path.basename(sys.argv[0])):
        runpy.run_path(sys.argv[0], run_name="__main__")
