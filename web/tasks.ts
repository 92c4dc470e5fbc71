// The Tasks panel: the canvas's tracks as a table, for screen readers, for tests and for everybody. At most twice a second.

import { byId, make, seconds, setText } from './dom.ts';
import type { Simul, TaskRow, TaskTable } from './simul.ts';

const kShown = 500;
const kMany = 12; // from here on the timeline offers its filter

export class Tasks {
  readonly #simul: Simul;
  readonly #body = byId('tasks-body', HTMLElement);
  readonly #loop = byId('tasks-loop', HTMLElement);
  readonly #table = byId('tasks-table', HTMLElement);
  readonly #empty = byId('tasks-empty', HTMLElement);
  readonly #rows = new Map<number, HTMLTableRowElement>();

  constructor(simul: Simul, goTo: (line: number) => void) {
    this.#simul = simul;
    this.#body.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLElement>('button[data-line]') : null;
      if (link !== null) goTo(Number(link.dataset['line']));
    });
  }

  update(): void {
    const table = this.#simul.tasks();
    setText(this.#loop, loopSentence(table));
    const shown = table.tasks.slice(0, kShown);
    const ids = new Set(shown.map((task) => task.id));
    for (const [id, row] of this.#rows) {
      if (ids.has(id)) continue;
      row.remove();
      this.#rows.delete(id);
    }
    for (const task of shown) {
      let row = this.#rows.get(task.id);
      if (row === undefined) {
        row = emptyRow();
        this.#rows.set(task.id, row);
        this.#body.append(row);
      }
      fill(row, task, depth(task, table.tasks));
    }
    document.documentElement.classList.toggle('many-tasks', table.tasks.length > kMany);
    this.#table.hidden = table.tasks.length === 0;
    this.#empty.hidden = table.tasks.length > 0;
  }
}

function loopSentence(table: TaskTable): string {
  const more = table.tasks.length > kShown ? ` The first ${kShown} of ${table.tasks.length} tasks are listed.` : '';
  return table.tasks.length === 0 ? '' : `Event loop at ${seconds(table.time_s)} s: ${table.loop.text}${more}`;
}

function depth(task: TaskRow, all: readonly TaskRow[]): number {
  let deep = 0;
  for (let at: TaskRow | undefined = task; at?.parent != null && deep < 6; deep++) {
    const parent: number = at.parent;
    at = all.find((other) => other.id === parent);
    if (at === undefined) break;
  }
  return deep;
}

function emptyRow(): HTMLTableRowElement {
  const row = make('tr');
  const name = make('th');
  name.scope = 'row';
  row.append(name, make('td'), make('td', 'number'), make('td'), make('td'));
  name.append(make('span', 'name'), make('span', 'real'));
  row.children[1]?.append(make('span', 'state'));
  const line = make('button', 'link');
  line.type = 'button';
  row.children[3]?.append(line);
  return row;
}

function fill(row: HTMLTableRowElement, task: TaskRow, deep: number): void {
  const [name, state, since, line, why] = row.children;
  const [shown, real] = name?.children ?? [];
  const label = state?.firstElementChild;
  const link = line?.firstElementChild;
  if (!shown || !real || !label || !since || !(link instanceof HTMLElement) || !why) return;
  row.dataset['state'] = task.state;
  row.dataset['depth'] = String(deep);
  setText(shown, task.name);
  setText(real, task.task === task.name ? '' : task.task);
  setText(label, task.state);
  setText(since, seconds(task.since_s));
  link.hidden = task.line === null;
  if (task.line !== null) {
    setText(link, `line ${task.line}`);
    link.dataset['line'] = String(task.line);
  }
  setText(why, task.why);
}
