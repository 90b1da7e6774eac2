import type { Site } from '../../platform/sites.js';
import { document } from './document.js';
import { markup, type Markup } from './markup.js';

/** Home of an installation that serves its own sites: nothing to sell, the doors only. */
export const sitesPage = (sites: readonly Site[]): Markup =>
  document(
    { lang: 'fr', title: 'Guichet', look: 'plain' },
    markup`<main id="contenu">
<h1>Poser une question</h1>
<p>Choisissez le service auquel vous voulez vous adresser.</p>
<ul>${sites.map(({ key, name }) => markup`<li><a href="/c/${key}">${name}</a></li>`)}</ul>
</main>`,
  );
