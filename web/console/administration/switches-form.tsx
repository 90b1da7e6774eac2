import { Alert, Button, Stack, Switch, Textarea, TextInput, Title } from '@mantine/core';
import { useForm } from '@mantine/form';
import { notifications } from '@mantine/notifications';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Switches } from '../../../src/contract/http.js';
import { saveSwitches, switchesQuery } from '../api/administration.js';
import { useErrorText } from '../texts/use-error-text.js';
import { toInstant, toLocalInput } from './local-time.js';

export function SwitchesForm({ site, switches }: { site: string; switches: Switches }) {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const queries = useQueryClient();
  const form = useForm({
    initialValues: {
      botOn: !switches.botOff,
      widgetOn: !switches.widgetOff,
      reason: switches.reason,
      bannerOn: switches.banner !== null,
      text: switches.banner?.text ?? '',
      from: toLocalInput(switches.banner?.from),
      until: toLocalInput(switches.banner?.until),
    },
    validate: {
      reason: (reason, { botOn, widgetOn }) =>
        (!botOn || !widgetOn) && reason.trim() === '' ? t('administration.switches.needReason') : null,
      text: (text, { bannerOn }) => (bannerOn && text.trim() === '' ? t('administration.switches.needText') : null),
      until: (until, { bannerOn, from }) => (bannerOn && until && from && until <= from ? t('administration.switches.badDates') : null),
    },
  });
  const save = useMutation({
    mutationFn: ({ botOn, widgetOn, reason, bannerOn, text, from, until }: typeof form.values) => {
      const dates = { ...(from ? { from: toInstant(from) } : {}), ...(until ? { until: toInstant(until) } : {}) };
      return saveSwitches(site, {
        botOff: !botOn,
        widgetOff: !widgetOn,
        reason,
        banner: bannerOn ? { text: text.trim(), ...dates } : null,
      });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: switchesQuery(site).queryKey });
      notifications.show({ message: t('administration.switches.saved'), color: 'green' });
    },
  });
  const { bannerOn } = form.values;
  return (
    <form noValidate onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <section className="card">
        <Title order={2} size="h5" mb="md">
          {t('administration.switches.stops')}
        </Title>
        <Stack>
          <Switch
            label={t('administration.switches.bot')}
            description={t('administration.switches.botHint')}
            {...form.getInputProps('botOn', { type: 'checkbox' })}
          />
          <Switch
            label={t('administration.switches.widget')}
            description={t('administration.switches.widgetHint')}
            {...form.getInputProps('widgetOn', { type: 'checkbox' })}
          />
          <TextInput label={t('administration.switches.reason')} maxLength={500} maw="36rem" {...form.getInputProps('reason')} />
        </Stack>
      </section>
      <section className="card">
        <Title order={2} size="h5" mb="md">
          {t('administration.switches.banner')}
        </Title>
        <Stack maw="36rem">
          <Switch label={t('administration.switches.bannerOn')} {...form.getInputProps('bannerOn', { type: 'checkbox' })} />
          {bannerOn && (
            <>
              <Textarea
                label={t('administration.switches.bannerText')}
                description={t('administration.switches.bannerHint')}
                autosize
                minRows={2}
                maxLength={300}
                {...form.getInputProps('text')}
              />
              <TextInput
                type="datetime-local"
                label={`${t('administration.switches.from')} (${t('frame.optional')})`}
                {...form.getInputProps('from')}
              />
              <TextInput
                type="datetime-local"
                label={`${t('administration.switches.until')} (${t('frame.optional')})`}
                {...form.getInputProps('until')}
              />
            </>
          )}
        </Stack>
      </section>
      {save.isError && (
        <Alert color="red" role="alert" mt="md">
          {errorText(save.error)}
        </Alert>
      )}
      <Button type="submit" mt="md" loading={save.isPending}>
        {t('administration.switches.submit')}
      </Button>
    </form>
  );
}
