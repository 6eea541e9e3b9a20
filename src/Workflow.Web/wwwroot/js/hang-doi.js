// Answers that wait on this device until the server has them: kept in IndexedDB, each under the key it is sent with, so that sending it again does it once.
// Shared by the pages and by the worker, which may send when no page is open. Nobody's answer is ever sent in another's session.
"use strict";
self.AnswerQueue = (() => {
  const stores = { sheets: "round", queue: "commandId", sent: "commandId" };
  const news = self.BroadcastChannel ? new BroadcastChannel("workflow-phieu") : null;

  const open = () => new Promise((done, fail) => {
    const asked = indexedDB.open("workflow-phieu", 1);
    asked.onupgradeneeded = () => { for (const [name, keyPath] of Object.entries(stores)) asked.result.createObjectStore(name, { keyPath }); };
    asked.onsuccess = () => done(asked.result);
    asked.onerror = asked.onblocked = () => fail(asked.error ?? new Error("blocked"));
  });

  // What is said to be kept is on the disk: the promise is kept only when the transaction is complete.
  const run = async (store, mode, act) => {
    const db = await open();
    try {
      return await new Promise((done, fail) => {
        const all = db.transaction(store, mode, { durability: "strict" });
        const asked = act(all.objectStore(store));
        all.oncomplete = () => done(asked?.result);
        all.onabort = all.onerror = () => fail(all.error);
      });
    } finally { db.close(); }
  };
  const list = store => run(store, "readonly", rows => rows.getAll());
  const put = (store, row) => run(store, "readwrite", rows => rows.put(row));
  const drop = (store, key) => run(store, "readwrite", rows => rows.delete(key));
  const queue = async () => (await list("queue")).sort((one, other) => one.at - other.at);

  // The server learns that something waits here (whose, not what): it asks before signing out, and every page then sends.
  const told = async () => {
    if (self.document) {
      const people = [...new Set((await queue()).map(one => one.person))];
      document.cookie = `workflow.unsent=${people.join(".")}; path=/; max-age=${people.length ? 90 * 86400 : 0}; samesite=lax${location.protocol === "https:" ? "; secure" : ""}`;
    }
    news?.postMessage("changed");
  };

  /** Keeps an answer. One of the same sheet that was never on its way, or was not taken, is replaced; one that may have arrived stays before it. */
  const keep = async entry => {
    await run("queue", "readwrite", rows => {
      rows.getAll().onsuccess = event => {
        const before = event.target.result.filter(one => one.person === entry.person && one.round === entry.round);
        // Pressed twice, or in two windows: it is the same answer.
        if (before.some(one => one.state === "waiting" && one.answer === entry.answer && one.reason === entry.reason && one.hash === entry.hash)) return;
        for (const one of before) {
          if (!one.tried || one.state !== "waiting") rows.delete(one.commandId);
          else entry.follows = one.commandId;
        }
        rows.put({ ...entry, state: "waiting", tried: false });
      };
    });
    await told();
  };

  const mark = (commandId, more) => run("queue", "readwrite", rows => { rows.get(commandId).onsuccess = event => { if (event.target.result) rows.put({ ...event.target.result, ...more }); }; });

  const forget = async commandId => { await drop("queue", commandId); await told(); };

  const ask = async (address, options = {}) => {
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), 20000);
    try {
      return await fetch(address, { redirect: "manual", cache: "no-store", credentials: "same-origin", headers: { Accept: "application/json" }, signal: stop.signal, ...options });
    } catch { return null; } finally { clearTimeout(timer); }
  };
  const isSignedOut = answer => answer.type === "opaqueredirect" || answer.status === 401;

  const body = (entry, token) => {
    const form = new URLSearchParams({ __RequestVerificationToken: token, commandId: entry.commandId, draftId: entry.draftId, hash: entry.hash, answer: entry.answer, reason: entry.reason, after: entry.after });
    for (const note of entry.notes) form.append("notes", note);
    return form;
  };

  // The token belongs to a session: a fresh one is taken each time, and with it who is signed in.
  const sendOne = async (entry, receipts, isAgain) => {
    const who = await ask("/lay-y-kien/ai");
    if (!who || (!who.ok && !isSignedOut(who))) return "waiting";
    if (isSignedOut(who)) return "signed-out";
    const { person, token } = await who.json();
    if (person !== entry.person) return "other";
    await mark(entry.commandId, { tried: true });
    const answer = await ask(`/lay-y-kien/${entry.round}/gui-sau`, { method: "POST", body: body(entry, token) });
    if (!answer) return "waiting";
    if (isSignedOut(answer)) return "signed-out";
    if (answer.status === 400 && !isAgain) return sendOne(entry, receipts, true);
    const said = answer.headers.get("content-type")?.includes("json") ? await answer.json() : null;
    if (answer.ok && said) {
      const receipt = { commandId: entry.commandId, round: entry.round, person, text: said.text };
      await put("sent", receipt);
      receipts.push(receipt);
      await drop("queue", entry.commandId);
      for (const next of await queue()) if (next.follows === entry.commandId) await mark(next.commandId, { after: entry.after + 1, follows: null });
      return "sent";
    }
    if (!said || answer.status === 409) return "waiting";
    await mark(entry.commandId, { why: said.text, state: said.code === "review.other-version" ? "replaced" : said.code === "review.answered-meanwhile" ? "changed" : "refused" });
    return "refused";
  };

  const sendAll = async () => {
    const [results, receipts] = [[], []];
    const stuck = new Set();
    for (const { commandId } of await queue()) {
      const entry = (await queue()).find(one => one.commandId === commandId);
      if (!entry || entry.state !== "waiting" || stuck.has(entry.person + entry.round)) continue;
      const result = await sendOne(entry, receipts);
      results.push(result);
      if (result !== "sent") stuck.add(entry.person + entry.round);
      if (result === "waiting" || result === "signed-out") break;
    }
    if (results.length) await told();
    return { results, receipts };
  };

  /** Sends what waits, and answers how it went and what was received; two windows never at once where the browser can see to it, and otherwise the key of each answer does. */
  const send = () => self.navigator?.locks ? navigator.locks.request("workflow-phieu", sendAll) : sendAll();

  /** The sheet as this device knows it. Nothing of anyone else stays beside it. */
  const remember = async sheet => {
    for (const one of await list("sheets")) if (one.person !== sheet.person) await drop("sheets", one.round);
    await put("sheets", sheet);
  };

  // Also where the page came over plain HTTP, which has no randomUUID.
  const newId = () => {
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64; bytes[8] = (bytes[8] & 63) | 128;
    return [...bytes].map((one, at) => ([4, 6, 8, 10].includes(at) ? "-" : "") + one.toString(16).padStart(2, "0")).join("");
  };

  return { list, queue, keep, forget, send, remember, mark, newId, told, drop, clearSheets: () => run("sheets", "readwrite", rows => rows.clear()), onNews: act => news?.addEventListener("message", act) };
})();
