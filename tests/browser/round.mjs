// A round of opinions among eleven members: five on phones (one without a line, one who changes, one who takes back), one on paper, one late, one silent, two who
// make the same point; the draft is replaced in the middle. Then a written circulation decides. The papers hold what happened, and the decision recomputes.
import fs from 'node:fs';
import path from 'node:path';
import { Line, Story } from './people.mjs';
import { paperWords, pictures } from './papers.mjs';

const [base, sample, out, clockFile] = process.argv.slice(2);
const story = new Story(base, out);
const forward = hours => fs.writeFileSync(clockFile, `${String(Math.floor(hours / 24))}.${String(hours % 24).padStart(2, '0')}:00:00`);
forward(0);
const check = story.check.bind(story);

// A document of the Standing Committee, so that a written circulation may decide it.
const text = fs.readFileSync(sample, 'utf8').replaceAll('BAN CHẤP HÀNH ĐẢNG BỘ XÃ', 'BAN THƯỜNG VỤ ĐẢNG ỦY XÃ').replaceAll('Ban Chấp hành Đảng bộ xã', 'Ban Thường vụ Đảng ủy xã').replaceAll('BAN CHẤP HÀNH', 'BAN THƯỜNG VỤ');
const file = { name: 'nghi-quyet-ban-thuong-vu.txt', mimeType: 'text/plain', buffer: Buffer.from(text) };
const phone = { phone: true };
const reasonOpen = async page => { if (!await page.isVisible('#reason')) await page.click('summary:has-text("Ghi ý kiến")'); };

async function answer(page, value, words) {
  if (words !== undefined) { await reasonOpen(page); await page.fill('#reason', words); }
  await page.click(`button[value=${value}]`);
  await story.recorded(page, `${value} on ${page.url()}`);
}

async function remark(page, clause, words) {
  await page.goto(`${base}/du-thao/${draft}?doan=${clause}#${clause}`);
  await page.fill('#text', words);
  await page.click(`#${clause} form button.primary`);
  await story.recorded(page, `a remark at ${clause}`);
}

