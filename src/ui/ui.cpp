#include "ui/ui.hpp"

namespace simul::ui {

void Ui::look_at(const timeline::Moment& moment) {
  bool back = scene.run != nullptr &&
              (moment.time_ns < scene.now_ns || moment.events < scene.run->trace().events.size());
  if (back)
    focus.looking_at = moment;
  else
    focus.looking_at.reset();
  again = true;
}

Touch Ui::item(std::string_view id,
               std::string_view label,
               const Rect& rect,
               const Rect& clip,
               bool focusable) {
  Touch touch = items.add(id, label, rect, rect.cut(clip), focusable);
  if (touch.focused) {
    // Outside of a control, but inside of what is clipped: there the outside cannot be seen.
    bool inside = clip.w != rect.w || clip.h != rect.h;
    paint.border(rect.inset(inside ? 2 : -3), Token::accent, measure::button_radius_px + 2, 2);
  }
  return touch;
}

void Ui::explain(const Touch& touch, std::string words, const Rect& from) {
  bool wanted = (touch.hovered && !items.pointer.touch && !items.pointer.quiet) || touch.focused;
  if (!wanted) return;
  tooltip = std::move(words);
  tooltip_from = from;
}

}  // namespace simul::ui
