/** A sentence for each refusal of the service. */
export const errors = {
  busy: 'Le service est très sollicité. Réessayez dans un instant.',
  rate: 'Trop de demandes en peu de temps. Patientez une minute, puis réessayez.',
  'too-large': "C'est trop long. Raccourcissez, puis réessayez.",
  bad: "Le service n'a pas accepté cette demande. Vérifiez ce que vous avez saisi.",
  'id.reused': "Quelqu'un d'autre a modifié ceci entre-temps. Rechargez pour voir sa version.",
  'conversation.closed': 'Cette conversation est close.',
  'not-owner': "Vous n'y avez pas accès, ou cette conversation n'est plus la vôtre.",
  'already-taken': 'Un collègue vient de prendre cette conversation.',
  'already-taken-by': '{{name}} vient de prendre cette conversation.',
  'not-found': "C'est introuvable : supprimé, ou déplacé.",
  auth: 'Votre session a pris fin. Connectez-vous de nouveau.',
  'disk-full': "Le service ne peut plus rien enregistrer : son disque est plein. Prévenez l'administrateur.",
  degraded: 'Le service a rencontré un problème. Réessayez dans un instant.',
  offline: 'Pas de connexion avec le service. Vérifiez votre réseau.',
  'last-admin': "C'est le dernier administrateur : il doit rester actif.",
  unknown: "Quelque chose n'a pas fonctionné. Réessayez.",
} as const;
