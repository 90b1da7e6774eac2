import { z } from 'zod';
import { LANGS } from '../contract/index.js';

const key = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, 'lower-case letters, digits and hyphens');
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const range = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d-(([01]\d|2[0-3]):[0-5]\d|24:00)$/, 'like "09:00-12:00"');
/**
 * Public holidays on which a service is closed: the national ones (`fr`, or true), with those of Alsace-Moselle
 * (`fr-alsace`), or `none` (false). A list of dates stands for itself, as overseas territories need.
 */
const holidays = z.union([
  z.enum(['none', 'fr', 'fr-alsace']),
  z.boolean().transform((on) => (on ? ('fr' as const) : ('none' as const))),
  z.array(z.iso.date()).max(100),
]);

const service = z.strictObject({
  id: key,
  name: z.string().min(1).max(100),
  /** Opening hours by day; absent: always open. */
  hours: z.partialRecord(z.enum(DAYS), z.array(range).max(6)).optional(),
  holidays: holidays.default('fr'),
  closedDays: z.array(z.iso.date()).max(366).default([]),
});
const origin = z.string().regex(/^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d+)?$/i, 'like "https://www.mairie.fr" or "https://*.mairie.fr"');
const site = z
  .strictObject({
    key,
    name: z.string().min(1).max(100),
    lang: z.enum(LANGS).default('fr'),
    /** Pages that may embed the widget. */
    origins: z.array(origin).max(50).default([]),
    timezone: z.string().default('Europe/Paris').refine(isTimezone, 'not a time zone'),
    services: z.array(service).min(1).max(50),
    defaultService: key,
    privacyUrl: z.url().optional(),
    suggestions: z.array(z.string().min(1).max(120)).max(6).optional(),
    /** What the legal pages say: who runs it and who to write to. */
    legal: z
      .strictObject({
        controller: z.string().max(200),
        address: z.string().max(300).optional(),
        dpo: z.string().max(200).optional(),
        publisher: z.string().max(200).optional(),
        host: z.string().max(300).optional(),
        accessibility: z.enum(['non', 'partielle', 'totale']).default('partielle'),
        phone: z.string().max(40).optional(),
      })
      .optional(),
  })
  .refine((value) => value.services.some(({ id }) => id === value.defaultService), {
    path: ['defaultService'],
    message: 'is not one of the services',
  });

/** Shape of the GUICHET_SITES file. */
export const sitesFile = z
  .strictObject({ sites: z.array(site).min(1).max(100) })
  .refine(({ sites }) => new Set(sites.map((s) => s.key)).size === sites.length, 'two sites have one key');
export type Site = z.output<typeof site>;
export type Service = Site['services'][number];

function isTimezone(name: string): boolean {
  try {
    return Intl.DateTimeFormat('fr', { timeZone: name }) !== undefined;
  } catch {
    return false;
  }
}

/** The site of a first start: the fictional town of Valclair, always open. */
export function demoSites(): Site[] {
  return sitesFile.parse({
    sites: [
      {
        key: 'demo',
        name: 'Ville de Valclair',
        origins: [],
        services: [
          { id: 'accueil', name: 'Accueil', holidays: 'none' },
          { id: 'etat-civil', name: 'État civil', holidays: 'none' },
        ],
        defaultService: 'accueil',
        suggestions: ['Refaire ma carte d’identité', 'Inscrire mon enfant à l’école', 'Quels sont les horaires de la mairie ?'],
        legal: {
          controller: 'Ville de Valclair (commune fictive de démonstration)',
          address: '12 place de la République, 49990 Valclair',
          dpo: 'dpo@valclair.example',
          publisher: 'Le maire de Valclair',
          phone: '02 61 91 00 10',
          accessibility: 'partielle',
        },
      },
    ],
  }).sites;
}
