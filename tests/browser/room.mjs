// What the story of a conference does over and over: a draft on its way to the vote, a button pressed and its receipt, members who vote at the same time.

/** Members of the Executive Committee by the names of their accounts, in the order of the roll. */
export const names = {
  bithu: 'Nguyễn Văn Thành', phobithu: 'Trần Thị Minh Hạnh', uyvien03: 'Lê Quang Huy', uyvien04: 'Phạm Đức Long', chanhvanphong: 'Hoàng Thị Lan', uyvien06: 'Vũ Minh Tuấn', uyvien07: 'Đặng Văn Hòa', uyvien08: 'Bùi Thị Thu',
  uyvien09: 'Đỗ Xuân Trường', uyvien10: 'Ngô Văn Khánh', uyvien11: 'Dương Thị Hiền', uyvien12: 'Trịnh Công Sáng', uyvien13: 'Đinh Văn Lực', uyvien14: 'Phan Thị Nga', uyvien15: 'Mai Xuân Bách', uyvien16: 'Cao Thị Yến',
  uyvien17: 'Lương Văn Đạt', uyvien18: 'Tạ Thị Hồng', uyvien19: 'Hà Văn Quyết', uyvien20: 'Chu Thị Mai', uyvien21: 'Kiều Văn Sơn', uyvien22: 'Quách Thị Loan', uyvien23: 'Lại Văn Phúc', uyvien24: 'Tô Thị Bích',
};

export class Room {
  constructor(story, host) { Object.assign(this, { story, host, base: host.base }); }

  check(good, what) { this.story.check(good, what); }

  /** Presses a button and waits for what is said of it: the page stays, so an older receipt goes first. */
  async press(page, button, what) {
    await page.evaluate(() => document.querySelectorAll('main > .receipt, main > .problem').forEach(note => note.remove()));
    await page.click(button);
    await this.story.recorded(page, what);
  }

  /** For several at once, six at a time. */
  async each(list, act) { for (let at = 0; at < list.length; at += 6) await Promise.all(list.slice(at, at + 6).map(act)); }

  /** A draft goes from its author to the step at which the conference votes; one sentence changes after it was sent to the Standing Committee. */
  async draftReady(buffer, name) {
    const { story, base } = this;
    let page = await story.as('soanthao');
    await page.goto(base + '/du-thao/moi');
    await page.setInputFiles('#file', { name, mimeType: 'text/plain', buffer });
    await page.fill('#note', 'Kính trình Ban Chấp hành.');
    await page.click('button.primary');
    await page.click('button:has-text("Đúng, lưu bản này")');
    await story.recorded(page, 'start a draft');
    const draft = new URL(page.url()).pathname.split('/')[2];
    await page.click('text=Trình Văn phòng thẩm định');
    await story.recorded(page, 'submit');
    page = await story.as('vanphong');
    await page.goto(`${base}/du-thao/${draft}`);
    await page.click('a:has-text("Thẩm định dự thảo này")');
    await page.waitForSelector('fieldset.point');
    const points = await page.locator('fieldset.point').count();
    for (let index = 1; index <= points; index++) await page.click(`#nd-${index} input[value="Met"]`);
    await page.click('button:has-text("Cho đi tiếp, gửi Ban Thường vụ góp ý")');
    await story.recorded(page, 'appraise');
    await page.goto(`${base}/du-thao/${draft}/y-kien`);
    await page.click('text=Kết thúc đợt góp ý ngay');
    await story.recorded(page, 'close the round');
    await page.goto(`${base}/du-thao/${draft}?doan=c5#c5`);
    await page.click('#c5 .do a');
    await page.fill('#words', 'Công tác cải cách hành chính có chuyển biến rõ nét; 97,5% hồ sơ được giải quyết đúng và trước hạn.');
    await page.click('#c5 form button');
    await story.recorded(page, 'edit a clause');
    await page.goto(`${base}/du-thao/${draft}`);
    await page.click('text=Hoàn chỉnh, trình biểu quyết');
    await story.recorded(page, 'finish the revision');
    return draft;
  }

  /** The first words of a clause as they stand in the text. */
  async firstWords(draft, clause, count) {
    const page = await this.story.as('soanthao');
    await page.goto(`${this.base}/du-thao/${draft}`);
    return (await page.locator(`#${clause} .words`).first().textContent()).trim().split(' ').slice(0, count).join(' ');
  }

  /** Everybody on a phone, before the page of the session; some by a line of their own. */
  async phones(members, lines) {
    const phones = {};
    await this.each(members, async user => {
      const base = lines[user] ?? this.base;
      phones[user] = await this.story.as(user, { phone: true, base });
      await phones[user].goto(base + this.at);
    });
    return phones;
  }

  presence(page, name) { return page.locator(`select[aria-label="Tình trạng của đồng chí ${name}"]`); }

