"""The loop's own; see asyncio. And what Runner.run() has for SIGINT, which signal makes when the program asks for it."""
import asyncio
from functools import partial
from types import MethodType


class Runner:
    def _on_sigint(self, signum, frame, main_task):
        if asyncio._interrupt() == 1 and not main_task.done():
            main_task.cancel()
            self.get_loop().call_soon_threadsafe(lambda: None)
            return
        raise KeyboardInterrupt()


def _handler(runner, task):
    return partial(MethodType(_on_sigint, runner), main_task=task)


_on_sigint = Runner._on_sigint
from asyncio import Runner, run

__all__ = ("Runner", "run")
