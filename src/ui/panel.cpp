#include "ui/panel.hpp"

#include <algorithm>

namespace simul::ui {

double Scroll::begin(Ui& ui, const Rect& place) {
  place_ = place;
  scroll_px_ = std::clamp(scroll_px_, 0.0, std::max(0.0, height_px_ - place.h));
  ui.paint.push_clip(place);
  return place.y - scroll_px_;
}

void Scroll::end(Ui& ui, double content_bottom) {
  ui.paint.pop_clip();
  height_px_ = content_bottom + scroll_px_ - place_.y;
  if (height_px_ <= place_.h + 1) return;
  double part = place_.h / height_px_;
  ui.paint.fill({place_.right() - 5, place_.y + scroll_px_ * part, 3, place_.h * part},
                Token::faint_text,
                1.5,
                0.6);
}

bool Scroll::wheel(double x, double y, double dy) {
  double most = std::max(0.0, height_px_ - place_.h);
  if (!place_.contains(x, y) || most == 0) return false;
  scroll_px_ = std::clamp(scroll_px_ + dy, 0.0, most);
  return true;
}

double section(Ui& ui, double x, double y, const char* name, const char* note, double room) {
  double end = ui.paint.text(Type::kCaps, x, y + 8, name, Token::faint_text);
  bool fits = end + 10 + ui.paint.width(Type::kSmall, note) <= x + room;
  if (note[0] != '\0' && fits)
    ui.paint.text(Type::kSmall, end + 10, y + 8, note, Token::faint_text);
  return y + 22;
}

void empty_card(Ui& ui, const Rect& card, std::string_view words) {
  ui.paint.dashed_border(card, Token::line, measure::card_radius_px);
  ui.paint.text_in(Type::kNote, card.inset(12), words, Token::faint_text, Align::kMiddle);
}

bool row_button(
    Ui& ui, std::string_view id, std::string_view label, const Rect& row, const Rect& clip) {
  if (row.cut(clip).h <= 0) return false;
  Touch touch = ui.item(id, label, row, clip);
  if (touch.hovered || touch.held) {
    ui.paint.fill(row, touch.held ? Token::selection : Token::raised, measure::button_radius_px);
    ui.cursor = Cursor::kHand;
  }
  return touch.clicked;
}

}  // namespace simul::ui
