/** Where the keyboard is now, and which keyboard it is. */
export function isMac(): boolean {
  return navigator.userAgent.includes('Mac');
}

/** True while the user types into a field: its own undo goes before the study's. */
export function isTyping(): boolean {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement)) return false;
  return focused.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(focused.tagName);
}
