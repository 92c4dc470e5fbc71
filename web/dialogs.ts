// What all dialogs have in common (a close button, a click beside them), and the two small ones: run settings and help.

import { byId } from './dom.ts';
import { kUsual, type Settings } from './share.ts';

export function closable(dialog: HTMLDialogElement): void {
  for (const close of dialog.querySelectorAll<HTMLElement>('[data-close]'))
    close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('pointerdown', (event) => {
    if (event.target !== dialog) return;
    const box = dialog.getBoundingClientRect();
    const inside =
      event.clientX >= box.left && event.clientX < box.right && event.clientY >= box.top && event.clientY < box.bottom;
    if (!inside) dialog.close();
  });
}

export class SettingsDialog {
  readonly #dialog = byId('settings', HTMLDialogElement);
  readonly #seed = byId('seed', HTMLInputElement);
  readonly #cost = byId('cost', HTMLInputElement);

  // changed: with numbers in range.
  constructor(changed: (seed: number, costNs: number) => void) {
    const apply = (): void => {
      const seed = this.#seed.valueAsNumber;
      const cost = this.#cost.valueAsNumber;
      if (this.#seed.validity.valid && this.#cost.validity.valid) {
        changed(Number.isNaN(seed) ? kUsual.seed : seed, Number.isNaN(cost) ? kUsual.costNs : cost);
      }
    };
    this.#seed.addEventListener('input', apply);
    this.#cost.addEventListener('input', apply);
  }

  open(settings: Settings): void {
    this.#seed.valueAsNumber = settings.seed;
    this.#cost.valueAsNumber = settings.costNs;
    this.#dialog.showModal();
  }
}

// Saves a text, or bytes, as a file of the person's.
export function download(name: string, type: string, content: string | Uint8Array<ArrayBuffer>): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
