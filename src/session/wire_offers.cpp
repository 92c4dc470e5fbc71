#include "session/wire_offers.hpp"

#include <utility>
#include <vector>

#include "base/json.hpp"
#include "composer/cards.hpp"
#include "composer/rewrite.hpp"
#include "session/step_words.hpp"

namespace simul::session {

using composer::Block;
using composer::BlockKind;
using composer::Body;
using composer::Cards;
using composer::CutWire;
using composer::DrawWire;
using composer::Place;

namespace {

bool waits_for_tasks(BlockKind kind) {
  return kind == BlockKind::kGather || kind == BlockKind::kGroup;
}

const char* word(DrawWire::Join join) {
  switch (join) {
    case DrawWire::Join::kAwait: return "await";
    case DrawWire::Join::kGather: return "gather";
    case DrawWire::Join::kGroup: return "group";
  }
  return "await";
}

class Wires {
 public:
  explicit Wires(std::string_view source) : source_(source), cards_(composer::cards(source)) {}

  std::string of(int id) {
    json_.begin_object().key("draw").begin_array();
    const Block* block = cards_.block(id);
    Place here;
    if (block != nullptr && cards_.find(id, &here)) draw(*block, here);
    json_.end_array().key("cut").begin_array();
    if (block != nullptr) cut(*block);
    json_.end_array().end_object();
    return json_.take();
  }

 private:
  void draw(const Block& block, const Place& here) {
    for (int id = 0; id < cards_.blocks; ++id) {
      const Block* to = cards_.block(id);
      if (id == block.id || to == nullptr || !waits_for_tasks(to->kind)) continue;
      DrawWire wire;
      wire.from = {block.id};
      wire.to = id;
      offer("into " + block_words(cards_, id), wire);
    }
    const Body& body = *cards_.body(here);
    const int end = static_cast<int>(body.blocks.size());
    Place place = here;
    for (place.index = here.index + 1; place.index <= end; ++place.index) {
      DrawWire wire;
      wire.from = {block.id};
      wire.place = place;
      offer("awaited " + place_words(cards_, place), wire);
    }
    if (block.kind != BlockKind::kCreateTask) return;
    DrawWire all;
    place.index = 0;
    for (int i = 0; i < end; ++i) {
      const Block& each = body.blocks[static_cast<std::size_t>(i)];
      if (each.kind != BlockKind::kCreateTask) continue;
      all.from.push_back(each.id);
      place.index = i + 1;
    }
    if (all.from.size() < 2) return;
    all.place = place;
    for (const DrawWire::Join join : {DrawWire::Join::kGather, DrawWire::Join::kGroup}) {
      all.join = join;
      const std::string count = std::to_string(all.from.size());
      offer("all " + count + " tasks into a " +
                (join == DrawWire::Join::kGather ? "gather " : "TaskGroup ") +
                place_words(cards_, place),
            all);
    }
  }

  void cut(const Block& block) {
    for (const composer::Wire& wire : cards_.wires) {
      if (wire.block != block.id) continue;
      const CutWire gesture{block.id, wire.item};
      if (!composer::rewrite(source_, gesture).ok()) continue;
      std::string words = block.title;
      if (wire.item >= 0 && wire.item < static_cast<int>(block.items.size())) {
        const composer::Item& item = block.items[static_cast<std::size_t>(wire.item)];
        words = item.callee + "(" + item.arguments.text + ")";
      }
      json_.begin_object().key("item").value(wire.item).key("words").value(words);
      json_.key("gesture").begin_object().key("do").value("cut");
      json_.key("block").value(block.id).key("item").value(wire.item).end_object().end_object();
    }
  }

  void offer(const std::string& words, const DrawWire& wire) {
    const Result<TextEdits> edits = composer::rewrite(source_, wire);
    if (!edits.ok() || edits.value().empty()) return;
    std::string from;
    for (const int id : wire.from) from += (from.empty() ? "" : " ") + std::to_string(id);
    json_.begin_object().key("words").value(words).key("code").value(code_of(edits.value()));
    json_.key("gesture").begin_object().key("do").value("wire").key("blocks").value(from);
    json_.key("to").value(wire.to).key("join").value(word(wire.join));
    json_.key("owner").value(wire.place.owner).key("body").value(wire.place.body);
    json_.key("index").value(wire.place.index).end_object().end_object();
  }

  std::string_view source_;
  const Cards cards_;
  JsonWriter json_;
};

}  // namespace

std::string wires_json(std::string_view source, int block) {
  return Wires(source).of(block);
}

}  // namespace simul::session
