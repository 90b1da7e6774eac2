import { Autocomplete, Group, Select, Stack, TagsInput, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useMe } from '../frame/me.js';
import { writeHead, type Head, type HeadField } from './front-matter.js';

interface HeadFormProps {
  head: Head;
  markdown: string;
  themes: readonly string[];
  status: string;
  change(markdown: string): void;
}

const AUDIENCES = ['particuliers', 'professionnels', 'associations'] as const;

/** The front matter as a form; each change is written into the file, which stays the truth. */
export function HeadForm({ head, markdown, themes, status, change }: HeadFormProps) {
  const { t } = useTranslation();
  const { allServices } = useMe();
  const set = (field: HeadField, value: string | string[]): void => change(writeHead(markdown, field, value));
  const text = (field: Exclude<HeadField, 'keywords'>) => ({
    value: head[field],
    onChange: ({ currentTarget }: { currentTarget: { value: string } }) => set(field, currentTarget.value),
  });
  return (
    <Stack gap="sm">
      <TextInput label={t('editor.field.title')} {...text('title')} />
      <Textarea label={t('editor.field.summary')} autosize minRows={2} {...text('summary')} />
      <Group grow align="start">
        <Autocomplete label={t('editor.field.theme')} data={[...themes]} value={head.theme} onChange={(value) => set('theme', value)} />
        <Select
          label={t('editor.field.audience')}
          data={AUDIENCES.map((value) => ({ value, label: t(`editor.field.audiences.${value}`) }))}
          value={head.audience}
          onChange={(value) => value && set('audience', value)}
          allowDeselect={false}
        />
      </Group>
      <TagsInput
        label={t('editor.field.keywords')}
        description={t('editor.field.keywordsHint')}
        value={head.keywords}
        onChange={(value) => set('keywords', value)}
      />
      <fieldset className="head-source">
        <legend>{t('editor.field.source')}</legend>
        <Stack gap="sm">
          <TextInput label={t('editor.field.sourceName')} {...text('sourceName')} />
          <TextInput label={t('editor.field.sourceUrl')} type="url" {...text('sourceUrl')} />
          <TextInput label={t('editor.field.checkedOn')} type="date" {...text('checkedOn')} />
        </Stack>
      </fieldset>
      <Group grow align="start">
        <TextInput label={t('editor.field.reviewBy')} type="date" {...text('reviewBy')} />
        <Select
          label={t('editor.field.owner')}
          placeholder={t('editor.field.none')}
          clearable
          data={allServices.map((service) => ({ value: service.id, label: service.name }))}
          value={head.owner || null}
          onChange={(value) => set('owner', value ?? '')}
        />
      </Group>
      <Textarea label={`${t('editor.field.simple')} (${t('frame.optional')})`} autosize minRows={2} {...text('simple')} />
      <TextInput label={t('editor.field.status')} description={t('editor.field.statusHint')} value={status} readOnly />
    </Stack>
  );
}
