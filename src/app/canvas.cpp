#include "app/canvas.hpp"

#include <emscripten/html5_webgl.h>

namespace simul::app {

bool Canvas::gl_ready(const char* selector) {
  if (context_ <= 0) {
    EmscriptenWebGLContextAttributes attributes;
    emscripten_webgl_init_context_attributes(&attributes);
    attributes.majorVersion = 2;
    attributes.alpha = false;
    attributes.depth = false;
    attributes.stencil = false;
    attributes.antialias = false;
    attributes.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
    attributes.enableExtensionsByDefault = false;
    context_ = static_cast<std::intptr_t>(emscripten_webgl_create_context(selector, &attributes));
    if (context_ <= 0) {
      error_ = "This browser gives the page no WebGL2.";
      return false;
    }
  }
  emscripten_webgl_make_context_current(static_cast<EMSCRIPTEN_WEBGL_CONTEXT_HANDLE>(context_));
  auto made = render::Renderer::make();
  if (!made) {
    error_ = "The canvas cannot be drawn: " + made.error().message;
    renderer_.reset();
    return false;
  }
  renderer_.emplace(std::move(made).value());
  atlas_uploaded_ = false;
  error_.clear();
  view_.want_frame();
  return true;
}

void Canvas::gl_lost() {
  renderer_.reset();
}

void Canvas::lay_out(const ui::Scene& scene, std::int64_t host_ns) {
  if (view_.frame(scene, host_ns)) atlas_uploaded_ = false;
}

void Canvas::show() {
  ++frames_;
  if (!renderer_) return;
  if (!atlas_uploaded_) {
    unsigned char* pixels = nullptr;
    int width = 0, height = 0;
    view_.fonts().atlas().GetTexDataAsAlpha8(&pixels, &width, &height);
    renderer_->set_atlas(pixels, width, height);
    atlas_uploaded_ = true;
  }
  renderer_->draw(view_.draw_data(),
                  view_.slices(),
                  static_cast<float>(view_.ratio()),
                  view_.theme()[ui::Token::panel]);
}

}  // namespace simul::app
