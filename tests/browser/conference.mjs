// A conference as its people use it: 24 members on phones, the chair and the clerk at desks, the wall. Three items: one adopted with an amendment, one that fails at exactly
// half, one elected by secret ballot after papers were counted. Two come late, one loses the line, one taps twice, the host dies in the middle of a vote. What the minutes say
// and what the proofs work out is what happened.
import fs from 'node:fs';
import path from 'node:path';
import { Host } from './host.mjs';
import { Line, Story } from './people.mjs';
import { ended, minutesSay, printed, proven } from './record.mjs';
import { Room, names } from './room.mjs';

const [dll, folder, port, sample, out] = process.argv.slice(2);
const host = new Host(dll, folder, port);
const story = new Story(host.base, out);
const room = new Room(story, host);
const check = story.check.bind(story);
const { base } = host;
const members = Object.keys(names);
const began = Date.now();
const took = [];
const lap = what => took.push(`${what} ${((Date.now() - began) / 1000).toFixed(0)} s`);

try {
  await host.start();
  await story.begin();
  const clerk = await story.as('vanphong');
  const drafts = [await room.draftReady(fs.readFileSync(sample), 'nghi-quyet-a.txt'), await room.draftReady(Buffer.from(fs.readFileSync(sample, 'utf8').replace('chuyển đổi số', 'phát triển du lịch')), 'nghi-quyet-b.txt')];
  lap('two drafts');

  // Called with both drafts; the third item is personnel. The agenda is arranged by mouse, by finger and by keys, and given back.
  await clerk.goto(base + '/hoi-nghi');
  await story.look(clerk, '100-trieu-tap');
  const call = clerk.locator('form.card', { hasText: 'Triệu tập Ban Chấp hành' }).first();
  await call.locator('input[type=time]').fill(new Date(Date.now() + 7 * 3600_000).toISOString().slice(11, 16));
  await call.locator('select[name=chairId]').selectOption({ label: names.bithu });
  await call.locator('select[name=noteTakerId]').selectOption({ label: 'Nguyễn Thị Thảo' });
  await call.locator('button.primary').click();
  await story.recorded(clerk, 'call the conference');
  room.at = new URL(clerk.url()).pathname;
  await clerk.click('summary:has-text("Thêm nội dung")');
  await clerk.selectOption('#kind', 'Personnel');
  await clerk.fill('#title', 'Bầu bổ sung ủy viên Ban Thường vụ');
  await room.press(clerk, 'button:has-text("Thêm vào chương trình")', 'add an item');
  await room.arranged(clerk, drafts);
  await story.look(clerk, '101-chuong-trinh');
  lap('agenda');

  // The door: a sheet with a QR code; who scans it finds the code filled in.
  await clerk.goto(base + room.at + '/ma-qr');
  await story.look(clerk, '102-ma-qr');
  const code = (await clerk.textContent('main')).match(/Mã điểm danh: (\d{6})/)[1];
  await clerk.goto(base + room.at);
  const line = new Line(base);
  const cutBase = await line.join();
  const phones = await room.phones(members, { uyvien10: cutBase });
  lap('24 phones');
  const wall = await story.as('vanphong2', { key: 'màn chiếu' });
  await wall.setViewportSize({ width: 1920, height: 1080 });
  await wall.goto(base + room.at + '/man-chieu');
  await story.look(wall, '103-man-chieu-truoc', [1920]);
  const byClerk = ['uyvien19', 'uyvien20', 'uyvien21', 'uyvien22'], late = ['uyvien23', 'uyvien24'];
  const scans = members.filter(user => ![...byClerk, ...late, 'uyvien09'].includes(user));
  await phones.uyvien12.goto(`${base}${room.at}?ma=${code}`);
  await story.look(phones.uyvien12, '104-diem-danh', [360]);
  await room.each(scans, async user => {
    const page = phones[user];
    await page.goto(`${new URL(page.url()).origin}${room.at}?ma=${code}`);
    await room.press(page, 'button:has-text("Điểm danh tôi có mặt")', `${user} scans`);
  });
  await phones.uyvien09.fill('#code', '0000');
  await phones.uyvien09.click('button:has-text("Điểm danh tôi có mặt")');
  await phones.uyvien09.waitForSelector('.problem:has-text("Mã điểm danh không đúng")');
  await phones.uyvien09.fill('#code', code);
  await room.press(phones.uyvien09, 'button:has-text("Điểm danh tôi có mặt")', 'the code by hand');

  // The clerk's list shows who checked in without being read again; those late are left as they are.
  await clerk.waitForSelector('#dieu-kien:has-text("có mặt 18")');
  for (const user of byClerk) await room.presence(clerk, names[user]).selectOption('Present');
  await room.press(clerk, 'button:has-text("Ghi điểm danh")', 'the clerk checks in four');
  const chair = await story.as('bithu', { key: 'chủ trì' });
  await chair.goto(base + room.at);
  check(/✓ Đủ điều kiện: triệu tập 24 · có mặt 22 · cần ít nhất 16/.test(await chair.textContent('#dieu-kien')), 'the quorum of 22');
  await story.look(chair, '105-truoc-khai-mac');
  await room.press(chair, 'button:has-text("Khai mạc hội nghị")', 'open the session');
  await wall.waitForSelector('h1:has-text("Chương trình hội nghị")');
  lap('opened');

  // One comes late; the clerk is filling in the same list at that time, which is not touched, and what is saved from it takes nobody out again.
  await clerk.fill('#discussion', 'Đồng chí Bí thư nêu mục đích, yêu cầu của hội nghị.');
  await phones.uyvien23.goto(`${base}${room.at}?ma=${code}`);
  await room.press(phones.uyvien23, 'button:has-text("Điểm danh tôi có mặt")', 'the first who is late');
  await clerk.waitForSelector('#nguoi-du .stale');
  check(await clerk.inputValue('#discussion') === 'Đồng chí Bí thư nêu mục đích, yêu cầu của hội nghị.' && await room.presence(clerk, names.uyvien23).inputValue() === 'Summoned', 'a form in use is not touched');
  await story.look(clerk, '106-dang-nhap-co-dien-bien');
  await room.press(clerk, 'button:has-text("Ghi điểm danh")', 'save the list that is old');
  await clerk.waitForSelector('#dieu-kien:has-text("có mặt 23")');
  check(await room.presence(clerk, names.uyvien23).inputValue() === 'Present', 'who came meanwhile is still there');

  // Item 1: the members' pages follow; one asks to speak, is called, is noted; an amendment is moved on a phone, seconded, taken up.
  await room.goTo(chair, 1);
  await Promise.all(members.filter(user => user !== 'uyvien24').map(user => phones[user].waitForSelector('section.now:has-text("Đang bàn")')));
  await story.look(phones.uyvien14, '107-theo-chuong-trinh', [360]);
  await room.press(phones.uyvien11, 'section.now button:has-text("Đăng ký phát biểu")', 'ask to speak');
  await chair.waitForSelector(`section.now li:has-text("${names.uyvien11}")`);
  await room.press(chair, 'section.now button:has-text("Mời phát biểu")', 'call the speaker');
  await wall.waitForSelector(`text=Đồng chí ${names.uyvien11} đang phát biểu`);
  await story.look(wall, '108-man-chieu-phat-bieu', [1920]);
  await clerk.waitForSelector('section.now summary:has-text("Ghi nội dung phát biểu")');
  await clerk.click('section.now summary:has-text("Ghi nội dung phát biểu")');
  await clerk.fill('section.now textarea[name=remark]', 'Đề nghị bổ sung kinh phí tập huấn cho các thôn.');
  await room.press(clerk, 'section.now button:has-text("Ghi vào biên bản")', 'note what was said');
  await room.press(chair, 'section.now button:has-text("Kết thúc")', 'the speaker ends');
  await phones.uyvien13.click('section.now summary:has-text("Đề nghị sửa câu chữ")');
  await phones.uyvien13.selectOption('section.now select[name=clauseId]', 'c9');
  const old = await room.firstWords(drafts[0], 'c9', 3);
  await phones.uyvien13.fill('section.now textarea[name=old]', old);
  await phones.uyvien13.fill('section.now textarea[name=new]', 'Nội dung hội nghị sửa');
  await story.look(phones.uyvien13, '109-de-nghi-sua', [360]);
  await room.press(phones.uyvien13, 'section.now button:has-text("Ghi đề nghị sửa đổi")', 'move an amendment');
  await room.press(phones.uyvien14, 'section.now button:has-text("Cùng đề nghị")', 'second it');
  await room.press(chair, 'section.now button:has-text("Chủ trì tiếp thu")', 'take it up');
  lap('discussed');

  // The vote on the whole: on the frozen text with its redline, on every phone, on the wall.
  await room.press(chair, 'section.now button:has-text("Mở biểu quyết trên thiết bị")', 'open the vote');
  const one = await room.running();
  await Promise.all(members.filter(user => user !== 'uyvien24').map(user => phones[user].waitForSelector('form.ballot')));
  const redline = await phones.uyvien12.textContent('#bieu-quyet');
  check(/So với dự thảo lần 1 gửi ngày \d\d\/\d\d\/\d{4}: 1 chỗ sửa\./.test(redline) && /97,5%/.test(redline) && redline.includes(one.hash.slice(0, 16)), `the redline of the frozen hash is on the phone: ${redline.slice(-600)}`);
  const shown = await wall.textContent('main');
  check(/97,5%/.test(shown) && shown.includes(one.hash.slice(0, 16)) && shown.includes('Nội dung hội nghị sửa'), 'and on the wall');
  await story.look(phones.uyvien12, '110-phieu', [360]);
  await room.choose(phones.uyvien12, 'Tán thành dự thảo');
  await phones.uyvien12.click('text=Gửi phiếu của tôi');
  await phones.uyvien12.waitForSelector('dialog[open]');
  await story.look(phones.uyvien12, '111-xac-nhan', [360]);
  await phones.uyvien12.click('dialog button:has-text("Chọn lại")');
  await phones.uyvien12.waitForSelector('dialog', { state: 'detached' });
  check(await phones.uyvien12.isChecked('input[name=marks][value="+"]'), 'what was chosen stays when one thinks again');

  // A double tap on every button counts once.
  await phones.uyvien12.click('text=Gửi phiếu của tôi', { clickCount: 2 });
  await phones.uyvien12.dblclick('dialog button.primary');
  await phones.uyvien12.waitForSelector('.receipt:has-text("Mã ghi nhận")');
  await chair.waitForSelector('#bieu-quyet:has-text("Đã bỏ phiếu: 1/23")');
  await story.look(phones.uyvien12, '112-da-bo-phieu', [360]);

  // The second who is late comes while it runs, and is told that the next vote is theirs.
  await phones.uyvien24.goto(`${base}${room.at}?ma=${code}`);
  await room.press(phones.uyvien24, 'button:has-text("Điểm danh tôi có mặt")', 'the second who is late');
  check(/đồng chí biểu quyết từ lần sau/.test(await phones.uyvien24.textContent('.receipt')) && /đồng chí biểu quyết từ lần sau/.test(await phones.uyvien24.textContent('#bieu-quyet')) && await phones.uyvien24.locator('form.ballot').count() === 0, 'who comes late votes in the next');
  await story.look(phones.uyvien24, '113-den-muon', [360]);

  // Seven vote; one has chosen and does not send yet; one gives the ballot while the line is cut.
  await room.voteByKeys(phones.phobithu);
  await room.weighed(phones.uyvien16);
  await room.vote(phones, ['bithu', 'uyvien03', 'uyvien04', 'chanhvanphong', 'uyvien06', 'uyvien07'], 'Tán thành dự thảo');
  await room.choose(phones.uyvien08, 'Tán thành dự thảo');
  await line.cut();
  await phones.uyvien10.waitForSelector('#duong-truyen:has-text("Mất đường truyền")');
  await room.choose(phones.uyvien10, 'Không tán thành dự thảo');
  await phones.uyvien10.click('text=Gửi phiếu của tôi');
  await phones.uyvien10.click('dialog button.primary');
  await phones.uyvien10.waitForSelector('#dang-gui.bad:has-text("chưa gửi được")');
  await story.look(phones.uyvien10, '114-mat-mang', [360]);
  check(await host.sql(`SELECT count(*) FROM "Ballot" WHERE "VoteId" = '${one.id}'`) === '8', 'eight ballots are stored');

  // The host dies and comes again: what was acknowledged is there, the pages find back by themselves, the choice that was not sent still stands.
  await chair.waitForSelector('[data-con-thieu]:has-text("Còn 15 đồng chí chưa biểu quyết")');
  await story.look(chair, '115-chu-tri-dang-bieu-quyet');
  await story.look(wall, '116-man-chieu-bieu-quyet', [1920]);
  await host.end('SIGKILL');
  await phones.uyvien15.waitForSelector('#duong-truyen:has-text("Mất đường truyền")');
  await room.choose(phones.uyvien15, 'Tán thành dự thảo');
  await phones.uyvien15.click('text=Gửi phiếu của tôi');
  await phones.uyvien15.click('dialog button.primary');
  await phones.uyvien15.waitForSelector('#dang-gui.bad');
  await host.start();
  lap('killed and started');
  check(await host.sql(`SELECT count(*) FROM "Ballot" WHERE "VoteId" = '${one.id}' AND "Marks" = '+'`) >= '8', 'every ballot that was acknowledged is there');
  await phones.uyvien15.waitForSelector('.receipt:has-text("Mã ghi nhận")');
  await line.join();
  await phones.uyvien10.waitForSelector('.receipt:has-text("Đã ghi nhận phiếu của đồng chí: Không tán thành")');
  await story.look(phones.uyvien10, '117-tu-gui-lai', [360]);
  check(await phones.uyvien08.isChecked('input[name=marks][value="+"]'), 'a choice that was not sent stands through all of it');
  await room.send(phones.uyvien08);
  for (const page of [wall, chair]) await page.waitForSelector('#duong-truyen', { state: 'hidden' });
  await room.vote(phones, members.slice(10).filter(user => !['uyvien12', 'uyvien15', 'uyvien24'].includes(user)), 'Tán thành dự thảo');
  await chair.waitForSelector('[data-con-thieu]:has-text("Còn 1 đồng chí chưa biểu quyết")');
  check((await chair.textContent('[data-con-thieu]')).includes(names.uyvien09), 'the chair sees who is missing');
  await wall.waitForSelector('.huge:has-text("22/23")');
  await chair.click('button:has-text("Khóa biểu quyết, ghi kết quả")');
  await chair.waitForSelector(`dialog:has-text("Còn 1 đồng chí chưa bỏ phiếu. Khóa biểu quyết?"):has-text("${names.uyvien09}")`);
  await room.press(chair, 'dialog button.primary', 'close the vote');
  await wall.waitForSelector('.result.good:has-text("21/24 tán thành (87,5% tổng số ủy viên đương nhiệm; cần ít nhất 13): THÔNG QUA")');
  await story.look(wall, '118-man-chieu-thong-qua', [1920]);
  lap('first vote');

  // Item 2 fails at exactly half: 12 of 24 is not more than half.
  await room.goTo(chair, 2);
  await room.press(chair, 'section.now button:has-text("Mở biểu quyết trên thiết bị")', 'open the second vote');
  const two = await room.running();
  await room.signedOut(phones.bithu, 'bithu');
  await Promise.all([room.vote(phones, members.slice(1, 12), 'Tán thành dự thảo'), room.vote(phones, members.slice(12, 22), 'Không tán thành dự thảo'), room.vote(phones, members.slice(22), 'Không có ý kiến')]);
  await chair.waitForSelector('[data-con-thieu]:has-text("Tất cả đã bỏ phiếu")');
  await room.press(chair, 'button:has-text("Khóa biểu quyết, ghi kết quả")', 'close the second vote');
  await wall.waitForSelector('.result.bad:has-text("12/24 tán thành (50,0% tổng số ủy viên đương nhiệm; cần ít nhất 13): KHÔNG THÔNG QUA")');
  await story.look(wall, '119-man-chieu-khong-thong-qua', [1920]);
  await story.look(phones.uyvien16, '120-ket-qua', [360]);
  await chair.click('section.now summary:has-text("Kết luận không qua biểu quyết")');
  await chair.fill('section.now input[name=reason]', 'Chưa rõ nguồn vốn');
  await room.press(chair, 'section.now button:has-text("Trả lại để sửa")', 'return it');
  lap('second vote');

  // Item 3: first papers counted by three of whom two agree, then an election by secret ballot on devices.
  await room.goTo(chair, 3);
  const three = await room.papers(chair, phones, ['uyvien12', 'uyvien13', 'uyvien14'], [[20, 3], [19, 4], [20, 3]]);
  await room.openElection(chair, ['Đinh Văn Lực', 'Phan Thị Nga']);
  const four = await room.running();
  await Promise.all(members.map(user => phones[user].waitForSelector('form.ballot[data-kin]')));
  await story.look(phones.uyvien12, '122-phieu-kin', [360]);
  await room.vote(phones, members.slice(0, 14), 'Bầu đồng chí Đinh Văn Lực');
  await chair.waitForSelector('[data-con-thieu]:has-text("Còn 10 đồng chí chưa bỏ phiếu")');
  check(!/Kiều Văn Sơn/.test(await chair.textContent('[data-con-thieu]')), 'in a secret vote the chair sees how many, not who');
  await story.look(chair, '123-chu-tri-phieu-kin');
  await story.look(wall, '124-man-chieu-phieu-kin', [1920]);
  await Promise.all([room.vote(phones, members.slice(14, 23), 'Bầu đồng chí Phan Thị Nga'), room.vote(phones, members.slice(23), 'Không chọn ai')]);
  await chair.waitForSelector('[data-con-thieu]:has-text("Tất cả đã bỏ phiếu")');
  await room.press(chair, 'button:has-text("Khóa biểu quyết, ghi kết quả")', 'close the election');
  await wall.waitForSelector('.result.good:has-text("TRÚNG CỬ: đồng chí Đinh Văn Lực, 14/24")');
  await story.look(wall, '125-man-chieu-trung-cu', [1920]);
  await chair.click('section.now summary:has-text("Kết luận không qua biểu quyết")');
  await room.press(chair, 'section.now button:has-text("Đã nghe, ghi nhận")', 'end the third item');
  lap('third item');

  await ended(room, clerk, chair);
  for (const [page, name] of [[clerk, '126-da-be-mac'], [chair, '127-chu-tri-sau-be-mac']]) await story.look(page, name);
  await printed(room, chair, path.join(out, '128-ban-in.pdf'));
  lap('signed');
  await minutesSay(room, clerk, out, { drafts, hashes: [one.hash, two.hash], old, began });
  lap('minutes');
  await proven(room, clerk, [one, two, three, four], out);
  lap('proofs');
} catch (error) {
  for (const [key, page] of story.people) if (process.env.STORY_SHOTS) await page.screenshot({ path: path.join(process.env.STORY_SHOTS, `${key}.png`), fullPage: true }).catch(() => {});
  await host.end();
  console.error(took.join(', '));
  await story.end(error);
}
await host.end();
console.error(took.join(', '));
await story.end();
