import { Badge, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { codeOf } from '../api/call.js';
import { conversationQuery } from '../api/desk.js';
import { AccessForm } from '../conversation/access-form.js';
import { BriefPanel } from '../conversation/brief.js';
import { Log } from '../conversation/log.js';
import { Notes } from '../conversation/notes.js';
import { useServiceName } from '../frame/me.js';
import { Page } from '../frame/page.js';
import { QueryView } from '../frame/query-view.js';
import { useDates } from '../texts/dates.js';
import '../conversation/conversation.css';
import './search.css';

/** A past conversation to read, for a reason that the audit log keeps. */
export function Component() {
  const { t } = useTranslation();
  const dates = useDates();
  const serviceName = useServiceName();
  const { conversationId = '' } = useParams();
  const [reason, setReason] = useState<string>();
  const view = useQuery(conversationQuery(conversationId, reason));
  if (view.isError && codeOf(view.error) === 'not-owner')
    return (
      <Page title={t('conversation.untitled')}>
        <AccessForm read={setReason} />
      </Page>
    );
  return (
    <QueryView result={view}>
      {(data) => (
        <Page wide title={data.brief.question || t('conversation.untitled')}>
          <Group gap="xs" mb="md">
            <Badge variant="light" color="gray" tt="none">
              {t(`desk.status.${data.status}`)}
            </Badge>
            {data.resolution !== undefined && <span className="panel-soft">{t(`desk.resolution.${data.resolution}`)}</span>}
            {data.service !== undefined && <span className="panel-soft">{serviceName(data.service)}</span>}
            <span className="panel-soft">{dates.moment(data.createdAt)}</span>
          </Group>
          <div className="read-page">
            <div className="read-log">
              <Log events={data.events} />
            </div>
            <div>
              <BriefPanel brief={data.brief} contact={data.contact} />
              <Notes conversationId={conversationId} notes={data.notes} writable={false} />
            </div>
          </div>
        </Page>
      )}
    </QueryView>
  );
}
