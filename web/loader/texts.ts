const FR = {
  label: 'Une question ?',
  name: 'Assistant en ligne',
  unread: 'Messages non lus :',
  failed: "L'assistant ne répond pas.",
  plain: 'Ouvrir la page simple',
};
const EN: typeof FR = {
  label: 'Any question?',
  name: 'Online assistant',
  unread: 'Unread messages:',
  failed: 'The assistant does not answer.',
  plain: 'Open the plain page',
};
export const texts = (lang: string): typeof FR => (lang.startsWith('en') ? EN : FR);
