// Runs before the first paint, so that a chosen theme never flashes.
(() => {
  const prefix = "spy-options.";
  const themes = ["dark", "light", "contrast"];

  const read = name => {
    try { return localStorage.getItem(prefix + name); } catch { return null; }
  };

  const applyTheme = text => {
    let theme;
    try { theme = JSON.parse(text ?? "null"); } catch { theme = null; }
    if (!themes.includes(theme)) {
      theme = matchMedia("(prefers-contrast: more)").matches ? "contrast" : "dark";
    }
    document.documentElement.dataset.theme = theme;
  };

  const write = (name, text) => {
    try { localStorage.setItem(prefix + name, text); } catch { /* A browser that keeps nothing still works. */ }
    if (name === "theme") applyTheme(text);
  };

  // Moves the focus between cells of a grid; cells carry data-row and data-column.
  const moveInGrid = event => {
    const cell = event.target.closest?.("[data-row][data-column]");
    const grid = cell?.closest("[data-grid]");
    const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-10, 0], PageDown: [10, 0] };
    const step = steps[event.key];
    if (!grid || (!step && event.key !== "Home" && event.key !== "End")) return;
    const rows = [...grid.querySelectorAll("tr:has([data-row])")];
    const row = rows.indexOf(cell.closest("tr"));
    const cells = [...rows[row].querySelectorAll("[data-column]")];
    const column = cells.indexOf(cell);
    const clamp = (value, length) => Math.max(0, Math.min(length - 1, value));
    const targetRow = rows[clamp(row + (step?.[0] ?? 0), rows.length)];
    const targetCells = [...targetRow.querySelectorAll("[data-column]")];
    const targetColumn = event.key === "Home" ? 0 : event.key === "End" ? targetCells.length - 1 : clamp(column + (step?.[1] ?? 0), targetCells.length);
    const target = targetCells[targetColumn];
    event.preventDefault();
    if (!target || target === cell) return;
    grid.querySelectorAll("[data-column][tabindex='0']").forEach(other => other.setAttribute("tabindex", "-1"));
    target.setAttribute("tabindex", "0");
    target.focus();
    target.scrollIntoView({ block: "nearest", inline: "nearest" });
  };

  document.addEventListener("keydown", moveInGrid);
  window.spyOptions = {
    read,
    write,
    centreSpot: () => {
      const scroll = document.querySelector(".chain-scroll");
      const spot = scroll?.querySelector(".spot-price");
      if (!spot) return;
      const table = scroll.querySelector("table");
      scroll.scrollTop = spot.offsetTop - scroll.clientHeight / 2;
      scroll.scrollLeft = (table.offsetWidth - scroll.clientWidth) / 2;
    },
  };
  applyTheme(read("theme"));
})();
