export interface FrontMatterParts {
  yaml: string;
  body: string;
  /** Lines of the file above the body. */
  linesAbove: number;
}

/** Cuts a file at its two `---` lines; undefined when it has none. */
export function splitFrontMatter(text: string): FrontMatterParts | undefined {
  const found = /^---[ \t]*\n([\s\S]*?)^---[ \t]*(?:\n|$)/m.exec(text);
  if (found === null || found.index !== 0) return undefined;
  const above = found[0];
  return { yaml: found[1]!, body: text.slice(above.length), linesAbove: above.split('\n').length - 1 };
}
