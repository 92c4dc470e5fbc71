// A moment that somebody hands on, and one that came with a link: the instant run of the program, shown as it was then.

import type { Runner } from './runner.ts';
import type { ConsoleTab, Look, Moment, Scenario } from './share.ts';

const kSameS = 1e-6;
// A live run's timers are late by some milliseconds; the instant run's are not.
const kLateS = 0.02;

export class Moments {
  readonly #runner: Runner;
  readonly #moved: () => void;
  #wanted: { moment: Moment; look: Look | null } | null = null;

  // moved: the picture shows another moment.
  constructor(runner: Runner, moved: () => void) {
    this.#runner = runner;
    this.#moved = moved;
  }

  // What is shown, to be handed on; chosen: somebody went back to it or paused there.
  here(tab: ConsoleTab): (Required<Pick<Scenario, 'moment' | 'look'>> & { chosen: boolean }) | null {
    const { simul } = this.#runner;
    const control = simul.control(performance.now());
    if (control.of_events === 0) return null;
    const { start_s, width_s, task } = simul.look();
    const part = start_s === null || width_s === null ? null : { startS: start_s, widthS: width_s };
    return {
      moment: { timeS: control.time_s, events: control.events },
      look: { tab, part, task },
      chosen: control.looking_back || this.#runner.state.state === 'paused',
    };
  }

  // Runs the program at once; its end brings the moment (arrive).
  show(moment: Moment, look: Look | null): void {
    this.#wanted = { moment, look };
    this.#runner.runAtOnce();
  }
  // The next run is of another text, or one that a person started.
  forget(): void {
    this.#wanted = null;
  }
  // After every change of the run's state.
  arrive(): void {
    const { state } = this.#runner.state;
    if (this.#wanted === null || (state !== 'finished' && state !== 'stopped' && state !== 'paused')) return;
    const { moment, look } = this.#wanted;
    this.#wanted = null;
    const { simul } = this.#runner;
    const at = (): number => simul.control(performance.now()).time_s;
    simul.seek_event(moment.events);
    const off = Math.abs(at() - moment.timeS);
    // Between two events, or a run that is told in other events than the one it was taken from: then the time counts.
    if (off > kSameS && (off > kLateS || moment.events === 0)) simul.seek(moment.timeS);
    simul.show_look(look?.part?.startS ?? 0, look?.part?.widthS ?? 0, look?.task ?? -1);
    this.#moved();
  }
}
