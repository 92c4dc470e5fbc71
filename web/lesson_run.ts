// What a run did, as lessons and puzzles judge it: the outcome, the printed lines with their times, every task's states, and
// what the run did wrong. Made of what the page's module says, or of what simul-run writes with --json, --trace and --diagnose.

import type { Diagnostic, Simul } from './simul.ts';

export type Status = 'ok' | 'error' | 'exit' | 'deadlock' | 'limit';
export interface Stretch {
  state: string; // running, ready, due, sleeping, waiting, blocking
  from_s: number;
  to_s: number;
}
export interface RunTask {
  name: string;
  stretches: Stretch[];
  cancelled: boolean; // somebody asked for it
}
export interface Run {
  status: Status;
  exception: string | null; // "ValueError: …"
  end_s: number;
  lines: { time_s: number; text: string }[]; // what it printed
  errors: string[]; // what it wrote to stderr
  tasks: RunTask[]; // without the loop
  findings: string[]; // loop-blocked, starvation, never-awaited, …
  stopped?: boolean; // by the person, before its end
  slack_s: number; // how late something may be and still count as in time
}

interface ChromeEvent {
  ph: string;
  cat?: string;
  tid: number;
  ts?: number;
  dur?: number;
  name: string;
  args?: { name?: string };
}

// trace: Chrome's format, as simul_trace_json and simul-run --trace give it. Track 0 is the loop.
export function tasksOf(trace: string): RunTask[] {
  const events = trace.trim() === '' ? [] : (JSON.parse(trace) as { traceEvents?: ChromeEvent[] }).traceEvents ?? [];
  const tasks = new Map<number, RunTask>();
  for (const event of events) {
    if (event.tid === 0) continue;
    let task = tasks.get(event.tid);
    if (task === undefined && event.ph === 'M') {
      task = { name: event.args?.name ?? '', stretches: [], cancelled: false };
      if (event.name === 'thread_name') tasks.set(event.tid, task);
    }
    if (task === undefined) continue;
    if (event.ph === 'X') {
      const from_s = (event.ts ?? 0) / 1e6;
      task.stretches.push({ state: event.cat ?? '', from_s, to_s: from_s + (event.dur ?? 0) / 1e6 });
    } else if (event.ph === 'f' && event.name === 'cancelled') task.cancelled = true;
  }
  return [...tasks.values()];
}

// json: simul-run --json; told: its stderr with --diagnose.
export function nativeRun(json: string, trace: string, told: string): Run {
  const answer = JSON.parse(json) as {
    status: Status;
    stdout: [number, string][];
    stderr: string[];
    end_time: number;
    exception?: string;
  };
  return {
    status: answer.status,
    exception: answer.exception ?? null,
    end_s: answer.end_time,
    lines: answer.stdout.map(([time_s, text]) => ({ time_s, text })),
    errors: answer.stderr,
    tasks: tasksOf(trace),
    findings: [...told.matchAll(/^(?:error|warning|hint) \(([a-z-]+)\): /gm)].map((found) => found[1] ?? ''),
    slack_s: 0.01,
  };
}

// The run of the page that is over, or what became of a program that cannot run.
export function pageRun(simul: Simul): Run {
  const { state, status, exception, end_s, time_s, mode } = simul.state();
  const { lines } = simul.output(0);
  return {
    status: status ?? 'limit',
    exception,
    end_s: end_s ?? time_s,
    lines: lines.filter((line) => line.stream === 'out').map(({ t, text }) => ({ time_s: t, text })),
    errors: lines.filter((line) => line.stream === 'err').map((line) => line.text),
    tasks: tasksOf(simul.trace()),
    findings: simul.findings().map((finding) => finding.kind),
    stopped: state === 'stopped',
    // Live, the browser's timer is late by some milliseconds each time.
    slack_s: mode === 'live' ? 0.25 : 0.05,
  };
}
export function refusedRun(errors: readonly Diagnostic[]): Run {
  const [first] = errors;
  const exception = first === undefined ? null : `${first.type}: ${first.message}`;
  return { status: 'error', exception, end_s: 0, lines: [], errors: [], tasks: [], findings: [], slack_s: 0.01 };
}
