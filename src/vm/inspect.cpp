#include "vm/inspect.hpp"

#include <algorithm>

#include "vm/asyncio_state.hpp"
#include "vm/cat.hpp"
#include "vm/collections.hpp"
#include "vm/frame.hpp"
#include "vm/generator.hpp"
#include "vm/line_breaks.hpp"
#include "vm/program.hpp"
#include "vm/program_loop.hpp"
#include "vm/set_body.hpp"
#include "vm/threads.hpp"

namespace simul::vm {

namespace {

constexpr std::size_t kMostBytes = 120, kMostItems = 8, kMostLocals = 40, kMostFrames = 60;
constexpr int kDeepest = 3;

std::string text_of(AsyncioState& state, const Value& value, int depth);

std::string shortened(std::string text) {
  if (text.size() <= kMostBytes) return text;
  std::size_t end = kMostBytes - 3;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xc0) == 0x80) --end;
  return text.substr(0, end) + "...";
}

// Items of a container, between brackets.
class Listing {
 public:
  Listing(std::string open, std::string close) : text_(std::move(open)), close_(std::move(close)) {}
  // False: enough.
  bool add(const std::string& item) {
    if (count_ > 0) text_ += ", ";
    if (++count_ > kMostItems || text_.size() > kMostBytes) {
      text_ += "...";
      return false;
    }
    text_ += item;
    return true;
  }
  std::string take() { return text_ + close_; }

 private:
  std::string text_, close_;
  std::size_t count_ = 0;
};

// An object of a class of the program's: its name and its attributes.
std::string instance_text(AsyncioState& state, const Value& value, int depth) {
  Vm& vm = state.vm;
  const std::string name(vm.type_name(value));
  DictObject* attributes = vm.instance_dict(value, false);
  if (attributes == nullptr || depth >= kDeepest) return cat("<", name, " object>");
  Listing listing(name + "(", ")");
  for (const Table::Entry& entry : attributes->table.entries()) {
    if (!entry.key || !vm.is_exactly(entry.key, vm.types().str)) continue;
    if (!listing.add(cat(vm.text(entry.key), "=", text_of(state, entry.value, depth + 1)))) break;
  }
  return listing.take();
}

std::string text_of(AsyncioState& state, const Value& value, int depth) {
  Vm& vm = state.vm;
  const Types& types = vm.types();
  if (!value) return "<not set>";
  if (!value.is_object() || vm.is_exactly(value, types.int_) ||
      vm.is_exactly(value, types.float_) || vm.is_exactly(value, types.str) ||
      vm.is_exactly(value, types.bytes) || vm.is_exactly(value, types.range) ||
      vm.is_exactly(value, types.bool_) || vm.is_exactly(value, types.none_type) ||
      vm.is_exactly(value, types.complex))
    return state.repr_now(value);
  if (asyncio::FutureBase* future = state.future_of(value)) {
    const char* what = !future->done()            ? "pending"
                       : future->cancelled()      ? "cancelled"
                       : future->peek_exception() ? "failed"
                                                  : "done";
    if (!future->is_task()) return cat("<Future ", what, ">");
    return cat("<Task '", static_cast<asyncio::TaskBase&>(*future).name(), "' ", what, ">");
  }
  if (depth >= kDeepest) return "...";
  if (vm.is_exactly(value, types.list)) {
    Listing listing("[", "]");
    for (const Value& item : value.as<ListObject>()->items)
      if (!listing.add(text_of(state, item, depth + 1))) break;
    return listing.take();
  }
  if (vm.is_exactly(value, types.tuple)) {
    Listing listing("(", value.as<TupleObject>()->size == 1 ? ",)" : ")");
    for (const Value& item : *value.as<TupleObject>())
      if (!listing.add(text_of(state, item, depth + 1))) break;
    return listing.take();
  }
  if (vm.is_exactly(value, types.dict)) {
    Listing listing("{", "}");
    for (const Table::Entry& entry : value.as<DictObject>()->table.entries()) {
      if (!entry.key) continue;
      if (!listing.add(cat(
              text_of(state, entry.key, depth + 1), ": ", text_of(state, entry.value, depth + 1))))
        break;
    }
    return listing.take();
  }
  if (vm.is_exactly(value, types.set) || vm.is_exactly(value, types.frozenset)) {
    const auto& set = *value.as<SetObject>();
    Listing listing("{", "}");
    bool any = false;
    for (const std::uint32_t at : set_order(set)) {
      const Table::Entry& entry = set.table.entries()[at];
      any = true;
      if (!listing.add(text_of(state, entry.key, depth + 1))) break;
    }
    return any ? listing.take() : "set()";
  }
  if (vm.is_exactly(value, types.function))
    return cat("<function ", vm.text(value.as<FunctionObject>()->qualname), ">");
  if (vm.is_exactly(value, types.coroutine) || vm.is_exactly(value, types.generator))
    return cat("<", vm.type_name(value), " ", vm.text(value.as<GeneratorObject>()->qualname), ">");
  if (vm.is_kind_of(value, types.type)) return cat("<class '", value.as<Type>()->qualname, "'>");
  return instance_text(state, value, depth);
}

