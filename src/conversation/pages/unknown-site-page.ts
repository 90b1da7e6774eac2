import type { Lang } from '../../contract/index.js';
import { document } from './document.js';
import { markup, type Markup } from './markup.js';

const TEXTS: Record<Lang, { title: string; text: string; home: string }> = {
  fr: {
    title: "Cette page n'existe pas",
    text: "L'adresse est peut-être mal recopiée, ou ce service n'est plus proposé.",
    home: "Aller à l'accueil",
  },
  en: {
    title: 'This page does not exist',
    text: 'The address may be mistyped, or the service is no longer offered.',
    home: 'Go to the home page',
  },
};

export function unknownSitePage(lang: Lang): Markup {
  const { title, text, home } = TEXTS[lang];
  return document(
    { lang, title, look: 'plain' },
    markup`<main id="contenu"><h1>${title}</h1><p>${text}</p><p><a href="/">${home}</a></p></main>`,
  );
}
