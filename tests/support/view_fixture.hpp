// A canvas without GL for tests: frames until nothing moves, items by id, and a run that is written
// out as a trace.
#pragma once

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "trace/text.hpp"
#include "ui/view.hpp"

namespace simul::ui {

class ViewFixture : public testing::Test {
 protected:
  void settle() {
    for (int i = 0; i < 20 && (i == 0 || view_.wants_frame()); ++i) view_.frame(scene_);
    EXPECT_FALSE(view_.wants_frame());
  }
  Item item(std::string_view id) {
    for (const Item& item : view_.items()) {
      if (item.id == id) return item;
    }
    ADD_FAILURE() << "no item " << id;
    return {};
  }
  bool has(std::string_view id) {
    auto all = view_.items();
    return std::any_of(all.begin(), all.end(), [&](const Item& item) { return item.id == id; });
  }
  std::vector<Command> commands() { return view_.take_commands(); }

  Scene scene_;
  View view_;
};

class RunFixture : public ViewFixture {
 protected:
  static constexpr std::int64_t kMs = 1'000'000;

  void show(const char* text, std::int64_t until_ns, Phase phase) {
    history_.reset();
    run_.reset();
    forecast_.reset();
    whole_ = trace::parse_text(text);
    forecast_ = std::make_unique<timeline::Model>(whole_.value());
    forecast_->update();
    played_ = trace::Trace();
    for (trace::Event event : whole_.value().events) {
      if (event.time_ns > until_ns) break;
      event.text = played_.texts.intern(whole_.value().text_of(event));
      played_.events.push_back(event);
    }
    run_ = std::make_unique<timeline::Model>(played_);
    run_->update();
    history_ = std::make_unique<timeline::LoopHistory>(*run_);
    scene_ = Scene();
    scene_.phase = phase;
    if (phase != Phase::kIdle) {
      scene_.run = run_.get();
      scene_.history = history_.get();
    }
    scene_.forecast = forecast_.get();
    scene_.forecast_end_ns = forecast_->end_ns();
    scene_.forecast_done = true;
    scene_.now_ns = until_ns;
    view_.new_run();
    view_.set_size(994, 852, 1);
  }
  void click(double x, double y) {
    view_.pointer(View::PointerKind::kDown, x, y, 0, false);
    settle();
    view_.pointer(View::PointerKind::kUp, x, y, 0, false);
    settle();
  }
  void click(std::string_view id) {
    Rect rect = item(id).rect;
    click(rect.x + rect.w / 2, rect.middle_y());
  }

  Result<trace::Trace> whole_ = trace::Trace();
  trace::Trace played_;
  std::unique_ptr<timeline::Model> run_, forecast_;
  std::unique_ptr<timeline::LoopHistory> history_;
};

}  // namespace simul::ui
