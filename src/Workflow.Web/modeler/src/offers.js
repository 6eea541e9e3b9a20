// What may be drawn: elements that the engine refuses are not offered, and the first task offered is one that waits for a person.
const refused = /complex|transaction|ad-hoc|conditional-(?!flow)|cancel|compensation|instantiate|multiplicity|is-collection|script/;

function keep(entries) {
  return Object.fromEntries(Object.entries(entries).filter(([id]) => !refused.test(id)));
}

class Offers {
  constructor(palette, contextPad, popupMenu, elementFactory, create, autoPlace, translate) {
    const low = 500;
    const start = type => event => create.start(event, elementFactory.createShape({ type }));
    palette.registerProvider(low, {
      getPaletteEntries: () => entries => {
        const offered = {};
        for (const [id, entry] of Object.entries(keep(entries))) {
          if (id !== 'create.task') { offered[id] = entry; continue; }
          for (const [name, type, icon, title] of [['create.user-task', 'bpmn:UserTask', 'bpmn-icon-user-task', 'Create user task'], ['create.service-task', 'bpmn:ServiceTask', 'bpmn-icon-service-task', 'Create service task']]) {
            offered[name] = { group: 'activity', className: icon, title: translate(title), action: { dragstart: start(type), click: start(type) } };
          }
        }
        return offered;
      }
    });
    contextPad.registerProvider(low, {
      getContextPadEntries: element => entries => {
        const offered = keep(entries);
        if (offered['append.append-task']) {
          offered['append.append-task'] = {
            group: 'model', className: 'bpmn-icon-user-task', title: translate('Append user task'),
            action: {
              click: () => autoPlace.append(element, elementFactory.createShape({ type: 'bpmn:UserTask' })),
              dragstart: event => create.start(event, elementFactory.createShape({ type: 'bpmn:UserTask' }), { source: element })
            }
          };
        }
        return offered;
      }
    });
    popupMenu.registerProvider('bpmn-replace', low, {
      getPopupMenuEntries: () => keep,
      getPopupMenuHeaderEntries: () => keep
    });
  }
}
Offers.$inject = ['palette', 'contextPad', 'popupMenu', 'elementFactory', 'create', 'autoPlace', 'translate'];

export const offers = { __init__: ['offers'], offers: ['type', Offers], alignElementsContextPad: ['value', null], distributeElementsMenuProvider: ['value', null], alignElementsMenuProvider: ['value', null] };
