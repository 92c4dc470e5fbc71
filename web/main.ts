// The page begins here: first what needs no C++ (editor, draft, gallery, theme), then the module, then everything joined.

import { Asking } from './asking.ts';
import { CanvasField } from './canvas_field.ts';
import { rememberPanel, tellFocus } from './canvas_panel.ts';
import { Choice } from './choice.ts';
import { Compare } from './compare.ts';
import { Explore } from './explore.ts';
import { ComposePanel } from './compose_panel.ts';
import { Composing } from './composing.ts';
import { closable, SettingsDialog } from './dialogs.ts';
import { byId, setText } from './dom.ts';
import { browserShelf, Drafts, firstVisit, memoryShelf } from './draft.ts';
import { Editor } from './editor.ts';
import { isEmbedded, readOptions } from './embed.ts';
import { Embedded } from './embedded.ts';
import { FilesPanel } from './files.ts';
import { Findings } from './findings.ts';
import { firstSteps, tourWhenShown } from './first_steps.ts';
import { Frames } from './frames.ts';
import { Gallery, lend } from './gallery.ts';
import { Gestures } from './gestures.ts';
import { listen } from './input.ts';
import { Learn } from './learn.ts';
import { Library } from './library.ts';
import { loadSimul } from './load.ts';
import { Moments } from './moments.ts';
import { Notice } from './notice.ts';
import { workOffline } from './offline.ts';
import { home, keepPristine } from './one_file.ts';
import { Output } from './output.ts';
import { Panes } from './panes.ts';
import { Problems } from './problems.ts';
import { Program } from './program.ts';
import { RefactorDialog } from './refactor.ts';
import { Runner } from './runner.ts';
import { OpenScenario } from './scenario.ts';
import './seen_by_tests.ts';
import { type ConsoleTab, encode, type Scenario } from './share.ts';
import { Change, type Simul } from './simul.ts';
import { Sliders } from './sliders.ts';
import { loadFonts, Stage } from './stage.ts';
import { Steps } from './steps.ts';
import { StopsDialog } from './stops.ts';
import { Tasks } from './tasks.ts';
import { Theme } from './theme.ts';
import { firstTour, Tour } from './tour.ts';
import { TrackFilter } from './track_filter.ts';
import { Transport } from './transport.ts';
import { Watcher } from './watcher.ts';

keepPristine();
const module = loadSimul();
const fonts = loadFonts();
const theme = new Theme();
const notice = new Notice();
const panes = new Panes();

// What the page does once C++ is there; until then, what it can.
let program: Program | null = null;
let start = (): void => undefined;
let setBreakpoints = (_lines: number[]): void => undefined;
let settingsChanged = (): void => undefined;
let transcript = (_text: string): string | null => null;
let showMoment: Moments['show'] = () => undefined;
// What of the picture can be handed on.
let handOn = (): Handed => ({ scenario: scenario.now, chosen: false, picture: () => '' });
let exporting = (): void => undefined;
let cancelGesture = (): void => undefined;
let textChanged = (): void => undefined;

// A page within another one keeps nothing: the draft in this browser is of the page that stands alone.
const { scenario, text } = await OpenScenario.begin(new Drafts(isEmbedded ? memoryShelf() : browserShelf()), {
  text: () => editor.text,
  load: (other) => editor.load(other),
  say: (sentence, ways, seconds) => notice.say(sentence, ways, seconds),
  settingsChanged: () => settingsChanged(),
  showMoment: (moment, look) => showMoment(moment, look),
});
const options = readOptions(scenario.extras.embed ?? '');
const embedded = isEmbedded
  ? new Embedded(options, { read: () => editor.text, load: (other) => editor.load(other) })
  : null;
const editor: Editor = new Editor(byId('editor', HTMLElement), text, {
  edited: (loaded) => {
    program?.edited(loaded);
    textChanged();
    if (!loaded) scenario.edited();
  },
  run: () => start(),
  transcript: (pasted) => transcript(pasted),
  breakpoints: (lines) => setBreakpoints(lines),
  cancelGesture: () => cancelGesture(),
  converted: () => notice.say('Prompts and outputs were taken off. Undo brings them back.', [], 8),
});
scenario.show();
embedded?.leadTo(async () => new URL('./', document.baseURI).href + (await encode(scenario.now)));
const problems = new Problems(
  (offset) => (panes.show('code'), editor.goTo(offset)),
  (fix) => (panes.show('code'), editor.mend(fix)),
);

