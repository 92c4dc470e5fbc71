// The program as cards: each function with its steps in order, and the wires between them. A view
// of the tree, never a second truth.
//
// Every statement of the text is a block, numbered in the order of the text (preorder); an `elif`
// is a body of its `if`. A function is a block of the body that holds it and a card of its own,
// whose body is that block's. Ranges are UTF-8 bytes of the text that was parsed. A text that does
// not parse: cards of the parts that do; what is broken is in Cards::broken, and where it stands.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_range.hpp"
#include "composer/gesture.hpp"
#include "syntax/ast.hpp"
#include "syntax/parse.hpp"

namespace simul::composer {

enum class BlockKind : std::uint8_t {
  kSleep,     // await asyncio.sleep(...)
  kBlocking,  // time.sleep(...)
  kPrint,
  kCall,        // await of anything else
  kCreateTask,  // asyncio.create_task(...), group.create_task(...)
  kGather,      // await asyncio.gather(...)
  kGroup,       // async with asyncio.TaskGroup()
  kTimeout,     // async with asyncio.timeout(...)
  kLock,        // async with of a lock, semaphore or condition
  kQueuePut,    // await queue.put(...), queue.put_nowait(...)
  kQueueGet,    // await queue.get(), queue.get_nowait()
  kTry,
  kLoop,  // for, async for, while
  kIf,
  kWith,  // any other with
  kMatch,
  kReturn,
  kPass,
  kImport,
  kDefinition,  // def, async def
  kClass,
  kOther,
};
// "sleep", "create task", ...
[[nodiscard]] std::string_view word(BlockKind kind);

enum class SlotKind : std::uint8_t {
  kNumber,
  kString,
  kName,
  kExpression,
  kArguments,  // what stands between the parentheses of a call
  kStatement,  // a whole statement of kind kOther
};

// A piece of text that can be edited in place.
struct Slot {
  std::string label;  // "seconds", "values", "condition", ...
  TextRange range;    // may be empty: the arguments of f()
  SlotKind kind = SlotKind::kExpression;
  std::string text;
};

// A call inside a gather, create_task or await.
struct Item {
  TextRange range;
  std::string callee;  // "worker"; "" for what is no call: its text is the slot's
  Slot arguments;
  int card = -1;  // the card that is called, if it is one of this text
};

struct Block;

struct Body {
  std::string label;  // "", "except ValueError", "else", ...
  std::vector<Block> blocks;
  // What may stand here.
  bool in_function = false;
  bool in_coroutine = false;  // await is allowed
  bool may_return = false;    // in a function, and not in its `except*`
  bool in_loop = false;       // break and continue are allowed
  bool in_class = false;      // directly in a class: no place for steps
  bool in_async_generator = false;
  int function = -1;  // the kDefinition whose code it is; -1: the module's or a class's
  int first = 0;      // the first index to insert at: behind a docstring, __future__ imports
  int line = 0;       // of its header
};

struct Block {
  int id = 0;
  BlockKind kind = BlockKind::kOther;
  std::string title;  // "sleep", "results = gather", "async with lock"
  std::uint32_t line = 0;
  TextRange range;  // of the statement, from its first decorator on
  std::string text;
  std::vector<Slot> slots;
  std::vector<Body> bodies;
  std::vector<Item> items;
  std::string target;  // the name that gets the value: "results"; "" for none or several
  int card = -1;       // of a kDefinition: its card
  // What it needs of a place it is moved to.
  bool needs_function = false;
  bool needs_coroutine = false;
  bool needs_loop = false;
  bool yields = false;
  bool returns = false;
  bool returns_value = false;
  int function = -1;   // as Body::function
  bool fixed = false;  // cannot be moved: docstring, __future__ import, global, nonlocal
};

struct Card {
  std::string name;        // "" is the module's own code; "Account.deposit" a method
  std::string parameters;  // as written, without the parentheses
  bool is_coroutine = false;
  bool is_entry = false;  // handed to asyncio.run
  std::uint32_t line = 1;
  TextRange range;
  int block = -1;  // its kDefinition; -1 of the module's own code. Place::owner of its body.
  Body body;       // the module's, or a function's; a kDefinition block has no bodies of its own
};

enum class WireKind : std::uint8_t {
  kAwaits,   // the block awaits a call of the card
  kStarts,   // the block starts a task of the card
  kGathers,  // an item of the block's gather or group is a call of the card
  kJoins,    // the block waits for the task that block `task` started
};
struct Wire {
  WireKind kind = WireKind::kAwaits;
  int block = 0;
  int item = -1;  // index into Block::items
  int card = -1;
  int task = -1;
};

// Lines that do not parse. They are no block and in no body, so that places go on counting
// statements.
struct Broken {
  TextRange range;
  std::uint32_t line = 0;
  std::string text;
  Place place;  // where they stand, by their indentation: before that statement of that body
};

struct Cards {
  std::vector<Card> cards;  // the module's own code first, then in the order of the text
  std::vector<Wire> wires;
  std::vector<Broken> broken;  // in the order of the text
  bool parses = true;
  std::uint32_t stamp = 0;  // of the text: what rewrite() can be told to insist on
  int blocks = 0;           // how many ids there are

  // nullptr when there is none.
  [[nodiscard]] const Block* block(int id) const;
  [[nodiscard]] const Card* card(std::string_view name) const;
  // The body a place speaks of; nullptr when there is none.
  [[nodiscard]] const Body* body(const Place& place) const;
  // Where the block stands; false when there is none.
  bool find(int id, Place* place) const;
};

[[nodiscard]] Cards cards(const syntax::Module& module, std::string_view source);
[[nodiscard]] Cards cards(const syntax::ParseResult& parsed, std::string_view source);
[[nodiscard]] Cards cards(std::string_view source);

// A number that another text almost never has; never 0.
[[nodiscard]] std::uint32_t stamp_of(std::string_view source);

}  // namespace simul::composer
