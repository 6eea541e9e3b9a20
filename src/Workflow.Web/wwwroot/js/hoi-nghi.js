// Follows a session: part by part the page is drawn anew when it has changed, but never a part with a form that somebody is filling in. Without this
// script the page is read again by hand; everything can be done either way.
window.HoiNghi = (() => {
  const part = document.querySelector('[data-live]');
  if (!part || !window.EventSource) return null;
  const line = document.getElementById('duong-truyen') ?? part.insertAdjacentElement('beforebegin', Object.assign(document.createElement('p'), { id: 'duong-truyen', className: 'line' }));
  line.setAttribute('role', 'status');

  // What the server sent for a part, without the keys of its forms: what is the same stays as it is, with caret, focus and open details.
  const sent = new WeakMap();
  const keys = 'input[name=commandId], input[name=__RequestVerificationToken]';
  const markup = node => { const copy = node.cloneNode(true); copy.querySelectorAll(keys).forEach(key => key.remove()); return copy.outerHTML; };
  for (const child of part.children) sent.set(child, markup(child));

  // A form in use: the caret stands in it, or something in it was changed.
  const touched = new Set();
  part.addEventListener('input', event => { if (event.target.form) touched.add(event.target.form); });
  const inUse = child => [...touched].some(form => child.contains(form)) || (child.contains(document.activeElement) && document.activeElement.matches('input:not([type=hidden]), textarea, select'));

  // Where the focus is, said so that it is found again in what replaces it.
  const words = node => node.textContent.replace(/\d+/g, '#').trim();
  const place = node => ({ id: node.id, like: other => other.localName === node.localName && other.name === node.name && words(other) === words(node) && other.form?.getAttribute('action') === node.form?.getAttribute('action') && other.form?.elements.itemId?.value === node.form?.elements.itemId?.value });
  const refocus = (was, section) => {
    const again = (was.id && document.getElementById(was.id)) || [...part.querySelectorAll('a, button, summary, input, select, textarea')].find(was.like) || document.getElementById(section);
    if (!again) return;
    if (again.id === section) again.tabIndex = -1;
    again.focus({ preventScroll: true });
  };

  const carry = (from, to) => {
    const open = new Set([...from.querySelectorAll('details[open] > summary')].map(words));
    for (const summary of to.querySelectorAll('details > summary')) if (open.has(words(summary))) summary.parentElement.open = true;
  };

  const waiting = new WeakMap();
  function keep(child, fresh) {
    waiting.set(child, fresh);
    if (child.querySelector(':scope > .stale')) return;
    const note = Object.assign(document.createElement('p'), { className: 'stale' });
    note.setAttribute('role', 'status');
    const look = Object.assign(document.createElement('button'), { type: 'button', className: 'plain', textContent: 'Xem ngay, bỏ phần đang nhập' });
    look.addEventListener('click', () => { for (const form of child.querySelectorAll('form')) touched.delete(form); const next = put(child, waiting.get(child)); if (next) { next.tabIndex = -1; next.focus(); } });
    note.append('Phần này vừa có diễn biến mới. Chỗ đồng chí đang nhập được giữ nguyên. ', look);
    child.prepend(note);
  }

  function put(child, fresh) {
    if (!fresh) { child.remove(); return null; }
    const next = document.importNode(fresh, true);
    sent.set(next, markup(fresh));
    if (child) { carry(child, next); child.replaceWith(next); }
    return next;
  }

  /** Takes over what changed in a page that was just read; what is being filled in stays. */
  function merge(page) {
    const now = page.querySelector('[data-live]');
    if (!now) return false;
    const focus = part.contains(document.activeElement) ? document.activeElement : null;
    const [was, section] = focus ? [place(focus), focus.closest('[data-live] > *')?.id] : [];
    const old = new Map([...part.children].map(child => [child.id, child]));
    let at = part.firstElementChild;
    for (const fresh of [...now.children]) {
      const mine = old.get(fresh.id);
      old.delete(fresh.id);
      const same = mine && sent.get(mine) === markup(fresh);
      if (same) {
        const names = [...fresh.querySelectorAll(keys)];
        mine.querySelectorAll(keys).forEach((key, index) => { if (!key.form.dataset.sending) key.value = names[index].value; });
        mine.querySelector(':scope > .stale')?.remove();
      } else if (mine && inUse(mine)) keep(mine, fresh);
      if (mine && (same || inUse(mine))) {
        if (mine !== at && !inUse(mine)) part.insertBefore(mine, at);
        at = mine.nextElementSibling;
        continue;
      }
      if (mine === at) at = at.nextElementSibling;
      part.insertBefore(put(mine, fresh), at);
    }
    for (const left of old.values()) if (inUse(left)) keep(left, null); else left.remove();
    const state = page.querySelector('p.state');
    const mineState = document.querySelector('p.state');
    if (state && mineState && mineState.textContent !== state.textContent) mineState.textContent = state.textContent;
    if (was && (document.activeElement === document.body || !document.activeElement)) refocus(was, section);
    document.dispatchEvent(new Event('hoi-nghi:ve-lai'));
    return true;
  }

  // What was said of an act goes when the session has gone on.
  function moveOn(page) {
    const state = () => document.querySelector('p.state')?.textContent;
    const was = state();
    if (merge(page) && state() !== was) document.querySelectorAll('main > .receipt').forEach(note => note.remove());
  }

  // Nothing is read while something is sent: the answer to what was sent shows the page as well. What was asked for before something was sent is older than
  // that answer, however late it comes: it would take the receipt away and show a ballot that was given.
  let wanted = false, reading = false, sending = 0, begun = 0;
  const parse = text => new DOMParser().parseFromString(text, 'text/html');
  async function draw() {
    if (reading || sending) { wanted = true; return; }
    [reading, wanted] = [true, false];
    const before = begun;
    try {
      const answer = await fetch(location.pathname + location.search, { credentials: 'same-origin', headers: { Accept: 'text/html' } });
      if (answer.redirected) { signedOut(); throw new Error('signed out'); }
      if (!answer.ok) throw new Error('no page');
      const text = await answer.text();
      if (line.querySelector('a')) say('');
      if (sending || begun !== before) wanted = true; else moveOn(parse(text));
    } catch { setTimeout(draw, 1500); }
    reading = false;
    if (wanted) setTimeout(draw, 300);
  }

  let shown = null, events = null;
  function follow() {
    events = new EventSource(part.dataset.live);
    events.addEventListener('doi', event => { if (shown !== null && shown !== event.data) draw(); shown = event.data; });
    events.addEventListener('phieu', event => {
      const before = [...part.querySelectorAll('[data-phieu]')].some(one => one.textContent !== event.data);
      for (const one of part.querySelectorAll('[data-phieu]')) one.textContent = event.data;
      if (before && part.querySelector('[data-con-thieu]')) draw();
    });
    events.onerror = () => {
      say('! Mất đường truyền, đang nối lại… Phiếu đã ghi nhận thì không mất.');
      // A host that is starting may refuse; the browser would then not ask again by itself.
      if (events.readyState === EventSource.CLOSED) { draw(); setTimeout(follow, 2000); }
    };
    events.onopen = () => { say(''); document.dispatchEvent(new Event('hoi-nghi:noi-lai')); };
  }
  const say = words => { if (line.textContent !== words) line.textContent = words; };
  // In another tab, so that nothing that stands here is lost; this page goes on by itself afterwards.
  const signIn = () => Object.assign(document.createElement('a'), { href: location.pathname, target: '_blank', textContent: 'Đăng nhập lại ở thẻ mới' });
  function signedOut() { if (!line.querySelector('a')) { line.textContent = '! Phiên làm việc đã hết. '; line.append(signIn()); } }
  part.addEventListener('focusout', () => setTimeout(() => { for (const child of [...part.children]) if (waiting.has(child) && child.querySelector(':scope > .stale') && !inUse(child)) put(child, waiting.get(child)); }, 0));
  follow();
  return { part, touched, merge, parse, draw, signIn, begin: () => { sending++; begun++; }, done: () => { sending--; if (wanted && !sending) draw(); } };
})();
