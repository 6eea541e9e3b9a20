// After the session: the final text, the signatures, the page as it prints, the minutes as another program reads them, and proofs that work out again or say that they do not.
import fs from 'node:fs';
import path from 'node:path';
import { allWords, paperWords, pictures } from './papers.mjs';
import { names } from './room.mjs';

/** The office makes the text with the amendment, the chair confirms it and closes; note-taker and chair sign. */
export async function ended(room, clerk, chair) {
  await clerk.waitForSelector('section.card:has-text("Thông qua, có sửa đổi tại hội nghị") > details > summary');
  await clerk.click('section.card:has-text("Thông qua, có sửa đổi tại hội nghị") > details > summary');
  await room.press(clerk, 'button:has-text("Lập bản hoàn chỉnh có các sửa đổi")', 'make the final text');
  await chair.click('section.card:has-text("Bản hoàn chỉnh đã lập") > details > summary');
  await room.press(chair, 'button:has-text("Xác nhận bản hoàn chỉnh đúng như hội nghị thông qua")', 'confirm the final text');
  await chair.click('button:has-text("Bế mạc hội nghị")');
  await room.press(chair, 'dialog button.primary', 'close the session');
  await clerk.waitForSelector('button:has-text("Ký biên bản")');
  await room.press(clerk, 'button:has-text("Ký biên bản")', 'the note-taker signs');
  await chair.waitForSelector('button:has-text("Ký biên bản")');
  await room.press(chair, 'button:has-text("Ký biên bản")', 'the chair signs');
}

/** The page on paper: what was decided, without anything to press. */
export async function printed(room, page, file) {
  await page.pdf({ path: file, preferCSSPageSize: true });
  const words = await allWords(file);
  await pictures(file, path.dirname(file));
  room.check(words.includes('21/24tánthành') && words.includes('12/24tánthành') && words.includes('TRÚNGCỬ:đồngchíĐinhVănLực') && words.includes(names.uyvien24.replaceAll(' ', '')), `the printed page: ${words}`);
  room.check(!/Đăngkýphátbiểu|Kýbiênbản|Việccủatôi|Đãghinhận/.test(words), 'nothing to press on paper');
}

/** The minutes, opened by another program, hold exactly what happened: names, numbers, hours, sentences. */
export async function minutesSay(room, clerk, out, { hashes, old }) {
  const hour = async (what, minutes = '') => { const [h, m] = (await room.host.sql(`SELECT to_char((${what}) AT TIME ZONE 'Asia/Ho_Chi_Minh', 'HH24:MI')`)).split(':'); return `${h} giờ ${m}${minutes}`; };
  const opened = await hour('SELECT "OpenedAt" FROM "Conference"', ' phút'), closed = await hour('SELECT "ClosedAt" FROM "Conference"', ' phút');
  const votes = await Promise.all([1, 2, 3, 4].map(number => hour(`SELECT "OpenedAt" FROM "Vote" ORDER BY "OpenedAt" OFFSET ${number - 1} LIMIT 1`)));
  const came = number => hour(`SELECT "At" FROM "Movement" ORDER BY "Number" DESC OFFSET ${number} LIMIT 1`);
  const day = (await room.host.sql(`SELECT to_char((SELECT "OpenedAt" FROM "Conference") AT TIME ZONE 'Asia/Ho_Chi_Minh', '", ngày "DD" tháng "MM" năm "YYYY"')`));
  const [first, second] = ['chuyển đổi số', 'phát triển du lịch'].map(what => `Nghị quyết về đẩy mạnh ${what}, cải cách hành chính và phát triển kinh tế - xã hội năm 2027`);
  const people = Object.values(names);
  const expected = `Thời gian: ${opened}${day}. Địa điểm: Hội trường Đảng ủy xã. Chủ trì: đồng chí Nguyễn Văn Thành. Người ghi biên bản: đồng chí Nguyễn Thị Thảo.
    I. THÀNH PHẦN
    Triệu tập: 24 đồng chí. Có mặt: 24 đồng chí. Vắng có lý do: 0 đồng chí. Vắng không lý do: 0 đồng chí.
    Có mặt: ${people.slice(0, 22).join(', ')}, ${people[22]} (đến lúc ${await came(1)}), ${people[23]} (đến lúc ${await came(0)}).
    Điều kiện tiến hành: cần ít nhất 16 đồng chí; khi khai mạc có mặt 22/24 đồng chí, đủ điều kiện (Điều lệ Đảng, Điều 9(5); Quy chế làm việc, Điều 9.3 và 11.1).
    II. NỘI DUNG
    Đồng chí Bí thư nêu mục đích, yêu cầu của hội nghị.
    1. ${first} Bản trình hội nghị có mã băm SHA-256: ${hashes[0]}.
    Đồng chí Dương Thị Hiền phát biểu: Đề nghị bổ sung kinh phí tập huấn cho các thôn.
    Đề nghị sửa đổi số 1 của đồng chí Đinh Văn Lực tại “3. Nguyên nhân”: thay “${old}” bằng “Nội dung hội nghị sửa” (cùng đề nghị: Phan Thị Nga). Chủ trì tiếp thu.
    Biểu quyết lúc ${votes[0]}: Thông qua ${first}, cùng 1 sửa đổi đã được hội nghị chấp nhận (số 1). Hình thức: trên thiết bị của từng đồng chí; có mặt 23/24 đồng chí, được biểu quyết 23.
    Tán thành 21; không tán thành 1; không có ý kiến 0. Kết quả: 21/24 tán thành (87,5% tổng số ủy viên đương nhiệm; cần ít nhất 13): THÔNG QUA.
    Kết luận: Thông qua, có sửa đổi tại hội nghị.
    2. ${second} Bản trình hội nghị có mã băm SHA-256: ${hashes[1]}.
    Biểu quyết lúc ${votes[1]}: Thông qua ${second}. Hình thức: trên thiết bị của từng đồng chí; có mặt 24/24 đồng chí, được biểu quyết 24.
    Tán thành 12; không tán thành 10; không có ý kiến 2. Kết quả: 12/24 tán thành (50,0% tổng số ủy viên đương nhiệm; cần ít nhất 13): KHÔNG THÔNG QUA.
    Kết luận: Trả lại. Lý do: Chưa rõ nguồn vốn.
    3. Bầu bổ sung ủy viên Ban Thường vụ
    Biểu quyết lúc ${votes[2]}: Giới thiệu hai đồng chí vào danh sách bầu cử. Hình thức: bỏ phiếu kín bằng giấy; có mặt 24/24 đồng chí, được biểu quyết 24.
    Phiếu phát ra: 24; thu vào: 24; không hợp lệ: 1. Tán thành 20; không tán thành 3; không có ý kiến 0. Kết quả: 20/24 tán thành (83,3% tổng số ủy viên đương nhiệm; cần ít nhất 13): THÔNG QUA.
    Biểu quyết lúc ${votes[3]}: Bầu bổ sung một ủy viên Ban Thường vụ. Hình thức: bỏ phiếu kín trên thiết bị; có mặt 24/24 đồng chí, được biểu quyết 24.
    - Đinh Văn Lực: tán thành 14; không tán thành 10; không có ý kiến 0. - Phan Thị Nga: tán thành 9; không tán thành 15; không có ý kiến 0.
    Kết quả: TRÚNG CỬ: đồng chí Đinh Văn Lực, 14/24 tán thành (58,3% tổng số ủy viên đương nhiệm; cần ít nhất 13).
    Kết luận: Đã nghe, ghi nhận.
    Hội nghị kết thúc vào ${closed}${day}. Biên bản được lập thành 02 bản và được thông qua tại hội nghị.`.replace(/\s/g, '');
  for (const form of ['docx', 'pdf']) {
    const answered = await clerk.request.get(`${room.base}${room.at}/bien-ban.${form}`);
    const file = path.join(out, `129-bien-ban.${form}`);
    fs.writeFileSync(file, await answered.body());
    const held = await paperWords(file, out);
    const at = [...held].findIndex((letter, index) => letter !== expected[index]);
    room.check(held === expected, `the minutes (${form}) differ at “${held.slice(Math.max(0, at - 20), at + 60)}” from “${expected.slice(Math.max(0, at - 20), at + 60)}”`);
    await pictures(file, out);
  }
}

