"""tools/simul_trace.py under the CPython that judges: what it writes about a program, and that the program is not disturbed."""
import json
import pathlib
import re
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PYTHON = ROOT / ".toolchain/python.path"

PROGRAM = '''import asyncio, time
async def worker(name, delay):
    await asyncio.sleep(delay)
    print(name, "done")
async def bad():
    raise ValueError("no\\nway")
async def nested(n):
    await asyncio.sleep(0)
    if n: await nested(n - 1)
async def main():
    lock = asyncio.Lock()
    queue = asyncio.Queue()
    await asyncio.gather(worker("A", 0.02), worker("B", 0.01))
    await asyncio.gather(bad(), return_exceptions=True)
    waiting = asyncio.create_task(queue.get(), name="waiting")
    await asyncio.create_task(nested(2))
    time.sleep(0.01)
    waiting.cancel()
    try: await waiting
    except asyncio.CancelledError: pass
    return sum(range(10))
print(asyncio.run(main()))
'''
EVENT = re.compile(r'(\d+\.\d{9}) ([a-z_]+) (\d+)((?: [a-z]+=[\d.]+)*)(?: "(.*)")?$')


@unittest.skipUnless(PYTHON.exists(), "CPython 3.13 is not set up")
class SimulTrace(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        python = PYTHON.read_text().strip()
        with tempfile.TemporaryDirectory() as folder:
            program = pathlib.Path(folder, "program.py")
            program.write_text(PROGRAM)
            plain = subprocess.run([python, program], capture_output=True, text=True, timeout=60)
            cls.recorded = subprocess.run(
                [python, ROOT / "tools/simul_trace.py", program], capture_output=True, text=True, timeout=60)
            cls.plain = plain
            text = pathlib.Path(folder, "program.simul.txt").read_text()
        cls.head, *lines = text.splitlines()
        cls.events = []
        for line in lines:
            found = EVENT.match(line)
            assert found, line
            time, kind, subject, fields, words = found.groups()
            cls.events.append((float(time), kind, int(subject), dict(one.split("=") for one in fields.split()), words))

    def of_kind(self, kind):
        return [event for event in self.events if event[1] == kind]

    def test_the_program_prints_what_it_prints(self):
        self.assertEqual(self.recorded.stdout, self.plain.stdout)
        self.assertEqual((self.recorded.stderr, self.recorded.returncode), ("", 0))

    def test_the_first_line_says_who_and_what(self):
        head = json.loads(self.head.removeprefix("# simul recording "))
        self.assertEqual((head["simul"], head["file"], head["source"]), (1, "program.py", PROGRAM))
        self.assertRegex(head["by"], r"^CPython 3\.\d+\.\d+")

    def test_every_task_is_created_named_and_ended_once(self):
        labels = {event[4].replace("\\x1f", " ") for event in self.of_kind("task_labelled")}
        self.assertEqual(labels, {"main", "worker A", "worker B", "bad", "nested 2", "Queue.get"})
        created, done = ([event[2] for event in self.of_kind(kind)] for kind in ("task_created", "task_done"))
        self.assertEqual(sorted(created), sorted(done))
        self.assertEqual(len(set(created)), 6)

    def test_times_never_go_back_and_steps_never_overlap(self):
        times = [event[0] for event in self.events]
        self.assertEqual(times, sorted(times))
        running = None
        for _, kind, subject, fields, _ in self.events:
            if kind == "handle_began":
                self.assertIsNone(running)
                running = fields["object"]
            elif kind == "handle_ended":
                self.assertEqual(running, fields["object"])
                running = None
            elif kind in ("task_waits", "task_done"):
                self.assertEqual(str(subject), running)

    def test_waits_say_for_what_at_which_line(self):
        waits = {(event[4], event[3].get("line")) for event in self.of_kind("task_waits")}
        for wait in (("gather", "13"), ("sleep(0.02)", "3"), ("sleep(0.01)", "3")):
            self.assertIn(wait, waits)
        self.assertIn("Queue.get", {text for text, _ in waits})
        sleeps = [event for event in self.of_kind("task_waits") if event[4] == "sleep(0.02)"]
        self.assertAlmostEqual(float(sleeps[0][3]["due"]) - sleeps[0][0], 0.02, delta=0.01)

    def test_ends_say_how(self):
        ends = {(event[3].get("detail", "0"), event[4]) for event in self.of_kind("task_done")}
        self.assertIn(("1", "ValueError: no\\x0away"), ends)
        self.assertIn(("2", "CancelledError: "), ends)

    def test_a_blocking_call_is_told(self):
        self.assertEqual([event[4] for event in self.of_kind("blocking_began")], ["time.sleep(0.01)"])
        self.assertEqual(len(self.of_kind("blocking_ended")), 1)

    def test_a_sleep_has_its_timer_which_is_set_and_fires(self):
        armed = {event[2]: event[3]["object"] for event in self.of_kind("timer_armed")}
        self.assertEqual(armed, {event[2]: event[3]["object"] for event in self.of_kind("timer_fired")})
        self.assertEqual(len(armed), 2)
        sleeps = {event[3]["object"] for event in self.of_kind("task_waits") if (event[4] or "").startswith("sleep(0.0")}
        self.assertEqual(set(armed.values()), sleeps)

    def test_it_stays_a_small_file_to_copy(self):
        text = (ROOT / "tools/simul_trace.py").read_text()
        code = text[text.index('"""', 3) + 3 :].splitlines()
        self.assertLess(sum(1 for line in code if line.strip()), 150)


if __name__ == "__main__":
    unittest.main()
