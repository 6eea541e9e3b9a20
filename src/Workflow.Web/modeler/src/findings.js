// What the engine's reader says about the drawing: at the element, and as a list whose lines lead there.
export class Findings {
  constructor(modeler, place, select) {
    Object.assign(this, { modeler, place, select });
  }

  show(findings) {
    const overlays = this.modeler.get('overlays');
    const registry = this.modeler.get('elementRegistry');
    overlays.remove({ type: 'finding' });
    const byElement = Map.groupBy ? Map.groupBy(findings, one => one.elementId) : findings.reduce((map, one) => map.set(one.elementId, [...(map.get(one.elementId) ?? []), one]), new Map());
    for (const [id, rows] of byElement) {
      const element = registry.get(id);
      if (!element || element === this.modeler.get('canvas').getRootElement()) continue;
      const isError = rows.some(one => !one.isWarning);
      const mark = Object.assign(document.createElement('button'), { type: 'button', className: `finding-mark ${isError ? 'late' : 'soon'}`, textContent: isError ? '!' : '▲', title: rows.map(one => one.message).join('\n') });
      mark.setAttribute('aria-label', `${isError ? 'Lỗi' : 'Xem lại'}: ${mark.title}`);
      mark.addEventListener('click', () => this.select(id));
      overlays.add(id, 'finding', { position: element.waypoints ? { top: -12, left: 0 } : { top: -12, right: 12 }, html: mark });
    }

    const errors = findings.filter(one => !one.isWarning).length;
    this.place.querySelector('#ket-luan').textContent = findings.length === 0 ? '✓ Không có lỗi.' : `${errors > 0 ? `! ${errors} lỗi phải sửa. ` : ''}${findings.length > errors ? `▲ ${findings.length - errors} điều cần xem lại.` : ''}`;
    this.place.querySelector('ol').replaceChildren(...findings.slice(0, 200).map(one => {
      const line = document.createElement('li');
      const words = `${one.isWarning ? '▲ Xem lại' : '! Lỗi'}: ${one.message}`;
      if (registry.get(one.elementId)) {
        const button = Object.assign(document.createElement('button'), { type: 'button', className: 'link', textContent: words });
        button.addEventListener('click', () => this.select(one.elementId));
        line.append(button);
      } else {
        line.append(words);
      }
      if (one.advice) line.append(Object.assign(document.createElement('p'), { className: 'meta', textContent: `Cách sửa: ${one.advice}` }));
      line.append(Object.assign(document.createElement('span'), { className: 'meta', textContent: ` ${one.elementName || one.elementId}${one.line ? `, dòng ${one.line}` : ''} (${one.code})` }));
      return line;
    }));
  }
}
