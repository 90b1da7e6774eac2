export const me = {
  title: 'Mon compte',
  roles: 'Rôles',
  services: 'Services',
  noService: 'aucun',
  alerts: 'Alertes et clavier',
  sound: 'Son quand un usager attend ou répond',
  soundTry: 'Écouter le son',
  notify: 'Notifications du navigateur, sans le texte des messages',
  notifyRefused: 'Le navigateur les refuse. Autorisez-les dans ses réglages pour ce site.',
  shortcuts: 'Raccourcis clavier (Alt et une touche)',
} as const;
