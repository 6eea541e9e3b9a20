// Reads and writes the value of a field, always through the command stack: every change can be taken back.
import { is } from 'bpmn-js/lib/util/ModelUtil';

const roots = {
  message: ['bpmn:Message', 'messageRef', 'name', 'bpmn:MessageEventDefinition'],
  signal: ['bpmn:Signal', 'signalRef', 'name', 'bpmn:SignalEventDefinition'],
  error: ['bpmn:Error', 'errorRef', 'errorCode', 'bpmn:ErrorEventDefinition'],
  escalation: ['bpmn:Escalation', 'escalationRef', 'escalationCode', 'bpmn:EscalationEventDefinition']
};
const timers = ['timeDuration', 'timeDate', 'timeCycle'];
const definition = (business, type) => business.eventDefinitions?.find(one => is(one, type));
const kindOf = timer => timers.find(kind => timer?.get(kind)) ?? 'timeDuration';

export class Values {
  constructor(modeler) {
    this.modeling = modeler.get('modeling');
    this.factory = modeler.get('bpmnFactory');
    this.modeler = modeler;
  }

  read(element, key) {
    const business = element.businessObject;
    const [head, tail] = key.split(/\.(.*)/s);
    if (key === 'name' && is(business, 'bpmn:Participant')) return business.processRef?.name ?? business.name ?? '';
    if (head === 'process') return (is(business, 'bpmn:Participant') ? business.processRef : business)?.get(tail) ?? '';
    if (head === 'timer') {
      const timer = definition(business, 'bpmn:TimerEventDefinition');
      return tail === 'kind' ? kindOf(timer) : timer?.get(kindOf(timer))?.body ?? '';
    }
    if (head === 'loop') {
      const loop = business.loopCharacteristics;
      return tail === 'cardinality' ? loop.loopCardinality?.body ?? '' : tail === 'completion' ? loop.completionCondition?.body ?? '' : loop.get(tail) ?? '';
    }
    if (key === 'condition') return business.conditionExpression?.body ?? '';
    if (key === 'default') return business.sourceRef.default === business ? 'true' : '';
    if (key === 'link') return definition(business, 'bpmn:LinkEventDefinition')?.name ?? '';
    if (roots[key]) {
      const [, reference, name, type] = roots[key];
      return (definition(business, type) ?? business).get(reference)?.get(name) ?? '';
    }
    return business.get(key) ?? '';
  }

  write(element, key, text) {
    const business = element.businessObject;
    const value = text.trim() || undefined;
    const [head, tail] = key.split(/\.(.*)/s);
    const set = (target, properties) => this.modeling.updateModdleProperties(element, target, properties);
    if (head === 'process' || (key === 'name' && is(business, 'bpmn:Participant'))) {
      const process = is(business, 'bpmn:Participant') ? business.processRef : business;
      if (tail === 'id' && (!value || !/^[A-Za-z_][\w.-]*$/.test(value))) return 'Mã chỉ gồm chữ không dấu, số, dấu gạch; bắt đầu bằng chữ.';
      if (head !== 'process') this.modeling.updateProperties(element, { name: value });
      if (process === business) this.modeling.updateProperties(element, { [tail]: value });
      else if (process) set(process, { [tail ?? 'name']: value });
    } else if (head === 'timer') {
      const timer = definition(business, 'bpmn:TimerEventDefinition');
      const body = tail === 'value' ? value : timer.get(kindOf(timer))?.body;
      const kind = tail === 'kind' ? value : kindOf(timer);
      set(timer, Object.fromEntries(timers.map(one => [one, one === kind ? this.expression(body ?? '', timer) : undefined])));
    } else if (head === 'loop') {
      const loop = business.loopCharacteristics;
      const name = tail === 'cardinality' ? 'loopCardinality' : tail === 'completion' ? 'completionCondition' : tail;
      set(loop, { [name]: name === tail ? value : value && this.expression(value, loop) });
    } else if (key === 'condition') {
      this.modeling.updateProperties(element, { conditionExpression: value && this.expression(value, business) });
    } else if (key === 'default') {
      this.modeling.updateProperties(this.modeler.get('elementRegistry').get(business.sourceRef.id), { default: value ? business : undefined });
    } else if (key === 'link') {
      set(definition(business, 'bpmn:LinkEventDefinition'), { name: value });
    } else if (roots[key]) {
      const [type, reference, name, event] = roots[key];
      set(definition(business, event) ?? business, { [reference]: value && this.root(type, name, value) });
    } else {
      this.modeling.updateProperties(element, { [key]: value });
    }
    return '';
  }

  expression(body, parent) {
    const made = this.factory.create('bpmn:FormalExpression', { body });
    made.$parent = parent;
    return made;
  }

  // Messages and signals stand beside the processes: one of the same name is used again.
  root(type, name, value) {
    const definitions = this.modeler.getDefinitions();
    const found = definitions.rootElements.find(one => is(one, type) && one.get(name) === value);
    if (found) return found;
    const made = this.factory.create(type, { name: value, [name]: value });
    made.$parent = definitions;
    definitions.rootElements.push(made);
    return made;
  }
}
