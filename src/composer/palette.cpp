#include "composer/palette.hpp"

#include <iterator>

namespace simul::composer {
namespace {

constexpr PaletteEntry kEntries[] = {
    {PaletteKind::kSleep, "sleep", "sleep", "await asyncio.sleep(1.0)"},
    {PaletteKind::kPrint, "print", "print", "print(\"hello\")"},
    {PaletteKind::kCall, "call", "call a coroutine", "await worker(\"A\", 1.0)"},
    {PaletteKind::kTask, "task", "start a task", "task = asyncio.create_task(worker(\"A\", 1.0))"},
    {PaletteKind::kGather,
     "gather",
     "gather",
     "results = await asyncio.gather(\n    worker(\"A\", 1.0),\n    worker(\"B\", 2.0),\n)"},
    {PaletteKind::kGroup,
     "group",
     "task group",
     "async with asyncio.TaskGroup() as group:\n    group.create_task(worker(\"A\", 1.0))\n"
     "    group.create_task(worker(\"B\", 2.0))"},
    {PaletteKind::kTimeout,
     "timeout",
     "timeout",
     "async with asyncio.timeout(1.5):\n    ...",
     true},
    {PaletteKind::kLock, "lock", "lock", "async with lock:\n    ...", true},
    {PaletteKind::kQueuePut, "queue-put", "queue put", "await queue.put(\"item\")"},
    {PaletteKind::kQueueGet, "queue-get", "queue get", "item = await queue.get()"},
    {PaletteKind::kTry,
     "try",
     "try / except",
     "try:\n    ...\nexcept Exception as error:\n    print(\"failed:\", error)",
     true},
    {PaletteKind::kLoop, "loop", "loop", "for i in range(3):\n    ...", true},
    {PaletteKind::kBlocking, "blocking", "blocking work", "time.sleep(0.5)"},
    {PaletteKind::kCoroutine,
     "coroutine",
     "new coroutine",
     "async def worker(name):\n    print(name)\n    await asyncio.sleep(1.0)"},
};
static_assert(std::size(kEntries) == kPaletteKinds);

}  // namespace

std::span<const PaletteEntry> palette() {
  return kEntries;
}

const PaletteEntry& entry(PaletteKind kind) {
  return kEntries[static_cast<std::size_t>(kind)];
}

}  // namespace simul::composer