/** Every result works out again, from its file and from the stored rows; what was changed behind the program's back does not. */
export async function proven(room, clerk, votes, out) {
  const { host } = room;
  const files = await Promise.all(votes.map(async ({ id }, index) => {
    const file = path.join(out, `130-chung-cu-${index + 1}.json`);
    fs.writeFileSync(file, await (await clerk.request.get(`${room.base}${room.at}/chung-cu/${id}/tep.json`)).body());
    return file;
  }));
  const verdicts = await Promise.all(votes.flatMap(({ id }, index) => [host.verb('proof', files[index]), host.verb('proof', id)]));
  for (const index of votes.keys()) {
    const [byFile, byId] = verdicts.slice(index * 2, index * 2 + 2);
    room.check(byFile.code === 0 && byId.code === 0 && byFile.said === byId.said && /Tính lại: KHỚP\./.test(byId.said), `proof ${index + 1}: ${byFile.code} ${byFile.said} ${byId.code} ${byId.said}`);
  }

  // The vote that failed at half, made to pass in the database; a file in which one more is in favour.
  const half = votes[1].id;
  await host.sql(`UPDATE "Vote" SET "Counts" = '13/9/2', "Adopted" = true WHERE "Id" = '${half}'`);
  const forged = path.join(out, '131-chung-cu-sua.json');
  fs.writeFileSync(forged, fs.readFileSync(files[0], 'utf8').replace('"inFavour": 21', '"inFavour": 22'));
  room.check(fs.readFileSync(forged, 'utf8') !== fs.readFileSync(files[0], 'utf8'), 'the forged file differs');
  const [stored, sheet, kept] = await Promise.all([host.verb('proof', half), host.verb('proof', forged), host.verb('proof', files[1])]);
  room.check(stored.code === 1 && /KHÔNG KHỚP/.test(stored.said), `a stored result that was changed: ${stored.code} ${stored.said}`);
  room.check(sheet.code === 1 && /KHÔNG KHỚP/.test(sheet.said), `a file that was changed: ${sheet.code} ${sheet.said}`);
  room.check(kept.code === 0, 'the file that was kept still works out');
  await clerk.goto(`${room.base}${room.at}/chung-cu/${half}`);
  room.check(/KHÔNG KHỚP/.test(await clerk.textContent('main')), 'and the page says so');
  await room.story.look(clerk, '131-chung-cu-khong-khop');
}
