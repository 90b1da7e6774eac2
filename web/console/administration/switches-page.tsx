import { Select } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { switchesQuery } from '../api/administration.js';
import { useMe } from '../frame/me.js';
import { Page } from '../frame/page.js';
import { QueryView } from '../frame/query-view.js';
import { SwitchesForm } from './switches-form.js';

/** The stops and the emergency banner, site by site. */
export function Component() {
  const { t } = useTranslation();
  const { sites } = useMe();
  const [site, setSite] = useState(sites[0]?.key ?? '');
  const switches = useQuery(switchesQuery(site));
  return (
    <Page title={t('administration.switches.title')} lead={t('administration.switches.lead')}>
      <Select
        label={t('administration.switches.site')}
        data={sites.map(({ key, name }) => ({ value: key, label: name }))}
        value={site}
        onChange={(value) => value && setSite(value)}
        allowDeselect={false}
        maw="20rem"
        mb="md"
      />
      <QueryView result={switches}>{(data) => <SwitchesForm key={site} site={site} switches={data} />}</QueryView>
    </Page>
  );
}
