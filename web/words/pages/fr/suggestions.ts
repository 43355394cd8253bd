import type { PageWords } from '../en.ts'

const STEPS = ['', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six']

export const suggestionsFr: PageWords['suggestions'] = {
  title: 'Qui avec qui',
  link: 'Suggérer des binômes',
  about: 'Une suggestion, avec ses raisons. Personne n’en sait rien\u202f; vous décidez.',
  emptyTitle: 'Personne à associer',
  empty: 'Ajoutez d’abord des mentors et des dirigeants.',
  unpaired: (unpaired, suggested) =>
    unpaired === 0
      ? 'Chaque dirigeant a un mentor.'
      : `${unpaired > 1 ? `${unpaired} dirigeants n’ont` : 'Un dirigeant n’a'} pas encore de mentor\u202f; ${suggested === unpaired ? 'un mentor est suggéré pour chacun' : `un mentor est suggéré pour ${suggested} d’entre eux, dans la limite des heures des mentors`}.`,
  filter: 'Qui afficher',
  all: 'Tout le monde',
  withoutMentor: (count) => `Sans mentor (${count})`,
  nobodyLeft: 'Tout le monde a un mentor',
  nobodyLeftHint: 'Il ne reste personne à associer.',
  acceptAll: (count) => (count > 1 ? `Accepter les ${count} suggestions` : 'Accepter la suggestion'),
  ticked: 'Continuer avec ceux qui sont cochés sur cette page',
  acceptTitle: (count) => (count > 1 ? `Créer ces ${count} binômes` : 'Créer ce binôme'),
  acceptAbout:
    'Chacun est créé à l’état proposé\u202f: personne n’en sait rien avant qu’un horaire soit proposé, et chacun peut être clos.',
  accept: (count) => (count > 1 ? `Créer ${count} binômes` : 'Créer un binôme'),
  overfull: (mentor, pairings, most) =>
    `${mentor} aurait ${pairings} binômes\u202f; ses heures en permettent ${most}.`,
  nothingToAccept: 'Rien à accepter',
  nothingToAcceptHint: 'Chaque dirigeant pour qui il y a un mentor en a un.',
  suggested: 'suggéré',
  everybody: 'Les meilleurs mentors de chacun',
  others: (count) => (count === 1 ? 'Un autre mentor' : `${count} autres mentors`),
  propose: 'Proposer',
  reasons: {
    topics: (topics) => `enseigne ${topics}`,
    language: (locale) => `tous deux en ${locale}`,
    'shared-hours': (hours) => `${String(hours).replace('.', ',')} h par semaine en commun`,
    room: (pairings, most) =>
      most === null
        ? `${pairings} ${pairings > 1 ? 'binômes' : 'binôme'} à ce jour`
        : `${pairings} binômes sur ${most}`,
    below: (steps) => `${STEPS[steps] ?? steps} échelons au-dessous`,
    leaves: (day) => `reste jusqu’au ${day}`,
  },
  blocked: {
    paired: 'Déjà en binôme',
    'reporting-line': (name, steps) =>
      steps === 1 ? `Dépend de ${name}` : `Dépend de ${name}, ${STEPS[steps] ?? steps} échelons plus haut`,
    'same-person': 'La même personne',
    'no-shared-hours': 'Aucune heure en commun',
    full: (most) => `Complet\u202f: ${most} au plus`,
    leaves: (day) => `Reste jusqu’au ${day}\u202f: trop peu de temps`,
  },
}
