// Fetches the list anew every two seconds and shows it when it has changed, without touching the filter field.
const list = document.getElementById('mails');
let shown = null;
setInterval(async () => {
  try {
    const answer = await fetch('/mails' + location.search);
    const rows = await answer.text();
    if (answer.ok && shown !== null && rows !== shown) list.innerHTML = rows;
    if (answer.ok) shown = rows;
  } catch {
    // The demo is being restarted; the next round finds it again.
  }
}, 2000);