let draft = '';
try {
  await story.begin();
  let page = await story.as('soanthao');
  await page.goto(base + '/du-thao/moi');
  await page.setInputFiles('#file', file);
  await page.fill('#note', 'Kính trình Ban Thường vụ cho ý kiến về dự thảo Nghị quyết đẩy mạnh chuyển đổi số năm 2027.');
  await page.click('button.primary');
  await page.click('button:has-text("Đúng, lưu bản này")');
  await story.recorded(page, 'start a draft');
  draft = new URL(page.url()).pathname.split('/')[2];
  await page.click('text=Trình Văn phòng thẩm định');
  await story.recorded(page, 'submit');

  // The office asks the eleven, as the step of the process does.
  const office = await story.as('vanphong');
  await office.goto(`${base}/du-thao/${draft}`);
  await office.click('a:has-text("Thẩm định dự thảo này")');
  const points = await office.locator('fieldset.point').count();
  for (let index = 1; index <= points; index++) await office.click(`#nd-${index} input[value="Met"]`);
  await office.click('summary:has-text("Câu hỏi và chế độ xem")');
  await office.fill('#question', 'Đồng chí có thống nhất với các chỉ tiêu và nhiệm vụ nêu trong dự thảo không?');
  await story.look(office, '80-mo-dot-tham-dinh');
  await office.click('button:has-text("Cho đi tiếp, gửi Ban Thường vụ góp ý")');
  await story.recorded(office, 'open the round');
  await office.goto(`${base}/du-thao/${draft}/y-kien`);
  const round = new URL(await office.locator('a[href^="/lay-y-kien/"]').first().getAttribute('href'), base).pathname;

  // Three phones on the first version; two of them make the same point.
  let one = await story.as('uyvien03', phone);
  await one.goto(base + round);
  await one.waitForSelector('form[data-ready]', { state: 'attached' });
  await story.look(one, '81-phieu', [360]);
  check(await one.locator('.answers').evaluate(group => group.getBoundingClientRect().bottom <= innerHeight), 'the four answers are on a phone without scrolling');
  await answer(one, 'Agree');
  await story.look(one, '81-phieu-da-gui', [360]);

  const two = await story.as('uyvien06', phone);
  await remark(two, 'c9', 'Nên nêu rõ nguồn kinh phí thực hiện.');
  await two.goto(base + round);
  check(await two.locator('text=1 góp ý nháp sẽ gửi kèm').count() === 1, 'the sheet says what goes along');
  await answer(two, 'AgreeWithComments', 'Thống nhất về chủ trương.');

  // Who changes their mind: both answers are kept, the later counts.
  const changes = await story.as('uyvien08', phone);
  await remark(changes, 'c9', 'Đề nghị ghi kinh phí lấy từ đâu.');
  await changes.goto(base + round);
  await answer(changes, 'NotEnoughInformation', 'Chờ số liệu thu ngân sách.');
  await answer(changes, 'AgreeWithComments', 'Đã xem số liệu, thống nhất.');
  check(await changes.locator('summary:has-text("Các lần đồng chí đã trả lời")').count() === 1, 'a changed answer keeps the one before');

  // Who takes it back within ten minutes has not answered.
  const withdraws = await story.as('uyvien09', phone);
  await withdraws.goto(base + round);
  await answer(withdraws, 'Disagree', 'Chưa rõ cơ sở của chỉ tiêu.');
  await withdraws.click('text=Rút lại câu trả lời');
  await story.recorded(withdraws, 'take back');
  check(await withdraws.locator('text=Đồng chí đã trả lời').count() === 0, 'taken back is not answered');

  // Without a line: opened once, then the line is cut; the sheet opens again and takes the answer.
  const line = new Line(base);
  const cutBase = await line.join();
  const offline = await story.as('uyvien07', { phone: true, base: cutBase });
  await offline.goto(cutBase + round);
  await offline.waitForSelector('form[data-ready]', { state: 'attached' });
  await line.cut();
  await offline.goto(cutBase + round);
  await offline.waitForSelector('form[data-sheet]:visible');
  check(/Không nối được với máy chủ/.test(await offline.textContent('main')) && /các chỉ tiêu và nhiệm vụ/.test(await offline.textContent('.asked')), 'the sheet opens without a line');
  await story.look(offline, '82-ngoai-mang', [360]);
  await offline.click('button[value=Disagree]');
  check(/cần nêu lý do/.test(await offline.textContent('.problem')), 'a negative answer needs its reason without a line, too');
  await offline.fill('#reason', 'Chỉ tiêu 85% hồ sơ trực tuyến quá cao.');
  await offline.click('button[value=Disagree]');
  await offline.waitForSelector('[data-queue] strong:has-text("Đã ghi, chưa gửi")');
  await story.look(offline, '82-da-ghi-chua-gui', [360]);
  await offline.reload();
  await offline.waitForSelector('[data-queue] strong:has-text("Đã ghi, chưa gửi")');
  check(await offline.inputValue('#reason') === 'Chỉ tiêu 85% hồ sơ trực tuyến quá cao.', 'what was written is there after closing and opening');
  check((await offline.context().cookies()).some(cookie => cookie.name === 'workflow.unsent'), 'the browser knows that something waits');

  // On paper: the office enters it with the scan; the member is told.
  await office.goto(base + round);
  await office.click('summary:has-text("Nhập phiếu nhận bằng giấy")');
  await office.selectOption('#personId', { label: 'Ngô Văn Khánh' });
  await office.check('details.card input[name=answer][value=Agree]');
  await office.setInputFiles('#file', { name: 'phieu.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n') });
  await story.look(office, '83-nhap-phieu-giay');
  await office.click('button:has-text("Nhập phiếu thay")');
  await story.recorded(office, 'enter a paper');
  await story.look(office, '83-dot-lay-y-kien');

  // The draft is replaced in the middle; everyone is asked again.
  await office.goto(`${base}/du-thao/${draft}?doan=c5#c5`);
  await office.click('#c5 .do a');
  await office.fill('#words', 'Công tác cải cách hành chính có chuyển biến rõ nét; 97,5% hồ sơ được giải quyết đúng và trước hạn.');
  await office.click('#c5 form button');
  await story.recorded(office, 'edit a clause');
  await office.goto(base + round);
  await office.click('text=Thay bản đang lấy ý kiến');
  await story.recorded(office, 'replace the version asked about');

  // The line is back: nothing is sent about a version that is not asked about any more; the words are there, the difference is shown.
  await line.join();
  await offline.click('button:has-text("Gửi lại ngay")');
  await offline.waitForSelector('[data-queue].bad');
  check(/thay bằng bản mới/.test(await offline.textContent('[data-queue]')) && await offline.inputValue('#reason') === 'Chỉ tiêu 85% hồ sơ trực tuyến quá cao.' && /Từ bản đồng chí đã xem \(bản 1\)/.test(await offline.textContent('form[data-sheet]')), `a replaced draft asks again: ${await offline.textContent('form[data-sheet]')}`);
  await story.look(offline, '82-du-thao-da-thay', [360]);
  await line.cut();
  await offline.click('button[value=Disagree]');
  await offline.waitForSelector('[data-queue] strong:has-text("Đã ghi, chưa gửi")');
  await line.join();
  await offline.context().setOffline(true);
  await offline.context().setOffline(false);
  await offline.waitForSelector('.receipt');
  check(/Mã ghi nhận: \d{6}/.test(await offline.textContent('.receipt')) && await offline.locator('text=Đồng chí đã trả lời: Không thống nhất').count() === 1, 'sent by itself when the line is back, with a receipt');
  await story.look(offline, '82-da-gui', [360]);
  check(!(await offline.context().cookies()).some(cookie => cookie.name === 'workflow.unsent'), 'nothing waits any more');

  // Back button, second window, pressed twice: one answer.
  one = await story.as('uyvien03', phone);
  await one.goto(base + round);
  check(/Dự thảo đã được thay sau khi đồng chí trả lời/.test(await one.textContent('main')), 'who has answered is asked again');
  const tab = await one.context().newPage();
  await tab.goto(base + round);
  await one.dblclick('button[value=Agree]');
  await story.recorded(one, 'answer again');
  await tab.waitForSelector('text=Đồng chí đã trả lời: Thống nhất');
  await one.goto(base + '/');
  await one.goBack();
  await one.waitForSelector('text=Đồng chí đã trả lời: Thống nhất');
  const given = await one.locator('details ol li').allTextContents();
  check(given.length === 2 && given.filter(row => /bản 2/.test(row)).length === 1, `two windows and a double press are one answer: ${given.join(' | ')}`);
  await tab.close();
  for (const [page, value, words] of [[two, 'AgreeWithComments', 'Thống nhất về chủ trương.'], [changes, 'Agree', '']]) { await page.goto(base + round); await answer(page, value, words); }
  await withdraws.goto(base + round);
  await answer(withdraws, 'Agree', '');

  // What waits goes from any page; and nobody signs out with something unsent without being asked.
  const other = new Line(base);
  const otherBase = await other.join();
  const leaves = await story.as('uyvien04', { phone: true, base: otherBase });
  await leaves.goto(otherBase + round);
  await leaves.waitForSelector('form[data-ready]', { state: 'attached' });
  await other.cut();
  await leaves.click('button[value=Agree]');
  await leaves.waitForSelector('[data-queue] strong:has-text("Đã ghi, chưa gửi")');
  await leaves.goto('about:blank');
  await leaves.route('**/lay-y-kien/ai', route => route.abort());
  await other.join();
  await leaves.goto(otherBase + '/');
  await leaves.waitForSelector('.queued:has-text("còn câu trả lời chưa gửi")');
  await story.look(leaves, '82-viec-con-chua-gui', [360]);
  await leaves.click('.me summary');
  await leaves.click('.me button');
  await leaves.waitForSelector('text=Đồng chí chưa đăng xuất');
  await leaves.waitForSelector('.queued');
  await story.look(leaves, '82-dang-xuat', [360]);
  await leaves.unroute('**/lay-y-kien/ai');
  await leaves.goto(otherBase + '/');
  await leaves.waitForSelector('.receipt:has-text("Mã ghi nhận")');
  await leaves.click('.me summary');
  await Promise.all([leaves.waitForURL('**/dang-nhap'), leaves.click('.me button')]);
  check(await leaves.waitForFunction(async () => (await caches.keys()).length === 0 && (await AnswerQueue.list('sheets')).length === 0 && (await AnswerQueue.queue()).length === 0, null, { polling: 200 }), 'who has signed out leaves nothing');
  await other.cut();
  for (const user of ['bithu', 'chanhvanphong']) { page = await story.as(user); await page.goto(base + round); await answer(page, 'Agree'); }
  const paper = await story.as('uyvien10');
  await paper.goto(base + round);
  await story.look(paper, '83-phieu-van-phong-nhap');
  await paper.click('text=Đúng là ý kiến của tôi');
  await story.recorded(paper, 'the entry is right');
  await office.goto(base + round);
  await office.click('summary:has-text("Nhập phiếu nhận bằng giấy")');
  await office.selectOption('#personId', { label: 'Ngô Văn Khánh' });
  await office.check('details.card input[name=answer][value=Agree]');
  await office.setInputFiles('#file', { name: 'phieu-2.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4\ntrailer<<>>\n') });
  await office.click('button:has-text("Nhập phiếu thay")');
  await story.recorded(office, 'enter the paper about the new version');

  // Six days pass: the deadline, and every session. Who is late finds their words again after signing in.
  const late = await story.as('uyvien11', phone);
  await late.goto(base + round);
  await reasonOpen(late);
  await late.fill('#reason', 'Đi công tác, nay mới xem được.');
  forward(6 * 24);
  await late.click('button[value=Agree]');
  await late.waitForSelector('[data-queue] a:has-text("Đăng nhập để gửi")');
  await story.look(late, '84-het-phien', [360]);
  await late.click('[data-queue] a:has-text("Đăng nhập để gửi")');
  await late.waitForSelector('#userName');
  check(await late.waitForFunction(async () => (await caches.keys()).length === 0 && (await AnswerQueue.list('sheets')).length === 0 && (await AnswerQueue.queue()).length === 1, null, { polling: 200 }), 'at the sign-in page nothing of the sheet is left but the answer that waits');
  await story.signIn(late, 'uyvien11');
  await story.recorded(late, 'the late answer');
  check(/ý kiến muộn/.test(await late.textContent('.receipt')), 'what comes after the close is told to be late');
  await story.look(late, '84-y-kien-muon', [360]);

  await office.goto(base + '/dang-nhap');
  await story.signIn(office, 'vanphong');
  await office.waitForFunction(async address => /Tiếp thu, hoàn chỉnh/.test(await (await fetch(address)).text()), `/du-thao/${draft}`, { polling: 500 });
  await office.goto(base + round);
  await story.look(office, '85-dot-da-ket-thuc');
  const rows = Object.fromEntries((await office.locator('table.cards tbody tr').evaluateAll(list => list.map(row => [row.cells[0].firstChild.textContent.trim(), row.cells[1].textContent.trim()]))));
  const expected = {
    'Nguyễn Văn Thành': 'Thống nhất', 'Trần Thị Minh Hạnh': 'Không trả lời', 'Lê Quang Huy': 'Thống nhất', 'Phạm Đức Long': 'Thống nhất', 'Hoàng Thị Lan': 'Thống nhất', 'Vũ Minh Tuấn': 'Cơ bản thống nhất, có ý kiến',
    'Đặng Văn Hòa': 'Không thống nhất', 'Bùi Thị Thu': 'Thống nhất', 'Đỗ Xuân Trường': 'Thống nhất', 'Ngô Văn Khánh': 'Thống nhất',
  };
  const lateName = Object.keys(rows).find(name => !(name in expected));
  check(Object.entries(expected).every(([name, said]) => rows[name] === said) && rows[lateName] === 'Không trả lời', `the round's table: ${JSON.stringify(rows)}`);

  // The same point of two members becomes one, both are credited.
  await office.goto(`${base}/du-thao/${draft}/y-kien`);
  await office.click('summary:has-text("Trả lời nhiều góp ý")');
  for (const box of await office.locator('input[name=chosen][form=nhieu]').all()) await box.check();
  await story.look(office, '86-gop-y-gop-lai');
  await office.click('button:has-text("Gộp thành một ý")');
  await story.recorded(office, 'merge two remarks');
  await office.locator('ul.cards li input[name=disposition]').first().check();
  await office.locator('ul.cards li textarea').first().fill('Bổ sung câu về nguồn kinh phí ở phần tổ chức thực hiện.');
  await office.locator('ul.cards li form[action$="/tra-loi"] button').click();
  await story.recorded(office, 'answer the merged point');

  // What the meeting concluded, found again in the text.
  await office.goto(`${base}/du-thao/${draft}/ket-luan`);
  await office.fill('#day', '2026-11-20');
  await office.fill('#reference', 'Thông báo số 15-TB/ĐU');
  await office.fill('#points', 'Nêu số liệu hồ sơ đúng và trước hạn\nNêu nguồn kinh phí thực hiện');
  await office.click('button:has-text("Ghi kết luận")');
  await story.recorded(office, 'record a conclusion');
  for (const [number, clause, words] of [[1, 'c5', 'Đã nêu 97,5% hồ sơ đúng và trước hạn.'], [2, '', 'Đã nêu ở phần tổ chức thực hiện.']]) {
    await office.click(`[aria-label="Đối soát nội dung ${number}"]`);
    if (clause) await office.selectOption('#clauseId', clause);
    await office.fill('#result', words);
    await office.click('button:text-is("Đạt")');
    await story.recorded(office, `check point ${number}`);
  }

  // The office might ask once more; what it asks here is the decision.
  await office.goto(`${base}/du-thao/${draft}/mo-dot`);
  await story.look(office, '87-mo-dot');
  await office.goto(`${base}/du-thao/${draft}`);
  await office.click('text=Hoàn chỉnh, trình biểu quyết');
  await story.recorded(office, 'finish the revision');
  await office.goto(`${base}/du-thao/${draft}/mo-dot`);
  check(/bằng văn bản/.test(await office.textContent('h1')), 'a written circulation is offered');
  await office.check('input[name=notPersonnel]');
  await story.look(office, '88-lay-y-kien-bang-van-ban');
  await office.click('button.primary');
  await story.recorded(office, 'open the written circulation');
  await office.goto(`${base}/du-thao/${draft}/y-kien`);
  const decision = new URL(await office.locator('a[href^="/lay-y-kien/"]').first().getAttribute('href'), base).pathname;
  for (const user of ['bithu', 'uyvien03', 'uyvien04', 'uyvien06', 'uyvien08', 'uyvien11']) {
    page = await story.as(user);
    await page.goto(base + decision);
    if (/dang-nhap/.test(page.url())) await story.signIn(page, user);
    if (user === 'uyvien06') await story.look(page, '88-phieu-bieu-quyet', [360]);
    await answer(page, 'Agree');
  }
  await office.goto(base + decision);
  await office.click('text=Kết thúc đợt lấy ý kiến ngay');
  await story.recorded(office, 'close the circulation');
  await office.goto(base + decision);
  await office.check('input[name=hasDifferences][value=false]');
  await story.look(office, '88-ket-luan');
  await office.click('text=Kết luận kết quả');
  await story.recorded(office, 'conclude');
  check(/6\/11 ủy viên Ban Thường vụ đương nhiệm tán thành \(cần ít nhất 6\): THÔNG QUA/.test(await office.textContent('main')) && /Tính lại từ danh sách, phiếu và quy tắc: khớp/.test(await office.textContent('main')), 'the decision and its proof');
  await story.look(office, '89-ket-qua');

  // The papers, as Word (opened by another program) and as PDF, hold exactly what happened.
  const synthesis = `Lấy ý kiến đợt 1 về bản 2, kết thúc 17:00 DD/MM/YYYY: 11 đồng chí được lấy ý kiến. Kết quả: 7 thống nhất; 1 cơ bản thống nhất, có ý kiến; 1 không thống nhất; 2 không trả lời.
    - Vũ Minh Tuấn (cơ bản thống nhất, có ý kiến): Thống nhất về chủ trương.
    - Đặng Văn Hòa (không thống nhất): Chỉ tiêu 85% hồ sơ trực tuyến quá cao.
    - ${lateName} (ý kiến muộn, không tính vào kết quả: thống nhất): Đi công tác, nay mới xem được.
    Lấy ý kiến bằng văn bản đợt 2 về bản 2, kết thúc HH:MM DD/MM/YYYY: 11 đồng chí được lấy ý kiến. Kết quả: 6 thống nhất; 5 không trả lời.
    Số ý kiến góp ý: 1.
    STT Nhóm vấn đề hoặc điều, khoản Chủ thể góp ý Nội dung góp ý Nội dung tiếp thu, giải trình
    1 3. Nguyên nhân Đồng chí Vũ Minh Tuấn; Đồng chí Bùi Thị Thu Nên nêu rõ nguồn kinh phí thực hiện. Đề nghị ghi kinh phí lấy từ đâu. Tiếp thu: Bổ sung câu về nguồn kinh phí ở phần tổ chức thực hiện.`;
  const reconciliation = `Cả 2 nội dung đều đạt.
    STT Nội dung chỉ đạo tại Thông báo kết luận Kết quả tiếp thu trong dự thảo mới Đánh giá
    1 Nêu số liệu hồ sơ đúng và trước hạn 1. Kết quả đạt được › Công tác cải cách hành chính có chuyển biến rõ nét; 97,5% hồ sơ được giải quyết…: Đã nêu 97,5% hồ sơ đúng và trước hạn. Đạt
    2 Nêu nguồn kinh phí thực hiện Đã nêu ở phần tổ chức thực hiện. Đạt`;
  for (const [name, address, words] of [['tong-hop', `/du-thao/${draft}/tong-hop`, synthesis], ['doi-soat', `/du-thao/${draft}/ket-luan/bang-doi-soat`, reconciliation]]) {
    for (const form of ['pdf', 'docx']) {
      const answered = await office.request.get(`${base}${address}.${form}`);
      check(answered.status() === 200, `${name}.${form}: ${answered.status()}`);
      const paper = path.join(out, `90-${name}.${form}`);
      fs.writeFileSync(paper, await answered.body());
      const held = await paperWords(paper, out);
      // Days and hours differ from run to run; everything else is to the letter.
      const undated = held.replace(/\d\d:\d\d(?=\d\d\/\d\d\/\d{4})/g, time => time === '17:00' ? time : 'HH:MM').replace(/\d\d\/\d\d\/\d{4}/g, 'DD/MM/YYYY');
      check(undated === words.replace(/\s/g, ''), `${name}.${form} says: ${undated}`);
      await pictures(paper, out);
    }
  }
} catch (error) {
  await story.end(error);
}
await story.end();
