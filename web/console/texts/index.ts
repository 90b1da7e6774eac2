import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { getSettings, onSettings } from '../settings/settings.js';
import { catalogue as en } from './en/index.js';
import { catalogue as fr } from './fr/index.js';

/** The same keys with any text: a key that one language lacks is a type error. */
type Texts<T> = { [K in keyof T]: T[K] extends string ? string : Texts<T[K]> };
const english: Texts<typeof fr> = en;

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'console';
    resources: { console: typeof fr };
  }
}

/** Loads both languages, French first, and follows the person's choice. */
export async function startTexts(): Promise<void> {
  const i18next = createInstance();
  const follow = (): void => {
    const { lang } = getSettings();
    document.documentElement.lang = lang;
    if (i18next.language !== lang) void i18next.changeLanguage(lang);
  };
  await i18next.use(initReactI18next).init({
    lng: getSettings().lang,
    fallbackLng: 'fr',
    ns: ['console'],
    defaultNS: 'console',
    resources: { fr: { console: fr }, en: { console: english } },
    interpolation: { escapeValue: false },
    returnNull: false,
    showSupportNotice: false,
  });
  follow();
  onSettings(follow);
}
