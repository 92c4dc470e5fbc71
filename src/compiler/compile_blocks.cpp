// compile_blocks.cpp - what a statement must undo on its way out: the block stack of CPython's
// Python/compile.c.
#include "compiler/compiler.hpp"

namespace simul::compiler {

namespace {
constexpr std::size_t kMaxBlocks = 21;
}

void Compiler::push_block(FrameBlock block) {
  if (unit().blocks.size() >= kMaxBlocks) fail(block.location, "too many statically nested blocks");
  unit().blocks.push_back(std::move(block));
}

void Compiler::pop_except_and_reraise(const Location& location) {
  emit(Op::COPY, 3, location);
  emit(Op::POP_EXCEPT, location);
  emit(Op::RERAISE, 1, location);
}

// With preserve_top the value that is about to be returned stays on the stack. What a `with` or
// `finally` runs happens after the statement that leaves, so `location` becomes that of no
// statement.
void Compiler::unwind_block(Location& location, const FrameBlock& block, bool preserve_top) {
  const auto swap_below = [&] {
    if (preserve_top) emit(Op::SWAP, 2, location);
  };
  switch (block.kind) {
    case BlockKind::kWhileLoop:
    case BlockKind::kExceptionHandler:
    case BlockKind::kExceptionGroupHandler:
    case BlockKind::kAsyncComprehension:
    case BlockKind::kStopIteration: return;
    case BlockKind::kForLoop:
    case BlockKind::kPopValue:
      swap_below();
      emit(Op::POP_TOP, location);
      return;
    case BlockKind::kTryExcept: emit(Op::POP_BLOCK, location); return;
    case BlockKind::kFinallyTry:
      emit(Op::POP_BLOCK, location);
      if (preserve_top) push_block({.kind = BlockKind::kPopValue, .location = location});
      statements(block.finally_body);
      if (preserve_top) pop_block();
      location = kNoLocation;
      return;
    case BlockKind::kFinallyEnd:
      swap_below();
      emit(Op::POP_TOP, location);
      swap_below();
      emit(Op::POP_BLOCK, location);
      emit(Op::POP_EXCEPT, location);
      return;
    case BlockKind::kWith:
    case BlockKind::kAsyncWith:
      location = block.location;
      emit(Op::POP_BLOCK, location);
      swap_below();
      call_exit_with_nones(location);
      if (block.kind == BlockKind::kAsyncWith)
        await_like(Op::GET_AWAITABLE, 2, AwaitKind::kAwait, location);
      emit(Op::POP_TOP, location);
      location = kNoLocation;
      return;
    case BlockKind::kHandlerCleanup:
      if (!block.bound_name.empty()) emit(Op::POP_BLOCK, location);
      swap_below();
      emit(Op::POP_BLOCK, location);
      emit(Op::POP_EXCEPT, location);
      if (!block.bound_name.empty()) {
        emit_none(location);
        store_name(block.bound_name, location);
        delete_name(block.bound_name, location);
      }
      return;
  }
}

// Undoes the blocks from the innermost outwards; stops at the innermost loop, which is returned, if
// asked to.
std::optional<FrameBlock> Compiler::unwind_blocks(Location& location,
                                                  bool preserve_top,
                                                  bool stop_at_loop) {
  std::vector<FrameBlock>& blocks = unit().blocks;
  std::vector<FrameBlock> taken;
  std::optional<FrameBlock> loop;
  while (!blocks.empty() && !error_) {
    const FrameBlock top = blocks.back();
    if (top.kind == BlockKind::kExceptionGroupHandler) {
      fail(location, "'break', 'continue' and 'return' cannot appear in an except* block");
      break;
    }
    if (stop_at_loop && (top.kind == BlockKind::kWhileLoop || top.kind == BlockKind::kForLoop)) {
      loop = top;
      break;
    }
    taken.push_back(top);
    blocks.pop_back();
    unwind_block(location, top, preserve_top);
  }
  blocks.insert(blocks.end(), taken.rbegin(), taken.rend());
  return loop;
}

}  // namespace simul::compiler
