// Sets the theme before the first paint: 'dark', 'light' or 'system' under `vitrine.theme`.
(() => {
  let theme = 'dark';
  try {
    theme = localStorage.getItem('vitrine.theme') ?? theme;
  } catch {
    // Storage may be switched off: then the default stands.
  }
  if (theme === 'system') theme = matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
  document.documentElement.dataset.theme = theme === 'light' ? 'light' : 'dark';
})();
