// Who else writes this draft: told above the text, and at each clause they have changed. Asked for quietly; what is typed here is never touched.
import { Decoration, DecorationSet } from 'prosemirror-view';

const every = 20000;

/** here() gives the id of the clause where the caret stands; redraw() asks for the marks again. */
export function others({ address, stale, base, told, here, redraw }) {
  let writers = [];
  let notice = null;
  const at = id => writers.filter(one => one.clauses.includes(id));
  const words = (one, what) => `Đồng chí ${one.name} ${what}, lúc ${one.hour}.`;

  // Where the caret stands goes before all else: two at the same words is what costs work.
  const tell = () => {
    const same = at(here());
    const sentence = same.length ? same.map(one => words(one, 'đang sửa mục này')).join(' ')
      : writers.map(one => `Đồng chí ${one.name} cũng đang soạn dự thảo này (lưu lúc ${one.at})${one.clauses.length ? `, đã sửa ${one.clauses.length} đoạn (đánh dấu bên dưới)` : ''}.`).join(' ');
    told.hidden = sentence.length === 0;
    told.classList.toggle('same', same.length > 0);
    if (told.textContent !== sentence) told.textContent = sentence;
  };

  const show = (list, isStale) => {
    writers = list;
    redraw();
    tell();
    if (!isStale || notice) return;
    notice = Object.assign(document.createElement('p'), { id: 'cu', className: 'problem' });
    notice.append('Trong lúc đồng chí soạn, dự thảo đã có bản mới. Nội dung soạn vẫn được lưu. ', Object.assign(document.createElement('a'), { href: stale, textContent: 'Đối chiếu và gộp với bản mới' }));
    told.after(notice);
  };

  // A lost line or an ended session is told where the text is saved; here it only means no news.
  const ask = async () => {
    if (document.visibilityState === 'hidden') return;
    const answer = await fetch(address, { credentials: 'same-origin', headers: { Accept: 'application/json' } }).catch(() => null);
    if (!answer?.ok || answer.redirected || !answer.headers.get('content-type')?.includes('json')) return;
    const now = await answer.json().catch(() => null);
    if (now) show(now.others, now.current !== base);
  };

  return {
    tell, show, listen: () => setInterval(ask, every),
    marks: doc => {
      const marks = [];
      if (writers.length) doc.forEach((node, from) => {
        const same = at(node.attrs.id);
        if (same.length) marks.push(Decoration.node(from, from + node.nodeSize, { class: 'theirs', 'data-theirs': same.map(one => words(one, 'đang sửa mục này')).join(' ') }));
      });
      return DecorationSet.create(doc, marks);
    }
  };
}
