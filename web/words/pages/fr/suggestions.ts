import { de } from '../../elision.ts'
import type { PageWords } from '../en.ts'

const STEPS = ['', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six']

export const suggestionsFr: PageWords['suggestions'] = {
  title: 'Suggestions de binômes',
  link: 'Suggérer des binômes',
  about:
    'Les meilleurs mentors de chacun, avec les raisons. «\u202fSuggéré\u202f» désigne le meilleur ensemble pour tous, la charge étant répartie. Personne n’en sait rien\u202f; vous décidez.',
  emptyTitle: 'Personne à associer',
  empty: 'Ajoutez d’abord des mentors et des dirigeants.',
  unpaired: (unpaired, suggested) =>
    unpaired === 0
      ? 'Chaque dirigeant a un mentor.'
      : `${unpaired > 1 ? `${unpaired} dirigeants n’ont` : 'Un dirigeant n’a'} pas encore de mentor\u202f; ${suggested === 0 ? 'aucun n’est suggéré, faute de disponibilités' : suggested === unpaired ? 'un mentor est suggéré pour chacun' : `un mentor est suggéré pour ${suggested} d’entre eux, dans la limite des disponibilités`}.`,
  filter: 'Qui afficher',
  all: 'Tout le monde',
  withoutMentor: (count) => `Sans mentor (${count})`,
  nobodyLeft: 'Tout le monde a un mentor',
  nobodyLeftHint: 'Il ne reste personne à associer.',
  acceptAll: (count) => (count > 1 ? `Accepter les ${count} suggestions` : 'Accepter la suggestion'),
  ticked: 'Continuer avec les lignes cochées sur cette page',
  acceptTitle: (count) => (count > 1 ? `Créer ces ${count} binômes` : 'Créer ce binôme'),
  acceptAbout:
    'Chacun est créé à l’état proposé\u202f: personne n’en sait rien avant qu’un créneau soit proposé, et chacun peut être terminé.',
  accept: (count) => (count > 1 ? `Créer ${count} binômes` : 'Créer un binôme'),
  leftOut: (count) =>
    count === 1
      ? 'Un binôme ne peut plus être créé\u202f; il est laissé de côté.'
      : `${count} binômes ne peuvent plus être créés\u202f; ils sont laissés de côté.`,
  shared: (executive, mentors) => `${executive} aurait ${mentors} mentors.`,
  overfull: (mentor, pairings, most) =>
    `${mentor} aurait ${pairings} ${pairings > 1 ? 'binômes' : 'binôme'}\u202f; ses disponibilités en permettent ${most}.`,
  noneTicked: 'Rien n’est coché',
  noneTickedHint: 'Revenez aux suggestions et cochez les binômes à créer.',
  nothingToAccept: 'Rien à accepter',
  nothingToAcceptHint: 'Chaque dirigeant pour qui un mentor existe en a un.',
  suggested: 'suggéré',
  everybody: 'Les meilleurs mentors pour chacun',
  others: (count) => (count === 1 ? 'Un autre mentor' : `${count} autres mentors`),
  propose: 'Proposer',
  reasons: {
    topics: (topics) => `enseigne ${topics}`,
    language: (locale) => `langue commune\u202f: ${locale.toLowerCase()}`,
    'shared-hours': (hours) => `${String(hours).replace('.', ',')} h par semaine en commun`,
    room: (pairings, most) =>
      most === null
        ? `${pairings} ${pairings > 1 ? 'binômes' : 'binôme'} à ce jour`
        : `${pairings} ${pairings > 1 ? 'binômes' : 'binôme'} sur ${most}`,
    below: (steps) => `${STEPS[steps] ?? steps} échelons au-dessous`,
    leaves: (day) => `reste jusqu’au ${day}`,
  },
  blocked: {
    paired: 'Déjà en binôme',
    'reporting-line': (name, steps) =>
      steps === 1 ? `Dépend ${de(name)}` : `Dépend ${de(name)}, ${STEPS[steps] ?? steps} échelons plus haut`,
    'same-person': 'La même personne',
    'no-shared-hours': 'Aucune heure en commun',
    full: (most) => `Complet\u202f: ${most} au plus`,
    leaves: (day) => `Reste jusqu’au ${day}\u202f: trop peu de temps`,
  },
}
