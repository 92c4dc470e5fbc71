// A row of tabs with one panel each, with the keys that ARIA's tab pattern promises. No tab is cut: what has no room in the
// row stands in the list behind it, the chosen tab never does.

import { make } from './dom.ts';

export class Tabs {
  readonly #tabs: HTMLElement[];
  readonly #chosen: (id: string) => void;

  readonly #list: HTMLElement;
  readonly #more: HTMLSelectElement;

  constructor(list: HTMLElement, more: HTMLSelectElement, chosen: (id: string) => void = () => undefined) {
    this.#list = list;
    this.#more = more;
    this.#tabs = [...list.querySelectorAll<HTMLElement>('[role=tab]')];
    this.#chosen = chosen;
    for (const tab of this.#tabs) tab.addEventListener('click', () => this.choose(tab.id));
    more.addEventListener('change', () => {
      const { value } = more;
      this.choose(value);
      this.#tabs.find((tab) => tab.id === value)?.focus();
    });
    // A tab that comes, or a count in one, changes what there is room for, as the row itself does.
    const sizes = new ResizeObserver(() => requestAnimationFrame(() => this.#fit()));
    for (const one of [list, ...this.#tabs]) sizes.observe(one);
    list.addEventListener('keydown', (event) => {
      const shown = this.#tabs.filter((tab) => tab.checkVisibility());
      const at = shown.findIndex((tab) => tab === document.activeElement);
      const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: shown.length - 1 }[event.key];
      if (at < 0 || to === undefined) return;
      event.preventDefault();
      const tab = shown[(to + shown.length) % shown.length];
      tab?.focus();
      if (tab) this.choose(tab.id);
    });
  }

  choose(id: string): void {
    for (const tab of this.#tabs) {
      const selected = tab.id === id;
      tab.setAttribute('aria-selected', String(selected));
      tab.tabIndex = selected ? 0 : -1;
      const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '');
      if (panel !== null) panel.hidden = !selected;
    }
    this.#fit();
    this.#chosen(id);
  }

  #fit(): void {
    if (this.#list.clientWidth === 0) return;
    for (const tab of this.#tabs) tab.classList.remove('over');
    this.#more.hidden = true;
    const over: HTMLElement[] = [];
    const tooWide = (): boolean => this.#list.scrollWidth > this.#list.clientWidth;
    if (tooWide()) {
      this.#more.hidden = false;
      for (const tab of [...this.#tabs].reverse()) {
        if (!tooWide()) break;
        if (tab.hidden || tab.ariaSelected === 'true' || !tab.checkVisibility()) continue;
        tab.classList.add('over');
        over.unshift(tab);
      }
    }
    const head = make('option', '', 'More ▾');
    head.disabled = head.hidden = true;
    this.#more.replaceChildren(
      head,
      ...over.map((tab) => Object.assign(make('option', '', tab.firstChild?.textContent ?? ''), { value: tab.id })),
    );
    head.selected = true;
  }
}
