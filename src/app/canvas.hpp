// The canvas: the views, the WebGL2 context they are drawn with, and what is lost when the browser
// takes it away.
//
// Knows nothing of sessions: what there is to see is handed in with each frame.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "render/renderer.hpp"
#include "ui/view.hpp"

namespace simul::app {

class Canvas {
 public:
  ui::View& view() { return view_; }
  const ui::View& view() const { return view_; }

  // Makes the GL objects in the context of the element that the selector names. False: error() says
  // why.
  bool gl_ready(const char* selector);
  void gl_lost();
  bool has_gl() const { return renderer_.has_value(); }
  const std::string& error() const { return error_; }

  // What there is to see, and what pointer and keys make of it; host_ns: when, for what glides. May
  // come several times before show(), which hands the last one over to the screen.
  void lay_out(const ui::Scene& scene, std::int64_t host_ns);
  void show();
  std::int32_t frames() const { return frames_; }

 private:
  ui::View view_;
  std::optional<render::Renderer> renderer_;
  std::intptr_t context_ = 0;  // of Emscripten; not above 0: none
  bool atlas_uploaded_ = false;
  std::int32_t frames_ = 0;
  std::string error_;
};

}  // namespace simul::app
