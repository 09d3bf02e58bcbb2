// The customers' list: a selection that survives paging and rows that change in place; and ages of instants.
// Without this script the boxes of one page can still be sent.
(() => {
  const key = 'upgrade-selection';
  const kept = () => JSON.parse(sessionStorage.getItem(key) || '{}');
  const keep = (all) => sessionStorage.setItem(key, JSON.stringify(all));
  const byId = (id) => document.getElementById(id);
  const boxes = () => [...document.querySelectorAll('#selection [name=customer]')];
  let everything = false;

  function show() {
    const form = byId('selection');
    if (!form) return;
    const all = kept();
    for (const box of boxes()) {
      const act = box.closest('tr').dataset.act;
      if (box.value in all) all[box.value] = act;
      box.checked = everything || box.value in all;
      box.closest('tr').classList.toggle('table-active', box.checked);
    }
    keep(all);
    const acts = Object.values(all);
    const count = { any: acts.length, invite: acts.filter((act) => act === 'invite').length, transfer: acts.filter((act) => act === 'transfer').length };
    const number = new Intl.NumberFormat(document.documentElement.lang);
    const words = byId('selected');
    if (!words) return;
    let text = words.dataset.none;
    if (everything) text = words.dataset.all;
    else if (count.any) text = words.dataset.some.replace('{0}', number.format(count.any)).replace('{1}', number.format(count.invite)).replace('{2}', number.format(count.transfer));
    if (words.textContent !== text) words.textContent = text;
    for (const button of form.querySelectorAll('[data-needs]')) {
      const fits = everything ? 1 : count[button.dataset.needs];
      button.disabled = fits === 0;
      const badge = button.querySelector('[data-count]');
      if (badge) {
        badge.classList.toggle('d-none', everything || fits === 0);
        badge.textContent = number.format(fits);
      }
    }
    const here = boxes();
    const checked = here.filter((box) => box.checked).length;
    byId('all-here').checked = here.length > 0 && checked === here.length;
    byId('all-here').indeterminate = checked > 0 && checked < here.length;
    byId('all-matching')?.classList.toggle('d-none', everything || checked !== here.length || here.length === 0);
    byId('clear-selection').classList.toggle('d-none', !everything && count.any === 0);
    form.elements.all.value = everything ? 'yes' : '';
    const shown = new Set(here.map((box) => box.value));
    form.elements.customers.value = everything ? '' : Object.keys(all).filter((id) => !shown.has(id)).join(',');
  }

  function choose(box) {
    const all = kept();
    if (box.checked) all[box.value] = box.closest('tr').dataset.act;
    else delete all[box.value];
    keep(all);
  }

  function clear() {
    everything = false;
    sessionStorage.removeItem(key);
    show();
  }

  document.addEventListener('change', (event) => {
    if (event.target.matches('#selection [name=customer]')) {
      if (everything) clear();
      choose(event.target);
      show();
    } else if (event.target.id === 'all-here') {
      const checked = event.target.checked;
      everything = false;
      for (const box of boxes()) {
        box.checked = checked;
        choose(box);
      }
      show();
    }
  });
  document.addEventListener('click', (event) => {
    if (event.target.id === 'all-matching') {
      everything = true;
      show();
    } else if (event.target.id === 'clear-selection') clear();
  });

  const relative = new Intl.RelativeTimeFormat(document.documentElement.lang, { numeric: 'auto', style: 'short' });
  function age() {
    for (const time of document.querySelectorAll('time.age')) {
      const seconds = Math.round((new Date(time.dateTime) - Date.now()) / 1000);
      const text = seconds > -60 ? relative.format(Math.min(seconds, 0), 'second')
        : seconds > -3600 ? relative.format(Math.round(seconds / 60), 'minute')
        : seconds > -86400 ? relative.format(Math.round(seconds / 3600), 'hour')
        : relative.format(Math.round(seconds / 86400), 'day');
      if (!time.dataset.moment) time.dataset.moment = time.textContent;
      time.title = time.dataset.moment;
      if (time.textContent !== text) time.textContent = text;
    }
  }

  document.addEventListener('htmx:afterSettle', () => { show(); age(); });
  document.addEventListener('htmx:oobAfterSwap', () => { show(); age(); });
  if (byId('selection-done')) sessionStorage.removeItem(key);
  document.querySelector('[role=alert][id^=stop-]')?.scrollIntoView({ block: 'center' });
  show();
  age();
  setInterval(age, 10000);
})();
