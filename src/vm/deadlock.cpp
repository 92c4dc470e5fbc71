#include "vm/deadlock.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "vm/asyncio_sync.hpp"
#include "vm/cat.hpp"
#include "vm/generator.hpp"
#include "vm/internals.hpp"

namespace simul::vm {

namespace {

using asyncio::FutureBase;
using asyncio::TaskBase;

// Beyond so many nobody reads on, and looking for references would take long.
constexpr std::size_t kMostSentences = 20;
constexpr std::size_t kMostSearched = 200;
// Of a hundred thousand that wait, cycles are looked for among the oldest.
constexpr std::size_t kMostExplained = 1000;
constexpr std::size_t kMostVisited = 100'000;

struct Waiting {
  PyTask* task;
  std::vector<Frame*> frames;   // of the program, the coroutine's own first
  std::string what;             // "lock `a` held by Task-3"
  std::vector<std::size_t> on;  // tasks that would have to go on first
};

// ---- frames and names

std::vector<Frame*> frames_of(Vm& vm, const Value& coroutine) {
  const Types& types = vm.types();
  std::vector<Frame*> frames;
  Value current = coroutine;
  while (current.is_object()) {
    if (vm.is_exactly(current, types.coroutine_wrapper)) {
      current = current.as<CoroutineWrapper>()->coroutine;
      continue;
    }
    if (vm.is_exactly(current, types.async_generator_asend) ||
        vm.is_exactly(current, types.async_generator_athrow)) {
      current = current.as<AsyncGeneratorStep>()->generator;
      continue;
    }
    if (!vm.is_exactly(current, types.coroutine) && !vm.is_exactly(current, types.generator) &&
        !vm.is_exactly(current, types.async_generator))
      break;
    auto* generator = current.as<GeneratorObject>();
    if (generator->body == nullptr) break;
    Frame* frame = generator->frame();
    if (frame == nullptr) {
      current = static_cast<NativeFrame*>(generator->body)->delegate;
      continue;
    }
    if (frame->code->kind == FrameKind::kProgram) frames.push_back(frame);
    // Suspended in an await: what is awaited lies on top of the stack.
    if (generator->state != GeneratorObject::State::kSuspended || frame->sp <= frame->stack_base())
      break;
    current = frame->sp[-1];
  }
  return frames;
}

// "name", "name.attribute" or "name[key]" where `value`, called `name`, is or has the object.
std::string path_to(Vm& vm, const Value& value, std::string_view name, const Object* object) {
  if (!value.is_object()) return {};
  if (value.object() == object) return std::string(name);
  if (DictObject* attributes = vm.instance_dict(value, false); attributes != nullptr) {
    if (!vm.is_exactly(value, vm.types().module))
      for (const Table::Entry& entry : attributes->table.entries())
        if (entry.key && entry.value.is_object() && entry.value.object() == object &&
            vm.is_str(entry.key))
          return cat(name, ".", vm.text(entry.key));
  }
  if (vm.is_kind_of(value, vm.types().dict)) {
    for (const Table::Entry& entry : value.as<DictObject>()->table.entries()) {
      if (!entry.key || !entry.value.is_object() || entry.value.object() != object) continue;
      if (vm.is_str(entry.key)) return cat(name, "['", vm.text(entry.key), "']");
      if (entry.key.is_small()) return cat(name, "[", entry.key.as_small(), "]");
    }
  }
  const auto in_sequence = [&](const Value* begin, const Value* end) {
    for (const Value* each = begin; each != end; ++each)
      if (each->is_object() && each->object() == object) return cat(name, "[", each - begin, "]");
    return std::string();
  };
  if (vm.is_kind_of(value, vm.types().list)) {
    const auto& items = value.as<ListObject>()->items;
    return in_sequence(items.data(), items.data() + items.size());
  }
  if (vm.is_kind_of(value, vm.types().tuple)) {
    const auto* items = value.as<TupleObject>();
    return in_sequence(items->begin(), items->end());
  }
  return {};
}

std::string name_in_frame(Vm& vm, Frame& frame, const Object* object) {
  const std::size_t count =
      std::min<std::size_t>(frame.code->local_count, frame.code->local_names.size());
  std::string found;
  for (std::size_t index = 0; index < count; ++index) {
    Value value = frame.slots()[index];
    if (vm.is_exactly(value, vm.types().cell)) value = value.as<CellObject>()->content;
    std::string path = path_to(vm, value, frame.code->local_names[index]->text(), object);
    if (!path.empty() && (found.empty() || path.size() < found.size())) found = std::move(path);
  }
  return found;
}

std::string name_in_module(Vm& vm, const Object* object) {
  const Value* module = vm.modules().get(vm.name("__main__"));
  if (module == nullptr) return {};
  DictObject* globals = vm.instance_dict(*module, false);
  if (globals == nullptr) return {};
  for (const Table::Entry& entry : globals->table.entries()) {
    if (!entry.key || !vm.is_str(entry.key)) continue;
    std::string path = path_to(vm, entry.value, vm.text(entry.key), object);
    if (!path.empty()) return path;
  }
  return {};
}

// ---- references

class Reach final : public Visitor {
 public:
  explicit Reach(const std::unordered_set<const Object*>& walls) : seen_(walls) {}
  // Is one of the objects within reach of this one?
  bool finds(Object* from, const Object* wanted) {
    visit_object(from);
    while (!todo_.empty() && seen_.count(wanted) == 0 && seen_.size() < kMostVisited) {
      Object* next = todo_.back();
      todo_.pop_back();
      follow(next);
    }
    return seen_.count(wanted) != 0;
  }

