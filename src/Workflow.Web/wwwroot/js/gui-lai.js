// On a page other than the sheet's own: sends what waits on this device in the own name, and says what came of it. Where one signs out, what is still not
// sent is named, and thrown away only when that is chosen.
"use strict";
(async () => {
  const person = document.querySelector("[data-person]")?.dataset.person;
  if (!person || document.querySelector("form[data-sheet]") || !self.indexedDB) return;
  const mine = async () => (await AnswerQueue.queue()).filter(one => one.person === person);
  const note = document.createElement("div");
  note.setAttribute("role", "status");
  const leave = document.querySelector("form[data-forgets]");
  leave?.addEventListener("submit", async event => {
    event.preventDefault();
    for (const one of await mine()) await AnswerQueue.forget(one.commandId);
    leave.submit();
  });

  const tell = (kind, strong, text, links = []) => {
    note.className = kind;
    note.replaceChildren(Object.assign(document.createElement("strong"), { textContent: strong }), " " + text + " ", ...links);
    document.querySelector("h1").after(note);
  };
  const deliver = async () => {
    await AnswerQueue.send();
    const left = await mine();
    const sent = (await AnswerQueue.list("sent")).filter(one => one.person === person);
    if (left.length) {
      tell("queued", "! Trên máy này còn câu trả lời chưa gửi.", left.some(one => one.state !== "waiting") ? "Có chỗ cần đồng chí xem lại trước khi gửi." : "Phần mềm gửi khi nối được với máy chủ.",
        [...new Set(left.map(one => one.round))].map(round => Object.assign(document.createElement("a"), { href: `/lay-y-kien/${round}`, textContent: "Mở phiếu. " })));
    } else if (sent.length) {
      tell("receipt", "✓ Đã ghi nhận.", sent.map(one => one.text).join(" "));
      for (const one of sent) await AnswerQueue.drop("sent", one.commandId);
    } else note.remove();
    await AnswerQueue.told();
    document.querySelectorAll("[data-while-unsent]").forEach(one => { one.hidden = left.length === 0; });
    document.querySelectorAll("[data-when-sent]").forEach(one => { one.hidden = left.length > 0; });
  };
  addEventListener("online", deliver);
  await deliver();
})().catch(() => { /* a browser that keeps nothing has nothing to send */ });
