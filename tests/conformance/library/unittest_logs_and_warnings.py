"""unittest: assertLogs, assertNoLogs, assertWarns and assertWarnsRegex, in a case of each kind."""
import asyncio
import io
import logging
import sys
import unittest
import warnings


class Plain(unittest.TestCase):
    def test_logs(self):
        with self.assertLogs() as seen:
            logging.getLogger("a.b").warning("first %s", 1)
            logging.info("second")
        print(seen.output, [record.getMessage() for record in seen.records])
        with self.assertLogs("a", level="ERROR") as seen:
            logging.getLogger("a.b").warning("too low")
            logging.getLogger("a.b").error("high")
        print(seen.output)

    def test_logs_none(self):
        with self.assertLogs("a", logging.ERROR):
            logging.getLogger("a").warning("too low")

    def test_no_logs(self):
        with self.assertNoLogs("a", level="ERROR"):
            logging.getLogger("a").info("low")
        with self.assertNoLogs():
            logging.getLogger("a").error("high")

    def test_warns(self):
        with self.assertWarns(DeprecationWarning) as seen:
            warnings.warn("old thing", DeprecationWarning)
        print(seen.warning, seen.filename == __file__, seen.lineno > 0, seen.warnings[0].category)
        with self.assertWarns((UserWarning, RuntimeWarning)):
            warnings.warn("other", RuntimeWarning)
        with self.assertWarns(UserWarning, msg="nothing of the kind"):
            pass

    def test_warns_regex(self):
        with self.assertWarnsRegex(UserWarning, r"\d thing"):
            warnings.warn("5 things")
        self.assertWarnsRegex(UserWarning, "never", warnings.warn, "5 things")

    def test_odd(self):
        with self.assertRaises(ValueError, msg="kept") as seen:
            int("x")
        print(seen.exception, seen.expected)
        with self.assertRaises(TypeError) as seen:
            with self.assertRaises(ValueError, argument=1):
                pass
        print(seen.exception)
        with self.assertRaisesRegex(KeyError, "a"):
            {}["b"]


class Async(unittest.IsolatedAsyncioTestCase):
    @classmethod
    def setUpClass(cls):
        print("setUpClass")
        cls.addClassCleanup(print, "class cleanup")

    def setUp(self):
        print("setUp")

    async def asyncSetUp(self):
        print("asyncSetUp", asyncio.get_running_loop().is_running())
        self.addAsyncCleanup(self.later, "async cleanup")
        self.addCleanup(print, "cleanup")
        print(await self.enterAsyncContext(Managed()))

    async def later(self, words):
        await asyncio.sleep(0.1)
        print(words)

    async def asyncTearDown(self):
        print("asyncTearDown")

    def tearDown(self):
        print("tearDown")

    async def test_logs(self):
        with self.assertLogs("a") as seen:
            await asyncio.gather(self.log(1), self.log(2))
        print(seen.output, self.loop_factory)
        with self.assertNoLogs():
            await asyncio.sleep(1)

    async def log(self, n):
        await asyncio.sleep(1 / n)
        logging.getLogger("a").info("%d", n)

    async def test_timeout(self):
        with self.assertRaises(TimeoutError):
            async with asyncio.timeout(1):
                await asyncio.sleep(2)
        for n in range(2):
            with self.subTest(n=n):
                await asyncio.sleep(0)
                self.assertFalse(n)

    async def test_returns(self):
        self.assertWarns(UserWarning, warnings.warn, "x")
        return 5

    def test_plain(self):
        print("no coroutine")


class Managed:
    async def __aenter__(self):
        return "entered"

    async def __aexit__(self, *error):
        print("left", error)


runner = unittest.TextTestRunner(io.StringIO(), verbosity=2, warnings="ignore")
for kind in (Plain, Async):
    result = runner.run(unittest.defaultTestLoader.loadTestsFromTestCase(kind))
    print(result)
    for test, text in result.failures + result.errors:
        print(test, "|", text.splitlines()[-1])
