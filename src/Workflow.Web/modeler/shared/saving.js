// Keeps what is drawn or written: on this device at once, on the server every few seconds. A lost line, a session that ended or a closed lid loses nothing.
const clock = () => new Date().toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' });

// Also where the page came over plain HTTP, which has no randomUUID.
const newId = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64; bytes[8] = (bytes[8] & 63) | 128;
  return [...bytes].map((one, at) => ([4, 6, 8, 10].includes(at) ? '-' : '') + one.toString(16).padStart(2, '0')).join('');
};

// What distinguishes this window from others of the same browser, also after a reload.
const windowId = () => {
  try { return sessionStorage.getItem('workflow-cua-so') ?? (sessionStorage.setItem('workflow-cua-so', newId()), sessionStorage.getItem('workflow-cua-so')); } catch { return newId(); }
};

/**
 * read() gives what is to be kept, as text; fields(text) the form that saves it at the address; thing is what a sentence calls it.
 * With perWindow two windows keep a copy each, so that neither wipes out the other's.
 */
export class Saving {
  constructor({ key, perWindow = false, text, revision, address, fields, read, token, status, thing, signIn }) {
    Object.assign(this, { prefix: key, key: perWindow ? `${key}.${windowId()}` : key, text, revision, address, fields, read, token, status, thing, signIn });
    this.pending = null;
    this.busy = null;
    this.timer = 0;
    this.reading = 0;
    addEventListener('online', () => this.send());
    document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') this.send(); });
  }

  /** What this device holds that the server does not, the newest of it; null when there is nothing. */
  left() {
    try {
      const kept = Object.keys(localStorage).filter(key => key === this.prefix || key.startsWith(this.prefix + '.')).map(key => ({ ...JSON.parse(localStorage.getItem(key)), key }));
      return kept.filter(one => one.text && one.text !== this.text).sort((one, other) => other.at.localeCompare(one.at))[0] ?? null;
    } catch { return null; }
  }

  forget(key = this.key) { try { localStorage.removeItem(key); } catch { /* a browser that keeps nothing */ } }

  async changed() {
    this.tell('Đang sửa…');
    this.reading++;
    const text = await this.read().finally(() => this.reading--);
    this.pending = text;
    try { localStorage.setItem(this.key, JSON.stringify({ text, revision: this.revision, at: new Date().toISOString() })); } catch { /* full or forbidden: the server still has it in a moment */ }
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), 2000);
  }

  /** Sends what is not sent; answers whether the server has everything now. */
  async send() {
    clearTimeout(this.timer);
    if (this.busy) await this.busy;
    if (this.pending === null) return true;
    this.busy = this.sendOnce(this.pending);
    try { return await this.busy; } finally { this.busy = null; }
  }

  async sendOnce(text) {
    const answer = await post(this.address, this.fields(text, this.revision), this.token).catch(() => null);
    if (answer?.ok) {
      Object.assign(this, { revision: answer.body.revision, text });
      if (this.pending === text) { this.pending = null; this.forget(); }
      // What was changed while this was on its way is saved next, and only then said.
      if (this.pending === null && !this.reading) this.tell(`✓ Đã lưu lúc ${clock()}.`);
      this.onSaved?.(answer.body);
      return true;
    }
    if (answer?.isSignedOut) this.tell(`! Phiên làm việc đã hết. ${this.thing} còn giữ trên máy này: đồng chí mở cửa sổ khác, đăng nhập lại, rồi tải lại trang này.`, true, this.signIn);
    else if (answer) this.tell(`! Chưa lưu được: ${answer.body?.text ?? `máy chủ trả lời ${answer.status}`} ${this.thing} còn giữ trên máy này.`, true);
    else this.tell(`! Mất đường truyền. ${this.thing} còn giữ trên máy này và sẽ được gửi lại.`, true);
    if (!answer) this.timer = setTimeout(() => this.send(), 5000);
    if (answer?.isSignedOut) this.timer = setTimeout(() => this.send(), 15000);
    return false;
  }

  tell(words, isProblem = false, link = null) {
    this.status.textContent = words;
    if (link) this.status.append(' ', Object.assign(document.createElement('a'), { href: link, target: '_blank', textContent: 'Đăng nhập lại (cửa sổ mới)' }));
    this.status.classList.toggle('no', isProblem);
  }
}

/** Sends a form as a page would, with its key and token. */
export async function post(address, fields, token) {
  const body = new URLSearchParams({ commandId: newId(), __RequestVerificationToken: token, ...fields });
  const answer = await fetch(address, { method: 'POST', body, credentials: 'same-origin', headers: { Accept: 'application/json' } });
  const isJson = answer.headers.get('content-type')?.includes('json');
  return { ok: answer.ok && isJson, status: answer.status, isSignedOut: answer.redirected || answer.status === 401, body: isJson ? await answer.json() : null };
}
