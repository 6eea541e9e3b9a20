// What is being written is saved every few seconds, to the server and, when that cannot be reached or the session has ended, on this device; it is offered
// again when the page is opened next. Without this script nothing is lost but what was not sent.
"use strict";
(() => {
  // Also where the page came over plain HTTP, which has no randomUUID.
  const newId = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64; bytes[8] = (bytes[8] & 63) | 128;
    return [...bytes].map((one, at) => ([4, 6, 8, 10].includes(at) ? "-" : "") + one.toString(16).padStart(2, "0")).join("");
  };

  for (const form of document.querySelectorAll("form[data-keep]")) {
    const key = `nhap:${form.dataset.key}`;
    const say = form.querySelector("[data-saved]");
    const fields = [...form.querySelectorAll("textarea, input[type=text]")];
    let timer = 0;
    let sending = false;

    const local = {
      get: () => { try { return JSON.parse(localStorage.getItem(key) ?? "null"); } catch { return null; } },
      set: value => { try { value ? localStorage.setItem(key, JSON.stringify(value)) : localStorage.removeItem(key); } catch { /* a full or forbidden store */ } },
    };
    const left = local.get();
    if (left) for (const field of fields) if (left[field.name] !== undefined && field.value === field.defaultValue) field.value = left[field.name];

    const save = async () => {
      timer = 0;
      if (sending) return;
      local.set(Object.fromEntries(fields.map(field => [field.name, field.value])));
      const body = new FormData(form);
      body.set("commandId", newId());
      try {
        const answer = await fetch(form.dataset.keep, { method: "POST", body, redirect: "manual" });
        if (!answer.ok) throw new Error(String(answer.status));
        if (say) say.textContent = `Đã lưu nháp lúc ${(await answer.json()).saved}. Chưa ai đọc được.`;
        if (!timer) local.set(null);
      } catch {
        if (say) say.textContent = "Chưa lưu được về máy chủ (mất mạng hoặc phiên làm việc đã hết); nội dung còn trên máy này.";
      }
    };
    form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(save, 2000); });
    // A form that its own script keeps and sends stays open here, and may be written on.
    form.addEventListener("submit", event => { clearTimeout(timer); timer = 0; if (event.defaultPrevented) return; sending = true; local.set(Object.fromEntries(fields.map(field => [field.name, field.value]))); });
    // Once what was sent is recorded, the page that says so has the same form, empty or with the recorded words: nothing is left to offer.
    if (document.querySelector(".receipt")) { local.set(null); for (const field of fields) field.value = field.defaultValue; }
  }
})();
