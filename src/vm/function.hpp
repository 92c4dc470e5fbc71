// Functions, methods, code, cells, descriptors, modules: the objects between a name and a frame.
// Mirrors Objects/funcobject.c, classobject.c, descrobject.c and moduleobject.c.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "bytecode/code_object.hpp"
#include "vm/data.hpp"
#include "vm/module_source.hpp"
#include "vm/native.hpp"
#include "vm/type.hpp"
#include "vm/value.hpp"

namespace simul::vm {

class Signature;

// What LOAD_GLOBAL found last time. A hit in globals is right while that entry still has the name;
// one in builtins while globals neither gained nor lost an entry.
struct GlobalCache {
  const Table* globals = nullptr;
  std::int32_t index = -1;
  std::uint32_t shape = 0;
  bool in_builtins = false;
};

// What an attribute of that name was last time; good for one version of one class.
struct AttributeCache {
  enum class Kind : std::uint8_t {
    kAsk,       // nothing to be remembered
    kOwn,       // the class has none: the instance's own one lies at `index`
    kMethod,    // `found`, a function of the class; an instance's own one goes before it
    kProperty,  // `found`, a property's getter, which a plain call runs
    kSuper,     // `found`, a function of a class behind `after` in the MRO
    kModule,    // what a module has lies at `index`, and goes before all else
  };
  const Type* type = nullptr;
  std::uint32_t version = 0;
  std::int32_t index = -1;
  Object* found = nullptr;        // the class keeps it while it has this version
  const Object* after = nullptr;  // as plain an address: the MRO keeps it
  Kind kind = Kind::kAsk;
  bool stores = false;  // kOwn, and an assignment goes there too
};

// A CodeObject ready to run: constants as Values, names interned (the Vm keeps interned names for
// its life).
struct CodeValue : Container {
  std::shared_ptr<const bytecode::CodeObject> code;
  std::vector<Value> constants;
  std::vector<StrObject*> names;
  std::vector<StrObject*> local_names;
  std::vector<std::uint32_t> cell_locals;
  std::uint32_t local_count = 0;
  std::uint32_t frame_slots = 0;  // locals and stack
  std::uint32_t frame_size = 0;   // in bytes
  // How many arguments a call takes that only puts them where they belong.
  static constexpr std::uint32_t kNotSimple = ~0u;
  std::uint32_t simple_count = kNotSimple;
  // The same where the interpreter may go into a call of it without asking anybody: not where its
  // frames count as natives.
  std::uint32_t quick_count = kNotSimple;
  FrameKind kind = FrameKind::kProgram;
  bool in_program_file = false;  // the text that the program itself consists of
  bool begins_with_resume = false;
  std::vector<bytecode::Instruction> quick;      // what runs: see quicken.hpp
  const bytecode::Instruction* start = nullptr;  // its first word
  std::vector<GlobalCache> global_caches;        // by name index
  std::vector<AttributeCache> attribute_caches;  // the same
};

struct FunctionObject : Container {
  CodeValue* code = nullptr;      // owned
  DictObject* globals = nullptr;  // owned
  Value name, qualname, module, doc;
  Value defaults;     // a tuple or empty
  Value kwdefaults;   // a dict or empty
  Value closure;      // a tuple of cells or empty
  Value annotations;  // a dict, a tuple of pairs, or empty
  Value type_params;
  Value dict;
};

struct MethodObject : Container {
  Value function, self;
};

// NativeFunction::operation of a library twin's function: `self` is the Python function behind it.
inline constexpr int kTwin = -1;

// Every callable written in C++: functions of modules, methods of native types (type
// method_descriptor until they are bound), slot wrappers.
struct NativeFunction : Container {
  using Wrapper = Answer (*)(Vm&, const NativeFunction& function, const CallArgs& args);
  NativeDef def{"", PlainFunction{nullptr}};
  Wrapper wrapper = nullptr;  // of a slot wrapper; `operation` tells which operator
  int operation = 0;
  Type* owner = nullptr;  // the type it is a method of; not owned
  Value self;             // when it is bound, or the class of a class method
  Value module;
  const Signature* signature = nullptr;  // for a library function that CPython has in Python
  // Of the coroutines that it makes, once it has made one.
  mutable Value made_name, made_qualname;
};

struct GetSetDescriptor : Container {
  GetterDef def;
  Type* owner;
};

// A __slots__ member: a Value at `offset` of the instance.
struct MemberDescriptor : Container {
  Value name;
  Type* owner;
  std::size_t offset;
};

struct PropertyObject : Container {
  Value get, set, del, doc, name, dict;
  bool doc_of_getter = false;  // so that another getter brings its own
};
struct WrappedMethod : Container {  // classmethod, staticmethod
  Value function, dict;
};
struct SuperObject : Container {
  Value type, object, object_type;
};
struct ModuleObject : Container {
  Value dict;
};
struct MappingProxy : Container {
  Value mapping;
};
struct GenericAlias : Container {
  Value origin, args;
};

}  // namespace simul::vm
