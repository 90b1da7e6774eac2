import { Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { recoveryCodesQuery } from '../api/session.js';
import { useMe } from '../frame/me.js';
import { RecoveryCodeList } from './recovery-code-list.js';
import { SecondFactorOff } from './second-factor-off.js';
import { SecondFactorOn } from './second-factor-on.js';

/** One's own second factor: to switch on, to note the recovery codes of, or to switch off. */
export function SecondFactor() {
  const { t } = useTranslation();
  const { secondFactor } = useMe();
  const { data: codes = null } = useQuery(recoveryCodesQuery);
  return (
    <section className="card">
      <Title order={2} size="h5" mb="xs">
        {codes === null ? t('secondFactor.title') : t('secondFactor.codesTitle')}
      </Title>
      <Text size="sm" c="dimmed" mb="md">
        {codes === null ? t('secondFactor.lead') : t('secondFactor.codesText')}
      </Text>
      {codes !== null && <RecoveryCodeList codes={codes} />}
      {codes === null && (secondFactor ? <SecondFactorOff /> : <SecondFactorOn />)}
    </section>
  );
}
