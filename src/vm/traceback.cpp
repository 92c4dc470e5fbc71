// Tracebacks as text: see traceback.hpp.
#include "vm/traceback.hpp"

#include <deque>
#include <set>

#include "vm/cat.hpp"
#include "vm/internals.hpp"
#include "vm/line_breaks.hpp"
#include "vm/program_loop.hpp"
#include "vm/source_lines.hpp"
#include "vm/suggestions.hpp"
#include "vm/syntax_errors.hpp"

namespace simul::vm {

namespace {

constexpr std::string_view kLibraryFolder = "/usr/lib/python3.13/";
constexpr std::string_view kFrozen = "<frozen ";

// The name in "[frames in NAME]" of a link that shows so, or empty.
// A link without a frame is asyncio's, or of the module whose name it holds.
std::string_view folded(Vm& vm, const TracebackObject& link) {
  if (!link.frame) return vm.is_str(link.held) ? vm.text(link.held) : "asyncio";
  const CodeValue& code = *link.frame.as<Frame>()->code;
  return code.kind == FrameKind::kLibrary ? folded_name(code.code->filename) : std::string_view();
}

}  // namespace

FrameKind frame_kind(std::string_view filename) {
  if (filename.starts_with("<built-in ")) return FrameKind::kHidden;
  if (filename.starts_with(kLibraryFolder) || filename.starts_with(kFrozen))
    return FrameKind::kLibrary;
  return FrameKind::kProgram;
}

std::string_view folded_name(std::string_view filename) {
  filename.remove_prefix(filename.starts_with(kFrozen) ? kFrozen.size() : kLibraryFolder.size());
  return filename.substr(0, filename.find_first_of("/.>"));
}

std::string format_frames(Vm& vm, const Value& traceback, bool marked) {
  std::string text;
  constexpr int kCutoff = 3;
  std::string last_key;
  int repeated = 0;
  auto flush = [&] {
    if (repeated > kCutoff) {
      const int more = repeated - kCutoff;
      text += cat("  [Previous line repeated ", more, " more time", more > 1 ? "s" : "", "]\n");
    }
  };
  for (Value each = traceback; each && !each.is_none();) {
    const auto* link = each.as<TracebackObject>();
    if (const std::string_view name = folded(vm, *link); !name.empty()) {
      const std::string line = cat("  [frames in ", name, "]\n");
      flush();
      last_key.clear();
      repeated = 0;
      if (!text.ends_with(line)) text += line;
    } else {
      const Frame* frame = link->frame.as<Frame>();
      const bytecode::CodeObject& code = *frame->code->code;
      const std::string key = cat(code.filename, ":", link->line, ":", code.name);
      if (key != last_key) {
        flush();
        last_key = key;
        repeated = 0;
      }
      ++repeated;
      if (repeated <= kCutoff) {
        text += cat("  File \"", code.filename, "\", line ", link->line, ", in ", code.name, "\n");
        if (code.filename == vm.options().filename)
          text += marked ? marked_lines(vm, code.positions[link->instruction], link->line)
                         : plain_line(vm, link->line);
        else if (marked)
          text +=
              marked_lines_kept(vm, code.filename, code.positions[link->instruction], link->line);
      }
    }
    Value next = link->next;
    each = std::move(next);
  }
  flush();
  return text;
}

namespace {

std::string type_text(Vm& vm, const Type* type) {
  if (type->module && vm.is_str(type->module)) {
    const std::string_view module = vm.text(type->module);
    if (module != "builtins" && module != "__main__") return cat(module, ".", type->qualname);
  }
  return type->qualname;
}

std::string indented(std::string_view text, std::string_view margin) {
  if (margin.empty()) return std::string(text);
  std::string out;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    out += cat(margin, line, "\n");
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  return out;
}

}  // namespace

Native exception_only(Vm& vm, Value exception, bool suggestions, Value traceback) {
  std::string text = type_text(vm, vm.type_of(exception));
  Attempt message = co_await vm.attempt(vm.str_of(exception));
  std::string shown =
      message.ok() ? std::string(vm.text(message.value)) : "<exception str() failed>";
  if (vm.is_kind_of(exception, vm.exceptions().SyntaxError) &&
      (exception.as<ExceptionObject>()->second || shown == "None"))
    shown = syntax_error_message(vm, exception);
  if (!shown.empty()) text += ": " + shown;
  if (suggestions && message.ok()) {
    const std::string hint = suggestion(vm, exception, traceback);
    if (!hint.empty()) text += shown.empty() ? ": " + hint : hint;
  }
  co_return vm.str(text);
}

namespace {

// An exception with what is shown along with it.
struct Shape {
  Value exception;
  const Shape* from = nullptr;  // what is shown before it, its cause or its context
  bool is_cause = false;
  std::vector<const Shape*> members;
};

// Looks through an exception as traceback.TracebackException does: who has been met is neither a
// cause nor a context any more, but always a member of its group. All members are met before what
// any of them came of.
class Shapes {
 public:
  explicit Shapes(Vm& vm) : vm_(vm) {}
  const Shape* look(const Value& exception) {
    const Shape* const root = meet(exception);
    while (!left_.empty() && all_.size() < kMost) {
      Shape& shape = *left_.back();
      left_.pop_back();
      look_into(shape);
    }
    return root;
  }