FrameText frame_text(AsyncioState& state, Frame* frame) {
  Vm& vm = state.vm;
  FrameText out;
  const bytecode::CodeObject& code = *frame->code->code;
  out.function = code.qualname;
  out.line = frame->line();
  // Stopped before a line, it stands there and not where it was last.
  if (vm.line_breaks != nullptr && vm.line_breaks->stands_before(frame, frame->ip))
    out.line = static_cast<std::uint32_t>(
        code.positions[static_cast<std::size_t>(frame->ip - frame->first())].line);
  out.library = code.filename != vm.options().filename;
  if (frame->cleared || out.library) return out;
  const auto add = [&](std::string name, const Value& value) {
    if (out.locals.size() < kMostLocals)
      out.locals.push_back({std::move(name), shortened(text_of(state, value, 0))});
  };
  if (frame->namespace_ && (code.flags & bytecode::kOptimized) == 0) {
    // A module's names: what the program itself has made, without what it imported.
    if (!vm.is_exactly(frame->namespace_, vm.types().dict)) return out;
    for (const Table::Entry& entry : frame->namespace_.as<DictObject>()->table.entries()) {
      if (!entry.key || !vm.is_exactly(entry.key, vm.types().str)) continue;
      const std::string_view name = vm.text(entry.key);
      const Value& value = entry.value;
      const bool made = !name.starts_with("__") && !vm.is_exactly(value, vm.types().module) &&
                        !vm.is_exactly(value, vm.types().function) &&
                        !vm.is_kind_of(value, vm.types().type);
      if (made) add(std::string(name), value);
    }
    return out;
  }
  for (std::size_t i = 0; i < code.local_names.size(); ++i) {
    Value value = frame->slots()[i];
    if (value && (code.local_kinds[i] & (bytecode::kCell | bytecode::kFree)) != 0 &&
        vm.is_exactly(value, vm.types().cell))
      value = value.as<CellObject>()->content;
    if (value && code.local_names[i].front() != '.') add(code.local_names[i], value);
  }
  return out;
}

// What is on a fiber, the outermost first.
std::vector<FrameText> fiber_stack(AsyncioState& state, const Fiber& fiber) {
  std::vector<FrameText> frames;
  for (Activation* each = fiber.top; each != nullptr && frames.size() < kMostFrames;
       each = each->below) {
    if (each->kind == Activation::Kind::kPython)
      frames.push_back(frame_text(state, static_cast<Frame*>(each)));
  }
  std::reverse(frames.begin(), frames.end());
  return frames;
}

}  // namespace

std::vector<FrameText> stack_of(Program& program, asyncio::Id task) {
  Vm& vm = program.vm();
  if (program.finished() || vm.extension(ExtensionId::kAsyncio) == nullptr) return {};
  AsyncioState& state = AsyncioState::of(vm);
  if (task == 0) {
    const Fiber* fiber = threads_of(vm).main()->fiber;
    return fiber == nullptr ? std::vector<FrameText>() : fiber_stack(state, *fiber);
  }
  Value coroutine;
  for (const AsyncioState::Loop& loop : state.loops) {
    for (const asyncio::Ref<asyncio::TaskBase>& each : loop.core->all_tasks())
      if (each->id() == task) coroutine = static_cast<PyTask&>(*each).coroutine();
  }
  std::vector<FrameText> frames;
  while (coroutine.is_object() && frames.size() < kMostFrames) {
    if (vm.is_exactly(coroutine, vm.types().coroutine_wrapper)) {
      coroutine = coroutine.as<CoroutineWrapper>()->coroutine;
      continue;
    }
    if (!vm.is_exactly(coroutine, vm.types().coroutine) &&
        !vm.is_exactly(coroutine, vm.types().generator))
      break;
    auto* generator = coroutine.as<GeneratorObject>();
    if (generator->state == GeneratorObject::State::kRunning && state.steps != nullptr)
      return fiber_stack(state, *state.steps);
    if (Frame* frame = generator->frame()) frames.push_back(frame_text(state, frame));
    coroutine = known_delegate_of(generator);
  }
  return frames;
}

}  // namespace simul::vm