 private:
  void visit_reference(Object* object) override {
    if (seen_.insert(object).second) todo_.push_back(object);
  }
  void follow(Object* object) {
    Vm& vm = *object->type->vm;
    const Types& types = vm.types();
    if (object->type->is_subtype_of(types.type) || object->type == types.module) return;
    if (object->type == types.coroutine) {
      // A native's parameters lie in its C++ frame.
      const auto* generator = static_cast<GeneratorObject*>(object);
      if (generator->body != nullptr && generator->frame() == nullptr) {
        const auto* native = static_cast<NativeFrame*>(generator->body);
        visit(native->delegate);
        if (native->args != nullptr)
          for (const Value& each : native->args->values) visit(each);
      }
    }
    if (object->type->slots.traverse != nullptr) object->type->slots.traverse(object, *this);
    if (object->type->has(kUserClass)) {
      const Value self = Value::share(object);
      visit_object(vm.instance_dict(self, false));
    }
  }

  std::unordered_set<const Object*> seen_;
  std::vector<Object*> todo_;
};

// ---- the report

class Report {
 public:
  explicit Report(Vm& vm) : vm_(vm), state_(AsyncioState::of(vm)) {
    for (const AsyncioState::Loop& loop : state_.loops) {
      for (const asyncio::Ref<TaskBase>& task : loop.core->all_tasks()) {
        if (task->waits_for() == nullptr) continue;  // its loop does not run
        auto& python = static_cast<PyTask&>(*task);
        index_[task->id()] = waiting_.size();
        waiting_.push_back({&python, frames_of(vm, python.coroutine()), {}, {}});
      }
    }
    Container* const end = vm.heap().containers();
    for (Container* each = end->gc_next; each != end; each = each->gc_next) {
      if (each->type == vm.types().module)
        walls_.insert(vm.instance_dict(Value::share(each), false));
      else
        note(each);
    }
    for (Waiting& each : waiting_) note_callbacks(*each.task);
    for (std::size_t index = 0; index < std::min(waiting_.size(), kMostExplained); ++index)
      explain(waiting_[index]);
  }

  std::vector<Standstill> sentences() {
    std::vector<Standstill> lines = cycles();
    std::size_t left = 0;
    for (std::size_t index = 0; index < waiting_.size(); ++index) {
      if (in_cycle_.count(index) != 0) continue;
      if (lines.size() >= kMostSentences) {
        ++left;
        continue;
      }
      lines.push_back({cat(name(index), " ", phrase(index), "."), line(index), false});
    }
    if (left > 0)
      lines.push_back({cat(left, " more task", left == 1 ? " waits." : "s wait."), 0, false});
    return lines;
  }

