// wasm_functions.mjs - a WebAssembly module's functions, read and put in another order.
//
// Knows what Emscripten writes without -pthread, exceptions or SIMD, and throws at anything else: an index that was
// overlooked would call another function.

const IMPORT = 2, FUNCTION = 3, EXPORT = 7, START = 8, ELEMENT = 9, CODE = 10;

class Reader {
  constructor(bytes, at = 0) {
    this.bytes = bytes;
    this.at = at;
  }
  byte() {
    return this.bytes[this.at++];
  }
  // An unsigned number in LEB128.
  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const part = this.byte();
      value |= (part & 127) << shift;
      if (part < 128) return value >>> 0;
    }
  }
  // Numbers of any kind that nobody asks for.
  skipNumbers(count = 1) {
    for (; count > 0; --count) while (this.byte() >= 128);
  }
  skip(bytes) {
    this.at += bytes;
  }
}

function numberBytes(value) {
  const out = [];
  for (; value > 127; value >>>= 7) out.push((value & 127) | 128);
  return [...out, value];
}

// What stands behind an opcode, as far as one has to know it to get to the next.
function skipOperands(reader, opcode) {
  const between = (low, high) => opcode >= low && opcode <= high;
  if (between(0x02, 0x04) || between(0x0c, 0x0d) || between(0x20, 0x26) || between(0x3f, 0x42) || opcode === 0xd0) {
    reader.skipNumbers(); // a block's type, a label, a local, a global, a table, memory, a constant
  } else if (between(0x28, 0x3e) || opcode === 0x11 || opcode === 0x13) {
    reader.skipNumbers(2); // alignment and offset; type and table
  } else if (opcode === 0x0e) {
    reader.skipNumbers(reader.number() + 1); // a switch
  } else if (opcode === 0x1c) {
    reader.skipNumbers(reader.number());
  } else if (opcode === 0x43 || opcode === 0x44) {
    reader.skip(opcode === 0x43 ? 4 : 8);
  } else if (opcode === 0xfc) {
    const which = reader.number();
    if (which > 17) throw new Error(`unknown instruction 0xfc ${which}`);
    reader.skipNumbers(which < 8 ? 0 : [8, 10, 12, 14].includes(which) ? 2 : 1);
  } else if (!(between(0x00, 0x01) || opcode === 0x05 || opcode === 0x0b || opcode === 0x0f || between(0x1a, 0x1b) || between(0x45, 0xc4) || opcode === 0xd1)) {
    throw new Error(`unknown instruction 0x${opcode.toString(16)}`);
  }
}

// Where a body names functions: from, to, which.
function namedFunctions(bytes, from, to) {
  const reader = new Reader(bytes, from), found = [];
  while (reader.at < to) {
    const opcode = reader.byte();
    if (opcode === 0x10 || opcode === 0x12 || opcode === 0xd2) {
      const at = reader.at, which = reader.number();
      found.push({ from: at, to: reader.at, which });
    } else {
      skipOperands(reader, opcode);
    }
  }
  if (reader.at !== to) throw new Error('a function ends within an instruction');
  return found;
}

function countImportedFunctions(reader) {
  let count = 0;
  for (let left = reader.number(); left > 0; --left) {
    reader.skip(reader.number());
    reader.skip(reader.number());
    const kind = reader.byte();
    if (kind > 3) throw new Error(`unknown kind of import ${kind}`);
    if (kind === 0) ++count;
    if (kind === 0) reader.skipNumbers();
    if (kind === 1 || kind === 3) reader.byte();
    if (kind === 3) reader.byte();
    if (kind === 1 || kind === 2) reader.skipNumbers(1 + (reader.byte() & 1));
  }
  return count;
}

// {bytes, sections, imported, functions}; a function has its type, its body from locals to end, where its instructions
// begin, and the functions that it names.
export function readModule(bytes) {
  const sections = [], reader = new Reader(bytes, 8);
  while (reader.at < bytes.length) {
    const id = reader.byte(), size = reader.number();
    sections.push({ id, from: reader.at, to: reader.at + size });
    reader.skip(size);
  }
  const section = (id) => {
    const found = sections.find((one) => one.id === id);
    return new Reader(found ? bytes : [0], found?.from);
  };
  const types = section(FUNCTION), code = section(CODE);
  const functions = Array.from({ length: types.number() }, () => ({ type: types.number() }));
  code.number();
  for (const one of functions) {
    const size = code.number();
    one.from = code.at;
    one.to = code.at + size;
    for (let left = code.number(); left > 0; --left) code.skipNumbers(2);
    one.code = code.at;
    one.named = namedFunctions(bytes, one.code, one.to);
    code.at = one.to;
  }
  return { bytes, sections, imported: countImportedFunctions(section(IMPORT)), functions };
}

class Writer {
  parts = [];
  size = 0;
  bytes(part) {
    this.parts.push(part);
    this.size += part.length;
  }
  number(value) {
    this.bytes(numberBytes(value));
  }
  sized(other) {
    this.number(other.size);
    for (const part of other.parts) this.bytes(part);
  }
  all() {
    const out = new Uint8Array(this.size);
    let at = 0;
    for (const part of this.parts) {
      out.set(part, at);
      at += part.length;
    }
    return out;
  }
}

// The same module with its functions in this order, given as places in `functions`. Custom sections, which would name the old
// places, are left out.
export function reordered({ bytes, sections, imported, functions }, order) {
  const place = new Uint32Array(imported + functions.length);
  for (let i = 0; i < imported; ++i) place[i] = i;
  order.forEach((old, i) => {
    place[imported + old] = imported + i;
  });
  const written = {
    [FUNCTION](out) {
      out.number(order.length);
      for (const old of order) out.number(functions[old].type);
    },
    [EXPORT](out, reader) {
      let left = reader.number();
      for (out.number(left); left > 0; --left) {
        const from = reader.at;
        reader.skip(reader.number());
        const kind = reader.byte();
        out.bytes(bytes.subarray(from, reader.at));
        const which = reader.number();
        out.number(kind === 0 ? place[which] : which);
      }
    },
    [START](out, reader) {
      out.number(place[reader.number()]);
    },
    [ELEMENT](out, reader) {
      let left = reader.number();
      for (out.number(left); left > 0; --left) {
        const from = reader.at;
        if (reader.byte() !== 0 || reader.byte() !== 0x41) throw new Error('unknown kind of table elements');
        reader.skipNumbers();
        reader.byte();
        out.bytes(bytes.subarray(from, reader.at));
        let count = reader.number();
        for (out.number(count); count > 0; --count) out.number(place[reader.number()]);
      }
    },
    [CODE](out) {
      out.number(order.length);
      for (const old of order) {
        const body = new Writer();
        let at = functions[old].from;
        for (const { from, to, which } of functions[old].named) {
          body.bytes(bytes.subarray(at, from));
          body.number(place[which]);
          at = to;
        }
        body.bytes(bytes.subarray(at, functions[old].to));
        out.sized(body);
      }
    },
  };
  const out = new Writer();
  out.bytes(bytes.subarray(0, 8));
  for (const { id, from, to } of sections) {
    if (id === 0) continue;
    const content = new Writer();
    if (written[id]) written[id](content, new Reader(bytes, from));
    else content.bytes(bytes.subarray(from, to));
    out.bytes([id]);
    out.sized(content);
  }
  return out.all();
}
