// Words that are selected, with a mouse or by a long press, are what a remark speaks of. Without this script the link under each clause opens the same
// form, and the words are copied into it by hand.
"use strict";
(() => {
  const text = document.querySelector("article[data-remarks]");
  if (!text) return;
  const bar = document.createElement("div");
  bar.className = "pick";
  bar.hidden = true;
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "Chỗ vừa chọn");
  bar.innerHTML = "<a class='button'>Góp ý chỗ này</a> <a class='button plain'>Sửa câu chữ này</a>";
  document.querySelector("main").append(bar);
  const [remark, wording] = bar.children;

  const picked = () => {
    const selection = getSelection();
    if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
    const range = selection.getRangeAt(0);
    const words = (range.startContainer.nodeType === 1 ? range.startContainer : range.startContainer.parentElement)?.closest(".words");
    if (!words || !text.contains(words) || !words.contains(range.endContainer)) return null;
    const before = document.createRange();
    before.selectNodeContents(words);
    before.setEnd(range.startContainer, range.startOffset);
    const quote = range.toString();
    return quote.trim() ? { clause: words.closest(".clause").id, start: before.toString().length, quote } : null;
  };

  document.addEventListener("selectionchange", () => {
    const one = picked();
    bar.hidden = !one || one.quote.length > 1500;
    if (bar.hidden) return;
    const address = `${text.dataset.remarks}?doan=${one.clause}&tu=${one.start}&cau=${encodeURIComponent(one.quote)}`;
    remark.href = `${address}#${one.clause}`;
    wording.href = `${address}&chu=1#${one.clause}`;
  });
})();