const gallery = new Gallery(
  (example) => scenario.pick(example),
  (draft) => scenario.bringBack(draft),
);
if (scenario.look !== null) panes.chooseTab(scenario.look.tab);
for (const dialog of document.querySelectorAll('dialog')) closable(dialog);
const press = (id: string, run: () => void): void => byId(id, HTMLElement).addEventListener('click', run);
press('gallery-button', () => gallery.open(scenario.example, scenario.earlier));
// Dialogs that few open come when they are opened.
const sharing = later(async () => new (await import('./share_dialog.ts')).ShareDialog());
const exporter = later(async () => new (await import('./export_dialog.ts')).ExportDialog());
press('share-button', () => void sharing()?.then((dialog) => dialog.open({ ...handOn(), title: scenario.title })));
press('export-button', () => exporting());
const help = (): void => byId('help', HTMLDialogElement).showModal();
press('help-button', help);
const confess = (what: unknown): void => {
  const words = what instanceof Error ? what.message : String(what);
  // Says only that the next frame shows it.
  if (words.startsWith('ResizeObserver loop')) return;
  notice.say(
    `Simul has made a mistake of its own (${words.slice(0, 200)}). Your text is kept: reload the page to go on.`,
  );
};
addEventListener('error', (event) => confess(event.error ?? event.message));
addEventListener('unhandledrejection', (event) => confess(event.reason));

const loaded = await module;
if (typeof loaded === 'string') {
  setText(byId('stage-message', HTMLElement), loaded);
  document.documentElement.classList.add('no-module');
  embedded?.ready(null, scenario.extras.picture);
} else {
  join(loaded, await fonts);
}

