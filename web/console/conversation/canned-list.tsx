/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a <select> cannot be steered from the field that keeps the focus */
import { useTranslation } from 'react-i18next';
import type { CannedMenu } from './canned-menu.js';

/** The replies that « / » offers, above the field; the field keeps the focus. */
export function CannedList({ id, menu }: { id: string; menu: CannedMenu }) {
  const { t } = useTranslation();
  const count = menu.replies.length;
  return (
    <>
      <output className="hidden-text">
        {menu.open && (count === 0 ? t('conversation.reply.cannedNone') : t('conversation.reply.cannedFound', { count }))}
      </output>
      {menu.open && (
        <div className="canned">
          {count === 0 && <p className="panel-soft">{t('conversation.reply.cannedNone')}</p>}
          <div id={id} role="listbox" aria-label={t('conversation.reply.canned')}>
            {menu.replies.map((reply, index) => (
              <div
                key={reply.id}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === menu.active}
                onMouseDown={(event) => {
                  event.preventDefault();
                  menu.pick(reply);
                }}
              >
                <code>/{reply.shortcut}</code> <strong>{reply.title}</strong>
                <span className="canned-text">{reply.text}</span>
              </div>
            ))}
          </div>
        </div>
      )}
    </>
  );
}
