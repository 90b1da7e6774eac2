import { Table, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DeskOverview } from '../../../src/contract/http.js';
import { overviewQuery } from '../api/desk.js';
import { QueryView } from '../frame/query-view.js';
import { TableBox } from '../frame/table-box.js';
import { useTitle } from '../frame/use-title.js';
import { ShortcutHelp } from '../shortcuts/help-dialog.js';
import { Wait } from './wait.js';

/** What the desk shows while no conversation is open: the services and who is there. */
export function Component() {
  const { t } = useTranslation();
  const overview = useQuery(overviewQuery);
  useTitle(t('desk.title'));
  return (
    <div className="overview">
      <header className="overview-head">
        <div>
          <Title order={1} size="h3">
            {t('desk.overview.title')}
          </Title>
          <p className="panel-soft">{t('desk.overview.lead')}</p>
        </div>
        <ShortcutHelp />
      </header>
      <QueryView result={overview}>
        {(data) => (
          <>
            <Services services={data.services} />
            <Colleagues colleagues={data.colleagues} />
          </>
        )}
      </QueryView>
    </div>
  );
}

function Services({ services }: { services: DeskOverview['services'] }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t('desk.overview.services')}</h2>
      <TableBox label={t('desk.overview.services')}>
        <Table verticalSpacing="sm" horizontalSpacing="md">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('desk.overview.service')}</Table.Th>
              <Table.Th>{t('desk.overview.queued')}</Table.Th>
              <Table.Th>{t('desk.overview.oldest')}</Table.Th>
              <Table.Th>{t('desk.overview.agents')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {services.map((service) => (
              <Table.Tr key={service.id}>
                <Table.Td>
                  <strong>{service.name}</strong>
                  <span className="overview-state">
                    <span className="presence-dot" data-presence={service.open ? 'available' : 'offline'} aria-hidden />
                    {t(service.open ? 'desk.overview.open' : 'desk.overview.closed')}
                  </span>
                </Table.Td>
                <Table.Td className="num overview-figure">{service.queued}</Table.Td>
                <Table.Td className="overview-figure">
                  {service.oldestQueuedAt === undefined ? '–' : <Wait since={service.oldestQueuedAt} className="brief-wait" />}
                </Table.Td>
                <Table.Td className="num overview-figure">{service.agentsAvailable}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </TableBox>
    </section>
  );
}

function Colleagues({ colleagues }: { colleagues: DeskOverview['colleagues'] }) {
  const { t } = useTranslation();
  return (
    <section>
      <h2>{t('desk.overview.colleagues')}</h2>
      {colleagues.length === 0 && <p className="panel-soft">{t('desk.overview.nobody')}</p>}
      <ul className="colleagues">
        {colleagues.map((colleague) => (
          <li key={colleague.id}>
            <span className="presence-dot" data-presence={colleague.presence} aria-hidden />
            <span className="colleague-name">{colleague.name}</span>
            <span className="panel-soft">
              {t(`desk.presence.${colleague.presence}`)} · {t('desk.overview.holding', { count: colleague.holding })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
