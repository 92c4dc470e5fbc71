// A bar between two panes: moved by pointer or by arrow keys, remembered as a share of the whole.

export interface SplitterPlan {
  name: 'columns' | 'rows'; // which custom property of the page it sets
  usual: number;
  least: number;
  most: number;
}

export class Splitter {
  readonly #bar: HTMLElement;
  readonly #plan: SplitterPlan;
  #share: number;

  constructor(bar: HTMLElement, plan: SplitterPlan) {
    this.#bar = bar;
    this.#plan = plan;
    const kept = parseFloat(document.documentElement.style.getPropertyValue(`--${plan.name}`)) / 100;
    this.#share = kept > 0 ? kept : plan.usual;
    this.#speak();
    bar.addEventListener('pointerdown', (event) => {
      if (event.button !== 0) return;
      event.preventDefault();
      bar.setPointerCapture(event.pointerId);
      bar.classList.add('moving');
    });
    bar.addEventListener('pointermove', (event) => {
      if (bar.hasPointerCapture(event.pointerId)) this.#follow(event);
    });
    bar.addEventListener('lostpointercapture', () => bar.classList.remove('moving'));
    bar.addEventListener('dblclick', () => this.#set(plan.usual));
    bar.addEventListener('keydown', (event) => {
      const step = event.shiftKey ? 0.1 : 0.02;
      const keys: Record<string, number> = {
        ArrowLeft: this.#share - step,
        ArrowUp: this.#share - step,
        ArrowRight: this.#share + step,
        ArrowDown: this.#share + step,
        Home: plan.least,
        End: plan.most,
        Enter: plan.usual,
      };
      const share = keys[event.key];
      if (share === undefined) return;
      event.preventDefault();
      this.#set(share);
    });
  }

  #follow(event: PointerEvent): void {
    const box = this.#bar.parentElement?.getBoundingClientRect();
    if (box === undefined) return;
    this.#set(
      this.#plan.name === 'columns' ? (event.clientX - box.left) / box.width : (event.clientY - box.top) / box.height,
    );
  }

  #set(share: number): void {
    this.#share = Math.min(this.#plan.most, Math.max(this.#plan.least, share));
    document.documentElement.style.setProperty(`--${this.#plan.name}`, `${this.#share * 100}%`);
    this.#speak();
    try {
      localStorage.setItem(`simul.split.${this.#plan.name}`, this.#share.toFixed(4));
    } catch {
      // Then it lasts until the page is closed.
    }
  }

  #speak(): void {
    this.#bar.setAttribute('aria-valuemin', String(Math.round(this.#plan.least * 100)));
    this.#bar.setAttribute('aria-valuemax', String(Math.round(this.#plan.most * 100)));
    this.#bar.setAttribute('aria-valuenow', String(Math.round(this.#share * 100)));
  }
}