  async goTo(chair, number) {
    const heading = chair.locator('[id^="ten-"]').filter({ hasText: new RegExp(`^\\s*${number}\\. `) });
    const id = (await heading.getAttribute('id')).replace('ten-', 'nd-');
    if (await chair.locator(`#${id} > details:not([open])`).count()) await heading.click();
    await this.press(chair, `#${id} button:has-text("Chuyển sang nội dung này")`, `turn to item ${number}`);
    await chair.waitForSelector(`#${id}.now`);
  }

  /** The vote that runs, as the database has it. */
  async running() {
    const [id, hash] = (await this.host.sql('SELECT "Id", "VersionHash" FROM "Vote" WHERE "ClosedAt" IS NULL AND "VoidedAt" IS NULL')).split('|');
    return { id, hash };
  }

  async choose(page, words) { await this.shown(page, () => page.locator('form.ballot .choice').filter({ hasText: new RegExp(`^\\s*${words}\\s*$`) }).click()); }

  /** What the page shows instead, when it does not show what is awaited. */
  async shown(page, awaited) {
    try { return await awaited(); } catch (error) { throw new Error(`${error.message.split('\n')[0]} The page says: ${(await page.textContent('body')).replace(/\s+/g, ' ').slice(0, 900)}`, { cause: error }); }
  }

  /** Sends what is chosen: asked once more, then recorded. */
  async send(page) {
    await page.evaluate(() => document.querySelectorAll('main > .receipt, main > .problem').forEach(note => note.remove()));
    await page.click('text=Gửi phiếu của tôi');
    await page.click('dialog button.primary');
    await this.shown(page, () => page.waitForSelector('.receipt:has-text("Mã ghi nhận")'));
    await page.waitForSelector('#bieu-quyet:has-text("Đồng chí đã bỏ phiếu")');
  }

  async vote(phones, users, words) {
    await Promise.all(users.map(async user => {
      await this.choose(phones[user], words);
      await this.send(phones[user]);
    }));
  }

  /** In favour, by keys alone: the first choice, the button, the question, its answer. */
  async voteByKeys(page) {
    await page.focus('form.ballot input[name=marks]');
    for (const key of ['Space', 'Tab', 'Enter']) await page.keyboard.press(key);
    await page.waitForSelector('dialog[open]');
    this.check(await page.evaluate(() => document.activeElement.id) === 'xac-nhan', 'the question has the focus');
    for (const key of ['Tab', 'Enter']) await page.keyboard.press(key);
    await page.waitForSelector('#bieu-quyet:has-text("Đồng chí đã bỏ phiếu")');
    this.check(await page.evaluate(() => document.activeElement.className) === 'receipt', 'the receipt has the focus afterwards');
  }

  /** A session that ended while the page was open: the ballot waits, is sent when its owner has signed in beside it, and counts once. */
  async signedOut(page, user) {
    await page.waitForSelector('form.ballot');
    await page.context().clearCookies({ name: 'workflow.session' });
    await this.choose(page, 'Tán thành dự thảo');
    await page.click('text=Gửi phiếu của tôi');
    await page.click('dialog button.primary');
    await page.waitForSelector('#dang-gui.bad:has-text("Phiên làm việc đã hết")');
    await this.story.look(page, '119-het-phien', [360]);
    const [tab] = await Promise.all([page.context().waitForEvent('page'), page.click('#dang-gui a')]);
    await tab.waitForSelector('#userName');
    await this.story.signIn(tab, user);
    await tab.close();
    await page.waitForSelector('.receipt:has-text("Đã ghi nhận phiếu của đồng chí: Tán thành")');
    await page.waitForSelector('#bieu-quyet:has-text("Đồng chí đã bỏ phiếu")');
  }

  /** The first load of the page of a vote, with style and scripts, in bytes as they come over a slow line. */
  async weighed(phone) {
    const page = await phone.context().newPage();
    await page.goto(this.base + this.at);
    await page.waitForSelector('form.ballot');
    const bytes = await page.evaluate(() => [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].filter(one => one.initiatorType !== 'eventsource').reduce((sum, one) => sum + one.decodedBodySize, 0));
    this.check(bytes > 20000 && bytes < 150000, `the page of a vote weighs ${bytes} bytes`);
    await page.close();
  }

  /** A secret vote on paper: three count, and what two of them found is the result. Answers the vote. */
  async papers(chair, phones, counters, found) {
    await this.vote3(chair, 'Confidence', 'SecretPaper', 'Giới thiệu hai đồng chí vào danh sách bầu cử', [], counters);
    const vote = await this.running();
    await phones[counters[0]].waitForSelector('#issued');
    await this.story.look(phones[counters[0]], '121-ban-kiem-phieu', [360]);
    for (const [index, user] of counters.entries()) {
      const page = phones[user];
      await page.waitForSelector('#issued');
      for (const [field, value] of [['#issued', 24], ['#collected', 24], ['#spoilt', 1], ['#k-0-InFavour', found[index][0]], ['#k-0-Against', found[index][1]], ['#k-0-Abstained', 0]]) await page.fill(field, String(value));
      await this.press(page, 'button:has-text("Ghi số tôi đếm được")', `${user} counts`);
    }
    await chair.waitForSelector('#bieu-quyet button.primary:has-text("Khóa biểu quyết, ghi kết quả")');
    await this.press(chair, 'button:has-text("Khóa biểu quyết, ghi kết quả")', 'close the vote on paper');
    return vote;
  }

