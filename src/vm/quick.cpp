// Equality and hashes that need no Python code: what the tables ask for before anything else.
//
// Always holds: for exact built-in types the answers are those of their slots (1 == 1.0 == True,
// and equal hashes); for everything else kAskPython or false, never a guess. Nested tuples are
// followed to a fixed depth.
#include <cmath>

#include "vm/collections.hpp"
#include "vm/float_format.hpp"
#include "vm/int_object.hpp"
#include "vm/internals.hpp"

namespace simul::vm {
namespace {

constexpr int kMaxDepth = 8;

const Types& types_of(const Object* object) {
  return object->type->vm->types();
}

enum class Kind { kInt, kBigInt, kFloat, kStr, kBytes, kTuple, kSingleton, kIdentity, kOther };

Kind kind_of(const Value& value) {
  if (value.is_small() || value.is_bool()) return Kind::kInt;
  if (!value.is_object()) return Kind::kSingleton;
  const Object* object = value.object();
  const Types& types = types_of(object);
  if (object->type == types.str) return Kind::kStr;
  if (object->type == types.int_) return Kind::kBigInt;
  if (object->type == types.float_) return Kind::kFloat;
  if (object->type == types.tuple) return Kind::kTuple;
  if (object->type == types.bytes) return Kind::kBytes;
  if (object->type->slots.compare == nullptr && object->type->slots.hash == nullptr &&
      !object->type->has(kUnhashable)) {
    return Kind::kIdentity;
  }
  return Kind::kOther;
}

std::intptr_t word_of(const Value& value) {
  return value.is_small() ? value.as_small() : (value.is_true() ? 1 : 0);
}

QuickEqual answer(bool equal) {
  return equal ? QuickEqual::kYes : QuickEqual::kNo;
}

bool equal_numbers(const Value& a, Kind ka, const Value& b, Kind kb) {
  if (ka == Kind::kInt && kb == Kind::kInt) return word_of(a) == word_of(b);
  if (ka == Kind::kFloat && kb == Kind::kFloat) {
    return a.as<FloatObject>()->number == b.as<FloatObject>()->number;
  }
  if (ka == Kind::kFloat || kb == Kind::kFloat) {
    const double number = (ka == Kind::kFloat ? a : b).as<FloatObject>()->number;
    if (!std::isfinite(number) || number != std::floor(number)) return false;
    return BigInt::from_double(number) == big_of(ka == Kind::kFloat ? b : a);
  }
  return big_of(a) == big_of(b);
}

bool is_number(Kind kind) {
  return kind == Kind::kInt || kind == Kind::kBigInt || kind == Kind::kFloat;
}

QuickEqual equal_at(const Value& a, const Value& b, int depth) {
  if (a.is(b)) return QuickEqual::kYes;
  const Kind ka = kind_of(a);
  const Kind kb = kind_of(b);
  if (ka == Kind::kOther || kb == Kind::kOther) return QuickEqual::kAskPython;
  if (is_number(ka) && is_number(kb)) return answer(equal_numbers(a, ka, b, kb));
  if (ka != kb) return QuickEqual::kNo;
  switch (ka) {
    case Kind::kStr: return answer(a.as<StrObject>()->text() == b.as<StrObject>()->text());
    case Kind::kBytes: return answer(a.as<BytesObject>()->text() == b.as<BytesObject>()->text());
    case Kind::kTuple: {
      const auto* x = a.as<TupleObject>();
      const auto* y = b.as<TupleObject>();
      if (x->size != y->size) return QuickEqual::kNo;
      if (depth >= kMaxDepth || x->size > 64) return QuickEqual::kAskPython;
      for (std::size_t i = 0; i < x->size; ++i) {
        const QuickEqual equal = equal_at(x->items()[i], y->items()[i], depth + 1);
        if (equal != QuickEqual::kYes) return equal;
      }
      return QuickEqual::kYes;
    }
    default: return QuickEqual::kNo;  // not identical
  }
}

Hash hash_of_word(std::intptr_t word) {
  constexpr std::int64_t kModulus = (std::int64_t{1} << 61) - 1;
  const std::int64_t n = word;
  const Hash hash = n > -kModulus && n < kModulus ? n : n % kModulus;
  return hash == -1 ? -2 : hash;
}

bool hash_at(const Value& value, Hash& hash, int depth) {
  switch (kind_of(value)) {
    case Kind::kInt: hash = hash_of_word(word_of(value)); return true;
    case Kind::kBigInt: hash = value.as<IntObject>()->number.hash(); return true;
    case Kind::kFloat: {
      const double number = value.as<FloatObject>()->number;
      if (std::isnan(number)) return false;
      hash = hash_double(number);
      return true;
    }
    case Kind::kStr: {
      auto* string = value.as<StrObject>();
      if (string->hash == 0) string->hash = hash_text(string->text());
      hash = string->hash;
      return true;
    }
    case Kind::kBytes: {
      auto* bytes = value.as<BytesObject>();
      if (bytes->hash == 0) bytes->hash = hash_text(bytes->text());
      hash = bytes->hash;
      return true;
    }
    case Kind::kTuple: {
      const auto* tuple = value.as<TupleObject>();
      if (depth >= kMaxDepth || tuple->size > 1024) return false;
      TupleHash total;
      for (const Value& item : *tuple) {
        Hash each = 0;
        if (!hash_at(item, each, depth + 1)) return false;
        total.add(each);
      }
      hash = total.finish(tuple->size);
      return true;
    }
    case Kind::kSingleton:
      // CPython 3.12's constant for None; the others have addresses there.
      hash = value.is_none() ? 0xfca86420 : static_cast<Hash>(value.bits());
      return true;
    case Kind::kIdentity: hash = static_cast<Hash>(identity(value)); return true;
    case Kind::kOther: return false;
  }
  return false;
}

}  // namespace

void TupleHash::add(Hash item) {
  state += static_cast<std::uint64_t>(item) * 14029467366897019727u;
  state = state << 31 | state >> 33;
  state *= 11400714785074694791u;
}

Hash TupleHash::finish(std::size_t count) const {
  const std::uint64_t result = state + (std::uint64_t{count} ^ (2870177450012600261u ^ 3527539u));
  return result == ~std::uint64_t{0} ? 1546275796 : static_cast<Hash>(result);
}

QuickEqual quick_equal(const Value& a, const Value& b) {
  if (a.is(b)) return QuickEqual::kYes;
  if (a.is_small() && b.is_small()) return QuickEqual::kNo;
  return equal_at(a, b, 0);
}
bool quick_hash(const Value& value, Hash& hash) {
  if (value.is_small()) {
    hash = hash_of_word(value.as_small());
    return true;
  }
  return hash_at(value, hash, 0);
}

QuickEqual quick_less(const Value& a, const Value& b) {
  const Kind kind = kind_of(a);
  if (kind_of(b) != kind) return QuickEqual::kAskPython;
  switch (kind) {
    case Kind::kInt: return answer(word_of(a) < word_of(b));
    case Kind::kFloat: return answer(a.as<FloatObject>()->number < b.as<FloatObject>()->number);
    case Kind::kStr: return answer(a.as<StrObject>()->text() < b.as<StrObject>()->text());
    case Kind::kTuple: {
      const auto* x = a.as<TupleObject>();
      const auto* y = b.as<TupleObject>();
      const std::size_t both = x->size < y->size ? x->size : y->size;
      if (both > 64) return QuickEqual::kAskPython;
      for (std::size_t i = 0; i < both; ++i) {
        const QuickEqual equal = quick_equal(x->items()[i], y->items()[i]);
        if (equal == QuickEqual::kYes) continue;
        // The first two that differ decide; of tuples in tuples somebody else knows more.
        if (equal == QuickEqual::kAskPython || kind_of(x->items()[i]) == Kind::kTuple)
          return QuickEqual::kAskPython;
        return quick_less(x->items()[i], y->items()[i]);
      }
      return answer(x->size < y->size);
    }
    default: return QuickEqual::kAskPython;
  }
}

}  // namespace simul::vm
