import type { PageWords } from '../en.ts'

export const entranceFr: PageWords['entrance'] = {
  title: 'Connexion',
  email: 'Votre adresse professionnelle',
  badEmail: 'Indiquez une adresse complète, par exemple nom@entreprise.example.',
  endedTitle: 'Ce lien n’est plus valable',
  spentTitle: 'Ce lien a déjà servi',
  spent: 'Un lien de connexion sert une fois, pendant dix minutes. Demandez-en un nouveau.',
  send: 'M’envoyer un lien',
  about: 'Pas de mot de passe : un lien arrive par courriel ; il sert une fois, pendant dix minutes.',
  sentTitle: 'Regardez vos courriels',
  sent: (email) =>
    `Si ${email} peut se connecter, un lien est en route. Il sert une fois, pendant dix minutes.`,
  sentNothing: 'Rien reçu ? Regardez dans les indésirables, puis redemandez un lien.',
  again: 'Redemander un lien',
  confirmTitle: 'Connexion',
  confirmAs: (name) => `Vous serez connecté comme ${name}, sur cet appareil.`,
  confirm: 'Me connecter',
  confirmWhy: 'Ce bouton existe parce que les messageries ouvrent les liens d’elles-mêmes.',
  busy: 'Le service est occupé. Réessayez dans un instant ; le faire deux fois est sans effet.',
  broken: 'Un incident de notre côté. Rien n’a été écrit à moitié ; réessayez, s’il vous plaît.',
  requestId: (id) => `Si vous nous écrivez à ce sujet, citez ${id}.`,
}