function join(simul: Simul, files: (Uint8Array | null)[]): void {
  simul.boot(performance.now(), theme.scheme, theme.reducedMotion);
  const canvas = byId('canvas', HTMLCanvasElement);
  const runner = new Runner(simul);
  const frames = new Frames(simul, canvas, { drawn: () => (after(), looked()), untilWake: () => runner.untilWake });
  const goTo = (line: number): void => (panes.show('code'), editor.goToRunLine(line));
  const after = (): void => {
    runner.after();
    const line = simul.take_line();
    // On a phone the press would take the picture away: the panel below it tells the line.
    if (line > 0 && !panes.narrow) goTo(line);
  };
  const output = new Output(simul, goTo);
  program = new Program(runner, editor, problems);
  const ready = program;
  transcript = (pasted) => simul.paste(pasted);

  let [lines, conditions]: [number[], string[]] = [[], []];
  setBreakpoints = (now) => simul.breakpoints((lines = now), conditions);
  const stops = new StopsDialog(
    () => simul.tasks().tasks.map((task) => task.name),
    (now) => simul.breakpoints(lines, (conditions = now)),
  );
  press('stops-button', () => stops.open());
  const moved = (): void => (runner.after(), frames.request());
  const steps = new Steps(simul, moved);
  const findings = new Findings(simul, goTo, moved);
  const sliders = new Sliders(simul, (edits) => editor.apply(edits), moved);
  // A key or a press there may open another panel of the canvas, and takes effect while one of the next frames is drawn.
  let toLook = 0;
  const looked = (): void => {
    if (toLook <= 0) return;
    toLook--;
    sliders.update();
    tellFocus(canvas, simul.focused());
  };
  for (const event of ['keydown', 'pointerup'])
    canvas.addEventListener(event, () => {
      toLook = 3;
      frames.request();
    });
  const compare = new Compare(simul, sliders, moved);
  const explore = new Explore(simul, {
    ready: async () => (await library.want(), ready.flush()),
    choose: (switchSeed) => (scenario.setSettings({ switchSeed }), settingsChanged()),
    run: () => {
      scenario.setSettings({ mode: 'instant' });
      settingsChanged();
      start();
      panes.show('output');
    },
  });
  const composing = new Composing(simul, ready, editor, (sentence) => notice.say(sentence, [], 8));
  const compose: ComposePanel = new ComposePanel(composing, new Choice(), {
    refactor: (block) => refactor.open(block),
    slices: (block) =>
      void (refactor.openSlices(block) || notice.say('This step has no slice in the picture: nobody waits in it, and nothing blocks.', [], 8)),
    goTo: (offset) => (panes.show('code'), editor.goTo(offset)),
    say: (sentence) => notice.say(sentence, [], 8),
  });
  const refactor = new RefactorDialog(composing, () => compose.update());
  textChanged = () => compose.changed();
  const gestures = new Gestures(runner, editor, ready, {
    say: (sentence) => notice.say(sentence, [], 8),
    wrote: () => (compose.update(), tour.did(0)),
    frame: () => frames.request(),
  });
  cancelGesture = () => gestures.cancel();
  new CanvasField(runner, canvas, composing, () => (runner.after(), compose.update(), frames.request()));
  const tour: Tour = new Tour(() => firstSteps(simul, panes));
  composing.onDone(() => tour.did(2));
  press('tour-button', () => (byId('help', HTMLDialogElement).close(), tour.begin(true)));
  panes.onChange(() => (compose.changed(), compare.update()));
  const folder = new FilesPanel(simul, {
    text: () => editor.text,
    say: (sentence) => notice.say(sentence, [], 8),
    changed: () => (runner.after(), frames.request()),
  });
  panes.onChange(() => folder.update());
  const watcher = new Watcher(runner, {
    output,
    asking: new Asking(runner, () => panes.showAsked()),
    files: folder,
    tasks: new Tasks(simul, goTo),
    steps,
    findings,
    compare,
    editor,
    panes,
    canvas,
  });
  const library = new Library({
    arrived: (text) => runner.libraryArrived(text),
    failed: (why) => runner.libraryFailed(why),
    awaited: () => simul.library_awaited(),
  });
  const learn = new Learn(
    {
      simul,
      get narrow() {
        return panes.narrow;
      },
      text: () => editor.text,
      opened: () => scenario.example,
      name: (example) => (lend(example), scenario.show()),
      open: (example) => (lend(example), scenario.pick(example, scenario.settings), ready.flush()),
      edit: (from, to, text) => editor.replace(from, to, text),
      start: () => {
        void library.want();
        if (ready.flush()) runner.run();
        return problems.errors > 0 ? simul.diagnostics().items : [];
      },
      clear: () => {
        const { state } = runner.state;
        if (state === 'running' || state === 'paused' || state === 'hidden') runner.stop();
        tour.end();
      },
      show: (pane) => panes.show(pane),
      hush: (quiet) => ready.hush(quiet),
      onState: (run) => runner.on(Change.state, () => run(simul.state())),
    },
    (sentence) => notice.say(sentence),
  );
  start = () => {
    if (learn.holds()) return;
    void library.want();
    if (!ready.flush()) return panes.show('problems');
    runner.run();
    panes.show('watch');
  };
  const transport = new Transport(runner, start);
  watcher.onState = (state) => transport.show(state);

  settingsChanged = () => {
    const { mode, speed, seed, costNs, switchSeed } = scenario.settings;
    runner.mode = mode;
    simul.settings(seed, costNs);
    simul.switch_seed(switchSeed);
    explore.show(switchSeed);
    runner.setSpeed(speed);
    watcher.refresh();
  };
  const settings = new SettingsDialog((seed, costNs) => {
    scenario.setSettings({ seed, costNs });
    settingsChanged();
  });
  press('settings-button', () => settings.open(scenario.settings));
  const moments = new Moments(runner, () => (moved(), watcher.refresh()));
  showMoment = (moment, look) => {
    if (!ready.flush()) return panes.show('problems');
    void library.want();
    moments.show(moment, look);
    panes.show('watch');
  };
  runner.on(Change.state, () => moments.arrive());
  handOn = () => {
    const here = moments.here(panes.tab as ConsoleTab);
    const { moment = null, look = null, chosen = false } = here ?? {};
    return {
      scenario: { ...scenario.now, moment, look },
      chosen,
      picture: () => simul.svg(scenario.title, 'auto', chosen),
    };
  };
  exporting = () =>
    void exporter()?.then((dialog) => {
      ready.flush();
      const { chosen } = handOn();
      dialog.open({
        scenario: scenario.now,
        title: scenario.title,
        ran: runner.state.state !== 'idle' && simul.control(performance.now()).of_events > 0,
        scheme: theme.scheme,
        svg: (scheme) => simul.svg(scenario.title, scheme, chosen),
        markdown: (picture, link) => simul.markdown(scenario.title, picture, link),
        trace: () => simul.trace(),
        address: home(),
        open: (recording) => {
          // Refused, it changes nothing; taken, it is shown beside its own program.
          const wrong = simul.open_recording(recording.by, recording.events);
          if (wrong !== null) return wrong;
          scenario.openText(recording.source, `${recording.file || 'A program'}, recorded from ${recording.by}`);
          ready.flush();
          simul.open_recording(recording.by, recording.events);
          moved();
          watcher.refresh();
          panes.show('watch');
          notice.say(`This run was recorded from ${recording.by}. Play runs the same program here.`);
          return null;
        },
      });
    });
  if (embedded !== null) {
    let embedRuns = 0;
    runner.on(Change.state | Change.output, () => {
      if (simul.runs() !== embedRuns) (embedRuns = simul.runs()), embedded.begins();
      embedded.changed();
    });
  }
  press('copy-button', () => void copy(output.text));

  runner.on(Change.frame | Change.state | Change.view, () => frames.request());
  settingsChanged(); // before anybody listens: at first C++ has the usual ones
  // Here or on the canvas: what was chosen goes along with the draft and the link.
  runner.on(Change.view, () => {
    const { mode, speed } = runner.state;
    const { settings } = scenario;
    if (mode !== settings.mode || speed !== settings.speed) scenario.setSettings({ mode, speed });
  });
  runner.on(Change.diagnostics, () => ready.diagnose());
  const canvasChanged = (): void => (after(), frames.request());
  listen(canvas, simul, canvasChanged);
  if (!isEmbedded) rememberPanel(simul, runner);
  else if (innerHeight < kRoomForPanel) simul.set_panel(0); // the lanes need it all
  new TrackFilter(simul, canvas, canvasChanged);
  panes.onNarrow((narrow) => (simul.page_plays(narrow), frames.request()));
  document.addEventListener('visibilitychange', () => runner.setHidden(document.hidden));
  document.addEventListener('keydown', (event) => {
    if (event.key === '?' && !typing(event) && document.querySelector('dialog[open]') === null) return help();
    if (event.key === '.' && (event.ctrlKey || event.metaKey) && document.querySelector('dialog[open]') === null) {
      event.preventDefault();
      const inPanel = document.activeElement?.closest('#panel-compose') != null;
      return refactor.open(inPanel ? compose.current : -1);
    }
    if (event.key === 'F9' && event.shiftKey && document.querySelector('dialog[open]') === null) {
      event.preventDefault();
      return stops.open();
    }
    const chosen = (event.ctrlKey || event.metaKey) && event.key === 'Enter' && !event.defaultPrevented;
    if (chosen && document.querySelector('dialog[open]') === null) start();
  });

  ready.flush();
  new Stage(simul, frames, theme).start(files);
  watcher.refresh();
  if (document.hidden) runner.setHidden(true);
  // Somebody who has never been here sees a scene run, not an empty picture. What came with a link waits for Play.
  else if (!isEmbedded && scenario.untouched && !Learn.asked && firstVisit()) {
    runner.showOff();
    if (panes.narrow) panes.show('watch');
    if (firstTour(browserShelf())) tourWhenShown(simul, frames, tour);
  }
  document.documentElement.classList.add('ready');
  embedded?.ready(
    {
      state: () => runner.state,
      output: (from) => simul.output(from),
      run: () => start(),
      runAtOnce: () => ready.flush() && (void library.want(), runner.runAtOnce()),
      pause: () => runner.pause(),
      resume: () => runner.resume(),
      stop: () => runner.stop(),
      seek: (timeS) => (simul.seek(timeS), moved()),
      picture: () => simul.svg(scenario.title, 'auto', false),
    },
    null,
  );
  if (embedded !== null) {
    if (panes.narrow) panes.show(embedded.firstPane);
    if (options.readOnly) editor.readOnly = true;
    if (options.playsByItself)
      embedded.whenSeen(() => {
        const { moment, look } = scenario;
        if (moment === null) start();
        else showMoment(moment, look);
      });
  }
  requestAnimationFrame(() => setTimeout(() => void library.want().then(() => isEmbedded || workOffline())));
  window.__simul = {
    text: () => editor.text,
    state: () => simul.state(),
    settled: () => watcher.settled && compose.settled,
    tasks: () => simul.tasks(),
    items: () => simul.items(),
    frames: () => simul.frames(),
    control: () => simul.control(performance.now()),
    freeze: (time) => (simul.freeze(time), frames.request()),
  };
}

const kRoomForPanel = 640;

interface Handed {
  scenario: Scenario;
  chosen: boolean;
  picture(): string;
}

// Fetched once, when it is first wanted. A deployment may have replaced it: then one sentence.
function later<T>(get: () => Promise<T>): () => Promise<T> | null {
  let had: Promise<T> | null = null;
  return () => {
    had ??= get();
    had.catch(() => {
      had = null;
      notice.say('A part of this page could not be fetched. Reload it: your text is kept.');
    });
    return had;
  };
}

// Where a question mark is a letter and no question.
const typing = (event: KeyboardEvent): boolean =>
  event.composedPath().some((one) => one instanceof HTMLElement && one.matches('input, select, .cm-content'));

async function copy(output: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(output);
    notice.say('The output is copied.', [], 3);
  } catch {
    notice.say('This browser does not let the page copy: select the output and press Ctrl+C.');
  }
}
