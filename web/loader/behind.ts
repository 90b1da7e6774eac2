/** Makes everything but `element` unreachable while it covers the screen; the answer puts the page back as it was. */
export function hideBehind(element: Element): () => void {
  const touched: HTMLElement[] = [];
  for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
    for (const other of at.parentElement?.children ?? []) {
      if (other === at || !(other instanceof HTMLElement) || other.inert) continue;
      other.inert = true;
      touched.push(other);
    }
  }
  return () => touched.forEach((other) => (other.inert = false));
}
