// Answers and choices: a code that the process reads, and the words that people read. Stored as "agree=Đồng ý, refuse=Không đồng ý".
import { codeOf, fresh, make, rows } from './rows.js';

export const readPairs = text => text.split(',').map(one => one.trim()).filter(Boolean).map(one => {
  const [code, ...words] = one.split('=');
  return { code: code.trim(), words: words.join('=').trim() };
});

export const writePairs = pairs => pairs.filter(one => one.code || one.words).map(one => one.words && one.words !== one.code ? `${one.code || codeOf(one.words)}=${one.words}` : one.code).join(', ');

// Until it is named, an entry bears a code of ours; then the words give it one. Later the code stays, for flows may name it.
const unnamed = /^(ket_qua|lua_chon)_\d+$/;

/** write(text): stores it; kind: "ket_qua" or "lua_chon"; words: { add, one, first }. */
export function pairs({ key, text, kind, words, write, redraw }) {
  const input = (id, label, value, onchange) => {
    const made = make('input', { type: 'text', id, value, autocomplete: 'off', onchange });
    return [make('label', { htmlFor: id, textContent: label }), made];
  };
  return rows({
    key, redraw, words, items: readPairs(text),
    blank: now => { const n = now.length + 1; return { code: fresh(now.map(one => one.code), `${kind}_${n}`), words: `${words.first} ${n}` }; },
    write: now => {
      const cut = now.map(one => ({ code: one.code.replace(/[,=\s]+/g, '_'), words: one.words.replace(/,/g, ';') }));
      write(writePairs(cut));
      if (now.some(one => /,/.test(one.words))) return 'Dấu phẩy dùng để ngăn các mục, nên được ghi thành dấu chấm phẩy.';
      return new Set(cut.map(one => one.code)).size < cut.length ? 'Hai mục có cùng mã; đồng chí đổi một mã.' : '';
    },
    draw: (item, set, at) => {
      const id = `${key.replace(/\W/g, '-')}-${at}`;
      const code = input(`${id}-ma`, 'Mã', item.code, event => set({ code: event.target.value.trim() }));
      const said = input(`${id}-chu`, 'Chữ người đọc', item.words || item.code, event => {
        const named = event.target.value.trim();
        code[1].value = set(unnamed.test(code[1].value) && named ? { words: named, code: codeOf(named) } : { words: named }).code;
      });
      return [...said, ...code];
    }
  });
}
