// A row of tabs with one panel each, with the keys that ARIA's tab pattern promises.

export class Tabs {
  readonly #tabs: HTMLElement[];
  readonly #chosen: (id: string) => void;

  constructor(list: HTMLElement, chosen: (id: string) => void = () => undefined) {
    this.#tabs = [...list.querySelectorAll<HTMLElement>('[role=tab]')];
    this.#chosen = chosen;
    for (const tab of this.#tabs) tab.addEventListener('click', () => this.choose(tab.id));
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
      if (selected) tab.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '');
      if (panel !== null) panel.hidden = !selected;
    }
    this.#chosen(id);
  }
}
