// Reads examples/*.py: a header of `# key: value` lines (a longer value goes on in lines that begin with `#   `), a blank
// line, then the program, which is what the gallery opens. Used by scripts/bundle.mjs and by the tests.

export interface Example {
  id: string;
  title: string;
  group: string;
  look_for: string;
  truth: string | null;
  from: string;
  code: string;
}

const kKeys = ['title', 'group', 'look for', 'truth', 'from'];

// file: a name such as 03_two_tasks.py or 03b_two_tasks.py; its id is two_tasks, so that links survive a new order.
export function parseExample(file: string, text: string): Example {
  const values = new Map<string, string>();
  const lines = text.split('\n');
  let at = 0;
  let key: string | null = null;
  for (; at < lines.length && lines[at] !== ''; at++) {
    const line = lines[at] ?? '';
    const more = /^#   (\S.*)$/.exec(line);
    const begin = /^# ([a-z ]+): (.+)$/.exec(line);
    if (more !== null && key !== null) values.set(key, `${values.get(key) ?? ''} ${more[1]}`);
    else if (begin !== null && kKeys.includes(begin[1] ?? '')) {
      key = begin[1] ?? '';
      if (values.has(key)) throw new Error(`${file}:${at + 1}: a second "${key}"`);
      values.set(key, begin[2] ?? '');
    } else
      throw new Error(`${file}:${at + 1}: the header takes "# ${kKeys.join(': …", "# ')}: …" and then a blank line`);
  }
  const need = (name: string): string => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`${file}: the header lacks "# ${name}: …"`);
    return value;
  };
  return {
    id: file.replace(/^\d+[a-z]?_/, '').replace(/\.py$/, ''),
    title: need('title'),
    group: need('group'),
    look_for: need('look for'),
    truth: values.get('truth') ?? null,
    from: need('from'),
    code: lines.slice(at + 1).join('\n'),
  };
}
