import type { PageWords } from '../en.ts'

export const refusalFr: PageWords['refusal'] = {
  titles: {
    notFound: 'Page introuvable',
    brokenLink: 'Ce lien ne s’ouvre pas',
    wrongWay: 'Cette page ne s’ouvre pas directement',
    notDone: 'L’action n’a pas abouti',
    notAccepted: 'L’envoi n’a pas été accepté',
    tooOften: 'Patientez un peu',
    busy: 'Service occupé',
    broken: 'Une erreur s’est produite',
  },
  brokenLink:
    'La fin d’un lien copié se perd souvent, et tous les liens d’une période peuvent avoir pris fin à la fois. Ouvrez celui du courriel le plus récent à ce sujet. Si cela ne suffit pas, répondez au courriel\u202f: une personne lit la réponse.',
  wrongWay: 'Cette adresse ne fonctionne qu’à partir de son formulaire.',
  elsewhere: 'Cet envoi ne provient pas d’une de nos pages. Ouvrez la page et recommencez depuis celle-ci.',
  malformed: {
    'cross-site': 'Cet envoi ne provient pas de nos propres pages.',
    'content-type': 'Ce type de contenu n’est pas lu ici.',
    malformed: 'Ceci n’a pas pu être lu comme du JSON.',
    'malformed-form': 'Ceci n’a pas pu être lu comme un formulaire.',
    'too-many-fields':
      'Ce formulaire a plus de champs qu’il n’en est lu ici\u202f: choisissez-en moins à la fois.',
    'too-large': 'Cet envoi dépasse la taille acceptée ici.',
    'method-not-allowed': 'Cette méthode n’est pas admise ici\u202f: voir l’en-tête Allow.',
  },
  code: (status) => `Code ${status}`,
  first: {
    today: 'Aller à Aujourd’hui',
    mine: 'Aller à Mes séances',
    desk: 'Aller à Mon espace',
  },
  start: 'Aller à la page de départ',
  back: 'Retour',
  toForm: 'Revenir au formulaire',
  email: (name) => `Écrire à ${name}`,
  ownPage: 'M’envoyer le lien de ma propre page',
  log: 'Dire comment cela s’est passé',
  nothing: {
    title: 'Aucune page ne vous concerne ici',
    owner:
      'Vous gérez cette installation, mais vous n’avez aucun rôle dans un programme. La personne responsable d’un programme peut vous en donner un sous «\u202fPersonnes\u202f».',
    executive:
      'Il ne vous faut pas de compte\u202f: les liens de vos courriels ouvrent vos horaires et votre propre page.',
    nobody:
      'Vous n’avez actuellement aucun rôle dans un programme. Si vous en attendiez un, demandez-le à la personne responsable.',
  },
}
