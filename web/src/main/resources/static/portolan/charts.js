// Draws a chart from the table that stands beside it, so that both always say the same.
// <canvas data-chart="id-of-table">; a column's head names its colour in data-colour.
(() => {
  const draw = (canvas) => {
    const table = document.getElementById(canvas.dataset.chart);
    const heads = [...table.tHead.rows[0].cells].slice(1);
    const rows = [...table.tBodies[0].rows];
    const style = getComputedStyle(document.documentElement);
    const text = style.getPropertyValue('--tblr-secondary').trim();
    const reading = (cell) => Number(cell.dataset.value ?? cell.textContent);
    return new Chart(canvas, {
      type: 'bar',
      data: {
        labels: rows.map((row) => row.cells[0].textContent.trim()),
        datasets: heads.map((head, i) => ({
          label: head.textContent.trim(),
          data: rows.map((row) => reading(row.cells[i + 1])),
          backgroundColor: style.getPropertyValue(`--tblr-${head.dataset.colour}`).trim(),
          borderRadius: 2,
        })),
      },
      options: {
        animation: false,
        maintainAspectRatio: false,
        scales: {
          x: { stacked: true, grid: { display: false }, ticks: { color: text } },
          y: { stacked: true, beginAtZero: true, ticks: { color: text, precision: 0 } },
        },
        plugins: { legend: { position: 'bottom', labels: { color: text, boxWidth: 12 } } },
      },
    });
  };
  document.addEventListener('DOMContentLoaded', () => document.querySelectorAll('canvas[data-chart]').forEach(draw));
})();
