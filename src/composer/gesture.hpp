// Gestures: what a person does to the program without typing. Values; rewrite() turns them into
// text edits.
//
// A statement is named by its number in the text (Block::id, see cards.hpp), a place by the body it
// is in and how many statements stand before it there.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "base/text_range.hpp"

namespace simul::composer {

// Between two statements of a body, before the first or behind the last.
struct Place {
  int owner = -1;  // the block whose body it is (a function is one too); -1: the module's own
  int body = 0;    // which of its bodies: 0 the first, then except, elif, else, finally as written
  int index = 0;   // how many statements of the body stand before it
  friend bool operator==(const Place&, const Place&) = default;
};

// What the palette offers. The words and the code of each: palette().
enum class PaletteKind : std::uint8_t {
  kSleep,
  kPrint,
  kCall,     // awaits a coroutine
  kTask,     // starts a task
  kGather,   // awaits several calls at once
  kGroup,    // async with asyncio.TaskGroup()
  kTimeout,  // async with asyncio.timeout(), around a step
  kLock,     // async with lock, around a step
  kQueuePut,
  kQueueGet,
  kTry,        // try/except, around a step
  kLoop,       // for, around a step
  kBlocking,   // time.sleep
  kCoroutine,  // a new async def
};
inline constexpr int kPaletteKinds = 14;

// Drags the end of a sleep: the literal at `range` becomes `seconds`, snapped to a sensible step
// unless `exact`, and written as a person would ("1.6", "2").
struct SetSeconds {
  TextRange range = {};
  double seconds = 0;
  bool exact = true;
};

// Drags the start of a task: what holds its coroutine back becomes `seconds`, see start.hpp. The
// task is named by the call that made its coroutine.
struct SetStart {
  std::uint32_t line = 0, column = 0;  // of that call; the column in UTF-8 bytes, from 1
  int tasks = 1;                       // how many tasks that call has made
  double seconds = 0;
};

// "Let the others run": time.sleep(x) on this line of a coroutine becomes await asyncio.sleep(x).
struct SleepWithoutBlocking {
  std::uint32_t line = 0;
};

// A palette entry dropped at a place; or, with `onto`, around that step (the kinds for which
// hosts() names it).
struct Insert {
  PaletteKind kind = PaletteKind::kSleep;
  Place place = {};
  int onto = -1;
  std::string coroutine = {};  // whose call it writes; "": chosen, or a new one is written
  std::string arguments = {};  // of that call, as text; "": chosen for its parameters
};

struct Move {
  int block = 0;
  Place place = {};  // in the text as it is before the move
};

// A second copy behind the block.
struct Duplicate {
  int block = 0;
};

// The statement and the comment above it go; `pass` stays where a body would be empty.
struct Delete {
  int block = 0;
};

// The text of a slot (Slot::range, see cards.hpp) becomes another.
struct EditSlot {
  TextRange range = {};
  std::string text = {};
};

// `async def name():` with a first step, above the function that starts the program.
struct NewCoroutine {
  std::string name = {};  // "": one that is free
};

// `worker = asyncio.create_task(worker(...))` at a place.
struct StartTask {
  std::string coroutine = {};
  Place place = {};
  std::string arguments = {};  // "": chosen for its parameters
};

// A wire from what starts or awaits something (blocks) to where it is waited for: `to` is a gather,
// a task group or an await; with `to` -1 the waiting is written at `place`.
struct DrawWire {
  enum class Join : std::uint8_t { kAwait, kGather, kGroup };
  std::vector<int> from = {};
  int to = -1;
  Place place = {};
  Join join = Join::kAwait;  // what is written when `to` is -1
};

// Takes a wire away: the item of a gather or group, or the await of a task.
struct CutWire {
  int block = 0;
  int item = -1;  // -1: the block has one wire
};

// The named commands; what each does and needs: refactorings() in refactor.hpp.
enum class RefactorKind : std::uint8_t {
  kSequentialToGather,
  kGatherToSequential,
  kGatherToGroup,
  kGroupToGather,
  kSequentialToGroup,
  kGroupToSequential,
  kAddTimeout,
  kReturnExceptions,
  kLimit,
  kUnblock,
  kExtract,
  kInline,
  kRename,
  kToThread,
};
struct Refactor {
  RefactorKind kind = RefactorKind::kAddTimeout;
  int block = 0;        // the first step it is about; kInline: the call; kRename: not used
  int last = -1;        // the last step of a selection in the same body; -1: as far as it goes
  TextRange name = {};  // kRename: a place where the name stands
  // A new name (kRename, kExtract); "caught" (kAddTimeout: in a try that goes on when it was too
  // late).
  std::string text = {};
  double number = 0;  // seconds (kAddTimeout) or how many at once (kLimit); 0: chosen
};

using Gesture = std::variant<SetSeconds,
                             SetStart,
                             SleepWithoutBlocking,
                             Insert,
                             Move,
                             Duplicate,
                             Delete,
                             EditSlot,
                             NewCoroutine,
                             StartTask,
                             DrawWire,
                             CutWire,
                             Refactor>;

// For messages and tests: "SetSeconds [10,13) 1.6".
[[nodiscard]] std::string to_text(const Gesture& gesture);

}  // namespace simul::composer