 private:
  std::string name(std::size_t index) const { return waiting_[index].task->name(); }
  std::uint32_t line(std::size_t index) const {
    const std::vector<Frame*>& frames = waiting_[index].frames;
    return frames.empty() ? 0 : frames.back()->line();
  }
  std::string phrase(std::size_t index) const {
    const std::uint32_t at = line(index);
    return cat(
        "waits ", at != 0 ? cat("at line ", at, " ") : std::string(), "for ", waiting_[index].what);
  }

  // Remembers what somebody may wait for.
  void note(Container* object) {
    const auto* slots = &object->type->slots;
    if (slots->destroy == destroy_as<LockObject>)
      locks_.push_back(static_cast<LockObject*>(object));
    else if (slots->destroy == destroy_as<QueueObject>)
      queues_.push_back(static_cast<QueueObject*>(object));
    else if (object->type->is_subtype_of(state_.future_type)) {
      const auto* future = static_cast<FutureObject*>(object);
      if (future->core && !future->core->is_task() && !future->core->done())
        note_callbacks(*future->core);
    }
  }
  void note_callbacks(FutureBase& future) {
    for (const asyncio::DoneCallback* callback : future.callbacks()) {
      if (callback == nullptr || callback->completes() == nullptr) continue;
      std::vector<FutureBase*>& parts = parts_[callback->completes()];
      if (parts.empty() || parts.back() != &future) parts.push_back(&future);
    }
  }

  std::string named(const char* kind, const Waiting& who, const Object* object) {
    std::string path;
    for (auto frame = who.frames.rbegin(); frame != who.frames.rend() && path.empty(); ++frame)
      path = name_in_frame(vm_, **frame, object);
    if (path.empty()) path = name_in_module(vm_, object);
    if (!path.empty()) return cat(kind, " `", path, "`");
    return cat(std::string_view("aeiou").find(kind[0]) == std::string_view::npos ? "a " : "an ",
               kind);
  }

  std::string list(const std::vector<std::size_t>& tasks, const char* last) const {
    constexpr std::size_t kShown = 4;
    std::string text;
    const std::size_t shown = tasks.size() > kShown ? kShown - 1 : tasks.size();
    for (std::size_t at = 0; at < shown; ++at) {
      if (at > 0) text += at + 1 == tasks.size() ? cat(" ", last, " ") : std::string(", ");
      text += name(tasks[at]);
    }
    if (shown < tasks.size()) text += cat(" ", last, " ", tasks.size() - shown, " more");
    return text;
  }

  // The other tasks whose frames lead to the object, without those that wait for it as well.
  std::vector<std::size_t> who_reaches(const Waiting& who, const Object* object, bool* searched) {
    std::vector<std::size_t> found;
    *searched = waiting_.size() <= kMostSearched;
    if (!*searched) return found;
    for (std::size_t index = 0; index < waiting_.size(); ++index) {
      const Waiting& other = waiting_[index];
      if (other.task == who.task || waits_alike(*other.task, *who.task, object)) continue;
      const Value coroutine = other.task->coroutine();
      if (coroutine.is_object() && Reach(walls_).finds(coroutine.object(), object))
        found.push_back(index);
    }
    return found;
  }

  bool waits_alike(const PyTask& a, const PyTask& b, const Object* object) const {
    return a.waits_for()->wait_kind() == b.waits_for()->wait_kind() && waited_object(a) == object;
  }
  // What a task waits for, as an object of the program; null: another task, or nothing known.
  const Object* waited_object(const PyTask& task) const {
    const FutureBase& future = *task.waits_for();
    if (const LockObject* lock = lock_of(future)) return lock;
    if (const QueueObject* queue = queue_of(future)) return queue;
    return static_cast<const FutureObject*>(future.view());
  }

