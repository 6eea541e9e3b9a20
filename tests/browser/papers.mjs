// What stands in a paper, as other programs read it: LibreOffice opens the Word file, poppler takes the words out of the PDF.
import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

async function asPdf(paper, out) {
  if (paper.endsWith('.pdf')) return paper;
  // A profile of its own: a running office would take the file over and answer nothing.
  const profile = fs.mkdtempSync(path.join(os.tmpdir(), 'office-'));
  const folder = path.join(out, 'word');
  try { await run('soffice', [`-env:UserInstallation=file://${profile}`, '--headless', '--convert-to', 'pdf', '--outdir', folder, paper], { timeout: 90000 }); } finally { fs.rmSync(profile, { recursive: true, force: true }); }
  return path.join(folder, path.basename(paper).replace(/\.docx$/, '.pdf'));
}

const made = new Map();
const pdfOf = (paper, out) => made.get(paper) ?? made.set(paper, asPdf(paper, out)).get(paper);

/** What a paper says between the line under its title and the lines to sign, cell by cell, without any blank (lines are broken where there is no room) and without the numbers of pages. */
export async function paperWords(paper, out) {
  const { stdout } = await run('pdftotext', ['-raw', await pdfOf(paper, out), '-'], { timeout: 30000 });
  const words = stdout.normalize('NFC').replace(/\f\d+\n/g, '\n');
  return words.slice(words.indexOf('-----') + 5, words.lastIndexOf('\nNGƯỜI ')).replace(/\s/g, '');
}

/** The pages as pictures, to be looked at. */
export async function pictures(paper, out) {
  await run('pdftoppm', ['-png', '-r', '70', await pdfOf(paper, out), path.join(out, path.basename(paper).replace('.', '-'))], { timeout: 30000 });
}

/** Everything that stands in a paper, without any blank. */
export async function allWords(paper) {
  const { stdout } = await run('pdftotext', ['-raw', paper, '-'], { timeout: 30000 });
  return stdout.normalize('NFC').replace(/\s/g, '');
}
