import { ActionIcon, Button, Textarea } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconPaperclip, IconSend, IconSlash, IconX } from '@tabler/icons-react';
import { useEffect, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { TEXT_MAX } from '../../../src/contract/limits.js';
import { useLive } from '../live/use-live.js';
import { useShortcut } from '../shortcuts/use-shortcut.js';
import { CannedList } from './canned-list.js';
import { useCannedMenu } from './canned-menu.js';
import type { ReplyDraft } from './reply-draft.js';
import { useTypingSignal } from './typing-signal.js';

export interface AttachedArticle {
  id: string;
  title: string;
}
interface ReplyBoxProps {
  conversationId: string;
  service: string | undefined;
  reply: ReplyDraft;
}

export function ReplyBox({ conversationId, service, reply }: ReplyBoxProps) {
  const { t } = useTranslation();
  const live = useLive();
  const listId = useId();
  const signal = useTypingSignal(conversationId);
  const { draft, field } = reply;
  const left = TEXT_MAX - draft.text.length;
  const menu = useCannedMenu(service, (from, to, text) => {
    reply.setText(draft.text.slice(0, from) + text + draft.text.slice(to));
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(from + text.length, from + text.length);
    });
  });
  useShortcut('KeyR', reply.focus);
  // After a claim the pressed button is gone: the reply takes the focus.
  useEffect(() => {
    const { activeElement } = document;
    if (activeElement === document.body || activeElement?.id === 'content') field.current?.focus();
  }, [field]);

  const send = (): void => {
    if (draft.text.trim() === '' || left < 0) return reply.focus();
    if (!live.send(conversationId, draft.text, draft.article?.id)) {
      notifications.show({ message: t('conversation.tooManyLines'), color: 'red' });
      return;
    }
    signal.stop();
    reply.clear();
    reply.focus();
  };
  const openMenu = (): void => {
    const caret = field.current?.selectionStart ?? draft.text.length;
    const before = draft.text.slice(0, caret);
    const slash = before === '' || /\s$/.test(before) ? '/' : ' /';
    const text = before + slash + draft.text.slice(caret);
    reply.setText(text);
    menu.look(text, caret + slash.length);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(caret + slash.length, caret + slash.length);
    });
  };

  return (
    <form
      className="reply"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <CannedList id={listId} menu={menu} />
      {draft.article !== undefined && (
        <p className="reply-article">
          <IconPaperclip aria-hidden size={16} />
          <span>{t('conversation.reply.attached', { title: draft.article.title })}</span>
          <ActionIcon variant="subtle" color="gray" aria-label={t('conversation.reply.detach')} onClick={() => reply.attach(undefined)}>
            <IconX aria-hidden size={16} />
          </ActionIcon>
        </p>
      )}
      <Textarea
        ref={field}
        aria-label={t('conversation.reply.label')}
        placeholder={t('conversation.reply.placeholder')}
        aria-keyshortcuts="Alt+R"
        aria-autocomplete="list"
        aria-controls={menu.open ? listId : undefined}
        aria-activedescendant={menu.open && menu.replies.length > 0 ? `${listId}-${menu.active}` : undefined}
        autosize
        minRows={2}
        maxRows={10}
        value={draft.text}
        onChange={({ currentTarget: { value, selectionStart } }) => {
          reply.setText(value);
          menu.look(value, selectionStart);
          signal.wrote(value);
        }}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (menu.key(event)) event.preventDefault();
          else if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault();
            send();
          }
        }}
      />
      <div className="reply-foot">
        <Button size="compact-sm" variant="subtle" color="gray" leftSection={<IconSlash aria-hidden size={14} />} onClick={openMenu}>
          {t('conversation.reply.canned')}
        </Button>
        <span className="reply-hint">
          {left > TEXT_MAX / 5
            ? t('conversation.reply.hint')
            : t(left < 0 ? 'conversation.reply.over' : 'conversation.reply.left', { count: Math.abs(left) })}
        </span>
        <Button
          type="submit"
          size="sm"
          rightSection={<IconSend aria-hidden size={16} />}
          aria-disabled={draft.text.trim() === '' || left < 0}
        >
          {t('conversation.reply.send')}
        </Button>
      </div>
    </form>
  );
}
