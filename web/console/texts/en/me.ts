export const me = {
  title: 'My account',
  roles: 'Roles',
  services: 'Services',
  noService: 'none',
  alerts: 'Alerts and keyboard',
  sound: 'Sound when a citizen waits or answers',
  soundTry: 'Hear the sound',
  notify: 'Browser notifications, without the text of messages',
  notifyRefused: 'The browser refuses them. Allow them in its settings for this site.',
  shortcuts: 'Keyboard shortcuts (Alt and a key)',
} as const;
