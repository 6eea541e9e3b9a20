// Keeps the drawing: on this device at once, on the server every few seconds. A lost line, a session that ended or a closed lid loses nothing.
const clock = () => new Date().toLocaleTimeString('vi-VN', { hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: 'Asia/Ho_Chi_Minh' });

// Also where the page came over plain HTTP, which has no randomUUID.
const newId = () => {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64; bytes[8] = (bytes[8] & 63) | 128;
  return [...bytes].map((one, at) => ([4, 6, 8, 10].includes(at) ? '-' : '') + one.toString(16).padStart(2, '0')).join('');
};

export class Saving {
  constructor(modeler, drawing, token, status) {
    Object.assign(this, { modeler, drawing, token, status });
    this.key = `workflow-ban-ve-${drawing.id}`;
    this.pending = null;
    this.busy = null;
    this.timer = 0;
    modeler.get('eventBus').on('commandStack.changed', () => this.changed());
    addEventListener('online', () => this.send());
    document.addEventListener('visibilitychange', () => { if (document.visibilityState === 'hidden') this.send(); });
  }

  /** What this device holds that the server does not; null when there is nothing. */
  left() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.key));
      return kept && kept.xml !== this.drawing.xml ? kept : null;
    } catch { return null; }
  }

  forget() { try { localStorage.removeItem(this.key); } catch { /* a browser that keeps nothing */ } }

  async changed() {
    const { xml } = await this.modeler.saveXML({ format: true });
    this.pending = xml;
    try { localStorage.setItem(this.key, JSON.stringify({ xml, revision: this.drawing.revision, at: new Date().toISOString() })); } catch { /* full or forbidden: the server still has it in a moment */ }
    this.tell('Đang sửa…');
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

  async sendOnce(xml) {
    const answer = await post('/quan-tri/quy-trinh/ve/luu-ban-ve', { ban: this.drawing.id, revision: this.drawing.revision, text: xml }, this.token).catch(() => null);
    if (answer?.ok) {
      Object.assign(this.drawing, { revision: answer.body.revision, xml });
      if (this.pending === xml) { this.pending = null; this.forget(); }
      this.tell(`✓ Đã lưu lúc ${clock()}.`);
      this.onSaved?.();
      return true;
    }
    if (answer?.isSignedOut) this.tell('! Phiên làm việc đã hết. Bản vẽ còn giữ trên máy này: đồng chí mở cửa sổ khác, đăng nhập lại, rồi tải lại trang này.', true);
    else if (answer) this.tell(`! Chưa lưu được: ${answer.body?.text ?? `máy chủ trả lời ${answer.status}`} Bản vẽ còn giữ trên máy này.`, true);
    else this.tell('! Mất đường truyền. Bản vẽ còn giữ trên máy này và sẽ được gửi lại.', true);
    if (!answer) this.timer = setTimeout(() => this.send(), 5000);
    return false;
  }

  tell(words, isProblem = false) {
    this.status.textContent = words;
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
