// The page on which a text is written: ProseMirror over the clause list, saved as it is written.
import { EditorState } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { baseKeymap } from 'prosemirror-commands';
import { history, redo, undo } from 'prosemirror-history';
import { keymap } from 'prosemirror-keymap';
import 'prosemirror-view/style/prosemirror.css';
import './editor.css';
import { Saving } from '../shared/saving.js';
import * as acts from './commands.js';
import { cleanHtml, fromText } from './paste.js';
import { others } from './others.js';
import { renumbering } from './renumber.js';
import { schema, toClauses, toDoc, toLines, toRecipients } from './schema.js';
import { toolbar } from './toolbar.js';
import { ClauseView, TableView } from './views.js';

const page = document.querySelector('#soan');
const field = id => page.querySelector('#' + id);
const fields = { subject: 'trich-yeu', recipients: 'noi-nhan', authority: 'tham-quyen', position: 'chuc-vu', name: 'nguoi-ky' };

async function open() {
  const source = await (await fetch(page.dataset.source, { credentials: 'same-origin' })).json();
  let view = null;
  const writers = others({
    address: page.dataset.others, stale: page.dataset.stale, base: source.base, told: field('nguoi-khac'), here: () => acts.here(view.state)?.node.attrs.id, redraw: () => view.dispatch(view.state.tr)
  });
  const run = command => () => { command(view.state, view.dispatch, view); view.focus(); };
  const write = () => JSON.stringify({
    subject: field('trich-yeu').value.normalize('NFC'), clauses: toClauses(view.state.doc), recipients: toRecipients(field('noi-nhan').value),
    signature: { authority: field('tham-quyen').value.normalize('NFC'), position: field('chuc-vu').value.normalize('NFC'), name: field('nguoi-ky').value.normalize('NFC') }
  });
  const at = state => acts.here(state)?.node.attrs;
  const marked = name => state => state.storedMarks ? schema.marks[name].isInSet(state.storedMarks) : schema.marks[name].isInSet(state.selection.$from.marks());
  const bar = toolbar(field('cong-cu'), () => view, [
    { words: 'Đậm', keys: 'Ctrl+B', act: () => run(acts.mark('bold'))(), active: marked('bold') },
    { words: 'Nghiêng', keys: 'Ctrl+I', act: () => run(acts.mark('italic'))(), active: marked('italic') },
    { words: 'Chỉ số trên', act: () => run(acts.mark('superscript'))(), active: marked('superscript') },
    { words: 'Đề mục', act: () => run(acts.kind('heading'))(), active: state => at(state)?.kind === 'heading' },
    { words: 'Đoạn văn', act: () => run(acts.kind('paragraph'))(), active: state => at(state)?.kind === 'paragraph' },
    { words: 'Chú thích', act: () => run(acts.kind('footnote'))(), active: state => at(state)?.kind === 'footnote' },
    { words: 'Lên một cấp', keys: 'Shift+Tab', act: () => run(acts.level(-1))() },
    { words: 'Xuống một cấp', keys: 'Tab', act: () => run(acts.level(1))() },
    { words: 'Sửa nhãn', act: () => { const place = acts.here(view.state); if (place) view.nodeDOM(place.at).querySelector('.label').focus(); } },
    { words: 'Đánh số lại', act: () => renumber(view) },
    { words: 'Hoàn tác', keys: 'Ctrl+Z', act: () => run(undo)() },
    { words: 'Làm lại', keys: 'Ctrl+Y', act: () => run(redo)() }
  ]);
  const state = clauses => EditorState.create({
    doc: toDoc(clauses),
    plugins: [
      history(), acts.ownIds,
      keymap({
        Enter: acts.split, 'Shift-Enter': acts.split, Backspace: acts.mergeUp, Delete: acts.mergeDown, Tab: acts.level(1), 'Shift-Tab': acts.level(-1), 'Mod-b': acts.mark('bold'), 'Mod-i': acts.mark('italic'),
        'Mod-z': undo, 'Mod-y': redo, 'Mod-Shift-z': redo, Escape: () => { bar.focus(); return true; }
      }),
      keymap(baseKeymap)
    ]
  });
  const fill = text => {
    const fresh = state(text.clauses);
    if (view) view.updateState(fresh);
    field('trich-yeu').value = text.subject;
    field('noi-nhan').value = toLines(text.recipients);
    field('tham-quyen').value = text.signature.authority;
    field('chuc-vu').value = text.signature.position;
    field('nguoi-ky').value = text.signature.name;
    return fresh;
  };

  let saving = null;
  view = new EditorView(field('van-ban'), {
    state: fill(source.text),
    nodeViews: { clause: (...parts) => new ClauseView(...parts), table: node => new TableView(node) },
    attributes: { role: 'textbox', 'aria-multiline': 'true', 'aria-label': 'Nội dung văn bản', 'aria-describedby': 'cach-go', lang: 'vi' },
    transformPastedHTML: cleanHtml,
    clipboardTextParser: fromText,
    decorations: now => writers.marks(now.doc),
    dispatchTransaction(tr) {
      view.updateState(view.state.apply(tr));
      bar.show(view.state);
      writers.tell();
      if (tr.docChanged) saving?.changed();
    }
  });
  saving = new Saving({
    key: page.dataset.key, perWindow: true, text: write(), revision: source.revision, token: page.querySelector('input[name=__RequestVerificationToken]').value, status: field('tinh-trang'), thing: 'Nội dung soạn',
    signIn: page.dataset.signIn, address: page.dataset.save, read: async () => write(), fields: (text, revision) => ({ revision, hash: source.base, text })
  });
  saving.onSaved = body => writers.show(body.others, body.isStale);
  for (const id of Object.values(fields)) field(id).addEventListener('input', () => saving.changed());
  writers.show(source.others, false);
  writers.listen();
  bar.show(view.state);
  offerKept(saving, text => fill(JSON.parse(text)));
  bindForms(saving);
  page.classList.add('ready');
}

