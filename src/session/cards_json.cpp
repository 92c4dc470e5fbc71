#include "session/cards_json.hpp"

#include "base/json.hpp"
#include "composer/cards.hpp"
#include "session/editor_json.hpp"
#include "session/step_words.hpp"

namespace simul::session {

using composer::Block;
using composer::BlockKind;
using composer::Body;
using composer::Card;
using composer::Cards;
using composer::SlotKind;

namespace {

const char* kind_word(BlockKind kind) {
  switch (kind) {
    case BlockKind::kSleep: return "sleep";
    case BlockKind::kBlocking: return "blocking";
    case BlockKind::kPrint: return "print";
    case BlockKind::kCall: return "call";
    case BlockKind::kCreateTask: return "task";
    case BlockKind::kGather: return "gather";
    case BlockKind::kGroup: return "group";
    case BlockKind::kTimeout: return "timeout";
    case BlockKind::kLock: return "lock";
    case BlockKind::kQueuePut: return "queue-put";
    case BlockKind::kQueueGet: return "queue-get";
    case BlockKind::kTry: return "try";
    case BlockKind::kLoop: return "loop";
    case BlockKind::kIf: return "if";
    case BlockKind::kWith: return "with";
    case BlockKind::kMatch: return "match";
    case BlockKind::kReturn: return "return";
    case BlockKind::kPass: return "pass";
    case BlockKind::kImport: return "import";
    case BlockKind::kDefinition: return "def";
    case BlockKind::kClass: return "class";
    case BlockKind::kOther: return "code";
  }
  return "code";
}

const char* slot_word(SlotKind kind) {
  switch (kind) {
    case SlotKind::kNumber: return "number";
    case SlotKind::kString: return "string";
    case SlotKind::kName: return "name";
    case SlotKind::kExpression: return "expression";
    case SlotKind::kArguments: return "arguments";
    case SlotKind::kStatement: return "statement";
  }
  return "expression";
}

class CardsWriter {
 public:
  CardsWriter(std::string_view source, const Cards& cards) : units_(source), cards_(cards) {}

  std::string write() {
    json_.begin_object().key("parses").value(cards_.parses);
    json_.key("stamp").value(cards_.stamp).key("blocks").value(cards_.blocks);
    json_.key("cards").begin_array();
    for (const Card& card : cards_.cards) {
      json_.begin_object().key("name").value(card.name);
      json_.key("parameters").value(card.parameters);
      json_.key("coroutine").value(card.is_coroutine).key("entry").value(card.is_entry);
      json_.key("line").value(card.line).key("block").value(card.block).key("body");
      body(card.body, card, card.block, 0);
      json_.end_object();
    }
    json_.end_array().end_object();
    return json_.take();
  }

 private:
  void range(TextRange range) {
    json_.key("from").value(units_.of(range.begin)).key("to").value(units_.of(range.end));
  }
  void slot(const composer::Slot& slot) {
    json_.begin_object().key("label").value(slot.label);
    range(slot.range);
    json_.key("kind").value(slot_word(slot.kind)).key("text").value(slot.text).end_object();
  }
  void body(const Body& body, const Card& card, int owner, int number) {
    json_.begin_object().key("label").value(body.label);
    json_.key("owner").value(owner).key("body").value(number).key("first").value(body.first);
    json_.key("coroutine").value(body.in_coroutine).key("blocks").begin_array();
    for (const Block& block : body.blocks) this->block(block, card);
    json_.end_array().key("broken").begin_array();
    for (const composer::Broken& one : cards_.broken) {
      if (one.place.owner != owner || one.place.body != number) continue;
      json_.begin_object().key("index").value(one.place.index).key("line").value(one.line);
      range(one.range);
      json_.key("text").value(one.text).key("name").value(name_of(one, card)).end_object();
    }
    json_.end_array().end_object();
  }
  void block(const Block& block, const Card& card) {
    json_.begin_object().key("id").value(block.id).key("kind").value(kind_word(block.kind));
    json_.key("title").value(block.title).key("name").value(name_of(block, card));
    json_.key("line").value(block.line);
    range(block.range);
    json_.key("slots").begin_array();
    for (const composer::Slot& one : block.slots) slot(one);
    json_.end_array().key("items").begin_array();
    for (const composer::Item& item : block.items) {
      json_.begin_object().key("callee").value(item.callee);
      range(item.range);
      json_.key("slot");
      slot(item.arguments);
      json_.key("card").value(item.card).end_object();
    }
    json_.end_array().key("bodies").begin_array();
    for (std::size_t i = 0; i < block.bodies.size(); ++i)
      body(block.bodies[i], card, block.id, static_cast<int>(i));
    json_.end_array().key("card").value(block.card).key("fixed").value(block.fixed).end_object();
  }

  Units units_;
  const Cards& cards_;
  JsonWriter json_;
};

}  // namespace

std::string cards_json(std::string_view source) {
  const Cards cards = composer::cards(source);
  return CardsWriter(source, cards).write();
}

}  // namespace simul::session
