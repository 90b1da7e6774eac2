import type { Site } from '../../platform/sites.js';
import { demoPicture } from './demo-picture.js';
import { document } from './document.js';
import { markup, type Markup } from './markup.js';

const ERRANDS: [title: string, text: string][] = [
  ["Carte d'identité et passeport", 'Sur rendez-vous, au service état civil. Trois semaines d’attente environ.'],
  ['Naissance, mariage, décès', 'Actes, reconnaissance, livret de famille, PACS.'],
  ['École et périscolaire', 'Inscription scolaire, cantine, garderie, centre de loisirs.'],
  ['Urbanisme', 'Déclaration préalable, permis de construire, clôture.'],
  ['Déchets et propreté', 'Jours de collecte, déchetterie, encombrants.'],
  ['Stationnement', 'Carte de résident, zone bleue, forfait à contester.'],
];
const NEWS: [date: string, shown: string, title: string][] = [
  ['2026-11-18', '18 novembre 2026', 'Sapins et lumières : le marché de Noël ouvre le 5 décembre place des Halles'],
  ['2026-11-12', '12 novembre 2026', 'Rue du Lavoir : circulation alternée pendant les travaux d’eau'],
  ['2026-11-03', '3 novembre 2026', 'Listes électorales : pensez à vérifier votre inscription'],
];

/** The site of a small town that does not exist: what the widget looks like where it is meant to live. */
export const demoPage = ({ key, name, legal }: Site): Markup =>
  document(
    { lang: 'fr', title: `${name} – site de démonstration`, look: 'town' },
    markup`<header><p class="fiction">Valclair n’existe pas : ce site montre <a href="/c/${key}">l’assistant Guichet</a> dans son cadre.</p>
<div class="banner"><div class="wide">
<p class="brand"><svg viewBox="0 0 40 44" width="40" height="44" aria-hidden="true" focusable="false"><path fill="#1f4e8c" d="M2 2h36v20c0 11-8 17-18 20C10 39 2 33 2 22z"/><path fill="#7fb069" d="M4 28c8-8 14-4 18-1s9 3 14-2c-2 8-8 13-16 15.6C12.600 38.300 6.200 34.600 4 28z"/><path fill="#fff" d="M13 21v-7h3v-3h2.500v3h3v-3H24v3h3v7z"/></svg>
<span><strong>${name}</strong><span class="motto">entre vigne et rivière</span></span></p>
<nav aria-label="Menu principal"><ul>
<li><a href="#demarches">Démarches</a></li><li><a href="#actualites">Actualités</a></li><li><a href="#mairie">La mairie</a></li><li><a href="/c/${key}">Poser une question</a></li>
</ul></nav>
</div></div></header>
<main id="contenu">
<div class="hero">${demoPicture}<div class="wide"><h1>Bienvenue à Valclair</h1>
<p>Vos démarches, votre mairie, votre quartier. Une question&nbsp;? L’assistant en bas de l’écran y répond jour et nuit, et vous passe un agent quand il n’est pas sûr.</p></div></div>
<section class="wide" id="demarches" aria-labelledby="t-demarches"><h2 id="t-demarches">Vos démarches</h2>
<ul class="cards">${ERRANDS.map(([title, text]) => markup`<li><h3>${title}</h3><p>${text}</p></li>`)}</ul></section>
<div class="wide columns">
<section id="actualites" aria-labelledby="t-actualites"><h2 id="t-actualites">Actualités</h2>
<ul class="news">${NEWS.map(([date, shown, title]) => markup`<li><time datetime="${date}">${shown}</time><p>${title}</p></li>`)}</ul></section>
<section id="mairie" class="hall" aria-labelledby="t-mairie"><h2 id="t-mairie">La mairie</h2>
<p>${legal?.address}<br>Téléphone&nbsp;: <a href="tel:+33261910010">${legal?.phone}</a></p>
<dl><dt>Du lundi au vendredi</dt><dd>8&nbsp;h&nbsp;30 – 12&nbsp;h&nbsp;30 et 13&nbsp;h&nbsp;30 – 17&nbsp;h&nbsp;30</dd><dt>Le jeudi</dt><dd>jusqu’à 19&nbsp;h</dd><dt>Le samedi</dt><dd>9&nbsp;h – 12&nbsp;h</dd></dl>
</section></div>
</main>
<footer class="foot"><div class="wide">
<p>${name}, commune fictive de démonstration.</p>
<ul><li><a href="/c/${key}">Poser une question sans JavaScript</a></li><li><a href="/c/${key}/accessibilite">Accessibilité : partiellement conforme</a></li><li><a href="/c/${key}/mentions-legales">Mentions légales</a></li><li><a href="/c/${key}/donnees-personnelles">Données personnelles</a></li><li><a href="/console">Espace agents</a></li></ul>
</div></footer>
<script async src="/w/v1/loader.js" data-site="${key}" data-locale="fr" data-position="droite"></script>`,
  );
