export function make<K extends keyof HTMLElementTagNameMap>(tag: K, className = ''): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  return element;
}

/** A speech bubble, drawn rather than fetched. */
export function icon(): SVGElement {
  const drawn = (tag: string, attribute: string, value: string): SVGElement => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag) as SVGElement;
    element.setAttribute(attribute, value);
    return element;
  };
  const svg = drawn('svg', 'viewBox', '0 0 24 24');
  svg.ariaHidden = 'true';
  svg.append(drawn('path', 'd', 'M4 5h16v11H10l-5 4v-4H4zM8 9h8M8 12.5h5'));
  return svg;
}
