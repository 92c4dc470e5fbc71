"""Random asyncio programs of the seeds from 300000 up: connections, several loops, one's own tasks, futures and queues, reports.

Each has one or two of the themes of network_programs.py and loop_programs.py, often one of further_programs.py, and what
asyncio_programs.py makes. They are here so that a seed below 300000 goes on to mean the program that it always meant.
"""
import further_programs
from loop_programs import LoopStatements
from network_programs import NetworkStatements

FIRST_SEED = 300_000
THEMES = {**NetworkStatements.NETWORK, **LoopStatements.LOOPS}


class LaterProgram(LoopStatements, NetworkStatements, further_programs.FurtherProgram):
    def __init__(self, seed):
        super().__init__(seed)
        self._modules = set()
        own = self.some(THEMES, 1, 2)
        if self.chance(0.25):
            own.append("connection")
        for theme in dict.fromkeys(own):
            for kind, weight in THEMES[theme].items():
                self._kinds[kind] = self._kinds.get(kind, 0) + weight
        self._themes += own

    def _choose_themes(self):
        return self.some(further_programs.THEMES, 0, 1)

    def make(self):
        self._prepare_network()
        return super().make()

    def _imports(self):
        return sorted({*super()._imports(), *self._modules})

    def _call_without_waiting(self):
        if {"connection", "protocol"} & set(self._themes) and self.chance(0.3):
            return self._network_call()
        return super()._call_without_waiting()

    def _awaitable(self):
        if "connection" in self._themes and self.chance(0.1):
            return self._connected()
        return super()._awaitable()


def make(seed):
    return LaterProgram(seed).make() if seed >= FIRST_SEED else further_programs.make(seed)


if __name__ == "__main__":
    import sys
    print(make(int(sys.argv[1])), end="")
