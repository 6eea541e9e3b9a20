// Which fields an element has. One list: an attribute that the engine learns is added here and in wf.json.
import { is } from 'bpmn-js/lib/util/ModelUtil';

const any = (...types) => business => types.some(type => is(business, type));
const machine = any('bpmn:ServiceTask', 'bpmn:SendTask', 'bpmn:BusinessRuleTask', 'bpmn:ScriptTask');
const event = name => business => business.eventDefinitions?.some(one => is(one, name));
const several = business => is(business.loopCharacteristics ?? {}, 'bpmn:MultiInstanceLoopCharacteristics');

/**
 * key: which value; label and hint: words; when: which elements have it; list: name of the list to choose from ("other" adds a free entry);
 * pairs: codes with words, as rows; words: several of the candidates.
 * A key "wf:…" is an attribute of ours; the rest is read and written by values.js.
 */
export const fields = [
  { key: 'name', label: 'Tên', when: business => !is(business, 'bpmn:TextAnnotation') && !is(business, 'bpmn:Collaboration') },
  { key: 'process.id', label: 'Mã quy trình', hint: 'Chữ không dấu, số, gạch nối; quy trình có sẵn giữ mã của nó.', when: any('bpmn:Process', 'bpmn:Participant') },
  { key: 'wf:task', label: 'Việc trong chương trình', list: 'tasks', when: any('bpmn:UserTask') },
  { key: 'wf:candidates', label: 'Giao cho', hint: 'Nhóm người có thể nhận việc.', list: 'candidates', other: true, when: any('bpmn:UserTask', 'bpmn:Lane') },
  { key: 'wf:assignee', label: 'Đích danh một người', hint: 'Để trống khi ai trong nhóm cũng nhận được. Có thể dùng ${biến}.', when: any('bpmn:UserTask') },
  { key: 'wf:due', label: 'Hạn', hint: 'P3D là 3 ngày, PT4H là 4 giờ; hoặc ${biến}.', when: any('bpmn:UserTask') },
  { key: 'wf:priority', label: 'Ưu tiên', hint: 'Số, thường là 50; lớn hơn là gấp hơn.', when: any('bpmn:UserTask') },
  { key: 'wf:notSameAs', label: 'Không được là người đã làm', list: 'userTasks', when: any('bpmn:UserTask') },
  { key: 'wf:outcomes', label: 'Các kết quả', hint: 'Mỗi kết quả là một nút cho người làm việc. Không có kết quả nào thì chỉ có một nút “đã làm xong”.', pairs: true, when: business => is(business, 'bpmn:UserTask') && !business.get('wf:task') },
  { key: 'wf:delegable', label: 'Cho chuyển người khác làm thay', list: 'yesNo', when: business => is(business, 'bpmn:UserTask') && !business.get('wf:task') },
  { key: 'process.wf:starters', label: 'Ai được lập hồ sơ', hint: 'Không chọn ai là Văn phòng.', words: true, when: business => any('bpmn:Process', 'bpmn:Participant')(business) },
  { key: 'wf:activity', label: 'Máy làm việc gì', list: 'activities', when: machine },
  { key: 'wf:whenOutcome', label: 'Đi đường này khi kết quả là', list: 'outcomes', other: true, when: any('bpmn:SequenceFlow') },
  { key: 'condition', label: 'Hoặc khi điều kiện đúng', hint: 'Ví dụ: ${so_tien > 1000}', when: any('bpmn:SequenceFlow') },
  { key: 'default', label: 'Đường mặc định', hint: 'Đi khi không đường nào khác đúng.', list: 'yesNo', when: business => is(business, 'bpmn:SequenceFlow') && is(business.sourceRef, 'bpmn:FlowNode') && business.sourceRef.outgoing?.length > 1 },
  { key: 'calledElement', label: 'Mã quy trình được gọi', when: any('bpmn:CallActivity') },
  { key: 'wf:in', label: 'Biến đưa vào', hint: 'Ví dụ: a, b=c+1; dấu * là tất cả.', when: business => is(business, 'bpmn:CallActivity') || (any('bpmn:IntermediateThrowEvent', 'bpmn:EndEvent')(business) && event('bpmn:MessageEventDefinition')(business)) },
  { key: 'wf:out', label: 'Biến nhận về', hint: 'Ví dụ: ket_qua=x', when: any('bpmn:CallActivity') },
  { key: 'timer.kind', label: 'Kiểu hẹn giờ', list: 'timers', when: event('bpmn:TimerEventDefinition') },
  { key: 'timer.value', label: 'Giờ hẹn', hint: 'Sau: P3D, PT4H. Vào lúc: 2026-12-31T17:00. Lặp: R3/P1D.', when: event('bpmn:TimerEventDefinition') },
  { key: 'message', label: 'Tên thông điệp', when: business => is(business, 'bpmn:ReceiveTask') || event('bpmn:MessageEventDefinition')(business) },
  { key: 'wf:key', label: 'Khóa để khớp thông điệp', hint: 'Ví dụ: ${so_van_ban}', when: business => !is(business, 'bpmn:StartEvent') && (is(business, 'bpmn:ReceiveTask') || event('bpmn:MessageEventDefinition')(business)) },
  { key: 'signal', label: 'Tên tín hiệu', when: event('bpmn:SignalEventDefinition') },
  { key: 'error', label: 'Mã lỗi', when: event('bpmn:ErrorEventDefinition') },
  { key: 'escalation', label: 'Mã báo lên', when: event('bpmn:EscalationEventDefinition') },
  { key: 'link', label: 'Tên mối nối', when: event('bpmn:LinkEventDefinition') },
  { key: 'wf:initiator', label: 'Biến nhận người lập hồ sơ', when: any('bpmn:StartEvent') },
  { key: 'loop.wf:collection', label: 'Làm cho từng phần tử của', hint: 'Tên biến là danh sách, ví dụ: uy_vien', when: several },
  { key: 'loop.wf:element', label: 'Tên biến của từng phần tử', when: several },
  { key: 'loop.cardinality', label: 'Hoặc số lần', when: several },
  { key: 'loop.completion', label: 'Xong sớm khi', hint: 'Ví dụ: ${nrOfCompletedInstances >= 3}', when: several },
  { key: 'loop.wf:results', label: 'Gom kết quả vào biến', when: several },
  { key: 'loop.wf:result', label: 'Kết quả của từng lần', when: several },
  { key: 'text', label: 'Ghi chú', when: any('bpmn:TextAnnotation') }
];
