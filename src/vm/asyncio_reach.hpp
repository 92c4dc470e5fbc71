// What a program that is over still reaches by its names, through asyncio's own objects too.
#pragma once

#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "vm/asyncio_state.hpp"
#include "vm/native.hpp"

namespace simul::vm {

// Looked at once, when made. Only while no other thread is alive.
class Reach final : private Visitor {
 public:
  // kNames: from the modules, what is set in asyncio, and `also`. kSet: from what is set alone.
  enum class From : std::uint8_t { kNames, kSet };
  Reach(AsyncioState& state, const Value& also, From from = From::kNames);
  [[nodiscard]] bool has(const asyncio::FutureBase& future) const {
    return futures_.count(&future) != 0;
  }
  [[nodiscard]] bool has(const Object* object) const { return objects_.count(object) != 0; }

 private:
  void visit_reference(Object* object) override;
  void visit_future(asyncio::FutureBase* future);
  void follow(Container* object);
  void follow_coroutine(const Object* object);
  void follow(asyncio::FutureBase& future);
  void follow(const asyncio::DoneCallback* callback);
  void follow_loop(const asyncio::EventLoop& loop);
  // The futures that wait in each lock and queue.
  void note_waiters();

  AsyncioState& state_;
  std::unordered_set<const Object*> objects_;
  std::unordered_set<const asyncio::FutureBase*> futures_;
  std::vector<Container*> objects_todo_;
  std::vector<asyncio::FutureBase*> futures_todo_;
  std::unordered_multimap<const asyncio::FutureBase*, PyTask*> waiting_;  // by what they wait for
  // A gather's or shield's own future, and the tasks that it waits for.
  std::unordered_multimap<const asyncio::FutureBase*, asyncio::FutureBase*> parts_;
  std::unordered_multimap<const Object*, asyncio::FutureBase*> waiters_;  // by the lock or queue
};

}  // namespace simul::vm
