// Sends the forms of a session without leaving the page, each with the key it was made with, so that nothing counts twice. A ballot is asked about once more,
// and when the line is cut it is kept and sent until the host has answered. Without this script every form is sent as forms are.
(() => {
  const page = window.HoiNghi;
  if (!page) return;
  const { part } = page;
  const store = `phieu:${part.dataset.nguoi}:${part.dataset.live}`;
  let unsent = null;

  const make = (name, properties, ...inside) => { const node = Object.assign(document.createElement(name), properties); node.append(...inside); return node; };

  // What the host says of it stands on top and is read out; what was recorded is drawn, what was refused stays as it was typed.
  function show(fresh, recorded) {
    document.querySelectorAll('main > .receipt, main > .problem').forEach(old => old.remove());
    const said = fresh.querySelector('main > .receipt, main > .problem');
    if (recorded) page.merge(fresh); else page.draw();
    if (!said) return;
    const note = document.importNode(said, true);
    document.querySelector('main > h1').after(note);
    note.tabIndex = -1;
    note.focus({ preventScroll: true });
    note.scrollIntoView({ block: 'nearest' });
  }

  function tell(form, words, bad = false) {
    const at = form?.isConnected ? form : part;
    let note = document.getElementById('dang-gui');
    if (!words) { note?.remove(); return; }
    note ??= make('p', { id: 'dang-gui' });
    note.className = bad ? 'queued bad' : 'queued';
    note.setAttribute('role', 'status');
    if (note.nextElementSibling !== at) at.before(note);
    if (note.dataset.loi === words) return;
    note.dataset.loi = words;
    note.replaceChildren(words, ...words.includes('đăng nhập lại') ? [' ', page.signIn()] : []);
  }

  // "recorded" and "refused" are answers; "unknown": nobody knows whether it came; "signed-out": it did not; "gone": this page is no more what it was.
  async function send(action, sent, form) {
    page.begin();
    try {
      const answer = await fetch(action, { method: 'POST', body: sent, credentials: 'same-origin', headers: { 'X-Parts': '1', 'Content-Type': 'application/x-www-form-urlencoded' } });
      if (answer.status >= 500) return 'unknown';
      const fresh = page.parse(await answer.text());
      if (answer.redirected) return 'signed-out';
      if (!fresh.querySelector('[data-live]')) return 'gone';
      tell(form, '');
      if (form) delete form.dataset.sending;
      if (answer.ok) {
        page.touched.delete(form);
        if (form?.contains(document.activeElement)) document.activeElement.blur();
      }
      show(fresh, answer.ok);
      return answer.ok ? 'recorded' : 'refused';
    } catch {
      return 'unknown';
    } finally {
      page.done();
    }
  }

  async function sendBallot(again = false) {
    const mine = unsent;
    if (!mine || mine.busy) return;
    mine.busy = true;
    if (!again) tell(mine.form, 'Đang gửi phiếu của đồng chí…');
    const answer = await send(mine.action, mine.body, mine.form);
    mine.busy = false;
    if (answer === 'unknown' || answer === 'signed-out') {
      tell(mine.form, answer === 'signed-out' ? '! Phiên làm việc đã hết: phiếu của đồng chí đã ghi trên máy này nhưng chưa gửi được. Đồng chí đăng nhập lại; máy tự gửi phiếu, mỗi đồng chí chỉ tính một phiếu. Đừng đóng trang này.'
        : '! Mất đường truyền: phiếu của đồng chí đã ghi trên máy này nhưng chưa gửi được. Máy tự gửi lại khi có mạng, mỗi đồng chí chỉ tính một phiếu. Đồng chí đừng đóng trang này.', true);
      setTimeout(() => sendBallot(true), 1500);
      return;
    }
    unsent = null;
    if (answer === 'gone') { location.reload(); return; }
    sessionStorage.removeItem(store);
    mine.form?.querySelectorAll('fieldset, button').forEach(field => { field.disabled = false; });
    if (answer === 'refused') { page.touched.delete(mine.form); page.draw(); }
  }

  const body = (form, submitter) => {
    const fields = new FormData(form);
    if (submitter?.name) fields.append(submitter.name, submitter.value);
    return new URLSearchParams(fields).toString();
  };

  // What stands on the ballot, as its choices say it.
  const chosen = form => [...form.querySelectorAll('input:checked')].map(input => input.labels[0].textContent.trim()).join('; ') || 'để trống, không chọn ai';

  // Asks once more, in the words of the act; the focus stands on the question, so that nobody answers it by pressing twice.
  function asked(question, about, yes, no) {
    return new Promise(answer => {
      const title = make('h2', { id: 'xac-nhan', tabIndex: -1 }, question);
      const [go, back] = [make('button', { type: 'button', className: 'primary' }, yes), make('button', { type: 'button', className: 'plain' }, no)];
      const box = make('dialog', { className: 'confirm' }, title, ...about.map(words => make('p', {}, words)), make('div', { className: 'actions' }, go, back));
      box.setAttribute('aria-labelledby', 'xac-nhan');
      let said = false;
      go.addEventListener('click', () => { said = true; box.close(); });
      back.addEventListener('click', () => box.close());
      box.addEventListener('close', () => { box.remove(); answer(said); });
      document.body.append(box);
      box.showModal();
      title.focus();
    });
  }

  document.querySelector('main').addEventListener('submit', async event => {
    const form = event.target;
    if (form.method !== 'post' || event.defaultPrevented || !part.contains(form)) return;
    event.preventDefault();
    if (form.dataset.sending || (form.matches('.ballot') && unsent)) return;
    form.dataset.sending = '1';
    const [action, sent] = [form.action, body(form, event.submitter)];
    if (form.matches('.ballot')) {
      page.touched.add(form);
      const words = chosen(form);
      if (!await asked(`Đồng chí gửi phiếu: ${words}?`, [form.dataset.ve, 'Gửi rồi không đổi được; mỗi đồng chí một phiếu.'], `Gửi phiếu: ${words}`, 'Chọn lại')) { delete form.dataset.sending; return; }
      unsent = { action, body: sent, form };
      form.querySelectorAll('fieldset, button').forEach(field => { field.disabled = true; });
      // A secret choice is written nowhere, not even here; it is gone when the page is closed, and the page asks before that.
      if (!form.dataset.kin) sessionStorage.setItem(store, JSON.stringify({ action, body: sent }));
      await sendBallot();
      return;
    }
    if (form.dataset.hoi && !await asked(form.dataset.hoi, [form.dataset.ve], event.submitter.textContent, 'Chưa, quay lại')) { delete form.dataset.sending; return; }
    const answer = await send(action, sent, form);
    delete form.dataset.sending;
    if (answer === 'gone') location.reload();
    if (answer === 'signed-out') tell(form, '! Phiên làm việc đã hết nên chưa gửi được. Nội dung đồng chí nhập còn nguyên; đồng chí đăng nhập lại rồi bấm lại nút vừa bấm.', true);
    if (answer === 'unknown') tell(form, '! Chưa gửi được vì mất đường truyền. Nội dung đồng chí nhập còn nguyên; khi có mạng, đồng chí bấm lại nút vừa bấm. Bấm hai lần cũng chỉ ghi một lần.', true);
  });

  window.addEventListener('beforeunload', event => { if (unsent) event.preventDefault(); });
  window.addEventListener('online', () => sendBallot(true));
  document.addEventListener('hoi-nghi:noi-lai', () => sendBallot(true));
  const kept = sessionStorage.getItem(store);
  if (kept) { unsent = { ...JSON.parse(kept), form: null }; sendBallot(); }
})();
