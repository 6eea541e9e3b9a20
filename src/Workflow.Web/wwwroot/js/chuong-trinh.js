// Arranges the agenda: rows are dragged by their handle (mouse, pen, finger) or moved by buttons and arrow keys, one level in or out; "Hoàn tác" takes the last
// move back. Nothing is sent before "Lưu": then the whole order, in one act. Without this script the numbers are typed.
(() => {
  const enhanced = new WeakSet();
  const make = (name, properties, ...inside) => { const node = Object.assign(document.createElement(name), properties); node.append(...inside); return node; };

  function enhance(form) {
    if (enhanced.has(form)) return;
    enhanced.add(form);
    const list = form.querySelector('tbody');
    const rows = () => [...list.rows];
    const box = row => row.querySelector('input[name$=".Under"]');
    const said = make('p', { className: 'meta' });
    said.setAttribute('role', 'status');
    const undo = make('button', { type: 'button', className: 'plain', hidden: true }, 'Hoàn tác lần chuyển vừa rồi');
    form.querySelector('.actions').append(undo);
    form.querySelector('.actions').before(said);
    form.classList.add('scripted');
    const past = [];
    let typed = false;
    form.addEventListener('input', event => { typed ||= event.isTrusted; });
    const state = () => rows().map(row => [row, box(row).checked]);

    // A top row takes those under it along.
    const block = row => {
      const all = rows(), taken = [row];
      if (!box(row).checked) for (let next = all.indexOf(row) + 1; next < all.length && box(all[next]).checked; next++) taken.push(all[next]);
      return taken;
    };
    const group = row => {
      let head = row;
      while (box(head).checked && head.previousElementSibling) head = head.previousElementSibling;
      return [head, block(head).at(-1)];
    };
    function number() {
      let [top, under] = [0, 0];
      rows().forEach((row, index) => {
        if (index === 0) box(row).checked = false;
        const below = box(row).checked;
        if (below) under++; else { top++; under = 0; }
        row.classList.toggle('under', below);
        row.querySelector('.number').textContent = below ? `${top}.${under}` : `${top}`;
        row.querySelector('input[name$=".Order"]').value = index + 1;
        row.querySelectorAll('button[data-chuyen]').forEach(button => { button.setAttribute('aria-label', `${button.title} nội dung ${row.dataset.ten}`); });
      });
    }
    function put(order) {
      for (const [row, below] of order) { list.append(row); box(row).checked = below; }
      number();
    }
    function did(before, row) {
      number();
      const after = state();
      if (before.every(([one, below], index) => after[index][0] === one && after[index][1] === below)) return;
      past.push(before);
      undo.hidden = false;
      said.textContent = `Nội dung “${row.dataset.ten}” nay ở vị trí ${row.querySelector('.number').textContent}. Chưa lưu.`;
      // The page now counts the form as being filled in, and leaves it alone.
      box(row).dispatchEvent(new Event('input', { bubbles: true }));
    }
    const moves = {
      len(row) { const first = rows().indexOf(row); if (first <= 0) return; const taken = block(row); let above = rows()[first - 1]; while (!box(row).checked && box(above).checked) above = above.previousElementSibling; above.before(...taken); },
      xuong(row) { const taken = block(row), next = taken.at(-1).nextElementSibling; if (!next) return; const after = box(row).checked ? [next] : block(next); after.at(-1).after(...taken); },
      vao(row) { if (rows().indexOf(row) > 0) box(row).checked = true; },
      ra(row) { box(row).checked = false; },
    };
    function move(row, which) { const before = state(); moves[which](row); did(before, row); }

    for (const row of rows()) {
      const handle = make('button', { type: 'button', className: 'handle', title: 'Kéo để chuyển' }, '⠿');
      handle.setAttribute('aria-label', `Chuyển nội dung ${row.dataset.ten}: dùng bốn phím mũi tên`);
      handle.addEventListener('keydown', event => {
        const which = { ArrowUp: 'len', ArrowDown: 'xuong', ArrowRight: 'vao', ArrowLeft: 'ra' }[event.key];
        if (!which) return;
        event.preventDefault();
        move(row, which);
        handle.focus();
      });
      drag(row, handle);
      const buttons = [['len', '↑', 'Chuyển lên'], ['xuong', '↓', 'Chuyển xuống'], ['vao', '→', 'Đưa vào làm mục con:'], ['ra', '←', 'Đưa ra ngoài:']].map(([which, sign, words]) => {
        const button = make('button', { type: 'button', title: words }, sign);
        button.dataset.chuyen = which;
        button.addEventListener('click', () => { move(row, which); button.focus(); });
        return button;
      });
      row.cells[0].append(make('span', { className: 'moves' }, handle, ...buttons));
    }

    // Up and down by where the pointer is, in and out by how far it went to the side. The rows around move, never the one that is held: it would lose the pointer.
    function drag(row, handle) {
      let from = null;
      handle.addEventListener('pointerdown', event => {
        if (event.button) return;
        event.preventDefault();
        handle.focus({ preventScroll: true });
        handle.setPointerCapture(event.pointerId);
        from = { x: event.clientX, before: state(), taken: block(row) };
        from.taken.forEach(one => one.classList.add('dragged'));
      });
      handle.addEventListener('pointermove', event => {
        if (!from) return;
        const { taken } = from;
        const others = rows().filter(one => !taken.includes(one));
        const inside = one => { const at = one.getBoundingClientRect(); return event.clientY >= at.top && event.clientY <= at.bottom; };
        const over = others.find(inside);
        if (over) {
          // What goes along at the first level passes whole groups.
          const [first, last] = box(row).checked ? [over, over] : group(over);
          const middle = (first.getBoundingClientRect().top + last.getBoundingClientRect().bottom) / 2;
          const place = event.clientY < middle ? others.indexOf(first) : others.indexOf(last) + 1;
          if (rows().indexOf(taken[0]) !== place) { taken[0].before(...others.slice(0, place)); taken.at(-1).after(...others.slice(place)); }
        }
        const aside = event.clientX - from.x;
        if (taken.length === 1 && Math.abs(aside) > 40) box(row).checked = aside > 0 && rows().indexOf(row) > 0;
        number();
      });
      const drop = cancelled => {
        if (!from) return;
        const { before, taken } = from;
        from = null;
        taken.forEach(one => one.classList.remove('dragged'));
        if (cancelled) put(before); else did(before, row);
      };
      handle.addEventListener('pointerup', () => drop(false));
      handle.addEventListener('pointercancel', () => drop(true));
    }

    undo.addEventListener('click', () => {
      put(past.pop());
      undo.hidden = past.length === 0;
      if (undo.hidden && !typed) window.HoiNghi?.touched.delete(form);
      said.textContent = 'Đã trở lại như trước lần chuyển ấy. Chưa lưu.';
      (undo.hidden ? form.querySelector('.actions button') : undo).focus();
    });
    number();
  }

  const all = () => document.querySelectorAll('form.arrange').forEach(enhance);
  document.addEventListener('hoi-nghi:ve-lai', all);
  all();
})();
