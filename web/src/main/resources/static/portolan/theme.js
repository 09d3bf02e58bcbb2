// Before the first paint: the person's theme, else the system's.
(() => {
  const root = document.documentElement;
  if (!root.getAttribute('data-bs-theme')) {
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const apply = () => root.setAttribute('data-bs-theme', dark.matches ? 'dark' : 'light');
    apply();
    dark.addEventListener('change', apply);
  }
})();
