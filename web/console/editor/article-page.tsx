import { useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { editionQuery } from '../api/editor.js';
import { QueryView } from '../frame/query-view.js';
import { ArticleEditor } from './article-editor.js';

export function Component() {
  const { '*': id = '' } = useParams();
  const edition = useQuery(editionQuery(id));
  // A saved or restored version starts the editor anew from it.
  return <QueryView result={edition}>{(data) => <ArticleEditor key={`${id} ${data.version}`} edition={data} />}</QueryView>;
}
