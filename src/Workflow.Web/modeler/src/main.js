// The page on which processes are drawn: bpmn-js as it is, watermark included, with our attributes, our words and our findings.
import Modeler from 'bpmn-js/lib/Modeler';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import './modeler.css';
import descriptor from './wf.json';
import { Findings } from './findings.js';
import { Form } from './form.js';
import { Lists } from './lists.js';
import { offers } from './offers.js';
import { Panel } from './panel.js';
import { Saving, post } from '../shared/saving.js';
import { Values } from './values.js';
import { translate } from './words.js';

const page = document.querySelector('#ban-ve');

async function open() {
  const answer = await fetch(page.dataset.source, { credentials: 'same-origin' });
  const drawing = await answer.json();
  const modeler = new Modeler({ container: page.querySelector('#khung-ve'), moddleExtensions: { wf: descriptor }, additionalModules: [translate, offers] });
  const token = page.querySelector('input[name=__RequestVerificationToken]').value;
  await load(modeler, drawing.xml);

  const status = page.querySelector('#tinh-trang');
  const values = new Values(modeler);
  const panel = new Panel(modeler, values, new Lists(modeler, drawing.vocabulary), new Form(modeler), page);
  const findings = new Findings(modeler, page.querySelector('#ket-qua'), id => panel.select(id));
  const saving = new Saving({
    key: `workflow-ban-ve-${drawing.id}`, text: drawing.xml, revision: drawing.revision, token, status, thing: 'Bản vẽ', address: '/quan-tri/quy-trinh/ve/luu-ban-ve',
    read: async () => (await modeler.saveXML({ format: true })).xml, fields: (text, revision) => ({ ban: drawing.id, revision, text })
  });
  modeler.get('eventBus').on('commandStack.changed', () => saving.changed());
  const check = async () => {
    const { xml } = await modeler.saveXML({ format: true });
    const result = await post('/quan-tri/quy-trinh/ve/kiem-tra', { text: xml }, token).catch(() => null);
    if (result?.ok) findings.show(result.body);
    else saving.tell('! Chưa kiểm tra được: mất đường truyền hoặc phiên làm việc đã hết.', true);
  };
  saving.onSaved = check;
  bind(modeler, saving, check);
  sayWords();
  offerKept(modeler, saving, panel, check);
  page.classList.add('ready');
  await check();
}

async function load(modeler, xml) {
  const { warnings } = await modeler.importXML(xml);
  modeler.get('canvas').zoom('fit-viewport', 'auto');
  if (modeler.get('canvas').zoom() > 1) modeler.get('canvas').zoom(1, 'auto');
  return warnings;
}

function bind(modeler, saving, check) {
  const on = (id, act) => page.querySelector(id).addEventListener('click', act);
  on('#kiem-tra', async () => { await saving.send(); await check(); page.querySelector('#ket-qua').focus(); });
  on('#lui', () => modeler.get('commandStack').undo());
  on('#tien', () => modeler.get('commandStack').redo());
  on('#vua-khung', () => modeler.get('canvas').zoom('fit-viewport', 'auto'));
  on('#xoa', () => { const chosen = modeler.get('selection').get(); if (chosen.length) modeler.get('modeling').removeElements([...chosen]); });
  // What the next page shows is what is drawn here.
  for (const link of page.querySelectorAll('a[data-save]')) {
    link.addEventListener('click', async event => {
      event.preventDefault();
      if (await saving.send()) location.assign(link.href);
    });
  }
}

// Icons say what they do when a pointer rests on them, not to screen readers alone.
function sayWords() {
  page.querySelector('#khung-ve').addEventListener('mouseover', event => {
    const entry = event.target.closest?.('.entry[aria-label]');
    if (entry && !entry.title) entry.title = entry.getAttribute('aria-label');
  });
}

// A drawing that this device kept when the line was lost is offered, never taken by itself.
function offerKept(modeler, saving, panel, check) {
  const kept = saving.left();
  const notice = page.querySelector('#con-giu');
  if (!kept) return;
  notice.hidden = false;
  notice.querySelector('span').textContent = `Máy này còn giữ một bản vẽ chưa gửi được, sửa lúc ${new Date(kept.at).toLocaleString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' })}${kept.revision === saving.revision ? '' : '; trong lúc đó bản trên máy chủ cũng đã thay đổi'}.`;
  notice.querySelector('#dung-ban-giu').addEventListener('click', async () => {
    await load(modeler, kept.text);
    panel.fillChooser();
    panel.show();
    notice.hidden = true;
    await saving.changed();
    await saving.send();
    await check();
  });
  notice.querySelector('#bo-ban-giu').addEventListener('click', () => { saving.forget(); notice.hidden = true; });
}

open().catch(error => {
  const status = page.querySelector('#tinh-trang');
  status.classList.add('no');
  status.textContent = '! Không mở được bản vẽ này. Đồng chí tải lại trang; nếu vẫn vậy, hãy tải tệp BPMN về và báo người phụ trách kỹ thuật.';
  throw error;
});
