// Follows a session: draws its part of the page anew when it has changed, never a form that somebody is filling in. Without this script the page is
// read again by hand; everything can be done either way.
(() => {
  const part = document.querySelector('[data-live]');
  if (!part || !window.EventSource) return;
  const line = document.getElementById('duong-truyen') ?? part.insertAdjacentElement('beforebegin', Object.assign(document.createElement('p'), { id: 'duong-truyen', className: 'meta' }));
  line.setAttribute('role', 'status');
  let shown = null;
  let wanted = false;
  let busy = false;

  // A form in use: the caret stands in it, or something in it was changed.
  const touched = new Set();
  part.addEventListener('input', event => { if (event.target.form) touched.add(event.target.form); });
  const inUse = () => [...touched].some(form => form.isConnected) || (part.contains(document.activeElement) && document.activeElement.matches('input:not([type=hidden]), textarea, select, summary'));

  const draw = async () => {
    if (busy) { wanted = true; return; }
    if (inUse()) {
      wanted = true;
      line.innerHTML = '';
      line.append('Hội nghị có diễn biến mới. ', Object.assign(document.createElement('button'), { type: 'button', className: 'plain', textContent: 'Xem ngay (bỏ phần đang nhập)', onclick: () => { touched.clear(); document.activeElement.blur(); draw(); } }));
      return;
    }
    busy = true;
    wanted = false;
    try {
      const answer = await fetch(location.href, { credentials: 'same-origin', headers: { Accept: 'text/html' } });
      if (!answer.ok || answer.redirected) throw new Error('no page');
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
      const now = fresh.querySelector('[data-live]');
      if (now && !inUse()) {
        const open = new Set([...part.querySelectorAll('details[open] > summary')].map(one => one.textContent));
        part.replaceChildren(...document.importNode(now, true).childNodes);
        for (const summary of part.querySelectorAll('details > summary')) if (open.has(summary.textContent)) summary.parentElement.open = true;
        const state = fresh.querySelector('p.state');
        if (state && document.querySelector('p.state')) document.querySelector('p.state').textContent = state.textContent;
        line.textContent = '';
      } else if (now) wanted = true;
    } catch { wanted = true; }
    busy = false;
    if (wanted) setTimeout(draw, 1500);
  };

  const events = new EventSource(part.dataset.live);
  events.addEventListener('doi', event => {
    if (shown !== null && shown !== event.data) draw();
    shown = event.data;
  });
  events.addEventListener('phieu', event => {
    for (const one of part.querySelectorAll('[data-phieu]')) one.textContent = event.data;
  });
  events.onerror = () => { line.textContent = '! Mất đường truyền, đang nối lại… Phiếu đã gửi thì không mất.'; };
  events.onopen = () => { line.textContent = ''; };
  part.addEventListener('focusout', () => { if (wanted) setTimeout(draw, 300); });
})();
