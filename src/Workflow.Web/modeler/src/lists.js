// What the lists of the panel hold. Keys stand in the file, words on the screen.
import { is } from 'bpmn-js/lib/util/ModelUtil';

const plain = words => words.map(one => [one.key, one.words]);

export class Lists {
  constructor(modeler, vocabulary) {
    this.registry = modeler.get('elementRegistry');
    this.vocabulary = vocabulary;
  }

  of(name, element) {
    switch (name) {
      case 'tasks': return [['', 'Việc chung, trả lời trên trang chung'], ...plain(this.vocabulary.tasks)];
      case 'activities': return [['', 'Chưa chọn'], ...plain(this.vocabulary.activities)];
      case 'candidates': return [['', 'Chưa giao'], ...plain(this.vocabulary.candidates)];
      case 'yesNo': return [['', 'Không'], ['true', 'Phải']];
      case 'timers': return [['timeDuration', 'Sau một khoảng'], ['timeDate', 'Vào một lúc'], ['timeCycle', 'Lặp lại']];
      case 'userTasks': return [['', 'Không hạn chế'], ...this.registry.filter(one => is(one, 'bpmn:UserTask') && one !== element && !one.labelTarget).map(one => [one.id, one.businessObject.name || one.id])];
      case 'outcomes': return [['', 'Không xét kết quả'], ...this.outcomes(element.businessObject.sourceRef, new Set())];
      default: return [];
    }
  }

  // Outcomes of the work that a token has just come from: gateways pass on what it came with.
  outcomes(source, seen) {
    if (!source || seen.has(source)) return [];
    seen.add(source);
    if (is(source, 'bpmn:Gateway')) {
      const found = new Map((source.incoming ?? []).flatMap(flow => this.outcomes(flow.sourceRef, seen)));
      return [...found];
    }
    const key = source.get?.(is(source, 'bpmn:UserTask') ? 'wf:task' : 'wf:activity');
    const known = [...this.vocabulary.tasks, ...this.vocabulary.activities].find(one => one.key === key);
    return known ? plain(known.outcomes) : (source.get?.('wf:outcomes') ?? '').split(',').map(one => one.trim()).filter(Boolean).map(one => one.split('=').map(part => part.trim())).map(([code, words]) => [code, words ?? code]);
  }
}