  async openElection(chair, candidates) { await this.vote3(chair, 'Election', 'SecretDevices', 'Bầu bổ sung một ủy viên Ban Thường vụ', candidates, []); }

  async vote3(chair, subject, mode, question, options, counters) {
    const form = 'section.now form:has(select[name=subject])';
    await chair.selectOption(`${form} select[name=subject]`, subject);
    await chair.selectOption(`${form} select[name=mode]`, mode);
    await chair.fill(`${form} input[name=question]`, question);
    await chair.fill(`${form} textarea[name=optionLines]`, options.join('\n'));
    for (const [index, user] of counters.entries()) await chair.locator(`${form} select[name=counterIds]`).nth(index).selectOption({ label: names[user] });
    await this.press(chair, `${form} button:has-text("Mở biểu quyết này")`, `open a vote: ${question}`);
  }

  /** The agenda by keys, mouse and finger; what was moved is taken back, what was saved is given back. */
  async arranged(clerk, drafts) {
    const order = page => page.locator('.arrange tbody tr').evaluateAll(rows => rows.map(row => row.querySelector('.number').textContent + ' ' + (row.dataset.ten.includes('Bầu bổ sung') ? 'bầu' : row.dataset.ten.includes('du lịch') ? 'du lịch' : 'số')).join(', '));
    const as = async (page, wanted, what) => { const got = await order(page); this.check(got === wanted, `${what}: ${got}`); };
    const first = '1 số, 2 du lịch, 3 bầu';
    await as(clerk, first, 'the agenda as it was called');
    await clerk.focus('.arrange tr:nth-child(3) .handle');
    await clerk.keyboard.press('ArrowUp');
    await as(clerk, '1 số, 2 bầu, 3 du lịch', 'up by a key');
    await clerk.keyboard.press('ArrowRight');
    await as(clerk, '1 số, 1.1 bầu, 2 du lịch', 'in by a key');
    this.check(await clerk.evaluate(() => document.activeElement.className) === 'handle', 'the handle keeps the focus');
    for (let taken = 0; taken < 2; taken++) await clerk.click('button:has-text("Hoàn tác lần chuyển vừa rồi")');
    await as(clerk, first, 'both moves taken back');
    const at = async row => { const box = await clerk.locator(`.arrange tr:nth-child(${row}) .handle`).boundingBox(); return [box.x + box.width / 2, box.y + box.height / 2]; };
    await clerk.locator('.arrange').scrollIntoViewIfNeeded();
    const [from, to] = [await at(1), await at(3)];
    await clerk.mouse.move(...from);
    await clerk.mouse.down();
    await clerk.mouse.move(to[0], to[1] + 8, { steps: 8 });
    await clerk.mouse.up();
    await as(clerk, '1 du lịch, 2 bầu, 3 số', 'down by the mouse');
    await clerk.click('button:has-text("Hoàn tác lần chuyển vừa rồi")');
    await as(clerk, first, 'the mouse taken back');

    // By finger, on the phone of the head of the office; saved in one act, seen by the clerk, given back.
    const phone = await this.story.as('chanhvanphong', { phone: true });
    await phone.goto(this.base + this.at);
    await phone.locator('.arrange tr:nth-child(3) .handle').scrollIntoViewIfNeeded();
    const touch = await phone.context().newCDPSession(phone);
    const box = (row, inside) => phone.locator(`.arrange tr:nth-child(${row}) ${inside}`).boundingBox();
    const [low, high] = [await box(3, '.handle'), await box(2, 'td:first-child')];
    const finger = (type, x, y) => touch.send('Input.dispatchTouchEvent', { type, touchPoints: type === 'touchEnd' ? [] : [{ x, y }] });
    await finger('touchStart', low.x + 10, low.y + 10);
    for (let step = 1; step <= 6; step++) await finger('touchMove', low.x + 10, low.y + 10 + (high.y - 5 - low.y) * step / 6);
    await finger('touchEnd');
    await as(phone, '1 số, 2 bầu, 3 du lịch', 'up by a finger');
    await this.story.look(phone, '101-chuong-trinh-dien-thoai', [360]);
    await this.press(phone, 'button:has-text("Lưu thứ tự chương trình")', 'save the agenda');
    await clerk.waitForSelector('.arrange tr:nth-child(2)[data-ten^="Bầu bổ sung"]');
    await this.press(phone, 'button:has-text("Trả lại thứ tự trước khi lưu")', 'give the order back');
    await clerk.waitForSelector('.arrange tr:nth-child(3)[data-ten^="Bầu bổ sung"]');
    await as(clerk, first, 'given back');
  }
}

