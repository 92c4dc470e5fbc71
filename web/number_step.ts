// A number in a field, one step up or down.

// A number one sensible step higher or lower, as a person would write it; null for what is no number.
export function step(text: string, way: 1 | -1): string | null {
  if (!/^\d+(\.\d*)?$|^\.\d+$/.test(text.trim())) return null;
  const value = Number(text);
  const whole = !text.includes('.');
  const by = whole ? 1 : value + (way < 0 ? -1e-9 : 1e-9) < 1 ? 0.05 : value + (way < 0 ? -1e-9 : 1e-9) < 10 ? 0.1 : 1;
  const next = Math.max(0, Math.round((value + way * by) / by) * by);
  return whole ? String(next) : next.toFixed(2).replace(/(\.\d)0$/, '$1');
}
