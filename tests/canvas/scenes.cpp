// A page of the canvas alone, on runs that are written out as traces: to look at the views, and to
// measure them, without the language, the session and the rest of the page. Not part of the
// product.
#include "support/scenes.hpp"

#include <memory>

#include <emscripten.h>

#include "app/canvas.hpp"
#include "trace/text.hpp"

namespace {

using namespace simul;

struct Stage {
  app::Canvas canvas;
  Result<trace::Trace> whole = trace::Trace();
  trace::Trace played;
  std::unique_ptr<timeline::Model> model, forecast;
  std::unique_ptr<timeline::LoopHistory> history;
  ui::Scene scene;

  // Plays the first events, up to the time, as a live run would have recorded them.
  void show(const char* text, std::int64_t until_ns, int phase) {
    history.reset();
    model.reset();
    forecast.reset();
    whole = trace::parse_text(text);
    forecast = std::make_unique<timeline::Model>(whole.value());
    forecast->update();
    played = trace::Trace();
    for (trace::Event event : whole.value().events) {
      if (event.time_ns > until_ns) break;
      event.text = played.texts.intern(whole.value().text_of(event));
      played.events.push_back(event);
    }
    model = std::make_unique<timeline::Model>(played);
    model->update();
    history = std::make_unique<timeline::LoopHistory>(*model);
    scene = ui::Scene();
    scene.phase = static_cast<ui::Phase>(phase);
    if (phase != 0) {
      scene.run = model.get();
      scene.history = history.get();
    }
    scene.forecast = forecast.get();
    scene.forecast_done = true;
    scene.forecast_end_ns = forecast->end_ns();
    scene.now_ns = until_ns;
    scene.speed = 0.5;
    scene.late_ms = 0.4;
    canvas.view().new_run();
  }
};

Stage& stage() {
  static Stage stage;
  return stage;
}

}  // namespace

extern "C" {
EMSCRIPTEN_KEEPALIVE int scene_gl() {
  return stage().canvas.gl_ready("#canvas");
}
EMSCRIPTEN_KEEPALIVE void scene_lost() {
  stage().canvas.gl_lost();
}
EMSCRIPTEN_KEEPALIVE void scene_font(int role, void* data, int bytes) {
  auto* from = static_cast<std::byte*>(data);
  stage().canvas.view().fonts().set(static_cast<ui::Face>(role), {from, from + bytes});
}
EMSCRIPTEN_KEEPALIVE void scene_size(int w, int h, double ratio, int theme) {
  stage().canvas.view().set_size(w, h, ratio);
  stage().canvas.view().set_theme(static_cast<ui::Scheme>(theme));
}
EMSCRIPTEN_KEEPALIVE void scene_show(int which, double until_s, int phase) {
  stage().show(which == 0 ? scenes::kBlockingCall : scenes::kThreeWorkers,
               static_cast<std::int64_t>(until_s * 1e9),
               phase);
}
EMSCRIPTEN_KEEPALIVE int scene_frame() {
  stage().canvas.draw(stage().scene, 0);
  return stage().canvas.view().wants_frame();
}
EMSCRIPTEN_KEEPALIVE void scene_pointer(int kind, double x, double y) {
  stage().canvas.view().pointer(static_cast<ui::View::PointerKind>(kind), x, y, 0, false);
}
EMSCRIPTEN_KEEPALIVE int scene_key(const char* key, int mods) {
  return stage().canvas.view().key(stage().scene, key, mods);
}
}
