// Driving the loop for Program: one slice at a time, never waiting.
#include "vm/program_loop.hpp"

#include <algorithm>

#include "asyncio/event_loop.hpp"
#include "vm/asyncio_state.hpp"
#include "vm/cat.hpp"

namespace simul::vm {

namespace {

// A slice ends when the instructions are used up.
class InstructionBudget final : public asyncio::SliceBudget {
 public:
  explicit InstructionBudget(Vm& vm) : vm_(vm) {}
  // A callback that runs no Python code must not be free: a slice of them would never end.
  bool spent() override { return --vm_.budget <= 0; }

 private:
  Vm& vm_;
};

}  // namespace

void attach_asyncio(Vm& vm, asyncio::Clock& clock, asyncio::Instrument* instrument) {
  vm.extension(ExtensionId::kAsyncio) = std::make_unique<AsyncioState>(vm, clock, instrument);
}

bool loop_is_driven(Vm& vm) {
  return vm.extension(ExtensionId::kAsyncio) != nullptr && AsyncioState::of(vm).driven != nullptr;
}

Progress drive_loop(Vm& vm, Fiber& main) {
  AsyncioState& state = AsyncioState::of(vm);
  InstructionBudget budget(vm);
  const asyncio::SliceResult slice = state.driven->core->run_slice(&budget);
  Progress progress;
  switch (slice.end) {
    case asyncio::SliceEnd::kSpent:
    case asyncio::SliceEnd::kPreempted: break;
    case asyncio::SliceEnd::kIdle:
      if (!slice.has_due) {
        progress.kind = Progress::Kind::kDeadlock;
        progress.waiting = waiting_tasks(vm);
        break;
      }
      progress.kind = Progress::Kind::kWaiting;
      progress.due_ns = slice.due_ns;
      progress.generation = slice.generation;
      break;
    case asyncio::SliceEnd::kBlocked:
      progress.kind = Progress::Kind::kBlocked;
      progress.due_ns = slice.due_ns;
      progress.generation = slice.generation;
      break;
    case asyncio::SliceEnd::kStopped:
    case asyncio::SliceEnd::kRaised:
      state.driven = nullptr;
      vm.unpark(main, Value::none());
      break;
  }
  return progress;
}

std::vector<std::string> waiting_tasks(Vm& vm) {
  AsyncioState& state = AsyncioState::of(vm);
  std::vector<std::pair<std::string, std::string>> named;
  for (const AsyncioState::Loop& loop : state.loops) {
    for (const asyncio::Ref<asyncio::TaskBase>& task : loop.core->all_tasks()) {
      auto& python = static_cast<PyTask&>(*task);
      std::string text = cat(python.name(), " ", coroutine_name(vm, python.coroutine()));
      if (const std::uint32_t line = coroutine_line(python.coroutine(), true); line != 0)
        text += cat(" at line ", line);
      named.emplace_back(python.name(), std::move(text));
    }
  }
  std::sort(
      named.begin(), named.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> texts;
  for (auto& [name, text] : named) texts.push_back(std::move(text));
  if (texts.empty()) texts.emplace_back("main thread");
  return texts;
}

}  // namespace simul::vm
