import type { PageWords } from '../en.ts'

export const entranceFr: PageWords['entrance'] = {
  title: 'Connexion',
  email: 'Votre adresse professionnelle',
  badEmail: 'Indiquez une adresse complète, par exemple nom@entreprise.example.',
  unknownToAccess:
    'La connexion de votre organisation (Cloudflare Access) ne nous dit pas qui vous êtes ici. Demandez plutôt un lien.',
  endedTitle: 'Ce lien n’est plus valable',
  spentTitle: 'Ce lien ne sert plus',
  spent:
    'Un lien de connexion ne sert qu’une fois, jusqu’à l’heure indiquée dans le courriel. Demandez-en un nouveau.',
  send: 'M’envoyer un lien',
  about:
    'Pas de mot de passe\u202f: un lien arrive par courriel\u202f; il ne sert qu’une fois, dans les dix minutes.',
  sentTitle: 'Consultez votre messagerie',
  sent: (email) =>
    `Si ${email} peut se connecter, un lien est en route. Il ne sert qu’une fois, dans les dix minutes.`,
  sentNothing:
    'Rien de nouveau\u202f? Un lien reçu dans les dix dernières minutes fonctionne encore si vous ne l’avez pas utilisé. Sinon, vérifiez vos indésirables.',
  again: 'Redemander un lien',
  confirmTitle: 'Connexion',
  confirmAs: (name) => `Connexion en tant que ${name}, sur cet appareil.`,
  confirm: 'Me connecter',
  confirmWhy: 'Ce bouton existe parce que les messageries ouvrent les liens d’elles-mêmes.',
  signInFirst: 'Votre connexion a pris fin. Rechargez la page pour vous reconnecter.',
  ended: {
    'half-day':
      'Votre connexion datait de douze heures\u202f: c’est sa durée sur un appareil où elle n’est pas maintenue.',
    'thirty-days': 'Votre connexion sur cet appareil datait de trente jours\u202f: c’est la durée maximale.',
    idle: 'Sept jours sans visite\u202f: la connexion sur cet appareil a pris fin.',
    'signed-out': 'La connexion a été fermée, ici ou depuis un autre appareil.',
    relation: 'Vous ne répondez plus pour personne ici\u202f: votre connexion a pris fin.',
    membership: 'Votre compte ne fait plus partie d’aucun programme\u202f: votre connexion a pris fin.',
    address: 'Votre adresse a changé\u202f: votre connexion a pris fin. Utilisez la nouvelle.',
  },
  formKept:
    'Rien n’a encore été fait. Votre saisie est gardée pour vous jusqu’à demain et reviendra dans le formulaire.',
  formBack: 'Le formulaire contient de nouveau votre saisie. Rien n’a encore été fait\u202f: renvoyez-le.',
  formGone:
    'Vous avez envoyé un formulaire qui n’a pas été traité et qui n’est plus sur cette page. Voici votre saisie\u202f:',
  formLeft: 'Sans champ correspondant, à copier si besoin\u202f:',
  toForm: 'Aller au formulaire',
  keep: 'Maintenir la connexion sur cet appareil',
  keepHint:
    'Trente jours au plus, ou sept jours sans visite. À réserver à un appareil que personne d’autre n’utilise\u202f; sinon, douze heures.',
  againTitle: 'Confirmez que c’est bien vous',
  againWhy:
    'Votre connexion date de plus de douze heures. Ce que vous allez faire demande un nouveau lien\u202f: cela modifie les accès, ou ne peut pas être annulé.',
  againTo: (email) => `Le lien est envoyé à ${email}. Il vous ramène à ce que vous faisiez.`,
  againNot: 'Revenir sans rien faire',
  signInsTitle: 'Vos connexions',
  signInsAbout: 'Chaque ligne est un navigateur où vous avez ouvert un lien.',
  thisDevice: 'Ici, dans ce navigateur',
  since: (moment) => `Depuis le ${moment}`,
  until: (moment) => `Elle prend fin le ${moment} au plus tard.`,
  trusted: 'Connexion maintenue.',
  notTrusted: 'Connexion de douze heures.',
  signOutThere: 'Déconnecter cet appareil',
  signOutEverywhere: 'Me déconnecter partout, ici aussi',
  busy: 'Le service est occupé. Réessayez dans un instant\u202f; le faire deux fois est sans risque.',
  broken:
    'Un incident s’est produit de notre côté. Rien n’a été enregistré à moitié\u202f; réessayez, s’il vous plaît.',
  requestId: (id) => `Si vous nous écrivez à ce sujet, indiquez ${id}.`,
}
