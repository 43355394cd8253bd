import type { PageWords } from '../en.ts'

const STEPS = ['', 'un', 'deux', 'trois', 'quatre', 'cinq', 'six']

export const suggestionsFr: PageWords['suggestions'] = {
  title: 'Qui avec qui',
  link: 'Suggérer des binômes',
  about: 'Une suggestion, avec ses raisons. Personne n’en sait rien ; vous décidez.',
  emptyTitle: 'Personne à associer',
  empty: 'Ajoutez d’abord des mentors et des dirigeants.',
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
    full: (most) => `Complet : ${most} au plus`,
    leaves: (day) => `Reste jusqu’au ${day} : trop peu de temps`,
  },
}
