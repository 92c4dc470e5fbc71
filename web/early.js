// Before the first paint: the theme and the widths the person chose, so that nothing jumps. Copied as it is.
try {
  const root = document.documentElement;
  const theme = localStorage.getItem('simul.theme');
  if (theme === 'dark' || theme === 'light' || theme === 'contrast') root.dataset.theme = theme;
  for (const name of ['columns', 'rows']) {
    const share = Number(localStorage.getItem(`simul.split.${name}`));
    if (share > 0 && share < 1) root.style.setProperty(`--${name}`, `${share * 100}%`);
  }
} catch {
  // No storage: the usual ones.
}