 private:
  static constexpr std::size_t kMost = 100'000;  // a group of groups may have each of them often

  Shape* meet(const Value& exception) {
    seen_.insert(exception.object());
    Shape* const shape = &all_.emplace_back();
    shape->exception = exception;
    left_.push_back(shape);
    return shape;
  }
  [[nodiscard]] bool is_new(const Value& exception) const {
    return exception && !exception.is_none() && seen_.count(exception.object()) == 0;
  }
  void look_into(Shape& shape) {
    const Value exception = shape.exception;
    const auto* object = exception.as<ExceptionObject>();
    if (is_new(object->cause)) {
      shape.from = meet(object->cause);
      shape.is_cause = true;
    } else if (!object->suppress_context && is_new(object->context)) {
      shape.from = meet(object->context);
    }
    const Value parts = object->second;
    if (!vm_.is_kind_of(exception, vm_.exceptions().BaseExceptionGroup) || !parts) return;
    for (const Value& part : *parts.as<TupleObject>()) shape.members.push_back(meet(part));
  }

  Vm& vm_;
  std::deque<Shape> all_;
  std::vector<Shape*> left_;
  std::set<const Object*> seen_;
};

// One exception of the chain. `margin` is what stands in front of each line inside a group, and
// `needs_end` whether the group around it is still to be closed by a line: one for all groups that
// end in the same place. Null: not in a group. `depth`: of the groups around it, as CPython counts
// them.
Native format_one(Vm& vm, const Shape* shape, std::string margin, bool* needs_end, int depth);

Native format_chain(Vm& vm, const Shape* last, std::string margin, bool* needs_end, int depth) {
  const bool nested = needs_end != nullptr;
  std::vector<const Shape*> chain;
  for (const Shape* each = last; each != nullptr; each = each->from) chain.push_back(each);
  std::string text;
  for (std::size_t i = chain.size(); i-- > 0;) {
    Value part = co_await format_one(vm, chain[i], margin, needs_end, depth);
    text += vm.text(part);
    if (i > 0) {
      text += indented(
          chain[i - 1]->is_cause
              ? "\nThe above exception was the direct cause of the following exception:\n\n"
              : "\nDuring handling of the above exception, another exception occurred:\n\n",
          nested ? margin + "| " : margin);
    }
  }
  co_return vm.str(text);
}

Native format_one(Vm& vm, const Shape* shape, std::string margin, bool* needs_end, int depth) {
  constexpr int kMaxDepth = 10;
  const bool nested = needs_end != nullptr;
  const bool group = !shape->members.empty();
  if (group && depth > kMaxDepth)
    co_return vm.str(indented("... (max_group_depth is 10)\n", nested ? margin + "| " : margin));
  const Value exception = shape->exception;
  std::string last;
  {
    const Value& traceback = exception.as<ExceptionObject>()->traceback;
    Value only = co_await exception_only(vm, exception, true, traceback);
    last = cat(vm.text(only), "\n");
    if (vm.is_kind_of(exception, vm.exceptions().SyntaxError))
      last = syntax_error_place(vm, exception) + last;
  }
  if (const DictObject* dict = vm.instance_dict(exception, false)) {
    const Value* found = dict->table.get(Vm::Internals::names_of(vm).__notes__);
    const Value notes = found != nullptr ? *found : Value::none();
    const bool listed =
        vm.is_kind_of(notes, vm.types().list) || vm.is_kind_of(notes, vm.types().tuple);
    if (listed) {
      const Value all =
          vm.is_kind_of(notes, vm.types().list) ? vm.tuple(notes.as<ListObject>()->items) : notes;
      for (std::size_t i = 0; i < all.as<TupleObject>()->size; ++i) {
        Attempt shown = co_await vm.attempt(vm.str_of(all.as<TupleObject>()->items()[i]));
        last += shown.ok() ? cat(vm.text(shown.value), "\n") : "<note str() failed>\n";
      }
    } else if (!notes.is_none()) {
      Attempt shown = co_await vm.attempt(vm.repr(notes));
      last += shown.ok() ? cat(vm.text(shown.value), "\n") : "<__notes__ repr() failed>\n";
    }
  }
  const auto* object = exception.as<ExceptionObject>();
  if (!group) {
    std::string text;
    if (object->traceback)
      text = "Traceback (most recent call last):\n" + format_frames(vm, object->traceback);
    text += last;
    co_return vm.str(indented(text, nested ? margin + "| " : margin));
  }
  std::string text;
  const bool outermost = !nested;
  if (outermost) margin += "  ";
  if (object->traceback) {
    text += indented("Exception Group Traceback (most recent call last):\n",
                     outermost ? margin + "+ " : margin + "| ");
    text += indented(format_frames(vm, object->traceback), margin + "| ");
  }
  text += indented(last, margin + "| ");
  const std::size_t count = shape->members.size();
  constexpr std::size_t kMaxWidth = 15;
  const std::size_t shown = std::min(count, kMaxWidth);
  bool own_end = true;
  if (needs_end == nullptr) needs_end = &own_end;
  for (std::size_t i = 0; i < count; ++i) {
    if (i == shown) {
      text += cat(margin, "  +---------------- ... ----------------\n");
      text += cat(margin,
                  "  | and ",
                  count - shown,
                  " more exception",
                  count - shown == 1 ? "" : "s",
                  "\n");
      break;
    }
    text += cat(margin, i == 0 ? "+-" : "  ", "+---------------- ", i + 1, " ----------------\n");
    *needs_end = true;
    Value inner = co_await format_chain(
        vm, shape->members[i], margin + "  ", needs_end, outermost ? 2 : depth + 1);
    text += vm.text(inner);
  }
  if (count > shown) *needs_end = true;
  if (std::exchange(*needs_end, false))
    text += cat(margin, "  +------------------------------------\n");
  co_return vm.str(text);
}

}  // namespace

Native format_exception_text(Vm& vm, Value exception) {
  Shapes shapes(vm);
  const Shape* const shape = shapes.look(exception);
  Value text = co_await format_chain(vm, shape, "", nullptr, 0);
  co_return text;
}

Value run_now(Vm& vm, Native native) {
  Fiber fiber;
  NativeFrame* frame = native.release();
  fiber.top = frame;
  fiber.depth = 1;
  constexpr std::int64_t kPatience = 1'000'000;
  vm.flush_charge();
  const std::int64_t budget = vm.budget;
  vm.begin_budget(kPatience);
  const LineBreaks::Mute mute(vm.line_breaks);
  Value raised = vm.take_raised();
  Value stop = std::move(vm.stop_value());
  Outcome outcome = vm.resume(fiber);
  if (outcome.kind != Outcome::Kind::kReturned && outcome.kind != Outcome::Kind::kRaised)
    vm.abandon(fiber);
  vm.begin_budget(budget);
  if (raised) vm.set_raised(std::move(raised));
  vm.stop_value() = std::move(stop);
  return outcome.kind == Outcome::Kind::kReturned ? std::move(outcome.value) : Value();
}

std::string Vm::exception_line(const Value& exception) {
  Value text_value = run_now(*this, exception_only(*this, exception, false));
  return text_value ? std::string(text(text_value)) : type_text(*this, type_of(exception));
}

std::string Vm::format_exception(const Value& exception) {
  Value text_value = run_now(*this, format_exception_text(*this, exception));
  return text_value ? std::string(text(text_value)) : type_text(*this, type_of(exception)) + "\n";
}

// The Python frame on top that a traceback shows.
static Frame* top_frame(const Fiber& fiber) {
  for (Activation* each = fiber.top; each != nullptr; each = each->below) {
    if (each->kind != Activation::Kind::kPython) continue;
    auto* frame = static_cast<Frame*>(each);
    if (frame->code->kind != FrameKind::kHidden) return frame;
  }
  return nullptr;
}

// CPython writes these in C: the exception's own traceback without marks, no chain, no notes.
void Vm::write_unraisable(Value exception, const Value& where) {
  struct Shown {
    static Native repr(Vm& vm, Value value) { co_return vm.repr(value); }
    static Native str(Vm& vm, Value value) { co_return vm.str_of(value); }
  };
  std::string out = "Exception ignored in: ";
  Value shown = where ? run_now(*this, Shown::repr(*this, where)) : Value();
  out += shown ? std::string(text(shown)) : "<object repr() failed>";
  out += "\n";
  // One that no frame has seen gets the frame that runs: in a turn of the loop, asyncio's.
  auto* object = exception.as<ExceptionObject>();
  if (!object->traceback) {
    const bool in_library = !library_place(*this).first.empty();
    if (Frame* frame = running_line() != 0 && !in_library ? top_frame(*fiber_) : nullptr;
        frame != nullptr) {
      auto* link = instantiate<TracebackObject>(types_.traceback);
      link->frame = Value::share(frame);
      link->instruction = frame->instruction();
      link->line = frame->line();
      object->traceback = Value::adopt(link);
    } else if (in_library) {
      object->traceback = Value::adopt(instantiate<TracebackObject>(types_.traceback));
    }
  }
  if (object->traceback)
    out += "Traceback (most recent call last):\n" + format_frames(*this, object->traceback, false);
  const Value said = run_now(*this, Shown::str(*this, exception));
  out += cat(type_text(*this, type_of(exception)),
             ": ",
             said ? text(said) : std::string_view("<exception str() failed>"),
             "\n");
  write(2, out);
  // CPython's C code has the traceback for itself: what the exception came of goes before that.
  const Value traceback = object->traceback;
  exception.reset();
}

}  // namespace simul::vm
