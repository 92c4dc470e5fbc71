// opcode_info.cpp - the tables behind opcode_info.hpp.
#include "bytecode/opcode_info.hpp"

#include <array>

namespace simul::bytecode {
namespace {

constexpr std::string_view kNames[] = {
#define SIMUL_OPCODE(name, operand) #name,
#include "bytecode/opcodes.def"
};

constexpr OperandKind kKinds[] = {
#define SIMUL_OPCODE(name, operand) OperandKind::operand,
#include "bytecode/opcodes.def"
};

// clang-format off
constexpr std::string_view kBinary[] = {
    "+", "&", "//", "<<", "@", "*", "%", "|", "**", ">>", "-", "/", "^",
    "+=", "&=", "//=", "<<=", "@=", "*=", "%=", "|=", "**=", ">>=", "-=", "/=", "^="};
constexpr std::string_view kCompare[] = {"<", "<=", "==", "!=", ">", ">="};
constexpr std::string_view kIntrinsic1[] = {
    "INTRINSIC_1_INVALID", "INTRINSIC_PRINT", "INTRINSIC_IMPORT_STAR", "INTRINSIC_STOPITERATION_ERROR",
    "INTRINSIC_ASYNC_GEN_WRAP", "INTRINSIC_UNARY_POSITIVE", "INTRINSIC_LIST_TO_TUPLE",
    "INTRINSIC_TYPEVAR", "INTRINSIC_PARAMSPEC", "INTRINSIC_TYPEVARTUPLE",
    "INTRINSIC_SUBSCRIPT_GENERIC", "INTRINSIC_TYPEALIAS"};
constexpr std::string_view kIntrinsic2[] = {
    "INTRINSIC_2_INVALID", "INTRINSIC_PREP_RERAISE_STAR", "INTRINSIC_TYPEVAR_WITH_BOUND",
    "INTRINSIC_TYPEVAR_WITH_CONSTRAINTS", "INTRINSIC_SET_FUNCTION_TYPE_PARAMS",
    "INTRINSIC_SET_TYPEPARAM_DEFAULT"};
// clang-format on

template <std::size_t N>
std::string_view at(const std::string_view (&table)[N], std::uint32_t index) {
  return index < N ? table[index] : std::string_view{};
}

}  // namespace

std::string_view opcode_name(Opcode op) {
  return at(kNames, static_cast<std::uint32_t>(op));
}

OperandKind operand_kind(Opcode op) {
  return kKinds[static_cast<std::size_t>(op)];
}

std::string_view binary_symbol(std::uint32_t arg) {
  return at(kBinary, arg);
}
std::string_view compare_symbol(std::uint32_t index) {
  return at(kCompare, index);
}
std::string_view intrinsic_1_name(std::uint32_t arg) {
  return at(kIntrinsic1, arg);
}
std::string_view intrinsic_2_name(std::uint32_t arg) {
  return at(kIntrinsic2, arg);
}

bool is_jump(Opcode op) {
  const OperandKind kind = operand_kind(op);
  return kind == OperandKind::FORWARD || kind == OperandKind::BACKWARD;
}

bool ends_flow(Opcode op) {
  switch (op) {
    case Opcode::RETURN_VALUE:
    case Opcode::RETURN_CONST:
    case Opcode::RAISE_VARARGS:
    case Opcode::RERAISE:
    case Opcode::JUMP_FORWARD:
    case Opcode::JUMP_BACKWARD:
    case Opcode::JUMP_BACKWARD_NO_INTERRUPT: return true;
    default: return false;
  }
}

std::int64_t jump_target(std::int64_t offset, Instruction instruction) {
  const std::int64_t distance = instruction.arg();
  return operand_kind(instruction.op()) == OperandKind::BACKWARD ? offset + 1 - distance
                                                                 : offset + 1 + distance;
}

StackEffect stack_effect(Opcode op, std::uint32_t arg) {
  const int n = static_cast<int>(arg);
  switch (op) {
    case Opcode::NOP:
    case Opcode::RESUME:
    case Opcode::DELETE_FAST:
    case Opcode::MAKE_CELL:
    case Opcode::COPY_FREE_VARS:
    case Opcode::DELETE_DEREF:
    case Opcode::DELETE_NAME:
    case Opcode::DELETE_GLOBAL:
    case Opcode::JUMP_FORWARD:
    case Opcode::JUMP_BACKWARD:
    case Opcode::JUMP_BACKWARD_NO_INTERRUPT:
    case Opcode::RETURN_CONST:
    case Opcode::SETUP_ANNOTATIONS: return {0, 0};
    case Opcode::POP_TOP:
    case Opcode::RETURN_VALUE:
    case Opcode::STORE_FAST:
    case Opcode::STORE_DEREF:
    case Opcode::STORE_NAME:
    case Opcode::STORE_GLOBAL:
    case Opcode::DELETE_ATTR:
    case Opcode::POP_JUMP_IF_FALSE:
    case Opcode::POP_JUMP_IF_TRUE:
    case Opcode::POP_JUMP_IF_NONE:
    case Opcode::POP_JUMP_IF_NOT_NONE:
    case Opcode::END_FOR:
    case Opcode::POP_EXCEPT: return {1, 0};
    case Opcode::PUSH_NULL:
    case Opcode::LOAD_CONST:
    case Opcode::LOAD_FAST:
    case Opcode::LOAD_FAST_CHECK:
    case Opcode::LOAD_FAST_AND_CLEAR:
    case Opcode::LOAD_DEREF:
    case Opcode::LOAD_LOCALS:
    case Opcode::LOAD_NAME:
    case Opcode::LOAD_BUILD_CLASS:
    case Opcode::LOAD_ASSERTION_ERROR:
    case Opcode::RETURN_GENERATOR: return {0, 1};
    case Opcode::COPY: return {n, n + 1};
    case Opcode::SWAP: return {n, n};
    case Opcode::LOAD_FAST_LOAD_FAST: return {0, 2};
    case Opcode::STORE_FAST_LOAD_FAST: return {1, 1};
    case Opcode::STORE_FAST_STORE_FAST: return {2, 0};
    case Opcode::LOAD_FROM_DICT_OR_DEREF:
    case Opcode::LOAD_FROM_DICT_OR_GLOBALS:
    case Opcode::UNARY_NEGATIVE:
    case Opcode::UNARY_INVERT:
    case Opcode::UNARY_NOT:
    case Opcode::TO_BOOL:
    case Opcode::FORMAT_SIMPLE:
    case Opcode::CONVERT_VALUE:
    case Opcode::GET_ITER:
    case Opcode::GET_AITER:
    case Opcode::GET_AWAITABLE:
    case Opcode::GET_YIELD_FROM_ITER:
    case Opcode::CALL_INTRINSIC_1:
    case Opcode::MAKE_FUNCTION:
    case Opcode::YIELD_VALUE: return {1, 1};
    case Opcode::LOAD_GLOBAL: return {0, 1 + (n & 1)};
    case Opcode::LOAD_ATTR: return {1, 1 + (n & 1)};
    case Opcode::LOAD_SUPER_ATTR: return {3, 1 + (n & 1)};
    case Opcode::STORE_ATTR:
    case Opcode::DELETE_SUBSCR:
    case Opcode::END_ASYNC_FOR: return {2, 0};
    case Opcode::STORE_SUBSCR: return {3, 0};
    case Opcode::STORE_SLICE: return {4, 0};
    case Opcode::BINARY_SUBSCR:
    case Opcode::BINARY_OP:
    case Opcode::COMPARE_OP:
    case Opcode::CONTAINS_OP:
    case Opcode::IS_OP:
    case Opcode::FORMAT_WITH_SPEC:
    case Opcode::CALL_INTRINSIC_2:
    case Opcode::SET_FUNCTION_ATTRIBUTE:
    case Opcode::IMPORT_NAME:
    case Opcode::END_SEND: return {2, 1};
    case Opcode::BINARY_SLICE: return {3, 1};
    case Opcode::BUILD_SLICE:
    case Opcode::BUILD_TUPLE:
    case Opcode::BUILD_LIST:
    case Opcode::BUILD_SET:
    case Opcode::BUILD_STRING: return {n, 1};
    case Opcode::BUILD_MAP: return {2 * n, 1};
    case Opcode::BUILD_CONST_KEY_MAP: return {n + 1, 1};
    // These reach n items down and leave what they reach.
    case Opcode::LIST_APPEND:
    case Opcode::LIST_EXTEND:
    case Opcode::SET_ADD:
    case Opcode::SET_UPDATE:
    case Opcode::DICT_UPDATE: return {n + 1, n};
    case Opcode::DICT_MERGE: return {n + 4, n + 3};
    case Opcode::MAP_ADD: return {n + 2, n};
    case Opcode::UNPACK_SEQUENCE: return {1, n};
    case Opcode::UNPACK_EX: return {1, (n & 0xff) + (n >> 8) + 1};
    case Opcode::FOR_ITER:
    case Opcode::GET_ANEXT:
    case Opcode::IMPORT_FROM:
    case Opcode::PUSH_EXC_INFO:
    case Opcode::BEFORE_WITH:
    case Opcode::BEFORE_ASYNC_WITH:
    case Opcode::GET_LEN:
    case Opcode::MATCH_SEQUENCE:
    case Opcode::MATCH_MAPPING: return {1, 2};
    case Opcode::CALL: return {n + 2, 1};
    case Opcode::CALL_KW: return {n + 3, 1};
    case Opcode::CALL_FUNCTION_EX: return {3 + (n & 1), 1};
    case Opcode::RAISE_VARARGS: return {n, 0};
    case Opcode::RERAISE: return {n + 1, n};
    case Opcode::CHECK_EXC_MATCH:
    case Opcode::CHECK_EG_MATCH:
    case Opcode::SEND: return {2, 2};
    case Opcode::WITH_EXCEPT_START: return {4, 5};
    case Opcode::CLEANUP_THROW: return {3, 2};
    case Opcode::MATCH_KEYS: return {2, 3};
    case Opcode::MATCH_CLASS: return {3, 1};
  }
  return {0, 0};
}

}  // namespace simul::bytecode
