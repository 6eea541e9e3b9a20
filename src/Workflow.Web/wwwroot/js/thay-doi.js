// Next and previous change by key: n or j, p or k. Without this script the links beside each change do the same.
"use strict";
document.addEventListener("keydown", event => {
  const step = { n: 1, j: 1, p: -1, k: -1 }[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  const changes = [...document.querySelectorAll(".change")];
  if (changes.length === 0) return;
  const at = changes.findIndex(change => change === document.activeElement?.closest(".change") || "#" + change.id === location.hash);
  const next = at < 0 ? (step > 0 ? 0 : changes.length - 1) : at + step;
  if (next < 0 || next >= changes.length) {
    changes[at]?.querySelector(`a[rel=${step > 0 ? "next" : "prev"}]`)?.click();
    return;
  }
  location.replace("#" + changes[next].id);
  changes[next].tabIndex = -1;
  changes[next].focus({ preventScroll: true });
  event.preventDefault();
});