  const LockObject* lock_of(const FutureBase& future) const {
    for (const LockObject* lock : locks_)
      if (waits_in(state_, *lock, future)) return lock;
    return nullptr;
  }
  const QueueObject* queue_of(const FutureBase& future) const {
    for (const QueueObject* queue : queues_)
      if (queue->getters.has(future) || queue->putters.has(future) ||
          (queue->finished && queue->finished->has(future)))
        return queue;
    return nullptr;
  }

  void explain(Waiting& who) {
    FutureBase& future = *who.task->waits_for();
    if (future.is_task()) {
      const auto found = index_.find(future.id());
      who.what = static_cast<TaskBase&>(future).name();
      if (found != index_.end()) who.on.push_back(found->second);
      return;
    }
    if (const auto parts = parts_.find(&future); parts != parts_.end()) {
      explain_parts(who, future, parts->second);
      return;
    }
    if (const LockObject* lock = lock_of(future)) {
      const bool semaphore = future.wait_kind() == asyncio::WaitKind::kSemaphore;
      if (semaphore || future.wait_kind() == asyncio::WaitKind::kLock)
        explain_holders(who, *lock, semaphore ? "semaphore" : "lock");
      else if (future.wait_kind() == asyncio::WaitKind::kEvent)
        explain_references(who, lock, "event", "that", "set");
      else
        explain_references(who, lock, "condition", "that", "notify");
      return;
    }
    if (const QueueObject* queue = queue_of(future)) {
      if (queue->getters.has(future)) {
        explain_references(who, queue, "queue", "into which", "put");
        who.what = "an item of " + who.what;
      } else if (queue->putters.has(future)) {
        explain_references(who, queue, "queue", "from which", "get");
        who.what = "a free place in " + who.what;
      } else {
        explain_references(who, queue, "queue", "of which", "call task_done()");
        who.what = cat(queue->unfinished,
                       queue->unfinished == 1 ? " unfinished item of " : " unfinished items of ",
                       who.what);
      }
      return;
    }
    const auto* view = static_cast<const FutureObject*>(future.view());
    if (view != nullptr)
      explain_references(who, view, "future", "that", "complete");
    else
      who.what = "a future that nobody has";
  }

  void explain_parts(Waiting& who,
                     const FutureBase& future,
                     const std::vector<FutureBase*>& parts) {
    std::size_t others = 0;
    for (FutureBase* part : parts) {
      const auto found = index_.find(part->id());
      if (part->is_task() && found != index_.end())
        who.on.push_back(found->second);
      else
        ++others;
    }
    switch (future.wait_kind()) {
      case asyncio::WaitKind::kGather: who.what = "a gather of "; break;
      case asyncio::WaitKind::kShield: who.what = "a shield around "; break;
      case asyncio::WaitKind::kGroup: who.what = "its TaskGroup with "; break;
      case asyncio::WaitKind::kWait: who.what = "asyncio.wait() of "; break;
      case asyncio::WaitKind::kQueueGet: who.what = "as_completed() of "; break;
      default: who.what = "the end of "; break;
    }
    who.what += list(who.on, "and");
    if (others > 0)
      who.what += cat(who.on.empty() ? "" : " and ", others, others == 1 ? " future" : " futures");
  }

  void explain_holders(Waiting& who, const LockObject& lock, const char* kind) {
    if (lock.holders.empty()) return explain_references(who, &lock, kind, "that", "release");
    who.what = named(kind, who, &lock);
    bool itself = false;
    bool ended = false;
    std::vector<std::size_t> others;
    for (const asyncio::Id holder : lock.holders) {
      const auto found = index_.find(holder);
      if (found == index_.end()) {
        ended = true;
        continue;
      }
      itself = itself || waiting_[found->second].task == who.task;
      if (std::find(who.on.begin(), who.on.end(), found->second) != who.on.end()) continue;
      who.on.push_back(found->second);
      if (waiting_[found->second].task != who.task) others.push_back(found->second);
    }
    if (itself && others.empty())
      who.what += " that it holds itself";
    else if (!others.empty())
      who.what += cat(" held by ", list(others, "and"), itself ? " and by itself" : "");
    else if (ended)
      who.what += " that was never released: the task that took it has ended";
  }

