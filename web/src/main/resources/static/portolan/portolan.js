// Small behaviours for the pages of both apps; everything works without them where it can.
document.addEventListener('htmx:configRequest', (event) => {
  const token = document.querySelector('meta[name="_csrf"]');
  if (token) event.detail.headers['X-CSRF-TOKEN'] = token.content;
});

document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-copy]');
  if (!button) return;
  await navigator.clipboard.writeText(button.dataset.copy);
  button.classList.add('copied');
  button.addEventListener('mouseleave', () => button.classList.remove('copied'), { once: true });
});
