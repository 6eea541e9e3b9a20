// Buttons with whole words. One stop of the Tab key; inside, the arrow keys.
export function toolbar(place, view, tools) {
  const buttons = tools.map(({ words, act, active, keys }) => {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: words, tabIndex: -1 });
    if (keys) button.title = keys;
    if (active) button.setAttribute('aria-pressed', 'false');
    // The selection stays where it is.
    button.addEventListener('mousedown', event => event.preventDefault());
    button.addEventListener('click', () => act(button));
    place.append(button);
    return { button, active };
  });
  buttons[0].button.tabIndex = 0;
  place.addEventListener('keydown', event => {
    const at = buttons.findIndex(one => one.button === document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (event.key === 'Escape') view().focus();
    if (to === undefined || !buttons[to]) return;
    event.preventDefault();
    buttons.forEach((one, index) => { one.button.tabIndex = index === to ? 0 : -1; });
    buttons[to].button.focus();
  });
  return { show: state => buttons.forEach(({ button, active }) => active && button.setAttribute('aria-pressed', String(Boolean(active(state))))), focus: () => place.querySelector('[tabindex="0"]').focus() };
}