  void explain_references(Waiting& who,
                          const Object* object,
                          const char* kind,
                          const char* relative,
                          const char* verb) {
    who.what = named(kind, who, object);
    if (!name_in_module(vm_, object).empty()) {
      who.what += cat(" ", relative, " any task could ", verb, ", and all of them wait");
      return;
    }
    bool searched = false;
    const std::vector<std::size_t> others = who_reaches(who, object, &searched);
    if (!searched) return;
    if (others.empty()) {
      who.what += cat(" ", relative, " nobody can ", verb, ": no other task has a reference to it");
    } else if (others.size() == 1) {
      who.what += cat(" ", relative, " only ", name(others[0]), " could ", verb);
      who.on.push_back(others[0]);
    } else {
      who.what += cat(" ", relative, " only ", list(others, "or"), " could ", verb);
    }
  }

  // Every cycle once, found from its oldest task.
  std::vector<Standstill> cycles() {
    std::vector<Standstill> found;
    enum : std::uint8_t { kNew, kOnPath, kDone };
    std::vector<std::uint8_t> colour(waiting_.size(), kNew);
    struct Step {
      std::size_t task;
      std::size_t next = 0;
    };
    for (std::size_t root = 0; root < waiting_.size(); ++root) {
      if (colour[root] != kNew) continue;
      std::vector<Step> path{{root}};
      colour[root] = kOnPath;
      while (!path.empty()) {
        Step& step = path.back();
        if (step.next == waiting_[step.task].on.size()) {
          colour[step.task] = kDone;
          path.pop_back();
          continue;
        }
        const std::size_t to = waiting_[step.task].on[step.next++];
        if (colour[to] == kNew) {
          colour[to] = kOnPath;
          path.push_back({to});
        } else if (colour[to] == kOnPath) {
          std::vector<std::size_t> cycle;
          for (auto each = path.rbegin(); each != path.rend(); ++each) {
            cycle.insert(cycle.begin(), each->task);
            if (each->task == to) break;
          }
          std::rotate(cycle.begin(), std::min_element(cycle.begin(), cycle.end()), cycle.end());
          found.push_back(cycle_sentence(cycle));
        }
      }
    }
    return found;
  }

  Standstill cycle_sentence(const std::vector<std::size_t>& cycle) {
    for (const std::size_t each : cycle) in_cycle_.insert(each);
    std::string text = name(cycle[0]) + " " + phrase(cycle[0]);
    for (std::size_t at = 1; at < cycle.size(); ++at) {
      // "held by B, which waits ...": else the name is said again.
      const std::string& before = waiting_[cycle[at - 1]].what;
      const bool alone = waiting_[cycle[at - 1]].on.size() == 1;
      text += alone && before.ends_with(name(cycle[at])) ? std::string(", which ")
                                                         : cat("; ", name(cycle[at]), " ");
      text += phrase(cycle[at]);
    }
    return {"Cycle: " + text + ".", line(cycle[0]), true};
  }

  Vm& vm_;
  AsyncioState& state_;
  std::vector<Waiting> waiting_;
  std::unordered_map<asyncio::Id, std::size_t> index_;
  std::unordered_map<const FutureBase*, std::vector<FutureBase*>> parts_;  // of a gather: children
  std::vector<const LockObject*> locks_;
  std::vector<const QueueObject*> queues_;
  std::unordered_set<const Object*> walls_;  // modules' names: everybody reaches them
  std::unordered_set<std::size_t> in_cycle_;
};

}  // namespace

std::vector<Standstill> explain_deadlock(Vm& vm) {
  if (vm.extension(ExtensionId::kAsyncio) == nullptr || AsyncioState::of(vm).future_type == nullptr)
    return {};
  return Report(vm).sentences();
}

}  // namespace simul::vm
