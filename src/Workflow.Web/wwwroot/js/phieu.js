// An opinion sheet, with a line or without: what is pressed is kept on this device first, then sent, and only the server's receipt says that it is recorded.
// Without this script the four buttons send the form as any other.
"use strict";
(() => {
  const form = document.querySelector("form[data-sheet]");
  if (!form || !self.indexedDB) return;
  const isShell = form.dataset.sheet === "";
  const box = form.querySelector("[data-queue]");
  const reason = form.querySelector("textarea");
  const words = Object.fromEntries([...form.querySelectorAll("button[name=answer]")].map(button => [button.value, button.dataset.words]));
  let sheet = isShell ? null : JSON.parse(form.dataset.sheet);
  let draftKey = "";
  // Not every lost line is told by the browser: an open page tries again by itself, less and less often.
  let again = 0;
  let wait = 5000;

  const clock = at => new Date(at).toLocaleString("vi-VN", { hour: "2-digit", minute: "2-digit", day: "2-digit", month: "2-digit", year: "numeric", timeZone: "Asia/Ho_Chi_Minh" });
  const local = value => { try { value === undefined ? localStorage.removeItem(draftKey) : localStorage.setItem(draftKey, JSON.stringify({ reason: value })); } catch { /* a full or forbidden store */ } };
  const make = (tag, text, more = {}) => Object.assign(document.createElement(tag), { textContent: text, ...more });
  const button = (text, act) => { const one = make("button", text, { type: "button", className: "plain" }); one.addEventListener("click", act); return one; };
  const mine = async () => (await AnswerQueue.queue()).filter(one => one.round === sheet.round && one.person === sheet.person).pop();

  const said = (kind, strong, text) => {
    document.querySelectorAll("main > .problem, main > .receipt").forEach(one => one.remove());
    const note = make("div", "", { className: kind, tabIndex: -1 });
    note.setAttribute("role", kind === "problem" ? "alert" : "status");
    note.append(make("strong", strong), " " + text);
    document.querySelector("h1").after(note);
    if (kind === "problem") note.focus();
  };

  const show = async () => {
    const entry = await mine();
    box.hidden = !entry;
    box.replaceChildren();
    for (const one of form.querySelectorAll("button[name=answer]")) one.setAttribute("aria-pressed", String(one.value === entry?.answer));
    if (!entry) return;
    const what = `${words[entry.answer]}${entry.reason ? ` (“${entry.reason.length > 80 ? entry.reason.slice(0, 80) + "…" : entry.reason}”)` : ""}, ghi trên máy này lúc ${clock(entry.at)}.`;
    const problem = { replaced: "Trong lúc chờ, dự thảo đã được thay bằng bản mới. Đồng chí xem chỗ khác nhau rồi chọn lại; nội dung đã ghi còn nguyên.", changed: entry.why, refused: entry.why }[entry.state];
    box.classList.toggle("bad", Boolean(problem));
    box.append(make("strong", problem ? "! Chưa gửi được: " : "✓ Đã ghi, chưa gửi: "), what, make("p", problem ?? (entry.isSignedOut
      ? "Phiên làm việc đã hết. Đồng chí đăng nhập lại, câu trả lời được gửi ngay sau đó."
      : "Chưa nối được với máy chủ. Có mạng, phần mềm tự gửi rồi báo mã ghi nhận; đóng trang cũng không mất, và trước khi gửi vẫn đổi được.")));
    const acts = make("div", "", { className: "actions" });
    if (entry.isSignedOut) acts.append(make("a", "Đăng nhập để gửi", { className: "button", href: `/dang-nhap?ve=/lay-y-kien/${sheet.round}` }));
    else if (!problem) acts.append(button("Gửi lại ngay", () => deliver(true)));
    if (entry.state === "changed" && !isShell) acts.append(button("Gửi thay câu trả lời ấy", () => keep(entry.answer, entry.reason)));
    acts.append(button("Bỏ, không gửi", async () => { await AnswerQueue.forget(entry.commandId); await show(); }));
    box.append(acts);
    box.scrollIntoView({ block: "nearest" });
  };

  // Sends what waits on this device, and shows what came of it.
  const deliver = async isAsked => {
    if (isAsked) { box.hidden = false; box.replaceChildren(make("strong", "Đang gửi…")); }
    const before = (await mine())?.commandId;
    const { results, receipts } = await AnswerQueue.send();
    const entry = await mine();
    // This window pressed, so this window shows the receipt, whatever others do meanwhile.
    const own = receipts.filter(one => one.round === sheet.round);
    if (own.length) try { sessionStorage.setItem("workflow-nhan", JSON.stringify(own)); } catch { /* the store has it, too */ }
    if (before && !entry) { location.replace(`/lay-y-kien/${sheet.round}`); return; }
    if (entry && results.includes("signed-out") !== Boolean(entry.isSignedOut)) await AnswerQueue.mark(entry.commandId, { isSignedOut: results.includes("signed-out") });
    if (results.includes("refused") && ["replaced", "changed"].includes(entry?.state)) { location.replace(`/lay-y-kien/${sheet.round}?co=${entry.hash}`); return; }
    clearTimeout(again);
    if (entry && results.includes("waiting")) again = setTimeout(() => deliver(false), wait = Math.min(wait * 2, 120000));
    if (entry && results.includes("waiting")) (await navigator.serviceWorker?.getRegistration("/lay-y-kien/"))?.sync?.register("phieu").catch(() => { /* a browser that does not send in the background */ });
    if (entry?.state === "refused" && entry.commandId === before) said("problem", "! Chưa ghi nhận.", entry.why);
    await show();
  };

  const keep = async (answer, text) => {
    await AnswerQueue.keep({ commandId: AnswerQueue.newId(), person: sheet.person, round: sheet.round, draftId: sheet.draftId, hash: sheet.hash, after: sheet.given, notes: sheet.notes, answer, reason: text, at: Date.now() });
    local();
    await deliver(true);
  };

  form.addEventListener("submit", event => {
    const answer = event.submitter?.value;
    if (!sheet || !answer) return;
    event.preventDefault();
    document.querySelectorAll("main > .problem, main > .receipt").forEach(one => one.remove());
    if (answer === "Disagree" && !reason.value.trim()) {
      form.querySelector("details").open = true;
      said("problem", "! Chưa ghi nhận.", form.dataset.needsReason);
      return;
    }
    keep(answer, reason.value).catch(() => {
      // No store to keep it in: as without the script.
      form.append(make("input", "", { type: "hidden", name: "answer", value: answer }));
      form.submit();
    });
  });
  if (isShell) reason.addEventListener("input", () => local(reason.value));
  addEventListener("online", () => deliver(false));
  AnswerQueue.onNews(async () => { await show(); if (!(await mine()) && (await AnswerQueue.list("sent")).some(one => one.round === sheet.round && one.person === sheet.person)) location.replace(`/lay-y-kien/${sheet.round}`); });

  const taken = () => { try { const all = JSON.parse(sessionStorage.getItem("workflow-nhan") ?? "[]"); sessionStorage.removeItem("workflow-nhan"); return all; } catch { return []; } };

  // What stands on the shell is what the device has of the sheet.
  const fill = async () => {
    const round = location.pathname.split("/")[2];
    sheet = (await AnswerQueue.list("sheets")).find(one => one.round === round) ?? null;
    document.getElementById(sheet ? "co-phieu" : "khong-co-phieu").hidden = false;
    if (!sheet) return false;
    document.documentElement.className = sheet.large ? "large" : "";
    for (const place of form.querySelectorAll("[data-fill]")) { place.textContent = sheet[place.dataset.fill] ?? ""; place.hidden = !place.textContent; }
    document.getElementById("han").textContent = Date.parse(sheet.closesAt) > Date.now() ? `Hạn ${sheet.closes}.` : `Hạn ${sheet.closes} đã qua theo đồng hồ của máy này: câu trả lời vẫn gửi được, máy chủ ghi là ý kiến muộn nếu nhận sau hạn.`;
    form.hidden = false;
    return true;
  };

  // An empty page, its style and scripts: what the worker answers with when there is no line. Without HTTPS the browser offers no worker, and the open page still keeps and sends.
  const prepare = async () => {
    await AnswerQueue.remember({ ...sheet, large: document.documentElement.classList.contains("large") });
    if (!navigator.serviceWorker || !self.caches) return;
    await navigator.serviceWorker.register(`/lay-y-kien/ngoai-mang.js?v=${form.dataset.version}`, { updateViaCache: "none" });
    const cache = await caches.open("phieu-" + form.dataset.version);
    if (!(await cache.match("/lay-y-kien/ngoai-mang"))) await cache.addAll(["/css/app.css", "/js/hang-doi.js", "/js/phieu.js", "/lay-y-kien/ngoai-mang"]);
    form.dataset.ready = "true";
  };

  (async () => {
    if (isShell && !(await fill())) return;
    draftKey = `nhap:phieu-${sheet.round}-${sheet.person}`;
    if (isShell) try { reason.value = JSON.parse(localStorage.getItem(draftKey) ?? "null")?.reason ?? sheet.reason ?? ""; } catch { reason.value = sheet.reason ?? ""; }
    const receipts = [...taken(), ...await AnswerQueue.list("sent")].filter(one => one.round === sheet.round && one.person === sheet.person);
    if (receipts.length) said("receipt", "✓ Đã ghi nhận.", [...new Set(receipts.map(one => one.text))].join(" "));
    for (const one of receipts) await AnswerQueue.drop("sent", one.commandId);
    const entry = await mine();
    if (entry && reason.value === reason.defaultValue) { reason.value = entry.reason; form.querySelector("details").open = entry.reason !== ""; }
    if (entry?.state === "replaced" && !isShell && sheet.had !== entry.hash) { location.replace(`/lay-y-kien/${sheet.round}?co=${entry.hash}`); return; }
    await show();
    if (!isShell) await prepare().catch(() => { /* a private window keeps nothing; the open page still sends */ });
    await deliver(false);
  })().catch(() => { /* without a store the form is sent as any other */ });
})();
