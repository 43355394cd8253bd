import type { PageWords } from '../en.ts'

export const entranceFr: PageWords['entrance'] = {
  title: 'Connexion',
  email: 'Votre adresse professionnelle',
  badEmail: 'Indiquez une adresse complète, par exemple nom@entreprise.example.',
  endedTitle: 'Ce lien n’est plus valable',
  spentTitle: 'Ce lien a déjà servi',
  spent: 'Un lien de connexion sert une fois, pendant dix minutes. Demandez-en un nouveau.',
  send: 'M’envoyer un lien',
  about:
    'Pas de mot de passe\u202f: un lien arrive par courriel\u202f; il sert une fois, pendant dix minutes.',
  sentTitle: 'Regardez vos courriels',
  sent: (email) =>
    `Si ${email} peut se connecter, un lien est en route. Il sert une fois, pendant dix minutes.`,
  sentNothing: 'Rien reçu\u202f? Regardez dans les indésirables, puis redemandez un lien.',
  again: 'Redemander un lien',
  confirmTitle: 'Connexion',
  confirmAs: (name) => `Vous serez connecté comme ${name}, sur cet appareil.`,
  confirm: 'Me connecter',
  confirmWhy: 'Ce bouton existe parce que les messageries ouvrent les liens d’elles-mêmes.',
  signInFirst: 'Votre connexion a pris fin. Rechargez la page pour vous reconnecter.',
  ended: {
    'half-day':
      'Vous étiez connecté depuis douze heures\u202f: c’est la durée d’une connexion sur un appareil où l’on ne reste pas connecté.',
    'thirty-days':
      'Vous étiez connecté sur cet appareil depuis trente jours\u202f: c’est la durée la plus longue.',
    idle: 'Sept jours sans visite\u202f: vous avez été déconnecté de cet appareil.',
    'signed-out': 'Vous avez été déconnecté, ici ou depuis un autre appareil.',
    relation: 'Vous ne répondez plus pour personne ici\u202f: vous avez été déconnecté.',
    membership: 'Votre compte ne fait plus partie d’aucun programme\u202f: vous avez été déconnecté.',
    address: 'Votre adresse a changé\u202f: vous avez été déconnecté. Utilisez la nouvelle.',
  },
  formKept:
    'Rien n’a encore été fait. Votre saisie est gardée pour vous jusqu’à demain et reviendra dans le formulaire.',
  formBack:
    'Votre saisie est revenue dans le formulaire. Rien n’a encore été fait\u202f: envoyez-le de nouveau.',
  formGone:
    'Vous avez envoyé un formulaire avant de vous reconnecter. Il n’a pas été traité et n’est plus sur cette page. Voici votre saisie\u202f:',
  formLeft: 'Ceci n’a plus de champ\u202f; vous pouvez le copier\u202f:',
  toForm: 'Aller au formulaire',
  keep: 'Rester connecté sur cet appareil',
  keepHint:
    'Trente jours au plus, et sept sans visite. Seulement si personne d’autre ne l’utilise\u202f; sinon, douze heures.',
  againTitle: 'Confirmez que c’est bien vous',
  againWhy:
    'Votre connexion date de plus de douze heures. Ce que vous allez faire demande un nouveau lien\u202f: cela change qui peut entrer, ou ne se défait pas.',
  againTo: (email) => `Le lien est envoyé à ${email}. Il vous ramène à ce que vous faisiez.`,
  againNot: 'Revenir sans le faire',
  signInsTitle: 'Où vous êtes connecté',
  signInsAbout: 'Chaque ligne est un navigateur où vous avez ouvert un lien.',
  thisDevice: 'Ici, dans ce navigateur',
  since: (moment) => `Depuis le ${moment}`,
  until: (moment) => `Elle prend fin le ${moment} au plus tard.`,
  trusted: 'Connexion maintenue.',
  notTrusted: 'Connexion de douze heures.',
  signOutThere: 'Déconnecter là-bas',
  signOutEverywhere: 'Déconnecter partout, ici aussi',
  busy: 'Le service est occupé. Réessayez dans un instant\u202f; le faire deux fois est sans effet.',
  broken: 'Un incident de notre côté. Rien n’a été écrit à moitié\u202f; réessayez, s’il vous plaît.',
  requestId: (id) => `Si vous nous écrivez à ce sujet, citez ${id}.`,
}
