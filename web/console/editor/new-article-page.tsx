import { Alert, Autocomplete, Button, Stack, Textarea, TextInput } from '@mantine/core';
import { isNotEmpty, useForm } from '@mantine/form';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { stringify } from 'yaml';
import { CallRefused, codeOf } from '../api/call.js';
import { articlesQuery, createArticle } from '../api/editor.js';
import { Page } from '../frame/page.js';
import { useErrorText } from '../texts/use-error-text.js';
import { ProblemList } from './problem-list.js';
import './editor.css';

/** « Carte d'identité perdue » → « carte-identite-perdue » */
const idOf = (title: string): string =>
  title
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/\b(?:l|d|de|du|des|la|le|les|un|une|a|au|aux|et|pour)\b['’]?/g, ' ')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);

export function Component() {
  const { t } = useTranslation();
  const errorText = useErrorText();
  const go = useNavigate();
  const queries = useQueryClient();
  const themes = useQuery({ ...articlesQuery({}), select: (rows) => [...new Set(rows.map((row) => row.theme))].sort() });
  const form = useForm({
    initialValues: { title: '', id: '', summary: '', theme: '' },
    validate: {
      title: isNotEmpty(t('frame.required')),
      id: (value) => (/^[a-z0-9][a-z0-9/-]{0,120}$/.test(value) ? null : t('editor.create.idBad')),
      summary: isNotEmpty(t('frame.required')),
      theme: (value) => (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(value) ? null : t('editor.create.idBad')),
    },
  });
  const create = useMutation({
    mutationFn: ({ title, id, summary, theme }: typeof form.values) => {
      const head = stringify({ id, title, summary, theme, audience: 'particuliers', lang: 'fr', keywords: [], status: 'draft' });
      const body = `${t('editor.create.body')}\n\n## ${t('editor.create.documents')} {documents}\n- ${t('editor.create.item')}\n`;
      return createArticle({ markdown: `---\n${head}---\n${body}`, utterances: [], nearMisses: [], baseVersion: 0 });
    },
    onSuccess: async ({ id }) => {
      await queries.invalidateQueries({ queryKey: ['editor', 'articles'] });
      await go(`/articles/edit/${id}`);
    },
    onError: (error) => {
      if (codeOf(error) === 'id.reused') form.setFieldError('id', t('editor.create.idTaken'));
    },
  });
  const problems = create.error instanceof CallRefused ? create.error.problems : [];
  return (
    <Page title={t('editor.create.title')} lead={t('editor.create.lead')}>
      <form noValidate className="card" onSubmit={form.onSubmit((values) => create.mutate(values))}>
        <Stack maw="36rem">
          {create.isError && codeOf(create.error) !== 'id.reused' && (
            <Alert color="red" role="alert" title={errorText(create.error)}>
              {problems.length > 0 && <ProblemList problems={problems} />}
            </Alert>
          )}
          <TextInput
            label={t('editor.field.title')}
            {...form.getInputProps('title')}
            onChange={({ currentTarget: { value } }) => {
              if (form.values.id === idOf(form.values.title)) form.setFieldValue('id', idOf(value));
              form.setFieldValue('title', value);
            }}
          />
          <TextInput label={t('editor.create.id')} description={t('editor.create.idHint')} {...form.getInputProps('id')} />
          <Textarea label={t('editor.field.summary')} autosize minRows={2} {...form.getInputProps('summary')} />
          <Autocomplete label={t('editor.field.theme')} data={themes.data ?? []} {...form.getInputProps('theme')} />
          <Button type="submit" w="fit-content" loading={create.isPending}>
            {t('editor.create.submit')}
          </Button>
        </Stack>
      </form>
    </Page>
  );
}
