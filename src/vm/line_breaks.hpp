// LineBreaks: where a program stops before a line runs.
//
// A program without breakpoints pays nothing for them: where one is set, the first instruction of
// the line is replaced by a NOP with an operand, which no compiler makes, and the interpreter looks
// up here what stood there. Therefore a program that is watched has a code object of its own.
#pragma once

#include <cstdint>
#include <memory>
#include <set>
#include <utility>
#include <vector>

#include "bytecode/code_object.hpp"

namespace simul::vm {

struct Frame;

class LineBreaks {
 public:
  explicit LineBreaks(const bytecode::CodeObject& program);  // takes a copy
  // The copy, to be run.
  [[nodiscard]] std::shared_ptr<const bytecode::CodeObject> code() const { return code_; }

  // Before which lines to stop from now on; lines without code are never reached.
  void set(const std::set<std::uint32_t>& lines);
  // The nearest line at or after this one that has code, 0 if none: where a breakpoint takes
  // effect.
  [[nodiscard]] std::uint32_t nearest(std::uint32_t line) const;

  // ---- for the interpreter
  [[nodiscard]] bytecode::Instruction original(std::uint32_t arg) const {
    return marks_[arg - 1].original;
  }
  // Is it to stop here? Yes only once: coming back to the same instruction goes on.
  bool stops(const Frame* frame, const bytecode::Instruction* at, std::uint32_t line);

  // Did the frame stop right before its next instruction?
  [[nodiscard]] bool stands_before(const Frame* frame, const bytecode::Instruction* next) const {
    return frame == frame_ && next == at_;
  }

  // Were they set anew? What runs is made from the code again then. The question clears it.
  [[nodiscard]] bool take_moved() { return std::exchange(moved_, false); }

  // The line before which it stopped, 0 if it has not; the question clears it.
  [[nodiscard]] std::uint32_t take_hit() { return std::exchange(hit_, 0); }

  // Nothing stops while one of these lives: somebody needs an answer now (a __repr__ for a trace).
  class Mute {
   public:
    explicit Mute(LineBreaks* breaks)
        : breaks_(breaks), before_(breaks != nullptr && std::exchange(breaks->muted_, true)) {}
    ~Mute() {
      if (breaks_ != nullptr) breaks_->muted_ = before_;
    }
    Mute(const Mute&) = delete;
    Mute& operator=(const Mute&) = delete;

   private:
    LineBreaks* breaks_;
    bool before_;
  };

 private:
  bool muted_ = false;
  bool moved_ = false;
  struct Mark {
    bytecode::Instruction* place = nullptr;
    bytecode::Instruction original;
  };
  std::vector<bytecode::CodeObject*> all_;  // before code_, whose making fills it
  std::shared_ptr<bytecode::CodeObject> code_;
  std::vector<Mark> marks_;
  const Frame* frame_ = nullptr;  // where it stopped last
  const bytecode::Instruction* at_ = nullptr;
  std::uint32_t hit_ = 0;
};

}  // namespace simul::vm
