import { Textarea } from '@mantine/core';
import { useImperativeHandle, useRef, type Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { splitArticle, withBody } from './front-matter.js';

export interface TextFieldHandle {
  /** Puts the caret on a line of the file. */
  goTo(line: number): void;
}
interface TextFieldProps {
  ref: Ref<TextFieldHandle>;
  markdown: string;
  /** False while the head cannot be read: then the whole file is edited. */
  readable: boolean;
  change(markdown: string): void;
}

/** The article's Markdown, below its head. */
export function TextField({ ref, markdown, readable, change }: TextFieldProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLTextAreaElement>(null);
  const parts = readable ? splitArticle(markdown) : undefined;
  const text = parts?.body ?? markdown;
  useImperativeHandle(ref, () => ({
    goTo(line) {
      const element = field.current;
      if (!element) return;
      const lines = text.split('\n');
      const at = Math.min(lines.length - 1, Math.max(0, line - 1 - (parts?.linesAbove ?? 0)));
      const start = lines.slice(0, at).reduce((sum, one) => sum + one.length + 1, 0);
      element.focus();
      element.setSelectionRange(start, start + lines[at]!.length);
      element.scrollTop = (at / lines.length) * element.scrollHeight - element.clientHeight / 3;
    },
  }));
  return (
    <Textarea
      ref={field}
      label={t(parts ? 'editor.text.label' : 'editor.text.whole')}
      description={t(parts ? 'editor.text.hint' : 'editor.text.unreadable')}
      classNames={{ input: 'editor-text' }}
      spellCheck
      lang="fr"
      value={text}
      onChange={({ currentTarget: { value } }) => change(parts ? withBody(markdown, value) : value)}
    />
  );
}