// What becomes a version, or is thrown away, is what is written here: first it is saved, then the form goes.
function bindForms(saving) {
  for (const form of document.querySelectorAll('form[action$="/thanh-ban-moi"], form[action$="/bo-ban-soan"]')) {
    form.addEventListener('submit', async event => {
      event.preventDefault();
      if (!await saving.send()) { document.querySelector('#tinh-trang').scrollIntoView({ block: 'center' }); return; }
      form.querySelector('[name=revision]').value = saving.revision;
      saving.forget();
      form.submit();
    });
  }
}

// A text that this device kept when the line was lost is offered, never taken by itself.
function offerKept(saving, use) {
  const kept = saving.left();
  if (!kept) return;
  const notice = field('con-giu');
  notice.hidden = false;
  notice.querySelector('span').textContent = `Máy này còn giữ nội dung chưa gửi được, sửa lúc ${new Date(kept.at).toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' })}${kept.revision === saving.revision ? '' : '; trong lúc đó bản trên máy chủ cũng đã thay đổi'}.`;
  field('dung-ban-giu').addEventListener('click', async () => { use(kept.text); notice.hidden = true; saving.forget(kept.key); await saving.changed(); await saving.send(); });
  field('bo-ban-giu').addEventListener('click', () => { saving.forget(kept.key); notice.hidden = true; });
}

function renumber(view) {
  const dialog = field('danh-so');
  const plan = renumbering(toClauses(view.state.doc));
  dialog.querySelector('p').textContent = plan.length ? `${plan.length} nhãn sẽ đổi. Nhãn gạch đầu dòng giữ nguyên. Chỗ trong câu chữ nhắc đến số cũ không tự đổi.` : 'Các nhãn đã liền mạch, không có gì phải đổi.';
  dialog.querySelector('ol').replaceChildren(...plan.map(({ index, from, to }) => Object.assign(document.createElement('li'), { textContent: `${from} → ${to}  ${view.state.doc.child(index).textContent.slice(0, 60)}` })));
  dialog.querySelector('[data-do]').hidden = plan.length === 0;
  dialog.querySelector('[data-close]').onclick = () => { dialog.close(); view.focus(); };
  dialog.querySelector('[data-do]').onclick = () => {
    const tr = view.state.tr;
    const places = [];
    tr.doc.forEach((_, from) => places.push(from));
    for (const { index, to } of plan) tr.setNodeAttribute(places[index], 'label', to);
    view.dispatch(tr);
    dialog.close();
    view.focus();
  };
  dialog.showModal();
}

open().catch(error => {
  const status = document.querySelector('#tinh-trang');
  status.classList.add('no');
  status.textContent = '! Không mở được văn bản này. Đồng chí tải lại trang; nếu vẫn vậy, hãy sửa từng đoạn ở trang văn bản và báo người phụ trách kỹ thuật.';
  throw error;
});
